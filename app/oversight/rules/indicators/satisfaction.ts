import type { Bilingual } from "../alert-catalogue";
import { computed } from "./counted";
import type { Indicator } from "./indicator";

const HOW: Bilingual = {
  zh: "只计平台满意度调查的总体题：回答“满意”及以上的份数 ÷ 有效回答份数，按调查开始的年度。一所学校一次调查不足 5 份的不计入。",
  en: "The overall question of surveys on this platform only: answers “satisfied” or better ÷ valid answers, by the year the survey began. A survey of which a school has under five answers is left out.",
};

const asked = (id: string, title: Bilingual, who: Bilingual): Indicator =>
  computed(id, "satisfaction", "share", title, { zh: `${who.zh}${HOW.zh}`, en: `${who.en} ${HOW.en}` });

/**
 * Satisfaction as surveys told it. Nobody is behind a row: answers are anonymous and counted in groups of five or more, so
 * looking at rows needs no reason. House definitions.
 */
export const SATISFACTION_INDICATORS: readonly Indicator[] = [
  asked(
    "satisfaction_students",
    { zh: "在校生满意度（岗位实习学生）", en: "Satisfaction of students (on placement)" },
    { zh: "正在岗位实习的学生。", en: "Students on placement." },
  ),
  asked(
    "satisfaction_last_graduates",
    { zh: "上一年毕业生满意度", en: "Satisfaction of last year's graduates" },
    { zh: "调查前一个自然年毕业的学生。", en: "Those who graduated in the calendar year before." },
  ),
  asked(
    "satisfaction_staff",
    { zh: "教职工满意度", en: "Satisfaction of staff" },
    { zh: "学校的负责人、专员和教师。", en: "Owners, coordinators and teachers of the school." },
  ),
  asked(
    "satisfaction_employers",
    { zh: "用人单位满意度", en: "Satisfaction of employers" },
    {
      zh: "最近一年接收过实习学生的单位，一个单位一份。",
      en: "Hosts of placements within a year, one answer each.",
    },
  ),
  asked(
    "satisfaction_parents",
    { zh: "家长满意度", en: "Satisfaction of parents" },
    { zh: "在校学生登记的监护人。", en: "Guardians on record of present students." },
  ),
];
