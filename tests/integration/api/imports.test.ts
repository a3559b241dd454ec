import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { LISTING_IMPORT } from "~/marketplace/listing-import.server";
import { listingTemplate } from "~/marketplace/listing-template.server";
import { capacityTemplate } from "~/organizations/capacity-template.server";
import { POST_IMPORT } from "~/organizations/post-import.server";
import { PROGRAMME_IMPORT } from "~/organizations/programme-import.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { endImport } from "~/platform/imports/end-import.server";
import type { ImportKind, ImportOptions } from "~/platform/imports/import-kind";
import { importPage, wrongRowsOf } from "~/platform/imports/import-page.server";
import { runImports } from "~/platform/imports/run-imports.server";
import { startImport } from "~/platform/imports/start-import.server";
import { CSV_TYPE, XLSX_TYPE } from "~/platform/sheets/sheet";
import { writeCsv, writeXlsx } from "~/platform/sheets/write-sheet.server";
import { HOST } from "~tests/fixtures/listings";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";
import { givenHost, ROW, registered } from "~tests/fixtures/records";

const KINDS = [LISTING_IMPORT, POST_IMPORT, PROGRAMME_IMPORT];
const OFFER: ImportOptions = { kind: "internship", direction: "offer", publish: "yes", reason: "" };

const table = (rows: readonly Record<string, string>[]) => {
  const headers = Object.keys(rows[0] ?? {});
  return { headers, rows: rows.map((row) => headers.map((header) => row[header] ?? "")) };
};

const csv = (rows: readonly Record<string, string>[]) => ({
  name: "表.csv",
  mediaType: CSV_TYPE,
  bytes: new TextEncoder().encode(writeCsv(table(rows))),
});

let owner: MemberCtx;
let school: MemberCtx;

beforeAll(async () => {
  owner = await givenHost("表格精密");
  await registered(owner.actor.organizationId, HOST.uscc);
  const id = await givenOrganization("school", "表格学校");
  const { personId } = await givenPerson("教务", { organizationId: id, role: "coordinator" });
  school = memberCtx(personId, { id, kind: "school", name: "表格学校", role: "coordinator" });
});

const work = async (ctx: MemberCtx): Promise<void> => {
  for (let turn = 0; turn < 500; turn += 1) {
    if (!(await runImports(KINDS, ctx.clock))) return;
  }
  throw new Error("the import does not end");
};

const upload = async (
  ctx: MemberCtx,
  kind: ImportKind,
  file: { name: string; mediaType: string; bytes: Uint8Array },
  options: ImportOptions = {},
) => {
  const started = await startImport(ctx, kind, options, file);
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  await work(ctx);
  const view = await importPage(ctx.actor.organizationId, started.value.id, 0);
  if (!view) throw new Error("no import");
  return view;
};

const decide = async (ctx: MemberCtx, id: string, choice: "all" | "good" | "none") => {
  const view = await importPage(ctx.actor.organizationId, id, 0);
  const ended = await endImport(ctx, id, { choice, version: view?.version ?? 0 });
  if (!ended.ok) throw new Error(ended.refusal.key);
  await work(ctx);
  return (await importPage(ctx.actor.organizationId, id, 0))!;
};

const ownListings = () => read.listing.count({ where: { organizationId: owner.actor.organizationId } });

