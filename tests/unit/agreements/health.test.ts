import { describe, expect, it } from "vitest";
import { healthOf, hollowStep, whatIfNextDelivery } from "~/agreements/rules/health";
import { foldHealth, type HealthEvent, type HealthFacts } from "~/agreements/rules/health-facts";
import { effectiveFrom, endedAs, isRunning, mayLive } from "~/agreements/rules/life";
import { expectedBy, keptShare, reviewDates } from "~/agreements/rules/schedule";
import { SIGNALS } from "~/agreements/rules/signals";
import { FIRM, SCHOOL, sampleContent } from "./samples";

const sealed = (change: Record<string, unknown> = {}, on = "2025-12-01"): HealthEvent => ({
  name: "agreement.sealed",
  on,
  organizationId: null,
  payload: {
    effectiveOn: "2025-12-01",
    endsOn: "2028-11-30",
    reviewMonths: 6,
    partyIds: [FIRM, SCHOOL],
    commitments: sampleContent().commitments.map(({ id, quantity, dueOn, owner, byId }) => ({
      id,
      quantity,
      dueOn,
      owner,
      byId,
    })),
    shared: [],
    ...change,
  },
});

let serial = 0;
const delivery = (on: string, commitmentId: string, quantity: number, by = FIRM): HealthEvent[] => {
  serial += 1;
  const payload = { evidenceId: `v${serial}`, commitmentId, quantity };
  const other = by === FIRM ? SCHOOL : FIRM;
  return [
    { name: "agreement.evidence_submitted", on, organizationId: by, payload },
    { name: "agreement.evidence_accepted", on, organizationId: other, payload },
  ];
};

const fold = (events: readonly HealthEvent[]): HealthFacts => {
  const facts = events.reduce<HealthFacts | null>(foldHealth, null);
  if (!facts) throw new Error("no seal");
  return facts;
};

const TODAY = "2026-11-22";
const ALONE = { sealedSameDay: 1 };
const lively = [
  sealed(),
  ...delivery("2026-03-01", "p1", 20),
  ...delivery("2026-05-10", "p2", 60),
  { name: "agreement.review_held", on: "2026-06-02", organizationId: SCHOOL, payload: {} },
  ...delivery("2026-08-20", "p3", 2, SCHOOL),
  ...delivery("2026-09-30", "p1", 20),
  ...delivery("2026-11-10", "p2", 44),
];

