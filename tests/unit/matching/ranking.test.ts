import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEligibleNewcomer, isReservedPosition } from "~/matching/rules/exploration";
import { type Candidate, PART_NAMES, type Subject } from "~/matching/rules/match-facts";
import { mutualScore, partValues, scoreOf } from "~/matching/rules/part-values";
import { rankCandidates } from "~/matching/rules/rank";
import { MATCH_WEIGHTS, shrunkRate } from "~/matching/rules/weights";
import { addDays } from "~/platform/time/clock";
import { words as english } from "~/words/en";
import { translatorOver } from "~/words/translate";
import { words as chinese } from "~/words/zh-CN";

const blank = (id: string, facts: Partial<Candidate> = {}): Candidate => ({
  id,
  fit: null,
  distanceKm: null,
  seatsOpen: null,
  seatsNeeded: null,
  timing: { practice: null, listing: null },
  trackRecord: null,
  appetite: "unknown",
  replyRate: { answered: 0, due: 0 },
  newcomer: false,
  exposure: 0,
  ...facts,
});

const programme: Subject = { side: "programme", id: "p1" };
const day = "2026-11-22";

const period = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 }))
  .map(([start, length]) => {
    const from = addDays("2026-01-01", start);
    return { from, to: addDays(from, length) };
  });

const facts: fc.Arbitrary<Omit<Candidate, "id">> = fc.record({
  fit: fc.option(
    fc.record({
      score: fc.double({ min: 0, max: 1, noNaN: true }),
      basis: fc.constantFrom("official" as const, "inferred" as const),
      majorName: fc.constant("护理"),
      occupationName: fc.constant("内科护士"),
      reason: fc.constant(null),
    }),
  ),
  distanceKm: fc.option(fc.double({ min: 0, max: 2000, noNaN: true })),
  seatsOpen: fc.option(fc.nat(60)),
  seatsNeeded: fc.option(fc.nat(60)),
  timing: fc.record({ practice: fc.option(period), listing: fc.option(period) }),
  trackRecord: fc.option(
    fc.tuple(fc.nat(50), fc.nat(50), fc.nat(20)).map(([completed, retained, breaks]) => ({
      completed,
      retained: Math.min(retained, completed),
      breaks,
    })),
  ),
  appetite: fc.constantFrom("active" as const, "interested" as const, "not_now" as const, "unknown" as const),
  replyRate: fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ answered: Math.min(a, b), due: Math.max(a, b) })),
  newcomer: fc.boolean(),
  exposure: fc.nat(20),
});

const candidate = facts.map((rest) => ({ id: "c", ...rest }));
const market = fc
  .array(facts, { maxLength: 60 })
  .map((list) => list.map((rest, at): Candidate => ({ id: `c${String(at).padStart(3, "0")}`, ...rest })));
const side = fc.constantFrom("programme" as const, "listing" as const);

const score = (who: Subject["side"], one: Candidate) =>
  scoreOf(partValues(who, one, one, MATCH_WEIGHTS), MATCH_WEIGHTS);

