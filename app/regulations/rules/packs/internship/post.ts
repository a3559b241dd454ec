import { majorCategory } from "../../majors";
import { defineRule, type Rule } from "../../rule";
import { houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, ON_POST } from "./premises";

/** INT-08…11: a post that teaches, matches the major and serves nobody's profit. */
export const postRules: readonly Rule[] = [
  defineRule({
    id: "INT-08",
    title: { zh: "岗位与专业对口或相近", en: "The post matches the major" },
    text: {
      zh: "实习岗位应与所学专业对口或相近，原则上不得跨专业大类；确需跨大类的，学校须写明理由。",
      en: "The post matches or is close to the major. Crossing the category is not allowed in principle; a school that must do so writes down why.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P6"),
    validFrom: IN_FORCE,
    stages: ["application", "start", "roster"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["major.code", "post.majorCodes"],
        uses: ["post.crossCategoryReason"],
        check: (f) => {
          const category = majorCategory(f["major.code"]);
          if (category === null || f["post.majorCodes"].length === 0)
            return { because: "unknown", verdict: "missing" };
          if (f["post.majorCodes"].some((code) => majorCategory(code) === category)) return null;
          const values = { major: f["major.code"], post: f["post.majorCodes"].join("、") };
          return f["post.crossCategoryReason"]
            ? {
                because: "explained",
                verdict: "warn",
                values: { ...values, reason: f["post.crossCategoryReason"] },
              }
            : { because: "crossed", values };
        },
      }),
    ],
    fails: {
      unknown: {
        message: {
          zh: "专业代码或岗位面向专业不完整，无法判断是否跨大类。",
          en: "The major or the post's majors are not complete enough to compare.",
        },
        fix: { zh: "请按专业目录补全代码。", en: "Complete the codes from the catalogue." },
      },
      crossed: {
        message: {
          zh: "专业 {{major}} 与岗位面向的 {{post}} 不在同一专业大类。",
          en: "Major {{major}} and the post's {{post}} are in different categories.",
        },
        fix: {
          zh: "请换对口岗位；确需安排的，由学校写明理由。",
          en: "Choose a matching post, or have the school write down why it must be this one.",
        },
      },
      explained: {
        message: {
          zh: "专业 {{major}} 跨大类安排到面向 {{post}} 的岗位，理由：{{reason}}。",
          en: "Major {{major}} crosses to a post for {{post}}; reason: {{reason}}.",
        },
        fix: { zh: "请主管部门知悉该理由。", en: "Keep the reason for the authority." },
      },
    },
  }),
  defineRule({
    id: "INT-09",
    title: { zh: "覆盖典型工作任务，不得仅安排简单重复劳动", en: "Typical tasks, not mere repetition" },
    text: {
      zh: "实习内容应基本覆盖岗位（群）的典型工作任务，不得仅安排学生从事简单重复劳动。",
      en: "The placement covers the post's typical tasks and is not only simple repetitive labour.",
    },
    severity: "warn",
    source: houseRule(INTERNSHIP_RULES, "P5"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start"],
    who: "host",
    thresholds: { fewestTasks: 2 },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["post.tasks"],
        check: (f, t) => {
          const tasks = new Set(f["post.tasks"].map((task) => task.trim()).filter(Boolean)).size;
          return tasks < t.fewestTasks
            ? { because: "single", values: { tasks, least: t.fewestTasks } }
            : null;
        },
      }),
    ],
    fails: {
      single: {
        message: {
          zh: "岗位任务只有 {{tasks}} 项（至少 {{least}} 项）。",
          en: "The post has {{tasks}} task(s); at least {{least}} are expected.",
        },
        fix: {
          zh: "请补充典型任务或安排轮岗，并说明理由。",
          en: "Add typical tasks or a rotation, or write down why not.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-10",
    title: { zh: "严禁以营利为目的违规组织实习", en: "No placements for profit" },
    text: {
      zh: "任何一方不得因组织学生实习收取返利、差价或人头费。",
      en: "Nobody earns a rebate, margin or head fee from organising students' placements.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P5"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "roster"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["organizing.rebateFen"],
        check: (f) =>
          f["organizing.rebateFen"] > 0
            ? { because: "profit", values: { yuan: (f["organizing.rebateFen"] / 100).toFixed(2) } }
            : null,
      }),
    ],
    fails: {
      profit: {
        message: {
          zh: "存在按人头返利 {{yuan}} 元。",
          en: "A rebate of ¥{{yuan}} is paid for the students.",
        },
        fix: {
          zh: "请取消返利并退回款项，不得安排该实习。",
          en: "Cancel and return it; the placement cannot go ahead with it.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-11",
    title: { zh: "不得干预实习方案或强制指定单位", en: "No interference, no forced host" },
    text: {
      zh: "任何单位或部门不得干预学校正常安排实习，不得强制安排学生到指定单位。",
      en: "Nobody interferes with the school's plan or forces students upon a particular host.",
    },
    severity: "report",
    source: houseRule(INTERNSHIP_RULES, "P6"),
    validFrom: IN_FORCE,
    stages: ["week", "roster"],
    mentionedBy: ["complaint.interference"],
    who: "authority",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["complaint.interference"],
        check: (f) => (f["complaint.interference"] ? { because: "reported" } : null),
      }),
    ],
    fails: {
      reported: {
        message: {
          zh: "有人反映实习安排受到干预或被强制指定单位。",
          en: "Somebody reports interference or a forced host.",
        },
        fix: { zh: "请主管部门核查并答复。", en: "The authority looks into it and answers." },
      },
    },
  }),
];
