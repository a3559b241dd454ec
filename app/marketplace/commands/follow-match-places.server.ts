import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { eventsSince } from "~/platform/events/follow.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { refreshMatchPlaces } from "../match-places.server";

const CURSOR = "match-places";
const EVENTS_AT_ONCE = 500;
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
 * at most 500 events a time. The daily rebuild catches what changes without an event.
 */
export const followMatchPlaces = async (clock: Clock): Promise<number> => {
  const followed = await eventsSince(CURSOR, clock, { most: EVENTS_AT_ONCE });
  if (!followed) return 0;
  const owners = new Set<string>();
  for (const event of followed.events.filter(({ subjectType }) => FOLLOWED.includes(subjectType))) {
    const owner = await ownerOf(event);
    if (owner) owners.add(owner);
  }
  const today = civilDate(clock.now());
  for (const owner of owners) await inTransaction((tx) => refreshMatchPlaces(tx, owner, today));
  await inTransaction(followed.keepPlace);
  return owners.size;
};
