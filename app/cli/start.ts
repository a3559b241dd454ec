process.env.NODE_ENV ??= "production";

const { readConfig } = await import("~/platform/config/config.server");
const { migrate } = await import("./migrate");

const read = readConfig(process.env);
if (!read.ok) {
  console.error("Not started. The environment needs a change:");
  for (const { variable, problem } of read.problems) console.error(`  ${variable}: ${problem}`);
  process.exit(1);
}
migrate(read.config.databasePath);
const { serve, stopOnSignal } = await import("../server");
const { url, stop } = await serve();
stopOnSignal(stop);
console.log(`listening on ${url}`);
export {};
