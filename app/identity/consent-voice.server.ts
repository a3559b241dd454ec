import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import type { PersonCtx } from "./actor";
import type { Voice } from "./consent-ledger.server";
import { guardiansOf, type StudentFacts, studentFacts } from "./student-facts.server";

/**
 * In which voice a signed-in person may speak about a student: as that student, or as a guardian whose account is linked.
 * Rejects everybody else as if there were no such student.
 */
export const voiceOf = async (
  tx: Tx,
  ctx: PersonCtx,
  studentId: string,
): Promise<{ student: StudentFacts; voice: Voice }> => {
  const student = await studentFacts(tx, studentId);
  const { personId } = ctx.actor;
  if (student?.personId === personId) {
    return { student, voice: { party: "student", guardianId: null, personId } };
  }
  const guardian = student && (await guardiansOf(tx, studentId)).find((one) => one.personId === personId);
  if (!student || !guardian) return reject({ code: "not_found", key: "errors.notFound" });
  return { student, voice: { party: "guardian", guardianId: guardian.id, personId } };
};
