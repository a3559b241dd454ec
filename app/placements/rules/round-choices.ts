/** No list is longer, whatever a round allows. House rule. */
export const MOST_CHOICES = 10;

export type ChoiceRow = { slotId: string; place: number | null };

export type ChoicesRead =
  | { ok: true; choices: string[] }
  | { ok: false; reason: "unknown" | "tooMany" | "samePlace"; slotId: string; place?: number };

/**
 * A list of choices from numbers beside slots. In: every slot with the place typed beside it (null for none), the
 * slots of the round and how many may be chosen. Out: slot ids, best first; gaps between numbers are closed. Refuses a
 * slot that is not in the round, more than may be chosen, and two slots with one number. House rule.
 */
export const readChoices = (
  rows: readonly ChoiceRow[],
  known: ReadonlySet<string>,
  most: number,
): ChoicesRead => {
  const placed = rows.filter((row): row is { slotId: string; place: number } => row.place !== null);
  const stranger = placed.find(({ slotId }) => !known.has(slotId));
  if (stranger) return { ok: false, reason: "unknown", slotId: stranger.slotId };
  const ordered = [...placed].sort((a, b) => a.place - b.place);
  for (const [at, row] of ordered.entries()) {
    if (at > 0 && ordered[at - 1]?.place === row.place)
      return { ok: false, reason: "samePlace", slotId: row.slotId, place: row.place };
  }
  const over = ordered[Math.min(most, MOST_CHOICES)];
  if (over) return { ok: false, reason: "tooMany", slotId: over.slotId };
  return { ok: true, choices: ordered.map(({ slotId }) => slotId) };
};

/** The list with one slot moved one place up or down; at an end, or not in the list, nothing moves. */
export const shifted = (choices: readonly string[], slotId: string, by: -1 | 1): string[] => {
  const at = choices.indexOf(slotId);
  const to = at + by;
  if (at < 0 || to < 0 || to >= choices.length) return [...choices];
  const list = [...choices];
  [list[at], list[to]] = [list[to]!, list[at]!];
  return list;
};
