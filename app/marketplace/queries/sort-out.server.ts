import { type AsideEffect, asideVerdict, type SuggestionFacts } from "~/matching/rules/asides";
import type { Asking, Weighed } from "./find-matches.server";
import { payOfListings } from "./listing-pay.sqlite.server";
import type { PlaceKind } from "./match-candidates.sqlite.server";
import type { Lens } from "./match-lens.server";
import type { MatchSubject } from "./match-subjects.server";

/** What the own subject of a list is called in what was said of its suggestions. */
export const subjectKey = (subject: MatchSubject): string =>
  subject.side === "programme" && subject.listingId === null
    ? `programme:${subject.id}`
    : `listing:${subject.id}`;

/** Rows looked at beyond the usual, for those an organization has put away. */
export const extraFor = ({ personalised, asides }: Lens): number =>
  personalised ? Math.min(asides.length, 24) : 0;

/** What an organization's reasons speak about, for each row. */
export const factsForAsides = (kind: PlaceKind, weighed: readonly Weighed[]): SuggestionFacts[] => {
  const pay = kind === "listing" ? payOfListings(weighed.map(({ place }) => place.refId)) : new Map();
  return weighed.map(({ place, candidate }) => ({
    kind,
    refId: place.refId,
    partyId: place.organizationId,
    distanceKm: candidate.distanceKm,
    payMaxFen: pay.get(place.refId) ?? null,
    seats: place.seats,
    occupationCode: place.occupationCode,
    majorCode: place.majorCode,
  }));
};

/** The rows an organization's words leave in front, and those they move behind with the reason; the rest is away. */
export const sortOut = (
  subject: MatchSubject,
  kind: PlaceKind,
  weighed: readonly Weighed[],
  { lens, today }: Pick<Asking, "lens" | "today">,
) => {
  const back = new Map<string, AsideEffect>();
  if (!lens.personalised || lens.asides.length === 0) return { left: weighed, back };
  const key = subjectKey(subject);
  const facts = factsForAsides(kind, weighed);
  const left = weighed.filter(({ candidate }, at) => {
    const verdict = asideVerdict(lens.asides, key, facts[at] as SuggestionFacts, today);
    if (verdict.place === "back") back.set(candidate.id, verdict.effect);
    return verdict.place !== "away";
  });
  return { left, back };
};
