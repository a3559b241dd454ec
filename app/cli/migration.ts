import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("usage: npm run migration -- name_in_small_letters");
  process.exit(2);
}

const run = (command: string, args: string[], cwd = process.cwd()): Buffer => {
  const done = spawnSync(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 });
  if (done.status === 0) return done.stdout;
  console.error(String(done.stdout), String(done.stderr));
  process.exit(1);
};

// Prisma's own shadow database fails with an adapter in prisma.config.ts; the last commit knows what was.
const folder = mkdtempSync(path.join(tmpdir(), "bridge-migration-"));
const archive = path.join(folder, "committed.tar");
writeFileSync(archive, run("git", ["archive", "HEAD", "prisma/schema"]));
run("tar", ["xf", archive], folder);

const migrations = path.resolve("prisma/migrations");
const known = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
const sql = run(process.execPath, [
  "node_modules/prisma/build/index.js",
  "migrate",
  "diff",
  "--from-schema-datamodel",
  path.join(folder, "prisma/schema"),
  "--to-schema-datamodel",
  "prisma/schema",
  "--script",
]);
rmSync(folder, { recursive: true });

const target = path.join(migrations, `${String(known + 1).padStart(4, "0")}_${name}`);
mkdirSync(target);
writeFileSync(path.join(target, "migration.sql"), sql);
console.log(
  `${target}/migration.sql\nWhat changed in prisma/schema since the last commit. Read it before committing: nothing may be lost on a database with data in it.`,
);
