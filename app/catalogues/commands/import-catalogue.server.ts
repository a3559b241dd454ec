import type { ActorSnapshot, Ctx } from "~/platform/command";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { record as recordEvent } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { ok, RefusalError, type Result, refuse } from "~/platform/result";
import { mayImport } from "../policy";
import { catalogueChanged } from "../queries/catalogue.server";
import { type CatalogueRecord, checkRows, type Known, recordKey, type TableRow } from "../rules/check-rows";
import { type Difference, difference, type KeptRecord } from "../rules/difference";
import type { CatalogueName } from "../schema";
import { TABLES, type TablePlan, withPinyin } from "../tables.server";

export type ImportSource = {
  /** Names the publication among the links of one table: "ministry-2022". */
  key: string;
  version: string;
  authority: string;
  document: string;
  date: string;
  official: boolean;
};

export type ImportInput = {
  catalogue: CatalogueName;
  rows: readonly TableRow[];
  source: ImportSource;
  /** The file is the whole catalogue: what it does not name is withdrawn. */
  complete: boolean;
};

export type ImportOutcome = {
  rows: number;
  added: number;
  changed: number;
  withdrawn: number;
  versionId: string | null;
};

const CHUNK = 500;

const codesOf = async (rows: PromiseLike<{ code: string }[]>) => (await rows).map((row) => row.code);

const knownCodes = async (tx: Tx, catalogue: CatalogueName): Promise<Known> => {
  const refers =
    catalogue === "occupations" || catalogue === "majorCourses" || catalogue === "majorOccupations";
  if (!refers) return { majors: new Set(), groups: new Set(), occupations: new Set() };
  const select = { code: true } as const;
  const groups = await codesOf(tx.occupationGroup.findMany({ select }));
  const occupations = await codesOf(tx.occupation.findMany({ select }));
  const majors = await codesOf(tx.major.findMany({ select }));
  return {
    majors: new Set(majors),
    groups: new Set(groups),
    occupations: new Set([...groups, ...occupations]),
  };
};

const keptRecords = async (tx: Tx, plan: TablePlan, where: object): Promise<Map<string, KeptRecord>> => {
  const rows = (await plan.table(tx).findMany({ where })) as (CatalogueRecord & {
    withdrawnIn: string | null;
  })[];
  return new Map(
    rows.map(({ withdrawnIn, ...record }) => [
      String(record[plan.key]),
      { record, withdrawn: withdrawnIn !== null },
    ]),
  );
};

const fullRecord = (input: ImportInput, record: CatalogueRecord): CatalogueRecord => {
  if (input.catalogue !== "majorOccupations") return record;
  const { key, authority, document, official } = input.source;
  return {
    ...record,
    id: `${key}#${recordKey(input.catalogue, record)}`,
    sourceKey: key,
    authority,
    source: document,
    official,
  };
};

const write = async (
  tx: Tx,
  plan: TablePlan,
  incoming: ReadonlyMap<string, CatalogueRecord>,
  found: Difference,
  version: string,
): Promise<void> => {
  const table = plan.table(tx);
  const data = (key: string) => ({ ...withPinyin(plan, incoming.get(key) ?? {}), withdrawnIn: null });
  for (let at = 0; at < found.added.length; at += CHUNK) {
    const rows = found.added.slice(at, at + CHUNK).map((key) => ({ ...data(key), validFrom: version }));
    await table.createMany({ data: rows });
  }
  for (const key of [...found.changed, ...found.returned]) {
    await table.update({ where: { [plan.key]: key }, data: data(key) });
  }
  for (let at = 0; at < found.withdrawn.length; at += CHUNK) {
    const keys = found.withdrawn.slice(at, at + CHUNK);
    await table.updateMany({ where: { [plan.key]: { in: keys } }, data: { withdrawnIn: version } });
  }
};

/**
 * Imports one catalogue from parsed rows as one version. Goes in: the catalogue, its rows with line numbers, the
 * publication, and whether the file is complete. Comes out: how many rows were added, changed (or published again) and
 * withdrawn; `versionId` is null when the file says nothing new, so a second import does nothing. Withdrawn codes
 * keep their row. Refuses with every bad row (line, column, how to mend it) and then changes nothing.
 */
export const importCatalogue = async (
  ctx: Ctx<ActorSnapshot & { isOperator?: boolean }>,
  input: ImportInput,
): Promise<Result<ImportOutcome>> => {
  const allowed = mayImport(ctx.actor);
  if (!allowed.ok) return allowed;
  const plan = TABLES[input.catalogue];
  const scope = input.catalogue === "majorOccupations" ? { sourceKey: input.source.key } : {};
  try {
    const outcome = await inTransaction(async (tx): Promise<ImportOutcome> => {
      const kept = await keptRecords(tx, plan, scope);
      const own = input.complete ? new Set<string>() : new Set(kept.keys());
      const checked = checkRows(input.catalogue, input.rows, await knownCodes(tx, input.catalogue), own);
      if (!checked.ok) {
        const extra = { values: { count: checked.total }, fields: checked.problems };
        throw new RefusalError(refuse("invalid", "catalogues.import.badRows", extra).refusal);
      }
      const records = checked.records.map((row) => fullRecord(input, row));
      const incoming = new Map(records.map((row) => [String(row[plan.key]), row]));
      const found = difference(kept, incoming, input.complete);
      const changed = found.changed.length + found.returned.length;
      const counts = {
        rows: incoming.size,
        added: found.added.length,
        changed,
        withdrawn: found.withdrawn.length,
      };
      if (counts.added + counts.changed + counts.withdrawn === 0) return { ...counts, versionId: null };
      const { key, version, authority, document, date } = input.source;
      await write(tx, plan, incoming, found, version);
      const now = ctx.clock.now();
      const versionId = newId(now.getTime());
      await tx.catalogueVersion.create({
        data: {
          id: versionId,
          catalogue: input.catalogue,
          version,
          authority,
          document,
          date,
          importedAt: now,
          ...counts,
        },
      });
      await recordEvent(tx, ctx, {
        subject: { type: "catalogue", id: input.catalogue },
        name: "catalogue.imported",
        payload: { version, source: key, document, ...counts },
        audience: [],
      });
      return { ...counts, versionId };
    });
    if (outcome.versionId) catalogueChanged();
    return ok(outcome);
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
};
