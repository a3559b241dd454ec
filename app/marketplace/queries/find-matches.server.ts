import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import type { AsideEffect } from "~/matching/rules/asides";
import type { Candidate } from "~/matching/rules/match-facts";
import { type RankedMatch, rankCandidates } from "~/matching/rules/rank";
import { MATCH_WEIGHTS, PLAIN_WEIGHTS } from "~/matching/rules/weights";
import { candidateOf, pairFacts, periodOf } from "../rules/match-pairs";
import type { OccupationFit } from "../rules/pair-fit";
import { replyFigures } from "../rules/reply-record";
import { ANY_SEASON, seasonOf } from "../rules/seasons";
import { majorsFor, occupationsFor } from "./fit-book.server";
import {
  candidatesNear,
  type PartyFacts,
  type Place,
  type PlaceKind,
  partiesOf,
} from "./match-candidates.sqlite.server";
import { type Lens, NO_LENS } from "./match-lens.server";
import {
  type ListingSubject,
  type MatchSubject,
  majorFacts,
  type ProgrammeSubject,
} from "./match-subjects.server";
import { extraFor, sortOut } from "./sort-out.server";

/** How many of the best occupations (or majors) are looked for, and how many rows are weighed in full. */
const KEYS = 8;
const POST_KEYS = 6;
const MAJOR_KEYS = 16;
const LISTINGS_WEIGHED = 36;
const POSTS_WEIGHED = 12;
/** A listing that names the class of a major is worth looking at as much as a good fit. House rule. */
const CLASS_FIT = 0.9;

export type Match = RankedMatch & {
  kind: PlaceKind;
  refId: string;
  organization: { id: string; name: string; region: string };
  replies: ReturnType<typeof replyFigures>;
  /** Coded reason of the appetite that counts here. */
  appetiteReason: string | null;
  /** Why it stands behind the others, where the reader's organization said something that moves it there. */
  back: AsideEffect | null;
};

export type MatchList = { matches: Match[]; considered: number; seed: string; weightsVersion: string };

/** How a list is asked for: the civil date, how many, and through whose eyes. */
export type Asking = { today: string; limit: number; snapshot: Catalogue; lens: Lens };

const fitter =
  (snapshot: Catalogue) =>
  (majorCode: string, occupationCode: string): OccupationFit | null =>
    occupationsFor(snapshot, majorCode).get(occupationCode) ?? null;

const named = (place: Place): { code: string; family: string }[] =>
  place.majorCodes === null
    ? []
    : (JSON.parse(place.majorCodes) as [string, string][]).map(([code, family]) => ({ code, family }));

const offerOf = (place: Place) => ({
  occupationCode: place.occupationCode,
  named: named(place),
  point: place.lat !== null && place.lng !== null ? { lat: place.lat, lng: place.lng } : null,
  seats: place.seats,
  period: periodOf(place.startsOn, place.endsOn),
});

export type Weighed = { place: Place; candidate: Candidate };

/** One record once: a listing stands under several keys. */
const once = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [place.refId, place])).values(),
];

/** One enterprise once: with the post that fits best. */
export const bestPostOfEach = (weighed: readonly Weighed[]): Weighed[] => {
  const best = new Map<string, Weighed>();
  for (const one of weighed) {
    const held = best.get(one.place.organizationId);
    if (!held || (one.candidate.fit?.score ?? 0) > (held.candidate.fit?.score ?? 0)) {
      best.set(one.place.organizationId, one);
    }
  }
  return [...best.values()];
};

