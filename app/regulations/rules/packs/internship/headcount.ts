import { defineRule, type MessageValue, type Problem, type Rule } from "../../rule";
import { POST_SHARE_BP, seatCap, UNIT_SHARE_BP } from "../../seats";
import { houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, ON_POST } from "./premises";

const overCap = (
  employees: number,
  active: number,
  shareBp: number,
  reason: string | undefined,
  authority: string | undefined,
): Problem | null => {
  const cap = seatCap(employees, shareBp);
  if (active <= cap) return null;
  const values: Record<string, MessageValue> = { active, cap, employees, percent: shareBp / 100 };
  if (!reason || !authority) return { because: "over", values };
  return { because: "excepted", verdict: "warn", values: { ...values, reason, authority } };
};

const FAILS = {
  over: {
    message: {
      zh: "同期实习学生 {{active}} 人，超过上限 {{cap}} 人（在岗职工 {{employees}} 人的 {{percent}}%，所有学校合计）。",
      en: "{{active}} concurrent interns, above the cap of {{cap}} ({{percent}}% of {{employees}} employees, all schools together).",
    },
    fix: {
      zh: "请减少人数或错开日期；确需超过的，由主管部门记录例外理由。",
      en: "Take fewer or stagger the dates; to exceed it, have the authority record an exception with its reason.",
    },
  },
  excepted: {
    message: {
      zh: "同期实习学生 {{active}} 人，超过上限 {{cap}} 人；{{authority}}已记录例外：{{reason}}。",
      en: "{{active}} concurrent interns, above the cap of {{cap}}; exception recorded by {{authority}}: {{reason}}.",
    },
    fix: { zh: "请按例外记录的条件执行。", en: "Keep to the terms of the recorded exception." },
  },
};

/** INT-14 and INT-15: how many students at one time, across all schools and overlapping dates. */
export const headcountRules: readonly Rule[] = [
  defineRule({
    id: "INT-14",
    title: { zh: "同期实习人数一般不超过单位在岗职工的 10%", en: "In general no more than 10% of the unit" },
    text: {
      zh: "实习单位同期接收岗位实习学生，一般不超过在岗职工总数的 10%，所有学校合计；超过须有主管部门记录的例外及理由。",
      en: "Concurrent interns on a post are in general at most 10% of the host's employees, all schools together; more needs an exception recorded by the authority.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P14"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "application", "start", "roster"],
    who: "host",
    thresholds: { shareBp: UNIT_SHARE_BP },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["host.onPostEmployees", "host.activePlacements"],
        uses: ["exception.headcountReason", "exception.headcountAuthority"],
        check: (f, t) =>
          overCap(
            f["host.onPostEmployees"],
            f["host.activePlacements"],
            t.shareBp,
            f["exception.headcountReason"],
            f["exception.headcountAuthority"],
          ),
      }),
    ],
    fails: FAILS,
  }),
  defineRule({
    id: "INT-15",
    title: { zh: "同类岗位同期实习人数一般不高于 20%", en: "In general no more than 20% of the post" },
    text: {
      zh: "在具体岗位上实习的学生，一般不高于同类岗位在岗职工总人数的 20%，所有学校合计；超过须有主管部门记录的例外及理由。",
      en: "Interns on a particular kind of post are in general at most 20% of its employees, all schools together; more needs a recorded exception.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P14"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "application", "start", "roster"],
    who: "host",
    thresholds: { shareBp: POST_SHARE_BP },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["post.onPostEmployees", "post.activePlacements"],
        uses: ["exception.headcountReason", "exception.headcountAuthority"],
        check: (f, t) =>
          overCap(
            f["post.onPostEmployees"],
            f["post.activePlacements"],
            t.shareBp,
            f["exception.headcountReason"],
            f["exception.headcountAuthority"],
          ),
      }),
    ],
    fails: FAILS,
  }),
];
