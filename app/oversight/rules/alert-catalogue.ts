export type Bilingual = { readonly zh: string; readonly en: string };

export const ALERT_RULES = [
  "hollow_partnership",
  "silent_enterprise",
  "placement_without_agreement",
  "overdue_commitments",
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
  /** Working days an order gives unless the authority says otherwise. */
  readonly days: number;
  /** Civil dates between which the rule raises alerts; null for no end. */
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** Commitments overdue for so many days raise an alert; below that the parties' own reminders do. House rule. */
export const OVERDUE_DAYS = 30;

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
