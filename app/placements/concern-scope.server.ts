import { mayWrite, type Person } from "~/identity/actor";
import type { ReadClient } from "~/platform/db/client.server";
import type { Db } from "./head-count.server";

export type ConcernScope = {
  as: "school" | "authority";
  where: object;
};

/**
 * Whose concerns somebody may see. A school's owners and coordinators: those about others than the school. Teachers and
 * mentors never: a concern may be about them. An authority: the grave ones, those about a school, and those nobody answered
 * in time. Goes in: the person, now. Comes out: the scope as a `where`, or null for everybody else.
 */
export const concernScope = (actor: Person, now: Date): ConcernScope | null => {
  const { organization } = actor;
  if (!organization || !mayWrite({ organization })) return null;
  if (organization.kind === "school")
    return { as: "school", where: { schoolId: organization.id, aboutSchool: false } };
  if (organization.kind !== "authority") return null;
  return {
    as: "authority",
    where: {
      authorityId: organization.id,
      OR: [{ severity: 3 }, { aboutSchool: true }, { state: "open", respondBy: { lt: now } }],
    },
  };
};

/** The authority nearest to a school: district, city, province; null where none has joined. */
export const authorityNear = async (db: Db, schoolId: string): Promise<string | null> => {
  const client = db as ReadClient;
  const school = await client.organization.findUnique({
    where: { id: schoolId },
    select: { regionCode: true },
  });
  const region = school?.regionCode ?? "";
  const codes = [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`];
  const rows = await client.organization.findMany({
    where: { kind: "authority", state: "verified", regionCode: { in: codes } },
    select: { id: true, regionCode: true },
    take: 20,
  });
  return rows.sort((a, b) => codes.indexOf(a.regionCode) - codes.indexOf(b.regionCode))[0]?.id ?? null;
};
