import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardContent, computedAgain, factTooSmall, heardAnew } from "~/oversight/rules/cards/content";
import {
  CARD_CRITERIA,
  type CriterionChange,
  criteriaFor,
  criterionFault,
} from "~/oversight/rules/cards/criteria";
import {
  type CardFact,
  type CardOutcome,
  cardOutcome,
  isCard,
  isWorse,
  judgeFact,
} from "~/oversight/rules/cards/judge";
import { nextCardState } from "~/oversight/rules/cards/lifecycle";
import {
  CARD_MEASURE_LIST,
  CARD_MEASURES,
  type CardMeasureId,
  cardValue,
} from "~/oversight/rules/cards/measures";
import { nextProposalState } from "~/oversight/rules/cards/proposals";
import { withinReach } from "~/oversight/rules/cards/reach";
import { memberStanding } from "~/oversight/rules/member-standing";
import { plainAmount } from "~/oversight/rules/plain-amount";
import { tileGrid } from "~/oversight/rules/tile-grid";
import { addDays } from "~/platform/time/clock";

const fact = (id: CardMeasureId, numerator: number, denominator: number, cases = denominator): CardFact => ({
  id,
  numerator,
  denominator,
  cases,
  exclusions: [],
  rows: "",
  before: null,
});

const SEVERITY: Record<CardOutcome, number> = { few: 0, none: 0, yellow: 1, red: 2 };

const outcomeOf = (facts: readonly CardFact[]): CardOutcome =>
  cardOutcome(
    facts.map((one) =>
      judgeFact(
        one,
        CARD_CRITERIA.find(({ id }) => id === one.id),
      ),
    ),
  );

const someFacts = fc.tuple(
  ...CARD_MEASURES.map((id) =>
    fc
      .record({ denominator: fc.integer({ min: 0, max: 200 }), share: fc.integer({ min: 0, max: 200 }) })
      .map(({ denominator, share }) => fact(id, Math.min(share, denominator), denominator)),
  ),
);

describe("a card", () => {
  it("never gets better when one measure gets worse", () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.nat({ max: CARD_MEASURES.length - 1 }),
        fc.nat({ max: 200 }),
        (facts, at, by) => {
          const before = facts[at];
          if (!before) return;
          const high = CARD_MEASURE_LIST[at]?.worse === "high";
          const numerator = high
            ? Math.min(before.denominator, before.numerator + by)
            : Math.max(0, before.numerator - by);
          const worse = facts.map((one, index) => (index === at ? { ...one, numerator } : one));
          expect(SEVERITY[outcomeOf(worse)]).toBeGreaterThanOrEqual(SEVERITY[outcomeOf(facts)]);
        },
      ),
    );
  });

  it("is never given on fewer cases than the criterion asks for", () => {
    const few = CARD_CRITERIA.map(({ id, leastCases }) =>
      fact(id, id === "breaks" ? 100 : 0, 100, leastCases - 1),
    );
    expect(outcomeOf(few)).toBe("few");
    const enough = CARD_CRITERIA.map(({ id, leastCases }) =>
      fact(id, id === "breaks" ? 100 : 0, 100, leastCases),
    );
    expect(outcomeOf(enough)).toBe("red");
  });

  it("needs two grounds to be red, and one judged measure alone gives none", () => {
    const breaks = fact("breaks", 8, 20);
    expect(outcomeOf([breaks])).toBe("few");
    expect(outcomeOf([breaks, fact("placed", 20, 20)])).toBe("yellow");
    expect(outcomeOf([breaks, fact("placed", 4, 20)])).toBe("red");
    expect(outcomeOf([fact("matched", 11, 20), fact("placed", 13, 20)])).toBe("yellow");
    expect(outcomeOf([breaks, fact("matched", 11, 20), fact("placed", 13, 20)])).toBe("red");
    expect(outcomeOf([fact("matched", 11, 20), fact("placed", 20, 20)])).toBe("none");
  });

  it("counts the threshold itself as met", () => {
    const at = (id: CardMeasureId, numerator: number) =>
      judgeFact(
        fact(id, numerator, 10_000),
        CARD_CRITERIA.find((one) => one.id === id),
      ).verdict;
    expect([at("matched", 6_000), at("matched", 5_999), at("matched", 3_999)]).toEqual([
      "good",
      "yellow",
      "red",
    ]);
    expect([at("breaks", 1_000), at("breaks", 1_001), at("breaks", 2_001)]).toEqual([
      "good",
      "yellow",
      "red",
    ]);
  });

  it("has no value without a denominator", () => {
    expect(cardValue(0, 0)).toBeNull();
    expect(judgeFact(fact("matched", 0, 0, 50), CARD_CRITERIA[4]).verdict).toBe("none");
    expect(cardValue(1, 3)).toBe(3_333);
    expect(cardValue(94, 80)).toBe(11_750);
  });

  it("computes again to the same content from what it keeps", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const content = cardContent({
          year: "2026",
          school: { id: "s", name: "学校", regionCode: "440113" },
          programme: { id: "p", majorCode: "660103", name: "数控技术应用", level: "secondary", seats: 80 },
          criteria: CARD_CRITERIA,
          facts,
        });
        expect(computedAgain(content)).toEqual(content);
      }),
    );
  });

  it("is worse only when it weighs more", () => {
    expect([
      isWorse("red", "yellow"),
      isWorse("yellow", "red"),
      isWorse("none", "few"),
      isWorse("yellow", "none"),
    ]).toEqual([true, false, false, true]);
    expect((["red", "yellow", "none", "few"] as const).map(isCard)).toEqual([true, true, false, false]);
  });

  it("is told to the school anew when it is graver or has a new ground, not when it only eases", () => {
    const yellow = { outcome: "yellow" as const, grounds: ["breaks" as const] };
    expect(heardAnew(yellow, null)).toBe(true);
    expect(heardAnew(yellow, yellow)).toBe(false);
    expect(heardAnew({ outcome: "yellow", grounds: ["matched"] }, yellow)).toBe(true);
    expect(heardAnew({ outcome: "red", grounds: ["breaks", "matched"] }, yellow)).toBe(true);
    expect(heardAnew({ outcome: "none", grounds: [] }, yellow)).toBe(false);
    expect(heardAnew(yellow, { outcome: "red", grounds: ["matched", "breaks"] })).toBe(false);
  });

  it("withholds what stands for one to four students, whatever side they are on", () => {
    expect(factTooSmall(fact("matched", 3, 40), "share")).toBe(true);
    expect(factTooSmall(fact("matched", 38, 40), "share")).toBe(true);
    expect(factTooSmall(fact("matched", 20, 40), "share")).toBe(false);
    expect(
      factTooSmall({ ...fact("matched", 20, 40), exclusions: [{ reason: "unknown", count: 2 }] }, "share"),
    ).toBe(true);
    expect(
      factTooSmall({ ...fact("matched", 20, 40), before: { numerator: 4, denominator: 40 } }, "share"),
    ).toBe(true);
    expect(factTooSmall(fact("applications", 20, 22), "ratio")).toBe(false);
  });
});

