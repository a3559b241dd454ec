import { readFileSync } from "node:fs";
import path from "node:path";
import type { ActorSnapshot, Ctx } from "~/platform/command";
import { ok, type Result, refuse } from "~/platform/result";
import { type ImportOutcome, importCatalogue } from "./commands/import-catalogue.server";
import { readTable } from "./read-table.server";
import { referenceSources } from "./reference.server";
import { CATALOGUES, type CatalogueName } from "./schema";

/**
 * Loads every carried catalogue of `prisma/reference`, each complete and as one version. Goes in: the context and a
 * listener told after each. Comes out: nothing new on a second run. Refuses with the first catalogue's bad rows.
 */
export const loadReference = async (
  ctx: Ctx<ActorSnapshot & { isOperator?: boolean }>,
  told: (name: CatalogueName, outcome: ImportOutcome) => void = () => {},
): Promise<Result<true>> => {
  const sources = referenceSources();
  for (const catalogue of CATALOGUES) {
    const source = sources[catalogue];
    if (!source) return refuse("invalid", "catalogues.problem.sourceMissing", { values: { catalogue } });
    const table = readTable(readFileSync(path.resolve("prisma", "reference", source.file)));
    if (!table.ok) return refuse("invalid", table.key, { values: { line: table.line } });
    const { version, authority, document, date, official } = source;
    const done = await importCatalogue(ctx, {
      catalogue,
      rows: table.rows,
      source: { key: "ministry-2022", version, authority, document, date, official },
      complete: true,
    });
    if (!done.ok) return done;
    told(catalogue, done.value);
  }
  return ok(true);
};
