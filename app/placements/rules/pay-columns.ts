import type { ColumnDef } from "~/platform/sheets/columns";
import { isCivilDate } from "~/platform/time/clock";

export const PAY_FIELDS = [
  "studentNumber",
  "name",
  "month",
  "paid",
  "paidOn",
  "payee",
  "deducted",
  "deductedFor",
] as const;
export type PayField = (typeof PAY_FIELDS)[number];

/** The columns of a list of pay; a row is one student and one month. */
export const PAY_COLUMNS: readonly ColumnDef<PayField>[] = [
  { field: "studentNumber", names: ["学号", "student number"], required: true },
  { field: "name", names: ["姓名", "name"], required: true },
  { field: "month", names: ["月份", "报酬月份", "month"], required: true },
  { field: "paid", names: ["实付金额", "实付", "实付（元）", "paid"], required: true },
  { field: "paidOn", names: ["付款日期", "发放日期", "paid on"], required: true },
  { field: "payee", names: ["付给谁", "收款人", "payee"] },
  { field: "deducted", names: ["扣除金额", "扣除", "deducted"] },
  { field: "deductedFor", names: ["扣除原因", "deducted for"] },
];

export type PayRow = {
  studentNumber: string;
  name: string;
  month: string;
  paid: number;
  paidOn: string;
  payee: "student" | "third_party";
  deducted: number;
  deductedFor: string;
};

type Finding = { field: PayField; key: string };

const STUDENT = ["", "学生", "本人", "学生本人", "学生本人账户", "student"];
const OTHERS = ["学校", "中介", "他人", "转付", "第三方", "third party", "third_party"];
const MOST_FEN = 10_000_000;

const fenOf = (text: string): number | null => {
  const plain = text.replace(/[,，\s¥￥元]/g, "");
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return null;
  const fen = Math.round(Number(plain) * 100);
  return fen <= MOST_FEN ? fen : null;
};

/** A month as offices write it: 2026-10, 2026/10, 2026年10月, 202610, or a day of it. */
const monthOf = (text: string): string | null => {
  const found = /^(\d{4})[-/.年]?(\d{1,2})(?:月|[-/.]\d{1,2}.*)?$/.exec(text.trim());
  const [, year = "", month = ""] = found ?? [];
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, "0")}` : null;
};

const dayOf = (text: string): string | null => {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  const [, year = "", month = "", day = ""] = found ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
};

/**
 * Reads one row. Goes in: its texts by field. Comes out: the row with money in fen, or what is wrong with which field: a
 * missing number or name, a month or day that is none, an amount that is none, a deduction without its reason, a payee in
 * words nobody knows. Nothing is guessed; an empty payee is the student.
 */
export const readPayRow = (
  cells: Readonly<Record<string, string>>,
): { ok: true; row: PayRow } | { ok: false; findings: Finding[] } => {
  const text = (field: PayField) => (cells[field] ?? "").trim();
  const month = monthOf(text("month"));
  const paid = fenOf(text("paid"));
  const paidOn = dayOf(text("paidOn"));
  const deducted = text("deducted") === "" ? 0 : fenOf(text("deducted"));
  const payee = text("payee").toLowerCase();
  const known = STUDENT.includes(payee) || OTHERS.includes(payee);
  const wrong: [boolean, PayField, string][] = [
    [text("studentNumber") === "", "studentNumber", "errors.required"],
    [text("name") === "", "name", "errors.required"],
    [month === null, "month", "pay.errors.monthForm"],
    [paid === null, "paid", "pay.errors.amount"],
    [paidOn === null, "paidOn", "errors.notADate"],
    [!known, "payee", "pay.errors.payee"],
    [deducted === null, "deducted", "pay.errors.amount"],
    [(deducted ?? 0) > 0 && text("deductedFor") === "", "deductedFor", "pay.errors.why"],
  ];
  const findings = wrong.flatMap(([is, field, key]) => (is ? [{ field, key }] : []));
  if (month === null || paid === null || paidOn === null || deducted === null || findings.length > 0)
    return { ok: false, findings };
  return {
    ok: true,
    row: {
      studentNumber: text("studentNumber"),
      name: text("name"),
      month,
      paid,
      paidOn,
      payee: OTHERS.includes(payee) ? "third_party" : "student",
      deducted,
      deductedFor: text("deductedFor").slice(0, 200),
    },
  };
};
