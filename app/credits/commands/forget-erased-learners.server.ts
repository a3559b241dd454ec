import type { Ctx } from "~/platform/command";
import { inTransaction } from "~/platform/db/gate.server";
import { eventsSince } from "~/platform/events/follow.server";
import { dropFile } from "~/platform/files/store.server";
import { CLAIM_FILE } from "../rules/claim";

/** Erasures followed in one round. */
const AT_ONCE = 50;
/** More claims than one learner's limit ever lets stand. */
const MOST_CLAIMS = 5_000;

/**
 * Takes an erased student's name, numbers and evidence out of make-up plans, claims and the intermediate store; what was
 * owed and decided stays, without whose it was. It follows the recorded erasures, so that called again it finds nothing
 * left. Comes out: how many students. Source: 《个人信息保护法》 art. 47 (deletion).
 */
export const forgetErasedLearners = async (ctx: Ctx): Promise<{ forgotten: number }> => {
  const followed = await eventsSince("credits-erased", ctx.clock, {
    most: AT_ONCE,
    names: ["student.erased"],
  });
  if (!followed) return { forgotten: 0 };
  const ids = [...new Set(followed.events.map((one) => one.subjectId))];
  const where = { studentId: { in: ids } };
  const files = await inTransaction(async (tx) => {
    const claims = await tx.creditClaim.findMany({ where, take: MOST_CLAIMS, select: { id: true } });
    const evidence = { subjectType: CLAIM_FILE, subjectId: { in: claims.map(({ id }) => id) } };
    const held = await tx.storedFile.findMany({
      where: evidence,
      take: MOST_CLAIMS,
      select: { storageKey: true },
    });
    await tx.storedFile.deleteMany({ where: evidence });
    await tx.creditClaim.updateMany({
      where,
      data: {
        personId: null,
        studentName: "",
        proposedByName: "",
        number: "",
        fileId: null,
        fileName: "",
        version: { increment: 1 },
      },
    });
    await tx.makeUpItem.updateMany({ where, data: { studentName: "", version: { increment: 1 } } });
    await tx.transcriptDeposit.deleteMany({ where });
    await followed.keepPlace(tx);
    return held;
  });
  for (const { storageKey } of files) await dropFile(storageKey);
  return { forgotten: ids.length };
};
