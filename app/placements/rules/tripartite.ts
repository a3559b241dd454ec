import type { SealedContent } from "~/agreements/rules/sealed-content";
import { HAZARDS } from "~/catalogues/hazards";
import type { PlacementTerms } from "../terms";
import type { KnownAgreement } from "./placing-facts";
import { APPRENTICE_CLAUSES, TRIPARTITE_CLAUSES, type TripartiteClause } from "./tripartite-clauses";

type Organization = { id: string; name: string; uscc: string | null };

export type TripartiteGiven = {
  school: Organization;
  host: Organization;
  student: { personId: string; name: string; studentNumber: string; programme: string; className: string };
  terms: PlacementTerms;
  teacher: string;
  mentor: string;
  /** the liability policy on file, if any */
  policy: { number: string | null; from: string; to: string | null } | null;
  /** the guardians' and student's forms of informed consent, by the hash of their words */
  consents: readonly { id: string; label: string; sha256: string }[];
};

const yuan = (fen: number): string => (fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });

const STATUS: Record<string, string> = {
  student: "学生学徒（不建立劳动关系）",
  enterprise: "企业学徒（签订劳动合同）",
  joint: "联合招收的学徒",
};
const LEVEL = {
  level5: "五级（初级工）",
  level4: "四级（中级工）",
  level3: "三级（高级工）",
  level2: "二级（技师）",
  level1: "一级（高级技师）",
} as const;
const LODGING = {
  unified: "统一安排宿舍",
  home: "在家住宿",
  outside: "自行在外住宿（须监护人签字并报学校备案）",
} as const;

const said = (value: boolean | null): string => (value ? "有（须事先备案）" : "无");

const workItems = (terms: PlacementTerms) => [
  { id: "post", label: "实习岗位", value: terms.title },
  { id: "tasks", label: "主要任务", value: terms.tasks.join("；") },
  { id: "place", label: "实习地点", value: terms.address || terms.regionCode },
  {
    id: "hours",
    label: "工作时间",
    value: `每日 ${terms.hoursPerDay} 小时，每周 ${terms.hoursPerWeek} 小时`,
  },
  { id: "night", label: "夜间工作", value: said(terms.nightShifts) },
  { id: "overtime", label: "延长工作时间", value: said(terms.overtime) },
  { id: "restDays", label: "休息日、节假日工作", value: said(terms.restDayWork) },
  {
    id: "hazards",
    label: "岗位危险因素",
    value: terms.hazards?.map((code) => HAZARDS[code].zh).join("；") || "经评估没有",
  },
];

const payItems = ({ terms, policy }: TripartiteGiven) => [
  ...(terms.payMonthlyFen === null
    ? []
    : [{ id: "pay", label: "实习报酬", value: `每月 ${yuan(terms.payMonthlyFen)} 元` }]),
  ...(terms.payDay === null
    ? []
    : [{ id: "payDay", label: "支付日期", value: `每月 ${terms.payDay} 日，周期 ${terms.payCycleDays} 天` }]),
  {
    id: "insurance",
    label: "实习责任保险",
    value: [
      `由${terms.insuranceBy === "host" ? "实习单位" : "学校"}投保并承担费用`,
      ...(policy ? [`保单号 ${policy.number ?? ""}，${policy.from} 至 ${policy.to ?? ""}`] : []),
    ].join("；"),
  },
  ...(terms.lodging === null ? [] : [{ id: "lodging", label: "住宿", value: LODGING[terms.lodging] }]),
];

/** The clauses of an agreement by the kind of placement. */
export const clausesOf = (type: PlacementTerms["type"]): readonly TripartiteClause[] =>
  type === "apprenticeship" ? [...TRIPARTITE_CLAUSES, ...APPRENTICE_CLAUSES] : TRIPARTITE_CLAUSES;

/**
 * The tripartite agreement of one placement as it is signed, filled from records. Goes in: the parties, the filled terms,
 * both mentors by name, the policy and the consents on file. Comes out: the content to freeze; its title names no person,
 * for it is public. Nothing is invented: the caller has made sure that no term is open (`gapsOf`).
 */
export const tripartiteContent = (given: TripartiteGiven): SealedContent => {
  const { school, host, student, terms } = given;
  const apprentice = terms.type === "apprenticeship";
  const heading = apprentice ? "学徒培养三方协议" : "岗位实习三方协议";
  const code = (one: Organization) =>
    one.uscc ? [{ id: `uscc-${one.id}`, label: `${one.name} 代码`, value: one.uscc }] : [];
  return {
    heading,
    title: `${terms.title} ${heading}`.slice(0, 120),
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    parties: [
      { kind: "organization", id: school.id, name: school.name, role: "学校" },
      { kind: "organization", id: host.id, name: host.name, role: "实习单位" },
      { kind: "person", id: student.personId, name: student.name, role: apprentice ? "学徒" : "学生" },
    ],
    items: [
      ...code(school),
      ...code(host),
      {
        id: "student",
        label: "学生",
        value: `${student.name}，学号 ${student.studentNumber}，${student.programme}，${student.className}`,
      },
      ...(apprentice && terms.apprenticeStatus
        ? [
            {
              id: "status",
              label: "学徒身份",
              value: STATUS[terms.apprenticeStatus] ?? terms.apprenticeStatus,
            },
          ]
        : []),
      ...(apprentice && terms.targetLevel
        ? [{ id: "level", label: "培养目标等级", value: LEVEL[terms.targetLevel] }]
        : []),
      ...(apprentice && terms.labourContractMonths
        ? [{ id: "contract", label: "劳动合同期限", value: `${terms.labourContractMonths} 个月` }]
        : []),
      ...workItems(terms),
      ...payItems(given),
      { id: "teacher", label: "学校指导教师", value: given.teacher },
      { id: "mentor", label: "企业导师", value: given.mentor },
    ],
    clauses: clausesOf(terms.type).map((clause) => ({ ...clause })),
    references: given.consents.map((one) => ({ ...one })),
  };
};

/** An agreement's content as the rules see it: the clauses it holds, its wording, who signed when. */
export const knownAgreement = (
  content: Pick<SealedContent, "clauses" | "items">,
  signed: { school: string | null; host: string | null; student: string | null },
): KnownAgreement => ({
  clauses: content.clauses.map((clause) => clause.id),
  text: [
    ...content.items.map((item) => `${item.label}：${item.value}`),
    ...content.clauses.map((one) => one.text),
  ].join("\n"),
  ...signed,
});
