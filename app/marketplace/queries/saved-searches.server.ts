import { read } from "~/platform/db/client.server";
import type { Translator } from "~/words/translate";
import { MOST_SEARCHES, type Pace } from "../rules/saved-search";
import { keptConditions } from "./kept-conditions.server";

/** A person's saved searches with their conditions as read, the newest first; never another's, at most twenty. */
export const savedSearchesOf = async (personId: string, now: Date, t: Translator) => {
  const rows = await read.savedSearch.findMany({
    where: { personId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_SEARCHES,
  });
  return Promise.all(
    rows.map(async ({ id, name, query, pace, state, waiting, nextAt, sentAt, version }) => ({
      id,
      name,
      version,
      waiting,
      pace: pace as Pace,
      stopped: state === "stopped",
      href: `/listings?${query}`,
      nextAt: nextAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      conditions: (await keptConditions(new URLSearchParams(query), now, t)).conditions,
    })),
  );
};

export type SavedSearchView = Awaited<ReturnType<typeof savedSearchesOf>>[number];
