import type { PersonCtx } from "~/identity/actor";
import { writeWord } from "~/identity/consent-ledger.server";
import { askGuardians } from "~/identity/consent-requests.server";
import { isMinorOn } from "~/identity/rules/minority";
import { studentFacts } from "~/identity/student-facts.server";
import { decide, reject } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { ownStudent } from "../application-record.server";
import { followConsent } from "../application-sharing.server";
import { OPEN_STATES } from "../rules/application-lifecycle";

/**
 * A student agrees that an application may go to its host: one the school made for them, or one they had taken out of the
 * host's sight. Goes in: the application, the version seen, the language the words were read in. Comes out: whether the host sees it now; a minor's
 * guardians are asked. Refuses another's application (not found) and one that has ended or moved on (conflict).
 */
export const shareApplication = (
  ctx: PersonCtx,
  input: { id: string; version: number; language: Language },
): Promise<Result<{ id: string; shared: boolean }>> =>
  decide(async (tx) => {
    const student = await ownStudent(tx, ctx.actor);
    const row = await tx.application.findUnique({ where: { id: input.id } });
    if (!row || !student || row.studentId !== student.id) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    if (row.version !== input.version || !OPEN_STATES.some((state) => state === row.state)) {
      return reject({ code: "conflict", key: "applications.errors.moved" });
    }
    const facts = await studentFacts(tx, student.id);
    if (!facts?.birthDate) return reject({ code: "not_found", key: "errors.notFound" });
    await writeWord(tx, ctx, {
      student: facts,
      voice: { party: "student", guardianId: null, personId: ctx.actor.personId },
      act: "given",
      purpose: "share_application",
      recipientId: row.hostId,
      language: input.language,
      how: "account",
    });
    if (isMinorOn(facts.birthDate, civilDate(ctx.clock.now()))) {
      await askGuardians(tx, ctx, facts, "share_application", row.hostId);
    }
    const followed = await followConsent(tx, ctx, row);
    return { id: row.id, shared: followed.sharedAt !== null };
  });
