import { daysBetween } from "~/platform/time/clock";
import { defineRule, type Rule } from "../../rule";
import { houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, ON_POST } from "./premises";

/** INT-05…07: which units may take students at all. */
export const hostRules: readonly Rule[] = [
  defineRule({
    id: "INT-05",
    title: {
      zh: "实习单位合法经营、近三年无安全生产违法",
      en: "A lawful host without recent safety violations",
    },
    text: {
      zh: "实习单位合法经营、管理规范，无失信记录，近三年无安全生产违法行为。",
      en: "The host operates lawfully, has no dishonesty record and no work-safety violation in the last three years.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "M"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "roster"],
    who: "host",
    thresholds: { lookBackYears: 3 },
    parts: (part) => [
      part({
        needs: ["host.creditFlags"],
        check: (f) =>
          f["host.creditFlags"].length > 0
            ? { because: "dishonest", values: { flags: f["host.creditFlags"].join("；") } }
            : null,
      }),
      part({
        needs: ["host.safetyViolationDates"],
        check: (f, t, env) => {
          const since = `${Number(env.on.slice(0, 4)) - t.lookBackYears}${env.on.slice(4)}`;
          const recent = f["host.safetyViolationDates"].filter((date) => date > since && date <= env.on);
          return recent.length > 0
            ? { because: "unsafe", values: { dates: recent.join("、"), years: t.lookBackYears } }
            : null;
        },
      }),
    ],
    fails: {
      dishonest: {
        message: {
          zh: "实习单位存在失信记录：{{flags}}。",
          en: "The host has a dishonesty record: {{flags}}.",
        },
        fix: {
          zh: "请待信用修复后再安排，或另选单位。",
          en: "Wait until it is cleared, or choose another host.",
        },
      },
      unsafe: {
        message: {
          zh: "近 {{years}} 年内有安全生产违法：{{dates}}。",
          en: "Work-safety violations within {{years}} years: {{dates}}.",
        },
        fix: { zh: "请另选实习单位。", en: "Choose another host." },
      },
    },
  }),
  defineRule({
    id: "INT-06",
    title: { zh: "首次合作单位须先实地考察", en: "A new host is inspected first" },
    text: {
      zh: "新增实习单位在首次安排学生前，须实地考察评估并形成书面报告。",
      en: "Before the first placement at a new host there is an on-site inspection with a written report.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["agreement", "start"],
    who: "school",
    thresholds: { validDays: 1095 },
    parts: (part) => [
      part({
        premises: [{ needs: ["host.newUnit"], holds: (f) => f["host.newUnit"] === true }],
        needs: ["inspection.reportedOn", "placement.start"],
        check: (f, t) => {
          const age = daysBetween(f["inspection.reportedOn"], f["placement.start"]);
          if (age < 0)
            return {
              because: "late",
              values: { date: f["inspection.reportedOn"], start: f["placement.start"] },
            };
          return age > t.validDays ? { because: "old", values: { date: f["inspection.reportedOn"] } } : null;
        },
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "考察报告日期 {{date}} 晚于实习开始 {{start}}。",
          en: "The inspection report {{date}} is later than the start {{start}}.",
        },
        fix: {
          zh: "请在实习开始前完成考察并上传报告。",
          en: "Inspect and file the report before the start.",
        },
      },
      old: {
        message: {
          zh: "考察报告（{{date}}）时间过久。",
          en: "The inspection report of {{date}} is too old.",
        },
        fix: { zh: "请重新实地考察。", en: "Inspect the host again." },
      },
    },
  }),
  defineRule({
    id: "INT-07",
    title: { zh: "实习单位名单经党组织会议研究并公开", en: "The host list is decided and published" },
    text: {
      zh: "实习单位名单由校级党组织会议研究确定并对外公开，先于实习开始。",
      en: "The list of hosts is decided by the school's party organisation meeting and published before the start.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["start"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["unitList.decidedOn", "unitList.publishedOn", "placement.start"],
        check: (f) =>
          f["unitList.decidedOn"] > f["placement.start"] || f["unitList.publishedOn"] > f["placement.start"]
            ? { because: "late", values: { start: f["placement.start"] } }
            : null,
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "名单审议或公开晚于实习开始 {{start}}。",
          en: "The list was decided or published after the start {{start}}.",
        },
        fix: {
          zh: "请先完成审议和公开，再安排上岗。",
          en: "Decide and publish the list before anyone starts.",
        },
      },
    },
  }),
];
