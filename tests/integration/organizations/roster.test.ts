import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { applyRoster } from "~/organizations/commands/apply-roster.server";
import { checkRosterFile } from "~/organizations/commands/check-roster.server";
import { correctRoster } from "~/organizations/commands/correct-roster.server";
import { createProgramme } from "~/organizations/commands/create-programme.server";
import { discardRoster } from "~/organizations/commands/discard-roster.server";
import { rosterErrorFile, rosterTemplate } from "~/organizations/queries/roster-file.server";
import { rosterReport } from "~/organizations/queries/roster-report.server";
import { studentList } from "~/organizations/queries/student-list.server";
import { deliverRosterApply, deliverRosterCheck } from "~/organizations/roster-deliveries.server";
import { sweepRosters } from "~/organizations/roster-sweep.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { checkChain } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import type { Result } from "~/platform/result";
import { CSV_TYPE, XLSX_TYPE } from "~/platform/sheets/sheet";
import { fixedClock } from "~/platform/time/clock";
import { gbkBytes } from "~tests/fixtures/gbk";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";
import { csvText, ROSTER_HEADERS, rosterRows, workbookOf } from "~tests/fixtures/roster";

const PROGRAMMES = ["数控技术应用", "机电技术应用", "工业机器人技术应用"];

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const givenSchool = async (name: string, role: "owner" | "teacher" = "owner"): Promise<MemberCtx> => {
  const id = await givenOrganization("school", name);
  const { personId } = await givenPerson("办公室", { organizationId: id, role });
  return memberCtx(personId, { id, kind: "school", name, role });
};

const withProgrammes = async (name: string): Promise<MemberCtx> => {
  const ctx = await givenSchool(name);
  for (const major of ["660103", "660301", "660303"]) {
    must(await createProgramme(ctx, { major, seats: 160, cohorts: [] }));
  }
  return ctx;
};

const csvFile = (rows: readonly (readonly string[])[]) => ({
  name: "花名册.csv",
  mediaType: CSV_TYPE,
  bytes: gbkBytes(csvText(ROSTER_HEADERS, rows)),
});

const xlsxFile = async (rows: readonly (readonly string[])[]) => ({
  name: "花名册.xlsx",
  mediaType: XLSX_TYPE,
  bytes: await workbookOf(ROSTER_HEADERS, rows),
});

const COLUMN = Object.fromEntries(ROSTER_HEADERS.map((header, index) => [header, index])) as Record<
  string,
  number
>;

/** Ten slips as offices make them: row, column, what stands there, what it should be, by field. */
const SLIPS = [
  { row: 3, header: "学号", text: "2024000003", field: "studentNumber", key: "numberTwice" },
  { row: 20, header: "姓名", text: "", field: "name", key: "required" },
  { row: 41, header: "性别", text: "不详", field: "sex", key: "sex" },
  { row: 77, header: "出生日期", text: "2009-02-30", field: "birthDate", key: "birthDate" },
  { row: 120, header: "出生日期", text: "1908-01-09", field: "birthDate", key: "age" },
  { row: 150, header: "身份证号", text: "999999200901120012", field: "idNumber", key: "idNumber" },
  { row: 200, header: "专业", text: "数控技木应用", field: "programme", key: "programme" },
  { row: 260, header: "年级", text: "去年", field: "entryYear", key: "entryYear" },
  { row: 311, header: "手机号", text: "1381000031", field: "phone", key: "phone" },
  { row: 399, header: "家长电话", text: "", field: "guardianPhone", key: "guardianPhone" },
] as const;

const withSlips = (rows: string[][]): string[][] => {
  const wrong = rows.map((row) => [...row]);
  for (const slip of SLIPS) wrong[slip.row]![COLUMN[slip.header]!] = slip.text;
  return wrong;
};

