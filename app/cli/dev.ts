process.env.NODE_ENV = "development";
process.env.DEMO = "1";

const { config } = await import("~/platform/config/config.server");
const { migrate } = await import("./migrate");
migrate(config().databasePath);
const { serve, stopOnSignal } = await import("../server");
const { url, stop } = await serve();
stopOnSignal(stop);
console.log(`${url}  (/ui shows the design system)`);
export {};
