import { FACTS, type FactKey, optionLabel } from "../../facts/dictionary";
import { findForbiddenClauses } from "../../forbidden-clauses";
import { defineRule, type Rule } from "../../rule";
import { houseRule, INTERNSHIP_RULES } from "../sources";
import { IN_FORCE, ON_POST } from "./premises";

const CLAUSES = Object.keys(
  FACTS["agreement.clauses"].options,
) as (keyof (typeof FACTS)["agreement.clauses"]["options"])[];

const SIGNATURES = [
  "agreement.signedBySchool",
  "agreement.signedByHost",
  "agreement.signedByStudent",
] as const satisfies readonly FactKey[];

const fileBefore = {
  zh: "请在实习开始前完成备案。",
  en: "File before the start.",
};

/** INT-16 and INT-36…38: the agreement, filings and insurance that must exist before the first day. */
export const paperRules: readonly Rule[] = [
  defineRule({
    id: "INT-16",
    title: { zh: "无协议不实习", en: "No placement without an agreement" },
    text: {
      zh: "学校、实习单位、学生三方须在实习开始前签订实习协议。",
      en: "School, host and student sign the tripartite agreement before the placement starts.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P5"),
    validFrom: IN_FORCE,
    stages: ["start", "roster"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["placement.start", ...SIGNATURES],
        check: (f) => {
          const last = SIGNATURES.reduce((latest, key) => (f[key] > latest ? f[key] : latest), "");
          return last > f["placement.start"]
            ? { because: "late", values: { last, start: f["placement.start"] } }
            : null;
        },
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "最后一方签署于 {{last}}，晚于实习开始 {{start}}。",
          en: "The last party signed on {{last}}, after the start {{start}}.",
        },
        fix: {
          zh: "三方签署完成前不得上岗，请顺延开始日期。",
          en: "Nobody starts before all three have signed; move the start.",
        },
      },
    },
  }),
  defineRule({
    id: "INT-16-2",
    title: { zh: "三方协议必备条款", en: "Clauses the agreement must contain" },
    text: {
      zh: "协议应写明各方信息、时间地点内容、食宿休息、报酬、劳动保护、保险与事故处理、考核、违约责任和其他约定，且不得含有违法条款。",
      en: "The agreement names the parties, time, place and content, board and rest, pay, protection, insurance and accidents, assessment, breach and other terms, and holds no unlawful clause.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "M"),
    validFrom: IN_FORCE,
    stages: ["agreement", "start"],
    who: "school",
    thresholds: { clauses: CLAUSES },
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["agreement.clauses"],
        check: (f, t) => {
          const absent = t.clauses.filter(
            (clause) => !f["agreement.clauses"].some((present) => present === clause),
          );
          return absent.length > 0
            ? {
                because: "absent",
                values: { clauses: absent.map((clause) => optionLabel("agreement.clauses", clause)) },
              }
            : null;
        },
      }),
      part({
        uses: ["agreement.text"],
        check: (f) => {
          const found = findForbiddenClauses(f["agreement.text"] ?? "");
          const terms = found.map((one) => ({
            zh: `“${one.term}”（${one.why.zh}）`,
            en: `“${one.term}” (${one.why.en})`,
          }));
          return found.length > 0 ? { because: "forbidden", values: { terms } } : null;
        },
      }),
    ],
    fails: {
      absent: {
        message: { zh: "协议缺少：{{clauses}}。", en: "The agreement lacks: {{clauses}}." },
        fix: { zh: "请补齐条款后再签署。", en: "Add the clauses before signing." },
      },
      forbidden: {
        message: {
          zh: "协议含有疑似违法条款：{{terms}}。",
          en: "The agreement seems to hold unlawful clauses: {{terms}}.",
        },
        fix: { zh: "请删除或改写这些条款。", en: "Remove or rewrite them." },
      },
    },
  }),
  defineRule({
    id: "INT-36",
    title: {
      zh: "跨省或境外实习须事先同意并备案",
      en: "Cross-province or abroad needs agreement and filing",
    },
    text: {
      zh: "安排学生跨省或赴境外实习的，须经学校主管部门同意，并报省级主管部门备案。",
      en: "A placement in another province or abroad is agreed by the school's authority and filed with the provincial one.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["start", "roster"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [
          {
            needs: ["host.provinceCode", "school.provinceCode"],
            holds: (f) =>
              f["placement.abroad"] === true ||
              f["host.provinceCode"]?.slice(0, 2) !== f["school.provinceCode"]?.slice(0, 2),
          },
        ],
        needs: ["filing.crossProvinceAgreedOn", "filing.provincialFiledOn", "placement.start"],
        uses: ["placement.abroad"],
        check: (f) =>
          f["filing.crossProvinceAgreedOn"] > f["placement.start"] ||
          f["filing.provincialFiledOn"] > f["placement.start"]
            ? { because: "late", values: { start: f["placement.start"] } }
            : null,
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "跨省同意或省级备案晚于实习开始 {{start}}。",
          en: "Agreement or filing came after the start {{start}}.",
        },
        fix: fileBefore,
      },
    },
  }),
  defineRule({
    id: "INT-37",
    title: { zh: "实习方案事先备案", en: "The plan is filed beforehand" },
    text: {
      zh: "岗位实习方案须事先报上级主管部门备案。",
      en: "The whole plan is filed with the authority before the start.",
    },
    severity: "evidence",
    source: houseRule(INTERNSHIP_RULES, "P7"),
    validFrom: IN_FORCE,
    stages: ["start"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["filing.planFiledOn", "placement.start"],
        check: (f) =>
          f["filing.planFiledOn"] > f["placement.start"]
            ? { because: "late", values: { filed: f["filing.planFiledOn"], start: f["placement.start"] } }
            : null,
      }),
    ],
    fails: {
      late: {
        message: {
          zh: "方案备案于 {{filed}}，晚于实习开始 {{start}}。",
          en: "The plan was filed on {{filed}}, after the start {{start}}.",
        },
        fix: fileBefore,
      },
    },
  }),
  defineRule({
    id: "INT-38",
    title: { zh: "实习责任保险覆盖全程", en: "Liability insurance for the whole time" },
    text: {
      zh: "每名实习学生都须投保实习责任保险，覆盖实习全过程；保费不得向学生收取或从报酬中抵扣。",
      en: "Every intern is covered by liability insurance from first day to last; the premium is never charged to the student or taken from pay.",
    },
    severity: "block",
    source: houseRule(INTERNSHIP_RULES, "P19"),
    validFrom: IN_FORCE,
    stages: ["start", "week", "roster"],
    who: "school",
    thresholds: {},
    parts: (part) => [
      part({
        premises: [ON_POST],
        needs: ["insurance.liability"],
        check: (f) => (f["insurance.liability"] ? null : { because: "uninsured" }),
      }),
      part({
        premises: [ON_POST, { needs: [], holds: (f) => f["insurance.liability"] !== false }],
        needs: ["insurance.policyNo", "insurance.from", "insurance.to", "placement.start", "placement.end"],
        check: (f) =>
          f["insurance.from"] > f["placement.start"] || f["insurance.to"] < f["placement.end"]
            ? {
                because: "gap",
                values: {
                  from: f["insurance.from"],
                  to: f["insurance.to"],
                  start: f["placement.start"],
                  end: f["placement.end"],
                },
              }
            : null,
      }),
      part({
        premises: [ON_POST, { needs: [], holds: (f) => f["insurance.liability"] !== false }],
        needs: ["insurance.payer"],
        check: (f) =>
          f["insurance.payer"] === "student" || f["insurance.payer"] === "wage_deduction"
            ? { because: "charged", values: { payer: optionLabel("insurance.payer", f["insurance.payer"]) } }
            : null,
      }),
    ],
    fails: {
      uninsured: {
        message: { zh: "没有投保实习责任保险。", en: "There is no liability insurance." },
        fix: { zh: "请在上岗前投保。", en: "Insure the student before the start." },
      },
      gap: {
        message: {
          zh: "保险期 {{from}} 至 {{to}} 未覆盖实习 {{start}} 至 {{end}}。",
          en: "Cover {{from}} to {{to}} does not span {{start}} to {{end}}.",
        },
        fix: { zh: "请补保或续保至实习结束。", en: "Extend the cover to the whole placement." },
      },
      charged: {
        message: { zh: "保费由{{payer}}承担。", en: "The premium is paid by {{payer}}." },
        fix: {
          zh: "请由学校或实习单位承担并退还学生。",
          en: "School or host pays it; give it back to the student.",
        },
      },
    },
  }),
];
