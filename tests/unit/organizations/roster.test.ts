import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { claimTail } from "~/organizations/rules/claim-tail";
import { readIdNumber } from "~/organizations/rules/id-number";
import {
  JOIN_CODE_LENGTH,
  joinCodeFrom,
  plainJoinCode,
  printedJoinCode,
} from "~/organizations/rules/join-code";
import { checkRoster } from "~/organizations/rules/roster-check";
import { ROSTER_FIELDS } from "~/organizations/rules/roster-columns";
import { correctionsIn } from "~/organizations/rules/roster-corrections";
import {
  programmeNamed,
  type RosterTexts,
  readEntryYear,
  readMobile,
  readRosterRow,
} from "~/organizations/rules/roster-row";
import { nextStudentStates, STUDENT_STATES } from "~/organizations/rules/student-lifecycle";
import { idNumberOf } from "~tests/fixtures/roster";

const TODAY = "2026-11-22";
const PROGRAMMES = [
  { id: "p1", name: "数控技术应用", majorCode: "660103", major: "数控技术应用" },
  { id: "p2", name: "机电（校企班）", majorCode: "660301", major: "机电技术应用" },
];

const EMPTY = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, ""])) as RosterTexts;
const GOOD: RosterTexts = {
  ...EMPTY,
  studentNumber: "2024010101",
  name: "陈雨桐",
  sex: "女",
  birthDate: "2009-03-15",
  programme: "数控技术应用",
  entryYear: "2024级",
  className: "24数控1班",
  guardianName: "陈伯年",
  guardianRelation: "父亲",
  guardianPhone: "13900005678",
};

const judged = (texts: Partial<RosterTexts>) => readRosterRow({ ...GOOD, ...texts }, 5, PROGRAMMES, TODAY);

describe("a row of a roster", () => {
  it("is read into a record", () => {
    const { record, issues } = judged({ phone: "+86 138-0000-1234", email: "A@B.cn" });
    expect(issues).toEqual([]);
    expect(record).toMatchObject({
      sex: "female",
      birthDate: "2009-03-15",
      programmeId: "p1",
      entryYear: 2024,
      phone: "13800001234",
      email: "a@b.cn",
      guardian: { relation: "father", phone: "13900005678" },
    });
  });

  it.each<[string, Partial<RosterTexts>, string, string]>([
    ["no number", { studentNumber: "" }, "studentNumber", "required"],
    ["a number with signs", { studentNumber: "2024/01" }, "studentNumber", "studentNumber"],
    ["a name of digits", { name: "1234" }, "name", "name"],
    ["an unknown sex", { sex: "未知" }, "sex", "sex"],
    ["a day that is none", { birthDate: "2009-02-30" }, "birthDate", "birthDate"],
    ["a year slipped", { birthDate: "1909-03-15" }, "birthDate", "age"],
    ["no birth date at all", { birthDate: "" }, "birthDate", "birthDateMissing"],
    ["a wrong identity number", { idNumber: "440113200903150001" }, "idNumber", "idNumber"],
    [
      "an identity number of another day",
      { idNumber: idNumberOf("2009-03-16", "女", 1) },
      "birthDate",
      "birthDateDiffers",
    ],
    [
      "an identity number of the other sex",
      { idNumber: idNumberOf("2009-03-15", "男", 1) },
      "sex",
      "sexDiffers",
    ],
    ["a programme the school has not", { programme: "航空服务" }, "programme", "programme"],
    ["a year out of range", { entryYear: "2012" }, "entryYear", "entryYear"],
    ["no class", { className: "" }, "className", "required"],
    ["a short phone", { phone: "1380000" }, "phone", "phone"],
    ["a broken address", { email: "a@b" }, "email", "email"],
    ["a guardian without a phone", { guardianPhone: "" }, "guardianPhone", "guardianPhone"],
    ["a guardian's wrong phone", { guardianPhone: "020-3888" }, "guardianPhone", "phone"],
    ["a phone without a guardian", { guardianName: "" }, "guardianName", "guardianName"],
  ])("%s is wrong, at its cell", (_name, texts, field, key) => {
    const { record, issues } = judged(texts);
    expect(record).toBeNull();
    expect(issues).toContainEqual(expect.objectContaining({ line: 5, field, key, severity: "error" }));
  });

  it("takes the birth date from the identity number where it is missing", () => {
    expect(judged({ birthDate: "", idNumber: idNumberOf("2009-03-15", "女", 3) }).record?.birthDate).toBe(
      "2009-03-15",
    );
  });

  it("warns of a minor without guardian and of a guardian with the student's phone", () => {
    expect(judged({ guardianName: "", guardianPhone: "" }).issues).toEqual([
      { line: 5, field: "guardianName", key: "minorWithoutGuardian", severity: "warn" },
    ]);
    expect(judged({ birthDate: "2006-01-01", guardianName: "", guardianPhone: "" }).issues).toEqual([]);
    expect(judged({ phone: "13900005678" }).issues[0]?.key).toBe("samePhone");
  });
});

