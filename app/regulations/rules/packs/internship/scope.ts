import { ageOn } from "~/platform/time/clock";
import { hasRegistrationCheckDigit } from "../../registration";
import { defineRule, type Rule } from "../../rule";
import { article, HOUSE, houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, OBSERVATION } from "./premises";

/** INT-01…04 and the plausibility of dates: who and what the rules are about. */
export const scopeRules: readonly Rule[] = [
  defineRule({
    id: "INT-00",
    title: { zh: "事实前后一致", en: "Facts agree with each other" },
    text: {
      zh: "结束日期不早于开始日期；出生日期早于实习开始日期。",
      en: "The placement ends on or after its start, and the student was born before it.",
    },
    severity: "block",
    source: houseRule(HOUSE, "D"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "application", "start", "roster"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["placement.start", "placement.end"],
        check: (f) =>
          f["placement.end"] < f["placement.start"]
            ? { because: "reversed", values: { start: f["placement.start"], end: f["placement.end"] } }
            : null,
      }),
      part({
        uses: ["student.birthDate", "placement.start"],
        check: (f) => {
          const [birth, start] = [f["student.birthDate"], f["placement.start"]];
          return birth && start && ageOn(birth, start) < 0
            ? { because: "unborn", values: { birth, start } }
            : null;
        },
      }),
    ],
    fails: {
      reversed: {
        message: {
          zh: "结束日期 {{end}} 早于开始日期 {{start}}。",
          en: "The end {{end}} is before the start {{start}}.",
        },
        fix: { zh: "请更正实习起止日期。", en: "Correct the dates of the placement." },
      },
      unborn: {
        message: {
          zh: "出生日期 {{birth}} 晚于实习开始 {{start}}。",
          en: "Born on {{birth}}, after the start {{start}}.",
        },
        fix: { zh: "请核对出生日期。", en: "Check the date of birth." },
      },
    },
  }),
  defineRule({
    id: "INT-01",
    title: { zh: "适用对象", en: "Whom the rules cover" },
    text: {
      zh: "实习学生应为中职、高职专科或高职本科全日制在校生，由学校安排，或经学校批准自行选择单位。",
      en: "Full-time students of secondary, associate or bachelor vocational schools, placed by the school or, with its approval, by themselves.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 2, "P1"),
    validFrom: IN_FORCE,
    stages: ["application", "start"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["student.schoolLevel", "student.studyMode"],
        check: (f) =>
          f["student.schoolLevel"] === "other" || f["student.studyMode"] !== "full_time"
            ? { because: "outside" }
            : null,
      }),
      part({
        premises: [{ needs: ["placement.origin"], holds: (f) => f["placement.origin"] === "self_found" }],
        needs: ["placement.schoolApproved"],
        check: (f) => (f["placement.schoolApproved"] ? null : { because: "unapproved" }),
      }),
    ],
    fails: {
      outside: {
        message: {
          zh: "学生不是职业学校全日制学历教育在校生。",
          en: "The student is not in full-time vocational education.",
        },
        fix: {
          zh: "请核对学籍；非全日制人员不按学生实习安排。",
          en: "Check the enrolment; others cannot be placed as interns.",
        },
      },
      unapproved: {
        message: {
          zh: "学生自行选择的单位未经学校批准。",
          en: "The school has not approved the host the student found.",
        },
        fix: {
          zh: "请学校先审核该单位并作出批准。",
          en: "Have the school review and approve the host first.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-02",
    title: { zh: "实习只分认识实习和岗位实习", en: "Two kinds of internship only" },
    text: {
      zh: "实习分为认识实习和岗位实习；学徒岗位按学徒培养协议管理。不得以社会实践、教学实践等名义另行安排。",
      en: "Observation or internship on a post; apprenticeships run under their own agreement. No other name may be used.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 2, "P1"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "application", "start"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["placement.type"],
        check: (f) => (f["placement.type"] === "other" ? { because: "renamed" } : null),
      }),
    ],
    fails: {
      renamed: {
        message: { zh: "以其他名义安排学生到岗工作。", en: "Students work on a post under another name." },
        fix: {
          zh: "请按岗位实习办理全部手续。",
          en: "Run it as an internship on a post, with everything that requires.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-03",
    title: { zh: "实习单位须依法登记", en: "The host is registered" },
    text: {
      zh: "校内或园区实训基地、厂中校、校中厂等，取得法人或非法人组织登记的方可作为实习单位。",
      en: "A base, plant school or simulation centre may be a host only when registered as a legal person or organisation.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 2, "P1"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start"],
    who: "host",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["host.registrationNo"],
        check: (f) =>
          hasRegistrationCheckDigit(f["host.registrationNo"])
            ? null
            : { because: "invalid", values: { code: f["host.registrationNo"] } },
      }),
    ],
    fails: {
      invalid: {
        message: {
          zh: "统一社会信用代码 {{code}} 校验不通过。",
          en: "The credit code {{code}} fails its check digit.",
        },
        fix: {
          zh: "请按登记证照核对十八位代码。",
          en: "Check the eighteen characters against the certificate.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-04",
    title: { zh: "认识实习由学校组织", en: "Observation is organised by the school" },
    text: {
      zh: "认识实习由学校统一安排，学生不得自行选择。",
      en: "Observation is arranged by the school; students do not choose a host themselves.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P9"),
    validFrom: IN_FORCE,
    stages: ["application", "start"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [OBSERVATION],
        needs: ["placement.origin"],
        check: (f) => (f["placement.origin"] === "self_found" ? { because: "selfFound" } : null),
      }),
    ],
    fails: {
      selfFound: {
        message: { zh: "认识实习由学生自行选择。", en: "The student found the observation host alone." },
        fix: { zh: "请改由学校组织安排。", en: "Have the school arrange it." },
      },
    },
  }),
];
