import { meantName } from "~/organizations/queries/meant-name.sqlite.server";
import { rawReader } from "~/platform/db/client.server";
import { halvesOf, isCorrectable, oneTypoIn } from "~/platform/text/one-typo";

/** How many of the newest titles are looked through, and how many of them are compared letter by letter. */
const LOOKED_THROUGH = 20_000;
const COMPARED = 500;

/**
 * What somebody may have meant who typed one wrong character: part of a published listing's title, else of an
 * organization's name. In: what was typed. Out: null when nothing is that near. For a search that found nothing; bounded by
 * 20 000 titles and names.
 */
export const meantWords = (typed: string): string | null => {
  if (!isCorrectable(typed)) return null;
  const titles = rawReader()
    .prepare(
      `SELECT title FROM (SELECT title FROM ListingIndex ORDER BY publishedAt DESC, id DESC LIMIT ${LOOKED_THROUGH})
       WHERE instr(title, ?) > 0 OR instr(title, ?) > 0 LIMIT ${COMPARED}`,
    )
    .pluck()
    .all(...halvesOf(typed)) as string[];
  for (const title of titles) {
    const meant = oneTypoIn(typed, title);
    if (meant) return meant;
  }
  return meantName(typed);
};
