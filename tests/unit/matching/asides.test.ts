import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ASIDE_REASONS,
  type Aside,
  asideVerdict,
  effectOf,
  farLimitKm,
  restsUntil,
  type SuggestionFacts,
} from "~/matching/rules/asides";

const TODAY = "2026-11-22";
const SUBJECT = "programme:p1";

const facts = (values: Partial<SuggestionFacts> = {}): SuggestionFacts => ({
  kind: "listing",
  refId: "a",
  partyId: "firm-a",
  distanceKm: 42,
  payMaxFen: 400_000,
  seats: 6,
  occupationCode: "6-18-01-01",
  majorCode: null,
  ...values,
});

const said = (reason: Aside["reason"], values: Partial<Aside> = {}): Aside => ({
  ...facts(),
  id: "said",
  subject: SUBJECT,
  reason,
  saidOn: TODAY,
  ...values,
});

const placeOf = (aside: Aside, suggestion: SuggestionFacts, subject = SUBJECT, today = TODAY) =>
  asideVerdict([aside], subject, suggestion, today).place;

const other = (values: Partial<SuggestionFacts>) => facts({ refId: "b", partyId: "firm-b", ...values });

describe("what a reason does to the list", () => {
  it("takes the suggestion itself away, whatever the reason", () => {
    for (const reason of ASIDE_REASONS) expect(placeOf(said(reason), facts())).toBe("away");
  });

  it("moves farther places back after 'too far', from the next lower five kilometres", () => {
    const far = said("too_far");
    expect(effectOf(far)).toEqual({ key: "matches.aside.effects.far", values: { km: 40 } });
    expect(placeOf(far, other({ distanceKm: 40 }))).toBe("back");
    expect(placeOf(far, other({ distanceKm: 39.9 }))).toBe("kept");
    expect(placeOf(far, other({ distanceKm: null }))).toBe("kept");
    expect(placeOf(far, other({ distanceKm: 90 }), "programme:p2")).toBe("back");
    expect([0.4, 3.7, 5, 14.9].map(farLimitKm)).toEqual([1, 3, 5, 10]);
  });

  it("moves what pays no more back after 'pay'", () => {
    expect(placeOf(said("pay"), other({ payMaxFen: 400_000 }))).toBe("back");
    expect(placeOf(said("pay"), other({ payMaxFen: 400_001 }))).toBe("kept");
    expect(placeOf(said("pay"), other({ payMaxFen: null }))).toBe("kept");
  });

  it("keeps the wrong major and too few seats to the subject they were said for", () => {
    expect(placeOf(said("wrong_major"), other({}))).toBe("back");
    expect(placeOf(said("wrong_major"), other({}), "programme:p2")).toBe("kept");
    expect(placeOf(said("wrong_major"), facts(), "programme:p2")).toBe("kept");
    expect(placeOf(said("no_seats"), other({ seats: 6 }))).toBe("back");
    expect(placeOf(said("no_seats"), other({ seats: 7 }))).toBe("kept");
    expect(placeOf(said("no_seats"), other({ seats: 2 }), "programme:p2")).toBe("kept");
  });

  it("speaks of majors where programmes are suggested", () => {
    const programme = facts({ kind: "programme", majorCode: "660103" });
    const wrong = said("wrong_major", programme);
    expect(effectOf(wrong).key).toBe("matches.aside.effects.major");
    const same = other({ kind: "programme", majorCode: "660103" });
    expect(placeOf(wrong, same)).toBe("back");
    expect(placeOf(wrong, { ...same, majorCode: "720201" })).toBe("kept");
  });

  it("takes everything of a partner away, of anybody else nothing", () => {
    expect(placeOf(said("already_partners"), other({ partyId: "firm-a" }))).toBe("away");
    expect(placeOf(said("already_partners"), other({}))).toBe("kept");
  });

  it("lets a 'not now' rest sixty days and no longer", () => {
    const until = restsUntil(TODAY);
    expect(until).toBe("2027-01-21");
    expect(placeOf(said("not_now"), facts(), SUBJECT, until)).toBe("away");
    expect(placeOf(said("not_now"), facts(), SUBJECT, "2027-01-22")).toBe("kept");
  });

  it("says it takes away only the one where nobody stated the fact", () => {
    const only = "matches.aside.effects.only";
    expect(effectOf(said("too_far", { distanceKm: null })).key).toBe(only);
    expect(effectOf(said("pay", { payMaxFen: null })).key).toBe(only);
    expect(effectOf(said("other")).key).toBe(only);
  });

  it("never brings anything forward: more said, no better place", () => {
    const order = { kept: 0, back: 1, away: 2 };
    const reason = fc.constantFrom(...ASIDE_REASONS);
    const km = fc.integer({ min: 0, max: 200 });
    const one = fc
      .record({ reason, distanceKm: km, refId: fc.constantFrom("a", "b", "c"), seats: km })
      .map(({ reason: why, ...values }) => said(why, values));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), one, km, (before, added, distanceKm) => {
        const suggestion = facts({ refId: "c", partyId: "firm-c", distanceKm });
        const was = asideVerdict(before, SUBJECT, suggestion, TODAY).place;
        const is = asideVerdict([...before, added], SUBJECT, suggestion, TODAY).place;
        expect(order[is]).toBeGreaterThanOrEqual(order[was]);
      }),
    );
  });
});
