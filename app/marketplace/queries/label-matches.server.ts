import { read } from "~/platform/db/client.server";
import { systemClock } from "~/platform/time/clock";
import { fullThisMonth } from "../quota-standing.server";
import type { Match } from "./find-matches.server";

export type LabelledMatch = Match & {
  title: string;
  href: string;
  /** From when the party takes new enquiries again, where it has had enough this month; such stand last. */
  fullUntil: string | null;
};

type Named = { id: string; name: string };

const named = (rows: readonly Named[]) => new Map(rows.map(({ id, name }) => [id, name]));

/**
 * Gives matches the names of what was found: a listing's title, a post's or programme's name, and where it is read. Those
 * whose party takes no more enquiries this month by its own limit go last, marked with the date from which it does.
 */
export const labelMatches = async (
  matches: readonly Match[],
  now: Date = systemClock.now(),
): Promise<LabelledMatch[]> => {
  const idsOf = (kind: Match["kind"]) => ({
    in: matches.filter((match) => match.kind === kind).map(({ refId }) => refId),
  });
  const [listings, posts, programmes, full] = await Promise.all([
    read.listing.findMany({ where: { id: idsOf("listing") }, select: { id: true, title: true } }),
    read.post.findMany({ where: { id: idsOf("post") }, select: { id: true, name: true } }),
    read.programme.findMany({ where: { id: idsOf("programme") }, select: { id: true, name: true } }),
    fullThisMonth(
      read,
      matches.map(({ organization }) => organization.id),
      now,
    ),
  ]);
  const names = {
    listing: named(listings.map(({ id, title }) => ({ id, name: title }))),
    post: named(posts),
    programme: named(programmes),
  };
  const taking = matches.filter(({ organization }) => !full.has(organization.id));
  const later = matches.filter(({ organization }) => full.has(organization.id));
  const places = matches.map(({ position }) => position);
  return [...taking, ...later].map((match, at) => ({
    ...match,
    position: places[at] ?? match.position,
    fullUntil: full.get(match.organization.id) ?? null,
    title: names[match.kind].get(match.refId) ?? "",
    href: match.kind === "listing" ? `/listings/${match.refId}` : `/organizations/${match.organization.id}`,
  }));
};
