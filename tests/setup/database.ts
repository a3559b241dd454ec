import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";

/** Every test file works on its own copy of the template database, in a folder of its own. */
const folder = mkdtempSync(path.join(tmpdir(), "bridge-test-"));
copyFileSync(inject("templateDatabase"), path.join(folder, "chanjiao.db"));
process.env.NODE_ENV = "test";
process.env.DATA_DIR = folder;
delete process.env.DATABASE_URL;

afterAll(async () => {
  const { closeDatabase } = await import("~/platform/db/client.server");
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});
