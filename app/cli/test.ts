import { build } from "./build";
import { check } from "./check";
import { tool } from "./run";

if (!(await check())) process.exit(1);
await build();
process.exit(await tool("vitest/vitest.mjs", ["run"], { NODE_ENV: "test" }));
