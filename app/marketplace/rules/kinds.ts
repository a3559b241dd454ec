/** The nine kinds of listing, in the order people choose them. Source: product vocabulary of the house. */
export const LISTING_KINDS = [
  "apprenticeship",
  "internship",
  "observation",
  "training_base",
  "joint_project",
  "teacher_practice",
  "industry_tutor",
  "equipment",
  "experience_day",
] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

export const DIRECTIONS = ["offer", "seek"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Kinds that put a student on a post or in a workplace: the internship rules are asked of what is offered. */
export const PLACEMENT_KINDS = ["apprenticeship", "internship", "observation"] as const;

/** Whether a text names one of the nine kinds. */
export const isListingKind = (text: string): text is ListingKind =>
  (LISTING_KINDS as readonly string[]).includes(text);

/** Whether a kind puts a student into a workplace. */
export const isPlacementKind = (kind: ListingKind): kind is (typeof PLACEMENT_KINDS)[number] =>
  (PLACEMENT_KINDS as readonly string[]).includes(kind);
