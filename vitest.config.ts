import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "~": fileURLToPath(new URL("./app", import.meta.url)),
  "~tests": fileURLToPath(new URL("./tests", import.meta.url)),
};

/** Three projects: rules need nothing, the house needs a database copy, the browser needs a build. */
export default defineConfig({
  resolve: { alias },
  esbuild: { jsx: "automatic" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "rules",
          sequence: { groupOrder: 0 },
          include: ["tests/unit/**/*.test.{ts,tsx}", "tests/architecture/**/*.test.ts"],
          setupFiles: ["tests/setup/console.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "house",
          sequence: { groupOrder: 1 },
          include: ["tests/integration/**/*.test.ts", "tests/routes/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/setup/template-database.ts"],
          setupFiles: ["tests/setup/console.ts", "tests/setup/database.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          sequence: { groupOrder: 2 },
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/setup/running-house.ts"],
          pool: "forks",
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
