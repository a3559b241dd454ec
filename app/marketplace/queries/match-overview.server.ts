import type { Member } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { type Match, matchesForListing, matchesForProgramme } from "./find-matches.server";
import { type LabelledMatch, labelMatches } from "./label-matches.server";
import type { Lens } from "./match-lens.server";
import { listingSubject, programmeSubject } from "./match-subjects.server";

const SUBJECTS = 12;
const SHOWN = 2;

export type OverviewItem = {
  id: string;
  title: string;
  href: string;
  seats: number | null;
  best: LabelledMatch[];
};

const bestForListing = async (id: string, today: string, lens: Lens): Promise<Match[]> => {
  const subject = await listingSubject(id);
  if (!subject) return [];
  if (subject.side === "listing") return (await matchesForListing(subject, today, SHOWN, lens)).matches;
  return (await matchesForProgramme(subject, today, SHOWN, lens)).listings.matches;
};

const bestForProgramme = async (id: string, today: string, lens: Lens): Promise<Match[]> => {
  const subject = await programmeSubject(id, today);
  if (!subject) return [];
  const { listings, enterprises } = await matchesForProgramme(subject, today, SHOWN, lens);
  return [...listings.matches, ...enterprises.matches].slice(0, SHOWN);
};

/**
 * What a member can look for partners for — its programmes and its published listings, at most 12 of each — with the two
 * best suggestions for each, through the reader's lens. Goes in: the member, today's civil date, the lens.
 */
export const matchOverview = async (
  actor: Member,
  today: string,
  lens: Lens,
): Promise<{ programmes: OverviewItem[]; listings: OverviewItem[] }> => {
  const mine = { organizationId: actor.organizationId };
  const programmes = await read.programme.findMany({
    where: { ...mine, closedAt: null },
    orderBy: { id: "asc" },
    take: SUBJECTS,
    select: { id: true, name: true, seats: true },
  });
  const listings = await read.listing.findMany({
    where: { ...mine, state: "published" },
    orderBy: { publishedAt: "desc" },
    take: SUBJECTS,
    select: { id: true, title: true, seats: true },
  });
  const items = async (
    rows: readonly { id: string; title: string; seats: number | null }[],
    place: "programmes" | "listings",
    best: (id: string, today: string, lens: Lens) => Promise<Match[]>,
  ): Promise<OverviewItem[]> => {
    const found: OverviewItem[] = [];
    for (const row of rows) {
      const matches = await labelMatches(await best(row.id, today, lens));
      found.push({ ...row, href: `/matches/${place}/${row.id}`, best: matches });
    }
    return found;
  };
  return {
    programmes: await items(
      programmes.map(({ name, ...row }) => ({ ...row, title: name })),
      "programmes",
      bestForProgramme,
    ),
    listings: await items(listings, "listings", bestForListing),
  };
};
