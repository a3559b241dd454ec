import { read } from "../db/client.server";
import { verifyChain } from "./chain";

export type HistoryEntry = {
  id: string;
  name: string;
  at: Date;
  actorName: string;
  actorOrganizationId: string | null;
  subjectType: string;
  subjectId: string;
  payload: Record<string, unknown>;
};

type Row = Awaited<ReturnType<typeof read.event.findMany>>[number];

const toEntry = (row: Row): HistoryEntry => ({
  id: row.id,
  name: row.name,
  at: row.at,
  actorName: (JSON.parse(row.actor) as { name: string }).name,
  actorOrganizationId: row.actorOrganizationId,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  payload: JSON.parse(row.payload) as Record<string, unknown>,
});

/** The newest events of one subject (at most `limit`), newest first: its timeline. */
export const historyOf = async (type: string, id: string, limit = 50): Promise<HistoryEntry[]> => {
  const rows = await read.event.findMany({
    where: { subjectType: type, subjectId: id },
    orderBy: { sequence: "desc" },
    take: Math.min(limit, 200),
  });
  return rows.map(toEntry);
};

/** The newest events that concern an organization (at most `limit`), newest first: "what changed". */
export const recentFor = async (organizationId: string, limit = 20): Promise<HistoryEntry[]> => {
  const heard = await read.eventAudience.findMany({
    where: { organizationId },
    orderBy: { at: "desc" },
    take: Math.min(limit, 100),
    select: { eventId: true },
  });
  const rows = await read.event.findMany({ where: { id: { in: heard.map((h) => h.eventId) } } });
  return rows.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)).map(toEntry);
};

/** Recomputes a subject's whole chain from what is stored: intact, or where it breaks. */
export const checkChain = async (type: string, id: string) => {
  const rows = await read.event.findMany({
    where: { subjectType: type, subjectId: id },
    orderBy: { sequence: "asc" },
  });
  return verifyChain(
    rows.map(({ actorOrganizationId: _organization, at, ...row }) => ({ ...row, at: at.toISOString() })),
  );
};