describe("criteria", () => {
  const change = (values: Partial<CriterionChange>): CriterionChange => ({
    regionCode: "440100",
    criterionId: "breaks",
    yellow: 500,
    red: 900,
    leastCases: 12,
    validFrom: "2026-06-01",
    document: "市办法",
    createdAt: "2026-05-01T00:00:00.000Z",
    ...values,
  });
  const breaksIn = (region: string, on: string, changes: readonly CriterionChange[]) =>
    criteriaFor(region, on, changes).find(({ id }) => id === "breaks");

  it("change from their day on, in their region and below, the narrower region first", () => {
    const city = change({});
    const province = change({ regionCode: "440000", yellow: 700, red: 1_500, validFrom: "2026-09-01" });
    expect(breaksIn("440113", "2026-05-31", [city])?.yellow).toBe(1_000);
    expect(breaksIn("440113", "2026-06-01", [city])).toMatchObject({
      yellow: 500,
      source: "市办法",
      region: "440100",
    });
    expect(breaksIn("440113", "2026-10-01", [province, city])?.yellow).toBe(500);
    expect(breaksIn("440300", "2026-10-01", [province, city])?.yellow).toBe(700);
    expect(breaksIn("330100", "2026-10-01", [province, city])).toMatchObject({
      source: "house",
      verified: false,
    });
  });

  it("are refused where they make no sense", () => {
    expect(criterionFault("breaks", { yellow: 1_000, red: 500, leastCases: 10 })).toBe("red");
    expect(criterionFault("matched", { yellow: 4_000, red: 6_000, leastCases: 10 })).toBe("red");
    expect(criterionFault("matched", { yellow: 11_000, red: 4_000, leastCases: 10 })).toBe("yellow");
    expect(criterionFault("matched", { yellow: 6_000, red: 4_000, leastCases: 4 })).toBe("leastCases");
    expect(criterionFault("weather", { yellow: 6_000, red: 4_000, leastCases: 10 })).toBe("criterion");
    expect(criterionFault("demand", { yellow: 12_000, red: 4_000, leastCases: 10 })).toBeNull();
  });
});

