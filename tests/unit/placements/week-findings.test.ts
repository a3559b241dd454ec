import { describe, expect, it } from "vitest";
import { respondBy } from "~/placements/rules/concerns";
import { factsOfWeek, findingChanges, levelOf } from "~/placements/rules/week-findings";

const found = (rule: string) => ({ rule, verdict: "block", who: "host", message: "", fix: "", article: "" });

describe("the findings of a week", () => {
  it("go up after a week and after two", () => {
    expect(levelOf("2026-11-23", "2026-11-29")).toBe(0);
    expect(levelOf("2026-11-23", "2026-11-30")).toBe(1);
    expect(levelOf("2026-11-23", "2026-12-07")).toBe(2);
  });

  it("are new, kept with their first day, or solved", () => {
    const known = [
      { id: "a", rule: "INT-25", state: "open", openedOn: "2026-11-16" },
      { id: "b", rule: "INT-24", state: "open", openedOn: "2026-11-16" },
      { id: "c", rule: "INT-38", state: "solved", openedOn: "2026-10-05" },
    ];
    const changes = findingChanges(known, [found("INT-25"), found("INT-38"), found("INT-31")], "2026-11-23");
    expect(changes.added.map((one) => one.rule)).toEqual(["INT-31"]);
    expect(changes.kept.map((one) => [one.id, one.openedOn, one.level])).toEqual([
      ["a", "2026-11-16", 1],
      ["c", "2026-11-23", 0],
    ]);
    expect(changes.solved).toEqual(["b"]);
  });

  it("rest on the hours really worked where those go beyond the agreed ones", () => {
    const agreed = {
      "hours.perDay": 8,
      "hours.perWeek": 40,
      "shifts.night": false,
      "shifts.restDays": false,
    };
    const worked = { minutes: [600, 480, 480, 480, 480, 240, 0], night: true };
    expect(factsOfWeek(agreed, worked, "2026-11-20")).toEqual({
      "hours.perDay": 10,
      "hours.perWeek": 46,
      "shifts.night": true,
      "shifts.restDays": true,
      "mentor.lastCheckOn": "2026-11-20",
    });
    expect(factsOfWeek(agreed, null, null)).toEqual(agreed);
  });

  it("leave a concern its clock: four hours where somebody is in danger", () => {
    expect(respondBy("safety", new Date("2026-11-22T02:00:00Z")).toISOString()).toBe(
      "2026-11-22T06:00:00.000Z",
    );
  });
});
