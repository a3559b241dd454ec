type Named = { code: string; name: string };

/** What a typed code or name turned out to be: the one, a few to choose from, or nothing. */
export type Picked<T> = { kind: "one"; row: T } | { kind: "several"; rows: T[] } | { kind: "none" };

const CODE_FIRST = /^([0-9A-Za-z][0-9A-Za-z-]*)(?:\s+.*)?$/;

/** The text a code field shows for a stored code, which reads and can be sent back as it is: "610101 种子生产技术". */
export const codeText = (row: Named): string => `${row.code} ${row.name}`;

/**
 * Finds what somebody typed into a code field. Goes in: the text (a code, "code name" or a name), a way to get a row by
 * code, and the rows a search by words gives, best first. Comes out: the row of the code; else the only row of exactly
 * that name; else the only row found; else up to eight to choose from. House rule.
 */
export const pickCode = <T extends Named>(
  typed: string,
  byCode: (code: string) => T | undefined,
  found: readonly T[],
): Picked<T> => {
  const text = typed.trim();
  const code = CODE_FIRST.exec(text)?.[1];
  const exact = code ? (byCode(code) ?? byCode(code.toUpperCase())) : undefined;
  if (exact) return { kind: "one", row: exact };
  const named = found.filter((row) => row.name === text);
  if (named.length === 1) return { kind: "one", row: named[0]! };
  const rows = named.length > 1 ? named : found;
  if (rows.length === 1) return { kind: "one", row: rows[0]! };
  return rows.length === 0 ? { kind: "none" } : { kind: "several", rows: rows.slice(0, 8) };
};
