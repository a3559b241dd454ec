import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../app/cli/build";
import { SERVER_FILE, SERVER_FLAGS } from "../../app/cli/server-process.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    houseUrl: string;
  }
}

const START_LIMIT_MS = 60_000;

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  DEMO: "1",
  DATA_DIR: folder,
  PORT: "0",
  LOG_LEVEL: "error",
});

const loadCity = (folder: string): void => {
  const loaded = spawnSync(process.execPath, ["--import", "tsx", "prisma/demo/load-into.ts"], {
    env: environment(folder),
    encoding: "utf8",
  });
  if (loaded.status !== 0) throw new Error(`the demo city did not load:\n${loaded.stdout}\n${loaded.stderr}`);
};

/** The built house with the whole demo city, as a newcomer gets it, on a free port for the browser's journeys. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-house-"));
  await build();
  loadCity(folder);
  const child = spawn(process.execPath, [...SERVER_FLAGS, SERVER_FILE], {
    env: environment(folder),
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const give = setTimeout(() => reject(new Error(`the house did not start:\n${said}`)), START_LIMIT_MS);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listening on (http:\/\/\S+)/.exec(said)?.[1];
      if (!found) return;
      clearTimeout(give);
      resolve(found);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", () => reject(new Error(`the house stopped:\n${said}`)));
  });
  project.provide("houseUrl", url);
  return async () => {
    const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
};
