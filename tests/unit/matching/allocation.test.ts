import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBlockingPairs, findBreaches } from "~/matching/rules/allocation/blocking-pairs";
import { compileMarket } from "~/matching/rules/allocation/compile-market";
import { deferLimited } from "~/matching/rules/allocation/defer-limited";
import { deferPlain } from "~/matching/rules/allocation/defer-plain";
import type { RoundDocument } from "~/matching/rules/allocation/document";
import { readRoundDocument } from "~/matching/rules/allocation/read-document";
import { solveMarket } from "~/matching/rules/allocation/solve-market";
import { solveRound } from "~/matching/rules/allocation/solve-round";
import { seededHash } from "~/matching/rules/seeded-hash";
import { words as english } from "~/words/en";
import { translatorOver } from "~/words/translate";
import { words as chinese } from "~/words/zh-CN";
import { allLists, allOutcomes, documents, isStableOutcome, rankOf } from "./allocation-markets";

const kinds = [
  { name: "plain", features: { units: false, categories: false } },
  { name: "with unit caps", features: { units: true, categories: false } },
  { name: "with categories", features: { units: false, categories: true } },
  { name: "with unit caps and categories", features: { units: true, categories: true } },
];

const outcomeOf = (document: RoundDocument) => solveRound(document).matches.map(({ slot }) => slot);

