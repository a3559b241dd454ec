import { read } from "~/platform/db/client.server";
import { checkChain } from "~/platform/events/history.server";
import type { EventQuery } from "../schema";

const PAGE = 50;

/** The instants between which a civil date lies in Asia/Shanghai. */
const dayBounds = (from?: string, to?: string) => ({
  ...(from ? { gte: new Date(`${from}T00:00:00+08:00`) } : {}),
  ...(to ? { lt: new Date(new Date(`${to}T00:00:00+08:00`).getTime() + 86_400_000) } : {}),
});

/**
 * Recorded events, newest first, fifty at a time. Goes in: the subject (type and id), the event's name, the days, and
 * the instant and id where the last page ended. With a whole subject its chain of hashes is recomputed too. Comes out:
 * the events and where to go on.
 */
export const searchEvents = async (query: EventQuery) => {
  const at = dayBounds(query.from, query.to);
  const [beforeAt, beforeId] = query.before?.split("_") ?? [];
  const ended = beforeAt && beforeId ? new Date(beforeAt) : null;
  const rows = await read.event.findMany({
    where: {
      ...(query.type ? { subjectType: query.type } : {}),
      ...(query.id ? { subjectId: query.id } : {}),
      ...(query.name ? { name: query.name } : {}),
      ...(Object.keys(at).length > 0 ? { at } : {}),
      ...(ended && beforeId ? { OR: [{ at: { lt: ended } }, { at: ended, id: { lt: beforeId } }] } : {}),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      name: row.name,
      at: row.at.toISOString(),
      actor: (JSON.parse(row.actor) as { name: string }).name,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      sequence: row.sequence,
      payload: row.payload,
      hash: row.hash,
    })),
    next: rows.length > PAGE && last ? `${last.at.toISOString()}_${last.id}` : null,
    chain: query.type && query.id ? await checkChain(query.type, query.id) : null,
  };
};

export type EventItem = Awaited<ReturnType<typeof searchEvents>>["items"][number];
