import { daysBetween } from "~/platform/time/clock";
import { FACTS, optionLabel } from "../facts/dictionary";
import { defineRule, type Pack, type Premise } from "../rule";
import { article, houseRule, NEW_APPRENTICESHIP, VOCATIONAL_LAW } from "./sources";

const LAW_IN_FORCE = "2022-05-01";

const APPRENTICESHIP: Premise = {
  needs: ["placement.type"],
  holds: (facts) => facts["placement.type"] === "apprenticeship",
};

const ENTERPRISE_APPRENTICE: Premise = {
  needs: ["apprenticeship.status"],
  holds: (facts) => facts["apprenticeship.status"] === "enterprise",
};

const CLAUSES = Object.keys(
  FACTS["apprenticeship.clauses"].options,
) as (keyof (typeof FACTS)["apprenticeship.clauses"]["options"])[];

const yuan = (fen: number) => (fen / 100).toFixed(2);

/** Apprenticeship: the training agreement, its least clauses, the three statuses, term and pay. */
export const apprenticeshipPack: Pack = {
  id: "apprenticeship-2022",
  title: {
    zh: "学徒培养（职业教育法与企业新型学徒制）",
    en: "Apprenticeship (Vocational Education Law and enterprise apprenticeship)",
  },
  place: null,
  rules: [
    defineRule({
      id: "APP-01",
      title: {
        zh: "联合招收学徒应当签订学徒培养协议",
        en: "Joint apprenticeship needs a training agreement",
      },
      text: {
        zh: "企业与职业学校联合招收学生、以学徒制培养的，应当签订学徒培养协议。",
        en: "An enterprise and a school that enrol apprentices together sign an apprentice training agreement.",
      },
      severity: "block",
      source: article(VOCATIONAL_LAW, 30, "R1"),
      validFrom: LAW_IN_FORCE,
      stages: ["agreement", "start", "roster"],
      who: "host",
      thresholds: {},
      parts: (part) => [
        part({
          premises: [
            APPRENTICESHIP,
            { needs: ["apprenticeship.status"], holds: (f) => f["apprenticeship.status"] !== "enterprise" },
          ],
          needs: ["apprenticeship.agreementSignedOn", "placement.start"],
          check: (f) =>
            f["apprenticeship.agreementSignedOn"] > f["placement.start"]
              ? {
                  because: "late",
                  values: { signed: f["apprenticeship.agreementSignedOn"], start: f["placement.start"] },
                }
              : null,
        }),
      ],
      fails: {
        late: {
          message: {
            zh: "学徒培养协议 {{signed}} 签署，晚于开始 {{start}}。",
            en: "Signed on {{signed}}, after the start {{start}}.",
          },
          fix: { zh: "请先签订学徒培养协议。", en: "Sign the training agreement first." },
        },
      },
    }),
    defineRule({
      id: "APP-02",
      title: { zh: "学徒培养协议最低条款", en: "Least clauses of the training agreement" },
      text: {
        zh: "协议应写明身份、职业与等级、期限与交替、方案、导师、报酬、保险、安全、保密、考核与证书、就业意向、退出和违约责任。",
        en: "Status, occupation and level, period and alternation, plan, mentors, pay, insurance, safety, confidentiality, assessment, employment, exit and breach.",
      },
      severity: "block",
      source: houseRule(VOCATIONAL_LAW, "M"),
      validFrom: LAW_IN_FORCE,
      stages: ["agreement", "start"],
      who: "school",
      thresholds: { clauses: CLAUSES },
      parts: (part) => [
        part({
          premises: [APPRENTICESHIP],
          needs: ["apprenticeship.clauses"],
          check: (f, t) => {
            const absent = t.clauses.filter(
              (clause) => !f["apprenticeship.clauses"].some((present) => present === clause),
            );
            return absent.length > 0
              ? {
                  because: "absent",
                  values: { clauses: absent.map((one) => optionLabel("apprenticeship.clauses", one)) },
                }
              : null;
          },
        }),
      ],
      fails: {
        absent: {
          message: { zh: "培养协议缺少：{{clauses}}。", en: "The agreement lacks: {{clauses}}." },
          fix: { zh: "请补齐条款后再签署。", en: "Add the clauses before signing." },
        },
      },
    }),
    defineRule({
      id: "APP-03",
      title: { zh: "学徒身份与劳动合同一致", en: "Status and labour contract agree" },
      text: {
        zh: "企业学徒须签订一年以上劳动合同；学生学徒不建立劳动关系；联合招收的学徒按协议约定。",
        en: "An enterprise apprentice has a labour contract of at least one year; a student apprentice has none; a jointly enrolled one as agreed.",
      },
      severity: "block",
      source: houseRule(NEW_APPRENTICESHIP, "P35"),
      validFrom: LAW_IN_FORCE,
      stages: ["agreement", "start", "roster"],
      who: "host",
      thresholds: { leastContractMonths: 12 },
      parts: (part) => [
        part({
          premises: [
            APPRENTICESHIP,
            { needs: ["apprenticeship.status"], holds: (f) => f["apprenticeship.status"] !== "joint" },
          ],
          needs: ["apprenticeship.labourContractMonths"],
          check: (f, t) => {
            const months = f["apprenticeship.labourContractMonths"];
            if (f["apprenticeship.status"] === "student")
              return months > 0 ? { because: "employed", values: { months } } : null;
            return months < t.leastContractMonths
              ? { because: "short", values: { months, least: t.leastContractMonths } }
              : null;
          },
        }),
      ],
      fails: {
        employed: {
          message: {
            zh: "学生学徒却签有 {{months}} 个月劳动合同。",
            en: "A student apprentice with a labour contract of {{months}} months.",
          },
          fix: {
            zh: "请改按企业学徒办理，或解除劳动合同。",
            en: "Treat as an enterprise apprentice, or end the contract.",
          },
        },
        short: {
          message: {
            zh: "企业学徒劳动合同 {{months}} 个月，少于 {{least}} 个月。",
            en: "The contract is {{months}} months, less than {{least}}.",
          },
          fix: { zh: "请签订一年以上劳动合同。", en: "Sign a contract of at least one year." },
        },
      },
    }),
    defineRule({
      id: "APP-04",
      title: {
        zh: "企业学徒培养期一至二年，最长三年",
        en: "Enterprise apprenticeship of one to two years, at most three",
      },
      text: {
        zh: "企业新型学徒培养期一般为一至二年，特殊情况可延长至三年。",
        en: "In general one to two years; three at most.",
      },
      severity: "warn",
      source: houseRule(NEW_APPRENTICESHIP, "P36"),
      validFrom: LAW_IN_FORCE,
      stages: ["agreement", "start"],
      who: "host",
      thresholds: { leastDays: 365, usualDays: 731, mostDays: 1096 },
      parts: (part) => [
        part({
          premises: [APPRENTICESHIP, ENTERPRISE_APPRENTICE],
          needs: ["placement.start", "placement.end"],
          check: (f, t) => {
            const days = daysBetween(f["placement.start"], f["placement.end"]) + 1;
            if (days > t.mostDays) return { because: "tooLong", verdict: "block", values: { days } };
            return days < t.leastDays || days > t.usualDays ? { because: "unusual", values: { days } } : null;
          },
        }),
      ],
      fails: {
        tooLong: {
          message: { zh: "培养期 {{days}} 天，超过三年。", en: "{{days}} days: more than three years." },
          fix: { zh: "请缩短到三年以内。", en: "Shorten it to three years." },
        },
        unusual: {
          message: {
            zh: "培养期 {{days}} 天，不在一至二年之间。",
            en: "{{days}} days: not between one and two years.",
          },
          fix: { zh: "请调整期限或写明理由。", en: "Change the term or write down why." },
        },
      },
    }),
    defineRule({
      id: "APP-05",
      title: { zh: "企业学徒工资不低于当地最低工资", en: "Enterprise apprentices earn the minimum wage" },
      text: {
        zh: "企业学徒培养期间的工资不低于当地最低工资标准。",
        en: "An enterprise apprentice is paid at least the local minimum wage.",
      },
      severity: "block",
      source: houseRule(NEW_APPRENTICESHIP, "P36"),
      validFrom: LAW_IN_FORCE,
      stages: ["agreement", "start", "roster"],
      who: "host",
      thresholds: {},
      parts: (part) => [
        part({
          premises: [APPRENTICESHIP, ENTERPRISE_APPRENTICE],
          needs: ["pay.monthlyFen", "region.minimumWageMonthlyFen"],
          check: (f) =>
            f["pay.monthlyFen"] < f["region.minimumWageMonthlyFen"]
              ? {
                  because: "low",
                  values: { pay: yuan(f["pay.monthlyFen"]), least: yuan(f["region.minimumWageMonthlyFen"]) },
                }
              : null,
        }),
      ],
      fails: {
        low: {
          message: {
            zh: "月工资 {{pay}} 元，低于最低工资 {{least}} 元。",
            en: "¥{{pay}} a month is below the minimum wage of ¥{{least}}.",
          },
          fix: { zh: "请提高到最低工资以上。", en: "Raise it to the minimum wage." },
        },
      },
    }),
  ],
};
