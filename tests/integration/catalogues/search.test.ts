import { describe, expect, it } from "vitest";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import {
  listMajors,
  searchIndustries,
  searchMajors,
  searchOccupations,
  searchRegions,
} from "~/catalogues/queries/search-catalogue.server";
import { isWithin, regionName, regionPoint } from "~/catalogues/rules/regions";

const codes = (rows: { code: string }[]) => rows.map((row) => row.code);

describe("searching the catalogues", () => {
  it("finds majors by words, code, initials and pinyin", async () => {
    expect(codes(await searchMajors({ text: "数控技术", level: "associate" }))[0]).toBe("460103");
    expect(codes(await searchMajors({ text: "460103" }))).toEqual(["460103"]);
    expect(codes(await searchMajors({ text: "skjs" }))).toContain("460103");
    expect(codes(await searchMajors({ text: "shukong" }))).toContain("660103");
    expect(await searchMajors({ text: "没有这个专业" })).toEqual([]);
  });

  it("finds occupations, regions and industries", async () => {
    expect(codes(await searchOccupations({ text: "车工" }))[0]).toBe("6-18-01-01");
    expect(
      codes(await searchOccupations({ text: "", group: "2-05-08" })).every((code) =>
        code.startsWith("2-05-08"),
      ),
    ).toBe(true);
    expect(codes(await searchRegions({ text: "昆山" }))).toEqual(["320583"]);
    expect(codes(await searchIndustries({ text: "稻谷种植" }))).toEqual(["0111"]);
  });

  it("is bounded, and pages cover everything once", async () => {
    expect((await searchOccupations({ limit: 10_000 })).length).toBe(100);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listMajors({ level: "bachelor", limit: 100, after });
      seen.push(...codes(page.items));
      after = page.nextCursor ?? undefined;
    } while (after);
    expect(seen.length).toBe(247);
    expect(new Set(seen).size).toBe(247);
  });
});

describe("regions", () => {
  it("have full names, ancestors and a point borrowed from the city", async () => {
    const { regions } = await catalogue();
    expect(regionName(regions, "320583")).toBe("江苏省苏州市昆山市");
    expect(regionName(regions, "110101")).toBe("北京市东城区");
    expect(regionName(regions, "000000")).toBe("000000");
    expect(isWithin(regions, "320583", "320000")).toBe(true);
    expect(isWithin(regions, "320583", "330000")).toBe(false);
    expect(regions.get("320583")?.pointOf).toBe("320500");
    expect(regionPoint(regions, "320583")?.lat).toBeCloseTo(31.3, 1);
    expect(regionPoint(regions, "650500")).toBeNull();
  });
});
