import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireOperator } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { DueDate } from "~/ui/DueDate";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { approveOrganization } from "../commands/approve-organization.server";
import { returnOrganization } from "../commands/return-organization.server";
import { DecisionForm } from "../components/DecisionForm";
import { OrganizationBadge } from "../components/OrganizationBadge";
import { SharedFacts } from "../components/SharedFacts";
import { SnapshotFacts } from "../components/SnapshotFacts";
import { verificationCase } from "../queries/verification-case.server";
import { decisionForm, fieldNotes } from "../schema";

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const review = (await verificationCase(params.id ?? "")) ?? throwRefusal(notFound().refusal);
  const t = translatorFor(languageOf(request.headers)).room("admin");
  return {
    title: t("case.title", { name: review.name }),
    now: clock.now().toISOString(),
    done: new URL(request.url).searchParams.has("done"),
    review,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireOperator(request, context);
  const reviewId = params.id ?? "";
  const form = await request.formData();
  const parsed = parseForm(form, decisionForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { reason, note = {} } = parsed.value;
  const notes = fieldNotes.parse(Object.fromEntries(Object.entries(note).filter(([, text]) => text)));
  const decided =
    form.get("intent") === "approve"
      ? await approveOrganization(ctx, { reviewId, ...(reason ? { reason } : {}) })
      : await returnOrganization(ctx, { reviewId, ...(reason ? { reason } : {}), notes });
  if (decided.ok) return redirect(`/admin/verifications/${reviewId}?done=1`, 303);
  if (decided.refusal.code === "not_found") return throwRefusal(decided.refusal);
  return answerRefusal(decided.refusal, { state: refusedState(decided.refusal, parsed.typed) });
};

/** One profile as submitted, its evidence, what it shares with others, and the operator's decision. */
export default function VerificationCase() {
  const t = useWords("admin");
  const trust = useWords("trust");
  const { any } = useTranslator();
  const { review, now, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const verified = review.state === "verified" && review.decision === "approved";
  const open = review.decision === null || verified;
  return (
    <>
      <PageHeader
        title={t("case.title", { name: review.name })}
        trail={[
          { href: "/admin", label: t("title") },
          { href: "/admin/verifications", label: t("queue.title") },
        ]}
        subtitle={
          <>
            {t("case.submitted")} <RelativeDate at={review.submittedAt} now={now} />
            {review.decision === null && (
              <>
                {" · "}
                {t("case.due")} <DueDate due={review.dueOn} now={now} />
                {review.dueUncertain && ` (${t("queue.uncertain")})`}
              </>
            )}
          </>
        }
        state={<OrganizationBadge state={review.state} />}
      />
      {done && !state && <Notice tone="ok">{t("case.done")}</Notice>}
      <div className="cols">
        <div className="stack min-w-0">
          <Section title={t("case.snapshot")} id="snapshot">
            <SnapshotFacts snapshot={review.snapshot} />
          </Section>
          <Section
            title={t("case.evidence")}
            id="evidence"
            aside={<span className="note">{t("case.evidenceNote")}</span>}
          >
            {review.snapshot.evidence.length === 0 && <p className="meta mt-3">{t("case.noEvidence")}</p>}
            <ul>
              {review.snapshot.evidence.map((file) => (
                <li key={file.id} className="border-b border-(--line) py-2">
                  <a href={`/files/${file.id}`}>{file.name}</a>
                  <div className="note num break-all">SHA-256 {file.sha256}</div>
                </li>
              ))}
            </ul>
          </Section>
          <Section
            title={t("case.facts")}
            id="shared"
            aside={<a href={`/admin/organizations/${review.organizationId}`}>{trust("desk.title")}</a>}
          >
            <SharedFacts facts={review.facts} />
          </Section>
        </div>
        <div className="stack">
          <Section title={t("case.decision")} id="decision">
            {review.decision && (
              <p className="mt-3">
                {t(`case.${review.decision as "approved"}`)}
                {review.reason && <span className="meta"> · {review.reason}</span>}
              </p>
            )}
            {state && (
              <FormErrors
                errors={fieldErrors(state, { reason: t("case.reason") }, any)}
                message={any(state.message.key, state.message.values)}
              />
            )}
            {review.decision === null && review.merges.length > 0 && (
              <Notice tone="neutral">
                {t("case.merges")} {review.merges.map((fact) => fact.other.name).join("、")}
              </Notice>
            )}
            {open && <DecisionForm verified={verified} state={state} />}
          </Section>
          {review.earlier.length > 0 && (
            <Section title={t("case.earlier")} id="earlier">
              <ul>
                {review.earlier.map((one) => (
                  <li key={one.id} className="border-b border-(--line) py-2 text-sm">
                    <a href={`/admin/verifications/${one.id}`}>
                      {t(`case.${(one.decision ?? "pending") as "pending"}`)}
                    </a>{" "}
                    <RelativeDate at={one.submittedAt} now={now} />
                    {one.reason && <div className="meta">{one.reason}</div>}
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
