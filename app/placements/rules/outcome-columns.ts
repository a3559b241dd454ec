import type { ColumnDef } from "~/platform/sheets/columns";
import { destinationKind, outcomeMonth } from "./outcome-definitions";

export const OUTCOME_FIELDS = [
  "studentNumber",
  "month",
  "destination",
  "employerName",
  "sameUnit",
  "occupation",
  "region",
  "proof",
  "satisfaction",
  "employerSatisfaction",
] as const;
export type OutcomeField = (typeof OUTCOME_FIELDS)[number];

/** The columns of a school's own list of destinations; a row is one graduate at one month. */
export const OUTCOME_COLUMNS: readonly ColumnDef<OutcomeField>[] = [
  { field: "studentNumber", names: ["学号", "student number"], required: true },
  { field: "month", names: ["毕业后月数", "月数", "months after graduation", "months"], required: true },
  {
    field: "destination",
    names: ["毕业去向代码", "去向代码", "毕业去向", "destination code"],
    required: true,
  },
  { field: "employerName", names: ["单位名称", "工作单位", "employer"] },
  { field: "sameUnit", names: ["是否实习单位", "留用", "same unit"] },
  { field: "occupation", names: ["职业代码", "occupation code"] },
  { field: "region", names: ["所在地代码", "行政区划代码", "region code"] },
  { field: "proof", names: ["佐证材料", "有无证明", "proof"] },
  { field: "satisfaction", names: ["毕业生满意度", "graduate satisfaction"] },
  { field: "employerSatisfaction", names: ["用人单位满意度", "employer satisfaction"] },
];

/** A row read: whose it is, and what it says. */
export type OutcomeRow = {
  studentNumber: string;
  month: 0 | 6 | 12 | 24;
  destination: string;
  employerName: string | null;
  sameUnit: boolean | null;
  occupationCode: string | null;
  regionCode: string | null;
  withProof: boolean;
  satisfaction: number | null;
  employerSatisfaction: number | null;
};

type Finding = { field: string; key: string };

const YES = ["是", "有", "yes", "y", "1", "true"];
const NO = ["否", "无", "no", "n", "0", "false"];

const yesNo = (text: string): boolean | null | undefined => {
  const plain = text.trim().toLowerCase();
  if (plain === "") return null;
  if (YES.includes(plain)) return true;
  return NO.includes(plain) ? false : undefined;
};

const score = (text: string): number | null | undefined => {
  if (text.trim() === "") return null;
  return /^[1-5]$/.test(text.trim()) ? Number(text.trim()) : undefined;
};

/**
 * Reads one row. Goes in: its texts by field and the known occupation and region codes. Comes out: the row, or what is wrong
 * with which field: a missing number, a month that is not asked, a code that does not exist, a word that is neither yes nor
 * no. Nothing is guessed.
 */
export const readOutcomeRow = (
  cells: Readonly<Record<string, string>>,
  codes: { occupations: { has: (code: string) => boolean }; regions: { has: (code: string) => boolean } },
): { ok: true; row: OutcomeRow } | { ok: false; findings: Finding[] } => {
  const text = (field: OutcomeField) => (cells[field] ?? "").trim();
  const month = /^\d+$/.test(text("month")) ? outcomeMonth(Number(text("month"))) : null;
  const sameUnit = yesNo(text("sameUnit"));
  const proof = yesNo(text("proof"));
  const own = score(text("satisfaction"));
  const employer = score(text("employerSatisfaction"));
  const wrong: [boolean, OutcomeField, string][] = [
    [text("studentNumber") === "", "studentNumber", "errors.required"],
    [month === null, "month", "outcomes.errors.month"],
    [destinationKind(text("destination")) === null, "destination", "outcomes.errors.code"],
    [
      text("occupation") !== "" && !codes.occupations.has(text("occupation")),
      "occupation",
      "outcomes.errors.code",
    ],
    [text("region") !== "" && !codes.regions.has(text("region")), "region", "outcomes.errors.code"],
    [sameUnit === undefined, "sameUnit", "outcomes.errors.yesNo"],
    [proof === undefined, "proof", "outcomes.errors.yesNo"],
    [own === undefined, "satisfaction", "outcomes.errors.oneToFive"],
    [employer === undefined, "employerSatisfaction", "outcomes.errors.oneToFive"],
  ];
  const findings = wrong.flatMap(([is, field, key]) => (is ? [{ field, key }] : []));
  if (month === null || findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    row: {
      studentNumber: text("studentNumber"),
      month,
      destination: text("destination"),
      employerName: text("employerName").slice(0, 120) || null,
      sameUnit: sameUnit ?? null,
      occupationCode: text("occupation") || null,
      regionCode: text("region") || null,
      withProof: proof === true,
      satisfaction: own ?? null,
      employerSatisfaction: employer ?? null,
    },
  };
};
