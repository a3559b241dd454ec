import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { refreshMatchPlaces } from "../match-places.server";

const CURSOR = "match-places";
const EVENTS_AT_ONCE = 500;
const SETTLED_MS = 1_000;
const FOLLOWED = ["listing", "organization", "post", "programme"];

type Seen = { subjectType: string; subjectId: string; actorOrganizationId: string | null };

const ownerOf = async ({ subjectType, subjectId, actorOrganizationId }: Seen): Promise<string | null> => {
  if (subjectType === "organization") return subjectId;
  const where = { id: subjectId };
  const select = { organizationId: true } as const;
  if (subjectType === "listing")
    return (await read.listing.findUnique({ where, select }))?.organizationId ?? null;
  if (subjectType === "post") return (await read.post.findUnique({ where, select }))?.organizationId ?? null;
  if (subjectType === "programme")
    return (await read.programme.findUnique({ where, select }))?.organizationId ?? null;
  return actorOrganizationId;
};

/**
 * Follows the recorded events: whenever an organization, a post, a programme or a listing has changed, matching sees it
 * as it now is, a second or two later. Goes in: the clock. Comes out: how many organizations were brought up to date;
 * at most 500 events a time. Changes are committed one after another in the order of their instants, so that whatever
 * is a second old is complete; the daily rebuild catches what still slipped through.
 */
export const followMatchPlaces = async (clock: Clock): Promise<number> => {
  const cursor = await read.eventCursor.findUnique({ where: { name: CURSOR } });
  const from = cursor?.at ?? new Date(0);
  const until = new Date(clock.now().getTime() - SETTLED_MS);
  const events = await read.event.findMany({
    where: {
      OR: [{ at: { gt: from, lte: until } }, { at: from, id: { gt: cursor?.eventId ?? "" } }],
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: EVENTS_AT_ONCE,
    select: { id: true, at: true, subjectType: true, subjectId: true, actorOrganizationId: true },
  });
  const last = events.at(-1);
  if (!last) return 0;
  const owners = new Set<string>();
  for (const event of events.filter(({ subjectType }) => FOLLOWED.includes(subjectType))) {
    const owner = await ownerOf(event);
    if (owner) owners.add(owner);
  }
  const today = civilDate(clock.now());
  for (const owner of owners) await inTransaction((tx) => refreshMatchPlaces(tx, owner, today));
  await inTransaction((tx) =>
    tx.eventCursor.upsert({
      where: { name: CURSOR },
      create: { name: CURSOR, at: last.at, eventId: last.id },
      update: { at: last.at, eventId: last.id },
    }),
  );
  return owners.size;
};
