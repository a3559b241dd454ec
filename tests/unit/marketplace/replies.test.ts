import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DECLINE_REASONS, needsNote } from "~/marketplace/rules/decline-reasons";
import { type Party, partiesRefusal } from "~/marketplace/rules/enquiry-parties";
import { replyByOf } from "~/marketplace/rules/reply-by";
import {
  afterAnswer,
  afterListingSilence,
  afterSilence,
  FEW_REPLIES,
  NO_REPLIES,
  replyFigures,
} from "~/marketplace/rules/reply-record";
import { workingDay, workingDaysBetween } from "~/platform/time/working-days";
import { enquiries as english } from "~/words/en/enquiries";
import { enquiries as chinese } from "~/words/zh-CN/enquiries";

describe("the reply-by date", () => {
  it("skips the National Day holiday of 2026 and counts its make-up work days", () => {
    // 30 September is a Wednesday; 1–7 October are free, Saturday 10 October is worked.
    expect(workingDay("2026-10-10")).toEqual({ working: true, certain: true });
    expect(replyByOf("2026-09-30", 3)).toMatchObject({ replyBy: "2026-10-10", certain: true });
    expect(replyByOf("2026-09-30", 5).replyBy).toBe("2026-10-13");
  });

  it("skips ordinary weekends", () => {
    expect(replyByOf("2026-11-20", 5).replyBy).toBe("2026-11-27");
    expect(replyByOf("2026-11-20", 3).replyBy).toBe("2026-11-25");
  });

  it("says so when a year's holidays are not published", () => {
    const far = replyByOf("2031-09-30", 5);
    expect(far.certain).toBe(false);
    expect(far.replyBy).toBe("2031-10-07");
  });

  it("keeps within 3 to 10 working days, and reminds in between", () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((days) =>
        new Date(Date.parse("2025-02-01T00:00:00Z") + days * 86_400_000).toISOString().slice(0, 10),
      );
    fc.assert(
      fc.property(day, fc.integer({ min: -5, max: 40 }), (on, asked) => {
        const { replyBy, remindAt } = replyByOf(on, asked);
        const days = Math.min(10, Math.max(3, asked));
        expect(workingDaysBetween(on, replyBy).count).toBe(days);
        const reminded = remindAt.toISOString().slice(0, 10);
        expect(reminded > on && reminded < replyBy).toBe(true);
      }),
    );
  });
});

describe("the reply record", () => {
  const since = new Date("2026-11-20T02:00:00Z");

  it("counts an answer with its hours and forgets the silences before it", () => {
    const silent = afterSilence(afterSilence(NO_REPLIES));
    expect(silent).toEqual({ due: 2, answered: 0, hours: 0, silentInRow: 2 });
    expect(afterAnswer(silent, since, new Date("2026-11-20T07:30:00Z"))).toEqual({
      due: 3,
      answered: 1,
      hours: 6,
      silentInRow: 0,
    });
  });

  it("pauses a listing at the third silence in a row, not before", () => {
    expect([0, 1, 2, 3].map((before) => afterListingSilence(before).pause)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("shows a share only when there are cases enough, and both numbers always", () => {
    expect(replyFigures({ due: 4, answered: 4, hours: 10, silentInRow: 0 })).toEqual({
      due: 4,
      answered: 4,
      meanHours: 3,
      percent: null,
    });
    expect(replyFigures({ due: FEW_REPLIES, answered: 4, hours: 8, silentInRow: 0 }).percent).toBe(80);
    expect(replyFigures(NO_REPLIES)).toEqual({ due: 0, answered: 0, meanHours: null, percent: null });
  });
});

describe("who may ask whom", () => {
  const party = (id: string, kind: Party["kind"], state = "verified"): Party => ({ id, kind, state });
  const school = party("s", "school");
  it.each([
    [school, party("e", "enterprise"), null],
    [party("e", "enterprise"), school, null],
    [party("b", "industry_body"), party("e", "enterprise"), null],
    [school, school, "to_oneself"],
    [party("s", "school", "submitted"), party("e", "enterprise"), "not_verified"],
    [school, party("e", "enterprise", "unclaimed"), "nobody_acts"],
    [school, party("a", "authority"), "authority"],
    [party("e", "enterprise"), party("f", "enterprise"), "two_enterprises"],
  ])("%o to %o: %s", (from, to, because) => {
    expect(partiesRefusal(from, to)).toBe(because);
  });
});

describe("reasons for declining", () => {
  it("have words in both languages, and only the last asks for a note", () => {
    for (const { code } of DECLINE_REASONS) {
      expect(chinese.decline[code]).toMatch(/\p{Script=Han}/u);
      expect(english.decline[code]).toMatch(/^[A-Z]/);
    }
    expect(DECLINE_REASONS.filter(({ code }) => needsNote(code)).map(({ code }) => code)).toEqual(["other"]);
  });
});
