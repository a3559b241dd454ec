import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { tool } from "./run";
import { SERVER_FILE } from "./server-process.mjs";

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

/** The start of the server as plain JavaScript: no compiler and no maps of sources stay in the server's memory. */
const buildStart = async (): Promise<void> => {
  const { build: bundle } = await import("vite");
  await bundle({
    configFile: false,
    publicDir: false,
    logLevel: "error",
    resolve: { alias: { "~": fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "") } },
    build: { ssr: "app/cli/start.ts", outDir: "build/start", target: "node20", emptyOutDir: true },
  });
};

/** Builds the application unless the build was made from exactly these sources. */
export const build = async (): Promise<void> => {
  const sources = madeFrom();
  if (existsSync(MARKER) && existsSync(SERVER_FILE) && readFileSync(MARKER, "utf8") === sources) return;
  const code = await tool("@remix-run/dev/dist/cli.js", ["vite:build", "--logLevel", "error"], {
    NODE_ENV: "production",
  });
  if (code !== 0) throw new Error("the build failed");
  await buildStart();
  writeFileSync(MARKER, sources);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await build();
