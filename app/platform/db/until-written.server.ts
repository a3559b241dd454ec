import type { Database } from "better-sqlite3";
import { rawReader } from "./client.server";

const kept = new WeakMap<Database, { version: number; answers: Map<string, unknown> }>();

/**
 * An answer worked out once for as long as nothing at all is written to the database. In: how many answers to keep, a key
 * that names the question completely, and the work. Out: the answer, which nobody may change. The database itself says
 * whether anything was written (`data_version`), so an answer is never stale; under steady writing nothing is gained.
 */
export const untilWritten = async <T>(most: number, key: string, work: () => Promise<T>): Promise<T> => {
  const db = rawReader() as Database;
  const version = db.pragma("data_version", { simple: true }) as number;
  let held = kept.get(db);
  if (held?.version !== version) {
    held = { version, answers: new Map() };
    kept.set(db, held);
  }
  const { answers } = held;
  if (answers.has(key)) return answers.get(key) as T;
  const answer = await work();
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > most && oldest !== undefined) answers.delete(oldest);
  return answer;
};
