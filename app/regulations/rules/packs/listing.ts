import { FACT_KEYS, optionLabel } from "../facts/dictionary";
import { HAZARDS_FOR_MINORS } from "../hazards";
import { defineRule, type Pack, type Rule } from "../rule";
import { HOUSE, houseRule } from "./sources";

const VALID_FROM = "2021-12-31";

const yuan = (fen: number) => (fen / 100).toFixed(2);

const DATA = {
  source: houseRule(HOUSE, "D"),
  validFrom: VALID_FROM,
  stages: ["listing"],
  mentionedBy: FACT_KEYS.filter((key) => key.startsWith("listing.")),
  who: "host",
} as const;

/** What the house asks of a listing before it is published. */
const listingRules: readonly Rule[] = [
  defineRule({
    ...DATA,
    id: "LST-01",
    title: { zh: "发布信息完整", en: "The listing is complete" },
    text: {
      zh: "标题、岗位数、面向专业和工作地点齐全。",
      en: "Title, seats, majors and workplace are given.",
    },
    severity: "block",
    thresholds: { fewestCharacters: 4 },
    parts: (part) => [
      part({
        needs: ["listing.title", "listing.seats", "post.majorCodes", "listing.workplaceCode"],
        check: (f, t) => {
          if (f["listing.title"].trim().length < t.fewestCharacters)
            return { because: "title", values: { least: t.fewestCharacters } };
          if (f["listing.seats"] < 1) return { because: "seats" };
          return f["post.majorCodes"].length === 0 ? { because: "majors" } : null;
        },
      }),
    ],
    fails: {
      title: {
        message: {
          zh: "标题过短（至少 {{least}} 个字）。",
          en: "The title is too short; at least {{least}} characters.",
        },
        fix: { zh: "请写清岗位和人数。", en: "Say the post and how many." },
      },
      seats: {
        message: { zh: "岗位数为零。", en: "There are no seats." },
        fix: { zh: "请填写至少一个岗位。", en: "Offer at least one." },
      },
      majors: {
        message: { zh: "没有填写面向专业。", en: "No majors are named." },
        fix: { zh: "请从专业目录中选择。", en: "Choose from the catalogue." },
      },
    },
  }),
  defineRule({
    ...DATA,
    id: "LST-02",
    title: { zh: "发布日期合理", en: "The dates make sense" },
    text: {
      zh: "报名截止不早于发布日，也不晚于实习开始；实习尚未结束。",
      en: "Applications close on or after the day of publication and no later than the start; the placement is not over.",
    },
    severity: "block",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["listing.applyBy", "placement.start"],
        check: (f, _t, env) => {
          if (f["listing.applyBy"] > f["placement.start"])
            return {
              because: "afterStart",
              values: { by: f["listing.applyBy"], start: f["placement.start"] },
            };
          return f["listing.applyBy"] < env.on
            ? { because: "past", values: { by: f["listing.applyBy"] } }
            : null;
        },
      }),
    ],
    fails: {
      afterStart: {
        message: {
          zh: "报名截止 {{by}} 晚于实习开始 {{start}}。",
          en: "Applications close on {{by}}, after the start {{start}}.",
        },
        fix: { zh: "请提前报名截止日期。", en: "Close applications earlier." },
      },
      past: {
        message: { zh: "报名截止 {{by}} 已过。", en: "Applications closed on {{by}}." },
        fix: { zh: "请更新报名截止日期。", en: "Set a later date." },
      },
    },
  }),
  defineRule({
    ...DATA,
    id: "LST-03",
    title: { zh: "写明报酬", en: "The pay is stated" },
    text: {
      zh: "岗位实习和学徒岗位须写明月报酬，且不为零。",
      en: "Internships and apprenticeships state a monthly pay above zero.",
    },
    severity: "block",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [{ needs: ["placement.type"], holds: (f) => f["placement.type"] !== "observation" }],
        needs: ["pay.monthlyFen"],
        check: (f) => (f["pay.monthlyFen"] === 0 ? { because: "unpaid", values: { yuan: yuan(0) } } : null),
      }),
    ],
    fails: {
      unpaid: {
        message: { zh: "月报酬为 {{yuan}} 元。", en: "The pay is ¥{{yuan}} a month." },
        fix: { zh: "请写明实习报酬。", en: "State the pay." },
      },
    },
  }),
  defineRule({
    ...DATA,
    id: "LST-04",
    title: { zh: "面向未成年学生的岗位无禁忌作业", en: "Posts open to minors are free of closed work" },
    text: {
      zh: "接收未满十八周岁学生的岗位，不得涉及未成年人禁忌从事的劳动。",
      en: "A post open to students under eighteen involves none of the work closed to them.",
    },
    severity: "block",
    thresholds: { closed: HAZARDS_FOR_MINORS },
    parts: (part) => [
      part({
        premises: [{ needs: ["listing.acceptsMinors"], holds: (f) => f["listing.acceptsMinors"] === true }],
        needs: ["post.hazardCodes"],
        check: (f, t) => {
          const found = f["post.hazardCodes"].filter((code) => t.closed.includes(code));
          return found.length > 0
            ? {
                because: "hazard",
                values: { hazards: found.map((code) => optionLabel("post.hazardCodes", code)) },
              }
            : null;
        },
      }),
    ],
    fails: {
      hazard: {
        message: {
          zh: "岗位接收未成年学生，却涉及：{{hazards}}。",
          en: "Open to minors, yet it involves: {{hazards}}.",
        },
        fix: {
          zh: "请改为仅接收成年学生，或更换岗位内容。",
          en: "Open it to adults only, or change the work.",
        },
      },
    },
  }),
  defineRule({
    ...DATA,
    id: "LST-05",
    title: { zh: "不限定性别", en: "Open to all sexes" },
    text: {
      zh: "除女职工禁忌从事的劳动外，岗位不得限定性别；确需限定的须写明理由。",
      en: "A post is not restricted by sex except for work closed to women; otherwise a reason is written down.",
    },
    severity: "warn",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["listing.sexRestricted"],
        check: (f) => (f["listing.sexRestricted"] ? { because: "restricted" } : null),
      }),
    ],
    fails: {
      restricted: {
        message: { zh: "岗位限定了性别。", en: "The post is restricted by sex." },
        fix: { zh: "请取消限定，或写明理由。", en: "Drop the restriction or write down why." },
      },
    },
  }),
];

export const listingPack: Pack = {
  id: "listing-house",
  title: { zh: "发布前检查（平台规则）", en: "Checks before publishing (house)" },
  place: null,
  rules: listingRules,
};
