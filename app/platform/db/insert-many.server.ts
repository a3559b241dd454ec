import type { Tx } from "./gate.server";

type Cell = string | number | boolean | Date | null;

const NAME = /^[A-Za-z]+$/;
const statements = new Map<string, string>();

const statementFor = (table: string, columns: readonly string[]): string => {
  const key = `${table}:${columns.join(",")}`;
  const known = statements.get(key);
  if (known) return known;
  if (![table, ...columns].every((name) => NAME.test(name)))
    throw new Error(`insertMany: no such name in ${key}`);
  const values = columns.map((_, index) => `value ->> ${index}`).join(", ");
  const names = columns.map((column) => `"${column}"`).join(", ");
  const made = `INSERT INTO "${table}" (${names}) SELECT ${values} FROM json_each(?)`;
  statements.set(key, made);
  return made;
};

/** As the client stores it: instants as ISO text with an offset. */
const stored = (cell: Cell | undefined): string | number | boolean | null =>
  cell instanceof Date ? cell.toISOString().replace("Z", "+00:00") : (cell ?? null);

/**
 * Inserts many rows with one statement of one parameter, several times faster than the client's own `createMany`, for
 * work on thousands of rows. Goes in: the table and its rows, all with the same columns, named as in the schema; whatever
 * the schema defaults must be given. Refuses (throws) what the table's own constraints refuse.
 */
export const insertMany = async <R extends { readonly [column: string]: Cell | undefined }>(
  tx: Tx,
  table: string,
  rows: readonly R[],
): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const cells = rows.map((row) => columns.map((column) => stored(row[column])));
  await tx.$executeRawUnsafe(statementFor(table, columns), JSON.stringify(cells));
};
