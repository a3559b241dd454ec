import { plainHeader } from "~/platform/sheets/columns";
import { readDateText } from "~/platform/sheets/date-text";
import { ageOn } from "~/platform/time/clock";
import { readIdNumber } from "./id-number";
import type { RosterField } from "./roster-columns";

export type RosterIssue = {
  line: number;
  /** The cell's column; null for the row as a whole. */
  field: RosterField | null;
  /** Word key below `students.roster.problem`. */
  key: string;
  values?: Record<string, string | number>;
  /** An error stops the import, a warning is only told. */
  severity: "error" | "warn";
};

export type RosterGuardian = { name: string; relation: string; phone: string; email: string | null };

export type RosterRecord = {
  line: number;
  studentNumber: string;
  name: string;
  sex: "male" | "female";
  birthDate: string;
  idNumber: string | null;
  programmeId: string;
  entryYear: number;
  className: string;
  phone: string | null;
  email: string | null;
  guardian: RosterGuardian | null;
};

export type RosterProgramme = { id: string; name: string; majorCode: string; major: string };

export type RosterTexts = Record<RosterField, string>;

const SEXES: Record<string, "male" | "female"> = {
  男: "male",
  男性: "male",
  m: "male",
  male: "male",
  女: "female",
  女性: "female",
  f: "female",
  female: "female",
};

const RELATIONS: Record<string, string> = {
  父: "father",
  父亲: "father",
  爸爸: "father",
  父子: "father",
  父女: "father",
  father: "father",
  母: "mother",
  母亲: "mother",
  妈妈: "mother",
  母子: "mother",
  母女: "mother",
  mother: "mother",
  爷爷: "grandparent",
  奶奶: "grandparent",
  祖父: "grandparent",
  祖母: "grandparent",
  外公: "grandparent",
  外婆: "grandparent",
  外祖父: "grandparent",
  外祖母: "grandparent",
  grandparent: "grandparent",
};

/** Younger or older than this is a slip of the pen in a vocational school's roster. House rule. */
const AGES = { from: 12, to: 60 } as const;

const EMAIL = /^[^\s@,;，；]{1,64}@[^\s@,;，；]+\.[^\s@,;，；]{2,}$/;

/** A mobile number as people type it, with or without blanks, dashes and +86; null for anything else. */
export const readMobile = (text: string): string | null => {
  const digits = text
    .normalize("NFKC")
    .replace(/[\s-]/g, "")
    .replace(/^(\+|00)?86(?=1)/, "");
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
};

/** "2024", "2024级", "24级" or "2024-09" as a year; null for anything else. */
export const readEntryYear = (text: string): number | null => {
  const found = /^(20\d{2}|\d{2})\s*(级|年)?([-/.年]\d{1,2}.*)?$/.exec(text.normalize("NFKC").trim());
  if (!found) return null;
  return found[1]!.length === 2 ? 2000 + Number(found[1]) : Number(found[1]);
};

/** The school's programme a cell means: by its name, its major's name or its code, in any width; null when it has none. */
export const programmeNamed = (
  text: string,
  programmes: readonly RosterProgramme[],
): RosterProgramme | null => {
  const wanted = plainHeader(text);
  if (wanted === "") return null;
  const names = (one: RosterProgramme) => [
    one.name,
    one.majorCode,
    one.major,
    `${one.majorCode}${one.major}`,
  ];
  return programmes.find((one) => names(one).some((name) => plainHeader(name) === wanted)) ?? null;
};

type Report = (field: RosterField, key: string, values?: Record<string, string | number>) => null;

const readBirthDate = (
  texts: RosterTexts,
  fromId: string | null,
  today: string,
  wrong: Report,
): string | null => {
  if (texts.birthDate === "") return fromId ?? wrong("birthDate", "birthDateMissing");
  const date = readDateText(texts.birthDate);
  if (!date) return wrong("birthDate", "birthDate");
  const age = ageOn(date, today);
  if (age < AGES.from || age > AGES.to) return wrong("birthDate", "age", { age, ...AGES });
  return fromId && fromId !== date ? wrong("birthDate", "birthDateDiffers") : date;
};

