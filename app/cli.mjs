// The commands of package.json. Plain JavaScript without dependencies: it must run before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SERVER_FILE, SERVER_FLAGS } from "./cli/server-process.mjs";

const COMMANDS = {
  demo: "app/cli/demo.ts",
  test: "app/cli/test.ts",
  dev: "app/cli/dev.ts",
  check: "app/cli/check.ts",
  build: "app/cli/build.ts",
  start: "app/cli/start.ts",
  bench: "tests/bench/bench.ts",
  import: "app/cli/import.ts",
  round: "app/matching/cli/round.ts",
  verify: "app/agreements/cli/verify.ts",
  recompute: "app/oversight/cli/recompute.ts",
  format: "app/cli/format.ts",
  migration: "app/cli/migration.ts",
};

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const [command = "", ...rest] = process.argv.slice(2);
const script = COMMANDS[command];
if (!script) {
  console.error(`unknown command ${command}; one of: ${Object.keys(COMMANDS).join(", ")}`);
  process.exit(2);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is ${process.versions.node}`);
  process.exit(2);
}

const digest = (files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
};

/** Runs a step whose marker no longer matches what it was made from; its output goes to stderr, stdout stays clean. */
const step = (marker, made, say, run) => {
  if (existsSync(marker) && readFileSync(marker, "utf8") === made) return;
  // A linked node_modules belongs to another checkout: installing through the link would empty it.
  if (
    marker.startsWith("node_modules/") &&
    lstatSync("node_modules", { throwIfNoEntry: false })?.isSymbolicLink()
  )
    return;
  console.error(say);
  const [program, ...args] = run;
  const done = spawnSync(program, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (done.status !== 0) process.exit(done.status ?? 1);
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, made);
};

step("node_modules/.installed", digest(["package-lock.json"]), "installing what is missing …", [
  "npm",
  "ci",
  "--no-fund",
  "--no-audit",
  "--loglevel=error",
]);
step(
  "app/platform/db/generated/.made-from",
  digest(readdirSync("prisma/schema").map((file) => `prisma/schema/${file}`)),
  "generating the database client …",
  [process.execPath, "node_modules/prisma/build/index.js", "generate"],
);

/** Runs one program to its end with its output on ours and our signals passed on. Comes out: its exit code. */
const runToEnd = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    const passOn = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, passOn);
    child.on("exit", (code, signal) => {
      for (const name of ["SIGINT", "SIGTERM"]) process.off(name, passOn);
      resolve(code ?? (signal ? 1 : 0));
    });
  });

const serveBuilt = () => {
  if (existsSync(SERVER_FILE)) return runToEnd([...SERVER_FLAGS, SERVER_FILE]);
  console.error("no build: run `npm run build` first");
  return 1;
};

const demo = async () => {
  process.env.NODE_ENV = "production";
  process.env.DEMO = "1";
  process.env.DATA_DIR ??= "data/demo";
  process.env.LOG_LEVEL ??= "warn";
  const prepared = await runToEnd(["--import", "tsx", script, "--prepare"]);
  if (prepared !== 0) return prepared;
  process.env.GREET = "1";
  return serveBuilt();
};

const work = { demo, start: serveBuilt }[command] ?? (() => runToEnd(["--import", "tsx", script, ...rest]));
process.exit(await work());
