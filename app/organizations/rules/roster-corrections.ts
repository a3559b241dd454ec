import { ROSTER_FIELDS, type RosterField } from "./roster-columns";

export type RosterCorrection = { line: number; field: RosterField; text: string };

/** Cells one form may mend: fifty rows with every field wrong. */
const MOST_CELLS = 50 * ROSTER_FIELDS.length;

const isField = (text: string): text is RosterField => ROSTER_FIELDS.some((field) => field === text);

/**
 * What the form of wrong rows asks for. Goes in: its text fields, cells named `cell:<line>:<field>` and ticked lines under
 * `drop`. Comes out: the cells and the lines to leave out; names that say nothing known are passed over.
 */
export const correctionsIn = (
  typed: Readonly<Record<string, string | readonly string[]>>,
): { cells: RosterCorrection[]; drop: number[] } => {
  const cells = Object.entries(typed).flatMap(([name, value]): RosterCorrection[] => {
    const [kind, line, field] = name.split(":");
    if (kind !== "cell" || !line || !field || !isField(field) || !/^\d+$/.test(line)) return [];
    const text = typeof value === "string" ? value : (value.at(-1) ?? "");
    return [{ line: Number(line), field, text: text.slice(0, 200) }];
  });
  const ticked = typed.drop === undefined ? [] : [typed.drop].flat();
  const drop = ticked.filter((line) => /^\d+$/.test(line)).map(Number);
  return { cells: cells.slice(0, MOST_CELLS), drop: drop.slice(0, 50) };
};
