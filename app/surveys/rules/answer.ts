import { CHOICES, type Choice, type SurveyTemplate } from "./template";

/** Characters of a free text. House rule. */
export const LONGEST_TEXT = 500;

/** One sheet: question → step, and the free text ("" for none). */
export type Sheet = { readonly choices: Readonly<Record<string, Choice>>; readonly text: string };

export type ReadSheet =
  | { readonly ok: true; readonly sheet: Sheet }
  | { readonly ok: false; readonly field: string; readonly key: string; readonly limit?: number };

const stepOf = (text: string | undefined): Choice | undefined =>
  CHOICES.find((choice) => String(choice) === text);

/** The field of a form that carries a question's step: dots would nest there. */
export const fieldOf = (questionId: string): string => `q_${questionId.replace(".", "_")}`;

/**
 * Reads what somebody answered. Goes in: the template and the fields as typed. Comes out: the sheet with the template's own
 * questions only; anything but 1…5 is wrong, the overall question must be answered, others may be left out, the text is
 * trimmed and bounded.
 */
export const readSheet = (
  template: SurveyTemplate,
  typed: Readonly<Record<string, string | undefined>>,
): ReadSheet => {
  const choices: Record<string, Choice> = {};
  for (const [place, { id }] of template.questions.entries()) {
    const said = typed[fieldOf(id)]?.trim() ?? "";
    const step = stepOf(said);
    if (step !== undefined) choices[id] = step;
    else if (said !== "") return { ok: false, field: fieldOf(id), key: "surveys.errors.choice" };
    else if (place === 0) return { ok: false, field: fieldOf(id), key: "surveys.errors.overall" };
  }
  const text = (typed.text ?? "").trim();
  if (text.length > LONGEST_TEXT)
    return { ok: false, field: "text", key: "surveys.errors.text", limit: LONGEST_TEXT };
  return { ok: true, sheet: { choices, text } };
};

/**
 * Adds sheets up. Goes in: the choices of each sheet. Comes out: by question how many chose each step; a question nobody
 * answered is missing.
 */
export const addUp = (
  sheets: readonly Readonly<Record<string, number>>[],
): ReadonlyMap<string, ReadonlyMap<number, number>> => {
  const totals = new Map<string, Map<number, number>>();
  for (const choices of sheets) {
    for (const [questionId, choice] of Object.entries(choices)) {
      const counts = totals.get(questionId) ?? new Map<number, number>();
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
      totals.set(questionId, counts);
    }
  }
  return totals;
};
