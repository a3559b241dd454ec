import exceljs from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recogniseColumns } from "~/platform/sheets/columns";
import { readDateText } from "~/platform/sheets/date-text";
import { decodeText } from "~/platform/sheets/decode-text";
import { neutralText, restoredText } from "~/platform/sheets/neutral";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import { CSV_TYPE, XLSX_TYPE } from "~/platform/sheets/sheet";
import { writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { gbkBytes } from "~tests/fixtures/gbk";

const COLUMNS = [
  { field: "number", names: ["学号", "student number"], required: true },
  { field: "name", names: ["姓名", "name of student"], required: true },
  { field: "guardianName", names: ["监护人姓名"] },
  { field: "guardianPhone", names: ["监护人电话"] },
] as const;

const utf8 = (text: string) => new TextEncoder().encode(text);
const csv = (bytes: Uint8Array) => readSheet({ bytes, mediaType: CSV_TYPE }, COLUMNS);

const read = async (file: Parameters<typeof readSheet>[0]) => {
  const sheet = await readSheet(file, COLUMNS);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.refusal));
  return sheet.value;
};

const workbook = async (fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void) => {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet("表"), book);
  return { bytes: new Uint8Array(await book.xlsx.writeBuffer()), mediaType: XLSX_TYPE };
};

describe("texts of unknown encoding", () => {
  it.each([
    ["UTF-8", utf8("学号,姓名")],
    ["UTF-8 with mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8("学号,姓名")])],
    ["GBK", gbkBytes("学号,姓名")],
    [
      "UTF-16",
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from([..."学号,姓名"].map((one) => one.charCodeAt(0))).buffer),
      ]),
    ],
  ])("reads %s", (_name, bytes) => {
    expect(decodeText(bytes).replace(/^\uFEFF/, "")).toBe("学号,姓名");
  });
});

describe("dates as people write them", () => {
  it.each([
    ["2009-03-05", "2009-03-05"],
    ["2009/3/5", "2009-03-05"],
    ["2009.3.5", "2009-03-05"],
    ["2009年3月5日", "2009-03-05"],
    ["20090305", "2009-03-05"],
    ["39877", "2009-03-05"],
    ["2009-03-05 00:00", "2009-03-05"],
    ["2009-02-30", null],
    ["05/03/2009", null],
    ["09-03-05", null],
    ["", null],
  ])("%s is %s", (text, date) => {
    expect(readDateText(text)).toBe(date);
  });
});

describe("cells that could run", () => {
  it("are neutralised and come back as they were", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = neutralText(text);
        expect(/^[=@]/.test(written)).toBe(false);
        if (!text.startsWith("'")) expect(restoredText(written)).toBe(text);
      }),
    );
  });

  it("leave numbers alone", () => {
    expect(neutralText("-12.5")).toBe("-12.5");
    expect(neutralText("+86 138")).toBe("'+86 138");
    expect(neutralText("=1+1")).toBe("'=1+1");
  });
});

describe("columns", () => {
  it("are known in either language, whatever stands around the name", () => {
    const found = recogniseColumns(
      ["*学 号（必填）", "Student", "Name of Student", "班主任", "学号"],
      COLUMNS,
    );
    expect(found.places).toEqual({ number: 0, name: 2 });
    expect(found.missing).toEqual([]);
    expect(found.unknown.map((one) => one.header)).toEqual(["Student", "班主任"]);
    expect(found.repeated).toEqual([{ header: "学号", column: 4, field: "number" }]);
  });
});

