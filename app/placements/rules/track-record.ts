/** Reasons of a break that lie with the unit; illness, family or conduct of the student do not count against it. */
export const HOST_REASONS = ["post_unlike_agreed", "safety", "pay_late", "host_closed_post"] as const;

/** How strongly a small number is drawn towards its city: as if so many earlier placements had gone as the city's do. */
export const PRIOR_STRENGTH = 4;

/** Figures over fewer cases than this are not shown: a cell this small points at persons. */
export const LEAST_CELL = 5;

export type Tally = { completed: number; breaks: number };

/**
 * The share of placements that ran to their end, drawn towards the city's share: (completed + 4·c) / (ended + 4), where c is
 * the city's own share drawn the same way towards one half. Few cases stay near the city, many speak for themselves.
 * Goes in: counts ≥ 0 of the unit and of its whole city. Comes out: 0…1. House rule.
 */
export const completionShare = (own: Tally, city: Tally): number => {
  const half = PRIOR_STRENGTH / 2;
  const ended = city.completed + city.breaks;
  const mean = (city.completed + half) / (ended + PRIOR_STRENGTH);
  return (own.completed + PRIOR_STRENGTH * mean) / (own.completed + own.breaks + PRIOR_STRENGTH);
};