describe("cells people write in many ways", () => {
  it("reads years, phones and programmes", () => {
    expect([
      readEntryYear("2024"),
      readEntryYear("24级"),
      readEntryYear("2024-09"),
      readEntryYear("去年"),
    ]).toEqual([2024, 2024, 2024, null]);
    expect([readMobile("138 0000 1234"), readMobile("008613800001234"), readMobile("020-38880000")]).toEqual([
      "13800001234",
      "13800001234",
      null,
    ]);
    expect(programmeNamed("660103 数控技术应用", PROGRAMMES)?.id).toBe("p1");
    expect(programmeNamed("机电(校企班)", PROGRAMMES)?.id).toBe("p2");
    expect(programmeNamed("机电技术应用", PROGRAMMES)?.id).toBe("p2");
    expect(programmeNamed("", PROGRAMMES)).toBeNull();
  });

  it("checks an identity number's form, day and last character", () => {
    const good = idNumberOf("2009-03-15", "女", 7);
    expect(readIdNumber(good.toLowerCase())).toEqual({
      number: good,
      birthDate: "2009-03-15",
      sex: "female",
    });
    const broken = `${good.slice(0, 17)}${good[17] === "0" ? "1" : "0"}`;
    expect(readIdNumber(broken)).toBeNull();
  });
});

const HEADERS = ["学号", "姓名", "性别", "出生日期", "专业", "年级", "班级", "监护人", "监护人电话", "宿舍"];
const cells = (number: string, over: Partial<Record<number, string>> = {}) =>
  [number, "陈雨桐", "女", "2009-03-15", "660103", "2024", "1班", "陈伯年", "13900005678", ""].map(
    (cell, index) => over[index] ?? cell,
  );
const sheetOf = (rows: string[][], headers = HEADERS) => ({
  headers,
  headerLine: 1,
  rows: rows.map((one, index) => ({ line: index + 2, cells: one })),
  marks: [],
  otherSheets: [],
});

describe("a whole roster", () => {
  it("finds doubled numbers, says which line was first, and keeps the first", () => {
    const found = checkRoster(
      sheetOf([cells("1001"), cells("1002"), cells("1001")]),
      PROGRAMMES,
      new Map(),
      TODAY,
    );
    expect(found.wrongLines).toEqual([4]);
    expect(found.issues).toEqual([
      { line: 4, field: "studentNumber", key: "numberTwice", values: { line: 2 }, severity: "error" },
    ]);
    expect(found.records.map((one) => one.studentNumber)).toEqual(["1001", "1002"]);
    expect(found.columns.unknown.map((one) => one.header)).toEqual(["宿舍"]);
  });

  it("does not hand a number to somebody else, but lets a name be corrected", () => {
    const known = new Map([["1001", { studentNumber: "1001", name: "别人", birthDate: "2008-01-01" }]]);
    expect(checkRoster(sheetOf([cells("1001")]), PROGRAMMES, known, TODAY).issues[0]?.key).toBe(
      "numberTaken",
    );
    const sameDay = new Map([["1001", { studentNumber: "1001", name: "陈雨同", birthDate: "2009-03-15" }]]);
    expect(checkRoster(sheetOf([cells("1001")]), PROGRAMMES, sameDay, TODAY).wrongLines).toEqual([]);
  });

  it("names the columns that are missing, the birth date by either of its columns", () => {
    const without = sheetOf([["1001", "陈雨桐"]], ["学号", "姓名"]);
    const { columns, records } = checkRoster(without, PROGRAMMES, new Map(), TODAY);
    expect(columns.missing).toEqual(["sex", "programme", "entryYear", "className", "birthDate"]);
    expect(records).toEqual([]);
  });

  it("says a rounded identity number is rounded, once", () => {
    const sheet = sheetOf([[...cells("1001"), "440113200903150000"]], [...HEADERS, "身份证号"]);
    const marked = { ...sheet, marks: [{ line: 2, column: 10, mark: "lostDigits" as const }] };
    const { issues } = checkRoster(marked, PROGRAMMES, new Map(), TODAY);
    expect(issues.map((one) => one.key)).toEqual(["lostDigits"]);
  });
});

describe("corrections from the form", () => {
  it("are read cell by cell, and what means nothing is passed over", () => {
    expect(
      correctionsIn({
        "cell:5:sex": "男",
        "cell:6:nothing": "x",
        "cell:x:name": "y",
        drop: ["7", "z"],
        intent: "correct",
      }),
    ).toEqual({ cells: [{ line: 5, field: "sex", text: "男" }], drop: [7] });
  });
});

describe("codes on paper", () => {
  it("have ten clear signs, however they are typed again", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 48, maxLength: 48 }), (random) => {
        const code = joinCodeFrom(random);
        fc.pre(code.length === JOIN_CODE_LENGTH);
        expect(code).not.toMatch(/[0O1IL2Z5S8B]/);
        expect(plainJoinCode(printedJoinCode(code).toLowerCase())).toBe(code);
      }),
    );
    const token = "aB3-_longTokenFromAMail";
    expect(plainJoinCode(token)).toBe(token);
  });

  it("ask for the identity number's end, else the student number's", () => {
    expect(claimTail("123x", "2024010101")).toBe("123X");
    expect(claimTail(null, "2024010101")).toBe("0101");
  });
});

describe("a student's states", () => {
  it("never come back from erasure, and never lead to it by the school", () => {
    expect(nextStudentStates("erased")).toEqual([]);
    expect(STUDENT_STATES.flatMap((state) => nextStudentStates(state))).not.toContain("erased");
  });
});
