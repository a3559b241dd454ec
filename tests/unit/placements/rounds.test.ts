import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRoundDocument } from "~/matching/rules/allocation/read-document";
import { solveRound } from "~/matching/rules/allocation/solve-round";
import { readChoices, shifted } from "~/placements/rules/round-choices";
import { pointsOf, scoreOf } from "~/placements/rules/round-criteria";
import {
  type OfferedSlot,
  pairKey,
  publishedText,
  type RoundEntry,
  roundInput,
  seatsIn,
} from "~/placements/rules/round-input";
import { moveRound, ROUND_MOVES, ROUND_STATES } from "~/placements/rules/round-lifecycle";

const FACTS = { slots: 2, students: 3, unanswered: 0, stale: false };

describe("the life of a round", () => {
  it("never leads from closed choices back to open ones, and ends for good", () => {
    for (const state of ROUND_STATES)
      for (const move of Object.keys(ROUND_MOVES) as (keyof typeof ROUND_MOVES)[]) {
        const moved = moveRound(state, move, FACTS);
        if (!moved.ok) continue;
        expect(["confirmed", "cancelled"]).not.toContain(state);
        if (["ranking", "preview"].includes(state)) expect(["draft", "open"]).not.toContain(moved.to);
      }
  });

  it.each([
    ["draft", "open", { ...FACTS, slots: 0 }, "noSlots"],
    ["draft", "open", { ...FACTS, students: 0 }, "noStudents"],
    ["draft", "open", { ...FACTS, unanswered: 1 }, "unanswered"],
    ["preview", "confirm", { ...FACTS, stale: true }, "stale"],
    ["confirmed", "confirm", FACTS, "twice"],
    ["confirmed", "cancel", FACTS, "state"],
    ["open", "compute", FACTS, "state"],
  ] as const)("in %s, %s is refused: %j → %s", (state, move, facts, reason) => {
    expect(moveRound(state, move, facts)).toEqual({ ok: false, reason });
  });
});

