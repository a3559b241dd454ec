import {
  type ListingFacts,
  type ListingMove,
  type ListingMoveRefusal,
  type ListingMover,
  type ListingState,
  moveListing,
} from "./listing-lifecycle";

export type EntryMoves =
  | { kind: "nothing" }
  | { kind: "go"; to: "draft" | "published"; moves: ("revise" | "publish")[] }
  | { kind: "refused"; why: ListingMoveRefusal };

const OPEN_TO_CHANGE: readonly ListingState[] = ["draft", "published", "paused"];

/**
 * The moves a record of another system asks for. Goes in: the state the listing is in ("draft" for a new one), whether
 * its fields change or it is new, whether it shall be published (null: as it is), and the facts of the listing as it
 * would be. Comes out: nothing to do, the moves by the one table of moves, or the first reason against it. A change to a
 * published listing goes through draft and check like a person's; what is full, closed or archived takes none. House rule.
 */
export const entryMoves = (
  state: ListingState,
  changed: boolean,
  publish: boolean | null,
  facts: ListingFacts,
): EntryMoves => {
  const wanted = publish ?? state === "published";
  const settled = wanted ? state === "published" : state === "draft" || publish === null;
  if (!changed && settled) return { kind: "nothing" };
  if (!OPEN_TO_CHANGE.includes(state)) return { kind: "refused", why: "noSuchMove" };
  const moves: ("revise" | "publish")[] = [];
  let at = state;
  const steps: [ListingMove, ListingMover][] = [
    ...(state === "draft" ? [] : ([["revise", "owner"]] as [ListingMove, ListingMover][])),
    ...(wanted
      ? ([
          ["submit", "owner"],
          ["publish", "rules"],
        ] as [ListingMove, ListingMover][])
      : []),
  ];
  for (const [move, by] of steps) {
    const outcome = moveListing(at, move, by, null, facts);
    if (!outcome.allowed) return { kind: "refused", why: outcome.why };
    at = outcome.to;
    if (move === "revise" || move === "publish") moves.push(move);
  }
  return { kind: "go", to: wanted ? "published" : "draft", moves };
};
