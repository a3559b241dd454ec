import type { Values } from "~/platform/i18n/words";
import type { Appetite, PartName } from "./weights";

/** A stretch of civil dates, both ends included. */
export type Period = { from: string; to: string };

/** What a party has shown so far, seen by the other side. */
export type Standing = {
  /**
   * Placements that ran to their end, graduates the host kept, and placements that broke off through the host; `city` is
   * the same of all hosts of its city, towards which few cases are drawn.
   */
  trackRecord: {
    completed: number;
    retained: number;
    breaks: number;
    /** Placements in which pay was found late, short or wrong; told beside the share, which it does not change. */
    payFindings?: number;
    city?: { completed: number; breaks: number };
  } | null;
  appetite: Appetite;
  /** Enquiries whose reply-by date has come, and how many of them were answered in time. */
  replyRate: { answered: number; due: number };
};

/** The facts of one programme beside one listing (or post); null is "nobody said". */
export type PairFacts = {
  fit: {
    /** 0…1 */
    score: number;
    /** named, namedClass: the listing itself names the major, or another major of its class. */
    basis: "official" | "inferred" | "named" | "namedClass";
    majorName: string;
    occupationName: string;
    /** The reason as the fit rule gave it, carried untouched to the page. */
    reason: unknown;
  } | null;
  distanceKm: number | null;
  /** Free places of the listing. */
  seatsOpen: number | null;
  /** Students the programme wants to place. */
  seatsNeeded: number | null;
  timing: {
    /** When the programme's cohort is free to practise. */
    practice: Period | null;
    /** When the listing runs. */
    listing: Period | null;
  };
};

/** For whom a list is ranked. `standing` is needed only for the other direction. */
export type Subject = { side: "programme" | "listing"; id: string; standing?: Standing };

export type Candidate = PairFacts &
  Standing & {
    id: string;
    /** First published a short while ago, or hardly ever shown. */
    newcomer: boolean;
    /** How often it was shown in recommendations lately; the least shown newcomer is tried first. */
    exposure: number;
  };

/** A sentence about the match: a word key with its values, and the raw fact it rests on. */
export type MatchPart = {
  name: PartName;
  /** 0…1, all parts sum to 1. */
  weight: number;
  /** 0…1 */
  value: number;
  known: boolean;
  key: `matching.${string}`;
  values: Values;
  fact: unknown;
};

/** What would lift the score, how far (in points), and whose move it is. */
export type Improvement = {
  part: PartName;
  who: "programme" | "listing" | "either";
  gain: number;
  key: `matching.improve.${string}`;
  values: Values;
};

export const PART_NAMES: readonly PartName[] = [
  "fit",
  "distance",
  "seats",
  "timing",
  "trackRecord",
  "appetite",
  "replyRate",
];
