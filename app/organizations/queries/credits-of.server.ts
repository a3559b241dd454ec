import { read } from "~/platform/db/client.server";

const MOST = 500;

export type CreditLine = {
  id: string;
  act: string;
  source: string;
  sourceId: string;
  name: string;
  creditsCenti: number;
  hours: number | null;
  grade: string | null;
  earnedOn: string;
  voided: boolean;
};

/**
 * A learner's credit ledger, oldest first, at most 500 lines. Goes in: the student's id, which the caller may see. Comes
 * out: the lines, those taken back marked, and the sum in hundredths of what stands (owed credits are not in it).
 */
export const creditsOf = async (
  studentId: string,
): Promise<{ lines: CreditLine[]; standingCenti: number }> => {
  const rows = await read.creditEntry.findMany({
    where: { studentId },
    orderBy: [{ earnedOn: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const takenBack = new Set(rows.map(({ voidsId }) => voidsId));
  const lines = rows
    .filter(({ act }) => act !== "voided")
    .map(({ id, act, source, sourceId, name, creditsCenti, hours, grade, earnedOn }) => ({
      id,
      act,
      source,
      sourceId,
      name,
      creditsCenti,
      hours,
      grade,
      earnedOn,
      voided: takenBack.has(id),
    }));
  const standing = lines.filter(({ act, voided }) => act !== "owed" && !voided);
  return { lines, standingCenti: standing.reduce((sum, line) => sum + line.creditsCenti, 0) };
};
