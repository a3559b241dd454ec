import type { Bilingual } from "../alert-catalogue";

export const CARD_MEASURES = [
  "demand",
  "applications",
  "placed",
  "breaks",
  "matched",
  "settled",
  "coverage",
  "trend",
] as const;
export type CardMeasureId = (typeof CARD_MEASURES)[number];

export type CardMeasure = {
  readonly id: CardMeasureId;
  readonly title: Bilingual;
  /** What stands above and under the line, by which date. */
  readonly definition: Bilingual;
  /** share: a part of a whole · ratio: two amounts against each other, may exceed 100 % */
  readonly kind: "share" | "ratio";
  /** Which side is worse. */
  readonly worse: "low" | "high";
  /** Whether its rows are about students: looking at them from outside needs a reason. */
  readonly persons: boolean;
};

/** Kilometres from the school within which a place counts as in reach outside its own city. House rule. */
export const REACH_KM = 50;

/** From which fit of major and occupation on an open place counts as one for the programme. House rule. */
export const FIT_COUNTED = 0.5;

/** The version of the definitions below. Another definition gets another version: cards keep the one they were made by. */
export const CARD_DEFINITION = "2026-11";

/** What a card is made of. House definitions: the founding documents name 红黄牌预警, no formula. */
export const CARD_MEASURE_LIST: readonly CardMeasure[] = [
  {
    id: "demand",
    title: { zh: "可及岗位与学位之比", en: "Open places within reach per seat" },
    definition: {
      zh: `学校所在地级市内或 ${REACH_KM} 公里内、正在招的实习与学徒岗位中，与本专业对应（匹配度不低于一半）的空余名额，除以每届学位。同一名额可同时计入几个相近专业。样本数按可及范围内各专业的空余名额合计。`,
      en: `Free places of open internship and apprenticeship offers in the school's own city or within ${REACH_KM} km that fit the major by half or more, divided by the seats of one intake. One place may count for several related majors. Its cases are the free places of any major within reach.`,
    },
    kind: "ratio",
    worse: "low",
    persons: false,
  },
  {
    id: "applications",
    title: { zh: "岗位申请与学位之比", en: "Applications per seat" },
    definition: {
      zh: "本专业学生当年提交的岗位申请与双选志愿人次，除以每届学位。样本数取本专业在籍学生数与全校申请、志愿人次中较小的：不用平台申请的学校不作判断。",
      en: "Applications for places and entries in selection rounds by students of the programme in the year, divided by the seats of one intake. Its cases are the students on the programme's roll or the applications of the whole school, whichever is fewer: a school that does not use applications is not judged.",
    },
    kind: "ratio",
    worse: "low",
    persons: true,
  },
  {
    id: "placed",
    title: { zh: "实习落实率", en: "Students placed" },
    definition: {
      zh: "当年申请过岗位、参加过双选或安排了实习的学生中，已经到岗的占比。申请、双选还在进行的，到岗日期还没有到的不计。",
      en: "Of the students who applied, entered a round or had a placement in the year, those who came to work. Those whose application or round is still open or whose first day is still ahead are left out.",
    },
    kind: "share",
    worse: "low",
    persons: true,
  },
  {
    id: "breaks",
    title: { zh: "实习中断率", en: "Broken placements" },
    definition: {
      zh: "到岗日期在当年、且已经到来的实习中，中断或没有到岗的占比。换到别的单位继续的不计。",
      en: "Of the placements whose first day lay in the year and has come, those broken off or never begun. Those that went on with another unit are left out.",
    },
    kind: "share",
    worse: "high",
    persons: true,
  },
  {
    id: "matched",
    title: { zh: "对口就业率", en: "Employment that matches the major" },
    definition: {
      zh: "上一年毕业、毕业时已就业且职业已知的学生中，职业与所学专业对应的占比。",
      en: "Of last year's graduates at work in a known occupation, those whose occupation fits the major.",
    },
    kind: "share",
    worse: "low",
    persons: true,
  },
  {
    id: "settled",
    title: { zh: "毕业去向落实率", en: "Graduates with a settled destination" },
    definition: {
      zh: "上一年毕业、去向已知的学生中，就业、升学、入伍等已落实的占比。",
      en: "Of last year's graduates whose destination is known, those at work, in further study or in service.",
    },
    kind: "share",
    worse: "low",
    persons: true,
  },
  {
    id: "coverage",
    title: { zh: "去向可知率", en: "Graduates whose destination is known" },
    definition: {
      zh: "上一年毕业生中，去向已知的占比。留级、休学、续读的不计。",
      en: "Of last year's graduates, those whose destination is known. Those who repeat, pause or continue are left out.",
    },
    kind: "share",
    worse: "low",
    persons: true,
  },
  {
    id: "trend",
    title: { zh: "到岗人次与上年之比", en: "Placements against last year" },
    definition: {
      zh: "当年到岗的实习人次，除以上一年同期到岗的人次。",
      en: "Placements begun in the year so far, divided by those begun in the same part of last year.",
    },
    kind: "ratio",
    worse: "low",
    persons: true,
  },
];

const byId = new Map(CARD_MEASURE_LIST.map((one) => [one.id, one]));

/** A measure by its id; undefined for an id none has. */
export const cardMeasure = (id: string): CardMeasure | undefined => byId.get(id as CardMeasureId);

/**
 * A measure in basis points, rounded half up. Goes in: what stands above and under the line. Comes out: the value; null
 * without a denominator, never 0 or 100 %.
 */
export const cardValue = (numerator: number, denominator: number): number | null =>
  denominator <= 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator));
