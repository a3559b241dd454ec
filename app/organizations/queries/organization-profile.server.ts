import { read } from "~/platform/db/client.server";
import { isPublicState } from "../rules/organization-lifecycle";
import { publicSource } from "../schema";
import type { PublicOrganization } from "../shapes";
import { formerIdentities } from "./former-identities.server";
import { labelsOf } from "./labels.server";
import { postsOf } from "./posts.server";
import { programmesOf } from "./programmes.server";

/**
 * An organization as anybody may see it: verified, or an unclaimed public profile. Goes in: its id, and the
 * organization of the reader, who may see their own in any state. Comes out: the profile without its contact; the id to
 * go to when it was merged into another; null when there is nothing to see.
 */
export const organizationProfile = async (
  id: string,
  readersOrganizationId: string | null,
): Promise<PublicOrganization | { movedTo: string } | null> => {
  const row = await read.organization.findUnique({ where: { id } });
  if (!row) return null;
  if (row.state === "merged" && row.mergedIntoId) return { movedTo: row.mergedIntoId };
  if (!isPublicState(row.state) && row.id !== readersOrganizationId) return null;
  const labels = await labelsOf(row);
  const [posts, programmes, former] = await Promise.all([
    row.kind === "enterprise" ? postsOf(id, true) : [],
    row.kind === "school" ? programmesOf(id, true) : [],
    formerIdentities(id),
  ]);
  return {
    movedTo: null,
    id,
    kind: row.kind,
    state: row.state,
    name: row.name,
    shortName: row.shortName,
    uscc: row.uscc,
    schoolCode: row.schoolCode ?? row.publicCode,
    ...labels,
    regionCode: row.regionCode,
    address: row.address,
    point:
      row.lng !== null && row.lat !== null
        ? { lng: row.lng, lat: row.lat, approximate: row.pointOf !== null }
        : null,
    employees: row.employees,
    schoolLevel: row.schoolLevel,
    ownership: row.ownership,
    introduction: row.introduction,
    website: row.website,
    source: row.source ? publicSource.parse(JSON.parse(row.source)) : null,
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    formerNames: former.filter(({ field }) => field === "name").map(({ value }) => value),
    posts,
    programmes,
  };
};
