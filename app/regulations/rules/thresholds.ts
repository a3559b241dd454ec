import type { Bilingual } from "./facts/kinds";
import type { Threshold } from "./rule";

type Label = Bilingual & { readonly unit: Bilingual | "percent" | null };

const of = (zh: string, en: string, unit: Label["unit"] = null): Label => ({ zh, en, unit });

const DAYS: Bilingual = { zh: "天", en: "days" };
const YEARS: Bilingual = { zh: "年", en: "years" };
const AGE: Bilingual = { zh: "周岁", en: "years old" };
const HOURS: Bilingual = { zh: "小时", en: "hours" };
const MONTHS: Bilingual = { zh: "个月", en: "months" };

/** What a rule's adjustable numbers are called. Lists of codes carry their own words and are not named here. */
export const THRESHOLD_LABELS: { readonly [name: string]: Label } = {
  adultAge: of("成年年龄", "Adult at", AGE),
  closedFrom: of("禁止的最低强度等级", "Closed from level"),
  fewestCharacters: of("标题最少字数", "Shortest title, characters"),
  fewestTasks: of("最少任务数", "Fewest tasks"),
  graceDays: of("登记宽限", "Grace to register", DAYS),
  leastContractMonths: of("最短劳动合同", "Shortest labour contract", MONTHS),
  leastDays: of("最短期限", "Shortest term", DAYS),
  leastYears: of("最短合作期", "Shortest cooperation", YEARS),
  lookBackYears: of("追溯", "Looks back", YEARS),
  lowestAge: of("最低年龄", "Lowest age", AGE),
  lowestYear: of("最低年级", "Lowest year of study"),
  mostCycleDays: of("最长支付周期", "Longest pay cycle", DAYS),
  mostDays: of("最长期限", "Longest term", DAYS),
  mostDaysBetween: of("两次巡查最长间隔", "Longest between checks", DAYS),
  mostDaysMedical: of("医药卫生类最长期限", "Longest for medical majors", DAYS),
  mostPerDay: of("每日最长", "Most per day", HOURS),
  mostPerWeek: of("每周最长", "Most per week", HOURS),
  nightFrom: of("夜间自", "Night from"),
  nightTo: of("夜间至", "Night to"),
  samePostShareBp: of("相同岗位工资比例", "Share of the same-post wage", "percent"),
  shareBp: of("人数比例上限", "Highest share", "percent"),
  usualDays: of("一般最长期限", "Usual longest term", DAYS),
  validDays: of("报告有效", "Report good for", DAYS),
};

const BP_PER_PERCENT = 100;

/**
 * A threshold in words ("人数比例上限 10%").
 * @returns null for a list of codes, and for a name without words
 */
export const thresholdText = (name: string, value: Threshold): Bilingual | null => {
  const label = THRESHOLD_LABELS[name];
  if (!label || typeof value === "object") return null;
  if (label.unit === "percent") {
    const percent = `${Number(value) / BP_PER_PERCENT}%`;
    return { zh: `${label.zh} ${percent}`, en: `${label.en} ${percent}` };
  }
  const unit = label.unit ?? { zh: "", en: "" };
  return { zh: `${label.zh} ${value} ${unit.zh}`.trim(), en: `${label.en} ${value} ${unit.en}`.trim() };
};
