import { optionLabel } from "../../facts/dictionary";
import { defineRule, type Rule } from "../../rule";
import { AGENCY_INDUSTRIES, CLOSED_VENUES, DOUBTFUL_VENUES, judgeVenue } from "../../venues";
import { article, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE } from "./premises";

/** INT-21…23: places, go-betweens and labour that are closed to every intern. */
export const closedPostRules: readonly Rule[] = [
  defineRule({
    id: "INT-21",
    title: { zh: "不得到营业性娱乐场所实习", en: "No entertainment venues" },
    text: {
      zh: "不得安排学生到酒吧、夜总会、歌厅、洗浴中心、电子游戏厅、网吧等营业性娱乐场所实习。",
      en: "No placement at bars, nightclubs, karaoke, bathhouses, game arcades, internet cafés or similar venues.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 16, "P2", 5),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "roster"],
    who: "school",
    thresholds: { closed: CLOSED_VENUES, doubtful: DOUBTFUL_VENUES },
    parts: (part) => [
      part({
        uses: ["host.venueTags"],
        check: (f) => {
          const tags = f["host.venueTags"] ?? [];
          return tags.length > 0
            ? { because: "venue", values: { venues: tags.map((tag) => optionLabel("host.venueTags", tag)) } }
            : null;
        },
      }),
      part({
        needs: ["host.industryCode"],
        check: (f, t) => {
          const code = f["host.industryCode"];
          const judged = judgeVenue(code, t.closed, t.doubtful);
          if (judged === "open") return null;
          if (judged === "closed") return { because: "industry", values: { code } };
          if (judged === "doubtful") return { because: "doubtful", verdict: "warn", values: { code } };
          return { because: "coarse", verdict: "missing", values: { code } };
        },
      }),
    ],
    fails: {
      venue: {
        message: { zh: "实习场所属于{{venues}}。", en: "The workplace is a {{venues}}." },
        fix: { zh: "请另选实习单位。", en: "Choose another host." },
      },
      industry: {
        message: {
          zh: "行业代码 {{code}} 属于营业性娱乐场所。",
          en: "Industry {{code}} is a commercial entertainment venue.",
        },
        fix: { zh: "请另选实习单位。", en: "Choose another host." },
      },
      doubtful: {
        message: {
          zh: "行业代码 {{code}} 接近营业性娱乐场所，需核实。",
          en: "Industry {{code}} is close to an entertainment venue.",
        },
        fix: {
          zh: "请实地核实场所性质并写明理由。",
          en: "Look at the place and write down why it is suitable.",
        },
      },
      coarse: {
        message: {
          zh: "行业代码 {{code}} 不够细，无法判断是否娱乐场所。",
          en: "Industry {{code}} is too coarse to judge the venue.",
        },
        fix: { zh: "请填写四位行业小类代码。", en: "Give the four-digit industry class." },
      },
    },
  }),
  defineRule({
    id: "INT-22",
    title: { zh: "不得通过中介或有偿代理", en: "No agencies" },
    text: {
      zh: "不得通过中介机构或有偿代理组织、安排和管理学生实习。",
      en: "No agency or paid agent organises, arranges or manages placements.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 16, "P2", 6),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "roster"],
    who: "school",
    thresholds: { agencies: AGENCY_INDUSTRIES },
    parts: (part) => [
      part({ needs: ["agent.involved"], check: (f) => (f["agent.involved"] ? { because: "agent" } : null) }),
      part({
        uses: ["host.industryCode"],
        check: (f, t) => {
          const code = f["host.industryCode"];
          return code && t.agencies.some((prefix) => code.startsWith(prefix))
            ? { because: "agencyHost", verdict: "warn", values: { code } }
            : null;
        },
      }),
    ],
    fails: {
      agent: {
        message: {
          zh: "实习由中介机构或有偿代理参与组织、安排或管理。",
          en: "An agency or paid agent takes part.",
        },
        fix: {
          zh: "请由学校与实习单位直接签约和管理。",
          en: "School and host deal with each other directly.",
        },
      },
      agencyHost: {
        message: {
          zh: "实习单位行业 {{code}} 为职业中介或劳务派遣。",
          en: "The host's industry {{code}} is placement or labour dispatch.",
        },
        fix: {
          zh: "请书面说明学生在该单位本部工作，不派往第三方。",
          en: "State in writing that students work for the host itself, not for a third party.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-23",
    title: { zh: "不得从事Ⅲ级强度及以上体力劳动", en: "No physical labour of level III or above" },
    text: {
      zh: "不得安排学生从事Ⅲ级强度及以上体力劳动或其他有害身心健康的实习。",
      en: "No physical labour of level III or above, nor other harmful work.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 16, "P2", 7),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "roster"],
    who: "host",
    thresholds: { closedFrom: 3 },
    parts: (part) => [
      part({
        needs: ["post.labourIntensity"],
        check: (f, t) =>
          f["post.labourIntensity"] >= t.closedFrom
            ? { because: "heavy", values: { level: f["post.labourIntensity"] } }
            : null,
      }),
    ],
    fails: {
      heavy: {
        message: {
          zh: "岗位体力劳动强度为 {{level}} 级。",
          en: "The post's physical labour is level {{level}}.",
        },
        fix: { zh: "请换强度低于Ⅲ级的岗位。", en: "Choose a post below level III." },
      },
    },
  }),
];
