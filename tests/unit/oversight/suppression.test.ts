import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SMALLEST_TOLD } from "~/oversight/rules/indicators/figure";
import { type PersonCell, suppress, suppressByPlace } from "~/oversight/rules/suppression";

const cellsOf = (...counts: number[][]): PersonCell[] =>
  counts.map((one, place) => ({ key: `c${place}`, counts: one }));
const table = fc.integer({ min: 1, max: 3 }).chain((kinds) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: kinds, maxLength: kinds }), {
    minLength: 1,
    maxLength: 12,
  }),
);
const few = (count: number) => count > 0 && count < SMALLEST_TOLD;

describe("small cells", () => {
  it("hide one to four, tell zero and five", () => {
    const { hidden } = suppress(cellsOf([4], [0], [5], [1]), { totalTold: false });
    expect([...hidden].sort()).toEqual(["c0", "c3"]);
  });

  it("take the smallest other cell with them where the total would give them away", () => {
    const { hidden } = suppress(cellsOf([3], [40], [8], [0]), { totalTold: true });
    expect([...hidden].sort()).toEqual(["c0", "c2"]);
  });

  it("take a further one where two together still stand for fewer than five", () => {
    const { hidden } = suppress(cellsOf([1], [2], [9], [70]), { totalTold: true });
    expect([...hidden].sort()).toEqual(["c0", "c1", "c2"]);
  });

  it("hide a total that is one small cell: a scope with one school", () => {
    expect(suppress(cellsOf([3]), { totalTold: true })).toEqual({
      hidden: new Set(["c0"]),
      totalHidden: true,
    });
    expect(suppress(cellsOf([30]), { totalTold: true })).toEqual({ hidden: new Set(), totalHidden: false });
  });

  it("never tell a small cell, and never leave one to be worked out from the total", () => {
    fc.assert(
      fc.property(table, (counts) => {
        const cells = cellsOf(...counts);
        const { hidden, totalHidden } = suppress(cells, { totalTold: true });
        for (const { key, counts: own } of cells) if (own.some(few)) expect(hidden.has(key)).toBe(true);
        if (totalHidden || hidden.size === 0) return;
        expect(hidden.size).toBeGreaterThan(1);
        const kinds = counts[0]?.length ?? 0;
        for (let kind = 0; kind < kinds; kind += 1) {
          const sum = (which: readonly PersonCell[]) =>
            which.reduce((all, one) => all + (one.counts[kind] ?? 0), 0);
          const left = sum(cells) - sum(cells.filter(({ key }) => !hidden.has(key)));
          expect(few(left)).toBe(false);
        }
      }),
    );
  });

  it("give up the total only where the total itself is small", () => {
    fc.assert(
      fc.property(table, (counts) => {
        const cells = cellsOf(...counts);
        if (!suppress(cells, { totalTold: true }).totalHidden) return;
        const totals = (counts[0] ?? []).map((_, kind) =>
          counts.reduce((sum, one) => sum + (one[kind] ?? 0), 0),
        );
        expect(totals.some(few)).toBe(true);
      }),
    );
  });

  it("hide nothing where nobody is few", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 99 }), { maxLength: 9 }), (counts) => {
        expect(suppress(cellsOf(...counts.map((one) => [one])), { totalTold: true }).hidden.size).toBe(0);
      }),
    );
  });
});

describe("places and their organizations", () => {
  it("hide an organization together with another of its place", () => {
    const organizations = [
      { key: "a", counts: [3], place: "p" },
      { key: "b", counts: [20], place: "p" },
      { key: "c", counts: [30], place: "p" },
      { key: "d", counts: [25], place: "q" },
    ];
    const hidden = suppressByPlace(
      [
        { key: "p", counts: [53] },
        { key: "q", counts: [25] },
      ],
      organizations,
      true,
    );
    expect([...hidden.places]).toEqual([]);
    expect([...hidden.organizations].sort()).toEqual(["a", "b"]);
  });

  it("hide every organization of a hidden place, and another place with it", () => {
    const hidden = suppressByPlace(
      [
        { key: "p", counts: [3] },
        { key: "q", counts: [25] },
        { key: "r", counts: [60] },
      ],
      [
        { key: "a", counts: [3], place: "p" },
        { key: "d", counts: [25], place: "q" },
        { key: "e", counts: [60], place: "r" },
      ],
      true,
    );
    expect([...hidden.places].sort()).toEqual(["p", "q"]);
    expect([...hidden.organizations].sort()).toEqual(["a", "d"]);
  });
});
