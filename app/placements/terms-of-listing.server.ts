import { HAZARD_CODES } from "~/catalogues/hazards";
import { type ListingRow, recordOf } from "~/marketplace/listing-record.server";
import { PLACEMENT_TYPES, type PlacementTerms, placementTerms } from "./terms";

type PostOfListing = {
  occupationCode: string;
  samePostPayFen: number | null;
  labourIntensity: number | null;
  hazards: string;
} | null;

const codesIn = (text: string): string[] => text.split(",").filter((code) => code !== "");

/**
 * What a listing offers as the terms of one placement. Goes in: the listing's row with its majors, its post where it
 * names one, and the host's industry where the listing does not say. Comes out: terms; what the listing leaves open is
 * null and asked of the host later. Throws for a listing without dates or of a kind that places nobody: the caller has
 * published it.
 */
export const termsOfListing = (
  row: ListingRow,
  post: PostOfListing = null,
  industryCode: string | null = null,
): PlacementTerms => {
  const { columns, kind } = recordOf(row);
  const { details } = columns;
  const type = PLACEMENT_TYPES.find((one) => one === kind);
  if (!type || !columns.startsOn || !columns.endsOn) throw new Error(`listing ${row.id} places nobody`);
  const known = new Set<string>(HAZARD_CODES);
  const hazards = details.hazards ?? (post ? codesIn(post.hazards) : null);
  const insuranceBy =
    details.insuranceBy === "school" || details.insuranceBy === "host" ? details.insuranceBy : null;
  return placementTerms.parse({
    type,
    title: columns.title,
    postId: columns.postId,
    occupationCode: columns.occupationCode ?? post?.occupationCode ?? null,
    industryCode: row.industryCode ?? industryCode,
    regionCode: columns.regionCode,
    address: columns.address,
    startsOn: columns.startsOn,
    endsOn: columns.endsOn,
    tasks: details.tasks ?? [],
    majorCodes: columns.majorCodes,
    hoursPerDay: details.hoursPerDay ?? null,
    hoursPerWeek: details.hoursPerWeek ?? null,
    nightShifts: details.nightShifts ?? null,
    overtime: null,
    restDayWork: null,
    labourIntensity: details.labourIntensity
      ? Number(details.labourIntensity)
      : (post?.labourIntensity ?? null),
    hazards: hazards?.filter((code) => known.has(code)) ?? null,
    payMonthlyFen: columns.payMinFen,
    samePostPayFen: columns.samePostPayFen ?? post?.samePostPayFen ?? null,
    lowestTierPayFen: details.lowestTierPay ?? null,
    payCycleDays: null,
    payDay: null,
    lodging: null,
    fees: details.fees ?? null,
    agentInvolved: details.lawful ? false : null,
    insuranceBy,
    apprenticeStatus: type === "apprenticeship" ? (details.apprenticeStatus ?? null) : null,
    targetLevel: type === "apprenticeship" ? (details.targetLevel ?? null) : null,
    labourContractMonths: null,
    minimumWageFen: null,
    crossCategoryReason: null,
  } satisfies Record<keyof PlacementTerms, unknown>);
};
