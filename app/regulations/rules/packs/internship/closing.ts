import { daysBetween } from "~/platform/time/clock";
import { FACTS, optionLabel } from "../../facts/dictionary";
import { defineRule, type Rule } from "../../rule";
import { houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE } from "./premises";

const ARCHIVE = Object.keys(
  FACTS["archive.items"].options,
) as (keyof (typeof FACTS)["archive.items"]["options"])[];

/** INT-40…42: joint assessment, the archive and registration. */
export const closingRules: readonly Rule[] = [
  defineRule({
    id: "INT-40",
    title: { zh: "校企共同考核，过程与结果结合", en: "Joint assessment of process and result" },
    text: {
      zh: "实习考核由学校和实习单位共同实施，过程考核与结果考核相结合，结果纳入学业评价。",
      en: "School and host assess together, process as well as result, and the result counts for the studies.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["completion"],
    mentionedBy: ["assessment.jointly", "assessment.process"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["assessment.jointly", "assessment.process"],
        check: (f) => (f["assessment.jointly"] && f["assessment.process"] ? null : { because: "oneSided" }),
      }),
    ],
    fails: {
      oneSided: {
        message: {
          zh: "考核不是校企共同实施，或没有过程考核。",
          en: "The assessment is not joint or leaves out the process.",
        },
        fix: { zh: "请由双方共同评定，并计入过程表现。", en: "Assess together and count the process." },
      },
    },
  }),
  defineRule({
    id: "INT-41",
    title: { zh: "实习材料立卷归档", en: "The archive is complete" },
    text: {
      zh: "三方协议、方案、学生报告、考核结果、日志、检查记录、总结和佐证材料立卷归档。",
      en: "Agreement, plan, report, result, log, checks, summary and evidence are archived.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["completion"],
    mentionedBy: ["archive.items"],
    who: "school",
    thresholds: { items: ARCHIVE },
    parts: (part) => [
      part({
        needs: ["archive.items"],
        check: (f, t) => {
          const absent = t.items.filter((item) => !f["archive.items"].some((present) => present === item));
          return absent.length > 0
            ? {
                because: "incomplete",
                values: { items: absent.map((item) => optionLabel("archive.items", item)) },
              }
            : null;
        },
      }),
    ],
    fails: {
      incomplete: {
        message: { zh: "归档缺少：{{items}}。", en: "The archive lacks: {{items}}." },
        fix: { zh: "请补齐后归档。", en: "Add them." },
      },
    },
  }),
  defineRule({
    id: "INT-42",
    title: { zh: "实习信息登记", en: "Registered in the supervision system" },
    text: {
      zh: "实习信息在监管系统登记备案，过程动态监督。",
      en: "The placement is registered in the supervision system.",
    },
    severity: "report",
    source: houseRule(INTERNSHIP_RULES, "P21"),
    validFrom: IN_FORCE,
    stages: ["week", "roster"],
    mentionedBy: ["registration.reportedOn"],
    who: "school",
    thresholds: { graceDays: 14 },
    parts: (part) => [
      part({
        needs: ["registration.reportedOn", "placement.start"],
        check: (f, t) =>
          daysBetween(f["placement.start"], f["registration.reportedOn"]) > t.graceDays
            ? { because: "late", values: { grace: t.graceDays } }
            : null,
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "登记晚于实习开始 {{grace}} 天以上。",
          en: "Registered more than {{grace}} days after the start.",
        },
        fix: { zh: "请及时登记并说明原因。", en: "Register and say why it was late." },
      },
    },
  }),
];
