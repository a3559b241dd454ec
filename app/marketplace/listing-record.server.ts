import type { Acting } from "~/identity/actor";
import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import type { Direction, ListingKind } from "./rules/kinds";
import type { HostKnown } from "./rules/listing-facts";
import type { ListingDetails } from "./rules/listing-fields";
import type { ListingState } from "./rules/listing-lifecycle";
import type { ListingColumns } from "./rules/listing-values";

type Reader = Pick<typeof read | Tx, never> & {
  listing: Pick<Tx["listing"], "findFirst">;
  organization: Pick<Tx["organization"], "findUnique">;
  post: Pick<Tx["post"], "findFirst">;
};

export type ListingRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** A listing as rules see it, with the row it comes from. */
export type ListingRecord = {
  row: ListingRow;
  kind: ListingKind;
  direction: Direction;
  state: ListingState;
  columns: ListingColumns;
};

const findRow = (db: Reader, where: { id: string; organizationId?: string }) =>
  db.listing.findFirst({ where, include: { majors: { orderBy: { majorCode: "asc" }, take: 20 } } });

export const recordOf = (row: ListingRow): ListingRecord => ({
  row,
  kind: row.kind as ListingKind,
  direction: row.direction as Direction,
  state: row.state as ListingState,
  columns: {
    title: row.title,
    summary: row.summary,
    regionCode: row.regionCode,
    address: row.address,
    openUntil: row.openUntil,
    postId: row.postId,
    occupationCode: row.occupationCode,
    seats: row.seats,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    payMinFen: row.payMinFen,
    payMaxFen: row.payMaxFen,
    samePostPayFen: row.samePostPayFen,
    majorCodes: row.majors.map((major) => major.majorCode),
    details: JSON.parse(row.details) as ListingDetails,
  },
});

/** A listing by id; with an actor only their own organization's. Null when there is none. */
export const loadListing = async (db: Reader, id: string, owner?: Acting): Promise<ListingRecord | null> => {
  const row = await findRow(db, { id, ...(owner ? { organizationId: owner.organizationId } : {}) });
  return row && recordOf(row);
};

/** What the owner's profile and the chosen post say of a listing's host, and whether the owner is verified. */
export const loadHost = async (
  db: Reader,
  record: ListingRecord,
): Promise<HostKnown & { verified: boolean }> => {
  const { organizationId, postId } = record.row;
  const owner = await db.organization.findUnique({ where: { id: organizationId } });
  const post = postId ? await db.post.findFirst({ where: { id: postId, organizationId } }) : null;
  return {
    verified: owner?.state === "verified",
    uscc: owner?.uscc ?? null,
    industryCode: owner?.industryCode ?? null,
    employees: owner?.employees ?? null,
    post: post && {
      name: post.name,
      headcount: post.headcount,
      samePostPayFen: post.samePostPayFen,
      labourIntensity: post.labourIntensity,
      hazards: post.hazards.split(",").filter((code) => code !== ""),
    },
  };
};