/** The parties of candidates: their appetite is asked for the subject's class of majors, or for each programme's own. */
const partiesFor = (subject: MatchSubject, weighed: readonly Weighed[], snapshot: Catalogue) => {
  const own = subject.side === "programme" ? (subject.facts.majors[0]?.family ?? "") : null;
  const familyOf = (place: Place) => own ?? snapshot.majors.get(place.majorCode ?? "")?.family ?? "";
  const byFamily = new Map<string, string[]>();
  for (const { place } of weighed) {
    const family = familyOf(place);
    byFamily.set(family, [...(byFamily.get(family) ?? []), place.organizationId]);
  }
  const period = subject.side === "programme" ? subject.facts.practice : subject.facts.period;
  const season = period ? seasonOf(period.from) : ANY_SEASON;
  const found = new Map([...byFamily].map(([family, ids]) => [family, partiesOf(ids, family, season)]));
  return (place: Place): PartyFacts | undefined => found.get(familyOf(place))?.get(place.organizationId);
};

/** The list as it is shown: what the organization put away left out, parties looked up, ranked, named. */
export const rank = (
  subject: MatchSubject,
  kind: PlaceKind,
  weighed: readonly Weighed[],
  asking: Asking,
): MatchList => {
  const { today, limit, snapshot, lens } = asking;
  const { left, back } = sortOut(subject, kind, weighed, asking);
  const parties = partiesFor(subject, left, snapshot);
  const known = new Map<string, { place: Place; party: PartyFacts }>();
  const candidates: Candidate[] = [];
  for (const { place, candidate } of left) {
    const party = parties(place);
    if (!party) continue;
    known.set(candidate.id, { place, party });
    candidates.push(candidateOf(candidate.id, candidate, party, today));
  }
  const asSubject = { side: subject.side, id: subject.id };
  const weights = lens.personalised ? MATCH_WEIGHTS : PLAIN_WEIGHTS;
  const inFront = candidates.filter(({ id }) => !back.has(id));
  const front = rankCandidates(asSubject, inFront, { day: today, limit, weights });
  const room = limit - front.matches.length;
  const behind =
    back.size > 0 && room > 0
      ? rankCandidates(
          asSubject,
          candidates.filter(({ id }) => back.has(id)),
          { day: today, limit: room, weights },
        ).matches.map((match) => ({ ...match, position: match.position + front.matches.length }))
      : [];
  const matches = [...front.matches, ...behind].flatMap((match): Match[] => {
    const found = known.get(match.id);
    if (!found) return [];
    const { place, party } = found;
    const { due, answered, hours, silentInRow } = party;
    const counts = {
      due: due ?? 0,
      answered: answered ?? 0,
      hours: hours ?? 0,
      silentInRow: silentInRow ?? 0,
    };
    const region = regionName(snapshot.regions, party.regionCode);
    const organization = { id: place.organizationId, name: party.name, region };
    const replies = replyFigures(counts);
    const { appetiteReason } = party;
    return [
      {
        ...match,
        kind,
        refId: place.refId,
        organization,
        replies,
        appetiteReason,
        back: back.get(match.id) ?? null,
      },
    ];
  });
  return { matches, considered: weighed.length, seed: front.seed, weightsVersion: front.weightsVersion };
};

/** The programme beside each of the rows, its own school and closed offers left out. */
export const weigh = (
  subject: ProgrammeSubject,
  places: readonly Place[],
  snapshot: Catalogue,
  today: string,
): Weighed[] => {
  const fit = fitter(snapshot);
  return once(places)
    .filter(
      (place) =>
        place.organizationId !== subject.organization.id && place.party !== subject.organization.kind,
    )
    .filter((place) => place.openUntil === null || place.openUntil >= today)
    .map((place) => {
      const pair = pairFacts(subject.facts, offerOf(place), fit);
      return { place, candidate: candidateOf(place.refId, pair, null, today) };
    });
};