describe("CSV", () => {
  it("keeps codes and texts as they are, with their lines, whatever separates the cells", async () => {
    for (const separator of [",", ";", "\t"]) {
      const text = `${["学号", "姓名"].join(separator)}\n\n${["007", "=甲"].join(separator)}\n`;
      const sheet = await read({ bytes: gbkBytes(text), mediaType: CSV_TYPE });
      expect(sheet.headers).toEqual(["学号", "姓名"]);
      expect(sheet.rows).toEqual([{ line: 3, cells: ["007", "=甲"] }]);
    }
  });

  it("says where a file stops being CSV", async () => {
    const refused = await csv(utf8('学号,姓名\n1,甲\n2,"乙\n'));
    expect(refused).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "file", key: "sheets.notCsv" }] },
    });
  });

  it("is bounded", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${index},甲`).join("\n");
    const sheet = await readSheet({ bytes: utf8(`学号,姓名\n${rows}`), mediaType: CSV_TYPE }, COLUMNS, 20);
    expect(sheet).toMatchObject({ ok: false, refusal: { fields: [{ key: "sheets.tooManyRows" }] } });
    const wide = Array.from({ length: 61 }, (_, index) => `列${index}`).join(",");
    expect(await csv(utf8(`${wide}\n${wide}`))).toMatchObject({
      refusal: { fields: [{ key: "sheets.tooManyColumns" }] },
    });
    expect(await csv(utf8("学号,姓名\n"))).toMatchObject({
      refusal: { fields: [{ key: "sheets.onlyHeader" }] },
    });
    expect(await csv(utf8(""))).toMatchObject({ refusal: { fields: [{ key: "sheets.empty" }] } });
  });
});

describe("XLSX", () => {
  it("finds the header under a title, in two merged rows, and drops what is empty", async () => {
    const sheet = await read(
      await workbook((page, book) => {
        page.addRow(["花名册"]);
        page.mergeCells("A1:F1");
        page.addRow(["学号", "姓名", null, "监护人", "监护人"]);
        page.addRow(["学号", "姓名", null, "姓名", "电话"]);
        page.mergeCells("D2:E2");
        page.mergeCells("A2:A3");
        page.mergeCells("B2:B3");
        page.addRow([]);
        page.addRow(["001", "甲", null, "甲父", "13900000000"]);
        book.addWorksheet("别的").addRow(["x"]);
      }),
    );
    expect(sheet.headers).toEqual(["学号", "姓名", "监护人姓名", "监护人电话"]);
    expect(sheet.headerLine).toBe(3);
    expect(sheet.rows).toEqual([{ line: 5, cells: ["001", "甲", "甲父", "13900000000"] }]);
    expect(sheet.otherSheets).toEqual(["别的"]);
  });

  it("takes a formula's stored value, says so, and says when there is none", async () => {
    const sheet = await read(
      await workbook((page) => {
        page.addRow(["学号", "姓名"]);
        page.addRow([{ formula: "1+1", result: 2024001 }, "甲"]);
        page.addRow([{ formula: "1+1" }, { error: "#N/A" }]);
      }),
    );
    expect(sheet.rows.map((row) => row.cells)).toEqual([["2024001", "甲"]]);
    expect(sheet.marks).toEqual([{ line: 2, column: 0, mark: "formula" }]);
  });

  it("reads dates without zone, whole numbers without exponent, and tells lost digits", async () => {
    const sheet = await read(
      await workbook((page) => {
        page.addRow(["学号", "姓名", "监护人姓名"]);
        page.addRow([20240101001, new Date(Date.UTC(2009, 2, 5)), 440113200903050000]);
        page.addRow(["002", { richText: [{ text: "甲" }, { text: "乙" }] }, "丙"]);
      }),
    );
    expect(sheet.rows[0]!.cells.slice(0, 2)).toEqual(["20240101001", "2009-03-05"]);
    expect(sheet.rows[1]!.cells[1]).toBe("甲乙");
    expect(sheet.marks).toEqual([{ line: 2, column: 2, mark: "lostDigits" }]);
  });

  it("turns away what is no workbook, and one that unpacks beyond measure", async () => {
    const bytes = utf8("PK\u0003\u0004 not really");
    expect(await readSheet({ bytes, mediaType: XLSX_TYPE }, COLUMNS)).toMatchObject({
      refusal: { fields: [{ key: "sheets.notXlsx" }] },
    });
    const real = await workbook((page) => page.addRow(["学号", "姓名"]));
    const bomb = new Uint8Array(real.bytes);
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    }
    expect(await readSheet({ bytes: bomb, mediaType: XLSX_TYPE }, COLUMNS)).toMatchObject({
      refusal: { fields: [{ key: "sheets.tooLarge" }] },
    });
  });
});

describe("what we write", () => {
  const headers = ["学号", "姓名"];
  const rows = [
    ["007", "=cmd"],
    ["+86138", "@甲"],
  ];

  it("reads back as it was, from CSV and XLSX", async () => {
    const text = writeCsv({ headers, rows });
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text).toContain("'=cmd");
    const fromCsv = await read({ bytes: utf8(text), mediaType: CSV_TYPE });
    const bytes = await writeXlsx([{ name: "名册/1", headers, rows, note: "说明" }]);
    const fromXlsx = await read({ bytes, mediaType: XLSX_TYPE });
    expect(fromCsv.rows.map((row) => row.cells)).toEqual(rows);
    expect(fromXlsx.rows.map((row) => row.cells)).toEqual(rows);
  });
});
