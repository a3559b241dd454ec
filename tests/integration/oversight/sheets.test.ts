import exceljs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogueChanged } from "~/catalogues/queries/catalogue.server";
import type { MemberCtx, OrganizationKind, Role } from "~/identity/actor";
import { confirmSheet } from "~/oversight/commands/confirm-sheet.server";
import { discardSheet } from "~/oversight/commands/discard-sheet.server";
import { takeInSheet } from "~/oversight/commands/take-in-sheet.server";
import { takeSnapshot } from "~/oversight/commands/take-snapshot.server";
import { figureTemplate } from "~/oversight/figure-template.server";
import { indicatorPage } from "~/oversight/queries/indicator-page.server";
import { sheetFile, sheetPage } from "~/oversight/queries/sheet-page.server";
import { sheetsPage } from "~/oversight/queries/sheets-page.server";
import { waitingSheets } from "~/oversight/queries/sheets-waiting.server";
import { snapshotPage } from "~/oversight/queries/snapshot-page.server";
import { SUPPLIED_REGION } from "~/oversight/queries/supplied-sums.sqlite.server";
import { action } from "~/oversight/routes/sheets";
import type { IndicatorTable } from "~/oversight/rules/indicators/indicator";
import { rawReader, read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import type { Result } from "~/platform/result";
import { CSV_TYPE, XLSX_TYPE } from "~/platform/sheets/sheet";
import { writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import {
  cookieOf,
  factsOfTest,
  givenOrganization,
  givenPerson,
  memberCtx,
  NOW,
} from "~tests/fixtures/people";
import { outcomeOf } from "~tests/fixtures/route";

type Amounts = Record<string, [string, string?]>;

const YEAR = "2025";
let authority: string;
let school: string;
let alone: string;
const people = new Map<string, string>();

const as = async (
  id: string,
  kind: OrganizationKind,
  role: Role = "owner",
  now = NOW,
): Promise<MemberCtx> => {
  const key = `${id} ${role}`;
  const personId = people.get(key) ?? (await givenPerson("陈填报", { organizationId: id, role })).personId;
  people.set(key, personId);
  return memberCtx(personId, { id, kind, name: kind, role }, now);
};

const tableOf = (table: IndicatorTable, amounts: Amounts, year = YEAR, regionCode = "440113") =>
  figureTemplate(
    { table, supplier: "school", year, regionCode },
    "zh-CN",
    new Map(
      Object.entries(amounts).map(([id, [numerator, denominator = ""]]) => [
        `${id} ${regionCode}`,
        { numerator, denominator },
      ]),
    ),
  );
const fileOf = (body: string | Uint8Array, name = "填报.csv") => ({
  field: "file",
  name,
  mediaType: typeof body === "string" ? CSV_TYPE : XLSX_TYPE,
  bytes: typeof body === "string" ? new TextEncoder().encode(body) : body,
});
const csvOf = async (table: IndicatorTable, amounts: Amounts, year = YEAR) =>
  fileOf(writeCsv(await tableOf(table, amounts, year)));
const value = <T>(done: Result<T>): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const refusal = (done: Result<unknown>) =>
  done.ok ? null : (done.refusal.fields?.[0]?.key ?? done.refusal.key);
const findings = async (ctx: MemberCtx, id: string) =>
  ((await sheetPage(ctx, id))?.lines ?? []).flatMap(({ line, findings: found }) =>
    found.map(({ field, key }) => [line, field, key]),
  );
const handIn = async (ctx: MemberCtx, table: IndicatorTable, amounts: Amounts, year = YEAR) => {
  const { id } = value(await takeInSheet(ctx, { table, year }, await csvOf(table, amounts, year)));
  value(await confirmSheet(ctx, { id, version: 1 }));
  return id;
};
const figure = async (ctx: MemberCtx, id: string, year = YEAR) => {
  const page = await indicatorPage(ctx, id, new URLSearchParams({ year }));
  return [page?.figure.state, page?.figure.value];
};

beforeAll(async () => {
  authority = await givenOrganization("authority", "市教育局", { regionCode: "440100" });
  school = await givenOrganization("school", "岭南机电职业学校");
  alone = await givenOrganization("school", "湾区职业学校", { regionCode: "330402" });
});

describe("a sheet handed in", () => {
  it("shows what was read before anything counts, then opens each figure to file, line, person and day", async () => {
    const ctx = await as(school, "school");
    const file = fileOf(
      await writeXlsx([await tableOf("resources", { courses: ["４１２"], dual_qualified: ["66", "99"] })]),
      "表.xlsx",
    );
    const { id, again } = value(await takeInSheet(ctx, { table: "resources", year: YEAR }, file));
    expect(again).toBe(false);
    expect(await findings(ctx, id)).toEqual([]);
    const looked = await sheetPage(ctx, id);
    expect(looked).toMatchObject({ filled: 2, total: 8, state: "checked", problems: 0 });
    expect(looked?.lines.flatMap(({ notes }) => notes.map(({ key }) => key))).toEqual(["fullWidth"]);
    expect(await figure(ctx, "courses")).toEqual(["awaited", null]);
    expect(value(await confirmSheet(ctx, { id, version: 1 }))).toEqual({ figures: 2 });
    expect(await figure(ctx, "courses")).toEqual(["told", 412]);
    expect(await figure(ctx, "dual_qualified")).toEqual(["told", 6667]);
    const office = await as(authority, "authority");
    const page = await indicatorPage(office, "courses", new URLSearchParams({ year: YEAR }));
    expect(page?.figure).toMatchObject({ state: "told", value: 412 });
    const line = looked?.lines.find(({ indicatorId }) => indicatorId === "courses")?.line;
    expect(page?.organizations).toMatchObject([
      {
        name: "岭南机电职业学校",
        origin: { sheetId: id, line, fileName: "表.xlsx", personName: ctx.actor.name },
      },
    ]);
    expect(page?.organizations[0]?.origin?.confirmedAt).toContain("2026-11-22");
  });

  it("is one sheet however often the same file is sent, and confirming twice counts once", async () => {
    const ctx = await as(school, "school");
    const file = await csvOf("international", { standards_adopted: ["7"] });
    const first = value(await takeInSheet(ctx, { table: "international", year: YEAR }, file));
    const second = value(await takeInSheet(ctx, { table: "international", year: YEAR }, file));
    expect(second).toEqual({ id: first.id, again: true });
    value(await confirmSheet(ctx, { id: first.id, version: 1 }));
    expect(value(await confirmSheet(ctx, { id: first.id, version: 1 }))).toEqual({ figures: 1 });
    expect(await read.suppliedFigure.count({ where: { sheetId: first.id } })).toBe(1);
    expect(await figure(ctx, "standards_adopted")).toEqual(["told", 7]);
  });

  it("is superseded by a later one and stays readable; what was told in a snapshot stays as told", async () => {
    const ctx = await as(school, "school");
    const first = await handIn(ctx, "policy", {
      internship_budget: ["1,200.50"],
      students_enrolled: ["3000"],
    });
    const told = value(await takeSnapshot(ctx, YEAR));
    const second = await handIn(ctx, "policy", { internship_budget: ["1300"] });
    expect(await figure(ctx, "internship_budget")).toEqual(["told", 130_000]);
    expect(await figure(ctx, "students_enrolled")).toEqual(["awaited", null]);
    expect(await sheetPage(ctx, first)).toMatchObject({
      state: "superseded",
      supersededById: second,
      filled: 2,
    });
    const kept = (await snapshotPage(ctx, told.id))?.content.figures ?? [];
    expect(kept.find(({ indicatorId }) => indicatorId === "internship_budget")?.value).toBe(120_050);
    expect(kept.find(({ indicatorId }) => indicatorId === "students_enrolled")?.value).toBe(3000);
  });

  it("is put aside without a trace in the figures, and the same file may come again", async () => {
    const ctx = await as(school, "school");
    const file = await csvOf("service", { patents: ["3"] });
    const { id } = value(await takeInSheet(ctx, { table: "service", year: YEAR }, file));
    value(await discardSheet(ctx, { id, version: 1 }));
    expect(refusal(await confirmSheet(ctx, { id, version: 2 }))).toBe("reports.errors.notOpen");
    expect(value(await takeInSheet(ctx, { table: "service", year: YEAR }, file))).toEqual({
      id,
      again: false,
    });
    expect(await figure(ctx, "patents")).toEqual(["awaited", null]);
  });

  it("is seen by its school and the authorities above it, confirmed by its owner alone", async () => {
    const ctx = await as(school, "school");
    const { id } = value(
      await takeInSheet(
        ctx,
        { table: "service", year: "2024" },
        await csvOf("service", { patents: ["4"] }, "2024"),
      ),
    );
    const viewer = await as(school, "school", "viewer");
    expect(refusal(await confirmSheet(viewer, { id, version: 1 }))).toBe("reports.errors.roleOnly");
    const stranger = await as(alone, "school");
    expect(await sheetPage(stranger, id)).toBeNull();
    expect(await confirmSheet(stranger, { id, version: 1 })).toMatchObject({
      refusal: { code: "not_found" },
    });
    const office = await as(authority, "authority");
    expect(await sheetPage(office, id)).toBeNull();
    value(await confirmSheet(ctx, { id, version: 1 }));
    expect(await sheetPage(office, id)).toMatchObject({ own: false, state: "confirmed" });
    expect(await sheetFile(office, id)).toBeNull();
    expect((await sheetFile(ctx, id))?.file.name).toBe("填报.csv");
    expect(await confirmSheet(office, { id, version: 1 })).toMatchObject({ refusal: { code: "not_found" } });
    expect((await sheetsPage(office, new URLSearchParams({ year: YEAR }))).schools?.items).toMatchObject([
      { name: "岭南机电职业学校" },
    ]);
  });
});

describe("a sheet that is not as it was handed out", () => {
  it("says which columns hold what when they are shifted", async () => {
    const table = await tableOf("resources", { courses: ["5"] });
    const shifted = { ...table, rows: table.rows.map((row) => ["", ...row.slice(0, -1)]) };
    const done = await takeInSheet(
      await as(school, "school"),
      { table: "resources", year: YEAR },
      fileOf(writeCsv(shifted)),
    );
    expect(refusal(done)).toBe("reports.errors.shifted");
    expect(!done.ok && done.refusal.findings).toEqual([
      { column: 2, header: "年份", seems: "template" },
      { column: 3, header: "指标编码", seems: "year" },
      { column: 6, header: "数值或分子", seems: "definition" },
    ]);
  });

  it("names the columns that are missing", async () => {
    const table = await tableOf("resources", { courses: ["5"] });
    const without = { headers: table.headers.slice(0, 6), rows: table.rows.map((row) => row.slice(0, 6)) };
    const done = await takeInSheet(
      await as(school, "school"),
      { table: "resources", year: YEAR },
      fileOf(writeCsv(without)),
    );
    expect(!done.ok && done.refusal.fields).toEqual([
      { field: "file", key: "reports.errors.missingColumns", values: { columns: "分母" } },
    ]);
  });

  it("is another year's, another table's or an earlier template", async () => {
    const ctx = await as(school, "school");
    const ask = { table: "resources", year: YEAR } as const;
    const older = await csvOf("resources", { courses: ["5"] }, "2024");
    expect(await takeInSheet(ctx, ask, older)).toMatchObject({
      refusal: { fields: [{ key: "reports.errors.otherYear", values: { year: "2024", asked: YEAR } }] },
    });
    expect(refusal(await takeInSheet(ctx, ask, await csvOf("service", { patents: ["5"] })))).toBe(
      "reports.errors.otherTable",
    );
    const table = await tableOf("resources", { courses: ["5"] });
    const v0 = table.rows.map(([, ...rest]) => ["resources.school.v0", ...rest]);
    expect(refusal(await takeInSheet(ctx, ask, fileOf(writeCsv({ ...table, rows: v0 }))))).toBe(
      "reports.errors.oldTemplate",
    );
    expect(refusal(await takeInSheet(ctx, { table: "local", year: YEAR }, older))).toBe(
      "reports.errors.table",
    );
  });

  it("has merged cells and formulas: each is told beside its cell and nothing can be confirmed", async () => {
    const ctx = await as(school, "school");
    const book = new exceljs.Workbook();
    const table = await tableOf("resources", { courses: ["5"], textbooks: ["6"] });
    await book.xlsx.load((await writeXlsx([table])).slice().buffer);
    const sheet = book.worksheets[0]!;
    sheet.mergeCells("F6:F7");
    sheet.getCell("F4").value = { formula: "SUM(1,2)", result: 3 };
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const { id } = value(
      await takeInSheet(ctx, { table: "resources", year: YEAR }, fileOf(bytes, "合并.xlsx")),
    );
    expect(await findings(ctx, id)).toEqual([
      [4, "numerator", "formula"],
      [4, "denominator", "bothParts"],
      [6, "numerator", "merged"],
      [7, "numerator", "merged"],
    ]);
    expect(refusal(await confirmSheet(ctx, { id, version: 1 }))).toBe("reports.errors.stillWrong");
    const { actor } = ctx;
    expect(await waitingSheets.load(actor, "2026-11-22")).toContainEqual(
      expect.objectContaining({
        id: `sheet:${id}`,
        meta: { key: "reports.waits.cells", values: { count: 4 } },
      }),
    );
    expect(await figure(ctx, "textbooks")).toEqual(["awaited", null]);
  });

  it("has words, percentages and formula text where numbers belong", async () => {
    const ctx = await as(school, "school");
    const file = await csvOf("service", {
      patents: ["约三十"],
      stay_local: ["45%"],
      welfare_hours: ["=1+1"],
      small_firms: ["1,23"],
    });
    const { id } = value(await takeInSheet(ctx, { table: "service", year: YEAR }, file));
    expect((await findings(ctx, id)).map(([, field, key]) => [field, key])).toEqual([
      ["numerator", "percent"],
      ["numerator", "grouping"],
      ["numerator", "notANumber"],
      ["numerator", "formula"],
    ]);
  });

  it("counts by the earlier definition of a year in which it changed", async () => {
    const ctx = await as(school, "school");
    const table = await tableOf("resources", { textbooks: ["6"] }, "2026");
    const rows = table.rows.map((row) =>
      row[2] === "textbooks" ? row.map((cell, at) => (at === 4 ? "2026-01-01" : cell)) : row,
    );
    const { id } = value(
      await takeInSheet(ctx, { table: "resources", year: "2026" }, fileOf(writeCsv({ ...table, rows }))),
    );
    expect((await findings(ctx, id)).map(([, field]) => field)).toEqual(["definition"]);
    expect((await sheetPage(ctx, id))?.changed).toMatchObject([
      { title: { en: "Textbooks written" }, definitions: [{ since: "2026-01-01" }, { since: "2026-09-01" }] },
    ]);
  });

  it.each([
    ["40 MB", new Uint8Array(40 * 1024 * 1024).fill(65), "大.csv", "errors.fileTooLarge"],
    ["a renamed program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(64)]), "表.xlsx", "errors.fileKind"],
  ])("is refused beside the file when it is %s", async (_what, bytes, name, key) => {
    const { actor } = await as(school, "school");
    const form = new FormData();
    form.set("table", "resources");
    form.set("year", YEAR);
    form.set("file", new File([new Uint8Array(bytes)], name));
    const request = new Request("http://localhost/oversight/sheets", {
      method: "POST",
      headers: { Cookie: await cookieOf(actor.personId) },
      body: form,
    });
    const answer = await outcomeOf(() => action({ request, params: {}, context: factsOfTest() } as never));
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ state: { fields: [{ field: "file", key }] } });
  });
});

describe("an authority's sheet", () => {
  const rowsOf = async (change: (row: string[]) => string[]) => {
    const table = await figureTemplate(
      { table: "policy", supplier: "authority", year: YEAR, regionCode: "440100" },
      "zh-CN",
    );
    const filled = table.rows.map((row) =>
      change(row.map((cell) => (typeof cell === "string" ? cell : cell.text))),
    );
    return fileOf(writeCsv({ headers: table.headers, rows: filled }));
  };
  const withAmounts = (row: string[]) => {
    const quotient = row[2] === "allocation_per_student";
    return row.map((cell, at) => (at === 7 ? "900" : at === 8 && quotient ? "3" : cell));
  };

  it("asks for every county and adds them up; a county's figure is the city's to hand in again", async () => {
    const ctx = await as(authority, "authority");
    const { id } = value(await takeInSheet(ctx, { table: "policy", year: YEAR }, await rowsOf(withAmounts)));
    expect(await findings(ctx, id)).toEqual([]);
    const { figures } = value(await confirmSheet(ctx, { id, version: 1 }));
    expect(figures % 2).toBe(0);
    expect(await figure(ctx, "staff_posts")).toEqual(["told", 450 * figures]);
    expect(await figure(ctx, "allocation_per_student")).toEqual(["told", 30_000]);
    const county = await givenOrganization("authority", "区教育局", { regionCode: "440113" });
    const own = await as(county, "authority");
    expect(await figure(own, "staff_posts")).toEqual(["told", 900]);
    const table = await figureTemplate(
      { table: "policy", supplier: "authority", year: YEAR, regionCode: "440113" },
      "zh-CN",
      new Map([["staff_posts 440113", { numerator: "1000", denominator: "" }]]),
    );
    const again = value(await takeInSheet(own, { table: "policy", year: YEAR }, fileOf(writeCsv(table))));
    value(await confirmSheet(own, { id: again.id, version: 1 }));
    expect(await figure(ctx, "staff_posts")).toEqual(["told", 450 * figures + 100]);
  });

  it("names the successor of an abolished code where the catalogue knows it, else asks", async () => {
    await inTransaction(async (tx) => {
      const gone = {
        level: "county",
        parentCode: "440100",
        pinyin: "",
        initials: "",
        validFrom: "2020",
        withdrawnIn: "2024",
      };
      await tx.region.create({ data: { ...gone, code: "440188", name: "番禺区" } });
      await tx.region.create({ data: { ...gone, code: "440189", name: "无名旧区" } });
    });
    catalogueChanged();
    const ctx = await as(authority, "authority");
    const codes = ["440188", "440189", "330402"];
    let at = 0;
    const file = await rowsOf((row) => {
      const code = row[2] === "staff_posts" ? codes[at++] : undefined;
      return code ? withAmounts(row.with(5, code)) : row;
    });
    const { id } = value(await takeInSheet(ctx, { table: "policy", year: YEAR }, file));
    const said = (await sheetPage(ctx, id))?.lines.flatMap(({ findings: found }) => found) ?? [];
    expect(said).toMatchObject([
      { field: "region", key: "abolishedTo", values: { successor: "440113", successorName: "番禺区" } },
      { field: "region", key: "abolished", values: { name: "无名旧区" } },
      { field: "region", key: "outside" },
    ]);
  });
});

describe("supplied figures of a region", () => {
  it("are read from their index alone", () => {
    const plan = rawReader()
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${SUPPLIED_REGION}`)
      .all({ indicators: '["courses"]', year: YEAR, from: "4401", before: "4402" });
    const steps = plan.map(({ detail }) => detail).filter((detail) => detail.includes("SuppliedFigure"));
    expect(steps).not.toEqual([]);
    for (const step of steps) expect(step).toContain("USING COVERING INDEX");
  });
});

describe("figures that must not mislead", () => {
  it("divide by zero to nothing, never to 0 %", async () => {
    const ctx = await as(alone, "school");
    await handIn(ctx, "scorecard", { promotion_three_years: ["0", "0"] });
    expect(await figure(ctx, "promotion_three_years")).toEqual(["incomputable", null]);
  });

  it("withhold three persons of a region's only school from its authority, not from the school", async () => {
    const office = await givenOrganization("authority", "嘉兴市教育局", { regionCode: "330400" });
    const ctx = await as(alone, "school");
    await handIn(ctx, "international", { foreign_students: ["3"], schools_abroad: ["2"] });
    expect(await figure(ctx, "foreign_students")).toEqual(["told", 3]);
    const seen = await as(office, "authority");
    const page = await indicatorPage(seen, "foreign_students", new URLSearchParams({ year: YEAR }));
    expect(page?.figure).toMatchObject({ state: "withheld", numerator: 0 });
    expect(page?.organizations.map((one) => one.figure.state)).toEqual(["withheld"]);
    expect(page?.parts.map((one) => one.figure.state)).toEqual(["withheld"]);
    const opened = await sheetPage(seen, page?.organizations[0]?.origin?.sheetId ?? "");
    const line = opened?.lines.find(({ indicatorId }) => indicatorId === "foreign_students");
    expect(line).toMatchObject({ masked: true, numerator: null, cells: { numerator: "" } });
    expect(opened?.lines.find(({ indicatorId }) => indicatorId === "schools_abroad")?.numerator).toBe(200);
    expect(await figure(seen, "schools_abroad")).toEqual(["told", 2]);
  });

  it("withhold a second part of a whole where the rest would give the first away, in what is frozen too", async () => {
    const office = await givenOrganization("authority", "温州市教育局", { regionCode: "330300" });
    const id = await givenOrganization("school", "瓯江职业学校", { regionCode: "330302" });
    const amounts: Amounts = { primary_sector: ["3"], secondary_sector: ["200"], tertiary_sector: ["300"] };
    const table = await tableOf("scorecard", amounts, YEAR, "330302");
    const ctx = await as(id, "school");
    const sheet = value(await takeInSheet(ctx, { table: "scorecard", year: YEAR }, fileOf(writeCsv(table))));
    value(await confirmSheet(ctx, { id: sheet.id, version: 1 }));
    const seen = await as(office, "authority");
    const taken = value(await takeSnapshot(seen, YEAR));
    const kept = (await snapshotPage(seen, taken.id))?.content.figures ?? [];
    const told = Object.keys(amounts).map(
      (one) => kept.find(({ indicatorId }) => indicatorId === one)?.value,
    );
    expect(told).toEqual([null, null, 300]);
    expect(await figure(ctx, "primary_sector")).toEqual(["told", 3]);
  });

  it("hide a second school where the total would give the first away", async () => {
    const office = await givenOrganization("authority", "宁波市教育局", { regionCode: "330200" });
    for (const [name, count, regionCode] of [
      ["甲校", "3", "330203"],
      ["乙校", "20", "330203"],
      ["丙校", "60", "330205"],
    ] as const) {
      const id = await givenOrganization("school", name, { regionCode });
      const ctx = await as(id, "school");
      const table = await tableOf("international", { foreign_students: [count] }, YEAR, regionCode);
      const sheet = value(
        await takeInSheet(ctx, { table: "international", year: YEAR }, fileOf(writeCsv(table))),
      );
      value(await confirmSheet(ctx, { id: sheet.id, version: 1 }));
    }
    const page = await indicatorPage(
      await as(office, "authority"),
      "foreign_students",
      new URLSearchParams({ year: YEAR }),
    );
    expect(page?.figure.value).toBe(83);
    expect(page?.organizations.map((one) => [one.name, one.figure.state])).toEqual([
      ["甲校", "withheld"],
      ["乙校", "withheld"],
      ["丙校", "told"],
    ]);
  });
});

describe("a confirmation that is cut off half-way", () => {
  it("leaves nothing behind and can be done again", async () => {
    const ctx = await as(school, "school");
    const amounts: Amounts = { primary_sector: ["10"], secondary_sector: ["200"], tertiary_sector: ["300"] };
    const before = await handIn(ctx, "scorecard", amounts);
    const { id } = value(
      await takeInSheet(
        ctx,
        { table: "scorecard", year: YEAR },
        await csvOf("scorecard", { ...amounts, tertiary_sector: ["301"] }),
      ),
    );
    await inTransaction((tx) =>
      tx.$executeRawUnsafe(`CREATE TRIGGER cut_off BEFORE INSERT ON SuppliedFigure WHEN NEW.numerator = 30100
        BEGIN SELECT RAISE(ABORT, 'the power went'); END`),
    );
    await expect(confirmSheet(ctx, { id, version: 1 })).rejects.toThrow();
    expect(await read.suppliedFigure.count({ where: { sheetId: id } })).toBe(0);
    expect((await sheetPage(ctx, before))?.state).toBe("confirmed");
    expect(await figure(ctx, "tertiary_sector")).toEqual(["told", 300]);
    await inTransaction((tx) => tx.$executeRawUnsafe("DROP TRIGGER cut_off"));
    value(await confirmSheet(ctx, { id, version: 1 }));
    expect(await figure(ctx, "tertiary_sector")).toEqual(["told", 301]);
  });
});
