import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { familyOf } from "./rules/family";
import type { FitMaterial, MajorOccupationLink } from "./types";

const folder = () => path.resolve("prisma", "reference");

const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(path.join(folder(), file)), { columns: true, bom: true, skip_empty_lines: true });

const houseClasses = z.object({
  classes: z.array(
    z.object({
      family: z.string(),
      name: z.string(),
      reason: z.object({ zh: z.string(), en: z.string() }),
      groups: z.array(
        z.object({
          code: z.string(),
          weight: z.number().positive().max(1),
          level: z.enum(["secondary", "associate", "bachelor"]).optional(),
        }),
      ),
    }),
  ),
});

const houseLexicon = z.object({
  entries: z.array(
    z.object({ family: z.string(), fragments: z.array(z.string()), occupations: z.array(z.string()) }),
  ),
});

const json = (file: string): unknown => JSON.parse(readFileSync(path.join(folder(), file), "utf8"));

const source = z.object({
  file: z.string(),
  authority: z.string(),
  document: z.string(),
  date: z.string(),
  collected: z.string(),
  version: z.string(),
  official: z.boolean(),
  complete: z.string(),
  notes: z.string(),
});

export type ReferenceSource = z.infer<typeof source>;

/** Authority, document, date and completeness of every carried catalogue, by its key. */
export const referenceSources = (): Record<string, ReferenceSource> =>
  z.record(z.string(), source).parse(json("sources.json"));

/** The project's own map and lexicon of fit, as carried in `prisma/reference`; dated house data. */
export const houseFit = (): Pick<FitMaterial, "houseClasses" | "houseLexicon"> => ({
  houseClasses: houseClasses.parse(json("house-map-class-groups.json")).classes,
  houseLexicon: houseLexicon.parse(json("house-lexicon.json")).entries,
});

const MATCHES = new Set(["exact", "variant", "inferred"]);

const linkOf = (row: Record<string, string>, source: string): MajorOccupationLink[] => {
  if (!row.code || !row.major_code || !MATCHES.has(row.match ?? "")) return [];
  return [
    {
      majorCode: row.major_code,
      printed: row.printed ?? "",
      code: row.code,
      match: row.match as MajorOccupationLink["match"],
      source,
    },
  ];
};

/**
 * Everything fit is worked out from, read from the carried files without a database: for the bench and for tests.
 * Comes out: plain data; throws when a carried file is broken, because nothing can be served without it.
 */
export const referenceMaterial = (): FitMaterial => {
  const printedIn = referenceSources().majorOccupations?.document ?? "";
  return {
    majors: rows("majors.csv").map((row) => ({
      code: row.code ?? "",
      name: row.name ?? "",
      level: row.level as FitMaterial["majors"][number]["level"],
      family: familyOf(row.code ?? "") ?? "",
    })),
    occupations: rows("occupations.csv").map((row) => ({
      code: row.code ?? "",
      name: row.name ?? "",
      groupCode: row.group_code ?? "",
      year: Number(row.year),
    })),
    groups: rows("occupation-groups.csv").map((row) => ({
      code: row.code ?? "",
      name: row.name ?? "",
      level: row.level as FitMaterial["groups"][number]["level"],
      parentCode: row.parent_code || null,
    })),
    links: rows("major-occupations.csv").flatMap((row) => linkOf(row, printedIn)),
    courses: rows("major-courses.csv").map((row) => ({
      majorCode: row.major_code ?? "",
      name: row.name ?? "",
    })),
    ...houseFit(),
  };
};

const tile = z.object({
  code: z.string(),
  short: z.string(),
  en: z.string(),
  col: z.number().int().min(0),
  row: z.number().int().min(0),
});

export type ProvinceTile = z.infer<typeof tile>;

/** The 34 provinces as tiles of a grid (column, row): a map that draws no boundary. */
export const provinceTiles = (): ProvinceTile[] => z.array(tile).parse(json("province-tiles.json"));
