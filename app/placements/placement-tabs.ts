import type { AnyWordKey } from "~/words";
import type { Capacity } from "./placement-scope.server";

export type PlacementTab = {
  /** the address below /placements/:id, "" for the overview */
  path: string;
  /** its word, in the room's own words */
  label: AnyWordKey;
  /** in which states it has something to show; all when absent */
  states?: readonly string[];
  /** who sees it; everybody who sees the placement when absent */
  for?: readonly Capacity[];
};

/** The parts of one placement, each an address of its own under the same head. */
export const PLACEMENT_TABS: readonly PlacementTab[] = [
  { path: "", label: "placements.tab.overview" },
  { path: "agreement", label: "placements.tab.agreement" },
  { path: "assessment", label: "outcomes.tab.assessment", states: ["completed", "assessed", "certified"] },
  { path: "certificate", label: "outcomes.tab.certificate", states: ["assessed", "certified"] },
  { path: "archive", label: "outcomes.tab.archive", for: ["school", "teacher", "student", "guardian"] },
  {
    path: "weeks",
    label: "followup.tab.weeks",
    states: ["in_progress", "paused", "completed", "broken", "assessed", "certified"],
  },
  {
    path: "pay",
    label: "pay.tab",
    states: ["in_progress", "paused", "completed", "broken", "assessed", "certified"],
  },
  {
    path: "change",
    label: "life.tab.change",
    states: ["preparing", "in_progress", "paused", "broken"],
    for: ["school", "teacher", "student", "guardian"],
  },
  { path: "concern", label: "concerns.tab", for: ["student", "guardian"] },
];
