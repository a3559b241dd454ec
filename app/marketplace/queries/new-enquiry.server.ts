import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import type { Member } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { reopensOn } from "../quota-standing.server";
import { type Match, matchesForListing } from "./find-matches.server";
import { listingSubject } from "./match-subjects.server";
import { pairMatch } from "./pair-match.server";
import { type ReplyFigures, replyFiguresOf } from "./reply-figures.server";

export type NewEnquiryAsked = { listing: string | null; programme: string | null; to: string | null };

export type NewEnquiryView = {
  to: { id: string; name: string; region: string };
  listing: {
    id: string;
    title: string;
    startsOn: string | null;
    endsOn: string | null;
    seats: number | null;
  } | null;
  programmeId: string | null;
  programmes: { id: string; name: string; seats: number }[];
  match: Match | null;
  replies: ReplyFigures;
  /** From when the other side takes new enquiries again, where this month's are taken. */
  fullUntil: string | null;
};

/** The reasons as the asker sees them: for its own listing the programme, else the partner beside the programme. */
const whyThem = async (
  programmeId: string,
  listing: { id: string; organizationId: string } | null,
  { mine, toId, school }: { mine: string; toId: string; school: boolean },
  today: string,
): Promise<Match | null> => {
  if (listing?.organizationId !== mine) {
    return pairMatch(programmeId, listing?.id ?? null, school ? toId : mine, today);
  }
  const subject = await listingSubject(listing.id);
  if (subject?.side !== "listing") return null;
  const { matches } = await matchesForListing(subject, today, 50);
  return matches.find(({ refId }) => refId === programmeId) ?? null;
};

/**
 * What a new enquiry begins with: the other side, the listing or programme it is about, why they fit, how they answer.
 * Goes in: the member, the listing, programme and organization named in the address, the time. Comes out: null
 * when there is nobody to ask: no such published listing or organization, or it is one's own.
 */
export const newEnquiry = async (
  actor: Member,
  asked: NewEnquiryAsked,
  now: Date,
): Promise<NewEnquiryView | null> => {
  const today = civilDate(now);
  const mine = actor.organizationId;
  const listing = asked.listing
    ? await read.listing.findFirst({
        where: { id: asked.listing, state: { notIn: ["draft", "checking", "archived"] } },
        select: {
          id: true,
          title: true,
          startsOn: true,
          endsOn: true,
          seats: true,
          seatsTaken: true,
          organizationId: true,
        },
      })
    : null;
  if (asked.listing && !listing) return null;
  const named = asked.programme
    ? await read.programme.findUnique({ where: { id: asked.programme }, select: { organizationId: true } })
    : null;
  const asker = named && named.organizationId !== mine ? named.organizationId : null;
  const owner = listing && listing.organizationId !== mine ? listing.organizationId : null;
  const toId = owner ?? asked.to ?? asker;
  if (!toId || toId === mine) return null;
  const to = await read.organization.findUnique({
    where: { id: toId },
    select: { id: true, name: true, regionCode: true, state: true },
  });
  if (!to || !["verified", "unclaimed"].includes(to.state)) return null;
  const school = actor.organization.kind === "school";
  const programmes = await read.programme.findMany({
    where: { organizationId: school ? mine : toId, closedAt: null },
    orderBy: { id: "asc" },
    take: 100,
    select: { id: true, name: true, seats: true },
  });
  const programmeId = programmes.find(({ id }) => id === asked.programme)?.id ?? null;
  const { regions } = await catalogue();
  return {
    to: { id: to.id, name: to.name, region: regionName(regions, to.regionCode) },
    listing: listing && {
      id: listing.id,
      title: listing.title,
      startsOn: listing.startsOn,
      endsOn: listing.endsOn,
      seats: listing.seats === null ? null : Math.max(0, listing.seats - listing.seatsTaken),
    },
    programmeId,
    programmes,
    match: programmeId ? await whyThem(programmeId, listing, { mine, toId, school }, today) : null,
    replies: await replyFiguresOf(toId),
    fullUntil: await reopensOn(read, toId, now),
  };
};