describe("choices", () => {
  const known = new Set(["a", "b", "c"]);

  it("are read in the order of their numbers, gaps closed, refused where two share one", () => {
    const rows = (a: number | null, b: number | null, c: number | null) => [
      { slotId: "a", place: a },
      { slotId: "b", place: b },
      { slotId: "c", place: c },
    ];
    expect(readChoices(rows(7, null, 2), known, 3)).toEqual({ ok: true, choices: ["c", "a"] });
    expect(readChoices(rows(null, null, null), known, 3)).toEqual({ ok: true, choices: [] });
    expect(readChoices(rows(1, 1, null), known, 3)).toMatchObject({
      ok: false,
      reason: "samePlace",
      slotId: "b",
    });
    expect(readChoices(rows(1, 2, 3), known, 2)).toMatchObject({ ok: false, reason: "tooMany", slotId: "c" });
    expect(readChoices([{ slotId: "x", place: 1 }], known, 3)).toMatchObject({
      ok: false,
      reason: "unknown",
    });
  });

  it("move one place at a time and not beyond the ends", () => {
    expect(shifted(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
    expect(shifted(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
    expect(shifted(["a", "b", "c"], "x", 1)).toEqual(["a", "b", "c"]);
  });
});

describe("a host's order", () => {
  const slot = { majorCodes: ["660103"], latestYear: 2025 };
  const weights = { major: 3, year: 1, credits: 2 };
  const candidate = { majorCode: "660103", entryYear: 2024, creditsCenti: 1_000 };

  it("puts its own places before any points, and leaves out whom it does not want", () => {
    const best = pointsOf({ ...candidate, creditsCenti: 99_900, entryYear: 2020 }, slot, {
      major: 10,
      year: 10,
      credits: 10,
    });
    expect(scoreOf(3_000, 0)).toBeGreaterThan(best);
    expect(scoreOf(1, 0)).toBeGreaterThan(scoreOf(2, 0)!);
    expect(scoreOf(undefined, best)).toBe(best);
    expect(scoreOf(null, best)).toBeNull();
  });

  it("weighs the named major above its class and its class above another", () => {
    const of = (majorCode: string) => pointsOf({ ...candidate, majorCode }, slot, weights);
    expect(of("660103")).toBeGreaterThan(of("660108"));
    expect(of("660108")).toBeGreaterThan(of("720201"));
  });
});

const slotOf = (id: string, changes: Partial<OfferedSlot> = {}): OfferedSlot => ({
  id,
  code: `S${id}`,
  hostId: `host ${id}`,
  postId: null,
  capacity: 2,
  reserved: {},
  quotas: {},
  withdrawn: false,
  postFree: null,
  ...changes,
});

const entryOf = (changes: Partial<RoundEntry>): RoundEntry => ({
  seed: "seed",
  students: [],
  slots: [],
  unitFree: new Map(),
  groups: [],
  barred: new Set(),
  score: () => 1,
  ...changes,
});

const student = (id: string, choices: string[], groupId: string | null = null) => ({
  id,
  code: `A${id}`,
  category: null,
  groupId,
  choices,
});

describe("the published input", () => {
  it("shares what a post's head-count leaves among its slots", () => {
    const slots = [
      slotOf("1", { postId: "p", postFree: 3 }),
      slotOf("2", { postId: "p", postFree: 3 }),
      slotOf("3", { postId: "p", postFree: 3 }),
      slotOf("4", { withdrawn: true }),
    ];
    expect([...seatsIn(slots)]).toEqual([
      ["1", 2],
      ["2", 1],
      ["3", 0],
    ]);
  });

  it("leaves out barred pairs, withdrawn slots and everybody's own ids", () => {
    const document = roundInput(
      entryOf({
        students: [student("secret-1", ["1", "2"]), student("secret-2", ["2", "1"])],
        slots: [slotOf("1"), slotOf("2", { withdrawn: true })],
        barred: new Set([pairKey("secret-1", "1")]),
      }),
    );
    expect(document.students).toEqual([
      { id: "Asecret-1", choices: [] },
      { id: "Asecret-2", choices: ["S1"] },
    ]);
    expect(document.slots).toEqual([{ id: "S1", capacity: 2, scores: { "Asecret-2": 1 } }]);
  });

  it("joins a group's choices in its founder's order, as far as all listed them", () => {
    const document = roundInput(
      entryOf({
        students: [student("1", ["1", "2", "3"], "g"), student("2", ["3", "2"], "g"), student("3", ["1"])],
        slots: [slotOf("1"), slotOf("2"), slotOf("3")],
        groups: [{ id: "g", code: "K7", founderId: "2" }],
      }),
    );
    expect(document.groups).toEqual([{ id: "K7", students: ["A1", "A2"], choices: ["S3", "S2"] }]);
    const apart = roundInput(
      entryOf({
        students: [student("1", ["1"], "g"), student("2", ["3"], "g")],
        slots: [slotOf("1"), slotOf("3")],
        groups: [{ id: "g", code: "K7", founderId: "2" }],
      }),
    );
    expect(apart.groups).toBeUndefined();
  });

  it("can always be read and solved, stays within every bound, and prints the same bytes", () => {
    const entries = fc.record({
      lists: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }), { maxLength: 12 }),
      seats: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
      postFree: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
      unitFree: fc.integer({ min: 0, max: 6 }),
      reserved: fc.integer({ min: 0, max: 5 }),
      barred: fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 4 })), {
        maxLength: 8,
      }),
      categories: fc.array(fc.constantFrom("x", "y"), { minLength: 12, maxLength: 12 }),
    });
    fc.assert(
      fc.property(entries, ({ lists, seats, postFree, unitFree, reserved, barred, categories }) => {
        const slots = seats.map((capacity, at) =>
          slotOf(String(at), {
            capacity,
            hostId: at < 3 ? "one" : "two",
            postId: at < 2 ? "post" : null,
            postFree: at < 2 ? postFree : null,
            reserved: at === 2 ? { x: reserved } : {},
          }),
        );
        const entry = entryOf({
          students: lists.map((list, at) => ({
            ...student(String(at).padStart(2, "0"), list.map(String)),
            category: categories[at] ?? null,
          })),
          slots,
          unitFree: new Map([["one", unitFree]]),
          barred: new Set(barred.map(([who, where]) => pairKey(String(who).padStart(2, "0"), String(where)))),
          score: (slot, who) => (Number(slot) * 7 + Number(who) * 3) % 5,
        });
        const text = publishedText(roundInput(entry));
        const read = readRoundDocument(JSON.parse(text));
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        const published = publishedText(read.document);
        const again = readRoundDocument(JSON.parse(published));
        expect(again.ok && publishedText(again.document)).toBe(published);
        const result = solveRound(read.document);
        expect(result.stable).toBe(true);
        const at = (ids: readonly string[]) =>
          result.matches.filter(({ slot }) => ids.includes(slot ?? "")).length;
        expect(at(["S0", "S1", "S2"])).toBeLessThanOrEqual(unitFree);
        if (postFree !== null) expect(at(["S0", "S1"])).toBeLessThanOrEqual(postFree);
        for (const [index, capacity] of seats.entries())
          expect(at([`S${index}`])).toBeLessThanOrEqual(capacity);
        for (const { student: code, slot } of result.matches)
          if (slot) expect(entry.barred.has(pairKey(code.slice(1), slot.slice(1)))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
