import { describe, expect, it } from "vitest";
import { likenessBp, type SignalWeek, shinglesOf, weekSignals } from "~/placements/rules/week-signals";
import {
  hoursOf,
  minutesOf,
  missingWeeks,
  mondayOf,
  weekRefused,
  weeksBegun,
} from "~/placements/rules/weeks";

const work = {
  startsOn: "2026-09-30",
  endsOn: "2027-01-15",
  startedOn: "2026-09-30",
  endedOn: null,
  pausedOn: null,
};

describe("the weeks of a placement", () => {
  it("begin on the Monday of the first day and never lie in the future", () => {
    expect(mondayOf("2026-09-30")).toBe("2026-09-28");
    expect(mondayOf("2026-10-04")).toBe("2026-09-28");
    expect(weeksBegun(work, "2026-10-13")).toEqual(["2026-09-28", "2026-10-05", "2026-10-12"]);
    expect(weekRefused(work, "2026-10-19", "2026-10-13")).toBe("future");
    expect(weekRefused(work, "2026-10-13", "2026-10-13")).toBe("notMonday");
    expect(weekRefused(work, "2026-09-21", "2026-10-13")).toBe("outside");
    expect(weekRefused(work, "2026-10-12", "2026-10-13")).toBeNull();
  });

  it("are missing once they are over, not while they run, and not after a pause or an early end", () => {
    const known = new Set(["2026-09-28"]);
    expect(missingWeeks(work, known, "2026-10-18")).toEqual(["2026-10-05"]);
    expect(missingWeeks(work, known, "2026-10-19")).toEqual(["2026-10-05", "2026-10-12"]);
    expect(missingWeeks({ ...work, pausedOn: "2026-10-07" }, known, "2026-11-02")).toEqual(["2026-10-05"]);
    expect(missingWeeks({ ...work, endedOn: "2026-10-02" }, known, "2026-11-02")).toEqual([]);
  });

  it("count whole minutes", () => {
    expect(minutesOf([8, 7.5, undefined, 0.25])).toEqual([480, 450, 0, 15, 0, 0, 0]);
    expect(hoursOf(450)).toBe(7.5);
  });
});

const week = (id: string, changes: Partial<SignalWeek> = {}): SignalWeek => ({
  id,
  placementId: `p-${id}`,
  lines: "",
  minutes: [480, 480, 480, 480, 480, 0, 0],
  device: null,
  confirmedAt: null,
  confirmedBy: null,
  sameFileIn: null,
  ...changes,
});

const TEXT = "本周在三号车床上独立完成了十二件轴套的粗车和精车，学会了用内径千分尺复测。";

describe("signs worth a look", () => {
  it("find two students' texts that are nearly the same, not two about the same work", () => {
    const same = weekSignals([
      week("a", { lines: TEXT }),
      week("b", { lines: TEXT.replace("十二件", "十三件") }),
      week("c", { lines: "这周跟着师傅学对刀，撞了一次刀，记下了安全高度的设法，也练了首件检验的填表。" }),
    ]);
    expect(same.map((one) => [one.kind, one.recordId, one.otherPlacementId])).toEqual([
      ["near_duplicate", "a", "p-b"],
      ["near_duplicate", "b", "p-a"],
    ]);
    expect(same[0]!.values.percent).toBeGreaterThan(70);
  });

  it("say nothing of short texts, and count likeness from 0 to 10,000", () => {
    expect(weekSignals([week("a", { lines: "正常上班。" }), week("b", { lines: "正常上班。" })])).toEqual([]);
    expect(likenessBp(shinglesOf(TEXT), shinglesOf(TEXT))).toBe(10_000);
    expect(likenessBp(shinglesOf(""), shinglesOf(""))).toBe(0);
  });

  it("find hours beyond the rule, a file used before, and one device within a minute", () => {
    const tap = (second: number, by = "mentor") => ({
      device: "d",
      confirmedBy: by,
      confirmedAt: `2026-11-16T02:00:${second}.000Z`,
    });
    const found = weekSignals([
      week("a", { minutes: [600, 480, 480, 480, 480, 0, 0], ...tap(10) }),
      week("b", { sameFileIn: "p-z", ...tap(20) }),
      week("c", tap(59, "another")),
    ]);
    expect(found.map((one) => `${one.kind}:${one.recordId}`)).toEqual([
      "reused_artefact:b",
      "beyond_hours:a",
      "one_device:a",
      "one_device:b",
      "one_device:c",
    ]);
    const slow = { ...tap(10, "another"), confirmedAt: "2026-11-16T02:05:00.000Z" };
    expect(weekSignals([week("a", tap(10)), week("b", tap(20)), week("c", slow)])).toEqual([]);
    expect(weekSignals([week("a", tap(10)), week("b", tap(20)), week("c", tap(30))])).toEqual([]);
  });
});
