import { read } from "~/platform/db/client.server";
import { linesOf } from "../application-lines.server";
import { proposalLines } from "../proposal-lines.server";

export const SCHOOL_TABS = ["open", "proposals", "ended"] as const;
export type SchoolTab = (typeof SCHOOL_TABS)[number];

const PAGE = 50;

/**
 * Applications of a school's students: open ones with the soonest date first, ended ones newest first, or what students
 * found themselves, fifty at a time after the given cursor. Comes out: lines with the students' names, and counts.
 */
export const schoolApplications = async (schoolId: string, tab: SchoolTab, after: string | null) => {
  const [open, waiting] = await Promise.all([
    read.application.count({ where: { schoolId, endedAt: null } }),
    read.placementProposal.count({ where: { schoolId, state: "proposed" } }),
  ]);
  const counts = { open, proposals: waiting };
  if (tab === "proposals") {
    const rows = await read.placementProposal.findMany({
      where: { schoolId, state: { not: "withdrawn" }, ...(after ? { id: { lt: after } } : {}) },
      orderBy: { id: "desc" },
      take: PAGE + 1,
    });
    const shown = rows.slice(0, PAGE);
    return {
      counts,
      items: [],
      proposals: await proposalLines(shown),
      next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    };
  }
  const [date, id] = after?.split("~") ?? [];
  const rows = await read.application.findMany({
    where:
      tab === "open"
        ? {
            schoolId,
            endedAt: null,
            ...(date && id ? { OR: [{ replyBy: { gt: date } }, { replyBy: date, id: { gt: id } }] } : {}),
          }
        : { schoolId, endedAt: { not: null }, ...(after ? { id: { lt: after } } : {}) },
    orderBy: tab === "open" ? [{ replyBy: "asc" }, { id: "asc" }] : { id: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const cursor = last && (tab === "open" ? `${last.replyBy}~${last.id}` : last.id);
  return {
    counts,
    items: await linesOf(shown, true),
    proposals: [],
    next: rows.length > PAGE && cursor ? cursor : null,
  };
};