describe("400 students with ten deliberate errors", () => {
  let right: string[][];
  beforeAll(() => {
    right = rosterRows(400, PROGRAMMES);
  });

  it.each([
    ["XLSX under a title", xlsxFile],
    ["GBK CSV", async (rows: string[][]) => csvFile(rows)],
  ])("are found, mended in the browser and imported as a whole (%s)", async (name, make) => {
    const ctx = await withProgrammes(`名册学校 ${name}`);
    const { importId } = must(await checkRosterFile(ctx, { file: await make(withSlips(right)) }));
    const found = await rosterReport(ctx, importId);
    if (!found) throw new Error("no report");
    expect(found).toMatchObject({ state: "checked", rows: 400, wrongRows: 10 });
    expect(found.report.missing).toEqual([]);
    expect(found.report.unknown).toEqual(["备注"]);
    const told = found.wrong.flatMap((row) =>
      row.cells.flatMap((cell) => cell.problems.map((one) => [cell.field, one.key])),
    );
    expect(told).toEqual(expect.arrayContaining(SLIPS.map((slip) => [slip.field, slip.key])));
    expect(await read.student.count({ where: { organizationId: ctx.actor.organizationId } })).toBe(0);
    expect((await applyRoster(ctx, { importId, version: found.version })).ok).toBe(false);

    const lines = new Map(found.wrong.map((row, index) => [SLIPS[index]!.row, row.line]));
    const cells = SLIPS.map((slip) => ({
      line: lines.get(slip.row)!,
      field: slip.field,
      text: right[slip.row]![COLUMN[slip.header]!]!,
    }));
    const mended = must(await correctRoster(ctx, { importId, version: found.version, cells, drop: [] }));
    expect(mended.wrongRows).toBe(0);

    const again = await rosterReport(ctx, importId);
    expect(again?.report.corrected).toBe(10);
    expect(must(await applyRoster(ctx, { importId, version: again!.version }))).toMatchObject({
      created: 400,
      updated: 0,
      unchanged: 0,
    });
    const list = await studentList(ctx, { state: "active" });
    expect(list.total).toBe(400);
    expect(list.students).toHaveLength(50);
    expect(list.students[0]).toMatchObject({
      studentNumber: "2024000001",
      phone: "138******00",
      minor: false,
      account: "none",
    });
    expect(list.students[1]).toMatchObject({
      studentNumber: "2024000002",
      minor: true,
      needsGuardian: false,
    });
    expect((await rosterReport(ctx, importId))?.wrong).toEqual([]);
    const stored = await read.rosterImport.findUniqueOrThrow({ where: { id: importId } });
    expect(stored.sheetSealed).toBeNull();
    expect(await checkChain("organization", ctx.actor.organizationId)).toMatchObject({ intact: true });
  });

  it("are mended in the file of problems, which can be uploaded as it is", async () => {
    const ctx = await withProgrammes("问题表学校");
    const { importId } = must(await checkRosterFile(ctx, { file: csvFile(withSlips(right)) }));
    const file = await rosterErrorFile(ctx, importId, "zh-CN");
    const upload = { name: file!.name, bytes: file!.bytes, mediaType: XLSX_TYPE };
    const second = must(await checkRosterFile(ctx, { file: upload }));
    expect(await rosterReport(ctx, second.importId)).toMatchObject({ rows: 400, wrongRows: 10 });
  });

  it("can be left out line by line", async () => {
    const ctx = await withProgrammes("跳过学校");
    const { importId } = must(await checkRosterFile(ctx, { file: csvFile(withSlips(right)) }));
    const found = await rosterReport(ctx, importId);
    const drop = found!.wrong.map((row) => row.line);
    must(await correctRoster(ctx, { importId, version: found!.version, cells: [], drop }));
    const again = await rosterReport(ctx, importId);
    must(await applyRoster(ctx, { importId, version: again!.version }));
    expect((await rosterReport(ctx, importId))!.written.created).toBe(390);
  });
});

