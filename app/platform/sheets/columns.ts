/** A column a table may have. `names` are what people call it, in any language; the first is the one we write. */
export type ColumnDef<F extends string = string> = {
  field: F;
  names: readonly string[];
  required?: boolean;
};

export type RecognisedColumns<F extends string = string> = {
  /** Where each field stands in `cells`. */
  places: Partial<Record<F, number>>;
  /** Required fields without a column. */
  missing: F[];
  /** Headers nobody knows, with their place: they are not read, and the reader is told. */
  unknown: { header: string; column: number }[];
  /** Headers that name a field for the second time. */
  repeated: { header: string; column: number; field: F }[];
};

const IGNORED_SIGNS = /[\s　*＊:：_\-—()（）[\]【】/／\\·.、,，]/g;

/** A header without what people add to it: blanks, stars, brackets' signs, case and width. */
export const plainHeader = (header: string): string =>
  header.normalize("NFKC").replace(IGNORED_SIGNS, "").toLowerCase();

/** A header without its bracketed remark: "出生日期（YYYY-MM-DD）" → "出生日期". */
const withoutRemark = (header: string): string => header.normalize("NFKC").replace(/[([【（].*$/, "");

const fieldOf = <F extends string>(header: string, byName: ReadonlyMap<string, F>): F | undefined =>
  byName.get(plainHeader(header)) ?? byName.get(plainHeader(withoutRemark(header)));

const namesOf = <F extends string>(defs: readonly ColumnDef<F>[]): Map<string, F> =>
  new Map(
    defs.flatMap((def) =>
      [def.field, ...def.names].map((name) => [plainHeader(name), def.field] as [string, F]),
    ),
  );

/**
 * Which column of a table is which field. Goes in: the headers and the columns known. Comes out: the place of every
 * field found, the required ones that are missing, and the headers that were not understood or came twice (the first
 * counts). Case, blanks, stars, width and a remark in brackets make no difference. House rule.
 */
export const recogniseColumns = <F extends string>(
  headers: readonly string[],
  defs: readonly ColumnDef<F>[],
): RecognisedColumns<F> => {
  const byName = namesOf(defs);
  const places: Partial<Record<F, number>> = {};
  const unknown: RecognisedColumns<F>["unknown"] = [];
  const repeated: RecognisedColumns<F>["repeated"] = [];
  for (const [column, header] of headers.entries()) {
    const field = fieldOf(header, byName);
    if (field === undefined) {
      if (header !== "") unknown.push({ header, column });
    } else if (places[field] === undefined) {
      places[field] = column;
    } else {
      repeated.push({ header, column, field });
    }
  }
  const missing = defs
    .filter((def) => def.required && places[def.field] === undefined)
    .map((def) => def.field);
  return { places, missing, unknown, repeated };
};

/** How many different fields a row of texts names: what tells a header from a title above it. */
export const headerScore = <F extends string>(
  texts: readonly string[],
  defs: readonly ColumnDef<F>[],
): number => {
  const byName = namesOf(defs);
  return new Set(texts.map((text) => fieldOf(text, byName)).filter((field) => field !== undefined)).size;
};
