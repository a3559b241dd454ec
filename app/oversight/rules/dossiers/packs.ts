import type { OrganizationKind } from "~/identity/actor";
import type { Bilingual } from "../alert-catalogue";

export const DOSSIER_KINDS = ["dual_high", "training_base", "consortium"] as const;
export type DossierKind = (typeof DOSSIER_KINDS)[number];

/** Where the facts of a want come from. */
export type DossierWant = {
  readonly id: string;
  readonly title: Bilingual;
  /** how many facts of it are asked for; fewer is listed as missing */
  readonly least: number;
} & (
  | { readonly source: "figure"; readonly indicators: readonly string[] }
  | { readonly source: "agreements"; readonly kinds: readonly string[] }
  | { readonly source: "resources"; readonly kinds: readonly string[] }
  | { readonly source: "programmes" | "deliveries" | "contributions" | "meetings" | "tasks" }
);

export type DossierSection = {
  readonly id: string;
  readonly title: Bilingual;
  readonly wants: readonly DossierWant[];
};

export type DossierPack = {
  readonly id: string;
  readonly kind: DossierKind;
  readonly title: Bilingual;
  readonly since: string;
  readonly source: Bilingual;
  readonly verified: false;
  readonly for: readonly OrganizationKind[];
  readonly sections: readonly DossierSection[];
};

const HOUSE: Bilingual = {
  zh: "平台规则：章节按建设要求的一般结构整理，尚未与当批申报通知核对，申报以通知为准。",
  en: "A rule of the platform: sections follow the usual structure of such dossiers and were not compared with the notice of the present round.",
};

const figure = (id: string, zh: string, en: string, indicators: readonly string[]): DossierWant => ({
  id,
  title: { zh, en },
  source: "figure",
  indicators,
  least: indicators.length,
});
const PARTNERS: DossierWant = {
  id: "partners",
  title: { zh: "生效的校企合作协议", en: "Cooperation agreements in force" },
  source: "agreements",
  kinds: ["cooperation", "apprenticeship", "training_base", "order_class", "industry_college"],
  least: 3,
};
const INPUT: DossierWant = {
  id: "input",
  title: { zh: "各方投入", en: "What the parties put in" },
  source: "contributions",
  least: 1,
};
const DELIVERED: DossierWant = {
  id: "delivered",
  title: { zh: "已验收的兑现", en: "Accepted deliveries" },
  source: "deliveries",
  least: 1,
};