describe("a roll of thousands", () => {
  const work = async (importId: string, handler: DeliveryHandler) =>
    handler({ importId }, { id: importId, key: importId });

  it("is judged and written in the background while others are served", async () => {
    const ctx = await withProgrammes("千人学校");
    const rows = rosterRows(3_000, PROGRAMMES);
    for (const row of rows) row[4] = "";
    rows[0]![8] = "";
    rows[2_100]![2] = "不详";
    const { importId } = must(await checkRosterFile(ctx, { file: csvFile(rows) }));
    expect(await rosterReport(ctx, importId)).toMatchObject({ state: "checking", rows: 3_000 });
    expect(await applyRoster(ctx, { importId, version: 1 })).toMatchObject({ ok: false });
    await work(importId, deliverRosterCheck);
    const found = (await rosterReport(ctx, importId))!;
    expect(found).toMatchObject({ state: "checked", wrongRows: 1 });
    expect(found.wrong[0]).toMatchObject({ line: 2_102 });
    const cells = [{ line: 2_102, field: "sex" as const, text: "男" }];
    must(await correctRoster(ctx, { importId, version: found.version, cells, drop: [] }));
    const again = (await rosterReport(ctx, importId))!;
    expect(must(await applyRoster(ctx, { importId, version: again.version }))).toMatchObject({
      state: "writing",
    });
    expect((await studentList(ctx, { state: "active" })).total).toBe(0);
    await work(importId, deliverRosterApply);
    expect((await rosterReport(ctx, importId))!).toMatchObject({
      state: "applied",
      written: { created: 3_000, updated: 0, unchanged: 0 },
    });
    await work(importId, deliverRosterApply);
    expect((await studentList(ctx, { state: "active" })).total).toBe(3_000);
    const held = { organizationId: ctx.actor.organizationId, phoneHash: null };
    expect(await read.student.count({ where: held })).toBe(1);
  });

  it("that cannot be written any more says why and waits", async () => {
    const ctx = await withProgrammes("改主意学校");
    const rows = rosterRows(1_200, PROGRAMMES).map((row) => row.with(4, ""));
    const { importId } = must(await checkRosterFile(ctx, { file: csvFile(rows) }));
    await work(importId, deliverRosterCheck);
    const { version } = (await rosterReport(ctx, importId))!;
    must(await applyRoster(ctx, { importId, version }));
    await inTransaction((tx) =>
      tx.programme.updateMany({
        where: { organizationId: ctx.actor.organizationId, majorCode: "660103" },
        data: { closedAt: new Date(NOW) },
      }),
    );
    await work(importId, deliverRosterApply);
    expect(await rosterReport(ctx, importId)).toMatchObject({
      state: "checked",
      wrongRows: 400,
      stopped: "students.errors.stillWrong",
    });
  });
});

describe("a roster uploaded again", () => {
  it("updates what changed, leaves what did not, and keeps what it does not mention", async () => {
    const ctx = await withProgrammes("再次导入学校");
    const rows = rosterRows(12, PROGRAMMES);
    const first = must(await checkRosterFile(ctx, { file: csvFile(rows) }));
    must(await applyRoster(ctx, { importId: first.importId, version: 1 }));
    const changed = rows.map((row) => [...row]);
    changed[0]![COLUMN.班级!] = "转班";
    changed[1]![COLUMN.手机号!] = "";
    changed[2]![COLUMN.家长电话!] = "13700000000";
    const second = must(await checkRosterFile(ctx, { file: csvFile(changed) }));
    expect(must(await applyRoster(ctx, { importId: second.importId, version: 1 }))).toMatchObject({
      created: 0,
      updated: 2,
      unchanged: 10,
    });
    const { students } = await studentList(ctx, { state: "active" });
    expect(students[0]?.className).toBe("转班");
    expect(students[1]?.phone).not.toBeNull();
    const guardians = await read.guardian.count({
      where: { student: { organizationId: ctx.actor.organizationId } },
    });
    expect(guardians).toBe(12);
  });

  it("is one import when the form is sent twice, and conflicts when somebody else mended it", async () => {
    const ctx = await withProgrammes("双击学校");
    const file = csvFile(rosterRows(3, PROGRAMMES));
    const submissionKey = newId();
    const a = must(await checkRosterFile(ctx, { file, submissionKey }));
    const b = must(await checkRosterFile(ctx, { file, submissionKey }));
    expect(b.importId).toBe(a.importId);
    must(await correctRoster(ctx, { importId: a.importId, version: 1, cells: [], drop: [] }));
    expect(await applyRoster(ctx, { importId: a.importId, version: 1 })).toMatchObject({
      ok: false,
      refusal: { code: "conflict" },
    });
    expect(await read.student.count({ where: { organizationId: ctx.actor.organizationId } })).toBe(0);
  });
});

