import type { FieldError } from "~/platform/result";
import type { Direction, ListingKind } from "./kinds";
import type { FieldName, ListingDetails } from "./listing-fields";
import { fieldsOf } from "./listing-kinds";
import { fieldValue, type ListingColumns } from "./listing-values";
import { reversedPairs } from "./reversed";

/** What another system or a spreadsheet says of a listing's fields: codes as published, fen; null empties a field. */
export type EntryValues = { readonly [N in FieldName]?: unknown };

export type EntryRead = { columns: ListingColumns; changed: FieldName[]; errors: FieldError[] };

const COLUMN_OF = {
  title: "title",
  summary: "summary",
  region: "regionCode",
  address: "address",
  openUntil: "openUntil",
  post: "postId",
  occupation: "occupationCode",
  seats: "seats",
  startsOn: "startsOn",
  endsOn: "endsOn",
  payMin: "payMinFen",
  payMax: "payMaxFen",
  samePostPay: "samePostPayFen",
  majors: "majorCodes",
} as const satisfies Partial<Record<FieldName, keyof ListingColumns>>;

const EMPTY: { readonly [name: string]: unknown } = { title: "", summary: "", address: "", majors: [] };

const isColumn = (name: FieldName): name is keyof typeof COLUMN_OF => Object.hasOwn(COLUMN_OF, name);

const plain = (name: FieldName, value: unknown): string =>
  JSON.stringify((name === "majors" && Array.isArray(value) ? [...value].sort() : value) ?? null);

/**
 * Lays what was said over a listing. Goes in: kind, direction, the listing as it is, and the values, each already of its
 * field's type. Comes out: the listing as it would be, the fields that differ, and messages for fields this kind does
 * not have, for an emptied region or title, and for pairs that stand the wrong way round. House rule.
 */
export const layOver = (
  kind: ListingKind,
  direction: Direction,
  listing: ListingColumns,
  values: EntryValues,
): EntryRead => {
  const known = new Set(fieldsOf(kind, direction).map(({ name }) => name));
  const columns: Record<string, unknown> = { ...listing };
  const details: Record<string, unknown> = { ...listing.details };
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(values)) {
    const name = field as FieldName;
    if (value === undefined) continue;
    if (!known.has(name)) {
      if (value !== null) errors.push({ field, key: "machines.errors.notThisKind" });
    } else if ((name === "region" || name === "title") && (value === null || value === "")) {
      errors.push({ field, key: "errors.required" });
    } else if (isColumn(name)) {
      columns[COLUMN_OF[name]] = value ?? EMPTY[name] ?? null;
    } else if (value === null) {
      delete details[name];
    } else {
      details[name] = value;
    }
  }
  const next = { ...columns, details: details as ListingDetails } as ListingColumns;
  if (next.title === "" && values.title === undefined)
    errors.push({ field: "title", key: "errors.required" });
  const changed = [...known].filter(
    (name) => plain(name, fieldValue(listing, name)) !== plain(name, fieldValue(next, name)),
  );
  return { columns: next, changed, errors: [...errors, ...reversedPairs((name) => fieldValue(next, name))] };
};
