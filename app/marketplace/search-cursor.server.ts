import { isSigned, signText } from "~/platform/crypto/tokens.server";
import type { Sort } from "./rules/search-query";

/** The place after which the next page begins: the sort's key of the last row shown, and its index id. */
export type SearchCursor = { sort: Sort; key: number | string; id: number };

const PURPOSE = "listing-search";

/** A cursor as it stands in an address, signed so that it cannot be made by hand. */
export const writeCursor = ({ sort, key, id }: SearchCursor): string => {
  const text = Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");
  return `${text}.${signText(PURPOSE, text)}`;
};

/** Reads a cursor. Refuses (null) what this house did not sign or what belongs to another order. */
export const readCursor = (given: string | undefined, sort: Sort): SearchCursor | null => {
  const [text, signature] = given?.split(".") ?? [];
  if (!text || !signature || !isSigned(PURPOSE, text, signature)) return null;
  const [of, key, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as [
    Sort,
    number | string,
    number,
  ];
  return of === sort ? { sort, key, id } : null;
};
