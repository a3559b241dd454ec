import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { type CardCriterion, type CriterionChange, criteriaFor } from "./rules/cards/criteria";

const MOST_CHANGES = 400;

/** The region codes a region lies in, itself included: "440113" → 440113, 440100, 440000. */
const regionsAbove = (code: string): string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
];

/** Changes that authorities stored for a region or one around it, oldest first, at most four hundred. */
export const criterionChanges = async (
  reader: ReadClient | Tx,
  region: string,
): Promise<CriterionChange[]> => {
  const rows = await (reader as ReadClient).cardCriterionChange.findMany({
    where: { regionCode: { in: regionsAbove(region) }, withdrawnAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST_CHANGES,
  });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
};

/** The criteria in force for a region on a civil date, changes of its authorities included. */
export const criteriaInForce = async (
  reader: ReadClient | Tx,
  region: string,
  on: string,
): Promise<CardCriterion[]> => criteriaFor(region, on, await criterionChanges(reader, region));
