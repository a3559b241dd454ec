import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchReport } from "./report";

/** Every benchmark, in the order of one full run. Each module exports `run()`. */
const BENCHES = [
  "fit",
  "search",
  "match",
  "matches",
  "pages",
  "regulations",
  "allocation",
  "agreements",
  "gates",
  "weeks",
  "bulk",
  "searches",
  "transfers",
  "credits",
  "resources",
  "oversight",
] as const;

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const unknown = wanted.filter((name) => !BENCHES.some((bench) => bench === name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(", ")}; one of ${BENCHES.join(", ")}`);
  process.exit(2);
}

const reports: BenchReport[] = [];
for (const name of BENCHES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const file = path.resolve(`tests/bench/${name}.ts`);
  if (!existsSync(file)) throw new Error(`missing ${file}`);
  console.log(`\n== ${name}`);
  const { run } = (await import(pathToFileURL(file).href)) as { run: () => Promise<BenchReport> };
  const report = await run();
  reports.push(report);
  for (const line of report.lines) console.log(line);
  for (const target of report.targets) {
    console.log(
      `${target.ok ? "met   " : "NOT MET"} ${target.name}: ${target.value} (target ${target.target})`,
    );
  }
}
const missed = reports.flatMap((report) => report.targets.filter((target) => !target.ok));
console.log(missed.length === 0 ? "\nall targets met" : `\n${missed.length} targets not met`);
process.exit(0);