/** The listing beside each of some programmes, the own organization's left out. */
export const weighProgrammes = (
  subject: ListingSubject,
  places: readonly Place[],
  snapshot: Catalogue,
  today: string,
): Weighed[] => {
  const fit = fitter(snapshot);
  return once(places)
    .filter((place) => place.organizationId !== subject.organization.id)
    .flatMap((place): Weighed[] => {
      const major = majorFacts(snapshot, place.majorCode ?? "");
      if (!major) return [];
      const programme = {
        ...offerOf(place),
        majors: [major],
        students: place.seats,
        practice: offerOf(place).period,
      };
      const pair = pairFacts(programme, subject.facts, fit);
      return [{ place, candidate: candidateOf(place.refId, pair, null, today) }];
    });
};

export type ProgrammeMatches = { listings: MatchList; enterprises: MatchList };

/**
 * The best partners of a programme (or of a school's listing): open listings, and enterprises that have published
 * nothing yet but have a post its major prepares for. Goes in: the subject, today's civil date, how many of each
 * (1–50). Comes out: both lists ranked with reasons; an exploration share for newcomers is marked. What is read is
 * bounded: the eight occupations that fit best and the major's class, the nearest of each. House rule.
 */
export const matchesForProgramme = async (
  subject: ProgrammeSubject,
  today: string,
  limit = 20,
  lens: Lens = NO_LENS,
): Promise<ProgrammeMatches> => {
  const snapshot = await catalogue();
  const occupations = new Map<string, number>();
  const families = new Map<string, number>();
  for (const major of subject.facts.majors.slice(0, 4)) {
    families.set(major.family, CLASS_FIT);
    for (const { code, score } of [...occupationsFor(snapshot, major.code).values()].slice(0, KEYS)) {
      occupations.set(code, Math.max(score, occupations.get(code) ?? 0));
    }
  }
  const keysOf = (fits: ReadonlyMap<string, number>) => [...fits].map(([key, fit]) => ({ key, fit }));
  const from = subject.facts.point;
  const keys = [...keysOf(occupations), ...keysOf(families)];
  const open = candidatesNear({ kind: "listing", keys, from, most: LISTINGS_WEIGHED + extraFor(lens) });
  const found = weigh(subject, open, snapshot, today);
  const listings = rank(subject, "listing", found, { today, limit, snapshot, lens });
  const offering = new Set(listings.matches.map(({ organization }) => organization.id));
  const postKeys = keysOf(occupations).slice(0, POST_KEYS);
  const held = candidatesNear({ kind: "post", keys: postKeys, from, most: POSTS_WEIGHED + extraFor(lens) });
  const silent = weigh(subject, held, snapshot, today).filter(
    ({ place }) => !offering.has(place.organizationId),
  );
  const enterprises = rank(subject, "post", bestPostOfEach(silent), {
    today,
    limit: Math.ceil(limit / 2),
    snapshot,
    lens,
  });
  return { listings, enterprises };
};

/**
 * The best programmes for a listing of an enterprise, body or park. Goes in: the subject, today's civil date, how many
 * (1–50). Comes out: programmes ranked with reasons. Looked for: the majors it names and the 16 that prepare for its
 * occupation best, the nearest of each. House rule.
 */
export const matchesForListing = async (
  subject: ListingSubject,
  today: string,
  limit = 20,
  lens: Lens = NO_LENS,
): Promise<MatchList> => {
  const snapshot = await catalogue();
  const { facts } = subject;
  const majors = new Map(facts.named.slice(0, MAJOR_KEYS).map(({ code }) => [code, 1]));
  if (facts.occupationCode) {
    for (const { code, score } of (await majorsFor(snapshot, facts.occupationCode)).slice(0, MAJOR_KEYS)) {
      majors.set(code, Math.max(score, majors.get(code) ?? 0));
    }
  }
  const keys = [...majors].map(([key, score]) => ({ key, fit: score }));
  const places = candidatesNear({
    kind: "programme",
    keys,
    from: facts.point,
    most: LISTINGS_WEIGHED + extraFor(lens),
  });
  const weighed = weighProgrammes(subject, places, snapshot, today);
  return rank(subject, "programme", weighed, { today, limit, snapshot, lens });
};
