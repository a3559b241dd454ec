import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { provinceTiles, referenceMaterial, referenceSources } from "~/catalogues/reference.server";
import { familyOf } from "~/catalogues/rules/family";

const material = referenceMaterial();
const known = new Set([...material.occupations, ...material.groups].map((row) => row.code));

describe("the carried catalogues", () => {
  it("hold every major of the 2021 catalogue by level, K kept", () => {
    const count = (level: string) => material.majors.filter((row) => row.level === level).length;
    expect([count("secondary"), count("associate"), count("bachelor")]).toEqual([358, 744, 247]);
    expect(material.majors.filter((row) => row.code.endsWith("K")).length).toBeGreaterThan(40);
    expect(new Set(material.majors.map((row) => row.code)).size).toBe(1349);
  });

  it("align 97 classes over the levels under one name each", () => {
    expect(new Set(material.majors.map((row) => row.family)).size).toBe(97);
  });

  it("give every occupation a group that exists", () => {
    const groups = new Set(material.groups.map((row) => row.code));
    expect(material.occupations.filter((row) => !groups.has(row.groupCode))).toEqual([]);
  });

  it("print only codes that exist", () => {
    expect(material.links.filter((row) => !known.has(row.code))).toEqual([]);
    const majors = new Set(material.majors.map((row) => row.code));
    expect(material.links.filter((row) => !majors.has(row.majorCode))).toEqual([]);
  });

  it("place each of the 34 provinces on a tile of its own", () => {
    const tiles = provinceTiles();
    expect(tiles.length).toBe(34);
    expect(new Set(tiles.map((tile) => `${tile.col}/${tile.row}`)).size).toBe(34);
  });

  it("name authority, document and date of every carried file, and every file exists", () => {
    for (const source of Object.values(referenceSources())) {
      expect(source.authority).not.toBe("");
      expect(source.date).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/);
      expect(readFileSync(`prisma/reference/${source.file}`).length).toBeGreaterThan(100);
    }
  });
});

describe("the house map", () => {
  it("covers every class once and names only codes that exist", () => {
    const families = material.houseClasses.map((row) => row.family);
    expect(new Set(families).size).toBe(97);
    expect(families.length).toBe(97);
    const codes = material.houseClasses.flatMap((row) => row.groups.map((group) => group.code));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it("is marked as the house's own and dated", () => {
    const sources = referenceSources();
    expect([sources.houseMap?.official, sources.houseMap?.authority, sources.houseMap?.date]).toEqual([
      false,
      "house",
      "2026-11-22",
    ]);
  });

  it("has a lexicon whose every fragment meets a major of its class and every code exists", () => {
    expect(
      material.houseLexicon.flatMap((row) => row.occupations).filter((code) => !known.has(code)),
    ).toEqual([]);
    const idle = material.houseLexicon.filter(
      (row) =>
        !material.majors.some(
          (major) =>
            familyOf(major.code) === row.family &&
            row.fragments.some((fragment) => major.name.includes(fragment)),
        ),
    );
    expect(idle.map((row) => `${row.family} ${row.fragments.join()}`)).toEqual([]);
  });
});
