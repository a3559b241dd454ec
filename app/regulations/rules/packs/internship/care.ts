import { daysBetween } from "~/platform/time/clock";
import { defineRule, type Rule } from "../../rule";
import { houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, ON_POST } from "./premises";

/** INT-30…35: training and safety before, mentors and care during. */
export const careRules: readonly Rule[] = [
  defineRule({
    id: "INT-30",
    title: { zh: "不得简单套用员工考勤和考核标准", en: "Staff rules are not simply copied" },
    text: {
      zh: "实习考勤、考核不得简单套用实习单位考勤制度和员工标准。",
      en: "Attendance and assessment of interns do not simply copy the staff rules.",
    },
    severity: "warn",
    source: houseRule(INTERNSHIP_RULES, "P5"),
    validFrom: IN_FORCE,
    stages: ["agreement", "completion"],
    mentionedBy: ["assessment.copiesStaffRules"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["assessment.copiesStaffRules"],
        check: (f) => (f["assessment.copiesStaffRules"] ? { because: "copied" } : null),
      }),
    ],
    fails: {
      copied: {
        message: {
          zh: "考勤或考核直接套用员工标准。",
          en: "Attendance or assessment copies the staff rules.",
        },
        fix: { zh: "请为实习学生另定考勤和考核办法。", en: "Write a separate scheme for interns." },
      },
    },
  }),
  defineRule({
    id: "INT-31",
    title: { zh: "校企双导师", en: "Two mentors" },
    text: {
      zh: "学校和实习单位分别指定指导教师和专门人员，全过程指导。",
      en: "School and host each appoint an instructor for the whole time.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["start", "roster"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["mentor.school"],
        check: (f) => (f["mentor.school"] ? null : { because: "noTeacher" }),
      }),
      part({
        premises: [ON_POST],
        needs: ["mentor.host"],
        check: (f) => (f["mentor.host"] ? null : { because: "noMentor" }),
      }),
    ],
    fails: {
      noTeacher: {
        message: { zh: "学校未指定指导教师。", en: "The school has not appointed an instructor." },
        fix: { zh: "请学校指定指导教师。", en: "The school appoints one." },
      },
      noMentor: {
        message: { zh: "实习单位未指定企业导师。", en: "The host has not appointed a mentor." },
        fix: { zh: "请实习单位指定企业导师。", en: "The host appoints one." },
      },
    },
  }),
  defineRule({
    id: "INT-32",
    title: { zh: "指导教师巡查并留有记录", en: "The instructor checks and keeps records" },
    text: {
      zh: "实习指导教师定期检查实习情况、及时处理问题并做好记录。",
      en: "The instructor checks regularly, deals with problems and keeps records.",
    },
    severity: "report",
    source: houseRule(INTERNSHIP_RULES, "M"),
    validFrom: IN_FORCE,
    stages: ["week"],
    mentionedBy: ["mentor.lastCheckOn"],
    who: "school",
    thresholds: { mostDaysBetween: 7 },
    parts: (part) => [
      part({
        needs: ["mentor.lastCheckOn"],
        check: (f, t, env) => {
          const days = daysBetween(f["mentor.lastCheckOn"], env.on);
          return days > t.mostDaysBetween
            ? { because: "stale", values: { days, most: t.mostDaysBetween } }
            : null;
        },
      }),
    ],
    fails: {
      stale: {
        message: {
          zh: "距上次巡查已 {{days}} 天（一般不超过 {{most}} 天）。",
          en: "{{days}} days since the last check; usually at most {{most}}.",
        },
        fix: { zh: "请指导教师尽快检查并记录。", en: "Check soon and record it." },
      },
    },
  }),
  defineRule({
    id: "INT-33",
    title: { zh: "外宿须监护人签字并备案", en: "Lodging elsewhere is signed and filed" },
    text: {
      zh: "一般应统一安排住宿；学生自行在外住宿的，须监护人签字同意并报学校备案。",
      en: "Lodging is organised; a student who lodges elsewhere has a guardian's signature and a filing with the school.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "M"),
    validFrom: IN_FORCE,
    stages: ["start", "week"],
    who: "guardian",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST, { needs: ["lodging.type"], holds: (f) => f["lodging.type"] === "outside" }],
        needs: ["lodging.guardianSignedOn", "lodging.filedOn", "placement.start"],
        check: (f) =>
          f["lodging.guardianSignedOn"] > f["placement.start"] || f["lodging.filedOn"] > f["placement.start"]
            ? { because: "late", values: { start: f["placement.start"] } }
            : null,
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "外宿签字或备案晚于实习开始 {{start}}。",
          en: "Signature or filing came after the start {{start}}.",
        },
        fix: {
          zh: "请先完成签字和备案，或安排统一住宿。",
          en: "Sign and file first, or take organised lodging.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-34",
    title: { zh: "岗前培训", en: "Training before the placement" },
    text: { zh: "学生在实习开始前须接受岗前培训。", en: "Students are trained before the placement starts." },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["start"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["training.completedOn", "placement.start"],
        check: (f) =>
          f["training.completedOn"] > f["placement.start"]
            ? { because: "late", values: { done: f["training.completedOn"], start: f["placement.start"] } }
            : null,
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "岗前培训 {{done}} 完成，晚于实习开始 {{start}}。",
          en: "Training ended on {{done}}, after the start {{start}}.",
        },
        fix: { zh: "请先培训后上岗。", en: "Train first, start afterwards." },
      },
    },
  }),
  defineRule({
    id: "INT-35",
    title: { zh: "安全教育考核合格后上岗", en: "Safety test passed before taking the post" },
    text: {
      zh: "学生须接受安全生产教育培训并考核合格后方可上岗，有效期须覆盖实习。",
      en: "Students pass the safety education and test before taking the post, and the pass lasts as long as the placement.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "M"),
    validFrom: IN_FORCE,
    stages: ["start", "week", "roster"],
    who: "host",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["safetyTest.passed"],
        check: (f) => (f["safetyTest.passed"] ? null : { because: "failed" }),
      }),
      part({
        premises: [ON_POST, { needs: [], holds: (f) => f["safetyTest.passed"] !== false }],
        needs: ["safetyTest.passedOn", "placement.start"],
        uses: ["safetyTest.validTo", "placement.end"],
        check: (f) => {
          if (f["safetyTest.passedOn"] > f["placement.start"]) {
            return {
              because: "late",
              values: { passed: f["safetyTest.passedOn"], start: f["placement.start"] },
            };
          }
          const [validTo, end] = [f["safetyTest.validTo"], f["placement.end"]];
          return validTo && end && validTo < end ? { because: "lapses", values: { validTo, end } } : null;
        },
      }),
    ],
    fails: {
      failed: {
        message: { zh: "安全教育考核未合格。", en: "The safety test is not passed." },
        fix: { zh: "请重新培训考核，合格后上岗。", en: "Train and test again before the start." },
      },
      late: {
        message: {
          zh: "安全考核 {{passed}} 才通过，晚于实习开始 {{start}}。",
          en: "Passed on {{passed}}, after the start {{start}}.",
        },
        fix: { zh: "请先考核合格再上岗。", en: "Pass first, start afterwards." },
      },
      lapses: {
        message: {
          zh: "安全考核有效期至 {{validTo}}，早于实习结束 {{end}}。",
          en: "The pass ends on {{validTo}}, before the end {{end}}.",
        },
        fix: { zh: "请在到期前重新考核。", en: "Renew it before it ends." },
      },
    },
  }),
];
