import { rmSync } from "node:fs";

process.env.NODE_ENV = "production";
process.env.DEMO = "1";
process.env.DATA_DIR ??= "data/demo";
process.env.LOG_LEVEL ??= "warn";

const { config } = await import("~/platform/config/config.server");
const { migrate } = await import("./migrate");
const { build } = await import("./build");
const { cityIn, loadCity } = await import("../../prisma/demo/load");
const { DEMO_PASSWORD, DEMO_PERSONAS } = await import("~/identity/demo-personas");
const { translatorFor } = await import("~/words/translator.server");
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

const { serve, stopOnSignal } = await import("../server");
const { url, stop } = await serve().catch((error: Error & { code?: string }) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${config().port} is taken. Try another: PORT=3001 npm run demo`);
  process.exit(1);
});
stopOnSignal(stop);
say(`\n  产教桥 · Chanjiao Bridge: ${url}\n`);
say(`  One click on ${url}/login signs in as any of these (password ${DEMO_PASSWORD}):`);
const words = translatorFor("zh-CN");
const english = translatorFor("en");
for (const { key, email } of DEMO_PERSONAS) {
  say(
    `    ${email.padEnd(28)} ${words.any(`identity.personas.${key}.label`)} · ${english.any(`identity.personas.${key}.label`)}`,
  );
}
say("\n  Ctrl-C stops.\n");
