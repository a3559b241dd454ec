import Database from "better-sqlite3";
import type { PrismaClient } from "./generated/client";

/** Sets what lives in the file itself, before any client opens it: write-ahead logging lets readers pass the writer. */
export const prepareFile = (path: string): void => {
  const db = new Database(path);
  db.pragma("journal_mode = WAL");
  db.close();
};

/** Per-connection settings of the writer: durable at checkpoints, foreign keys held. */
export const tuneWriter = async (writer: PrismaClient): Promise<void> => {
  await writer.$queryRawUnsafe("PRAGMA synchronous = NORMAL");
  await writer.$queryRawUnsafe("PRAGMA foreign_keys = ON");
};

let reader: { path: string; db: Database.Database } | null = null;

const open = (path: string): Database.Database => {
  if (reader?.path === path && reader.db.open) return reader.db;
  reader?.db.close();
  const db = new Database(path, { readonly: true, fileMustExist: true });
  db.pragma("cache_size = -32000");
  db.pragma("temp_store = MEMORY");
  reader = { path, db };
  return db;
};

/** The shared read-only better-sqlite3 connection of a database file. */
export const openReader = Object.assign(open, {
  close: () => {
    reader?.db.close();
    reader = null;
  },
});
