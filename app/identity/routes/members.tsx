import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { notFound, type Result } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import type { MemberCtx } from "../actor";
import { changeRole } from "../commands/change-role.server";
import { endMembership } from "../commands/end-membership.server";
import { inviteMember } from "../commands/invite-member.server";
import { resendInvitation } from "../commands/resend-invitation.server";
import { withdrawInvitation } from "../commands/withdraw-invitation.server";
import { InvitationTable } from "../components/InvitationTable";
import { InviteForm } from "../components/InviteForm";
import { MemberTable } from "../components/MemberTable";
import { refuseManagingMembers, refuseSeeingMembers } from "../policy";
import { membersPage } from "../queries/members-page.server";
import { rolesOf } from "../rules/roles";
import { endForm, invitationForm, inviteForm, roleForm } from "../schema";
import { requireMember } from "../session.server";

const DONE = ["invited", "resent", "withdrawn", "changed", "ended"] as const;
type Done = (typeof DONE)[number];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const refusal = refuseSeeingMembers(ctx.actor);
  if (refusal) throwRefusal(refusal);
  const query = new URL(request.url).searchParams;
  return {
    title: translatorFor(languageOf(request.headers)).room("identity")("members.title"),
    done: DONE.find((one) => one === query.get("done")) ?? null,
    first: query.get("after") === null,
    organization: ctx.actor.organization.name,
    mayManage: refuseManagingMembers(ctx.actor) === null,
    roles: rolesOf(ctx.actor.organization.kind),
    submissionKey: newId(),
    ...(await membersPage(ctx, query.get("after"))),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Outcome = { refused: FormState } | { result: Result<unknown>; done: Done; typed: FormState["typed"] };

const act = async (ctx: MemberCtx, intent: string, form: FormData): Promise<Outcome> => {
  const mails = intent === "invite" || intent === "resend";
  const limited = mails ? await takePoint("mail", ctx.actor.personId) : null;
  if (intent === "invite") {
    const parsed = parseForm(form, inviteForm);
    if (!parsed.ok) return { refused: parsed.state };
    const result: Result<unknown> = limited
      ? { ok: false, refusal: limited }
      : await inviteMember(ctx, parsed.value);
    return { result, done: "invited", typed: parsed.typed };
  }
  if (intent === "resend" || intent === "withdraw") {
    const parsed = parseForm(form, invitationForm);
    if (!parsed.ok) return { refused: parsed.state };
    if (limited) return { result: { ok: false, refusal: limited }, done: "resent", typed: {} };
    return intent === "resend"
      ? { result: await resendInvitation(ctx, parsed.value), done: "resent", typed: {} }
      : { result: await withdrawInvitation(ctx, parsed.value), done: "withdrawn", typed: {} };
  }
  if (intent === "role") {
    const parsed = parseForm(form, roleForm);
    if (!parsed.ok) return { refused: parsed.state };
    return { result: await changeRole(ctx, parsed.value), done: "changed", typed: parsed.typed };
  }
  if (intent === "end") {
    const parsed = parseForm(form, endForm);
    if (!parsed.ok) return { refused: parsed.state };
    return { result: await endMembership(ctx, parsed.value), done: "ended", typed: {} };
  }
  return { result: notFound(), done: "changed", typed: {} };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const refusal = refuseManagingMembers(ctx.actor);
  if (refusal) return throwRefusal(refusal);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const outcome = await act(ctx, intent, form);
  if ("refused" in outcome) return data({ intent, state: outcome.refused }, { status: 422 });
  if (!outcome.result.ok) {
    const refused = outcome.result.refusal;
    return answerRefusal(refused, { intent, state: refusedState(refused, outcome.typed) });
  }
  return redirect(`/organization/members?done=${outcome.done}`, 303);
};

/** Who acts for the organization, who is invited; owners invite, change roles and remove. */
export default function Members() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const plain = answer && answer.intent !== "invite" ? answer.state : null;
  return (
    <>
      <PageHeader title={t("members.title")} subtitle={page.organization} />
      <div className="mt-5">
        {page.done && !answer && <Notice tone="ok">{t(`members.${page.done}`)}</Notice>}
        {plain && (
          <FormErrors
            errors={[]}
            message={any(
              plain.fields[0]?.key ?? plain.message.key,
              plain.fields[0]?.values ?? plain.message.values,
            )}
          />
        )}
      </div>
      <div className="stack">
        <Section title={t("members.list")} id="members">
          <MemberTable members={page.members} roles={page.roles} mayManage={page.mayManage} now={page.now} />
          <Pagination
            {...(page.next ? { nextHref: `/organization/members?after=${page.next}` } : {})}
            {...(page.first ? {} : { firstHref: "/organization/members" })}
          />
          {!page.mayManage && <p className="meta mt-3">{t("members.onlyOwner")}</p>}
        </Section>
        {page.mayManage && (
          <Section title={t("members.invite")} id="invite">
            <InviteForm
              roles={page.roles}
              submissionKey={page.submissionKey}
              state={answer?.intent === "invite" ? answer.state : null}
            />
          </Section>
        )}
        {page.invitations.length > 0 && (
          <Section title={t("members.invitations")} id="invitations">
            <InvitationTable invitations={page.invitations} now={page.now} />
          </Section>
        )}
      </div>
    </>
  );
}