describe("score", () => {
  it("has dated weights that sum to one", () => {
    expect(Object.values(MATCH_WEIGHTS.parts).reduce((a, b) => a + b, 0)).toBe(10_000);
  });

  it("is 50 when nothing is known: neither empty nor full", () => {
    expect(score("programme", blank("a"))).toBe(50);
    const [only] = rankCandidates(programme, [blank("a")], { day }).matches;
    expect(only!.parts.every((part) => !part.known && part.value === 0.5)).toBe(true);
    expect(only!.parts.map((part) => part.key)).toContain("matching.trackRecord.none");
  });

  it("stays within 0 and 100 and never falls when one fact improves", () => {
    const better: ((one: Candidate) => Candidate)[] = [
      (one) => ({ ...one, fit: one.fit && { ...one.fit, score: Math.min(1, one.fit.score + 0.1) } }),
      (one) => ({ ...one, distanceKm: one.distanceKm === null ? null : one.distanceKm / 2 }),
      (one) => ({
        ...one,
        trackRecord: one.trackRecord && { ...one.trackRecord, completed: one.trackRecord.completed + 1 },
      }),
      (one) => ({
        ...one,
        trackRecord: one.trackRecord && {
          ...one.trackRecord,
          retained: Math.min(one.trackRecord.completed, one.trackRecord.retained + 1),
        },
      }),
      (one) => ({
        ...one,
        trackRecord: one.trackRecord && {
          ...one.trackRecord,
          breaks: Math.max(0, one.trackRecord.breaks - 1),
        },
      }),
      (one) => ({ ...one, appetite: one.appetite === "not_now" ? "interested" : one.appetite }),
      (one) => ({ ...one, appetite: one.appetite === "interested" ? "active" : one.appetite }),
      (one) => ({
        ...one,
        replyRate: { ...one.replyRate, answered: Math.min(one.replyRate.due, one.replyRate.answered + 1) },
      }),
      (one) => ({
        ...one,
        timing: one.timing.listing
          ? { ...one.timing, practice: one.timing.practice && one.timing.listing }
          : one.timing,
      }),
    ];
    // A track record that consists of breaks alone becomes "unknown" without them, which is not a fall either.
    fc.assert(
      fc.property(candidate, side, fc.constantFrom(...better), (one, who, improve) => {
        const before = score(who, one);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(100);
        expect(score(who, improve(one))).toBeGreaterThanOrEqual(before - 1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the side that asks what the other offers: more open seats never hurt a programme", () => {
    fc.assert(
      fc.property(candidate, fc.nat(30), fc.nat(30), fc.nat(30), (one, open, needed, more) => {
        const now = { ...one, seatsOpen: open, seatsNeeded: needed };
        expect(score("programme", { ...now, seatsOpen: open + more })).toBeGreaterThanOrEqual(
          score("programme", now) - 1e-9,
        );
        expect(score("listing", { ...now, seatsNeeded: needed + more })).toBeGreaterThanOrEqual(
          score("listing", now) - 1e-9,
        );
      }),
    );
  });

  it("shrinks small numbers: one answered enquiry does not beat nine of ten", () => {
    expect(shrunkRate(1, 1, { yes: 2, no: 2 })).toBeCloseTo(3 / 5);
    expect(shrunkRate(9, 10, { yes: 2, no: 2 })).toBeCloseTo(11 / 14);
    const once = score("programme", blank("a", { replyRate: { answered: 1, due: 1 } }));
    const often = score("programme", blank("b", { replyRate: { answered: 9, due: 10 } }));
    const never = score("programme", blank("c", { replyRate: { answered: 0, due: 10 } }));
    expect(often).toBeGreaterThan(once);
    expect(never).toBeLessThan(score("programme", blank("d")));
  });
});

describe("both directions", () => {
  it("lies between the two and is zero when one side gains nothing", () => {
    expect(mutualScore(90, 0)).toBe(0);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const both = mutualScore(a, b);
          expect(both).toBeGreaterThanOrEqual(Math.min(a, b) - 1e-9);
          expect(both).toBeLessThanOrEqual((a + b) / 2 + 1e-9);
          expect(both).toBeCloseTo(mutualScore(b, a), 9);
        },
      ),
    );
  });

  it("is the same figure whichever side asks", () => {
    fc.assert(
      fc.property(candidate, candidate, (host, school) => {
        const pair = { ...host, id: "listing" };
        const seen = rankCandidates({ side: "programme", id: "p", standing: school }, [pair], { day })
          .matches[0]!;
        const mirrored: Candidate = {
          ...host,
          id: "p",
          trackRecord: school.trackRecord,
          appetite: school.appetite,
          replyRate: school.replyRate,
        };
        const back = rankCandidates({ side: "listing", id: "listing", standing: host }, [mirrored], { day })
          .matches[0]!;
        expect(back.mutual).toBe(seen.mutual);
      }),
    );
  });
});

describe("list", () => {
  it("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(
        market.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        side,
        ([list, shuffled], who) => {
          const subject: Subject = { side: who, id: "s" };
          expect(rankCandidates(subject, shuffled, { day })).toEqual(rankCandidates(subject, list, { day }));
        },
      ),
    );
  });

  it("holds its share for newcomers while there are any, shows nobody twice, and keeps merit elsewhere", () => {
    fc.assert(
      fc.property(market, (list) => {
        const { matches } = rankCandidates(programme, list, { day, limit: 30 });
        expect(new Set(matches.map(({ id }) => id)).size).toBe(Math.min(30, list.length));
        const byId = new Map(list.map((one) => [one.id, one]));
        const left = new Set(
          list.filter((one) => isEligibleNewcomer(one, MATCH_WEIGHTS)).map(({ id }) => id),
        );
        for (const match of matches) {
          const reserved = isReservedPosition(match.position, MATCH_WEIGHTS.exploration.share);
          if (reserved && left.size > 0) expect(left.has(match.id)).toBe(true);
          if (match.explored) {
            expect(reserved).toBe(true);
            expect(byId.get(match.id)!.newcomer).toBe(true);
            expect(match.exploredKey).toBe("matching.explored");
          }
          left.delete(match.id);
        }
        const byMerit = matches
          .filter(({ explored }) => !explored)
          .map(({ id }) => score("programme", byId.get(id)!));
        expect(byMerit).toEqual([...byMerit].sort((a, b) => b - a));
      }),
    );
  });

  it("gives each of eight equal newcomers a turn in four days when two places are held a day", () => {
    const veterans = Array.from({ length: 40 }, (_, at) => blank(`old${at}`, { appetite: "active" }));
    const exposure = new Map(Array.from({ length: 8 }, (_, at) => [`new${at}`, 0]));
    for (let ahead = 0; ahead < 4; ahead++) {
      const newcomers = [...exposure].map(([id, shown]) => blank(id, { newcomer: true, exposure: shown }));
      const { matches } = rankCandidates(programme, [...veterans, ...newcomers], {
        day: addDays(day, ahead),
        limit: 10,
      });
      for (const { id, explored } of matches) if (explored) exposure.set(id, (exposure.get(id) ?? 0) + 1);
    }
    expect([...exposure.values()]).toEqual(Array(8).fill(1));
  });

  it("does not lift a newcomer whose major is known not to fit, or who is not looking", () => {
    const fit = {
      score: 0.1,
      basis: "inferred" as const,
      majorName: "护理",
      occupationName: "车工",
      reason: null,
    };
    expect(isEligibleNewcomer(blank("a", { newcomer: true, fit }), MATCH_WEIGHTS)).toBe(false);
    expect(isEligibleNewcomer(blank("a", { newcomer: true, appetite: "not_now" }), MATCH_WEIGHTS)).toBe(
      false,
    );
    expect(isEligibleNewcomer(blank("a", { newcomer: true }), MATCH_WEIGHTS)).toBe(true);
  });
});

