import { FEWEST_TOLD } from "./figures";

/** "" told · empty: no answer · few: under five answers · cover: told apart it would give few away */
export const WITHHELD = ["", "empty", "few", "cover"] as const;
export type Withheld = (typeof WITHHELD)[number];

/**
 * Which schools of a survey are not told apart. Goes in: the answers of each school. Comes out: for each school why not, or
 * "". Schools under five answers are withheld; since the total of all is told, what is withheld is made of two schools and
 * five answers at least, by withholding the next smallest as well: so the total minus the others gives no small school away.
 * Ties go by id, so that the outcome is always the same. House rule (primary and secondary suppression).
 */
export const withheldSchools = (
  schools: readonly { readonly id: string; readonly answered: number }[],
): ReadonlyMap<string, Withheld> => {
  const found = new Map<string, Withheld>();
  for (const { id, answered } of schools)
    found.set(id, answered === 0 ? "empty" : answered < FEWEST_TOLD ? "few" : "");
  const few = schools.filter(({ id }) => found.get(id) === "few");
  if (few.length === 0) return found;
  const others = schools
    .filter(({ id }) => found.get(id) === "")
    .sort((a, b) => a.answered - b.answered || a.id.localeCompare(b.id));
  let hidden = few.length;
  let answers = few.reduce((total, { answered }) => total + answered, 0);
  for (const { id, answered } of others) {
    if (hidden >= 2 && answers >= FEWEST_TOLD) break;
    found.set(id, "cover");
    hidden += 1;
    answers += answered;
  }
  return found;
};
