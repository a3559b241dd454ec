import { addDays } from "~/platform/time/clock";
import { foldHealth, type HealthFacts } from "./health-facts";
import { expectedBy, nextDelivery } from "./schedule";
import { type Ground, type HealthContext, SIGNALS } from "./signals";

export type HealthReason = {
  id: string;
  ground: Ground;
  /** Points it adds or takes away. */
  points: number;
  values: Record<string, string | number>;
};

/** young: too early to tell · sound · watch · at_risk: told to the parties · hollow: still so after their time to mend. */
export type HealthState = "young" | "sound" | "watch" | "at_risk" | "hollow";

export type Health = { score: number; state: HealthState; reasons: HealthReason[]; hollowGrounds: Ground[] };

/** Days the parties have to mend after they were told, before anybody else is. House rule. */
export const MENDING_DAYS = 21;
const YOUNG_DAYS = 30;
const SERIOUS = 0.4;
const START = 88;

const NOT_ALONE: readonly Ground[] = ["delivery", "activity"];

/**
 * How alive an agreement is. Goes in: its folded facts, what else is known, and a civil date. Comes out: a score of 100,
 * the reasons with their points, the strongest first, and a state. "Hollow" needs two serious signals of different
 * grounds, one of them that nothing is delivered or moves; the parties are told first and have 21 days. House rule.
 */
export const healthOf = (facts: HealthFacts, context: HealthContext, today: string): Health => {
  const on = facts.endedOn && facts.endedOn < today ? facts.endedOn : (facts.restingSince ?? today);
  const at = on > facts.endsOn ? facts.endsOn : on;
  const reasons = SIGNALS.filter((signal) => signal.validFrom <= today).flatMap((signal) => {
    const hit = signal.find(facts, context, at);
    const points = hit ? Math.round(signal.weight * hit.strength * 10) / 10 : 0;
    return hit
      ? [
          {
            id: signal.id,
            ground: signal.ground,
            points,
            values: hit.values,
            strength: hit.strength,
            weight: signal.weight,
          },
        ]
      : [];
  });
  const score = Math.round(
    Math.min(
      100,
      Math.max(
        0,
        reasons.reduce((sum, one) => sum + one.points, START),
      ),
    ),
  );
  const serious = reasons.filter((one) => one.weight < 0 && one.strength >= SERIOUS).map((one) => one.ground);
  const grounds = [...new Set(serious)];
  const suspected = grounds.length >= 2 && grounds.some((ground) => NOT_ALONE.includes(ground));
  return {
    score,
    state: stateOf(facts, score, suspected, at, today),
    reasons: reasons
      .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
      .map(({ id, ground, points, values }) => ({ id, ground, points, values })),
    hollowGrounds: suspected ? grounds : [],
  };
};

const stateOf = (
  facts: HealthFacts,
  score: number,
  suspected: boolean,
  at: string,
  today: string,
): HealthState => {
  if (suspected)
    return facts.warnedOn && addDays(facts.warnedOn, MENDING_DAYS) < today ? "hollow" : "at_risk";
  if (at < addDays(facts.effectiveOn, YOUNG_DAYS)) return "young";
  return score >= 70 ? "sound" : "watch";
};

export type WhatIf = { commitmentId: string; quantity: number; score: number; state: HealthState };

/**
 * What the next delivery would change: the commitment due first is delivered up to what was promised by now (at least
 * one) and accepted today, with a deed of each party. Null when everything was delivered. The facts are not touched.
 */
export const whatIfNextDelivery = (
  facts: HealthFacts,
  context: HealthContext,
  today: string,
): WhatIf | null => {
  const next = nextDelivery(facts.commitments);
  if (!next || facts.endedOn) return null;
  const expected = Math.ceil(expectedBy(next, facts.effectiveOn, facts.endsOn, today));
  const quantity = Math.min(next.quantity - next.accepted, Math.max(1, expected - next.accepted));
  const other = facts.partyIds.find((id) => id !== next.byId) ?? null;
  const payload = { evidenceId: "what-if", commitmentId: next.id, quantity };
  const given = foldHealth(facts, {
    name: "agreement.evidence_submitted",
    on: today,
    organizationId: next.byId,
    payload,
  });
  const taken = foldHealth(given, {
    name: "agreement.evidence_accepted",
    on: today,
    organizationId: other,
    payload,
  });
  if (!taken) return null;
  const { score, state } = healthOf(taken, context, today);
  return { commitmentId: next.id, quantity, score, state };
};

export type HollowStep = "warn" | "find" | "clear" | null;

/** What must be recorded about hollowness today: the parties are told, then it is found, or it has mended. */
export const hollowStep = (facts: HealthFacts, health: Health): HollowStep => {
  if (facts.endedOn) return null;
  if (health.hollowGrounds.length === 0) return facts.warnedOn ? "clear" : null;
  if (!facts.warnedOn) return "warn";
  return health.state === "hollow" && !facts.foundOn ? "find" : null;
};
