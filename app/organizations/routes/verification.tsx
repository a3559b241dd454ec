import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { MemberCtx } from "~/identity/actor";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireMember } from "~/identity/session.server";
import { historyOf } from "~/platform/events/history.server";
import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { receiveForm, UPLOAD_LIMIT_BYTES } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { ok, type Result } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { addEvidence } from "../commands/add-evidence.server";
import { removeEvidence } from "../commands/remove-evidence.server";
import { submitForVerification } from "../commands/submit-for-verification.server";
import { withdrawSubmission } from "../commands/withdraw-submission.server";
import { EvidenceForm } from "../components/EvidenceForm";
import { OrganizationBadge } from "../components/OrganizationBadge";
import { OrganizationTabs } from "../components/OrganizationTabs";
import { ProfileProgress } from "../components/ProfileProgress";
import { SubmissionForm } from "../components/SubmissionForm";
import { mayEditProfile, maySeeWork } from "../policy";
import { evidenceOf, ownOrganization } from "../queries/own-organization.server";
import { GAP_FIELDS } from "../rules/profile-completeness";
import { organizationTimeline } from "../rules/timeline";
import { versionForm } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const seen = maySeeWork(ctx.actor);
  if (!seen.ok) throwRefusal(seen.refusal);
  const id = ctx.actor.organizationId;
  const [profile, evidence, history] = await Promise.all([
    ownOrganization(ctx),
    evidenceOf(id),
    historyOf("organization", id, 30),
  ]);
  return {
    title: translatorFor(languageOf(request.headers)).room("organizations")("verification.title"),
    mayEdit: mayEditProfile(ctx.actor).ok,
    limit: UPLOAD_LIMIT_BYTES,
    now: ctx.clock.now().toISOString(),
    profile,
    evidence,
    timeline: organizationTimeline(history),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Steps that are taken on this page itself. */
const HERE: ReadonlySet<string> = new Set(["submit", "mend", "evidence"]);

const act = async (ctx: MemberCtx, request: Request): Promise<Result<unknown>> => {
  const received = await receiveForm(request, DOCUMENT_KINDS);
  if (!received.ok) return received;
  const { form, files } = received.value;
  const remove = form.get("remove");
  if (typeof remove === "string") return removeEvidence(ctx, remove);
  if (form.get("intent") === "upload") return addEvidence(ctx, files);
  const parsed = parseForm(form, versionForm);
  if (!parsed.ok)
    return {
      ok: false,
      refusal: { code: "invalid", key: "errors.checkFields", fields: parsed.state.fields },
    };
  if (files.length > 0) {
    const added = await addEvidence(ctx, files);
    if (!added.ok) return added;
  }
  const intent = form.get("intent");
  if (intent === "submit") return submitForVerification(ctx, parsed.value);
  if (intent === "withdraw") return withdrawSubmission(ctx, parsed.value);
  return ok(null);
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const done = await act(ctx, request);
  if (done.ok) return redirect("/organization/verification", 303);
  if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, {}) });
};

/** Evidence and submission: what the operator will look at, what is missing, and what happened so far. */
export default function Verification() {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const { profile, evidence, mayEdit, limit, now, timeline } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const labels = Object.fromEntries(GAP_FIELDS.map((field) => [field, t(`field.${field}`)]));
  return (
    <>
      <PageHeader
        title={t("verification.title")}
        subtitle={t("verification.intro")}
        state={<OrganizationBadge state={profile.state} />}
        trail={[{ href: "/organization", label: profile.name }]}
      />
      <OrganizationTabs
        kind={profile.kind}
        current="verification"
        posts={profile.posts}
        programmes={profile.programmes}
      />
      <div className="cols">
        <div className="stack min-w-0">
          {state && (
            <FormErrors
              errors={fieldErrors(state, labels, any)}
              message={any(state.message.key, state.message.values)}
            />
          )}
          <Section title={t("verification.evidence")} id="evidence-files">
            <EvidenceForm
              evidence={evidence}
              shownAt={profile.review?.submittedAt ?? null}
              mayEdit={mayEdit}
              limit={limit}
              state={state}
            />
          </Section>
          {mayEdit && (
            <SubmissionForm
              state={profile.state}
              version={profile.version}
              ready={profile.gaps.every((gap) => !gap.needed)}
            />
          )}
          <Section title={t("verification.history")} id="history">
            <Timeline
              now={now}
              entries={timeline.map((entry) => ({
                id: entry.id,
                at: entry.at,
                kind: entry.kind,
                text: `${entry.actor} ${t(`events.${entry.word}`)}`,
                ...(entry.detail ? { detail: entry.detail } : {}),
              }))}
            />
          </Section>
        </div>
        <ProfileProgress
          state={profile.state}
          gaps={profile.gaps}
          step={profile.step}
          review={profile.review}
          mayEdit={mayEdit && !HERE.has(profile.step.act)}
          formHref="/organization"
        />
      </div>
    </>
  );
}
