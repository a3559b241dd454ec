/** The steps of a draft, in order; "check" shows what the rules say and publishes. */
export const STEPS = ["about", "terms", "rules", "check"] as const;
export type Step = (typeof STEPS)[number];
export const FIELD_STEPS = ["about", "terms", "rules"] as const;
export type FieldStep = (typeof FIELD_STEPS)[number];

type Spec =
  | { type: "text" | "area" | "lines"; max: number }
  | { type: "integer"; min: number; max: number; unit: string }
  | { type: "hours"; min: number; max: number }
  | { type: "money"; per: "month" | "day" | "hour" | "whole" }
  | { type: "date" }
  | { type: "yesNo" }
  | { type: "declaration" }
  | { type: "choice"; options: readonly string[] }
  | { type: "choicesOrNone"; options: readonly string[] }
  | { type: "majors" | "occupation" | "region" | "hazards" | "post" };

export type FieldSpec = Spec & { store: "column" | "detail" };

const column = <const S extends Spec>(spec: S) => ({ ...spec, store: "column" }) as const;
const detail = <const S extends Spec>(spec: S) => ({ ...spec, store: "detail" }) as const;

/**
 * Every field a listing of any kind may have: what is typed, and whether it is a column of the listing (searched or
 * common) or one of the kind's own details. Labels, hints and options are `listings.field.<name>`. House rule.
 */
export const FIELDS = {
  title: column({ type: "text", max: 60 }),
  summary: column({ type: "area", max: 2000 }),
  majors: column({ type: "majors" }),
  region: column({ type: "region" }),
  address: column({ type: "text", max: 120 }),
  openUntil: column({ type: "date" }),
  post: column({ type: "post" }),
  occupation: column({ type: "occupation" }),
  seats: column({ type: "integer", min: 1, max: 10_000, unit: "people" }),
  startsOn: column({ type: "date" }),
  endsOn: column({ type: "date" }),
  payMin: column({ type: "money", per: "month" }),
  payMax: column({ type: "money", per: "month" }),
  samePostPay: column({ type: "money", per: "month" }),
  minorsWelcome: detail({ type: "yesNo" }),
  lodging: detail({ type: "yesNo" }),
  lowestTierPay: detail({ type: "money", per: "month" }),
  apprenticeStatus: detail({ type: "choice", options: ["student", "enterprise", "joint"] }),
  targetLevel: detail({ type: "choice", options: ["level5", "level4", "level3", "level2", "level1"] }),
  menteesPerMentor: detail({ type: "integer", min: 1, max: 30, unit: "people" }),
  alternation: detail({ type: "text", max: 200 }),
  insuranceBy: detail({ type: "choice", options: ["school", "host", "both"] }),
  hoursPerDay: detail({ type: "hours", min: 1, max: 24 }),
  hoursPerWeek: detail({ type: "hours", min: 1, max: 120 }),
  nightShifts: detail({ type: "yesNo" }),
  tasks: detail({ type: "lines", max: 20 }),
  labourIntensity: detail({ type: "choice", options: ["1", "2", "3", "4"] }),
  hazards: detail({ type: "hazards" }),
  fees: detail({
    type: "choicesOrNone",
    options: ["deposit", "training", "commission", "management", "material", "employment_service", "other"],
  }),
  sexRestricted: detail({ type: "yesNo" }),
  postHeadcount: detail({ type: "integer", min: 0, max: 1_000_000, unit: "people" }),
  currentInterns: detail({ type: "integer", min: 0, max: 1_000_000, unit: "people" }),
  currentInternsOnPost: detail({ type: "integer", min: 0, max: 1_000_000, unit: "people" }),
  lawful: detail({ type: "declaration" }),
  visitDays: detail({ type: "integer", min: 1, max: 60, unit: "days" }),
  stations: detail({ type: "integer", min: 1, max: 10_000, unit: "stations" }),
  equipmentList: detail({ type: "lines", max: 40 }),
  openHours: detail({ type: "text", max: 120 }),
  projectForm: detail({
    type: "choice",
    options: [
      "order_class",
      "industry_college",
      "course",
      "real_project",
      "technical_service",
      "master_studio",
    ],
  }),
  deliverables: detail({ type: "lines", max: 20 }),
  ipTerms: detail({ type: "area", max: 1000 }),
  practiceDays: detail({ type: "integer", min: 1, max: 366, unit: "days" }),
  topics: detail({ type: "lines", max: 20 }),
  allowance: detail({ type: "money", per: "day" }),
  teachingHours: detail({ type: "integer", min: 1, max: 2000, unit: "lessons" }),
  subject: detail({ type: "text", max: 120 }),
  lessonFee: detail({ type: "money", per: "hour" }),
  transfer: detail({ type: "choice", options: ["donate", "share"] }),
  quantity: detail({ type: "integer", min: 1, max: 100_000, unit: "pieces" }),
  worth: detail({ type: "money", per: "whole" }),
  condition: detail({ type: "choice", options: ["new", "good", "usable"] }),
  ageFrom: detail({ type: "integer", min: 3, max: 99, unit: "years" }),
  ageTo: detail({ type: "integer", min: 3, max: 99, unit: "years" }),
  safetyNotice: detail({ type: "area", max: 1000 }),
} as const satisfies { readonly [name: string]: FieldSpec };

export type FieldName = keyof typeof FIELDS;
export type ColumnField = {
  [N in FieldName]: (typeof FIELDS)[N]["store"] extends "column" ? N : never;
}[FieldName];
export type DetailField = Exclude<FieldName, ColumnField>;

type ValueOf<S> = S extends { type: "text" | "area" | "date" }
  ? string
  : S extends { type: "lines" | "hazards" }
    ? string[]
    : S extends { type: "integer" | "hours" | "money" }
      ? number
      : S extends { type: "yesNo" | "declaration" }
        ? boolean
        : S extends { type: "choice"; options: readonly (infer O)[] }
          ? O
          : S extends { type: "choicesOrNone"; options: readonly (infer O)[] }
            ? O[]
            : never;

/** A listing's own details as stored: money in fen, absent where nothing was said. */
export type ListingDetails = { [N in DetailField]?: ValueOf<(typeof FIELDS)[N]> };

/** The definition of a field, for code that treats all alike. */
export const fieldOf = (name: FieldName): FieldSpec => FIELDS[name];

/** Whether a text names a field of the forms. */
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);
