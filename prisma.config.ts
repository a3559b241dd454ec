import path from "node:path";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { defineConfig } from "prisma/config";

const url = process.env.DATABASE_URL ?? "file:./data/chanjiao.db";

/** Everything runs in JavaScript: no engine binary is ever downloaded. */
export default defineConfig({
  schema: path.join("prisma", "schema"),
  migrations: { path: path.join("prisma", "migrations") },
  experimental: { adapter: true, externalTables: true },
  tables: { external: ["ListingText", "OrganizationText"] },
  engine: "js",
  adapter: async () => new PrismaBetterSQLite3({ url }),
});
