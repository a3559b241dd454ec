import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { interviewCalendar } from "~/placements/interview-calendar.server";
import {
  APPLICATION_MOVES,
  APPLICATION_STATES,
  type ApplicationMove,
  type ApplicationMover,
  moveApplication,
  movesOpenTo,
  OPEN_STATES,
} from "~/placements/rules/application-lifecycle";
import { afterTask, taskOf } from "~/placements/rules/application-task";
import {
  confirmTurn,
  consentTurn,
  hostTurn,
  hostTurnAfterInterview,
  offerDateRefusal,
  offerTurn,
  overlaps,
} from "~/placements/rules/application-turns";
import { dayAndTime, timeOfDay } from "~/placements/rules/interview-time";
import { moveProposal, PROPOSAL_MOVES, type ProposalMove } from "~/placements/rules/proposal-lifecycle";

const TODAY = "2026-11-23";
const MOVERS: readonly ApplicationMover[] = ["host", "student", "school", "house"];
const MOVES = Object.keys(APPLICATION_MOVES) as ApplicationMove[];

describe("the life of an application", () => {
  it("knows no move that is not in the table, for anybody in any state", () => {
    for (const state of APPLICATION_STATES) {
      for (const move of MOVES) {
        for (const who of MOVERS) {
          const late = move === "expire";
          const facts = { state, shared: true, replyBy: late ? "2026-11-22" : TODAY };
          const { from, to, who: allowed } = APPLICATION_MOVES[move];
          const outcome = moveApplication(facts, move, who, "any", TODAY);
          const expected = from.includes(state) && allowed.includes(who);
          expect(outcome.ok, `${state} ${move} ${who}`).toBe(expected);
          if (outcome.ok) expect(outcome.to).toBe(to);
        }
      }
    }
  });

  it("lets nobody move what has ended", () => {
    for (const state of APPLICATION_STATES.filter((one) => !OPEN_STATES.includes(one))) {
      for (const who of MOVERS) {
        expect(movesOpenTo({ state, shared: true, replyBy: null }, who, TODAY)).toEqual([]);
      }
    }
  });

  it("shows a host nothing to do with what it may not see", () => {
    for (const state of OPEN_STATES) {
      expect(movesOpenTo({ state, shared: false, replyBy: TODAY }, "host", TODAY)).toEqual([]);
    }
    const hidden = { state: "offered", shared: false, replyBy: TODAY } as const;
    expect(moveApplication(hidden, "accept", "student", "", TODAY)).toEqual({
      ok: false,
      because: "notShared",
    });
    expect(moveApplication(hidden, "decline", "student", "pay", TODAY).ok).toBe(true);
  });

  it("makes acceptance and expiry exclude one another on every day around the date", () => {
    for (const today of ["2026-11-22", TODAY, "2026-11-24"]) {
      const facts = { state: "offered", shared: true, replyBy: TODAY } as const;
      const accepts = moveApplication(facts, "accept", "student", "", today).ok;
      const expires = moveApplication(facts, "expire", "house", "", today).ok;
      expect(accepts).toBe(!expires);
    }
  });

  it("asks a reason of whoever says no", () => {
    const facts = { state: "read", shared: true, replyBy: TODAY } as const;
    expect(moveApplication(facts, "reject", "host", " ", TODAY)).toEqual({
      ok: false,
      because: "reasonMissing",
    });
    expect(moveApplication(facts, "withdraw", "student", "", TODAY)).toEqual({
      ok: false,
      because: "reasonMissing",
    });
  });

  it("still takes a late no, but no late yes, from a host", () => {
    const facts = { state: "submitted", shared: true, replyBy: "2026-11-20" } as const;
    expect(moveApplication(facts, "reject", "host", "other", TODAY).ok).toBe(true);
    expect(moveApplication(facts, "offer", "host", "", TODAY)).toEqual({ ok: false, because: "late" });
  });
});

