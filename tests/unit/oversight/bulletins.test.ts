import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuiet, ranked } from "~/oversight/rules/bulletins/content";
import { dueAfter, dueFrom, dueOn, periodOf, RHYTHMS } from "~/oversight/rules/bulletins/rhythm";
import { referenceFrom } from "~/oversight/rules/report-kinds";
import { addDays } from "~/platform/time/clock";

describe("the rhythm of a bulletin", () => {
  it("falls on its day of every month, or of the first month of a quarter", () => {
    expect(dueFrom("monthly", 5, "2026-11-05")).toBe("2026-11-05");
    expect(dueFrom("monthly", 5, "2026-12-06")).toBe("2027-01-05");
    expect(dueFrom("quarterly", 10, "2026-10-11")).toBe("2027-01-10");
    expect(dueAfter("quarterly", 10, "2026-10-10")).toBe("2027-01-10");
  });

  it("tells of the month or quarter before", () => {
    expect(periodOf("monthly", "2026-03-05")).toEqual({
      id: "2026-02",
      from: "2026-02-01",
      to: "2026-02-28",
    });
    expect(periodOf("monthly", "2026-01-05").id).toBe("2025-12");
    expect(periodOf("quarterly", "2026-01-05")).toEqual({
      id: "2025-Q4",
      from: "2025-10-01",
      to: "2025-12-31",
    });
  });

  it("draws nothing before its day and catches up once, naming what was missed", () => {
    expect(dueOn("monthly", 5, "2026-11-05", "2026-11-04")).toBeNull();
    expect(dueOn("monthly", 5, "2026-08-05", "2026-11-22")).toEqual({
      on: "2026-11-05",
      period: { id: "2026-10", from: "2026-10-01", to: "2026-10-31" },
      missed: ["2026-07", "2026-08", "2026-09"],
      next: "2026-12-05",
    });
  });

  it("never leaves a period out, tells one twice, or names a past day next", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RHYTHMS),
        fc.integer({ min: 1, max: 28 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }),
        (rhythm, day, pauses) => {
          let today = "2026-01-01";
          let next = dueFrom(rhythm, day, today);
          const told: string[] = [];
          for (const pause of pauses) {
            today = addDays(today, pause);
            const due = dueOn(rhythm, day, next, today);
            if (!due) continue;
            told.push(...due.missed, due.period.id);
            expect(due.next > today).toBe(true);
            next = due.next;
          }
          const expected: string[] = [];
          for (let on = dueFrom(rhythm, day, "2026-01-01"); on <= today; on = dueAfter(rhythm, day, on))
            expected.push(periodOf(rhythm, on).id);
          expect(told).toEqual(expected);
        },
      ),
    );
  });
});

describe("a ranking", () => {
  it("gives equal values the same rank and leaves out what is not told", () => {
    expect(
      ranked([
        { name: "乙", value: 80 },
        { name: "甲", value: 90 },
        { name: "丙", value: 80 },
        { name: "丁", value: null },
        { name: "戊", value: 10 },
      ]),
    ).toEqual({
      rows: [
        { rank: 1, name: "甲", value: 90 },
        { rank: 2, name: "丙", value: 80 },
        { rank: 2, name: "乙", value: 80 },
        { rank: 4, name: "戊", value: 10 },
      ],
      leftOut: 1,
      more: 0,
    });
  });
});

describe("a quiet period", () => {
  it("is one without alerts and figures", () => {
    expect(isQuiet({ figures: [], alerts: { opened: 0, closed: 0, standing: 9 } })).toBe(true);
    expect(isQuiet({ figures: [], alerts: { opened: 1, closed: 0, standing: 0 } })).toBe(false);
    expect(isQuiet({ figures: [], alerts: null })).toBe(true);
  });
});

describe("a reference", () => {
  it("is ten signs nobody confuses", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (random) => {
        expect(referenceFrom(random)).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
      }),
    );
  });
});
