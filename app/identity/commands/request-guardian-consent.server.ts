import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { type MemberCtx, mayWrite } from "../actor";
import { checkRecipient } from "../consent-ledger.server";
import { askGuardians } from "../consent-requests.server";
import type { ConsentPurpose } from "../rules/consent-purposes";
import { studentFacts } from "../student-facts.server";

/**
 * A school asks the guardians of one of its students for their consent. Goes in: student, purpose, recipient. Comes out:
 * how many requests are open now. Refuses teachers and viewers (forbidden), another school's student (not found), and a
 * student without a guardian whose phone is on record (conflict, saying so).
 */
export const requestGuardianConsent = async (
  ctx: MemberCtx,
  input: { studentId: string; purpose: ConsentPurpose; recipientId: string | null },
): Promise<Result<{ open: number }>> => {
  if (!mayWrite(ctx.actor)) return refuse("forbidden", "errors.forbidden");
  return decide(async (tx) => {
    const student = await studentFacts(tx, input.studentId);
    if (student?.organizationId !== ctx.actor.organizationId || student.birthDate === null) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    await checkRecipient(tx, input.purpose, input.recipientId, civilDate(ctx.clock.now()));
    const open = await askGuardians(tx, ctx, student, input.purpose, input.recipientId);
    if (open.length === 0) return reject({ code: "conflict", key: "consents.errors.noGuardianPhone" });
    return { open: open.length };
  });
};
