import { read } from "~/platform/db/client.server";
import type { CatalogueName } from "../schema";

/** So many rows of a difference are shown; the figures beside them count all. */
export const SHOWN_ROWS = 100;

export type NamedRow = { code: string; name: string };

type Finder = (where: object) => Promise<NamedRow[]>;

const take = SHOWN_ROWS;
const byCode = { orderBy: { code: "asc" }, take, select: { code: true, name: true } } as const;
const courseOrder = { orderBy: { id: "asc" }, take } as const;

/** How a catalogue's rows are listed; links are named by what the publication printed. */
const FINDERS: Record<CatalogueName, Finder> = {
  majors: (where) => read.major.findMany({ where, ...byCode }),
  occupationGroups: (where) => read.occupationGroup.findMany({ where, ...byCode }),
  occupations: (where) => read.occupation.findMany({ where, ...byCode }),
  regions: (where) => read.region.findMany({ where, ...byCode }),
  industries: (where) => read.industry.findMany({ where, ...byCode }),
  colleges: async (where) => {
    const rows = await read.college.findMany({
      where,
      orderBy: { name: "asc" },
      take,
      select: { name: true, schoolCode: true },
    });
    return rows.map(({ name, schoolCode }) => ({ code: schoolCode ?? "", name }));
  },
  majorCourses: async (where) => {
    const rows = await read.course.findMany({
      where,
      ...courseOrder,
      select: { majorCode: true, name: true },
    });
    return rows.map(({ majorCode, name }) => ({ code: majorCode, name }));
  },
  majorOccupations: async (where) => {
    const rows = await read.majorOccupationLink.findMany({
      where,
      ...courseOrder,
      select: { majorCode: true, printed: true },
    });
    return rows.map(({ majorCode, printed }) => ({ code: majorCode, name: printed }));
  },
};

/**
 * What one version of a catalogue brought and withdrew. Goes in: the version's id. Comes out: the version with the first
 * hundred rows it added and withdrew; null for an unknown id. What it merely reworded is counted, not kept.
 */
export const versionDifference = async (id: string) => {
  const version = await read.catalogueVersion.findUnique({ where: { id } });
  if (!version) return null;
  const find = FINDERS[version.catalogue as CatalogueName];
  const [added, withdrawn] = await Promise.all([
    version.added > 0 ? find({ validFrom: version.version }) : [],
    version.withdrawn > 0 ? find({ withdrawnIn: version.version }) : [],
  ]);
  return { version, added, withdrawn };
};
