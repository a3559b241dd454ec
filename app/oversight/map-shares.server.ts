import { catalogue } from "~/catalogues/queries/catalogue.server";
import { familyOf } from "~/catalogues/rules/family";
import { type OpenPlace, openPlacesOf } from "~/marketplace/queries/open-places-of.server";
import { type Supply, suppliesOf } from "~/organizations/queries/supply-of.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { moveCells } from "./move-cells.sqlite.server";
import { differences, type MapItem, type MapMeasure, type MapShareRow, sharesOf } from "./rules/map-shares";

const SLOT_KINDS = ["apprenticeship", "internship"];

const measureOf = (kind: string, direction: string): MapMeasure | null => {
  if (direction === "seek") return "needs";
  if (SLOT_KINDS.includes(kind)) return "slots";
  if (kind === "training_base") return "bases";
  return kind === "industry_tutor" ? "tutors" : null;
};

const itemsOf = (supply: Supply, places: readonly OpenPlace[], industry: string | null): MapItem[] => {
  const items: MapItem[] = supply.programmes.flatMap(({ majorCode, seats }) => {
    const family = familyOf(majorCode);
    const where = { regionCode: supply.regionCode, families: family ? [family] : [], industry: null };
    return [
      { ...where, measure: "programmes" as const, amount: 1 },
      { ...where, measure: "seats" as const, amount: seats },
    ];
  });
  for (const { kind, direction, regionCode, families, free } of places) {
    const measure = measureOf(kind, direction);
    if (!measure) continue;
    items.push({ measure, regionCode, families, industry, amount: measure === "slots" ? (free ?? 0) : 1 });
  }
  return items;
};

/**
 * What organizations add to the map now. Slots count by free seats, everything else by one each. Goes in: a client or a
 * transaction, ids. Comes out: by id its shares; none for one that is not verified.
 */
const mapSharesOf = async (
  db: ReadClient | Tx,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, MapShareRow[]>> => {
  const { industries } = await catalogue();
  const section = (code: string | null): string | null => {
    let one = code ? industries.get(code) : undefined;
    while (one?.parentCode) one = industries.get(one.parentCode);
    return one?.code ?? null;
  };
  const supplies = await suppliesOf(db, organizationIds);
  const places = await openPlacesOf(db, [...supplies.keys()]);
  return new Map(
    [...supplies].map(([id, supply]) => [
      id,
      sharesOf(itemsOf(supply, places.get(id) ?? [], section(supply.industryCode))),
    ]),
  );
};

/**
 * Brings the shares of some organizations and the sums to what they have now, inside the caller's transaction. Comes out:
 * how many cells moved. Doing it again moves none.
 */
export const refreshMapShares = async (tx: Tx, organizationIds: readonly string[]): Promise<number> => {
  const held = new Map<string, MapShareRow[]>(organizationIds.map((id) => [id, []]));
  const rows = await tx.mapShare.findMany({ where: { organizationId: { in: [...organizationIds] } } });
  for (const { organizationId, ...row } of rows) held.get(organizationId)?.push(row as MapShareRow);
  const now = await mapSharesOf(tx, organizationIds);
  const changed = [...held].flatMap(([organizationId, before]) => {
    const after = now.get(organizationId) ?? [];
    const moves = differences(before, after);
    return moves.length > 0 ? [{ organizationId, after, moves }] : [];
  });
  if (changed.length === 0) return 0;
  await tx.mapShare.deleteMany({
    where: { organizationId: { in: changed.map(({ organizationId }) => organizationId) } },
  });
  await insertMany(
    tx,
    "MapShare",
    changed.flatMap(({ organizationId, after }) => after.map((row) => ({ organizationId, ...row }))),
  );
  return moveCells(
    tx,
    changed.flatMap(({ moves }) => moves),
  );
};
