import { read } from "~/platform/db/client.server";
import { compareTracks } from "../rules/comparison";
import type { EligibilityFinding } from "../rules/eligibility";
import type { Direction } from "../rules/pack";
import type { Edge } from "../rules/term";
import { statedIn } from "../transfer-facts.server";
import { schoolNames } from "./transfers-list.server";

/**
 * The transfer a guardian follows by link: the latest of this student to this school. Goes in: both ids, as the consent request
 * holds them. Comes out: what a parent needs (state, whose turn, findings, comparison), nothing of others; null for none.
 */
export const followedTransfer = async (studentId: string, toSchoolId: string | null) => {
  const transfer = await read.transfer.findFirst({
    where: { studentId, toSchoolId: toSchoolId ?? "" },
    orderBy: { createdAt: "desc" },
  });
  if (!transfer) return null;
  const [window, names] = await Promise.all([
    read.transferWindow.findUniqueOrThrow({ where: { id: transfer.windowId } }),
    schoolNames([transfer.fromSchoolId, transfer.toSchoolId]),
  ]);
  const point = { grade: window.grade, term: window.term, edge: window.edge as Edge };
  return {
    reference: transfer.reference,
    from: names.get(transfer.fromSchoolId) ?? "",
    to: names.get(transfer.toSchoolId) ?? "",
    state: transfer.state,
    turn: transfer.turn,
    due: transfer.dueOn.startsWith("9999") ? null : transfer.dueOn,
    reason: transfer.reason,
    reasonCode: transfer.reasonCode,
    findings: JSON.parse(transfer.findings) as EligibilityFinding[],
    comparison: compareTracks(transfer.direction as Direction, point, statedIn(transfer).examsPassed),
  };
};
