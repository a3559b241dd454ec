/** How strongly a small number is drawn towards its city: as if so many earlier placements had gone as the city's do. */
export const PRIOR_STRENGTH = 4;

/** Figures over fewer cases than this are not shown to others: a cell this small points at persons. */
export const LEAST_CELL = 5;

export type Tally = { completed: number; breaks: number };

/**
 * The share of placements that ran to their end, drawn towards the wider share: (completed + 4·c) / (ended + 4), where c is
 * the share of all around (a unit's city, a programme's school) drawn the same way towards one half. Few cases stay near
 * it, many speak for themselves. Goes in: counts ≥ 0 of the one and of all. Comes out: 0…1. House rule.
 */
export const completionShare = (own: Tally, around: Tally): number => {
  const half = PRIOR_STRENGTH / 2;
  const ended = around.completed + around.breaks;
  const mean = (around.completed + half) / (ended + PRIOR_STRENGTH);
  return (own.completed + PRIOR_STRENGTH * mean) / (own.completed + own.breaks + PRIOR_STRENGTH);
};

/** A part of a whole as strangers may see it; hidden where either side of it stands for one to four persons. */
export type OpenPart = { hidden: true } | { hidden: false; part: number; whole: number };

/** Whether a part of a whole may be told. Goes in: 0 ≤ part ≤ whole. House rule. */
export const openPart = (part: number, whole: number): OpenPart =>
  whole < LEAST_CELL || [part, whole - part].some((side) => side > 0 && side < LEAST_CELL)
    ? { hidden: true }
    : { hidden: false, part, whole };

export type TrackCounts = Tally & { retained: number; matched: number; known: number; payFindings: number };

export type OpenTrack =
  | { kind: "none" }
  | { kind: "few" }
  | {
      kind: "shown";
      ended: number;
      /** drawn share in percent; to the nearest ten where the parts behind it are hidden */
      sharePercent: number;
      completed: OpenPart;
      retained: OpenPart;
      matched: OpenPart;
      /** placements in which pay was found wrong; null for one to four */
      payFindings: number | null;
    };

/**
 * A unit's record as anybody may read it. Goes in: its counts and its city's. Comes out: nothing yet, too few to tell, or
 * its figures with every cell under five hidden. House rule.
 */
export const openTrack = (own: TrackCounts, city: Tally): OpenTrack => {
  const ended = own.completed + own.breaks;
  if (ended === 0) return { kind: "none" };
  if (ended < LEAST_CELL) return { kind: "few" };
  const completed = openPart(own.completed, ended);
  const share = completionShare(own, city) * 100;
  return {
    kind: "shown",
    ended,
    sharePercent: completed.hidden ? Math.round(share / 10) * 10 : Math.round(share),
    completed,
    retained: openPart(own.retained, own.known),
    matched: openPart(own.matched, own.known),
    payFindings: own.payFindings > 0 && own.payFindings < LEAST_CELL ? null : own.payFindings,
  };
};
