import type { Direction, ListingKind } from "./kinds";
import { FIELDS, type FieldName, type ListingDetails } from "./listing-fields";
import { fieldsOf, SAID_BY_POST } from "./listing-kinds";

/** The columns of a listing that its fields are kept in. */
export type ListingColumns = {
  title: string;
  summary: string;
  regionCode: string;
  address: string;
  openUntil: string | null;
  postId: string | null;
  occupationCode: string | null;
  seats: number | null;
  startsOn: string | null;
  endsOn: string | null;
  payMinFen: number | null;
  payMaxFen: number | null;
  samePostPayFen: number | null;
  majorCodes: readonly string[];
  details: ListingDetails;
};

/** A field's value however it is stored: money in fen, codes as published; undefined where nothing was said. */
export type FieldValue = string | number | boolean | readonly string[] | undefined;

const said = <T extends FieldValue>(value: T | null): T | undefined =>
  value === null || value === "" ? undefined : value;

/** The value of one field of a listing. In: its columns. Out: as stored, undefined when empty. */
export const fieldValue = (listing: ListingColumns, name: FieldName): FieldValue => {
  switch (name) {
    case "title":
    case "summary":
    case "address":
    case "openUntil":
    case "startsOn":
    case "endsOn":
    case "seats":
      return said(listing[name]);
    case "region":
      return said(listing.regionCode);
    case "post":
      return said(listing.postId);
    case "occupation":
      return said(listing.occupationCode);
    case "payMin":
      return said(listing.payMinFen);
    case "payMax":
      return said(listing.payMaxFen);
    case "samePostPay":
      return said(listing.samePostPayFen);
    case "majors":
      return listing.majorCodes.length > 0 ? listing.majorCodes : undefined;
    default:
      return listing.details[name];
  }
};

/**
 * The fields that must still be filled in before a listing may be published; what its chosen post already answers is
 * not asked twice. House rule.
 */
export const missingFields = (
  kind: ListingKind,
  direction: Direction,
  listing: ListingColumns,
): FieldName[] =>
  fieldsOf(kind, direction)
    .filter(({ name, required }) => {
      if (!required || (listing.postId && SAID_BY_POST.includes(name))) return false;
      const value = fieldValue(listing, name);
      if (FIELDS[name].type === "lines") return !Array.isArray(value) || value.length === 0;
      return value === undefined;
    })
    .map(({ name }) => name);