const readGuardian = (texts: RosterTexts, wrong: Report): RosterGuardian | null => {
  const { guardianName: name, guardianPhone, guardianEmail, guardianRelation } = texts;
  if (name === "" && guardianPhone === "" && guardianEmail === "") return null;
  if (name === "") return wrong("guardianName", "guardianName");
  const phone =
    readMobile(guardianPhone) ?? wrong("guardianPhone", guardianPhone ? "phone" : "guardianPhone");
  const email = guardianEmail === "" ? null : guardianEmail.toLowerCase();
  if (email && !EMAIL.test(email)) return wrong("guardianEmail", "email");
  const relation = RELATIONS[guardianRelation.trim().toLowerCase()] ?? "other";
  return phone === null ? null : { name, relation, phone, email };
};

/**
 * Judges one row of a roster. Goes in: the row's texts by field, its line, the school's open programmes and today's civil
 * date. Comes out: the record, or null with what is wrong, cell by cell; warnings come with a record. House rule.
 */
export const readRosterRow = (
  texts: RosterTexts,
  line: number,
  programmes: readonly RosterProgramme[],
  today: string,
): { record: RosterRecord | null; issues: RosterIssue[] } => {
  const issues: RosterIssue[] = [];
  const wrong: Report = (field, key, values) => {
    issues.push({ line, field, key, ...(values ? { values } : {}), severity: "error" });
    return null;
  };
  const warn = (field: RosterField, key: string) => issues.push({ line, field, key, severity: "warn" });
  const required = (field: RosterField, pattern: RegExp, key: string): string | null => {
    if (texts[field] === "") return wrong(field, "required");
    return pattern.test(texts[field]) ? texts[field] : wrong(field, key);
  };

  const studentNumber = required("studentNumber", /^[A-Za-z0-9][A-Za-z0-9-]{2,29}$/, "studentNumber");
  const name = required("name", /^[\p{L}\p{M}][\p{L}\p{M}·•.'\s-]{1,39}$/u, "name");
  const className = required("className", /^.{1,40}$/, "className");
  const sex =
    texts.sex === "" ? wrong("sex", "required") : (SEXES[texts.sex.toLowerCase()] ?? wrong("sex", "sex"));
  const id = texts.idNumber === "" ? null : (readIdNumber(texts.idNumber) ?? wrong("idNumber", "idNumber"));
  const birthDate = readBirthDate(texts, id?.birthDate ?? null, today, wrong);
  if (id && sex && id.sex !== sex) wrong("sex", "sexDiffers");
  const programme =
    programmeNamed(texts.programme, programmes) ??
    (texts.programme === ""
      ? wrong("programme", "required")
      : wrong("programme", "programme", {
          list: programmes
            .map((one) => one.name)
            .join("、")
            .slice(0, 300),
        }));
  const thisYear = Number(today.slice(0, 4));
  const year = texts.entryYear === "" ? wrong("entryYear", "required") : readEntryYear(texts.entryYear);
  const entryYear =
    texts.entryYear === "" || (year !== null && year >= thisYear - 8 && year <= thisYear + 1)
      ? year
      : wrong("entryYear", "entryYear", { from: thisYear - 8, to: thisYear + 1 });
  const phone = texts.phone === "" ? null : (readMobile(texts.phone) ?? wrong("phone", "phone"));
  const email = texts.email === "" ? null : texts.email.toLowerCase();
  if (email && !EMAIL.test(email)) wrong("email", "email");
  const guardian = readGuardian(texts, wrong);

  if (issues.some((issue) => issue.severity === "error")) return { record: null, issues };
  if (birthDate && !guardian && ageOn(birthDate, today) < 18) warn("guardianName", "minorWithoutGuardian");
  if (guardian && phone && guardian.phone === phone) warn("guardianPhone", "samePhone");
  const record =
    studentNumber && name && className && sex && birthDate && programme && entryYear
      ? {
          line,
          studentNumber,
          name,
          sex,
          birthDate,
          idNumber: id?.number ?? null,
          programmeId: programme.id,
          entryYear,
          className,
          phone,
          email,
          guardian,
        }
      : null;
  return { record, issues };
};
