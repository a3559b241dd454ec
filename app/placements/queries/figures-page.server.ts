import { liesIn } from "~/catalogues/rules/regions";
import type { Member } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { schoolFigures } from "./programme-figures.server";

/** Schools of an authority's region to choose from. */
const MOST_SCHOOLS = 200;

/**
 * Programme figures as their reader may see them: a school's staff their own in full, an authority those of a school in its
 * region with small cells hidden. Goes in: the member, the school asked for (an authority's choice). Comes out: null where
 * they are nobody's to see: another school's, a school outside the region.
 */
export const figuresPage = async (actor: Member, wished: string | null) => {
  const { organization } = actor;
  if (organization.kind === "school") {
    if (wished !== null && wished !== organization.id) return null;
    const { id, name } = organization;
    return { inside: true, school: { id, name }, schools: [], figures: await schoolFigures(id, true) };
  }
  if (organization.kind !== "authority") return null;
  const own = await read.organization.findUniqueOrThrow({
    where: { id: organization.id },
    select: { regionCode: true },
  });
  const all = await read.organization.findMany({
    where: { kind: "school", state: "verified" },
    orderBy: { namePinyin: "asc" },
    select: { id: true, name: true, regionCode: true },
    take: 5000,
  });
  const schools = all.filter((one) => liesIn(own.regionCode, one.regionCode)).slice(0, MOST_SCHOOLS);
  const school = wished === null ? schools[0] : schools.find((one) => one.id === wished);
  if (wished !== null && !school) return null;
  return {
    inside: false,
    school: school ? { id: school.id, name: school.name } : null,
    schools: schools.map(({ id, name }) => ({ id, name })),
    figures: school ? await schoolFigures(school.id, false) : [],
  };
};
