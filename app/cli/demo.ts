import { rmSync } from "node:fs";

process.env.NODE_ENV = "production";
process.env.DEMO = "1";
process.env.DATA_DIR ??= "data/demo";
process.env.LOG_LEVEL ??= "warn";

const { config } = await import("~/platform/config/config.server");
const { migrate } = await import("./migrate");
const { build } = await import("./build");
const { run } = await import("./run");
const { SERVER_FILE, SERVER_FLAGS } = await import("./server-process.mjs");
const { cityIn, loadCity } = await import("../../prisma/demo/load");
const { closeDatabase } = await import("~/platform/db/client.server");

const say = (text: string): void => console.log(text);

say("database …");
migrate(config().databasePath);
const found = await cityIn();
if (found === "part") {
  say("  the last loading was cut short; starting over");
  await closeDatabase();
  for (const end of ["", "-wal", "-shm"]) rmSync(`${config().databasePath}${end}`, { force: true });
  migrate(config().databasePath);
}
if (found !== "whole") await loadCity(say);
await closeDatabase();
say("application …");
await build();

// The launcher starts the server itself once this has ended, so that the loading's memory is given back.
if (!process.argv.includes("--prepare")) {
  process.on("SIGINT", () => undefined);
  process.exit(await run(process.execPath, [...SERVER_FLAGS, SERVER_FILE], { GREET: "1" }));
}
