import type { Values } from "~/platform/i18n/words";
import { daysBetween } from "~/platform/time/clock";
import { type Candidate, type MatchPart, PART_NAMES } from "./match-facts";
import { overlapOf, type PartValues, periodDays } from "./part-values";
import type { MatchWeights, PartName } from "./weights";

type Sentence = { key: `matching.${string}`; values: Values; fact: unknown };

const say = (key: `matching.${string}`, fact: unknown, values: Values = {}): Sentence => ({
  key,
  values,
  fact,
});

/** A share of one as whole percent, for sentences. */
export const percent = (share: number): number => Math.round(share * 100);

const fitSentence = ({ fit }: Candidate): Sentence => {
  if (!fit) return say("matching.fit.unknown", null);
  const values = { major: fit.majorName, occupation: fit.occupationName, percent: percent(fit.score) };
  if (fit.basis !== "inferred") return say(`matching.fit.${fit.basis}`, fit, values);
  return say(fit.score >= 0.5 ? "matching.fit.near" : "matching.fit.far", fit, values);
};

const distanceSentence = ({ distanceKm }: Candidate): Sentence => {
  if (distanceKm === null) return say("matching.distance.unknown", null);
  if (distanceKm < 1) return say("matching.distance.next", distanceKm);
  return say("matching.distance.within", distanceKm, { km: Math.ceil(distanceKm) });
};

const seatsSentence = ({ seatsOpen, seatsNeeded }: Candidate): Sentence => {
  const fact = { seatsOpen, seatsNeeded };
  if (seatsOpen === null && seatsNeeded === null) return say("matching.seats.unknown", fact);
  if (seatsOpen === null) return say("matching.seats.openUnknown", fact, { needed: seatsNeeded ?? 0 });
  if (seatsNeeded === null) return say("matching.seats.neededUnknown", fact, { open: seatsOpen });
  const values = { open: seatsOpen, needed: seatsNeeded };
  if (seatsNeeded === 0) return say("matching.seats.noneNeeded", fact, values);
  if (seatsOpen === 0) return say("matching.seats.full", fact, values);
  return say(seatsOpen >= seatsNeeded ? "matching.seats.enough" : "matching.seats.partly", fact, values);
};

/** Days between two periods that share none. */
export const gapDays = (timing: Candidate["timing"]): number => {
  const { practice, listing } = timing;
  if (!practice || !listing || overlapOf(practice, listing)) return 0;
  return practice.to < listing.from
    ? daysBetween(practice.to, listing.from)
    : daysBetween(listing.to, practice.from);
};

const timingSentence = ({ timing }: Candidate, value: number | null): Sentence => {
  const { practice, listing } = timing;
  if (!practice && !listing) return say("matching.timing.unknown", timing);
  if (!practice) return say("matching.timing.practiceUnknown", timing);
  if (!listing) return say("matching.timing.listingUnknown", timing);
  if (value === null) return say("matching.timing.unknown", timing);
  const shared = overlapOf(practice, listing);
  if (!shared) return say("matching.timing.apart", timing, { days: gapDays(timing) });
  const values = { from: shared.from, to: shared.to, days: periodDays(shared) };
  return say(value >= 1 ? "matching.timing.whole" : "matching.timing.partly", timing, {
    ...values,
    percent: percent(value),
  });
};

const trackRecordSentence = ({ trackRecord }: Candidate, weights: MatchWeights): Sentence => {
  const ended = trackRecord ? trackRecord.completed + trackRecord.breaks : 0;
  if (!trackRecord || ended === 0) return say("matching.trackRecord.none", trackRecord);
  const { completed, retained, breaks } = trackRecord;
  const values = { completed, retained, breaks, ended };
  const many = ended < weights.fewCases ? "few" : "known";
  const payFindings = trackRecord.payFindings ?? 0;
  return payFindings > 0
    ? say(`matching.trackRecord.${many}Pay`, trackRecord, { ...values, payFindings })
    : say(`matching.trackRecord.${many}`, trackRecord, values);
};

const replySentence = ({ replyRate }: Candidate, weights: MatchWeights): Sentence => {
  const { answered, due } = replyRate;
  if (due === 0) return say("matching.replyRate.none", replyRate);
  const values = { answered, due, rate: percent(answered / due) };
  return say(
    due < weights.fewCases ? "matching.replyRate.few" : "matching.replyRate.known",
    replyRate,
    values,
  );
};

const sentences: Record<
  PartName,
  (candidate: Candidate, value: number | null, weights: MatchWeights) => Sentence
> = {
  fit: fitSentence,
  distance: distanceSentence,
  seats: seatsSentence,
  timing: timingSentence,
  trackRecord: (candidate, _value, weights) => trackRecordSentence(candidate, weights),
  appetite: ({ appetite }) => say(`matching.appetite.${appetite}`, appetite),
  replyRate: (candidate, _value, weights) => replySentence(candidate, weights),
};

/**
 * The named parts of a score, each as a word key with values and the fact behind it. In: the candidate's facts and
 * the values `partValues` gave for them. Out: one part per name that weighs anything, in the order of PART_NAMES.
 * House rule.
 */
export const partsOf = (candidate: Candidate, values: PartValues, weights: MatchWeights): MatchPart[] =>
  PART_NAMES.filter((name) => weights.parts[name] > 0).map((name) => ({
    name,
    weight: weights.parts[name] / 10_000,
    value: values[name] ?? weights.unknownValue,
    known: values[name] !== null,
    ...sentences[name](candidate, values[name], weights),
  }));
