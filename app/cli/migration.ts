import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "./migrate";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("usage: npm run migration -- name_in_small_letters");
  process.exit(2);
}

const folder = mkdtempSync(path.join(tmpdir(), "bridge-migration-"));
const database = path.join(folder, "now.db");
const migrations = path.resolve("prisma/migrations");
const known = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
migrate(database);
const diff = spawnSync(
  process.execPath,
  [
    "node_modules/prisma/build/index.js",
    "migrate",
    "diff",
    "--from-config-datasource",
    "--to-schema",
    "prisma/schema",
    "--script",
  ],
  { env: { ...process.env, DATABASE_URL: `file:${database}` }, encoding: "utf8" },
);
rmSync(folder, { recursive: true });
if (diff.status !== 0) {
  console.error(diff.stdout, diff.stderr);
  process.exit(1);
}
const target = path.join(migrations, `${String(known + 1).padStart(4, "0")}_${name}`);
mkdirSync(target);
writeFileSync(path.join(target, "migration.sql"), diff.stdout);
console.log(
  `${target}/migration.sql\nRead it before committing: nothing may be lost on a database with data in it.`,
);
