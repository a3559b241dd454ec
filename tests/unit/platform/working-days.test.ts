import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/time/clock";
import { addWorkingDays, workingDay, workingDaysBetween } from "~/platform/time/working-days";

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2024-01-01", days));

describe("working days", () => {
  it("knows statutory holidays and made-up working weekends", () => {
    expect(workingDay("2026-10-01")).toEqual({ working: false, certain: true });
    expect(workingDay("2026-10-10")).toEqual({ working: true, certain: true });
    expect(workingDay("2026-11-21")).toEqual({ working: false, certain: true });
    expect(workingDay("2026-11-20")).toEqual({ working: true, certain: true });
  });

  it("counts Monday to Friday in a year not published, and says so", () => {
    expect(workingDay("2099-01-01")).toEqual({ working: true, certain: false });
    expect(workingDay("2099-01-03")).toEqual({ working: false, certain: false });
    expect(addWorkingDays("2026-12-30", 3).certain).toBe(false);
  });

  it("passes over the National Day week", () => {
    expect(addWorkingDays("2026-09-30", 1)).toEqual({ date: "2026-10-08", certain: true });
  });

  it("gives the day itself for nothing to wait", () => {
    expect(addWorkingDays("2026-11-21", 0)).toEqual({ date: "2026-11-21", certain: true });
  });

  it("ends on a working day, and counting back gives the same number", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (from, count) => {
        const { date } = addWorkingDays(from, count);
        expect(workingDay(date).working).toBe(true);
        expect(workingDaysBetween(from, date).count).toBe(count);
      }),
    );
  });
});