describe("the life of a card", () => {
  const draft = { state: "draft" as const, answerBy: "2026-11-16", answers: 0 };
  it("lets nobody publish before the school was heard", () => {
    const publish = (card: { answerBy: string | null; answers: number }, today: string) =>
      nextCardState({ state: "draft", ...card }, "publish", "authority", "", today);
    expect(publish(draft, "2026-11-16")).toEqual({ ok: false, because: "early" });
    expect(publish(draft, "2026-11-17")).toEqual({ ok: true, to: "published" });
    expect(publish({ ...draft, answers: 1 }, "2026-11-03")).toEqual({ ok: true, to: "published" });
  });

  it("keeps to its table", () => {
    expect(nextCardState(draft, "answer", "authority", "说明", "2026-11-03")).toEqual({
      ok: false,
      because: "mover",
    });
    expect(nextCardState(draft, "withdraw", "authority", " ", "2026-11-03")).toEqual({
      ok: false,
      because: "reason",
    });
    const kept = { state: "kept" as const, answerBy: null, answers: 0 };
    expect(nextCardState(kept, "publish", "authority", "", "2026-12-03")).toEqual({
      ok: false,
      because: "state",
    });
    const published = { ...draft, state: "published" as const };
    expect(nextCardState(published, "answer", "school", "说明", "2026-12-03")).toEqual({
      ok: false,
      because: "state",
    });
    expect(nextCardState(published, "withdraw", "authority", "核对有误", "2026-12-03")).toEqual({
      ok: true,
      to: "withdrawn",
    });
  });

  it("has proposals taken up before they are decided, with a reason", () => {
    expect(nextProposalState("proposed", "accept", "同意")).toEqual({ ok: false, because: "state" });
    expect(nextProposalState("proposed", "consider", "")).toEqual({ ok: true, to: "considered" });
    expect(nextProposalState("considered", "return", "")).toEqual({ ok: false, because: "reason" });
    expect(nextProposalState("considered", "accept", "同意")).toEqual({ ok: true, to: "accepted" });
    expect(nextProposalState("accepted", "return", "不行")).toEqual({ ok: false, because: "state" });
  });
});

describe("what stands around cards", () => {
  it("counts a place of the own city as in reach without a point, elsewhere by distance", () => {
    const school = { regionCode: "440113", point: { lng: 113.38, lat: 22.94 } };
    expect(withinReach(school, { regionCode: "440117", point: null })).toEqual({ reach: true, km: null });
    expect(withinReach(school, { regionCode: "440605", point: { lng: 113.15, lat: 23.03 } }).reach).toBe(
      true,
    );
    expect(withinReach(school, { regionCode: "440300", point: { lng: 114.06, lat: 22.55 } }).reach).toBe(
      false,
    );
    expect(withinReach({ ...school, point: null }, { regionCode: "440605", point: null }).reach).toBe(false);
  });

  it("calls a member silent only where something is overdue and nothing was done of late", () => {
    const at = (member: { overdue: number; late: number; lastMonth: string | null }) =>
      memberStanding(member, "2026-11-23", addDays);
    expect(at({ overdue: 0, late: 0, lastMonth: null })).toBe("idle");
    expect(at({ overdue: 1, late: 0, lastMonth: null })).toBe("quiet");
    expect(at({ overdue: 0, late: 2, lastMonth: "2026-05" })).toBe("quiet");
    expect(at({ overdue: 3, late: 0, lastMonth: "2026-10" })).toBe("moving");
  });

  it("lays places out once each, the north above the south", () => {
    const places = Array.from({ length: 11 }, (_, at) => ({
      code: `4401${String(at + 10)}`,
      point: at === 5 ? null : { lng: 113 + (at % 4), lat: 24 - Math.floor(at / 4) },
    }));
    const grid = tileGrid(places);
    expect(new Set(grid.map(({ col, row }) => `${col}:${row}`)).size).toBe(11);
    expect(tileGrid([...places].reverse())).toEqual(grid);
    expect(grid.find(({ code }) => code === "440110")?.row).toBe(0);
    expect(grid.find(({ code }) => code === "440120")?.row).toBeGreaterThan(0);
    expect(tileGrid([])).toEqual([]);
  });

  it("writes amounts without words", () => {
    expect([plainAmount(6_667, "share"), plainAmount(380_000, "fen"), plainAmount(1_200, "people")]).toEqual([
      "66.7%",
      "3,800.00",
      "1,200",
    ]);
  });
});
