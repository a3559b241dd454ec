import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isId, newId } from "~/platform/id";
import { backoffMs } from "~/platform/outbox/backoff";
import { addDays, ageOn, civilDate, daysBetween, endOfCivilDate, isCivilDate } from "~/platform/time/clock";

const date = fc
  .date({ min: new Date("1950-01-01T00:00:00Z"), max: new Date("2100-12-31T00:00:00Z"), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe("civil dates of Shanghai", () => {
  test("the day turns at sixteen hundred UTC", () => {
    expect(civilDate(new Date("2026-11-22T15:59:59.999Z"))).toBe("2026-11-22");
    expect(civilDate(new Date("2026-11-22T16:00:00.000Z"))).toBe("2026-11-23");
    expect(civilDate(new Date("2026-12-31T16:00:00.000Z"))).toBe("2027-01-01");
  });

  test("a day ends where the next begins", () => {
    fc.assert(
      fc.property(date, (day) => {
        const end = endOfCivilDate(day);
        expect(civilDate(new Date(end.getTime() - 1))).toBe(day);
        expect(civilDate(end)).toBe(addDays(day, 1));
      }),
    );
  });

  test.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2100-02-29", false],
    ["2000-02-29", true],
    ["2026-02-30", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-1-1", false],
    ["20260101", false],
    ["", false],
    ["2026-01-01T00:00:00Z", false],
  ])("%s", (text, real) => {
    expect(isCivilDate(text)).toBe(real);
  });

  test("adding days and counting them are each other's reverse, over leap days too", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});

describe("age", () => {
  test.each([
    ["2010-09-01", "2026-08-31", 15],
    ["2010-09-01", "2026-09-01", 16],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2008-02-29", "2028-02-28", 19],
    ["2008-02-29", "2028-02-29", 20],
    ["2010-12-31", "2027-01-01", 16],
    ["2010-01-01", "2009-12-31", -1],
  ])("born %s, on %s: %i", (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age);
  });

  test("never falls as days go by", () => {
    fc.assert(
      fc.property(date, date, (birth, on) => {
        expect(ageOn(birth, addDays(on, 1)) - ageOn(birth, on)).toBeGreaterThanOrEqual(0);
        expect(ageOn(birth, addDays(on, 1)) - ageOn(birth, on)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("ids and waits", () => {
  test("an id is a UUIDv7 and sorts by its time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1e9 }), (at, later) => {
        const [first, second] = [newId(at), newId(at + later)];
        expect(isId(first)).toBe(true);
        expect(first < second).toBe(true);
      }),
    );
    expect(new Set(Array.from({ length: 1000 }, () => newId(1))).size).toBe(1000);
    const told = Array.from({ length: 9000 }, (_, index) => [newId(7_000), newId(9_000 + (index % 3))][0]);
    expect(told).toEqual([...told].sort());
    expect(["", "x", "01a200fb-5100-4bec-a5d2-058725fcc6de", newId().toUpperCase()].map(isId)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("waits grow fourfold and end at six hours", () => {
    expect([1, 2, 3, 4].map(backoffMs)).toEqual([10_000, 40_000, 160_000, 640_000]);
    expect(backoffMs(0)).toBe(10_000);
    expect(backoffMs(50)).toBe(6 * 3_600_000);
  });
});
