import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { tool } from "./run";

const MARKER = "build/.made-from";

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();

const madeFrom = (): string => {
  const hash = createHash("sha256");
  const files = [
    ...filesBelow("app"),
    ...filesBelow("public"),
    "package-lock.json",
    "vite.config.ts",
    "remix.config.js",
  ];
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
};

/** Builds the application unless the build was made from exactly these sources. */
export const build = async (): Promise<void> => {
  const sources = madeFrom();
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === sources) return;
  const code = await tool("@remix-run/dev/dist/cli.js", ["vite:build", "--logLevel", "error"], {
    NODE_ENV: "production",
  });
  if (code !== 0) throw new Error("the build failed");
  writeFileSync(MARKER, sources);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
