import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { receiveForm } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { invalidField } from "~/platform/result";
import { SHEET_TYPES } from "~/platform/sheets/sheet";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { takeInSheet } from "../commands/take-in-sheet.server";
import { SchoolProgress } from "../components/SchoolProgress";
import { SheetTable } from "../components/SheetTable";
import { SheetUpload } from "../components/SheetUpload";
import { YearLinks } from "../components/YearLinks";
import { sheetsPage } from "../queries/sheets-page.server";
import { maySeeSheets, maySupply } from "../report-policy";
import { sheetUpload } from "../report-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeSheets(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("reports")("sheets.metaTitle"),
    maySupply: maySupply(ctx.actor).ok,
    page: await sheetsPage(ctx, new URL(request.url).searchParams),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = maySupply(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const multipart = (request.headers.get("Content-Type") ?? "").startsWith("multipart/");
  const received = multipart ? await receiveForm(request, SHEET_TYPES, 1) : null;
  if (received && !received.ok)
    return answerRefusal(received.refusal, { state: refusedState(received.refusal, {}) });
  const form = received ? received.value.form : await request.formData();
  const parsed = parseForm(form, sheetUpload);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const file = received?.value.files[0];
  const done = file
    ? await takeInSheet(ctx, parsed.value, file)
    : invalidField("file", "reports.errors.file");
  if (!done.ok) return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
  return redirect(`/oversight/sheets/${done.value.id}${done.value.again ? "?again=1" : ""}`, 303);
};

/** 填报表: what an organization hands in because no record here tells it. */
export default function Sheets() {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { language } = useTranslator();
  const { page, maySupply: supplies } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const here = `/oversight/sheets?year=${page.year}`;
  return (
    <>
      <PageHeader
        title={t("sheets.title")}
        trail={[{ href: `/oversight/indicators?year=${page.year}`, label: figures("title") }]}
        subtitle={t("sheets.subtitle", { place: page.place, year: page.year })}
      />
      <YearLinks year={page.year} years={page.years} href={(year) => `/oversight/sheets?year=${year}`} />
      <p className="mt-3">{t("sheets.how")}</p>
      <div className="cols">
        <div className="stack">
          <Section id="tables" title={t("sheets.tables")}>
            <SheetTable page={page} />
          </Section>
          <SchoolProgress page={page} />
        </div>
        <aside className="stack">
          {supplies && <SheetUpload page={page} state={state} />}
          <Section id="recent" title={t("sheets.recent")}>
            {page.recent.length === 0 && <p className="meta mt-3">{t("sheets.recentNone")}</p>}
            <ul className="mt-3 space-y-2">
              {page.recent.map((one) => (
                <li key={one.id}>
                  <a href={`/oversight/sheets/${one.id}`}>{one.fileName}</a>
                  <span className="meta block">
                    {t(`sheet.states.${one.state as "checked"}`)} · {one.personName} ·{" "}
                    {absoluteText(one.createdAt, language)}
                  </span>
                </li>
              ))}
            </ul>
            <Pagination
              {...(page.after ? { firstHref: here } : {})}
              {...(page.next ? { nextHref: `${here}&after=${page.next}` } : {})}
            />
          </Section>
        </aside>
      </div>
    </>
  );
}
