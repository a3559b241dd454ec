import { mkdirSync } from "node:fs";
import path from "node:path";
import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { config } from "../config/config.server";
import { PrismaClient } from "./generated/client";
import { openReader, prepareFile, tuneWriter } from "./sqlite-connection.server";

type ReadMethod =
  | "findMany"
  | "findFirst"
  | "findFirstOrThrow"
  | "findUnique"
  | "findUniqueOrThrow"
  | "count"
  | "aggregate"
  | "groupBy";

type ModelName = {
  [K in keyof PrismaClient]: PrismaClient[K] extends { findMany: unknown } ? K : never;
}[keyof PrismaClient];

/** The client pages read with: on a read-only connection, and the compiler knows no write method on it. */
export type ReadClient = {
  readonly [M in ModelName]: Pick<PrismaClient[M], ReadMethod & keyof PrismaClient[M]>;
};

type Connections = { reader: PrismaClient; writer: PrismaClient; path: string };

/** Survives hot reload in development: a second writing client in one process would block the first for seconds. */
const kept = globalThis as typeof globalThis & { bridgeConnections?: Connections };

const open = (): Connections => {
  const { databasePath } = config();
  mkdirSync(path.dirname(databasePath), { recursive: true });
  prepareFile(databasePath);
  const url = `file:${databasePath}`;
  return {
    path: databasePath,
    reader: new PrismaClient({ adapter: new PrismaBetterSQLite3({ url, readonly: true }) }),
    writer: new PrismaClient({
      adapter: new PrismaBetterSQLite3({ url }),
      transactionOptions: { maxWait: 30_000, timeout: 60_000 },
    }),
  };
};

const connections = (): Connections => {
  if (!kept.bridgeConnections) {
    kept.bridgeConnections = open();
  }
  return kept.bridgeConnections;
};

/** Reads only, on a connection of its own: it can neither write nor join another request's transaction. */
export const read: ReadClient = new Proxy({} as ReadClient, {
  get: (_target, model) => connections().reader[model as keyof PrismaClient],
});

/** For the write gate alone (`gate.server.ts`); the architecture test refuses any other importer. */
export const writerForGate = (): PrismaClient => connections().writer;

/** A prepared-statement connection for hot reads whose SQL only SQLite speaks (FTS5, bounded scans). Read-only. */
export const rawReader = () => openReader(connections().path);

/** Closes every connection; the next use opens them anew. */
export const closeDatabase = async (): Promise<void> => {
  const open = kept.bridgeConnections;
  if (!open) return;
  delete kept.bridgeConnections;
  await Promise.all([open.reader.$disconnect(), open.writer.$disconnect()]);
  openReader.close();
};

export const prepareWriter = (): Promise<void> => tuneWriter(connections().writer);
