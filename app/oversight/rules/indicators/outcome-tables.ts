import type { Indicator } from "./indicator";
import { supplied } from "./supplied";

/**
 * 计分卡 of the yearly quality report, and what 满意度 has that no survey here asks: names known from memory, kept as a
 * dictionary that can be changed.
 */
export const OUTCOME_INDICATORS: readonly Indicator[] = [
  supplied(
    "province_destinations",
    "scorecard",
    "share",
    { zh: "毕业生本省去向落实率", en: "Graduates settled in the province" },
    { zh: "在本省落实去向的人数 ÷ 毕业生人数。", en: "Those settled in the school's province ÷ graduates." },
  ),
  supplied(
    "monthly_income",
    "scorecard",
    "fen",
    { zh: "毕业生月收入", en: "Monthly income of graduates" },
    { zh: "就业毕业生月收入的平均数。", en: "Mean monthly income of employed graduates." },
  ),
  supplied(
    "primary_sector",
    "scorecard",
    "people",
    { zh: "面向第一产业就业人数", en: "Employed in the primary sector" },
    {
      zh: "按 GB/T 4754 行业归类的第一产业就业人数。",
      en: "Graduates employed in the primary sector after GB/T 4754.",
    },
  ),
  supplied(
    "secondary_sector",
    "scorecard",
    "people",
    { zh: "面向第二产业就业人数", en: "Employed in the secondary sector" },
    {
      zh: "按 GB/T 4754 行业归类的第二产业就业人数。",
      en: "Graduates employed in the secondary sector after GB/T 4754.",
    },
  ),
  supplied(
    "tertiary_sector",
    "scorecard",
    "people",
    { zh: "面向第三产业就业人数", en: "Employed in the tertiary sector" },
    {
      zh: "按 GB/T 4754 行业归类的第三产业就业人数。",
      en: "Graduates employed in the tertiary sector after GB/T 4754.",
    },
  ),
  supplied(
    "promotion_three_years",
    "scorecard",
    "share",
    { zh: "毕业三年晋升比例", en: "Promoted within three years" },
    {
      zh: "毕业三年内职务晋升的人数 ÷ 受访毕业生人数。",
      en: "Those promoted within three years ÷ graduates asked.",
    },
  ),
  supplied(
    "satisfaction_graduates",
    "satisfaction",
    "share",
    { zh: "毕业生满意度", en: "Satisfaction of graduates" },
    {
      zh: "应届与毕业三年内分列，问卷回答“满意”及以上的人次 ÷ 有效回答人次。",
      en: "This year's and those of three years apart: answers “satisfied” or better ÷ valid answers.",
    },
  ),
];
