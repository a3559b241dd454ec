import { describe, expect, it } from "vitest";
import {
  ENQUIRY_STATES,
  ENQUIRY_TRANSITIONS,
  type EnquiryAction,
  type EnquiryFacts,
  moveOf,
  movesOpenTo,
} from "~/marketplace/rules/enquiry-lifecycle";

const asker = { organizationId: "school" };
const holder = { organizationId: "enterprise" };
const open: EnquiryFacts = {
  state: "open",
  fromOrganizationId: "school",
  batonId: "enterprise",
  termsById: "school",
  replyBy: "2026-11-27",
  remindAt: new Date("2026-11-24T01:00:00Z"),
  remindedAt: null,
};
const at = new Date("2026-11-23T02:00:00Z");
const today = "2026-11-23";

describe("the table of an enquiry", () => {
  it("lets only the listed moves happen, from the open state alone", () => {
    const actions: EnquiryAction[] = ["reply", "accept", "decline", "withdraw", "remind", "expire"];
    for (const state of ENQUIRY_STATES.filter((one) => one !== "open")) {
      for (const action of actions) {
        for (const actor of [asker, holder, "clock" as const]) {
          expect(moveOf({ ...open, state, batonId: null }, action, actor, at, today)).toEqual({
            allowed: false,
            because: "ended",
          });
        }
      }
    }
    expect(ENQUIRY_TRANSITIONS.every(({ from }) => from === "open")).toBe(true);
  });

  it.each([
    ["reply", "open"],
    ["accept", "accepted"],
    ["decline", "declined"],
  ] as const)("%s belongs to whoever holds the baton", (action, to) => {
    expect(moveOf(open, action, holder, at, today)).toEqual({ allowed: true, to });
    expect(moveOf(open, action, asker, at, today)).toEqual({ allowed: false, because: "not_your_turn" });
    expect(moveOf(open, action, "clock", at, today)).toEqual({ allowed: false, because: "not_your_turn" });
  });

  it("asks a reason for declining and for nothing else", () => {
    expect(ENQUIRY_TRANSITIONS.filter(({ reason }) => reason).map(({ action }) => action)).toEqual([
      "decline",
    ]);
  });

  it("lets the asker withdraw in either turn, and nobody else", () => {
    expect(moveOf(open, "withdraw", asker, at, today).allowed).toBe(true);
    expect(moveOf({ ...open, batonId: "school" }, "withdraw", asker, at, today).allowed).toBe(true);
    expect(moveOf(open, "withdraw", holder, at, today)).toEqual({ allowed: false, because: "not_the_asker" });
  });

  it("does not let a side accept its own terms", () => {
    const own = { ...open, termsById: "enterprise" };
    expect(moveOf(own, "accept", holder, at, today)).toEqual({ allowed: false, because: "own_terms" });
    expect(movesOpenTo(own, "enterprise", at, today)).toEqual(["reply", "decline"]);
    expect(movesOpenTo(open, "enterprise", at, today)).toEqual(["reply", "accept", "decline"]);
    expect(movesOpenTo(open, "school", at, today)).toEqual(["withdraw"]);
  });

  it("lasts to the end of the reply-by date: that day counts, the next leaves only expiry", () => {
    expect(moveOf(open, "reply", holder, at, "2026-11-27").allowed).toBe(true);
    expect(moveOf(open, "expire", "clock", at, "2026-11-27")).toEqual({
      allowed: false,
      because: "too_early",
    });
    expect(moveOf(open, "reply", holder, at, "2026-11-28")).toEqual({ allowed: false, because: "late" });
    expect(moveOf(open, "expire", "clock", at, "2026-11-28")).toEqual({ allowed: true, to: "expired" });
    expect(moveOf(open, "expire", holder, at, "2026-11-28").allowed).toBe(false);
  });

  it("reminds once, from half of the time on", () => {
    const half = new Date("2026-11-24T01:00:00Z");
    expect(moveOf(open, "remind", "clock", new Date(half.getTime() - 1), "2026-11-24").allowed).toBe(false);
    expect(moveOf(open, "remind", "clock", half, "2026-11-24").allowed).toBe(true);
    expect(moveOf({ ...open, remindedAt: half }, "remind", "clock", half, "2026-11-24").allowed).toBe(false);
  });
});
