import {
  type ActionFunctionArgs,
  data,
  type HeadersArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { applyRoster } from "../commands/apply-roster.server";
import { correctRoster } from "../commands/correct-roster.server";
import { discardRoster } from "../commands/discard-roster.server";
import { RosterMend } from "../components/RosterMend";
import { RosterNotes } from "../components/RosterNotes";
import { RosterBadge } from "../components/RosterTable";
import { RosterWarnings } from "../components/RosterWarnings";
import { rosterReport } from "../queries/roster-report.server";
import { correctionsIn } from "../rules/roster-corrections";
import { mayImportRoster } from "../student-policy";
import { versionForm } from "../student-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  const found = (await rosterReport(ctx, params.id ?? "")) ?? throwRefusal(notFound().refusal);
  const title = translatorFor(languageOf(request.headers)).room("students")("roster.title");
  const working = found.state === "checking" || found.state === "writing";
  return data({ title, found }, working ? { headers: { Refresh: "2" } } : {});
};

export const headers = ({ loaderHeaders }: HeadersArgs): Headers => {
  const refresh = loaderHeaders.get("Refresh");
  return new Headers(refresh ? { Refresh: refresh } : {});
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const importId = params.id ?? "";
  const here = `/organization/students/imports/${importId}`;
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent === "discard") {
    const gone = await discardRoster(ctx, { importId });
    return gone.ok ? redirect(here, 303) : throwRefusal(gone.refusal);
  }
  const parsed = parseForm(form, versionForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { version } = parsed.value;
  const done =
    intent === "apply"
      ? await applyRoster(ctx, { importId, version })
      : intent === "correct"
        ? await correctRoster(ctx, { importId, version, ...correctionsIn(parsed.typed) })
        : notFound();
  if (done.ok) return redirect(here, 303);
  const { code } = done.refusal;
  if (code === "forbidden" || code === "not_found") return throwRefusal(done.refusal);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, parsed.typed) });
};

/** What the dry run found: how the file was read, the wrong rows to mend here or in the file, and the one button that imports. */
export default function StudentsRoster() {
  const t = useWords("students");
  const { any } = useTranslator();
  const { found } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const { rows, wrongRows: wrong, report, written } = found;
  const open = found.state === "checked";
  const clean = open && wrong === 0 && report.missing.length === 0;
  return (
    <>
      <PageHeader
        title={found.fileName}
        trail={[
          { href: "/organization/students", label: t("list.title") },
          { href: "/organization/students/import", label: t("import.title") },
        ]}
        subtitle={
          clean
            ? t("roster.allGood", { rows })
            : open && t("roster.summary", { rows, good: rows - wrong, wrong })
        }
        state={<RosterBadge state={found.state} />}
        action={
          open ? (
            <form method="post">
              <HiddenField name="intent" value="discard" />
              <ConfirmButton
                id="discard"
                label={t("roster.discard")}
                question={t("roster.discardQuestion")}
                look="quiet"
              >
                <p>{t("roster.discardText")}</p>
              </ConfirmButton>
            </form>
          ) : (
            <LinkButton href="/organization/students">{t("roster.toList")}</LinkButton>
          )
        }
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {state && <FormErrors errors={[]} message={any(state.message.key, state.message.values)} />}
        {(found.state === "checking" || found.state === "writing") && (
          <Notice tone="neutral">
            {t(`roster.${found.state}`, { rows })}{" "}
            <a href={`/organization/students/imports/${found.id}`}>{t("roster.refresh")}</a>
          </Notice>
        )}
        {found.state === "checked" && found.stopped && (
          <Notice tone="wait">{t("roster.stopped", { why: any(found.stopped, { count: wrong }) })}</Notice>
        )}
        {found.state === "applied" && <Notice tone="ok">{t("roster.applied", written)}</Notice>}
        {found.state === "discarded" && <Notice tone="neutral">{t("roster.discarded")}</Notice>}
      </div>
      <div className="stack mt-5">
        {clean && (
          <form method="post" className="max-w-[640px]">
            <HiddenField name="intent" value="apply" />
            <HiddenField name="version" value={found.version} />
            <p className="meta mb-3">{t("roster.applyNote")}</p>
            <Button>{t("roster.apply", { rows })}</Button>
          </form>
        )}
        {open && <RosterNotes report={report} />}
        {open && report.missing.length > 0 && (
          <LinkButton href="/organization/students/import">{t("roster.reupload")}</LinkButton>
        )}
        {found.wrong.length > 0 && (
          <Section title={t("roster.wrongTitle")} id="wrong" aside={<span className="num">{wrong}</span>}>
            <p className="meta mt-2">{t("roster.wrongShown", { shown: found.wrong.length, total: wrong })}</p>
            <div className="row mt-2">
              <LinkButton
                look="quiet"
                icon="download"
                href={`/organization/students/imports/${found.id}/problems`}
                download
              >
                {t("roster.download")}
              </LinkButton>
              <LinkButton look="quiet" icon="upload" href="/organization/students/import">
                {t("roster.reupload")}
              </LinkButton>
            </div>
            <RosterMend rows={found.wrong} version={found.version} />
            {report.moreIssues > 0 && (
              <p className="meta">{t("roster.moreIssues", { count: report.moreIssues })}</p>
            )}
          </Section>
        )}
        {open && found.warnings.length > 0 && (
          <Section title={t("roster.warnings")} id="warnings">
            <RosterWarnings warnings={found.warnings} />
          </Section>
        )}
      </div>
    </>
  );
}