describe("listings from a spreadsheet", () => {
  it("reads what people write, changes nothing before the decision, then publishes and updates by reference", async () => {
    const rows = [ROW, { ...ROW, 编号: "X-2", 标题: "数控铣床操作 实习", 面向专业: "460103、660103" }];
    const checked = await upload(owner, LISTING_IMPORT, csv(rows), OFFER);
    expect(checked.causes).toEqual([]);
    expect(checked).toMatchObject({ state: "checked", counts: { rows: 2, good: 2, bad: 0 } });
    expect(await ownListings()).toBe(0);
    const done = await decide(owner, checked.id, "all");
    expect(done).toMatchObject({ state: "done", stopped: null, counts: { created: 2, refused: 0 } });
    const reference = await read.listingReference.findFirstOrThrow({ where: { reference: "X-1" } });
    const listing = await read.listing.findUniqueOrThrow({
      where: { id: reference.listingId },
      include: { majors: true },
    });
    expect(listing).toMatchObject({
      state: "published",
      payMinFen: 380_000,
      seats: 4,
      startsOn: "2027-02-22",
      occupationCode: "6-18-01-01",
      lodging: true,
    });
    expect(JSON.parse(listing.details)).toMatchObject({
      labourIntensity: "2",
      hazards: [],
      insuranceBy: "school",
    });

    const again = await upload(owner, LISTING_IMPORT, csv([ROW, { ...rows[1]!, 名额: "6" }]), OFFER);
    expect(await decide(owner, again.id, "all")).toMatchObject({
      counts: { created: 0, updated: 1, unchanged: 1, refused: 0 },
    });
    expect(await ownListings()).toBe(2);
  });

  it("lists ten deliberate errors by row and column, and takes the mended file", async () => {
    const before = await ownListings();
    const wrong: Record<string, string>[] = [
      { 标题: "" },
      { 面向专业: "没有这个专业" },
      { 地点: "999999" },
      { 报名截止: "2026-02-30" },
      { 名额: "四" },
      { "月报酬（最低）（元）": "5000" },
      { 体力劳动强度: "很累" },
      { 安排夜班: "也许" },
      { 向学生收取的费用: "押金" },
      { 岗位任务: "" },
    ];
    const rows = wrong.map((change, index) => ({ ...ROW, 编号: `E-${index}`, ...change }));
    const checked = await upload(owner, LISTING_IMPORT, csv([...rows, { ...ROW, 编号: "E-10" }]), OFFER);
    expect(checked).toMatchObject({ state: "checked", counts: { good: 1, bad: 10 } });
    expect(checked.wrong.map(({ line, findings }) => [line, findings[0]?.field])).toEqual([
      [2, "title"],
      [3, "majors"],
      [4, "region"],
      [5, "openUntil"],
      [6, "seats"],
      [7, "payMax"],
      [8, "labourIntensity"],
      [9, "nightShifts"],
      [10, "fees"],
      [11, "tasks"],
    ]);
    const all = await endImport(owner, checked.id, { choice: "all", version: checked.version });
    expect(all).toMatchObject({ ok: false, refusal: { key: "imports.errors.someBad" } });
    await decide(owner, checked.id, "none");
    expect(await ownListings()).toBe(before);
    expect(await read.importRow.count({ where: { importId: checked.id } })).toBe(0);
    const mended = rows.map((row) => ({ ...ROW, 编号: row.编号 }));
    const second = await upload(owner, LISTING_IMPORT, csv(mended), OFFER);
    expect(await decide(owner, second.id, "all")).toMatchObject({ counts: { created: 10 } });
  });

  it("reports ten thousand bad rows within bounds and changes nothing", async () => {
    const before = await ownListings();
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...ROW, 编号: `M-${index}`, 名额: "很多" }));
    const checked = await upload(owner, LISTING_IMPORT, csv(rows), OFFER);
    expect(checked.counts).toMatchObject({ rows: 10_000, good: 0, bad: 10_000 });
    expect(checked.wrong).toHaveLength(30);
    expect(checked.next).toBe(31);
    expect(checked.causes).toMatchObject([{ field: "seats", key: "errors.notANumber", rows: 10_000 }]);
    expect(await endImport(owner, checked.id, { choice: "good", version: checked.version })).toMatchObject({
      ok: false,
      refusal: { key: "imports.errors.noneGood" },
    });
    expect((await wrongRowsOf(owner.actor.organizationId, checked.id))?.rows).toHaveLength(10_000);
    expect(await ownListings()).toBe(before);
    await decide(owner, checked.id, "none");
  }, 240_000);

  it("goes on where a kill left it, writing no row twice", async () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({ ...ROW, 编号: `K-${index}` }));
    const { id, version } = await upload(owner, LISTING_IMPORT, csv(rows), OFFER);
    expect((await endImport(owner, id, { choice: "all", version })).ok).toBe(true);
    // one turn that ends after its first sixty rows, as a kill between two transactions does
    await runImports(KINDS, owner.clock, 0);
    const half = await importPage(owner.actor.organizationId, id, 0);
    expect(half).toMatchObject({ state: "writing", counts: { created: 60 } });
    // a kill inside a transaction: its rows are rolled back with what became of them
    const broken: ImportKind = {
      ...LISTING_IMPORT,
      open: async (...given) => {
        const opened = await LISTING_IMPORT.open(...given);
        if (!opened.ok) return opened;
        const write: typeof opened.value.write = async (tx, lines) => {
          await opened.value.write(tx, lines);
          throw new Error("killed");
        };
        return { ok: true, value: { ...opened.value, write } };
      },
    };
    await runImports([broken], owner.clock, 0);
    expect(await read.listingReference.count({ where: { reference: { startsWith: "K-" } } })).toBe(60);
    await work(owner);
    expect(await importPage(owner.actor.organizationId, id, 0)).toMatchObject({
      state: "done",
      counts: { created: 250, refused: 0 },
    });
    expect(await read.listingReference.count({ where: { reference: { startsWith: "K-" } } })).toBe(250);
  }, 120_000);

  it("stops when whoever started it has left, and keeps two imports apart", async () => {
    const { personId } = await givenPerson("短工", {
      organizationId: owner.actor.organizationId,
      role: "coordinator",
    });
    const guest = memberCtx(personId, { ...owner.actor.organization, role: "coordinator" });
    const started = await startImport(guest, LISTING_IMPORT, OFFER, csv([{ ...ROW, 编号: "G-1" }]));
    expect(await startImport(owner, LISTING_IMPORT, OFFER, csv([ROW]))).toMatchObject({
      ok: false,
      refusal: { code: "conflict", key: "imports.errors.busy" },
    });
    await work(guest);
    const id = started.ok ? started.value.id : "";
    expect(await importPage(school.actor.organizationId, id, 0)).toBeNull();
    expect(await endImport(school, id, { choice: "all", version: 2 })).toMatchObject({
      refusal: { code: "not_found" },
    });
    await inTransaction((tx) =>
      tx.membership.updateMany({ where: { personId }, data: { endedAt: new Date() } }),
    );
    expect(await decide(guest, id, "all")).toMatchObject({
      state: "done",
      stopped: "imports.stopped.noLongerMember",
      counts: { created: 0 },
    });
  });

  it("says what is wrong with a file at once", async () => {
    const { 标题: _title, ...headless } = ROW;
    expect(await startImport(owner, LISTING_IMPORT, OFFER, csv([headless]))).toMatchObject({
      refusal: { fields: [{ field: "file", key: "imports.errors.missingColumns" }] },
    });
    const empty = { name: "空.csv", mediaType: CSV_TYPE, bytes: new TextEncoder().encode("") };
    expect(await startImport(owner, LISTING_IMPORT, OFFER, empty)).toMatchObject({
      refusal: { fields: [{ key: "sheets.empty" }] },
    });
  });

  it("reads its own template back, in both languages", async () => {
    for (const language of ["zh-CN", "en"] as const) {
      const response = await listingTemplate("internship", "offer", language, "xlsx");
      const bytes = new Uint8Array(await response.arrayBuffer());
      const view = await upload(
        owner,
        LISTING_IMPORT,
        { name: "t.xlsx", mediaType: XLSX_TYPE, bytes },
        {
          ...OFFER,
          publish: "no",
        },
      );
      expect(view.notes.unknown).toEqual([]);
      expect(view.causes.map(({ field }) => field)).toEqual([]);
      expect(view.counts).toMatchObject({ rows: 1, bad: 0 });
      await decide(owner, view.id, "none");
    }
  });
});

