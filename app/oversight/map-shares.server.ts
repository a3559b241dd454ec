import { catalogue } from "~/catalogues/queries/catalogue.server";
import { familyOf } from "~/catalogues/rules/family";
import { openPlacesOf } from "~/marketplace/queries/open-places-of.server";
import { supplyOf } from "~/organizations/queries/supply-of.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { differences, type MapItem, type MapMeasure, type MapShareRow, sharesOf } from "./rules/map-shares";

const SLOT_KINDS = ["apprenticeship", "internship"];

const measureOf = (kind: string, direction: string): MapMeasure | null => {
  if (direction === "seek") return "needs";
  if (SLOT_KINDS.includes(kind)) return "slots";
  if (kind === "training_base") return "bases";
  return kind === "industry_tutor" ? "tutors" : null;
};

/** The section an industry belongs to ("C35" → "C"), or null. */
const sectionOf = async (code: string | null): Promise<string | null> => {
  const { industries } = await catalogue();
  let one = code ? industries.get(code) : undefined;
  while (one?.parentCode) one = industries.get(one.parentCode);
  return one?.code ?? null;
};

/**
 * What an organization adds to the map now. Slots count by free seats, everything else by one each. Goes in: a client or a
 * transaction, its id. Comes out: its shares; none for one that is not verified.
 */
export const mapSharesOf = async (db: ReadClient | Tx, organizationId: string): Promise<MapShareRow[]> => {
  const supply = await supplyOf(db, organizationId);
  if (!supply) return [];
  const industry = await sectionOf(supply.industryCode);
  const items: MapItem[] = supply.programmes.flatMap(({ majorCode, seats }) => {
    const family = familyOf(majorCode);
    const where = { regionCode: supply.regionCode, families: family ? [family] : [], industry: null };
    return [
      { ...where, measure: "programmes" as const, amount: 1 },
      { ...where, measure: "seats" as const, amount: seats },
    ];
  });
  for (const place of await openPlacesOf(db, organizationId)) {
    const measure = measureOf(place.kind, place.direction);
    if (!measure) continue;
    const { regionCode, families } = place;
    items.push({
      measure,
      regionCode,
      families,
      industry,
      amount: measure === "slots" ? (place.free ?? 0) : 1,
    });
  }
  return sharesOf(items);
};

/**
 * Brings an organization's shares and the sums to what it has now, inside the caller's transaction. Comes out: how many
 * cells moved. Doing it again moves none.
 */
export const refreshMapShares = async (tx: Tx, organizationId: string): Promise<number> => {
  const before = await tx.mapShare.findMany({ where: { organizationId } });
  const after = await mapSharesOf(tx, organizationId);
  const moves = differences(before as MapShareRow[], after);
  if (moves.length === 0) return 0;
  await tx.mapShare.deleteMany({ where: { organizationId } });
  await insertMany(
    tx,
    "MapShare",
    after.map((row) => ({ organizationId, ...row })),
  );
  for (const { amount, parties, ...cell } of moves) {
    await tx.mapCell.upsert({
      where: { measure_family_industry_regionCode: cell },
      create: { ...cell, amount, parties },
      update: { amount: { increment: amount }, parties: { increment: parties } },
    });
  }
  for (const { amount: _amount, parties, ...cell } of moves) {
    if (parties < 0) await tx.mapCell.deleteMany({ where: { ...cell, parties: { lte: 0 } } });
  }
  return moves.length;
};
