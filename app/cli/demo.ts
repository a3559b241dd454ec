process.env.NODE_ENV = "production";
process.env.DEMO = "1";
process.env.DATA_DIR ??= "data/demo";
process.env.LOG_LEVEL ??= "warn";

const { config } = await import("~/platform/config/config.server");
const { migrate } = await import("./migrate");
const { build } = await import("./build");
const { loadCity } = await import("../../prisma/demo/load");
const { DEMO_PASSWORD, DEMO_PERSONAS } = await import("~/identity/demo-personas");
const { translatorFor } = await import("~/words/translator.server");
const { closeDatabase } = await import("~/platform/db/client.server");

const say = (text: string): void => console.log(text);

say("database …");
migrate(config().databasePath);
await loadCity(say);
await closeDatabase();
say("application …");
await build();

const { serve, stopOnSignal } = await import("../server");
const { url, stop } = await serve();
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

export {};
