import type { Candidate, Improvement, Subject } from "./match-facts";
import { gapDays } from "./part-reasons";
import { type PartValues, partValues, scoreOf } from "./part-values";
import type { MatchWeights, PartName } from "./weights";

/** A small first group, enough for a record and small enough to risk. House rule. */
const FIRST_GROUP = 3;

type Step = Pick<Improvement, "who" | "key" | "values"> & { part: PartName; value: number };

const seatsStep = (
  side: Subject["side"],
  { seatsOpen, seatsNeeded }: Candidate,
): Omit<Step, "part"> | null => {
  if (seatsOpen === null)
    return { who: "listing", key: "matching.improve.sayOpenSeats", values: {}, value: 1 };
  if (seatsNeeded === null)
    return { who: "programme", key: "matching.improve.sayNeededSeats", values: {}, value: 1 };
  if ((side === "programme" ? seatsNeeded : seatsOpen) === 0) return null;
  const missing = Math.abs(seatsNeeded - seatsOpen);
  if (side === "programme")
    return { who: "listing", key: "matching.improve.addSeats", values: { missing }, value: 1 };
  return { who: "programme", key: "matching.improve.sendMore", values: { missing }, value: 1 };
};

const timingStep = ({ timing }: Candidate): Omit<Step, "part"> => {
  if (!timing.practice)
    return { who: "programme", key: "matching.improve.sayPracticeDates", values: {}, value: 1 };
  if (!timing.listing)
    return { who: "listing", key: "matching.improve.sayListingDates", values: {}, value: 1 };
  const days = gapDays(timing);
  const { from, to } = timing.practice;
  return days > 0
    ? { who: "either", key: "matching.improve.closeGap", values: { days, from, to }, value: 1 }
    : { who: "either", key: "matching.improve.alignDates", values: { from, to }, value: 1 };
};

const stepsFor = (side: Subject["side"], candidate: Candidate, weights: MatchWeights): Step[] => {
  const steps: Step[] = [];
  const other = side === "programme" ? "listing" : "programme";
  const after = (change: Partial<Candidate>, part: PartName): number => {
    const changed = { ...candidate, ...change };
    return partValues(side, changed, changed, weights)[part] ?? weights.unknownValue;
  };

  if (!candidate.fit)
    steps.push({ part: "fit", who: "either", key: "matching.improve.nameOccupation", values: {}, value: 1 });
  else if (candidate.fit.score < 1) {
    const values = { major: candidate.fit.majorName, occupation: candidate.fit.occupationName };
    steps.push({ part: "fit", who: "listing", key: "matching.improve.addCloserPost", values, value: 1 });
  }

  if (candidate.distanceKm === null)
    steps.push({ part: "distance", who: "either", key: "matching.improve.sayPlace", values: {}, value: 1 });

  const seats = seatsStep(side, candidate);
  if (seats) steps.push({ part: "seats", ...seats });

  steps.push({ part: "timing", ...timingStep(candidate) });

  const record = candidate.trackRecord ?? { completed: 0, retained: 0, breaks: 0 };
  const group = Math.max(1, Math.min(FIRST_GROUP, candidate.seatsOpen ?? FIRST_GROUP));
  const grown = after({ trackRecord: { ...record, completed: record.completed + group } }, "trackRecord");
  const first = record.completed + record.breaks === 0;
  steps.push({
    part: "trackRecord",
    who: "either",
    key: first ? "matching.improve.firstGroup" : "matching.improve.completeMore",
    values: { count: group },
    value: grown,
  });

  const appetiteKey =
    candidate.appetite === "unknown" ? "matching.improve.stateAppetite" : "matching.improve.raiseAppetite";
  if (candidate.appetite !== "active")
    steps.push({
      part: "appetite",
      who: other,
      key: appetiteKey,
      values: {},
      value: after({ appetite: "active" }, "appetite"),
    });

  const { answered, due } = candidate.replyRate;
  const next = { answered: answered + FIRST_GROUP, due: due + FIRST_GROUP };
  steps.push({
    part: "replyRate",
    who: other,
    key: due === 0 ? "matching.improve.answerFirst" : "matching.improve.answerNext",
    values: { count: FIRST_GROUP, answered, due },
    value: after({ replyRate: next }, "replyRate"),
  });
  return steps;
};

/**
 * What would lift a score most, best first: each step is tried on the facts and its gain measured with the same
 * formula. A step that gains less than `leastGain` points is left out; distance is never asked to change, only to be
 * stated. In: the facts as ranked. Out: at most `most` steps with whose move it is. House rule.
 */
export const improvementsOf = (
  side: Subject["side"],
  candidate: Candidate,
  values: PartValues,
  weights: MatchWeights,
  { most = 3, leastGain = 1 }: { most?: number; leastGain?: number } = {},
): Improvement[] => {
  const now = scoreOf(values, weights);
  return stepsFor(side, candidate, weights)
    .map(({ part, who, key, values: words, value }) => ({
      part,
      who,
      key,
      values: words,
      gain: Math.round((scoreOf({ ...values, [part]: value }, weights) - now) * 10) / 10,
    }))
    .filter(({ gain }) => gain >= leastGain)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most);
};