describe("posts and programmes from a spreadsheet", () => {
  it("adds posts by the form's rules, updates by name, and refuses a repeated row", async () => {
    const post = {
      岗位名称: "数控车工",
      职业: "车工",
      在岗人数: "60",
      同岗月工资: "5200",
      劳动强度: "二级",
      危险因素: "无",
    };
    const first = await upload(
      owner,
      POST_IMPORT,
      csv([post, { ...post, 岗位名称: "铣工岗", 职业: "铣工" }]),
    );
    expect(first.causes).toEqual([]);
    expect(await decide(owner, first.id, "all")).toMatchObject({ counts: { created: 2 } });
    const second = await upload(
      owner,
      POST_IMPORT,
      csv([
        { ...post, 在岗人数: "66" },
        { ...post, 岗位名称: "铣工岗", 职业: "铣工" },
      ]),
    );
    expect(await decide(owner, second.id, "all")).toMatchObject({ counts: { updated: 1, unchanged: 1 } });
    const held = await read.post.findFirstOrThrow({ where: { name: "数控车工" } });
    expect(held).toMatchObject({ headcount: 66, samePostPayFen: 520_000, labourIntensity: 2, version: 2 });
    const third = await upload(
      owner,
      POST_IMPORT,
      csv([post, post, { ...post, 岗位名称: "坏", 在岗人数: "0" }]),
    );
    expect(third.counts).toMatchObject({ good: 1, bad: 2 });
    expect(third.wrong[0]?.findings).toEqual([
      { field: "", key: "imports.findings.repeats", values: { line: 2 } },
    ]);
    expect(await decide(owner, third.id, "good")).toMatchObject({ counts: { updated: 1, refused: 0 } });
  });

  it("adds thirty programmes with their intakes from an XLSX, a second intake updates the first's programme", async () => {
    const majors = await read.major.findMany({ where: { level: "associate", withdrawnIn: null }, take: 30 });
    const rows = majors.map(({ code }) => [code, "100", "50%", "2025级", "96", "2027-09-01", "2028-02-28"]);
    const headers = ["专业代码", "招生人数", "实践教学占比（%）", "年级", "学生人数", "实习起", "实习止"];
    const bytes = await writeXlsx([{ name: "专业点", headers, rows, note: "某校 2026 年专业点" }]);
    const view = await upload(school, PROGRAMME_IMPORT, { name: "专业.xlsx", mediaType: XLSX_TYPE, bytes });
    expect(view.causes).toEqual([]);
    expect(await decide(school, view.id, "all")).toMatchObject({ counts: { created: 30 } });
    const code = majors[0]?.code ?? "";
    const next = csv([{ 专业代码: code, 招生人数: "100", 年级: "2026", 学生人数: "99" }]);
    const second = await upload(school, PROGRAMME_IMPORT, next);
    expect(await decide(school, second.id, "all")).toMatchObject({ counts: { updated: 1 } });
    const programme = await read.programme.findFirstOrThrow({
      where: { organizationId: school.actor.organizationId, majorCode: code },
      include: { cohorts: { orderBy: { entryYear: "asc" } } },
    });
    expect(programme).toMatchObject({ practiceShareBp: 5000, version: 2 });
    expect(programme.cohorts.map(({ entryYear, students }) => [entryYear, students])).toEqual([
      [2025, 96],
      [2026, 99],
    ]);
    const wrong = csv([
      { 专业代码: code, 招生人数: "100", 年级: "2027", 学生人数: "", 实习止: "2028-01-01" },
    ]);
    const third = await upload(school, PROGRAMME_IMPORT, wrong);
    expect(third.wrong[0]?.findings.map(({ field }) => field).sort()).toEqual(["practiceFrom", "students"]);
  });

  it("reads its own templates back", async () => {
    for (const [ctx, kind, name] of [
      [owner, POST_IMPORT, "posts"],
      [school, PROGRAMME_IMPORT, "programmes"],
    ] as const) {
      for (const language of ["zh-CN", "en"] as const) {
        const response = await capacityTemplate(name, language, "xlsx");
        const bytes = new Uint8Array(await response.arrayBuffer());
        const view = await upload(ctx, kind, { name: "t.xlsx", mediaType: XLSX_TYPE, bytes });
        expect(view.causes).toEqual([]);
        expect(view.counts).toMatchObject({ rows: 1, good: 1 });
        await decide(ctx, view.id, "none");
      }
    }
  });
});
