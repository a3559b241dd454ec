import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/time/clock";
import {
  type Occupancy,
  POST_SHARE_BP,
  peakOverlap,
  seatArithmetic,
  seatCap,
  UNIT_SHARE_BP,
} from "~/regulations/rules/seats";

const DAY = "2026-09-01";

describe("seat arithmetic", () => {
  it.each([
    [320, UNIT_SHARE_BP, 32],
    [9, UNIT_SHARE_BP, 0],
    [19, UNIT_SHARE_BP, 1],
    [4, POST_SHARE_BP, 0],
    [29, POST_SHARE_BP, 5],
    [0, UNIT_SHARE_BP, 0],
  ])("%i employees at %i bp allow %i", (employees, share, cap) => {
    expect(seatCap(employees, share)).toBe(cap);
  });

  it("counts one day shared as an overlap and the next day as none", () => {
    const first = { start: "2026-09-01", end: "2026-09-30", students: 2 };
    expect(
      peakOverlap(
        [first, { start: "2026-09-30", end: "2026-10-31", students: 3 }],
        "2026-09-01",
        "2026-12-31",
      ),
    ).toBe(5);
    expect(
      peakOverlap(
        [first, { start: "2026-10-01", end: "2026-10-31", students: 3 }],
        "2026-09-01",
        "2026-12-31",
      ),
    ).toBe(3);
    expect(peakOverlap([first], "2026-10-01", "2026-10-02")).toBe(0);
  });

  it("never says more is free than the cap leaves, nor less than none", () => {
    const crowd = [{ start: DAY, end: DAY, students: 40 }];
    expect(seatArithmetic(320, UNIT_SHARE_BP, crowd, DAY, DAY)).toEqual({ cap: 32, peak: 40, free: 0 });
    expect(seatArithmetic(320, UNIT_SHARE_BP, [], DAY, DAY)).toEqual({ cap: 32, peak: 0, free: 32 });
  });

  it("agrees with counting day by day", () => {
    const occupancy = fc
      .record({ from: fc.nat(40), length: fc.nat(20), students: fc.integer({ min: 1, max: 5 }) })
      .map(
        ({ from, length, students }): Occupancy => ({
          start: addDays(DAY, from),
          end: addDays(DAY, from + length),
          students,
        }),
      );
    fc.assert(
      fc.property(fc.array(occupancy, { maxLength: 12 }), fc.nat(50), fc.nat(15), (list, from, length) => {
        const days = Array.from({ length: length + 1 }, (_, index) => addDays(DAY, from + index));
        const counts = days.map((day) =>
          list
            .filter((one) => one.start <= day && day <= one.end)
            .reduce((sum, one) => sum + one.students, 0),
        );
        expect(peakOverlap(list, days[0] ?? DAY, days.at(-1) ?? DAY)).toBe(Math.max(...counts));
      }),
    );
  });
});
