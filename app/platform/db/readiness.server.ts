import { readdirSync } from "node:fs";
import path from "node:path";
import { rawReader } from "./client.server";
import { inTransaction } from "./gate.server";

const known = (): string[] =>
  readdirSync(path.resolve("prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** Whether the database takes a write and has every migration of this build; says which are pending. */
export const readiness = async (): Promise<{
  ready: boolean;
  pendingMigrations: string[];
  problem?: string;
}> => {
  try {
    const applied = new Set(
      (
        rawReader()
          .prepare("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL")
          .all() as { name: string }[]
      ).map((row) => row.name),
    );
    const pendingMigrations = known().filter((name) => !applied.has(name));
    await inTransaction((tx) => tx.$executeRaw`DELETE FROM "Submission" WHERE "key" = 'readiness'`);
    return { ready: pendingMigrations.length === 0, pendingMigrations };
  } catch (error) {
    return {
      ready: false,
      pendingMigrations: [],
      problem: error instanceof Error ? error.message : String(error),
    };
  }
};
