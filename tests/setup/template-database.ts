import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../app/cli/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    templateDatabase: string;
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

/** A database with every migration and the real catalogues, made once and kept until one of them changes. */
export const templateDatabase = (): string => {
  const hash = createHash("sha256");
  for (const file of [
    ...filesBelow("prisma/migrations"),
    ...filesBelow("prisma/reference"),
    ...filesBelow("app/catalogues").filter((file) => !file.endsWith(".md")),
  ]) {
    hash.update(file).update(readFileSync(file));
  }
  const target = path.resolve(".cache", `template-${hash.digest("hex").slice(0, 16)}.db`);
  if (existsSync(target)) return target;
  mkdirSync(".cache", { recursive: true });
  for (const old of readdirSync(".cache").filter((name) => name.startsWith("template-"))) {
    rmSync(path.join(".cache", old));
  }
  const making = `${target}.${process.pid}.making`;
  migrate(making);
  const loaded = spawnSync(process.execPath, ["--import", "tsx", "app/catalogues/cli/import.ts", "all"], {
    env: { ...process.env, NODE_ENV: "test", DATABASE_URL: `file:${making}` },
    encoding: "utf8",
  });
  if (loaded.status !== 0) throw new Error(`catalogues not loaded:\n${loaded.stdout}\n${loaded.stderr}`);
  renameSync(making, target);
  return target;
};

export default (project: TestProject): void => {
  project.provide("templateDatabase", templateDatabase());
};
