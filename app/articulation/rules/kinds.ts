import type { MajorLevel } from "~/catalogues/types";
import type { Bilingual } from "~/regulations/rules/facts/kinds";

export const KIND_IDS = [
  "five_year",
  "three_two",
  "three_four",
  "secondary_bachelor",
  "school_college_enterprise",
] as const;
export type KindId = (typeof KIND_IDS)[number];

/** Levels of schools that may teach a stage, and the level of its major. */
export type StageRule = { level: MajorLevel; years: number; taughtAt: readonly MajorLevel[] };

export type PathwayKind = {
  id: KindId;
  title: Bilingual;
  summary: Bilingual;
  stages: readonly [StageRule, StageRule];
  /** the stage whose school may found it, by position; null where either may */
  founds: 1 | 2 | null;
  /** one school may teach both stages */
  oneSchool: boolean;
  enterprise: "optional" | "required";
  /** first civil date the entry holds */
  validFrom: string;
  validTo: string | null;
  source: { document: Bilingual; verified: boolean };
};

/** No public copy that fixes these lengths nationwide was read: provinces differ, so the entries are the house's own. */
const HOUSE = {
  document: {
    zh: "内部规则：各省贯通培养的通行做法，未核对条文",
    en: "House rule: what provinces commonly do; no text was checked",
  },
  verified: false,
} as const;

const SECONDARY: StageRule = { level: "secondary", years: 3, taughtAt: ["secondary"] };

/** 贯通培养 kinds as dated data; a province with other lengths gets an entry of its own. House rules. */
export const PATHWAY_KINDS: readonly PathwayKind[] = [
  {
    id: "five_year",
    title: { zh: "五年一贯制", en: "Five-year programme" },
    summary: {
      zh: "初中毕业入学，前三年中职、后两年高职，一份方案、一个学校或一个办学点完成。",
      en: "From lower secondary school: three years secondary and two years associate under one plan, at one school or its teaching point.",
    },
    stages: [
      { level: "secondary", years: 3, taughtAt: ["secondary", "associate"] },
      { level: "associate", years: 2, taughtAt: ["associate"] },
    ],
    founds: 2,
    oneSchool: true,
    enterprise: "optional",
    validFrom: "2024-01-01",
    validTo: null,
    source: HOUSE,
  },
  {
    id: "three_two",
    title: { zh: "中高职“3+2”", en: "Secondary to associate, 3+2" },
    summary: {
      zh: "中职三年，转段考核通过后进高职两年；两校分段培养。",
      en: "Three years at a secondary school, then two at a college for those who pass the stage examination.",
    },
    stages: [SECONDARY, { level: "associate", years: 2, taughtAt: ["associate", "bachelor"] }],
    founds: null,
    oneSchool: false,
    enterprise: "optional",
    validFrom: "2024-01-01",
    validTo: null,
    source: HOUSE,
  },
  {
    id: "three_four",
    title: { zh: "中职与本科“3+4”", en: "Secondary to bachelor, 3+4" },
    summary: {
      zh: "中职三年，转段考核通过后进本科四年；两校分段培养。",
      en: "Three years at a secondary school, then four of bachelor's studies for those who pass the stage examination.",
    },
    stages: [SECONDARY, { level: "bachelor", years: 4, taughtAt: ["bachelor"] }],
    founds: null,
    oneSchool: false,
    enterprise: "optional",
    validFrom: "2024-01-01",
    validTo: null,
    source: HOUSE,
  },
  {
    id: "secondary_bachelor",
    title: { zh: "中本贯通", en: "Secondary–bachelor through programme" },
    summary: {
      zh: "七年一份方案，本科院校牵头，从第一年起共同排课；第三年末转段考核。",
      en: "Seven years under one plan led by the university, taught together from the first year; the stage examination is at the end of the third.",
    },
    stages: [SECONDARY, { level: "bachelor", years: 4, taughtAt: ["bachelor"] }],
    founds: 2,
    oneSchool: false,
    enterprise: "optional",
    validFrom: "2024-01-01",
    validTo: null,
    source: HOUSE,
  },
  {
    id: "school_college_enterprise",
    title: { zh: "中高企协同长学制", en: "School, college and enterprise together" },
    summary: {
      zh: "中职三年、高职三年，企业全程参与方案、实训和考核。",
      en: "Three years secondary and three associate, with an enterprise in the plan, the training and the examination throughout.",
    },
    stages: [SECONDARY, { level: "associate", years: 3, taughtAt: ["associate", "bachelor"] }],
    founds: null,
    oneSchool: false,
    enterprise: "required",
    validFrom: "2024-01-01",
    validTo: null,
    source: HOUSE,
  },
];

/** The kinds in force on a civil date (YYYY-MM-DD), in their order. */
export const kindsOn = (day: string): readonly PathwayKind[] =>
  PATHWAY_KINDS.filter((kind) => kind.validFrom <= day && (kind.validTo === null || day <= kind.validTo));

/** A kind by its id, also one no longer in force: what was founded under it stays what it was. Throws for an unknown id. */
export const kindOf = (id: string): PathwayKind => {
  const kind = PATHWAY_KINDS.find((one) => one.id === id);
  if (!kind) throw new Error(`no such kind of pathway: ${id}`);
  return kind;
};

/** Years of both stages together. */
export const lengthOf = (kind: PathwayKind): number => kind.stages[0].years + kind.stages[1].years;
