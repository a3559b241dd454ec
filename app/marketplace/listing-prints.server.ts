import { createHash } from "node:crypto";
import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import type { Direction, ListingKind } from "./rules/kinds";
import { bareText, blockOf, isTelling, type LikenessFacts } from "./rules/listing-likeness";

/** What of a stored listing is compared. */
export type PrintedRow = {
  id: string;
  organizationId: string;
  kind: string;
  direction: string;
  title: string;
  summary: string;
  regionCode: string;
  occupationCode: string | null;
  startsOn: string | null;
  endsOn: string | null;
  majors: readonly { family: string }[];
};

/** States in which a listing stands: the same once more would be a second one. */
const STANDING = ["published", "paused", "full"];

const keyOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 22);

export const factsOfRow = (row: PrintedRow): LikenessFacts => ({
  ...row,
  kind: row.kind as ListingKind,
  direction: row.direction as Direction,
  families: row.majors.map(({ family }) => family),
});

/** Keys under which a listing is found again: its block, its title and, where it is long enough, its text. */
export const printKeys = (facts: LikenessFacts): { block: string; titleKey: string; textKey: string } => ({
  block: blockOf(facts),
  titleKey: keyOf(bareText(facts.title)),
  textKey: isTelling(facts.summary) ? keyOf(bareText(facts.summary)) : "",
});

/** Keeps the prints of listings in step with them, inside the transaction of their change. */
export const printListings = async (
  tx: Tx,
  rows: readonly (PrintedRow & { state: string })[],
): Promise<void> => {
  await tx.listingPrint.deleteMany({ where: { listingId: { in: rows.map(({ id }) => id) } } });
  await insertMany(
    tx,
    "ListingPrint",
    rows
      .filter(({ state }) => STANDING.includes(state))
      .map((row) => ({
        listingId: row.id,
        organizationId: row.organizationId,
        ...printKeys(factsOfRow(row)),
      })),
  );
};
