import { ageOn } from "~/platform/time/clock";
import { optionLabel } from "../../facts/dictionary";
import { HAZARDS_FOR_MINORS, HAZARDS_FOR_WOMEN } from "../../hazards";
import { defineRule, type Rule } from "../../rule";
import { article, houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, MINOR_AT_START, ON_POST } from "./premises";

const hazardLabels = (codes: readonly string[]) => codes.map((code) => optionLabel("post.hazardCodes", code));

/** The day somebody turns an age; born on 29 February, the first of March in common years. */
const birthdayAt = (birthDate: string, age: number): string => {
  const year = Number(birthDate.slice(0, 4)) + age;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return birthDate.endsWith("-02-29") && !leap ? `${year}-03-01` : `${year}${birthDate.slice(4)}`;
};

/** INT-12, INT-17…20 and INT-43: who the student is, and who consented. */
export const personRules: readonly Rule[] = [
  defineRule({
    id: "INT-12",
    title: { zh: "学生和监护人签署知情同意书", en: "Informed consent of student and guardian" },
    text: {
      zh: "岗位实习须取得学生及其法定监护人（家长）签字的知情同意书，不论学生是否成年；不同意的，可自行选择符合条件的单位。",
      en: "Every internship on a post needs the signed informed consent of the student and of a legal guardian or parent, of age or not. Who refuses may choose another qualified host.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P5"),
    validFrom: IN_FORCE,
    stages: ["start"],
    who: "guardian",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["consent.student", "consent.guardian", "placement.start"],
        check: (f) =>
          f["consent.student"] > f["placement.start"] || f["consent.guardian"] > f["placement.start"]
            ? { because: "late", values: { start: f["placement.start"] } }
            : null,
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "知情同意书签署晚于实习开始 {{start}}。",
          en: "Consent was signed after the start {{start}}.",
        },
        fix: { zh: "须在上岗前由学生和监护人签署。", en: "Student and guardian sign before the start." },
      },
    },
  }),
  defineRule({
    id: "INT-17",
    title: { zh: "一年级学生不得参加岗位实习", en: "No first-year students on a post" },
    text: {
      zh: "不得安排、接收一年级在校学生进行岗位实习。",
      en: "First-year students are not placed on a post.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 16, "P2", 1),
    validFrom: IN_FORCE,
    stages: ["application", "agreement", "start", "roster"],
    who: "school",
    thresholds: { lowestYear: 2 },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["student.gradeYear"],
        check: (f, t) =>
          f["student.gradeYear"] < t.lowestYear
            ? { because: "tooEarly", values: { year: f["student.gradeYear"] } }
            : null,
      }),
    ],
    fails: {
      tooEarly: {
        message: { zh: "学生为 {{year}} 年级。", en: "The student is in year {{year}}." },
        fix: {
          zh: "可改为认识实习，或升入二年级后再安排。",
          en: "Arrange an observation, or wait for the second year.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-18",
    title: { zh: "未满十六周岁不得参加岗位实习", en: "Nobody under sixteen" },
    text: {
      zh: "不得安排、接收未满十六周岁的学生进行岗位实习；按实习每一天的周岁计算。",
      en: "No student under sixteen is placed on a post, counted on every day of it.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 16, "P2", 2),
    validFrom: IN_FORCE,
    stages: ["application", "agreement", "start", "roster"],
    who: "school",
    thresholds: { lowestAge: 16 },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["student.birthDate", "placement.start"],
        check: (f, t) => {
          const age = ageOn(f["student.birthDate"], f["placement.start"]);
          if (age >= t.lowestAge) return null;
          return {
            because: "tooYoung",
            values: {
              age,
              start: f["placement.start"],
              from: birthdayAt(f["student.birthDate"], t.lowestAge),
              lowest: t.lowestAge,
            },
          };
        },
      }),
    ],
    fails: {
      tooYoung: {
        message: {
          zh: "实习开始日 {{start}} 学生只有 {{age}} 周岁。",
          en: "On the first day, {{start}}, the student is {{age}}.",
        },
        fix: {
          zh: "{{from}} 起年满 {{lowest}} 周岁，开始日期不得早于这一天。",
          en: "The student turns {{lowest}} on {{from}}; start no earlier.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-19",
    title: { zh: "未成年学生不得从事禁忌劳动", en: "Work closed to minors" },
    text: {
      zh: "未满十八周岁的学生，不得安排《未成年工特殊保护规定》第三条所列十七类劳动，按实习每一天的周岁计算。",
      en: "A student under eighteen on any day does none of the seventeen classes of work closed to under-age workers.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 16, "P2", 3),
    validFrom: IN_FORCE,
    stages: ["application", "agreement", "start", "roster"],
    who: "host",
    thresholds: { adultAge: 18, closed: HAZARDS_FOR_MINORS },
    parts: (part) => [
      part({
        premises: [MINOR_AT_START],
        needs: ["post.hazardCodes", "student.birthDate"],
        check: (f, t) => {
          const found = f["post.hazardCodes"].filter((code) => t.closed.includes(code));
          if (found.length === 0) return null;
          return {
            because: "hazard",
            values: { hazards: hazardLabels(found), until: birthdayAt(f["student.birthDate"], t.adultAge) },
          };
        },
      }),
    ],
    fails: {
      hazard: {
        message: {
          zh: "学生 {{until}} 才满十八周岁，岗位涉及：{{hazards}}。",
          en: "The student turns eighteen on {{until}}; the post involves: {{hazards}}.",
        },
        fix: {
          zh: "请更换岗位，或在年满十八周岁后再安排。",
          en: "Choose another post, or start after the birthday.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-20",
    title: { zh: "女学生不得从事禁忌劳动", en: "Work closed to women" },
    text: {
      zh: "女学生不得安排《女职工劳动保护特别规定》附录所列禁忌从事的劳动。经期、孕期、哺乳期的限制由实习单位自行遵守，平台不收集相关信息。",
      en: "Female students do none of the work closed to women by the appendix of the women's labour-protection rules. Limits for particular periods are the host's to keep; no such data is collected.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 16, "P2", 4),
    validFrom: IN_FORCE,
    stages: ["application", "agreement", "start", "roster"],
    who: "host",
    thresholds: { closed: HAZARDS_FOR_WOMEN },
    parts: (part) => [
      part({
        premises: [{ needs: ["student.sex"], holds: (f) => f["student.sex"] === "female" }],
        needs: ["post.hazardCodes"],
        check: (f, t) => {
          const found = f["post.hazardCodes"].filter((code) => t.closed.includes(code));
          return found.length > 0 ? { because: "hazard", values: { hazards: hazardLabels(found) } } : null;
        },
      }),
    ],
    fails: {
      hazard: {
        message: { zh: "岗位涉及：{{hazards}}。", en: "The post involves: {{hazards}}." },
        fix: { zh: "请更换不涉及该作业的岗位。", en: "Choose a post without this work." },
      },
    },
  }),
  defineRule({
    id: "INT-43",
    title: { zh: "使用未满十六周岁人员按童工线索移交", en: "Under sixteen is referred as child labour" },
    text: {
      zh: "已在岗而未满十六周岁的，作为使用童工线索报人力资源社会保障部门。",
      en: "Somebody at work before sixteen is reported to the labour authority as suspected child labour.",
    },
    severity: "report",
    source: houseRule(INTERNSHIP_RULES, "P22"),
    validFrom: IN_FORCE,
    stages: ["week", "roster"],
    who: "authority",
    thresholds: { lowestAge: 16 },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["student.birthDate", "placement.start"],
        check: (f, t, env) => {
          const at = env.on > f["placement.start"] ? env.on : f["placement.start"];
          const age = ageOn(f["student.birthDate"], at);
          return age < t.lowestAge ? { because: "child", values: { age } } : null;
        },
      }),
    ],
    fails: {
      child: {
        message: { zh: "在岗学生只有 {{age}} 周岁。", en: "A student at work is {{age}}." },
        fix: {
          zh: "立即停止实习，并由主管部门移交人社部门处理。",
          en: "Stop at once; the authority refers it to the labour authority.",
        },
      },
    },
  }),
];
