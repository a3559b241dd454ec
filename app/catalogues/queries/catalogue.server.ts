import { read } from "~/platform/db/client.server";
import { houseFit } from "../reference.server";
import type {
  FitMaterial,
  Industry,
  LinkMatch,
  Major,
  MajorLevel,
  Occupation,
  OccupationGroup,
  Point,
  Region,
} from "../types";

type Named = { pinyin: string; initials: string; withdrawnIn: string | null };

export type CatalogueMajor = Major & Named & { family: string; stateControlled: boolean };
export type CatalogueOccupation = Occupation & Named;
export type CatalogueRegion = Region & Named;
export type CatalogueIndustry = Industry & Named;

/** Every catalogue in memory, as of one version: labels, ancestry and the material of fit. */
export type Catalogue = {
  /** Changes with every import; what is derived from the catalogues is kept by it. */
  versionId: string;
  majors: ReadonlyMap<string, CatalogueMajor>;
  occupations: ReadonlyMap<string, CatalogueOccupation>;
  groups: ReadonlyMap<string, OccupationGroup>;
  regions: ReadonlyMap<string, CatalogueRegion>;
  industries: ReadonlyMap<string, CatalogueIndustry>;
  fitMaterial: FitMaterial;
};

type Kept = { catalogue: Promise<Catalogue>; versionId: string; checkedAt: number };

/** One snapshot per process; survives hot reload in development. */
const kept = globalThis as typeof globalThis & { bridgeCatalogue?: Kept };

/** Another process (the command line) may import: look for a newer version at most this often. */
const CHECK_EVERY_MS = 5_000;

const latestVersionId = async (): Promise<string> => {
  const latest = await read.catalogueVersion.findFirst({
    orderBy: [{ importedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return latest?.id ?? "none";
};

const byCode = <T extends { code: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.code, row]));

const point = (row: { lng: number | null; lat: number | null }): Point | null =>
  row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat };

const current = <T extends { withdrawnIn: string | null }>(rows: readonly T[]): T[] =>
  rows.filter((row) => row.withdrawnIn === null);

const load = async (versionId: string): Promise<Catalogue> => {
  const inOrder = { orderBy: { code: "asc" } } as const;
  const [majors, occupations, groups, regions, industries, links, courses] = await Promise.all([
    read.major.findMany(inOrder),
    read.occupation.findMany(inOrder),
    read.occupationGroup.findMany(inOrder),
    read.region.findMany(inOrder),
    read.industry.findMany(inOrder),
    read.majorOccupationLink.findMany({
      where: { withdrawnIn: null, official: true, code: { not: null } },
      orderBy: { id: "asc" },
    }),
    read.course.findMany({ where: { withdrawnIn: null }, orderBy: [{ majorCode: "asc" }, { seq: "asc" }] }),
  ]);
  const groupRows = groups.map((row) => ({ ...row, level: row.level as OccupationGroup["level"] }));
  const majorRows = majors.map((row) => ({ ...row, level: row.level as MajorLevel }));
  return {
    versionId,
    majors: byCode(majorRows),
    occupations: byCode(occupations),
    groups: byCode(groupRows),
    regions: byCode(
      regions.map((row) => ({ ...row, level: row.level as Region["level"], point: point(row) })),
    ),
    industries: byCode(industries.map((row) => ({ ...row, level: row.level as Industry["level"] }))),
    fitMaterial: {
      majors: majorRows,
      occupations: current(occupations),
      groups: groupRows,
      links: links.map((row) => ({
        ...row,
        code: row.code ?? "",
        match: (row.match ?? "exact") as LinkMatch,
      })),
      courses,
      ...houseFit(),
    },
  };
};

/**
 * The catalogues in memory. Comes out: the snapshot of the latest import, loaded once and again after each import;
 * withdrawn codes are in it (with `withdrawnIn`), so that old records keep their labels.
 */
export const catalogue = async (): Promise<Catalogue> => {
  const now = Date.now();
  const held = kept.bridgeCatalogue;
  if (held && now - held.checkedAt < CHECK_EVERY_MS) return held.catalogue;
  const versionId = await latestVersionId();
  if (held && held.versionId === versionId) {
    held.checkedAt = now;
    return held.catalogue;
  }
  const loading: Kept = { catalogue: load(versionId), versionId, checkedAt: now };
  kept.bridgeCatalogue = loading;
  loading.catalogue.catch(() => {
    if (kept.bridgeCatalogue === loading) delete kept.bridgeCatalogue;
  });
  return loading.catalogue;
};

/** Forgets the snapshot: the next question loads the catalogues anew. */
export const catalogueChanged = (): void => {
  delete kept.bridgeCatalogue;
};
