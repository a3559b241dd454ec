import type { MajorLevel } from "~/catalogues/types";

export type FitBasis = "official" | "inferred";

/**
 * One fact behind a fit, as a word key of the room `fit` and the values its sentence needs. Values that are names of
 * the catalogues stay as published.
 */
export type FitReason =
  | { kind: "printed"; values: { printed: string; source: string } }
  | { kind: "printedGroup"; values: { printed: string; source: string } }
  | { kind: "printedOlder"; values: { printed: string; source: string } }
  | { kind: "houseWord"; values: { word: string; class: string } }
  | { kind: "houseClass"; values: { class: string; whyZh: string; whyEn: string } }
  | { kind: "neighbour"; values: { major: string; majorCode: string; level: MajorLevel } }
  | { kind: "sharedName"; values: { shared: string } }
  | { kind: "course"; values: { course: string } }
  | { kind: "sameGroup"; values: { group: string; groupCode: string } }
  | { kind: "classHabit"; values: { group: string; groupCode: string } };

/** `score` is 0..1 and comparable within one major; `reason` is never empty, the strongest part first. */
export type FitItem = { code: string; name: string; basis: FitBasis; score: number; reason: FitReason[] };

/** How much each kind of evidence counts; replaced only by the bench to switch one off. */
export type FitWeights = {
  houseWord: number;
  houseClass: number;
  neighbour: number;
  sharedName: number;
  course: number;
  classHabit: number;
};
