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
const { port } = read.config;
const { url, stop } = await serve().catch((error: Error & { code?: string }) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${port} is taken. Try another, for instance PORT=${port + 1}`);
  process.exit(1);
});
stopOnSignal(stop);
console.log(`listening on ${url}`);
if (process.env.GREET === "1") {
  const { demoGreeting } = await import("./greeting");
  for (const line of demoGreeting(url)) console.log(line);
}
export {};