describe("reasons", () => {
  it("adds up: the weighted parts are the score", () => {
    fc.assert(
      fc.property(candidate, side, (one, who) => {
        const match = rankCandidates({ side: who, id: "s" }, [one], { day }).matches[0]!;
        expect(match.parts.map(({ name }) => name)).toEqual(PART_NAMES);
        const sum = match.parts.reduce((total, part) => total + part.weight * part.value, 0) * 100;
        expect(Math.abs(sum - match.score)).toBeLessThanOrEqual(0.051);
      }),
    );
  });

  it("has words in both languages with every placeholder filled", () => {
    const languages = [translatorOver("zh-CN", chinese), translatorOver("en", english)];
    fc.assert(
      fc.property(candidate, side, (one, who) => {
        const match = rankCandidates({ side: who, id: "s" }, [one], { day }).matches[0]!;
        for (const { any } of languages)
          for (const { key, values } of [...match.parts, ...match.improve]) {
            const sentence = any(key, values);
            expect(sentence).not.toBe(key);
            expect(sentence).not.toMatch(/\{\{|undefined|NaN|null/);
          }
      }),
      { numRuns: 500 },
    );
  });

  it("names only improvements that improve, best first", () => {
    fc.assert(
      fc.property(candidate, side, (one, who) => {
        const { improve } = rankCandidates({ side: who, id: "s" }, [one], { day }).matches[0]!;
        expect(improve.length).toBeLessThanOrEqual(3);
        for (const { gain } of improve) expect(gain).toBeGreaterThan(0);
        expect(improve.map(({ gain }) => gain)).toEqual(
          improve.map(({ gain }) => gain).sort((a, b) => b - a),
        );
      }),
    );
  });

  it("says the facts of a real match", () => {
    const match = rankCandidates(
      programme,
      [
        blank("l", {
          fit: { score: 1, basis: "official", majorName: "护理", occupationName: "内科护士", reason: null },
          distanceKm: 7.2,
          seatsOpen: 12,
          seatsNeeded: 40,
          timing: {
            practice: { from: "2027-03-01", to: "2027-08-31" },
            listing: { from: "2027-04-01", to: "2027-12-31" },
          },
          replyRate: { answered: 9, due: 10 },
        }),
      ],
      { day },
    ).matches[0]!;
    const { any } = translatorOver("zh-CN", chinese);
    const sentences = match.parts.map(({ key, values }) => any(key, values));
    expect(sentences).toEqual([
      "专业对口：护理 → 内科护士（教育部专业简介）",
      "在 8 公里内",
      "空余 12 个名额，需要安排 40 名学生",
      "时间部分重叠：2027-04-01 至 2027-08-31，共 153 天（83%）",
      "首次合作，尚无往届记录",
      "尚未表明意向",
      "回复及时 90%（9/10）",
    ]);
    expect(match.improve[0]).toMatchObject({ part: "seats", who: "listing", values: { missing: 28 } });
  });
});
