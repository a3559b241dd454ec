import { plainHeader } from "./columns";
import { readDateText } from "./date-text";

export type CellRead<T> = { ok: true; value: T } | { ok: false; key: string };

const YES = new Set(["是", "有", "提供", "接收", "安排", "可以", "对", "√", "yes", "y", "true", "1", "on"]);
const NO = new Set([
  "否",
  "无",
  "没有",
  "不",
  "不提供",
  "不接收",
  "不安排",
  "不可以",
  "×",
  "no",
  "n",
  "false",
  "0",
  "off",
]);
const NONE = new Set(["无", "没有", "none", "否", "no", "/", "-"]);

const read = <T>(value: T): CellRead<T> => ({ ok: true, value });
const wrong = (key: string): { ok: false; key: string } => ({ ok: false, key });

const plain = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** A number as people type it: "1,200", "40 人", "７.５". In: the text. Out: the number, or what is wrong. House rule. */
export const readNumber = (text: string): CellRead<number> => {
  const bare = text
    .normalize("NFKC")
    .replace(/[,\s]/g, "")
    .replace(/(人|名|天|个|台|套|年|岁|课时|学时|小时|元|%|people|days|hours)$/i, "");
  return /^[+-]?\d+(\.\d+)?$/.test(bare) ? read(Number(bare)) : wrong("errors.notANumber");
};

/** Yuan as people type it ("4,500", "¥4500", "4500元/月") in fen; more than two decimals are refused. House rule. */
export const readYuan = (text: string): CellRead<number> => {
  const bare = text
    .normalize("NFKC")
    .replace(/[,\s¥¥]/g, "")
    .replace(/(元|yuan|rmb|cny)?(\/(月|天|日|小时|课时|month|day|hour))?$/i, "");
  if (!/^\d+(\.\d+)?$/.test(bare)) return wrong("errors.notANumber");
  const [whole = "0", part = ""] = bare.split(".");
  if (part.replace(/0+$/, "").length > 2) return wrong("listings.errors.twoDecimals");
  return read(Number(whole) * 100 + Number(part.padEnd(2, "0").slice(0, 2)));
};

/** A civil date in any unmistakable way of writing. House rule. */
export const readDay = (text: string): CellRead<string> => {
  const day = readDateText(text);
  return day ? read(day) : wrong("errors.notADate");
};

/** Yes or no in either language, in words or signs. House rule. */
export const readYesNo = (text: string): CellRead<boolean> => {
  const said = plain(text);
  if (YES.has(said)) return read(true);
  return NO.has(said) ? read(false) : wrong("imports.findings.yesNo");
};

/** The items of a cell: one a line, or apart by commas and semicolons of either width. */
export const readItems = (text: string): string[] =>
  text
    .split(/[\n\r;；、,，]+/)
    .map((item) => item.trim())
    .filter((item) => item !== "");

/** Lines of a cell: one a line, or apart by semicolons. */
export const readLines = (text: string): string[] =>
  text
    .split(/[\n\r;；]+/)
    .map((item) => item.trim())
    .filter((item) => item !== "");

/** Labels and codes of a list of choices, as people may write them: `plainHeader` of each leads to its code. */
export type Vocabulary = ReadonlyMap<string, string>;

/** Makes a vocabulary: the code itself, and each label whole and without its remark in brackets. */
export const vocabularyOf = (choices: readonly { code: string; labels: readonly string[] }[]): Vocabulary =>
  new Map(
    choices.flatMap(({ code, labels }) =>
      [code, ...labels.flatMap((label) => [label, label.replace(/[(（].*$/, "")])].map(
        (label) => [plainHeader(label), code] as [string, string],
      ),
    ),
  );

/** One of a list of choices, by code or label in either language. House rule. */
export const readChoice = (text: string, vocabulary: Vocabulary): CellRead<string> => {
  const code = vocabulary.get(plainHeader(text));
  return code === undefined ? wrong("errors.notAChoice") : read(code);
};

/** Any of a list of choices; "none" in either language is the empty list, and stands alone. House rule. */
export const readChoices = (text: string, vocabulary: Vocabulary): CellRead<string[]> => {
  if (NONE.has(plain(text))) return read([]);
  const codes = new Set<string>();
  for (const item of readItems(text)) {
    const one = readChoice(item, vocabulary);
    if (!one.ok) return one;
    codes.add(one.value);
  }
  return read([...codes]);
};
