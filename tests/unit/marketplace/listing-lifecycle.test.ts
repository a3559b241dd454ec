import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  LISTING_STATES,
  LISTING_TRANSITIONS,
  type ListingMove,
  type ListingMover,
  moveListing,
  ownerMoves,
} from "~/marketplace/rules/listing-lifecycle";

const MOVES: ListingMove[] = [
  "submit",
  "return",
  "publish",
  "pause",
  "reopen",
  "fill",
  "release",
  "revise",
  "close",
  "archive",
];
const MOVERS: ListingMover[] = ["owner", "rules", "clock", "agreement"];
const good = { verified: true, sound: true, open: true, seatsLeft: 3 };

const facts = fc.record({
  verified: fc.boolean(),
  sound: fc.boolean(),
  open: fc.boolean(),
  seatsLeft: fc.option(fc.nat(5), { nil: null }),
});

describe("the life of a listing", () => {
  it("allows a move only when the table holds it for that state and mover, with its reason", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LISTING_STATES),
        fc.constantFrom(...MOVES),
        fc.constantFrom(...MOVERS),
        fc.option(fc.constantFrom("season", "", " "), { nil: null }),
        facts,
        (state, move, by, reason, known) => {
          const outcome = moveListing(state, move, by, reason, known);
          const row = LISTING_TRANSITIONS.find((one) => one.from === state && one.move === move);
          if (!outcome.allowed) return;
          expect(row?.to).toBe(outcome.to);
          expect(row?.by).toContain(by);
          if (row?.reason) expect(reason?.trim()).toBeTruthy();
        },
      ),
    );
  });

  it("has one row at most for a state and a move, and no way out of the archive", () => {
    const keys = LISTING_TRANSITIONS.map(({ from, move }) => `${from} ${move}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(LISTING_TRANSITIONS.some(({ from }) => from === "archived")).toBe(false);
  });

  it.each([
    ["verified", { ...good, verified: false }, "draft", "submit", "owner"],
    ["sound", { ...good, sound: false }, "checking", "publish", "rules"],
    ["open", { ...good, open: false }, "checking", "publish", "rules"],
    ["free", { ...good, seatsLeft: 0 }, "paused", "reopen", "owner"],
    ["sound", { ...good, sound: false }, "paused", "reopen", "owner"],
  ] as const)("refuses with the guard that fails: %s", (guard, known, state, move, by) => {
    expect(moveListing(state, move, by, null, known)).toEqual({ allowed: false, why: guard });
    expect(moveListing(state, move, by, null, good).allowed).toBe(true);
  });

  it("never lets an owner do what only the rules may", () => {
    expect(moveListing("checking", "publish", "owner", null, good)).toEqual({
      allowed: false,
      why: "notYours",
    });
    expect(ownerMoves("checking")).toEqual([]);
    expect(ownerMoves("published")).toEqual(["pause", "fill", "revise", "close"]);
  });
});
