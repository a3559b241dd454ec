import type { PersonCtx } from "~/identity/actor";
import { transferFor } from "~/pathways/transfer-access.server";
import { read } from "~/platform/db/client.server";
import type { TranscriptLine } from "../rules/convert";
import { gradeCenti } from "../rules/grade";

const MOST = 120;

/**
 * What the ledger holds of a transferred student's courses at the sending school, as transcript lines. Goes in: who looks, the
 * transfer. Comes out: the lines with a grade that reads, the date of the entry standing for the term; none where the
 * transfer is not theirs.
 */
export const ledgerTranscript = async (ctx: PersonCtx, transferId: string): Promise<TranscriptLine[]> => {
  const found = await transferFor(read, ctx.actor, transferId);
  if (!found?.voices.includes("receiving")) return [];
  const { fromSchoolId, studentId } = found.transfer;
  const entries = await read.creditEntry.findMany({
    where: { studentId, schoolId: fromSchoolId, act: "earned", source: "course" },
    orderBy: [{ earnedOn: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const voided = await read.creditEntry.findMany({
    where: { voidsId: { in: entries.map((one) => one.id) } },
    select: { voidsId: true },
  });
  const gone = new Set(voided.map((one) => one.voidsId));
  return entries
    .filter((one) => !gone.has(one.id) && gradeCenti(one.grade ?? "") !== null)
    .map((one) => ({
      code: one.item,
      name: one.name,
      creditsCenti: one.creditsCenti,
      hours: one.hours,
      grade: one.grade ?? "",
      term: one.earnedOn,
    }));
};
