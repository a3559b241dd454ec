import type { MemberCtx } from "~/identity/actor";
import { endGuardian } from "~/identity/commands/end-guardian.server";
import { keepGuardian } from "~/identity/commands/keep-guardian.server";
import { requestGuardianConsent } from "~/identity/commands/request-guardian-consent.server";
import { askConsentForm, guardianForm } from "~/identity/consent-schema";
import { type ParsedForm, parseForm } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { invalidField, notFound, type Result } from "~/platform/result";
import { correctStudent } from "./commands/correct-student.server";
import { inviteStudents } from "./commands/invite-students.server";
import { moveStudent } from "./commands/move-student.server";
import { enterpriseNamed } from "./queries/enterprise-named.server";
import { correctForm, moveForm } from "./student-schema";

export type StudentDone =
  | "corrected"
  | "moved"
  | "guardian"
  | "ended"
  | "asked"
  | "invited"
  | "waiting"
  | "withoutEmail";

export type StudentAct =
  | { kind: "unread"; state: FormState }
  | { kind: "asked"; result: Result<unknown>; done: StudentDone; typed: FormState["typed"] };

const unread = (parsed: ParsedForm<unknown> & { ok: false }): StudentAct => ({
  kind: "unread",
  state: parsed.state,
});

/** Does what a button of a student's page asks for. Goes in: who, which student, the button, the form. */
export const studentAct = async (
  ctx: MemberCtx,
  studentId: string,
  intent: string,
  form: FormData,
): Promise<StudentAct> => {
  if (intent === "correct") {
    const parsed = parseForm(form, correctForm);
    if (!parsed.ok) return unread(parsed);
    const result = await correctStudent(ctx, { studentId, ...parsed.value });
    return { kind: "asked", result, done: "corrected", typed: parsed.typed };
  }
  if (intent === "move") {
    const parsed = parseForm(form, moveForm);
    if (!parsed.ok) return unread(parsed);
    return {
      kind: "asked",
      result: await moveStudent(ctx, { studentId, ...parsed.value }),
      done: "moved",
      typed: {},
    };
  }
  if (intent === "guardian") {
    const parsed = parseForm(form, guardianForm);
    if (!parsed.ok) return unread(parsed);
    const { guardian, ...fields } = parsed.value;
    const result = await keepGuardian(ctx, { studentId, guardianId: guardian, ...fields });
    return { kind: "asked", result, done: "guardian", typed: parsed.typed };
  }
  if (intent === "end-guardian") {
    const result = await endGuardian(ctx, { studentId, guardianId: String(form.get("guardian") ?? "") });
    return { kind: "asked", result, done: "ended", typed: {} };
  }
  if (intent === "ask") {
    const parsed = parseForm(form, askConsentForm);
    if (!parsed.ok) return unread(parsed);
    const { purpose, recipient } = parsed.value;
    const recipientId = recipient ? await enterpriseNamed(recipient) : null;
    const result =
      recipient && !recipientId
        ? invalidField("recipient", "consents.errors.unknownRecipient")
        : await requestGuardianConsent(ctx, { studentId, purpose, recipientId });
    return { kind: "asked", result, done: "asked", typed: parsed.typed };
  }
  if (intent === "invite") {
    const result = await inviteStudents(ctx, { way: "mail", studentId });
    const done =
      !result.ok || result.value.invited > 0
        ? "invited"
        : result.value.waiting > 0
          ? "waiting"
          : "withoutEmail";
    return { kind: "asked", result, done, typed: {} };
  }
  return { kind: "asked", result: notFound(), done: "corrected", typed: {} };
};
