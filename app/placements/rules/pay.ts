import { addDays, daysBetween } from "~/platform/time/clock";
import type { Found } from "./week-findings";
import type { AtWork } from "./weeks";

const MOST_MONTHS = 24;

const firstOf = (month: string): string => `${month}-01`;

/** The month after one, both as YYYY-MM. */
export const nextMonth = (month: string): string => addDays(firstOf(month), 32).slice(0, 7);

const lastOf = (month: string): string => addDays(firstOf(nextMonth(month)), -1);

/**
 * The day by which a month is paid: the agreed day of the month after it, its last day where that is shorter; without an
 * agreed day its last day. House rule; the cycle of at most a month is INT-27's.
 */
export const payDueOn = (month: string, payDay: number | null): string => {
  const last = lastOf(nextMonth(month));
  if (payDay === null) return last;
  const day = `${nextMonth(month)}-${String(payDay).padStart(2, "0")}`;
  return day < last ? day : last;
};

/**
 * What is owed for one month. Goes in: when somebody was at work, the agreed pay of a month in fen, the month. Comes out:
 * fen by calendar days at work in it, rounded to the nearest. House rule.
 */
export const owedFen = (work: AtWork, monthlyFen: number, month: string): number => {
  const from = [work.startedOn ?? work.startsOn, firstOf(month)].sort()[1] ?? firstOf(month);
  const to = [work.endedOn ?? work.endsOn, lastOf(month)].sort()[0] ?? lastOf(month);
  const days = Math.max(0, daysBetween(from, to) + 1);
  return Math.round((monthlyFen * days) / (daysBetween(firstOf(month), lastOf(month)) + 1));
};

/** The months of a placement up to today, oldest first, as YYYY-MM. */
export const payMonths = (work: AtWork, today: string): string[] => {
  const last = [work.endedOn ?? work.endsOn, today].sort()[0] ?? today;
  const months: string[] = [];
  for (let at = (work.startedOn ?? work.startsOn).slice(0, 7); at <= last.slice(0, 7); at = nextMonth(at))
    months.push(at);
  return months.slice(-MOST_MONTHS);
};

export type Paid = {
  month: string;
  agreedFen: number;
  dueOn: string;
  paidFen: number;
  paidOn: string;
  payee: string;
  deductedFen: number;
  receipt: string | null;
};

export type PayProblem = "unpaid" | "late" | "partial" | "deducted" | "third_party" | "denied";

/**
 * What is wrong with one month's pay. Goes in: what is owed and when, the record or null, today. Comes out: every problem
 * there is. Source: INT-27, in money, in full, on time, directly to the student (article 18).
 */
export const payProblems = (
  owed: { agreedFen: number; dueOn: string },
  paid: Paid | null,
  today: string,
): PayProblem[] => {
  if (!paid) return owed.agreedFen > 0 && today > owed.dueOn ? ["unpaid"] : [];
  const problems: PayProblem[] = [];
  if (paid.paidOn > paid.dueOn) problems.push("late");
  if (paid.paidFen + paid.deductedFen < paid.agreedFen) problems.push("partial");
  if (paid.deductedFen > 0) problems.push("deducted");
  if (paid.payee !== "student") problems.push("third_party");
  if (paid.receipt === "not_received" || paid.receipt === "less") problems.push("denied");
  return problems;
};

const SAID: Record<PayProblem, { zh: string; en: string; fixZh: string; fixEn: string }> = {
  unpaid: {
    zh: "{{months}} 的实习报酬到期未付",
    en: "Pay for {{months}} is due and not paid",
    fixZh: "请付清并登记",
    fixEn: "Pay it and enter it",
  },
  late: {
    zh: "{{months}} 的实习报酬晚付",
    en: "Pay for {{months}} came late",
    fixZh: "请按约定日期支付",
    fixEn: "Pay on the agreed day",
  },
  partial: {
    zh: "{{months}} 的实习报酬少于约定",
    en: "Pay for {{months}} was less than agreed",
    fixZh: "请补足差额",
    fixEn: "Pay the difference",
  },
  deducted: {
    zh: "{{months}} 的实习报酬有扣除",
    en: "Something was deducted from the pay for {{months}}",
    fixZh: "不得收取押金、管理费等费用，请退还",
    fixEn: "Deposits and fees may not be charged: give it back",
  },
  third_party: {
    zh: "{{months}} 的实习报酬没有直接付给学生",
    en: "Pay for {{months}} did not go to the student directly",
    fixZh: "请直接付到学生本人账户",
    fixEn: "Pay into the student's own account",
  },
  denied: {
    zh: "{{months}} 的实习报酬学生说没有收到或少收",
    en: "The student says pay for {{months}} did not arrive in full",
    fixZh: "请与学生核对并补付",
    fixEn: "Check with the student and make it good",
  },
};

/** Problems of several months as findings for whoever pays: one a kind, its months named. */
export const payFindings = (problems: readonly { month: string; problem: PayProblem }[]): Found[] =>
  (Object.keys(SAID) as PayProblem[]).flatMap((kind) => {
    const months = problems.filter((one) => one.problem === kind).map((one) => one.month);
    if (months.length === 0) return [];
    const said = SAID[kind];
    const fill = (text: string, between: string) => text.replace("{{months}}", months.join(between));
    return [
      {
        rule: `INT-27/${kind}`,
        verdict: kind === "late" ? "warn" : "block",
        who: "host",
        message: JSON.stringify({ zh: fill(said.zh, "、"), en: fill(said.en, ", ") }),
        fix: JSON.stringify({ zh: said.fixZh, en: said.fixEn }),
        article: JSON.stringify({
          zh: "《职业学校学生实习管理规定》（2021年修订）第十八条",
          en: "Rules on Internships of Vocational School Students (2021), art. 18",
        }),
      },
    ];
  });
