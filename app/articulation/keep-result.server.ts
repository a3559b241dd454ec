import type { Tx } from "~/platform/db/gate.server";
import { partsOf } from "./plan.server";
import { judge } from "./rules/results";

type Member = { id: string; studentId: string; version: number };

/**
 * Writes the scores of one member and what they amount to. Comes out: false when somebody else wrote in between, or the
 * student left meanwhile.
 */
export const keepResult = async (
  tx: Tx,
  pathway: { examParts: string; examPassBp: number },
  member: Member,
  given: readonly (number | null)[],
  now: Date,
): Promise<boolean> => {
  const parts = partsOf(pathway);
  const scores = parts.map((_, at) => given[at] ?? null);
  const judged = judge(parts, scores, pathway.examPassBp);
  const { count } = await tx.articulationMember.updateMany({
    where: { id: member.id, version: member.version, state: { not: "left" } },
    data: {
      scores: JSON.stringify(scores),
      state: judged.state,
      totalBp: judged.totalBp,
      liveKey: judged.state === "failed" ? null : member.studentId,
      updatedAt: now,
      version: { increment: 1 },
    },
  });
  return count === 1;
};
