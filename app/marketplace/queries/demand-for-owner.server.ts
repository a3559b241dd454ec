import type { Member } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { type DemandNearby, demandNearby } from "./unmet-demand.server";

/** What an organization that can offer something may want to know of: enterprises, bodies and parks. */
const OFFERING = ["enterprise", "industry_body", "park"];

/** Demand nobody met in the organization's city, for those who could meet it. In: the member, today's civil date. */
export const demandForOwner = async (
  { organization, organizationId }: Member,
  today: string,
): Promise<DemandNearby | null> => {
  if (!OFFERING.includes(organization.kind)) return null;
  const own = await read.organization.findUnique({
    where: { id: organizationId },
    select: { regionCode: true },
  });
  return own ? demandNearby(own.regionCode, today) : null;
};
