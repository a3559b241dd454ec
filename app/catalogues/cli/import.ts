import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { systemActor } from "~/platform/command";
import { closeDatabase } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import type { Refusal } from "~/platform/result";
import { civilDate, systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { type ImportSource, importCatalogue } from "../commands/import-catalogue.server";
import { readTable } from "../read-table.server";
import { referenceSources } from "../reference.server";
import { loadReference } from "../reference-import.server";
import { CATALOGUES, type CatalogueName } from "../schema";

const words = translatorFor((process.env.LANG ?? "").startsWith("en") ? "en" : "zh-CN");
const say = (key: string, values?: Record<string, string | number>) => words.any(`catalogues.${key}`, values);

const ctx = { actor: systemActor("import"), clock: systemClock, requestId: newId() };

const leave = async (code: number): Promise<never> => {
  await closeDatabase();
  process.exit(code);
};

const tellRefusal = (refusal: Refusal) => {
  console.error(words.any(refusal.key, refusal.values));
  for (const field of refusal.fields ?? []) {
    console.error(`  ${say("import.line", field.values)} ${words.any(field.key, field.values)}`);
  }
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    complete: { type: "boolean", default: false },
    version: { type: "string" },
    document: { type: "string" },
    authority: { type: "string" },
    date: { type: "string" },
    source: { type: "string" },
  },
});

const [target = "", file] = positionals;
const isCatalogue = (name: string): name is CatalogueName => (CATALOGUES as readonly string[]).includes(name);

if (target !== "all" && (!isCatalogue(target) || !file)) {
  console.error(say("import.usage", { catalogues: CATALOGUES.join(", ") }));
  await leave(2);
}

if (target === "all") {
  const done = await loadReference(ctx, (name, outcome) =>
    console.log(`${name}: ${say("import.done", { ...outcome, versionId: "" })}`),
  );
  if (!done.ok) tellRefusal(done.refusal);
  await leave(done.ok ? 0 : 1);
}

const fromFile = (catalogue: CatalogueName, name: string): ImportSource => {
  const today = civilDate(systemClock.now());
  const document = options.document ?? path.basename(name);
  const known = referenceSources()[catalogue];
  return {
    key: options.source ?? `file-${document}`,
    version: options.version ?? today,
    authority: options.authority ?? known?.authority ?? "",
    document,
    date: options.date ?? today,
    official: true,
  };
};

if (file && !existsSync(file)) {
  console.error(say("import.noFile", { file }));
  await leave(1);
}

if (isCatalogue(target) && file) {
  const table = readTable(readFileSync(file));
  if (!table.ok) {
    console.error(`${say("import.line", { line: table.line, column: "" })} ${words.any(table.key)}`);
    await leave(1);
  } else {
    const done = await importCatalogue(ctx, {
      catalogue: target,
      rows: table.rows,
      source: fromFile(target, file),
      complete: options.complete,
    });
    if (done.ok) console.log(`${target}: ${say("import.done", { ...done.value, versionId: "" })}`);
    else tellRefusal(done.refusal);
    await leave(done.ok ? 0 : 1);
  }
}
