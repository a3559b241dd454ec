import { describe, expect, it } from "vitest";
import { liesIn, regionRange } from "~/catalogues/rules/regions";
import { ALERT_CATALOGUE, ALERT_RULES, rulesOn } from "~/oversight/rules/alert-catalogue";
import { ALERT_MOVES, ALERT_STATES, nextAlertState, silenceOf } from "~/oversight/rules/alert-lifecycle";

import { addDays } from "~/platform/time/clock";
import { words as english } from "~/words/en";
import { words as chinese } from "~/words/zh-CN";

describe("the life of an alert", () => {
  it("ends only by an accepted answer, a dismissal with a reason, or its cause vanishing", () => {
    const endings = Object.entries(ALERT_MOVES)
      .filter(([, { to }]) => to === "closed")
      .map(([move]) => move);
    expect(endings.sort()).toEqual(["accept", "dismiss", "vanish"]);
    expect(nextAlertState("open", "dismiss", "authority", " ")).toEqual({ ok: false, because: "words" });
    for (const state of ALERT_STATES) {
      expect(nextAlertState(state, "vanish", "authority", "gone").ok).toBe(false);
      expect(nextAlertState(state, "vanish", "house", "").ok).toBe(state !== "closed");
    }
  });

  it("lets nobody close or order what is theirs to put right", () => {
    for (const move of ["order", "accept", "dismiss", "return"] as const) {
      const from = ALERT_MOVES[move].from[0] ?? "open";
      expect(nextAlertState(from, move, "owner", "words")).toEqual({ ok: false, because: "mover" });
    }
    expect(nextAlertState("open", "answer", "owner", "done")).toEqual({ ok: false, because: "state" });
  });
});

describe("silence", () => {
  const open = { state: "open" as const, raisedOn: "2026-10-01", dueOn: null, level: 0 };
  const ordered = { state: "ordered" as const, raisedOn: "2026-10-01", dueOn: "2026-10-20", level: 0 };

  it("is the authority's while nobody orders, the organization's while nobody answers", () => {
    expect(silenceOf(open, "2026-10-31", addDays)).toBeNull();
    expect(silenceOf(open, "2026-11-01", addDays)).toEqual({ who: "authority", level: 1 });
    expect(silenceOf(ordered, "2026-10-20", addDays)).toBeNull();
    expect(silenceOf(ordered, "2026-10-21", addDays)).toEqual({ who: "owner", level: 1 });
  });

  it("rises once more after the grace and never a third time", () => {
    expect(silenceOf({ ...ordered, level: 1 }, "2026-10-30", addDays)).toBeNull();
    expect(silenceOf({ ...ordered, level: 1 }, "2026-10-31", addDays)).toEqual({ who: "owner", level: 2 });
    expect(silenceOf({ ...ordered, level: 2 }, "2027-10-31", addDays)).toBeNull();
  });

  it("ends with an answer", () => {
    expect(silenceOf({ ...ordered, state: "answered" }, "2027-01-01", addDays)).toBeNull();
    expect(silenceOf({ ...open, state: "closed" }, "2027-01-01", addDays)).toBeNull();
  });
});

describe("the catalogue of alert rules", () => {
  it("holds every rule once, in words of both languages, in force from its date", () => {
    expect(ALERT_CATALOGUE.map(({ id }) => id)).toEqual([...ALERT_RULES]);
    for (const rule of ALERT_CATALOGUE) {
      expect(chinese.alerts.rule[rule.id]).toBe(rule.title.zh);
      expect(english.alerts.rule[rule.id]).toBe(rule.title.en);
      expect(rule.days).toBeGreaterThan(0);
    }
    expect(rulesOn("2025-12-31")).toEqual([]);
    expect(rulesOn("2026-01-01")).toHaveLength(ALERT_CATALOGUE.length);
  });
});

describe("the region of an authority", () => {
  it("holds itself and everything below, nothing beside", () => {
    expect(liesIn("440100", "440113")).toBe(true);
    expect(liesIn("440000", "440113")).toBe(true);
    expect(liesIn("440100", "440200")).toBe(false);
    expect(liesIn("440113", "440106")).toBe(false);
    const { from, before } = regionRange("440000");
    expect(from <= "440113" && "440113" < before).toBe(true);
    expect("450000" < before).toBe(false);
  });
});
