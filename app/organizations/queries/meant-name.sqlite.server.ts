import { rawReader } from "~/platform/db/client.server";
import { halvesOf, isCorrectable, oneTypoIn } from "~/platform/text/one-typo";

/** How many names, verified parties first, are looked through, and how many of them are compared letter by letter. */
const LOOKED_THROUGH = 20_000;
const COMPARED = 500;

/**
 * What somebody may have meant who typed a name with one wrong character: the part of a public organization's name. In:
 * what was typed. Out: null when nothing is that near. For a search that found nothing; bounded by 20 000 names.
 */
export const meantName = (typed: string): string | null => {
  if (!isCorrectable(typed)) return null;
  const rows = rawReader()
    .prepare(
      `SELECT name FROM (
         SELECT o.name AS name FROM "OrganizationSearch" s JOIN "Organization" o ON o.id = s."organizationId"
         ORDER BY s."sortKey", s."row" LIMIT ${LOOKED_THROUGH})
       WHERE instr(name, ?) > 0 OR instr(name, ?) > 0 LIMIT ${COMPARED}`,
    )
    .pluck()
    .all(...halvesOf(typed)) as string[];
  for (const name of rows) {
    const meant = oneTypoIn(typed, name);
    if (meant) return meant;
  }
  return null;
};
