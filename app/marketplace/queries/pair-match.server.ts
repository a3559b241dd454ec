import { catalogue } from "~/catalogues/queries/catalogue.server";
import { bestPostOfEach, type Match, rank, weigh } from "./find-matches.server";
import { placesOf, postsOf } from "./match-candidates.sqlite.server";
import { NO_LENS } from "./match-lens.server";
import { programmeSubject } from "./match-subjects.server";

/**
 * Why one programme and one partner fit: with a listing, or with the partner's best post. Goes in: the ids, today's
 * civil date. Comes out: the match with its parts; null when matching does not see the partner (nothing published, not
 * verified, or changed within the last seconds), or when programme and partner are of the same school.
 */
export const pairMatch = async (
  programmeId: string,
  listingId: string | null,
  partnerId: string,
  today: string,
): Promise<Match | null> => {
  const subject = await programmeSubject(programmeId, today);
  if (!subject) return null;
  const snapshot = await catalogue();
  const places = listingId ? placesOf("listing", listingId) : postsOf(partnerId);
  const weighed = bestPostOfEach(weigh(subject, places, snapshot, today));
  const { matches } = rank(subject, listingId ? "listing" : "post", weighed, {
    today,
    limit: 1,
    snapshot,
    lens: NO_LENS,
  });
  return matches[0] ?? null;
};
