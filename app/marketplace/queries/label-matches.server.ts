import { read } from "~/platform/db/client.server";
import type { Match } from "./find-matches.server";

export type LabelledMatch = Match & { title: string; href: string };

type Named = { id: string; name: string };

const named = (rows: readonly Named[]) => new Map(rows.map(({ id, name }) => [id, name]));

/** Gives matches the names of what was found: a listing's title, a post's or programme's name, and where it is read. */
export const labelMatches = async (matches: readonly Match[]): Promise<LabelledMatch[]> => {
  const idsOf = (kind: Match["kind"]) => ({
    in: matches.filter((match) => match.kind === kind).map(({ refId }) => refId),
  });
  const [listings, posts, programmes] = await Promise.all([
    read.listing.findMany({ where: { id: idsOf("listing") }, select: { id: true, title: true } }),
    read.post.findMany({ where: { id: idsOf("post") }, select: { id: true, name: true } }),
    read.programme.findMany({ where: { id: idsOf("programme") }, select: { id: true, name: true } }),
  ]);
  const names = {
    listing: named(listings.map(({ id, title }) => ({ id, name: title }))),
    post: named(posts),
    programme: named(programmes),
  };
  return matches.map((match) => ({
    ...match,
    title: names[match.kind].get(match.refId) ?? "",
    href: match.kind === "listing" ? `/listings/${match.refId}` : `/organizations/${match.organization.id}`,
  }));
};