describe.each(kinds)("small markets $name, every matching tried", ({ features }) => {
  it("is stable by definition, and no stable matching is better for any student", () => {
    fc.assert(
      fc.property(documents(features), (document) => {
        const compiled = compileMarket(document);
        const outcome = outcomeOf(document);
        expect(isStableOutcome(document, compiled, outcome)).toBe(true);
        for (const other of allOutcomes(document)) {
          if (!isStableOutcome(document, compiled, other)) continue;
          document.students.forEach(({ choices }, at) => {
            expect(rankOf(choices, outcome[at]!)).toBeLessThanOrEqual(rankOf(choices, other[at]!));
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it("agrees with the checker on every matching", () => {
    fc.assert(
      fc.property(documents(features, { students: 3, slots: 3, capacity: 2 }), (document) => {
        const compiled = compileMarket(document);
        const { market } = compiled;
        for (const outcome of allOutcomes(document)) {
          const edge = Int32Array.from(outcome, (slot, student) =>
            slot === null
              ? -1
              : market.choiceStart[student]! + document.students[student]!.choices.indexOf(slot),
          );
          const assignment = { edge, rounds: 0 };
          const sound =
            findBreaches(market, assignment).length === 0 &&
            findBlockingPairs(market, assignment).length === 0;
          expect(sound).toBe(isStableOutcome(document, compiled, outcome));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("never rewards a student for another list than the true one", () => {
    fc.assert(
      fc.property(documents(features), fc.nat(3), (document, liar) => {
        const truth = document.students[liar]!.choices;
        const honest = rankOf(truth, outcomeOf(document)[liar]!);
        for (const lie of allLists(document.slots.map(({ id }) => id))) {
          const students = document.students.map((one, at) => (at === liar ? { ...one, choices: lie } : one));
          const got = outcomeOf({ ...document, students })[liar]!;
          const wanted = got === null || truth.includes(got) ? rankOf(truth, got) : truth.length;
          expect(wanted).toBeGreaterThanOrEqual(honest);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("explains every choice a student liked better, in both languages", () => {
    const languages = [translatorOver("zh-CN", chinese), translatorOver("en", english)];
    fc.assert(
      fc.property(documents(features), (document) => {
        const { matches, explanations } = solveRound(document);
        matches.forEach(({ student, slot }, at) => {
          const { choices } = document.students[at]!;
          const better = choices.slice(0, rankOf(choices, slot));
          const told = explanations!.filter((one) => one.student === student);
          expect(told.map((one) => one.slot)).toEqual(better);
          for (const { reason, values } of told)
            for (const { any } of languages) {
              const sentence = any(`matching.round.why.${reason}`, values);
              expect(sentence).not.toContain("matching.round");
              expect(sentence).not.toMatch(/\{\{|undefined|NaN/);
            }
        });
      }),
      { numRuns: 200 },
    );
  });

  it("gives the same result whatever the order of students and slots, and reads what it solves", () => {
    fc.assert(
      fc.property(documents(features, { students: 12, slots: 5, capacity: 3 }), (document) => {
        const asJson: unknown = JSON.parse(JSON.stringify(document));
        const read = readRoundDocument(asJson);
        expect(read.ok).toBe(true);
        const turned = {
          ...document,
          students: [...document.students].reverse(),
          slots: [...document.slots].reverse(),
        };
        const sorted = (one: RoundDocument) =>
          solveRound(one).matches.sort((a, b) => (a.student < b.student ? -1 : 1));
        expect(sorted(turned)).toEqual(sorted(document));
      }),
    );
  });
});

describe("larger markets", () => {
  const large = { students: 80, slots: 12, capacity: 6 };

  it("finds no breach and no blocking pair, and a displaced student is noticed", () => {
    fc.assert(
      fc.property(documents({ units: true, categories: true }, large), fc.nat(), (document, pick) => {
        const { market } = compileMarket(document);
        const assignment = solveMarket(market);
        expect(findBreaches(market, assignment)).toEqual([]);
        expect(findBlockingPairs(market, assignment)).toEqual([]);
        const placed = [...assignment.edge.keys()].filter((student) => assignment.edge[student]! >= 0);
        if (placed.length === 0) return;
        const victim = placed[pick % placed.length]!;
        const edge = assignment.edge.slice();
        edge[victim] = -1;
        expect(findBlockingPairs(market, { edge, rounds: 0 }).some(({ student }) => student === victim)).toBe(
          true,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("comes to the same matching with limits that do not bind as without", () => {
    fc.assert(
      fc.property(documents({ units: false, categories: false }, large), (document) => {
        const { market } = compileMarket(document);
        const slots = market.slots;
        const limits = {
          unitOfSlot: new Int32Array(slots).fill(-1),
          unitCap: new Int32Array(0),
          categoryOfStudent: new Int32Array(market.students).fill(-1),
          shareStart: Int32Array.from({ length: slots + 1 }, (_, at) => at),
          shareCategory: new Int32Array(slots).fill(-1),
          shareReserved: new Int32Array(slots),
          shareQuota: market.capacity,
        };
        expect(deferLimited({ ...market, limits }, limits)).toEqual(deferPlain(market));
      }),
      { numRuns: 60 },
    );
  });

  it("stays stable where waves are large enough to be sorted by slot", () => {
    const [students, slots, choices] = [12_000, 500, 6];
    const choiceSlot = Int32Array.from({ length: students * choices }, (_, edge) => {
      const student = Math.floor(edge / choices);
      return (seededHash("first", String(student)) + (edge % choices) * 83) % slots;
    });
    const market = {
      students,
      slots,
      choiceStart: Int32Array.from({ length: students + 1 }, (_, at) => at * choices),
      choiceSlot,
      choiceOrder: Int32Array.from(choiceSlot, (slot, edge) => {
        const student = Math.floor(edge / choices);
        const draw = seededHash(String(slot), String(student));
        return draw % 7 === 0 ? -1 : (draw & 0x1ffff) * 16_384 + student;
      }),
      capacity: Int32Array.from({ length: slots }, (_, slot) => slot % 40),
      limits: null,
    };
    const assignment = deferPlain(market);
    expect(findBreaches(market, assignment)).toEqual([]);
    expect(findBlockingPairs(market, assignment)).toEqual([]);
    expect(assignment.edge.filter((edge) => edge >= 0).length).toBeGreaterThan(5000);
  });

  it("names the plain notion where no cap spans two slots", () => {
    const slots = [{ id: "p", capacity: 2, ranking: ["a", "b"], unit: "u" }];
    const students = ["a", "b"].map((id) => ({ id, choices: ["p"] }));
    const result = solveRound({ students, slots, units: [{ id: "u", cap: 1 }], seed: 1 });
    expect(result).toMatchObject({ stability: "plain", stable: true, unmatched: 1 });
    expect(result.explanations).toEqual([
      {
        student: "b",
        slot: "p",
        choice: 1,
        reason: "unitCap",
        values: { unit: "u", cap: 1, position: 2, last: 1 },
      },
    ]);
  });
});

describe("ties", () => {
  const tied = (seed: string | number): RoundDocument => ({
    students: ["a", "b", "c", "d", "e"].map((id) => ({ id, choices: ["p"] })),
    slots: [{ id: "p", capacity: 2, scores: { a: 5, b: 5, c: 5, d: 5, e: 5 } }],
    seed,
  });
  const admitted = (seed: string | number) =>
    solveRound(tied(seed))
      .matches.filter(({ slot }) => slot !== null)
      .map(({ student }) => student)
      .join("");

  it("are broken by the seed, alike on every run, and every student wins under some seed", () => {
    expect(admitted("2026-spring")).toBe(admitted("2026-spring"));
    const winners = new Set(Array.from({ length: 60 }, (_, seed) => admitted(seed)).join(""));
    expect([...winners].sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("give each of five equals about two places in five", () => {
    const wins = Array.from({ length: 2000 }, (_, seed) => admitted(seed)).filter((list) =>
      list.includes("c"),
    );
    expect(wins.length / 2000).toBeGreaterThan(0.36);
    expect(wins.length / 2000).toBeLessThan(0.44);
  });
});

describe("groups", () => {
  const host = (id: string, capacity: number, ranking: string[]) => ({ id, capacity, ranking });

  it("go together, past a slot that cannot take them all, and are told why", () => {
    const result = solveRound({
      students: ["a", "b", "x"].map((id) => ({ id, choices: ["p", "q"] })),
      slots: [host("p", 2, ["a", "x", "b"]), host("q", 3, ["b", "a", "x"])],
      groups: [{ id: "g", students: ["a", "b"], choices: ["p", "q"] }],
      seed: 1,
    });
    expect(result.matches).toEqual([
      { student: "a", slot: "q" },
      { student: "b", slot: "q" },
      { student: "x", slot: "p" },
    ]);
    expect(result.groups).toEqual([{ id: "g", slot: "q", struck: ["p"] }]);
    expect(result.explanations).toContainEqual({
      student: "b",
      slot: "p",
      choice: 1,
      reason: "groupApart",
      values: { group: "g", size: 2 },
    });
  });

  it("dissolve into their members' own choices when no slot takes them all", () => {
    const result = solveRound({
      students: [
        { id: "a", choices: ["p"] },
        { id: "b", choices: ["q"] },
      ],
      slots: [host("p", 1, ["a", "b"]), host("q", 1, ["a", "b"])],
      groups: [{ id: "g", students: ["a", "b"], choices: ["q"] }],
      seed: 1,
    });
    expect(result.matches.map(({ slot }) => slot)).toEqual(["p", "q"]);
    expect(result.groups).toEqual([{ id: "g", slot: null, struck: ["q"] }]);
  });

  it("are together or on their own in every market, and the rest is stable", () => {
    fc.assert(
      fc.property(
        documents({ units: true, categories: true }, { students: 10, slots: 4, capacity: 4 }),
        fc.shuffledSubarray(["p0", "p1", "p2", "p3"]),
        fc.shuffledSubarray(["p0", "p1", "p2", "p3"]),
        (document, first, second) => {
          const groups = [
            { id: "g0", students: ["s0", "s1"], choices: first },
            { id: "g1", students: ["s2", "s3", "s4"], choices: second },
          ];
          const result = solveRound({ ...document, groups });
          expect(result.stable).toBe(true);
          const slotOf = new Map(result.matches.map(({ student, slot }) => [student, slot]));
          result.groups!.forEach(({ slot }, at) => {
            if (slot !== null)
              for (const member of groups[at]!.students) expect(slotOf.get(member)).toBe(slot);
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
