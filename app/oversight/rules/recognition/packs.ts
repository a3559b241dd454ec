import type { Bilingual } from "../alert-catalogue";

export const CRITERIA = ["CJ-1", "CJ-2", "CJ-3", "CJ-4", "CJ-5", "CJ-6"] as const;
export type CriterionId = (typeof CRITERIA)[number];

export type Criterion = {
  readonly id: CriterionId;
  readonly title: Bilingual;
  readonly unit: Bilingual;
  /** How many are needed; money in fen. */
  readonly threshold: number;
  readonly money: boolean;
  /** Years back that count; null for all that stands today. */
  readonly years: number | null;
  /** What shows it, from the platform's records or from the enterprise. */
  readonly shows: Bilingual;
};

export type RecognitionPack = {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: Bilingual;
  /** False while thresholds come from no text that was read. */
  readonly verified: boolean;
  readonly validFrom: string;
  /** Digits of the regions it is for; null for the whole country. */
  readonly region: string | null;
  /** Criteria of which one is enough, or how many are needed. */
  readonly needed: number;
  readonly criteria: readonly Criterion[];
  /** Months of cultivation before an award; years an award lasts. */
  readonly cultivationMonths: number;
  readonly awardYears: number;
};

const criterion = (
  id: CriterionId,
  title: Bilingual,
  unit: Bilingual,
  threshold: number,
  years: number | null,
  shows: Bilingual,
  money = false,
): Criterion => ({ id, title, unit, threshold, years, shows, money });

const PIECES = { zh: "项", en: "" };
const PEOPLE = { zh: "人", en: "people" };
const MAJORS = { zh: "个", en: "programmes" };
const YUAN = { zh: "元", en: "yuan" };

const national: readonly Criterion[] = [
  criterion(
    "CJ-1",
    {
      zh: "独立或重要举办者办学，或者参与组建职教集团、联合体",
      en: "Runs a school or helped to found a consortium",
    },
    PIECES,
    1,
    null,
    {
      zh: "生效中的联合体、共同体、职教集团章程；办学证明",
      en: "a consortium charter in force; proof of running a school",
    },
  ),
  criterion(
    "CJ-2",
    {
      zh: "承担学徒制试点，或者近三年接收每年三个月以上实习的学生",
      en: "Took apprentices, or interns for three months or more",
    },
    PEOPLE,
    60,
    3,
    {
      zh: "平台上满 90 天的学徒和岗位实习",
      en: "apprenticeships and internships of 90 days or more on the platform",
    },
  ),
  criterion(
    "CJ-3",
    { zh: "承担 1+X 证书制度试点", en: "Takes part in the 1+X certificate pilot" },
    PIECES,
    1,
    null,
    { zh: "试点批复或者考核站点证明", en: "the approval or proof of an assessment site" },
  ),
  criterion(
    "CJ-4",
    {
      zh: "以订单班、产业学院等方式共建学科专业点",
      en: "Built programmes together: order classes, industry colleges",
    },
    MAJORS,
    3,
    null,
    { zh: "生效中的订单班、产业学院协议", en: "order-class and industry-college agreements in force" },
  ),
  criterion(
    "CJ-5",
    {
      zh: "共建实训基地或者捐赠教学设施设备，近三年累计投入",
      en: "Put into training bases or donated equipment in three years",
    },
    YUAN,
    100_000_000,
    3,
    {
      zh: "协议投入台账中自筹的现金、设备和材料",
      en: "own cash, equipment and materials in the ledgers of its agreements",
    },
    true,
  ),
  criterion(
    "CJ-6",
    {
      zh: "近三年取得与合作院校共享的知识产权",
      en: "Intellectual property shared with a partner school in three years",
    },
    PIECES,
    1,
    3,
    { zh: "共有权利的证书", en: "certificates of the shared right" },
  ),
];

/**
 * Conditions of 产教融合型企业 as dated data, per place. The national thresholds are the house's working figures until a text
 * that was read confirms them (`verified: false`); the Jiangsu variant counts fifty people, as a public copy says, its other
 * figures are the house's. An authority's own figures belong here as another pack.
 */
export const RECOGNITION_PACKS: readonly RecognitionPack[] = [
  {
    id: "national",
    title: { zh: "国家：产教融合型企业建设实施办法", en: "National: measures for integrated enterprises" },
    source: { zh: "内部规则（待与原文核对）", en: "house rule (to be checked against the text)" },
    verified: false,
    validFrom: "2019-03-28",
    region: null,
    needed: 1,
    criteria: national,
    cultivationMonths: 12,
    awardYears: 3,
  },
  {
    id: "jiangsu",
    title: { zh: "江苏：产教融合型企业（试点）", en: "Jiangsu: integrated enterprises (pilot)" },
    source: {
      zh: "内部规则（人数据公开文本，其余待核对）",
      en: "house rule (head-count from a public copy, the rest to be checked)",
    },
    verified: false,
    validFrom: "2019-01-01",
    region: "32",
    needed: 1,
    criteria: national.map((one) => (one.id === "CJ-2" ? { ...one, threshold: 50 } : one)),
    cultivationMonths: 12,
    awardYears: 3,
  },
];

/** The pack of a region on a civil date: the narrowest in force, else the national one. */
export const recognitionPack = (regionCode: string, on: string): RecognitionPack =>
  RECOGNITION_PACKS.filter(
    (pack) => pack.validFrom <= on && (pack.region === null || regionCode.startsWith(pack.region)),
  )
    .sort((a, b) => (b.region?.length ?? 0) - (a.region?.length ?? 0))
    .at(0) ?? (RECOGNITION_PACKS[0] as RecognitionPack);
