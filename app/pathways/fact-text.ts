import type { FactKey, FactValues, Part } from "./rules/pack";
import { readPoint } from "./rules/term";

type Say = (key: string, values?: Record<string, string | number>) => string;

/** A term point in words: "高一上学期期末". */
export const pointText = (code: string, any: Say): string => {
  const point = readPoint(code);
  if (!point) return code;
  return any("transferRules.point", {
    grade: any(`transferRules.grade.${point.grade}`),
    term: any(`transferRules.term.${point.term}`),
    edge: any(`transferRules.edge.${point.edge}`),
  });
};

const OPTION_WORDS: Partial<Record<FactKey, string>> = {
  directions: "direction",
  scoreLine: "direction",
  scope: "form",
  tieBreaks: "part",
  chainToGeneral: "decider",
  chainToVocational: "decider",
};

const ORDERED: readonly FactKey[] = ["tieBreaks", "chainToGeneral", "chainToVocational"];

/** One choice of a fact in words, as forms and lists show it. */
export const optionText = (key: FactKey, option: string, any: Say): string =>
  key === "windowsToGeneral" || key === "windowsToVocational"
    ? pointText(option, any)
    : any(`transferRules.${OPTION_WORDS[key] ?? "bound"}.${option}`);

/** A fact's value in words. Goes in: which fact, its value, the translator. Comes out: one line. */
export const factText = <K extends FactKey>(key: K, value: FactValues[K], any: Say): string => {
  if (Array.isArray(value)) {
    const words = (value as readonly string[]).map((one) => optionText(key, one, any));
    if (words.length === 0) return any("transferRules.none");
    return words.join(ORDERED.includes(key) ? " → " : any("transfers.comma"));
  }
  if (typeof value === "boolean") return any(value ? "transferRules.yes" : "transferRules.no");
  if (typeof value === "number") {
    if (key === "maxTimes") return any("transferRules.value.times", { count: value });
    if (value === 0) return any("transferRules.value.noDays");
    const working = key === "noticeDays" || key === "answerDays";
    return any(working ? "transferRules.value.workingDays" : "transferRules.value.days", { count: value });
  }
  if (typeof value === "object") {
    return Object.entries(value as Record<Part, number>)
      .filter(([, share]) => share > 0)
      .map(([part, share]) =>
        any("transferRules.value.share", { part: any(`transferRules.part.${part}`), percent: share / 100 }),
      )
      .join(any("transfers.comma"));
  }
  return any(`transferRules.bound.${String(value)}`);
};

/** Basis points of full marks as the points people know: 8530 → "85.30". */
export const scoreText = (bp: number | null): string => (bp === null ? "–" : (bp / 100).toFixed(2));
