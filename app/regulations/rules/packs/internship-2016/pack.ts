import { defineRule, type Pack, type Rule } from "../../rule";
import { POST_SHARE_BP, seatCap, UNIT_SHARE_BP } from "../../seats";
import { ON_POST } from "../internship/premises";
import { article, INTERNSHIP_RULES_2016 } from "../sources";

const FAILS = {
  over: {
    message: {
      zh: "同期实习学生 {{active}} 人，超过上限 {{cap}} 人（在岗职工 {{employees}} 人的 {{percent}}%，所有学校合计）。",
      en: "{{active}} concurrent interns, above the cap of {{cap}} ({{percent}}% of {{employees}} employees, all schools together).",
    },
    fix: {
      zh: "请减少人数或错开日期；2016 年的规定没有例外。",
      en: "Take fewer or stagger the dates; the rules of 2016 know no exception.",
    },
  },
};

/** In force until the day before the rules of 2021; the first day is the day the document bears. */
const SPAN = { validFrom: "2016-04-11", validTo: "2021-12-30" } as const;

const shared = {
  severity: "block",
  source: article(INTERNSHIP_RULES_2016, 9, "P14"),
  ...SPAN,
  stages: ["listing", "agreement", "application", "start", "roster"],
  who: "host",
  fails: FAILS,
} as const;

const over = (active: number, employees: number, shareBp: number) => {
  const cap = seatCap(employees, shareBp);
  return active <= cap
    ? null
    : { because: "over", values: { active, cap, employees, percent: shareBp / 100 } };
};

const rules: readonly Rule[] = [
  defineRule({
    ...shared,
    id: "INT-14-2016",
    title: {
      zh: "2016 年：同期实习人数不超过单位在岗职工的 10%",
      en: "2016: no more than 10% of the unit",
    },
    text: {
      zh: "同期在同一实习单位实习的学生，不超过在岗职工总数的 10%，所有学校合计；条文没有“一般”二字。",
      en: "Concurrent interns are at most 10% of the host's employees, all schools together; the text has no “in general”.",
    },
    thresholds: { shareBp: UNIT_SHARE_BP },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["host.onPostEmployees", "host.activePlacements"],
        check: (f, t) => over(f["host.activePlacements"], f["host.onPostEmployees"], t.shareBp),
      }),
    ],
  }),
  defineRule({
    ...shared,
    id: "INT-15-2016",
    title: {
      zh: "2016 年：同类岗位同期实习人数不高于 20%",
      en: "2016: no more than 20% of the post",
    },
    text: {
      zh: "在具体岗位实习的学生，不高于同类岗位在岗职工总人数的 20%，所有学校合计；条文没有“一般”二字。",
      en: "Interns on one kind of post are at most 20% of its employees, all schools together; the text has no “in general”.",
    },
    thresholds: { shareBp: POST_SHARE_BP },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["post.onPostEmployees", "post.activePlacements"],
        check: (f, t) => over(f["post.activePlacements"], f["post.onPostEmployees"], t.shareBp),
      }),
    ],
  }),
];

/** The national internship rules of 2016 as far as their text was read: what was submitted under them is judged by them. */
export const internship2016Pack: Pack = {
  id: "internship-2016",
  title: INTERNSHIP_RULES_2016,
  place: null,
  rules,
};
