import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { linesOf } from "../application-lines.server";
import { ownStudent } from "../application-record.server";
import { proposalLines } from "../proposal-lines.server";

const PAGE = 30;

/**
 * A student's own applications: open ones with the soonest date first, or those that ended, newest first, thirty at a time
 * after the given id; and their own proposals. Null for an account without a student record.
 */
export const ownApplications = async (actor: Person, tab: "open" | "ended", after: string | null) => {
  const student = await ownStudent(read, actor);
  if (!student) return null;
  const studentId = student.id;
  const open = tab === "open";
  const [rows, openCount, proposals] = await Promise.all([
    read.application.findMany({
      where: {
        studentId,
        endedAt: open ? null : { not: null },
        ...(after && !open ? { id: { lt: after } } : {}),
      },
      orderBy: open ? [{ replyBy: "asc" }, { id: "asc" }] : { id: "desc" },
      take: PAGE + 1,
    }),
    read.application.count({ where: { studentId, endedAt: null } }),
    open
      ? read.placementProposal.findMany({ where: { studentId }, orderBy: { createdAt: "desc" }, take: 10 })
      : [],
  ]);
  return {
    counts: { open: openCount },
    items: await linesOf(rows.slice(0, PAGE), false),
    proposals: await proposalLines(proposals),
    next: !open && rows.length > PAGE ? (rows[PAGE - 1]?.id ?? null) : null,
  };
};
