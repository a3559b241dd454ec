import type { FieldError } from "~/platform/result";
import { type CatalogueName, COLUMN_ALIASES, COLUMNS, ROW_SCHEMAS } from "../schema";

/** One line of a file: its number as an editor shows it, and its cells by header. */
export type TableRow = { line: number; cells: Readonly<Record<string, string>> };

export type CatalogueRecord = { readonly [field: string]: string | number | boolean | null };

/** What rows may refer to beyond their own file. */
export type Known = {
  majors: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  occupations: ReadonlySet<string>;
};

export type CheckedRows =
  | { ok: true; records: CatalogueRecord[] }
  | { ok: false; problems: FieldError[]; total: number };

const PROBLEMS_TOLD = 200;

const problem = (
  line: number,
  column: string,
  key: string,
  values: Record<string, string | number> = {},
): FieldError => ({
  field: `rows[${line}].${column}`,
  key,
  values: { line, column, ...values },
});

const KEY_OF: Record<CatalogueName, (record: CatalogueRecord) => string> = {
  majors: (record) => String(record.code),
  occupationGroups: (record) => String(record.code),
  occupations: (record) => String(record.code),
  regions: (record) => String(record.code),
  industries: (record) => String(record.code),
  colleges: (record) => String(record.name),
  majorCourses: (record) => String(record.id),
  majorOccupations: (record) => `${record.majorCode}#${record.seq}`,
};

/** The key a record is kept under; a file may name each key once. */
export const recordKey = (catalogue: CatalogueName, record: CatalogueRecord): string =>
  KEY_OF[catalogue](record);

const named = (cells: TableRow["cells"], wanted: readonly string[]): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [header, value] of Object.entries(cells)) {
    const column = header.trim();
    const alias = COLUMN_ALIASES[column];
    if (wanted.includes(column)) found[column] = value;
    else if (alias && wanted.includes(alias) && found[alias] === undefined) found[alias] = value;
  }
  return found;
};

type Referred = { column: string; value: string | null; among: ReadonlySet<string>; key: string };

const references = (
  catalogue: CatalogueName,
  record: CatalogueRecord,
  own: ReadonlySet<string>,
  known: Known,
) => {
  const text = (field: string) => (typeof record[field] === "string" ? (record[field] as string) : null);
  const found: Referred[] = [];
  const add = (column: string, field: string, among: ReadonlySet<string>, words: string) =>
    found.push({ column, value: text(field), among, key: `catalogues.problem.${words}` });
  if (catalogue === "occupationGroups" || catalogue === "regions" || catalogue === "industries") {
    add("parent_code", "parentCode", own, "parentMissing");
  }
  if (catalogue === "occupations") add("group_code", "groupCode", known.groups, "groupMissing");
  if (catalogue === "majorCourses" || catalogue === "majorOccupations") {
    add("major_code", "majorCode", known.majors, "majorMissing");
  }
  if (catalogue === "majorOccupations") add("code", "code", known.occupations, "occupationMissing");
  return found.filter((one) => one.value !== null && !one.among.has(one.value));
};

/**
 * Checks every row of a file before anything is written. Goes in: the catalogue, the rows with their line numbers,
 * and the codes rows may refer to (`own` holds codes of the same catalogue already kept). Comes out: the records, or
 * every problem with line, column and how to mend it (the first 200, and how many in all). House rule: one bad row
 * refuses the file.
 */
export const checkRows = (
  catalogue: CatalogueName,
  rows: readonly TableRow[],
  known: Known,
  own: ReadonlySet<string>,
): CheckedRows => {
  const { required, optional = {} } = COLUMNS[catalogue];
  const wanted = [...required, ...Object.keys(optional)];
  const [first] = rows;
  if (!first) return { ok: false, total: 1, problems: [problem(1, "file", "catalogues.problem.empty")] };
  const present = named(first.cells, wanted);
  const absent = required.filter((column) => present[column] === undefined);
  if (absent.length > 0) {
    const problems = absent.map((column) => problem(1, column, "catalogues.problem.columnMissing"));
    return { ok: false, total: problems.length, problems };
  }
  const problems: FieldError[] = [];
  const records: { line: number; record: CatalogueRecord }[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const parsed = ROW_SCHEMAS[catalogue].safeParse({ ...optional, ...named(cells, wanted) });
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const column = String(issue.path[0] ?? "row");
        const key = issue.message.startsWith("catalogues.") ? issue.message : "catalogues.problem.required";
        problems.push(problem(line, column, key, { value: cells[column] ?? "" }));
      }
      continue;
    }
    const record: CatalogueRecord = parsed.data;
    const key = recordKey(catalogue, record);
    const before = seen.get(key);
    if (before !== undefined)
      problems.push(problem(line, "code", "catalogues.problem.duplicate", { first: before, value: key }));
    seen.set(key, line);
    records.push({ line, record });
  }
  const codes = new Set([...own, ...seen.keys()]);
  for (const { line, record } of records) {
    for (const one of references(catalogue, record, codes, known)) {
      problems.push(problem(line, one.column, one.key, { value: one.value ?? "" }));
    }
  }
  if (problems.length === 0) return { ok: true, records: records.map(({ record }) => record) };
  return { ok: false, total: problems.length, problems: problems.slice(0, PROBLEMS_TOLD) };
};
