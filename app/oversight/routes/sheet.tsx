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
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { Facts } from "~/ui/Facts";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { confirmSheet } from "../commands/confirm-sheet.server";
import { discardSheet } from "../commands/discard-sheet.server";
import { DefinitionChange } from "../components/DefinitionChange";
import { SheetLines } from "../components/SheetLines";
import { sheetPage } from "../queries/sheet-page.server";
import { maySeeSheets, maySupply } from "../report-policy";
import { sheetMove } from "../report-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeSheets(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await sheetPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return {
    title: translatorFor(languageOf(request.headers)).room("reports")("sheet.metaTitle"),
    again: new URL(request.url).searchParams.has("again"),
    mayMove: page.own && maySupply(ctx.actor).ok && page.state === "checked",
    page,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = maySupply(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const id = params.id ?? "";
  if (!(await sheetPage(ctx, id))?.own) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const form = await request.formData();
  const parsed = parseForm(form, sheetMove);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { intent, version } = parsed.value;
  const done =
    intent === "confirm"
      ? await confirmSheet(ctx, { id, version })
      : await discardSheet(ctx, { id, version });
  if (done.ok) return redirect(`/oversight/sheets/${id}`, 303);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
};

const TONES = { checked: "wait", confirmed: "ok", superseded: "neutral", discarded: "neutral" } as const;

/** One sheet: what was read of it, what stands against it, and the confirmation that makes it count. */
export default function Sheet() {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { any, language } = useTranslator();
  const { page, again, mayMove } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const when = (name: string, at: string) => t("sheet.person", { name, when: absoluteText(at, language) });
  const list = `/oversight/sheets?year=${page.year}`;
  return (
    <>
      <PageHeader
        title={t("sheet.title", { table: figures(`table.${page.tableId}`), year: page.year })}
        trail={[{ href: list, label: t("sheets.title") }]}
        subtitle={t("sheet.from", { organization: page.organization, file: page.fileName })}
        state={<StateBadge tone={TONES[page.state]} word={t(`sheet.states.${page.state}`)} />}
      />
      {again && <Notice>{t("sheet.again")}</Notice>}
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      {mayMove && (
        <div className="mt-4">
          <p>
            {page.problems > 0
              ? t("sheet.problemsText", { count: page.problems })
              : t("sheet.confirmText", { count: page.filled })}{" "}
            {page.before &&
              page.problems === 0 &&
              t("sheet.supersedes", { when: absoluteText(page.before.at, language) })}
          </p>
          <form method="post" className="row mt-3">
            <HiddenField name="version" value={page.version} />
            {page.problems === 0 ? (
              <Button name="intent" value="confirm">
                {t("sheet.confirm")}
              </Button>
            ) : (
              <LinkButton href={`${list}#upload`}>{t("sheet.upload")}</LinkButton>
            )}
            <Button look="quiet" name="intent" value="discard">
              {t("sheet.discard")}
            </Button>
          </form>
        </div>
      )}
      <div className="cols">
        <div>
          <Section id="rows" title={t(page.problems > 0 ? "sheet.problems" : "sheet.rows")}>
            <SheetLines page={page} />
          </Section>
        </div>
        <aside className="stack">
          <Section id="facts" title={t("sheet.facts")}>
            <Facts
              facts={[
                {
                  label: t("sheet.file"),
                  value: page.own ? (
                    <a href={`/oversight/sheets/${page.id}/file`}>{page.fileName}</a>
                  ) : (
                    page.fileName
                  ),
                },
                { label: t("sheet.uploaded"), value: when(page.uploadedBy, page.uploadedAt) },
                ...(page.confirmedAt
                  ? [{ label: t("sheet.confirmed"), value: when(page.confirmedBy ?? "", page.confirmedAt) }]
                  : []),
                ...(page.supersededById
                  ? [
                      {
                        label: t("sheet.supersededBy"),
                        value: (
                          <a href={`/oversight/sheets/${page.supersededById}`}>{t("sheet.supersededLink")}</a>
                        ),
                      },
                    ]
                  : []),
                {
                  label: t("sheet.hash"),
                  value: <code className="num break-all text-sm">{page.sha256}</code>,
                },
              ]}
            />
          </Section>
          {page.changed.length > 0 && (
            <Section id="changed" title={t("sheet.changed")}>
              {page.changed.map((one) => (
                <DefinitionChange key={one.title.en} {...one} year={page.year} />
              ))}
            </Section>
          )}
        </aside>
      </div>
    </>
  );
}
