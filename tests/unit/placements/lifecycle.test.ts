import { describe, expect, it } from "vitest";
import { nextPlacementState, PLACEMENT_MOVES, PLACEMENT_STATES, SEATED } from "~/placements/rules/lifecycle";

describe("the life of a placement", () => {
  it("starts only from preparing, and only once the gates were asked", () => {
    for (const state of PLACEMENT_STATES) {
      const outcome = nextPlacementState(state, "start", "school", "");
      if (state === "preparing") expect(outcome).toEqual({ ok: true, to: "in_progress", guard: "gates" });
      else expect(outcome).toEqual({ ok: false, because: "state" });
    }
  });

  it("lets a student end it in every state in which it takes a seat, with a reason", () => {
    for (const state of SEATED) {
      expect(nextPlacementState(state, "end", "student", "unsafe")).toMatchObject({ ok: true, to: "broken" });
      expect(nextPlacementState(state, "end", "student", " ")).toEqual({ ok: false, because: "reason" });
    }
  });

  it("never lets a host start, complete, assess or certify", () => {
    for (const move of ["start", "complete", "assess", "certify"] as const) {
      const from = PLACEMENT_MOVES[move].from[0] ?? "preparing";
      expect(nextPlacementState(from, move, "host", "because")).toEqual({ ok: false, because: "mover" });
    }
  });

  it("leads from every state but the last ones somewhere, and from those nowhere", () => {
    const ends = PLACEMENT_STATES.filter(
      (state) => !Object.values(PLACEMENT_MOVES).some(({ from }) => from.includes(state)),
    );
    expect(ends).toEqual(["broken", "did_not_show", "certified"]);
  });
});
