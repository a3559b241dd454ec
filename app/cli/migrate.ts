import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";

/** Brings a database file to this build's schema. Throws with the tool's words when it cannot. */
export const migrate = (databasePath: string): void => {
  mkdirSync(path.dirname(databasePath), { recursive: true });
  const done = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
    env: { ...process.env, DATABASE_URL: `file:${databasePath}`, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`migrations failed:\n${done.stdout}\n${done.stderr}`);
};
