import { APPRENTICESHIPS } from "./apprenticeship";
import { INDUSTRY_COLLEGE, SCHOOL_SCHOOL, TRIPARTITE } from "./colleges";
import { CONSORTIA } from "./consortium";
import { COOPERATION } from "./cooperation";
import { ORDER_CLASS, TRAINING_BASE } from "./projects";
import type { Template } from "./template";

export const TEMPLATES: readonly Template[] = [
  COOPERATION,
  ORDER_CLASS,
  ...APPRENTICESHIPS,
  TRAINING_BASE,
  INDUSTRY_COLLEGE,
  SCHOOL_SCHOOL,
  ...CONSORTIA,
  TRIPARTITE,
];

/** A template by its id; null when there is none. */
export const templateOf = (id: string): Template | null => TEMPLATES.find((one) => one.id === id) ?? null;

/** The templates in force on a civil date that people draft from, in the order they are offered. */
export const templatesOn = (date: string): Template[] =>
  TEMPLATES.filter(
    (one) => one.drafted && one.validFrom <= date && (one.validTo === null || date <= one.validTo),
  );
