import { FACT_KEYS, optionLabel } from "../facts/dictionary";
import { defineRule, type Pack } from "../rule";
import { endOfYears } from "../terms";
import { article, COOPERATION_MEASURES, houseRule, VOCATIONAL_LAW } from "./sources";

const COOPERATION = FACT_KEYS.filter((key) => key.startsWith("cooperation."));

const MEASURES_IN_FORCE = "2018-02-05";
const LAW_IN_FORCE = "2022-05-01";

/** School–enterprise cooperation: a signed agreement, its term and forms, and no fees from students. */
export const cooperationPack: Pack = {
  id: "cooperation-2018",
  title: { zh: "校企合作（促进办法与职业教育法）", en: "School–enterprise cooperation" },
  place: null,
  rules: [
    defineRule({
      id: "COOP-01",
      title: {
        zh: "接收实习学生的合作一般不少于三年",
        en: "Cooperation that takes interns lasts three years",
      },
      text: {
        zh: "合作内容包含接收学生实习的，合作期限一般不少于三年。",
        en: "A cooperation that takes interns has a term of at least three years in general.",
      },
      severity: "warn",
      source: houseRule(COOPERATION_MEASURES, "M"),
      validFrom: MEASURES_IN_FORCE,
      stages: ["cooperation"],
      mentionedBy: COOPERATION,
      who: "school",
      thresholds: { leastYears: 3 },
      parts: (part) => [
        part({
          premises: [
            { needs: ["cooperation.acceptsInterns"], holds: (f) => f["cooperation.acceptsInterns"] === true },
          ],
          needs: ["cooperation.start", "cooperation.end"],
          check: (f, t) => {
            const least = endOfYears(f["cooperation.start"], t.leastYears);
            return f["cooperation.end"] < least
              ? {
                  because: "short",
                  values: {
                    start: f["cooperation.start"],
                    end: f["cooperation.end"],
                    least,
                    years: t.leastYears,
                  },
                }
              : null;
          },
        }),
      ],
      fails: {
        short: {
          message: {
            zh: "合作期 {{start}} 至 {{end}}，不足 {{years}} 年。",
            en: "{{start}} to {{end}} is less than {{years}} years.",
          },
          fix: { zh: "请延长到 {{least}} 或写明理由。", en: "Extend it to {{least}} or write down why not." },
        },
      },
    }),
    defineRule({
      id: "COOP-02",
      title: { zh: "校企合作应当签订协议", en: "Cooperation needs an agreement" },
      text: {
        zh: "开展校企合作应当签订协议，明确各方的权利和义务。",
        en: "Cooperation is set down in an agreement that defines both sides' rights and duties.",
      },
      severity: "block",
      source: article(VOCATIONAL_LAW, 40, "R1"),
      validFrom: LAW_IN_FORCE,
      stages: ["cooperation"],
      mentionedBy: COOPERATION,
      who: "school",
      thresholds: {},
      parts: (part) => [
        part({
          needs: ["cooperation.signed"],
          check: (f) => (f["cooperation.signed"] ? null : { because: "unsigned" }),
        }),
        part({
          needs: ["cooperation.rightsAndDuties"],
          check: (f) => (f["cooperation.rightsAndDuties"] ? null : { because: "vague" }),
        }),
      ],
      fails: {
        unsigned: {
          message: { zh: "尚未签订校企合作协议。", en: "There is no signed agreement." },
          fix: { zh: "请先签订书面协议。", en: "Sign one first." },
        },
        vague: {
          message: {
            zh: "协议没有明确各方权利义务。",
            en: "The agreement does not define rights and duties.",
          },
          fix: {
            zh: "请写明双方各自承诺的数量、时间和责任人。",
            en: "State what each side promises, by when and by whom.",
          },
        },
      },
    }),
    defineRule({
      id: "COOP-03",
      title: { zh: "合作形式属于七种之一", en: "One of the seven forms" },
      text: {
        zh: "协议应指明合作形式；只选“其他方式”的须写明内容。",
        en: 'The agreement names its forms; "other" alone needs an explanation.',
      },
      severity: "warn",
      source: houseRule(COOPERATION_MEASURES, "P25"),
      validFrom: MEASURES_IN_FORCE,
      stages: ["cooperation"],
      mentionedBy: COOPERATION,
      who: "school",
      thresholds: {},
      parts: (part) => [
        part({
          needs: ["cooperation.forms"],
          check: (f) =>
            f["cooperation.forms"].some((form) => form !== "other") ? null : { because: "unnamed" },
        }),
      ],
      fails: {
        unnamed: {
          message: { zh: "协议没有指明合作形式。", en: "The agreement names no form of cooperation." },
          fix: { zh: "请选定合作形式或写明内容。", en: "Choose the forms or describe them." },
        },
      },
    }),
    defineRule({
      id: "FEE-01",
      title: { zh: "不得以实习名义违法收费", en: "No unlawful fees in the name of placements" },
      text: {
        zh: "不得以介绍工作、安排实习实训等名义违反规定收取费用。",
        en: "No fees are taken in the name of introducing work or arranging practice.",
      },
      severity: "block",
      source: article(VOCATIONAL_LAW, 42, "R1"),
      validFrom: LAW_IN_FORCE,
      stages: ["listing", "agreement", "start", "roster"],
      who: "school",
      thresholds: {},
      parts: (part) => [
        part({
          needs: ["fees"],
          check: (f) =>
            f.fees.length > 0
              ? { because: "fee", values: { fees: f.fees.map((fee) => optionLabel("fees", fee)) } }
              : null,
        }),
      ],
      fails: {
        fee: {
          message: {
            zh: "以实习名义收取：{{fees}}。",
            en: "Charged in the name of the placement: {{fees}}.",
          },
          fix: { zh: "请停止收费并退还。", en: "Stop charging and return the money." },
        },
      },
    }),
  ],
};