/** What each kind of dossier asks for, as dated data; a change of the requirements is another pack with its own date. */
export const DOSSIER_PACKS: readonly DossierPack[] = [
  {
    id: "dual_high-2026",
    kind: "dual_high",
    title: { zh: "“双高”建设申报材料", en: "Dossier of a high-level school and its programmes (双高)" },
    since: "2026-01-01",
    source: HOUSE,
    verified: false,
    for: ["school"],
    sections: [
      {
        id: "programmes",
        title: { zh: "专业群与产业对接", en: "Programmes and the industry they serve" },
        wants: [
          {
            id: "programmes",
            title: { zh: "开设的专业", en: "Programmes" },
            source: "programmes",
            least: 3,
          },
          {
            id: "joint",
            title: { zh: "订单班与产业学院协议", en: "Order classes and industry colleges" },
            source: "agreements",
            kinds: ["order_class", "industry_college"],
            least: 1,
          },
        ],
      },
      {
        id: "cooperation",
        title: { zh: "产教融合、校企合作", en: "Cooperation with enterprises" },
        wants: [PARTNERS, DELIVERED, INPUT],
      },
      {
        id: "teachers",
        title: { zh: "师资队伍", en: "Teachers" },
        wants: [
          figure("teachers", "双师素质与高级职称比例", "Dual-qualified and senior teachers", [
            "dual_qualified",
            "senior_titles",
          ]),
        ],
      },
      {
        id: "conditions",
        title: { zh: "实训条件", en: "Training facilities" },
        wants: [
          figure("conditions", "工位与设备", "Workstations and equipment", [
            "workstations",
            "equipment_per_student",
          ]),
          {
            id: "bases",
            title: { zh: "对外共享的实训基地和实验室", en: "Shared training bases and laboratories" },
            source: "resources",
            kinds: ["training_base", "laboratory"],
            least: 1,
          },
        ],
      },
      {
        id: "quality",
        title: { zh: "人才培养质量", en: "Quality of training" },
        wants: [
          figure("quality", "去向、对口与实习完成", "Destinations, fit and completed placements", [
            "destinations_settled",
            "matched_employment",
            "placements_completed",
          ]),
        ],
      },
      {
        id: "service",
        title: { zh: "社会服务与国际影响", en: "Service and international influence" },
        wants: [
          figure("service", "技术服务、培训与国际影响", "Technical service, training and influence abroad", [
            "technical_service_income",
            "training_income",
            "welfare_hours",
            "standards_adopted",
          ]),
        ],
      },
    ],
  },
  {
    id: "training_base-2026",
    kind: "training_base",
    title: { zh: "产教融合实训基地申报材料", en: "Dossier of a training base" },
    since: "2026-01-01",
    source: HOUSE,
    verified: false,
    for: ["school", "industry_body"],
    sections: [
      {
        id: "agreements",
        title: { zh: "共建协议", en: "Agreements to build it" },
        wants: [
          {
            id: "base",
            title: { zh: "共建实训基地协议", en: "Training base agreements" },
            source: "agreements",
            kinds: ["training_base"],
            least: 1,
          },
        ],
      },
      {
        id: "input",
        title: { zh: "投入与建设成效", en: "What was put in and delivered" },
        wants: [INPUT, DELIVERED],
      },
      {
        id: "open",
        title: { zh: "开放共享", en: "Open to others" },
        wants: [
          {
            id: "bases",
            title: { zh: "可预约的基地与使用情况", en: "Bases that can be booked, and their use" },
            source: "resources",
            kinds: ["training_base", "laboratory", "experience_day"],
            least: 1,
          },
        ],
      },
      {
        id: "use",
        title: { zh: "实习与经费保障", en: "Placements and funds" },
        wants: [
          figure("use", "到岗实习与经费", "Placements and funds", [
            "placements_started",
            "internship_budget",
            "internship_insurance",
          ]),
        ],
      },
    ],
  },
  {
    id: "consortium-2026",
    kind: "consortium",
    title: { zh: "产教联合体（共同体）建设材料", en: "Dossier of a consortium" },
    since: "2026-01-01",
    source: HOUSE,
    verified: false,
    for: ["school", "industry_body"],
    sections: [
      {
        id: "charter",
        title: { zh: "组织与章程", en: "Organization and charter" },
        wants: [
          {
            id: "charter",
            title: { zh: "签署生效的联合体章程", en: "The sealed charter" },
            source: "agreements",
            kinds: ["consortium"],
            least: 1,
          },
        ],
      },
      {
        id: "work",
        title: { zh: "实质运行", en: "Actual work" },
        wants: [
          {
            id: "meetings",
            title: { zh: "理事会等会议", en: "Meetings of its organs" },
            source: "meetings",
            least: 2,
          },
          { id: "tasks", title: { zh: "已完成的任务", en: "Finished tasks" }, source: "tasks", least: 2 },
        ],
      },
      {
        id: "sharing",
        title: { zh: "投入与利益共享", en: "Input and shared benefits" },
        wants: [INPUT, DELIVERED],
      },
      {
        id: "joint",
        title: { zh: "联合培养", en: "Joint training" },
        wants: [PARTNERS],
      },
    ],
  },
];

/** The pack of a kind in force on a civil date, for an organization of a kind; null where there is none. */
export const dossierPack = (
  kind: DossierKind,
  on: string,
  organization: OrganizationKind,
): DossierPack | null =>
  DOSSIER_PACKS.filter(
    (pack) => pack.kind === kind && pack.since <= on && pack.for.includes(organization),
  ).sort((a, b) => b.since.localeCompare(a.since))[0] ?? null;
