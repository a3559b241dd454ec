import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { ImportUpload } from "~/organizations/components/ImportUpload";
import { headerOf } from "~/organizations/import-template.server";
import { receiveImport } from "~/organizations/import-upload.server";
import { mayEditProfile, mayHaveProgrammes } from "~/organizations/policy";
import { refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { recentImports } from "~/platform/imports/import-page.server";
import { notFound } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { askGraduatesAgain } from "../commands/ask-graduates-again.server";
import { AskAgain, OutcomeFigures } from "../components/OutcomeFigures";
import { OUTCOME_IMPORT } from "../outcome-import.server";
import { outcomeFigures } from "../queries/outcome-figures.server";
import { unansweredGraduates } from "../queries/unanswered-graduates.server";
import { OUTCOME_COLUMNS } from "../rules/outcome-columns";
import { OUTCOME_DEFINITIONS, outcomeMonth } from "../rules/outcome-definitions";

type Sent = { asked: number; unreachable: number; lately: number };

const sentTo = (year: number, month: number, { asked, unreachable, lately }: Sent): string =>
  new URLSearchParams(
    Object.entries({ year, month, asked, unreachable, lately }).map(([name, value]) => [name, String(value)]),
  ).toString();

/** What a letter round came to, from the address it led to; null where there was none. */
const sentOf = (query: URLSearchParams): Sent | null =>
  query.has("asked")
    ? {
        asked: Number(query.get("asked")),
        unreachable: Number(query.get("unreachable")),
        lately: Number(query.get("lately")),
      }
    : null;

const guarded = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  for (const allowed of [mayHaveProgrammes(ctx.actor), mayEditProfile(ctx.actor)]) {
    if (!allowed.ok) throwRefusal(allowed.refusal);
  }
  return ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await guarded(args);
  const language = languageOf(args.request.headers);
  const query = new URL(args.request.url).searchParams;
  const now = ctx.clock.now();
  const thisYear = Number(civilDate(now).slice(0, 4));
  const year = Number(query.get("year")) || thisYear;
  const month = outcomeMonth(Number(query.get("month") ?? 0)) ?? 0;
  return {
    title: translatorFor(language).room("outcomes")("school.title"),
    year,
    month,
    years: [thisYear - 2, thisYear - 1, thisYear],
    months: [...OUTCOME_DEFINITIONS.months],
    open: (await unansweredGraduates(ctx.actor.organizationId, year, month)).length,
    sent: sentOf(query),
    found: await outcomeFigures({ scope: { schoolIds: [ctx.actor.organizationId] }, month, year }),
    required: OUTCOME_COLUMNS.filter((def) => def.required)
      .map((def) => headerOf(def, language))
      .join("、"),
    now: now.toISOString(),
    recent: await recentImports(ctx.actor.organizationId, "outcomes"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await guarded(args);
  const query = new URL(args.request.url).searchParams;
  if (query.has("again")) {
    const month = outcomeMonth(Number(query.get("month")));
    const year = Number(query.get("year"));
    if (month === null || !Number.isInteger(year)) return throwRefusal(notFound().refusal);
    const asked = await askGraduatesAgain(ctx, { year, month });
    if (!asked.ok) return answerRefusal(asked.refusal, { state: refusedState(asked.refusal, {}) });
    return redirect(`/organization/outcomes?${sentTo(year, month, asked.value)}`, 303);
  }
  const started = await receiveImport(args.request, ctx, OUTCOME_IMPORT);
  if (started.ok) return redirect(`/organization/imports/${started.value.id}`, 303);
  return answerRefusal(started.refusal, { state: refusedState(started.refusal, {}) });
};

/** What became of a school's graduates: the four shares of a year, and the school's own list to be read in. */
export default function Outcomes() {
  const t = useWords("outcomes");
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const template = "/organization/outcomes/template";
  return (
    <>
      <PageHeader title={page.title} subtitle={t("school.lead")} />
      <p className="row my-4">
        <a href="/placements/figures">{t("school.programmes")}</a>
        <a href="/organization/rubrics">{t("school.rubrics")}</a>
      </p>
      <div className="stack">
        {page.sent && <Notice tone="ok">{t("school.againDone", page.sent)}</Notice>}
        <OutcomeFigures {...page} />
        {page.open > 0 && <AskAgain {...page} />}
        <Section id="import" title={t("school.import")}>
          <ImportUpload
            kind="outcomes"
            required={page.required}
            state={state}
            recent={page.recent}
            now={page.now}
            templates={
              <>
                <LinkButton look="ghost" icon="download" href={template} download>
                  XLSX
                </LinkButton>
                <LinkButton look="quiet" icon="download" href={`${template}?format=csv`} download>
                  CSV
                </LinkButton>
              </>
            }
          />
        </Section>
      </div>
    </>
  );
}
