import { read } from "~/platform/db/client.server";
import { checkChain } from "~/platform/events/history.server";
import type { EventQuery } from "../schema";
import type { EventItem } from "../shapes";

const PAGE = 50;

/** The instants between which a civil date lies in Asia/Shanghai. */
const dayBounds = (from?: string, to?: string) => ({
  ...(from ? { gte: new Date(`${from}T00:00:00+08:00`) } : {}),
  ...(to ? { lt: new Date(new Date(`${to}T00:00:00+08:00`).getTime() + 86_400_000) } : {}),
});

type Before = { sequence: number } | { at: Date; id: string } | null;

const readBefore = (text: string | undefined): Before => {
  if (!text) return null;
  const [at, id] = text.split("_");
  return id ? { at: new Date(at ?? ""), id } : { sequence: Number(text) };
};

/** Within one subject events follow its sequence; across subjects the clock, then the id. */
const placeAfter = (before: Before) => {
  if (!before) return {};
  if ("sequence" in before) return { sequence: { lt: before.sequence } };
  return { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] };
};

const toItem = (row: Awaited<ReturnType<typeof read.event.findMany>>[number]): EventItem => ({
  id: row.id,
  name: row.name,
  at: row.at.toISOString(),
  actor: (JSON.parse(row.actor) as { name: string }).name,
  subjectType: row.subjectType,
  subjectId: row.subjectId,
  sequence: row.sequence,
  payload: row.payload,
  hash: row.hash,
});

/**
 * Recorded events, newest first, fifty at a time. Goes in: the subject (type and id), the event's name, the days, and
 * where the last page ended. With a whole subject its chain of hashes is recomputed too. Comes out: the events and
 * where to go on.
 */
export const searchEvents = async (query: EventQuery) => {
  const at = dayBounds(query.from, query.to);
  const whole = query.type !== undefined && query.id !== undefined;
  const rows = await read.event.findMany({
    where: {
      ...(query.type ? { subjectType: query.type } : {}),
      ...(query.id ? { subjectId: query.id } : {}),
      ...(query.name ? { name: query.name } : {}),
      ...(Object.keys(at).length > 0 ? { at } : {}),
      ...placeAfter(readBefore(query.before)),
    },
    orderBy: whole ? { sequence: "desc" } : [{ at: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    items: shown.map(toItem),
    next: last ? (whole ? String(last.sequence) : `${last.at.toISOString()}_${last.id}`) : null,
    chain: query.type && query.id ? await checkChain(query.type, query.id) : null,
  };
};
