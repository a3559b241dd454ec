import { statSync } from "node:fs";
import { config } from "../config/config.server";

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Bytes of the database file and of its write-ahead log. */
export const databaseBytes = (): { main: number; log: number } => {
  const { databasePath } = config();
  return { main: bytesOf(databasePath), log: bytesOf(`${databasePath}-wal`) };
};