describe("who keeps the roll", () => {
  it("is the school alone: teachers are refused, another school finds nothing", async () => {
    const ctx = await withProgrammes("本校");
    const { importId } = must(await checkRosterFile(ctx, { file: csvFile(rosterRows(2, PROGRAMMES)) }));
    const other = await withProgrammes("他校");
    const teacher = await givenSchool("教师校", "teacher");
    expect(await rosterReport(other, importId)).toBeNull();
    expect(await rosterErrorFile(other, importId, "zh-CN")).toBeNull();
    for (const refused of [
      await applyRoster(other, { importId, version: 1 }),
      await correctRoster(other, { importId, version: 1, cells: [], drop: [] }),
      await discardRoster(other, { importId }),
    ]) {
      expect(refused).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    }
    expect(await checkRosterFile(teacher, { file: csvFile(rosterRows(1, PROGRAMMES)) })).toMatchObject({
      ok: false,
      refusal: { code: "forbidden" },
    });
  });

  it("may throw an upload away; nobody finishing it, it goes by itself after a week", async () => {
    const ctx = await withProgrammes("放弃学校");
    const kept = must(await checkRosterFile(ctx, { file: csvFile(rosterRows(2, PROGRAMMES)) }));
    const gone = must(await checkRosterFile(ctx, { file: csvFile(rosterRows(3, PROGRAMMES)) }));
    must(await discardRoster(ctx, { importId: gone.importId }));
    const states = async () =>
      (
        await read.rosterImport.findMany({
          where: { organizationId: ctx.actor.organizationId },
          orderBy: { id: "asc" },
        })
      ).map((one) => [one.state, one.sheetSealed === null]);
    expect(await states()).toContainEqual(["discarded", true]);
    expect(await states()).toContainEqual(["checked", false]);
    await sweepRosters.run(fixedClock(new Date(Date.parse(NOW) + 8 * 86_400_000).toISOString()));
    expect((await rosterReport(ctx, kept.importId))?.state).toBe("discarded");
  });
});

describe("the template", () => {
  it("is understood when it comes back filled in, in both languages and formats", async () => {
    const ctx = await withProgrammes("模板学校");
    for (const language of ["zh-CN", "en"] as const) {
      const xlsx = await rosterTemplate(ctx, language, "xlsx");
      const file = { name: xlsx.name, mediaType: XLSX_TYPE, bytes: xlsx.body as Uint8Array };
      const { importId } = must(await checkRosterFile(ctx, { file }));
      expect(await rosterReport(ctx, importId)).toMatchObject({
        rows: 1,
        wrongRows: 0,
        report: { missing: [], unknown: [] },
      });
      const csv = await rosterTemplate(ctx, language, "csv");
      const text = {
        name: csv.name,
        mediaType: CSV_TYPE,
        bytes: new TextEncoder().encode(csv.body as string),
      };
      const again = must(await checkRosterFile(ctx, { file: text }));
      expect(await rosterReport(ctx, again.importId)).toMatchObject({ rows: 1, wrongRows: 0 });
    }
  });
});
