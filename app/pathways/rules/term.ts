export const EDGES = ["start", "end"] as const;
export type Edge = (typeof EDGES)[number];

/** A place in three years of upper secondary school: grade 1–3 (高一–高三), term 1 (上) or 2 (下), its start or end. */
export type TermPoint = { grade: number; term: number; edge: Edge };

/** The year a school year begins in, for a civil date: 2026 from 2026-09-01 to 2027-08-31. House rule. */
export const schoolYearOf = (on: string): number => {
  const year = Number(on.slice(0, 4));
  return on.slice(5) >= "09-01" ? year : year - 1;
};

/** The term of a civil date: 1 from September to January, 2 from February to August. House rule. */
export const termOf = (on: string): number => (on.slice(5, 7) >= "09" || on.slice(5, 7) === "01" ? 1 : 2);

/** The grade of somebody who entered in a year, on a civil date; below 1 or above 3 for those not (or no longer) there. */
export const gradeOf = (entryYear: number, on: string): number => schoolYearOf(on) - entryYear + 1;

/** A term point as text ("1-2-end"), the form in which rule packs, forms and addresses carry it. */
export const pointCode = (point: TermPoint): string => `${point.grade}-${point.term}-${point.edge}`;

/** The term point of a code, or null for a text that is none. */
export const readPoint = (code: string): TermPoint | null => {
  const found = /^([1-3])-([12])-(start|end)$/.exec(code);
  return found ? { grade: Number(found[1]), term: Number(found[2]), edge: found[3] as Edge } : null;
};

/** How many terms lie between the start of school and a point: 0 at the start of 高一上, 6 at the end of 高三下. */
export const termsDone = ({ grade, term, edge }: TermPoint): number =>
  (grade - 1) * 2 + (term - 1) + (edge === "end" ? 1 : 0);

/** Every point of the three years, in order. */
export const ALL_POINTS: readonly TermPoint[] = [1, 2, 3].flatMap((grade) =>
  [1, 2].flatMap((term) => EDGES.map((edge) => ({ grade, term, edge }))),
);
