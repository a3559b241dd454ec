import { optionLabel } from "../../facts/dictionary";
import { defineRule, type Premise, type Rule } from "../../rule";
import { article, houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, ON_POST } from "./premises";

const yuan = (fen: number) => (fen / 100).toFixed(2);

const BP = 10_000;

/** The pay line is for those who work relatively independently; unsaid, the student is taken to. */
const INDEPENDENT: Premise = { needs: [], holds: (facts) => facts["post.independentWork"] !== false };

/** INT-26…29: what the student earns, how it is paid, and what nobody may take. */
export const payRules: readonly Rule[] = [
  defineRule({
    id: "INT-26",
    title: {
      zh: "报酬原则上不低于相同岗位的 80% 或最低档工资",
      en: "Pay at 80% of the same post or the lowest tier",
    },
    text: {
      zh: "相对独立参与实际工作的学生，报酬原则上不低于本单位相同岗位工资标准的 80% 或最低档工资标准；达不到的须写明理由。",
      en: "A student who works relatively independently is in principle paid no less than 80% of the same post's wage or the lowest wage tier; less needs a written reason.",
    },
    severity: "warn",
    source: article(INTERNSHIP_RULES, 18, "P3"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "roster"],
    who: "host",
    thresholds: { samePostShareBp: 8000 },
    parts: (part) => [
      part({
        premises: [ON_POST, INDEPENDENT],
        needs: ["pay.monthlyFen"],
        oneOf: ["pay.samePostMonthlyFen", "pay.lowestTierMonthlyFen"],
        uses: ["post.independentWork"],
        check: (f, t) => {
          const [pay, same, lowest] = [
            f["pay.monthlyFen"],
            f["pay.samePostMonthlyFen"],
            f["pay.lowestTierMonthlyFen"],
          ];
          if (same !== undefined && pay * BP >= same * t.samePostShareBp) return null;
          if (lowest !== undefined && pay >= lowest) return null;
          if (same === undefined || lowest === undefined)
            return { because: "halfKnown", verdict: "missing", values: { pay: yuan(pay) } };
          const line = Math.min(Math.ceil((same * t.samePostShareBp) / BP), lowest);
          return {
            because: "low",
            values: { pay: yuan(pay), line: yuan(line), same: yuan(same), lowest: yuan(lowest) },
          };
        },
      }),
    ],
    fails: {
      low: {
        message: {
          zh: "月报酬 {{pay}} 元，低于参照线 {{line}} 元（相同岗位 {{same}} 元、最低档 {{lowest}} 元）。",
          en: "¥{{pay}} a month is below ¥{{line}} (same post ¥{{same}}, lowest tier ¥{{lowest}}).",
        },
        fix: {
          zh: "请提高到 {{line}} 元以上，或写明理由。",
          en: "Raise it to ¥{{line}} or write down why not.",
        },
      },
      halfKnown: {
        message: {
          zh: "月报酬 {{pay}} 元低于已知的一条参照线，另一条未知。",
          en: "¥{{pay}} a month is below the one line that is known; the other is not.",
        },
        fix: {
          zh: "请补充相同岗位工资标准和最低档工资标准。",
          en: "Give both the same-post wage and the lowest tier.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-27",
    title: { zh: "报酬以货币按月直接支付给学生", en: "Paid in money, monthly, to the student" },
    text: {
      zh: "实习报酬以货币形式及时足额、直接支付给学生，支付周期不超过一个月，不得以实物或代金券代替，不得经第三方转发。",
      en: "Pay is in money, in full and directly to the student, at least monthly; never goods or vouchers, never through a third party.",
    },
    severity: "block",
    source: article(INTERNSHIP_RULES, 18, "P3"),
    validFrom: IN_FORCE,
    stages: ["agreement", "start", "week", "roster"],
    who: "host",
    thresholds: { mostCycleDays: 31 },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["pay.form"],
        check: (f) =>
          f["pay.form"] === "money"
            ? null
            : { because: "form", values: { form: optionLabel("pay.form", f["pay.form"]) } },
      }),
      part({
        premises: [ON_POST],
        needs: ["pay.payee"],
        check: (f) =>
          f["pay.payee"] === "student"
            ? null
            : { because: "payee", values: { payee: optionLabel("pay.payee", f["pay.payee"]) } },
      }),
      part({
        premises: [ON_POST],
        needs: ["pay.cycleDays"],
        check: (f, t) =>
          f["pay.cycleDays"] > t.mostCycleDays
            ? { because: "cycle", values: { days: f["pay.cycleDays"], most: t.mostCycleDays } }
            : null,
      }),
    ],
    fails: {
      form: {
        message: { zh: "报酬以{{form}}支付。", en: "Pay is given as {{form}}." },
        fix: { zh: "请全部改为货币支付。", en: "Pay all of it in money." },
      },
      payee: {
        message: {
          zh: "报酬不是直接付给学生：{{payee}}。",
          en: "Pay does not go directly to the student: {{payee}}.",
        },
        fix: { zh: "请直接付到学生本人账户。", en: "Pay into the student's own account." },
      },
      cycle: {
        message: {
          zh: "支付周期 {{days}} 天，超过 {{most}} 天。",
          en: "Paid every {{days}} days, above {{most}}.",
        },
        fix: { zh: "请至少每月支付一次。", en: "Pay at least once a month." },
      },
    },
  }),
  defineRule({
    id: "INT-28",
    title: { zh: "不得向学生收取任何费用", en: "No fees from students" },
    text: {
      zh: "不得向学生收取押金、培训费、实习报酬提成、管理费、实习材料费、就业服务费或其他费用。",
      en: "No deposit, training fee, commission, management, material or employment-service fee, nor any other.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P5"),
    validFrom: IN_FORCE,
    stages: ["listing", "agreement", "start", "roster"],
    who: "host",
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
        message: { zh: "向学生收取：{{fees}}。", en: "Students are charged: {{fees}}." },
        fix: { zh: "请取消收费并全额退还。", en: "Drop the charge and return all of it." },
      },
    },
  }),
  defineRule({
    id: "INT-29",
    title: { zh: "不得扣押证件、要求担保或收取财物", en: "No papers kept, no guarantee" },
    text: {
      zh: "不得扣押学生的学生证、居民身份证等证件，不得要求提供担保或以其他名义收取财物。",
      en: "Nobody keeps a student's papers or asks for a guarantee or other property.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P17"),
    validFrom: IN_FORCE,
    stages: ["agreement", "start", "week", "roster"],
    who: "host",
    thresholds: {},
    parts: (part) => [
      part({
        needs: ["retainedDocuments"],
        check: (f) =>
          f.retainedDocuments.length > 0
            ? {
                because: "papers",
                values: { papers: f.retainedDocuments.map((one) => optionLabel("retainedDocuments", one)) },
              }
            : null,
      }),
      part({
        needs: ["retained.guarantee"],
        check: (f) => (f["retained.guarantee"] ? { because: "guarantee" } : null),
      }),
    ],
    fails: {
      papers: {
        message: { zh: "扣押了学生的{{papers}}。", en: "Kept from the student: {{papers}}." },
        fix: { zh: "请立即归还。", en: "Give them back at once." },
      },
      guarantee: {
        message: {
          zh: "要求学生提供担保或收取财物。",
          en: "A guarantee or property is asked of the student.",
        },
        fix: { zh: "请取消担保并退还财物。", en: "Cancel the guarantee and return the property." },
      },
    },
  }),
];