describe("health", () => {
  it("of a lively agreement is sound and says why", () => {
    const health = healthOf(fold(lively), ALONE, TODAY);
    expect(health.state).toBe("sound");
    expect(health.score).toBeGreaterThanOrEqual(80);
    expect(health.reasons.map((one) => one.id)).toEqual(
      expect.arrayContaining(["on_plan", "both_move", "recent_deliveries"]),
    );
  });

  it("is the same folded at once or kept up, and ignores what does not concern it", () => {
    const kept = lively.reduce<HealthFacts | null>((facts, event) => foldHealth(facts, event), null);
    const noise: HealthEvent = { name: "agreement.edited", on: TODAY, organizationId: FIRM, payload: {} };
    expect(foldHealth(kept, noise)).toEqual(fold(lively));
    expect(foldHealth(null, noise)).toBeNull();
  });

  it("finds a signed and silent agreement, tells its parties first, then calls it hollow", () => {
    const silent = fold([sealed()]);
    const first = healthOf(silent, ALONE, TODAY);
    expect(first.state).toBe("at_risk");
    expect(first.hollowGrounds).toEqual(expect.arrayContaining(["delivery", "activity"]));
    expect(hollowStep(silent, first)).toBe("warn");
    const warned = foldHealth(silent, {
      name: "agreement.hollow_warned",
      on: TODAY,
      organizationId: null,
      payload: {},
    })!;
    expect(hollowStep(warned, healthOf(warned, ALONE, "2026-12-13"))).toBeNull();
    const later = healthOf(warned, ALONE, "2026-12-14");
    expect([later.state, hollowStep(warned, later)]).toEqual(["hollow", "find"]);
    const mended = [
      ...delivery("2026-12-14", "p1", 40),
      ...delivery("2026-12-14", "p2", 100),
      ...delivery("2026-12-14", "p3", 2, SCHOOL),
    ].reduce<HealthFacts | null>(foldHealth, warned)!;
    expect(hollowStep(mended, healthOf(mended, ALONE, "2026-12-15"))).toBe("clear");
  });

  it("does not call hollow what shows one signal only", () => {
    const bulk = healthOf(fold(lively), { sealedSameDay: 12 }, TODAY);
    expect(bulk.hollowGrounds).toEqual([]);
    expect(bulk.reasons.some((one) => one.id === "bulk_signing")).toBe(true);
    const ties = healthOf(
      fold([sealed({ shared: ["phone", "domain"] }), ...lively.slice(1)]),
      { sealedSameDay: 12 },
      TODAY,
    );
    expect(ties.hollowGrounds).toEqual([]);
  });

  it("leaves a young agreement in peace", () => {
    expect(healthOf(fold([sealed({ effectiveOn: "2026-11-01" }, "2026-11-01")]), ALONE, TODAY).state).toBe(
      "young",
    );
  });

  it("sees who carries it alone", () => {
    const alone = Array.from(
      { length: 8 },
      (_, index): HealthEvent => ({
        name: "agreement.evidence_submitted",
        on: "2026-10-01",
        organizationId: SCHOOL,
        payload: { evidenceId: `o${index}`, commitmentId: "p3", quantity: 1 },
      }),
    );
    const reasons = healthOf(fold([sealed(), ...alone]), ALONE, TODAY).reasons;
    expect(reasons.find((one) => one.id === "one_sided")?.values).toMatchObject({
      organizationId: FIRM,
      least: 0,
      most: 8,
    });
    expect(reasons.some((one) => one.id === "unanswered")).toBe(true);
  });

  it("shows what the next delivery would change without changing anything", () => {
    const facts = fold([sealed(), ...delivery("2026-03-01", "p3", 1, SCHOOL)]);
    const before = JSON.stringify(facts);
    const then = whatIfNextDelivery(facts, ALONE, TODAY);
    expect(then?.score).toBeGreaterThan(healthOf(facts, ALONE, TODAY).score);
    expect(then?.commitmentId).toBe("p1");
    expect(JSON.stringify(facts)).toBe(before);
  });

  it("stops counting when the agreement rests or has ended", () => {
    const rested = fold([
      ...lively,
      { name: "agreement.suspended", on: TODAY, organizationId: FIRM, payload: {} },
    ]);
    expect(healthOf(rested, ALONE, "2027-11-22").score).toBe(healthOf(rested, ALONE, TODAY).score);
    const ended = fold([
      ...lively,
      { name: "agreement.ended", on: TODAY, organizationId: null, payload: {} },
    ]);
    expect(foldHealth(ended, delivery("2026-12-01", "p1", 5)[0]!)).toEqual(ended);
    expect(hollowStep(ended, healthOf(ended, ALONE, "2028-01-01"))).toBeNull();
  });

  it("keeps a disputed delivery from counting", () => {
    const payload = { evidenceId: "x", commitmentId: "p1", quantity: 10 };
    const disputed = fold([
      sealed(),
      { name: "agreement.evidence_submitted", on: TODAY, organizationId: FIRM, payload },
      { name: "agreement.evidence_disputed", on: TODAY, organizationId: SCHOOL, payload },
    ]);
    expect(disputed.commitments[0]).toMatchObject({ accepted: 0, pending: 0 });
    expect(healthOf(disputed, ALONE, TODAY).reasons.some((one) => one.id === "disputed")).toBe(true);
  });

  it("has a catalogue with one entry a signal", () => {
    expect(new Set(SIGNALS.map((one) => one.id)).size).toBe(SIGNALS.length);
    expect(SIGNALS.every((one) => one.weight !== 0 && one.title.zh && one.title.en)).toBe(true);
  });
});

describe("schedule and life", () => {
  it("expects in proportion to the days", () => {
    const one = { quantity: 100, dueOn: "2026-01-11" };
    expect(expectedBy(one, "2026-01-01", "2028-01-01", "2026-01-01")).toBe(0);
    expect(expectedBy(one, "2026-01-01", "2028-01-01", "2026-01-06")).toBe(50);
    expect(expectedBy(one, "2026-01-01", "2028-01-01", "2026-01-11")).toBe(100);
    expect(keptShare([{ ...one, accepted: 25 }], "2026-01-01", "2028-01-01", "2026-01-06")).toBe(0.5);
    expect(keptShare([], "2026-01-01", "2028-01-01", "2026-01-06")).toBeNull();
  });

  it("puts reviews at their months", () => {
    expect(reviewDates("2026-01-31", "2027-02-28", 6)).toEqual(["2026-07-28", "2027-01-28"]);
    expect(reviewDates("2026-01-31", "2027-02-28", 0)).toEqual([]);
  });

  it("never takes effect before the last signature and never counts past the end", () => {
    expect(effectiveFrom("2026-11-01", "2026-11-22")).toBe("2026-11-22");
    expect(effectiveFrom("2026-12-01", "2026-11-22")).toBe("2026-12-01");
    const live = { state: "active", effectiveOn: "2026-11-22", endsOn: "2026-12-31" };
    expect(
      ["2026-11-21", "2026-11-22", "2026-12-31", "2027-01-01"].map((day) => isRunning(live, day)),
    ).toEqual([false, true, true, false]);
    expect(isRunning({ ...live, state: "suspended" }, "2026-12-01")).toBe(false);
    expect(endedAs([{ quantity: 2, accepted: 2 }])).toBe("completed");
    expect(endedAs([{ quantity: 2, accepted: 1 }])).toBe("expired");
    expect([mayLive("active", "suspend"), mayLive("completed", "terminate")]).toEqual([true, false]);
  });
});
