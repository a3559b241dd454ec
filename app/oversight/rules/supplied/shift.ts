import { INDICATORS } from "../indicators/catalogue";
import type { SheetField } from "./columns";

/** A column whose contents are those of another one, or a column that is missing and where it seems to be. */
export type ShiftFinding = {
  /** from 1 */
  readonly column: number;
  readonly header: string;
  readonly seems: SheetField;
};

type Kind = "template" | "year" | "indicator" | "region" | "definition";

const IDS = new Set(INDICATORS.map(({ id }) => id));

const kindOf = (text: string): Kind | null => {
  if (/^[a-z]+\.(school|authority)\.v\d+$/.test(text)) return "template";
  if (/^20\d\d$/.test(text)) return "year";
  if (IDS.has(text)) return "indicator";
  if (/^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(text)) return "definition";
  return /^[1-6]\d{5}$/.test(text) ? "region" : null;
};

/** What most cells of a column look like; null where nothing prevails. */
const prevailing = (cells: readonly string[]): Kind | null => {
  const filled = cells.map((cell) => cell.normalize("NFKC").trim()).filter((cell) => cell !== "");
  const counts = new Map<Kind, number>();
  for (const cell of filled) {
    const kind = kindOf(cell);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 5 >= filled.length * 3 ? best[0] : null;
};

/** Columns that may hold anything a person writes: their contents prove nothing. */
const FREE: readonly SheetField[] = ["title", "place", "unit", "note"];

/**
 * Columns that do not hold what their header says. Goes in: headers, rows, where each field was recognised, the fields that
 * are missing. Comes out: each such column with the field its contents look like; none for a sheet as it was handed out. A
 * small region code and a large count look alike: amounts are never taken for regions.
 */
export const shiftedColumns = (
  headers: readonly string[],
  rows: readonly { readonly cells: readonly string[] }[],
  places: Partial<Record<SheetField, number>>,
  missing: readonly SheetField[],
): ShiftFinding[] => {
  const fieldAt = new Map(
    (Object.entries(places) as [SheetField, number][]).map(([field, column]) => [column, field]),
  );
  return headers.flatMap((header, column) => {
    const seems = prevailing(rows.map(({ cells }) => cells[column] ?? ""));
    if (seems === null) return [];
    const field = fieldAt.get(column);
    if (field === undefined) return missing.includes(seems) ? [{ column: column + 1, header, seems }] : [];
    if (field === seems || FREE.includes(field)) return [];
    const amount = field === "numerator" || field === "denominator";
    if (amount && (seems === "region" || seems === "year")) return [];
    return [{ column: column + 1, header, seems }];
  });
};
