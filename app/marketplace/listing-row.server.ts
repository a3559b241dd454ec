import type { CodeFinder } from "~/organizations/code-finder.server";
import type { ImportLine, ImportOptions, LineFinding } from "~/platform/imports/import-kind";
import {
  type CellRead,
  readChoice,
  readChoices,
  readDay,
  readItems,
  readLines,
  readNumber,
  readYesNo,
  readYuan,
} from "~/platform/sheets/cell-value";
import { askedOf } from "./entry-asked.server";
import { listingEntry, newListingEntry, parseRecord } from "./entry-schema";
import { DIRECTION_WORDS, KIND_WORDS, vocabularyOfField } from "./listing-columns.server";
import { type FieldName, fieldOf, isFieldName } from "./rules/listing-fields";
import type { EntryAsked } from "./weigh-entries.server";

type Posts = ReadonlyMap<string, string>;

export type RowRead = { ok: true; asked: EntryAsked } | { ok: false; findings: LineFinding[] };

/** A field that is left as it is when its cell is empty: a listing has no empty title or place. */
const KEPT_WHEN_EMPTY: readonly FieldName[] = ["title", "region"];

const valueIn = (name: FieldName, text: string, posts: Posts): CellRead<unknown> => {
  const spec = fieldOf(name);
  switch (spec.type) {
    case "integer":
    case "hours":
      return readNumber(text);
    case "money":
      return readYuan(text);
    case "date":
      return readDay(text);
    case "yesNo":
    case "declaration":
      return readYesNo(text);
    case "choice":
      return readChoice(text, vocabularyOfField(name));
    case "choicesOrNone":
    case "hazards":
      return readChoices(text, vocabularyOfField(name));
    case "lines":
      return { ok: true, value: readLines(text) };
    case "majors":
      return { ok: true, value: readItems(text) };
    case "post": {
      const id = posts.get(text);
      return id ? { ok: true, value: id } : { ok: false, key: "machines.errors.notYourPost" };
    }
    default:
      return { ok: true, value: text };
  }
};

const withCodes = async (
  values: Record<string, unknown>,
  finder: CodeFinder,
  findings: LineFinding[],
): Promise<void> => {
  const look = async (field: string, what: "major" | "occupation" | "region", typed: string) => {
    const found = await finder(what, typed);
    if (found.ok) return found.code;
    const { key, values: told } = found.error;
    findings.push({ field, key, ...(told ? { values: told } : {}) });
    return null;
  };
  if (Array.isArray(values.majors)) {
    const codes: string[] = [];
    for (const typed of values.majors as string[]) {
      const code = await look("majors", "major", typed);
      if (code) codes.push(code);
    }
    values.majors = [...new Set(codes)];
  }
  for (const what of ["region", "occupation"] as const) {
    if (typeof values[what] === "string") values[what] = await look(what, what, values[what]);
  }
};

/**
 * Reads one row of a spreadsheet as a record, in people's words: labels in either language, yuan, names for codes. Goes
 * in: the row, what was chosen beside the file, the finder of codes and the own posts by name. Comes out: what to bring
 * about, or what is wrong in which cell.
 */
export const readListingRow = async (
  { cells }: ImportLine,
  options: ImportOptions,
  finder: CodeFinder,
  posts: Posts,
): Promise<RowRead> => {
  const findings: LineFinding[] = [];
  const values: Record<string, unknown> = {};
  for (const [field, text] of Object.entries(cells)) {
    if (!isFieldName(field)) continue;
    if (text === "") {
      if (!KEPT_WHEN_EMPTY.includes(field)) values[field] = null;
      continue;
    }
    const read = valueIn(field, text, posts);
    if (read.ok)
      values[field] = fieldOf(field).type === "declaration" && read.value === false ? null : read.value;
    else findings.push({ field, key: read.key });
  }
  await withCodes(values, finder, findings);
  const choose = (field: "kind" | "direction", words: typeof KIND_WORDS) => {
    const text = cells[field];
    if (!text) return options[field];
    const read = readChoice(text, words);
    if (!read.ok) findings.push({ field, key: read.key });
    return read.ok ? read.value : options[field];
  };
  const reference = cells.reference || undefined;
  const record = {
    ...(reference ? { reference } : {}),
    kind: choose("kind", KIND_WORDS),
    direction: choose("direction", DIRECTION_WORDS),
    ...values,
    ...(options.publish === "yes" ? { publish: true, reason: options.reason || null } : {}),
  };
  const parsed = reference ? parseRecord(listingEntry, record) : parseRecord(newListingEntry, record);
  if (!parsed.ok) {
    const told = new Set(findings.map(({ field }) => field));
    for (const { field, key, values: why } of parsed.errors) {
      const name = field.split(/[.[]/)[0] ?? "";
      if (!told.has(name)) findings.push({ field: name, key, ...(why ? { values: why } : {}) });
    }
  }
  if (findings.length > 0 || !parsed.ok) return { ok: false, findings };
  return {
    ok: true,
    asked: askedOf(reference ? { by: "reference", reference } : { by: "new" }, parsed.value),
  };
};