describe("whose turn and until when", () => {
  it("counts a host's days without weekends", () => {
    expect(hostTurn("submitted", "2026-11-20")).toMatchObject({
      turn: "host",
      replyBy: "2026-11-27",
      certain: true,
    });
    expect(hostTurn("shortlisted", "2026-11-20").replyBy).toBe("2026-12-02");
  });

  it("says when the holidays of a year are not published", () => {
    expect(hostTurn("submitted", "2035-12-28").certain).toBe(false);
  });

  it("gives a student until the day of the interview at the latest", () => {
    expect(confirmTurn("2026-11-23", dayAndTime("2026-11-24", "09:00")).replyBy).toBe("2026-11-24");
    expect(confirmTurn("2026-11-23", dayAndTime("2026-12-04", "09:00")).replyBy).toBe("2026-11-25");
  });

  it("counts from the day of the interview, in Shanghai", () => {
    const late = new Date("2026-11-23T17:00:00.000Z");
    expect(timeOfDay(late)).toBe("01:00");
    expect(hostTurnAfterInterview(late).replyBy).toBe("2026-12-01");
  });

  it("waits thirty days for a consent and lets an offer stand two to fifteen", () => {
    expect(consentTurn("guardian", TODAY)).toMatchObject({ turn: "guardian", replyBy: "2026-12-23" });
    expect(offerDateRefusal("2026-11-24", TODAY)).toBe("offerTooSoon");
    expect(offerDateRefusal("2026-11-25", TODAY)).toBeNull();
    expect(offerDateRefusal("2026-12-08", TODAY)).toBeNull();
    expect(offerDateRefusal("2026-12-09", TODAY)).toBe("offerTooLate");
    expect(offerTurn("2026-11-30", TODAY).remindAt.toISOString()).toBe("2026-11-29T01:00:00.000Z");
  });

  it("finds one shared day", () => {
    const placed = { startsOn: "2027-02-01", endsOn: "2027-03-01" };
    expect(overlaps(placed, { startsOn: "2027-03-01", endsOn: "2027-06-01" })).toBe(true);
    expect(overlaps(placed, { startsOn: "2027-03-02", endsOn: "2027-06-01" })).toBe(false);
  });

  it("names what every open application waits for", () => {
    expect(taskOf("submitted", "guardian", false)).toBe("guardian_share");
    expect(taskOf("accepted", "guardian", true)).toBe("guardian_place");
    expect(taskOf("offered", "student", true)).toBe("student_offered");
    expect(taskOf("offered", "student", false)).toBe("student_share");
    expect(taskOf("interview", "student", true)).toBe("student_interview");
    expect(taskOf("shortlisted", "host", true)).toBe("host_shortlisted");
    expect(taskOf("placed", null, true)).toBeNull();
    expect(afterTask("host_read")).toBe("host");
    expect(afterTask("student_offered")).toBe("student_offered");
  });
});

describe("a proposal", () => {
  it("moves as its table says and no other way", () => {
    for (const move of Object.keys(PROPOSAL_MOVES) as ProposalMove[]) {
      for (const state of ["proposed", "returned", "approved", "withdrawn"] as const) {
        for (const who of ["student", "school"] as const) {
          const { from, who: allowed } = PROPOSAL_MOVES[move];
          expect(moveProposal(state, move, who, "any").ok).toBe(from.includes(state) && allowed === who);
        }
      }
    }
    expect(moveProposal("proposed", "return", "school", "")).toEqual({ ok: false, because: "reasonMissing" });
  });
});

describe("the calendar file of an interview", () => {
  const event = (state: string, sequence: number, startsAt: string) => {
    const text = interviewCalendar({
      applicationId: "019ab000-0000-7000-8000-000000000001",
      startsAt: new Date(startsAt),
      minutes: 45,
      place: "一号楼; 二层, 会客室",
      note: "带学生证\n穿劳保鞋",
      state,
      sequence,
      summary: "面试：数控车床，学徒",
      stamp: new Date("2026-11-23T02:00:00.000Z"),
    });
    const calendar = new ICAL.Component(ICAL.parse(text));
    return { calendar, event: new ICAL.Event(calendar.getFirstSubcomponent("vevent")!) };
  };

  it("is read by another reader as it was meant", () => {
    const { calendar, event: read } = event("confirmed", 1, "2026-12-01T06:30:00.000Z");
    expect(read.startDate.toJSDate().toISOString()).toBe("2026-12-01T06:30:00.000Z");
    expect(read.duration.toSeconds()).toBe(45 * 60);
    expect(read.location).toBe("一号楼; 二层, 会客室");
    expect(read.summary).toBe("面试：数控车床，学徒");
    expect(read.description).toContain("穿劳保鞋");
    expect(read.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  });

  it("moves and cancels the same event", () => {
    const [first, moved, ended] = [
      event("proposed", 0, "2026-12-01T06:30:00.000Z"),
      event("proposed", 2, "2026-12-03T06:30:00.000Z"),
      event("cancelled", 3, "2026-12-03T06:30:00.000Z"),
    ];
    expect(new Set([first.event.uid, moved.event.uid, ended.event.uid]).size).toBe(1);
    expect(moved.event.sequence).toBeGreaterThan(first.event.sequence);
    expect(ended.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(ended.event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });
});
