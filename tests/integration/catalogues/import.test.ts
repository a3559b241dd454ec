import { describe, expect, it } from "vitest";
import { importCatalogue } from "~/catalogues/commands/import-catalogue.server";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { readTable } from "~/catalogues/read-table.server";
import { loadReference } from "~/catalogues/reference-import.server";
import type { CatalogueName } from "~/catalogues/schema";
import { fitModelOf } from "~/matching/rules/fit/cached";
import { rankOccupations } from "~/matching/rules/fit/rank";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { fixedClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";

const ctx = { actor: systemActor("test"), clock: fixedClock("2026-11-22T02:00:00Z"), requestId: "test" };
const HEAD = "level,code,name,class_code,class_name,category_code,category_name";

const bring = (
  name: CatalogueName,
  csv: string | Uint8Array,
  more: { complete?: boolean; version?: string } = {},
) => {
  const table = readTable(typeof csv === "string" ? new TextEncoder().encode(csv) : csv);
  if (!table.ok) throw new Error(table.key);
  return importCatalogue(ctx, {
    catalogue: name,
    rows: table.rows,
    source: {
      key: "test",
      version: more.version ?? "2027",
      authority: "教育部",
      document: "专业目录增补",
      date: "2027-01-01",
      official: true,
    },
    complete: more.complete ?? false,
  });
};

const currentMajors = async () =>
  (await read.major.findMany({ where: { withdrawnIn: null }, orderBy: { code: "asc" } })).map(
    (row) =>
      `${row.level},${row.code},${row.name},${row.classCode},${row.className},${row.categoryCode},${row.categoryName}`,
  );

describe("importing a catalogue", () => {
  it("names every bad row with line, column and reason in both languages, and changes nothing", async () => {
    const before = await currentMajors();
    const versions = await read.catalogueVersion.count();
    const done = await bring(
      "majors",
      [
        HEAD,
        "associate,469901,好的专业,4699,新类,46,装备制造大类",
        "associate,46990,缺位,4699,新类,46,装备制造大类",
        "secondary,469902,层次不符,4699,新类,46,装备制造大类",
        "associate,469901,重复,4699,新类,46,装备制造大类",
        "associate,469903,,4699,新类,46,装备制造大类",
      ].join("\n"),
    );
    expect(done.ok).toBe(false);
    if (done.ok) return;
    expect(done.refusal.values).toEqual({ count: 4 });
    const told = done.refusal.fields?.map((field) => [field.field, field.key]);
    expect(told).toEqual([
      ["rows[3].code", "catalogues.problem.majorCode"],
      ["rows[4].level", "catalogues.problem.levelOfCode"],
      ["rows[5].code", "catalogues.problem.duplicate"],
      ["rows[6].name", "catalogues.problem.required"],
    ]);
    for (const field of done.refusal.fields ?? []) {
      for (const language of ["zh-CN", "en"] as const) {
        const words = translatorFor(language).any(field.key, field.values);
        expect(words).not.toBe(field.key);
        expect(words).not.toContain("{{");
      }
    }
    expect(await currentMajors()).toEqual(before);
    expect(await read.catalogueVersion.count()).toBe(versions);
  });

  it("adds and changes rows as one version, once, and fit knows them at once", async () => {
    const csv = [
      HEAD,
      "associate,460199,数控编程应用,4601,机械设计制造类,46,装备制造大类",
      "associate,460103,数控技术（新）,4601,机械设计制造类,46,装备制造大类",
    ].join("\n");
    const done = await bring("majors", csv, { version: "2027" });
    expect(done).toMatchObject({ ok: true, value: { rows: 2, added: 1, changed: 1, withdrawn: 0 } });
    expect(await read.major.findUnique({ where: { code: "460199" } })).toMatchObject({
      family: "06-01",
      initials: "skbcyy",
      validFrom: "2027",
      withdrawnIn: null,
    });
    expect(await bring("majors", csv)).toMatchObject({
      ok: true,
      value: { added: 0, changed: 0, versionId: null },
    });
    const { majors, fitMaterial } = await catalogue();
    expect(majors.get("460103")?.name).toBe("数控技术（新）");
    const model = fitModelOf(fitMaterial);
    const fresh = model.majors.get("460199");
    expect(fresh && rankOccupations(model, fresh, 10).map((item) => item.code)).toContain("6-18-01-07");
  });

  it("withdraws what a complete file no longer names, keeps the row, and takes it back", async () => {
    const all = await currentMajors();
    const without = all.filter((line) => !line.includes(",660103,"));
    const gone = await bring("majors", [HEAD, ...without].join("\n"), { complete: true, version: "2028" });
    expect(gone).toMatchObject({ ok: true, value: { added: 0, changed: 0, withdrawn: 1 } });
    expect(await read.major.findUnique({ where: { code: "660103" } })).toMatchObject({ withdrawnIn: "2028" });
    expect((await catalogue()).majors.get("660103")?.name).toBe("数控技术应用");
    const back = await bring("majors", [HEAD, ...all].join("\n"), { complete: true, version: "2029" });
    expect(back).toMatchObject({ ok: true, value: { added: 0, changed: 1, withdrawn: 0 } });
    expect(await read.major.findUnique({ where: { code: "660103" } })).toMatchObject({ withdrawnIn: null });
  });

  it("counts an operator's links as official with their source, beside the ministry's", async () => {
    const done = await bring("majorOccupations", "major_code,seq,printed,code\n660104,1,磨工,6-18-01-04\n");
    expect(done).toMatchObject({ ok: true, value: { added: 1, withdrawn: 0 } });
    const model = fitModelOf((await catalogue()).fitMaterial);
    const major = model.majors.get("660104");
    const [first] = major ? rankOccupations(model, major, 1) : [];
    expect(first).toMatchObject({ code: "6-18-01-04", basis: "official" });
    expect(first?.reason[0]).toMatchObject({ kind: "printed", values: { source: "专业目录增补" } });
    expect(
      await read.majorOccupationLink.count({ where: { sourceKey: "ministry-2022", withdrawnIn: null } }),
    ).toBe(978);
  });

  it("refuses links to codes the catalogues do not hold", async () => {
    const done = await bring("majorOccupations", "major_code,seq,printed,code\n660198,1,磨工,6-99-99-98\n");
    expect(done.ok ? [] : done.refusal.fields?.map((field) => field.key)).toEqual([
      "catalogues.problem.majorMissing",
      "catalogues.problem.occupationMissing",
    ]);
  });

  it("reads GBK files and a byte order mark, and says which column is missing", async () => {
    const gbk = new Uint8Array([...Buffer.from("code,name\n1,"), 0xca, 0xfd, 0xbf, 0xd8, 0x0a]);
    const table = readTable(gbk);
    expect(table.ok && table.rows[0]).toEqual({ line: 2, cells: { code: "1", name: "数控" } });
    const marked = readTable(new TextEncoder().encode("\uFEFFcode,name\n1,数控\n"));
    expect(marked.ok && marked.rows[0]?.cells).toEqual({ code: "1", name: "数控" });
    const done = await bring("industries", "code,name,level\nA,农业,section\n");
    expect(done.ok ? [] : done.refusal.fields).toMatchObject([
      { field: "rows[1].parent_code", key: "catalogues.problem.columnMissing" },
    ]);
    expect(readTable(new TextEncoder().encode('code,name\n1,"open'))).toMatchObject({ ok: false });
  });

  it("is for the machine and the operator only", async () => {
    const person = { kind: "person", personId: "p", organizationId: "o", name: "某人" } as const;
    const input = {
      catalogue: "majors",
      rows: [],
      source: { key: "x", version: "x", authority: "x", document: "x", date: "2026", official: true },
      complete: false,
    } as const;
    expect(await importCatalogue({ ...ctx, actor: person }, input)).toMatchObject({
      refusal: { code: "forbidden" },
    });
  });

  it("of the carried files a second time brings the carried majors back and then nothing more", async () => {
    expect(await loadReference(ctx)).toEqual({ ok: true, value: true });
    const versions = await read.catalogueVersion.count();
    expect(await loadReference(ctx)).toEqual({ ok: true, value: true });
    expect(await read.catalogueVersion.count()).toBe(versions);
    expect((await read.major.findUnique({ where: { code: "460199" } }))?.withdrawnIn).toBe("2021");
  });
});
