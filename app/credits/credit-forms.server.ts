import type { MemberCtx, PersonCtx } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import type { RequestFacts } from "~/platform/http/context";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { type Refusal, type Result, refuse } from "~/platform/result";
import { SCHOOLS } from "./policy";

/** The answer to a refused command: why, beside what was typed; a password is never sent back. */
export const refusedForm = (refusal: Refusal, form: FormData) => {
  const { password: _password, ...typed } = typedFrom(form);
  return answerRefusal(refusal, { state: refusedState(refusal, typed) });
};

/** The answer to a form that could not be read. */
export const unreadForm = (state: FormState) =>
  answerRefusal({ code: "invalid", key: state.message.key, fields: state.fields }, { state });

/** The context of somebody who works at a school: neither its students nor those who only look. */
export const requireSchoolStaff = async (request: Request, facts: RequestFacts): Promise<MemberCtx> => {
  const ctx = await requireMember(request, facts, SCHOOLS);
  const { role } = ctx.actor.organization;
  if (role === "student" || role === "viewer") throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  return ctx;
};

/** Does something as a member of the organization one acts for; refuses whoever acts for none (forbidden). */
export const asMember = async <T>(
  ctx: PersonCtx,
  work: (member: MemberCtx) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const { organization } = ctx.actor;
  if (!organization) return refuse("forbidden", "errors.forbidden");
  return work({ ...ctx, actor: { ...ctx.actor, organization, organizationId: organization.id } });
};
