export type Bilingual = { readonly zh: string; readonly en: string };

export const ALERT_RULES = [
  "hollow_partnership",
  "silent_enterprise",
  "placement_without_agreement",
  "overdue_commitments",
  "red_card_published",
  "target_missed",
  "transfer_window_unused",
  "disorderly_flow",
] as const;
export type AlertRuleId = (typeof ALERT_RULES)[number];

export type AlertRule = {
  readonly id: AlertRuleId;
  readonly title: Bilingual;
  /** What it means and why somebody must act. */
  readonly text: Bilingual;
  /** What the organization can do to put it right. */
  readonly fix: Bilingual;
  readonly severity: "serious" | "notice";
  /** Its cause is past and stays: once an alert about it was closed by somebody, it is never raised again. */
  readonly once: boolean;
  /** Working days an order gives unless the authority says otherwise. */
  readonly days: number;
  /** Civil dates between which the rule raises alerts; null for no end. */
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** Commitments overdue for so many days raise an alert; below that the parties' own reminders do. House rule. */
export const OVERDUE_DAYS = 30;

/** For so many days after its last day a transfer window nobody used raises an alert. House rule. */
export const UNUSED_WINDOW_DAYS = 180;

/** Moves of so many days are looked at for a school's net loss. House rule. */
export const FLOW_DAYS = 365;

/** Enquiries in a row that ran out in silence. House rule, the same that pauses a listing. */
export const SILENT_IN_ROW = 3;

/**
 * The catalogue of alert rules, as dated data. All are house rules: the founding documents ask for 预警 and 整改, they do
 * not say at which number. The regulation behind a placement's agreement is the internship regulation (无协议不实习).
 */
export const ALERT_CATALOGUE: readonly AlertRule[] = [
  {
    id: "hollow_partnership",
    title: { zh: "合作虚化", en: "Hollow partnership" },
    text: {
      zh: "协议在册，但没有两个独立方面的进展；双方已被提醒 21 天以上，仍未恢复。",
      en: "The agreement stands, but two independent grounds show nothing moves; both sides were told 21 days ago or more.",
    },
    fix: {
      zh: "兑现到期的承诺并由对方确认，或者依约变更、终止协议。",
      en: "Deliver what is due and have the other side confirm it, or amend or end the agreement.",
    },
    severity: "serious",
    once: false,
    days: 20,
    validFrom: "2026-01-01",
    validTo: null,
  },
  {
    id: "silent_enterprise",
    title: { zh: "对接久不答复", en: "Enquiries left unanswered" },
    text: {
      zh: "连续三次对接到期没有任何答复。",
      en: "Three enquiries in a row ran out without any answer.",
    },
    fix: {
      zh: "答复正在等待的对接；暂时没有意向的，把意向改为“暂不考虑”并说明原因。",
      en: "Answer the enquiries that wait; without interest for now, set the appetite to “not now” with a reason.",
    },
    severity: "notice",
    once: false,
    days: 10,
    validFrom: "2026-01-01",
    validTo: null,
  },
  {
    id: "placement_without_agreement",
    title: { zh: "无协议在岗", en: "At work without an agreement" },
    text: {
      zh: "学生已经到岗，三方协议还没有签完。",
      en: "The student is at work and the tripartite agreement is not sealed.",
    },
    fix: {
      zh: "当天签完三方协议，签完之前让学生停止上岗。",
      en: "Sign the tripartite agreement today; until then the student does not work.",
    },
    severity: "serious",
    once: false,
    days: 3,
    validFrom: "2026-01-01",
    validTo: null,
  },
  {
    id: "overdue_commitments",
    title: { zh: "承诺逾期未兑现", en: "Commitments overdue" },
    text: {
      zh: "协议中承诺的数量过了期限 30 天以上仍未兑现。",
      en: "What was promised is more than 30 days overdue.",
    },
    fix: {
      zh: "提交兑现证据，或者与对方签订变更协议调整数量和期限。",
      en: "Submit what shows the delivery, or sign an amendment with another number or date.",
    },
    severity: "notice",
    once: false,
    days: 15,
    validFrom: "2026-01-01",
    validTo: null,
  },
  {
    id: "red_card_published",
    title: { zh: "专业红牌", en: "Red programme card" },
    text: {
      zh: "专业的红牌已经公布：至少两项指标没有达到公布的标准，学校事先作过说明或者说明期已满。",
      en: "A red card was published: at least two measures lie beyond the published criteria, and the school was heard or its days were over.",
    },
    fix: {
      zh: "提出调整或撤销建议，或者写明改进办法、时间和责任人。",
      en: "Propose to adjust or withdraw the programme, or say what will be done, by when and by whom.",
    },
    severity: "serious",
    once: true,
    days: 30,
    validFrom: "2026-01-01",
    validTo: null,
  },
  {
    id: "target_missed",
    title: { zh: "目标未达成", en: "Target missed" },
    text: {
      zh: "目标的期限已过，数字还没有达到。",
      en: "The target's day is over and its figure was not reached.",
    },
    fix: {
      zh: "说明原因，写明新的期限和办法；确实不再适用的目标，撤回并写明理由。",
      en: "Say why, with a new day and what will be done; a target that no longer applies is withdrawn with a reason.",
    },
    severity: "notice",
    once: true,
    days: 15,
    validFrom: "2026-01-01",
    validTo: null,
  },
  {
    id: "transfer_window_unused",
    title: { zh: "互转窗口无人使用", en: "Transfer window nobody used" },
    text: {
      zh: "职普互转窗口已经关闭，没有一名学生申请。",
      en: "A transfer window has closed without one application.",
    },
    fix: {
      zh: "核对学校是否向学生和家长公布了窗口和名额，下一窗口提前告知。",
      en: "Check whether schools told students and parents of the window and its seats; announce the next one earlier.",
    },
    severity: "notice",
    once: true,
    days: 15,
    validFrom: "2026-01-01",
    validTo: null,
  },
  {
    id: "disorderly_flow",
    title: { zh: "学生无序流动", en: "Disorderly flow of students" },
    text: {
      zh: "一年内转出比转入多出的学生达到在校生的二十分之一，且不少于五人。",
      en: "Within a year more students left by transfer than came, by a twentieth of the roll and at least five.",
    },
    fix: {
      zh: "逐一说明转出原因，核对转出是否出于学生和家长自愿。",
      en: "Say for each move why, and check that it was the student's and the guardian's own wish.",
    },
    severity: "serious",
    once: false,
    days: 15,
    validFrom: "2026-01-01",
    validTo: null,
  },
];

/** A rule of the catalogue by its id; undefined for an id no rule has. */
export const alertRule = (id: string): AlertRule | undefined =>
  ALERT_CATALOGUE.find((rule) => rule.id === id);

/** The rules that raise alerts on a civil date. */
export const rulesOn = (date: string): AlertRule[] =>
  ALERT_CATALOGUE.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
