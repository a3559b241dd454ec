import type { ActingFor } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import type { DeclineReason } from "./rules/decline-reasons";
import { type DemandCell, leavesUnmet } from "./rules/demand";

/**
 * Counts wishes nobody met, inside the transaction that learns of them. In: the civil date and the cells with how often
 * each was wished (once where nothing is said). Codes alone are kept.
 */
export const addDemand = async (
  tx: Tx,
  day: string,
  cells: readonly (DemandCell & { times?: number })[],
): Promise<void> => {
  for (const { times = 1, ...cell } of cells) {
    await tx.demandSignal.upsert({
      where: { day_regionCode_family_kind_source_reason: { day, ...cell } },
      create: { day, ...cell, count: times },
      update: { count: { increment: times } },
    });
  }
};

const regionOf = async (tx: Tx, id: string): Promise<string> =>
  (await tx.organization.findUnique({ where: { id }, select: { regionCode: true } }))?.regionCode ?? "";

/** Most classes of majors one wish is counted for. House rule. */
const MOST_FAMILIES = 3;

/**
 * What a declined enquiry leaves unmet: the wish of the one who asked, where they are, for the classes of majors it was
 * about. In: the enquiry and the reason. Out: at most three cells; none where the reason leaves nothing unmet.
 */
export const declineDemand = async (
  tx: Tx,
  enquiry: { fromOrganizationId: string; listingId: string | null; programmeId: string | null },
  reason: DeclineReason,
): Promise<DemandCell[]> => {
  if (!leavesUnmet(reason)) return [];
  const listing = enquiry.listingId
    ? await tx.listing.findUnique({
        where: { id: enquiry.listingId },
        select: {
          kind: true,
          majors: { take: MOST_FAMILIES, orderBy: { majorCode: "asc" }, select: { family: true } },
        },
      })
    : null;
  const programme = enquiry.programmeId
    ? await tx.programme.findUnique({ where: { id: enquiry.programmeId }, select: { majorCode: true } })
    : null;
  const major = programme
    ? await tx.major.findFirst({ where: { code: programme.majorCode }, select: { family: true } })
    : null;
  const families = major ? [major.family] : (listing?.majors.map(({ family }) => family) ?? []);
  const regionCode = await regionOf(tx, enquiry.fromOrganizationId);
  return [...new Set(families.length > 0 ? families : ["*"])].map((family) => ({
    regionCode,
    family,
    kind: listing?.kind ?? "*",
    source: "decline" as const,
    reason,
  }));
};

/**
 * What a stated appetite says of demand: a school that is looking wishes for partners; an enterprise that is not leaves
 * wishes unmet, with its coded reason. In: who, and what was stated. Out: one cell or none. House rule.
 */
export const appetiteDemand = async (
  tx: Tx,
  organization: Pick<ActingFor, "id" | "kind">,
  stated: { family: string; level: string; reason: string | null },
): Promise<DemandCell[]> => {
  const seeks = organization.kind !== "enterprise" && stated.level !== "not_now";
  const lacks = organization.kind === "enterprise" && stated.level === "not_now";
  if (!seeks && !lacks) return [];
  return [
    {
      regionCode: await regionOf(tx, organization.id),
      family: stated.family,
      kind: "*",
      source: "appetite",
      reason: stated.reason ?? stated.level,
    },
  ];
};
