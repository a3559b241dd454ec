import { rawReader } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { ADDRESSES_A_FILE, type SitemapAddress, type SitemapPart } from "../rules/sitemap";

/** What the addresses of search engines may name: pages that exist for everybody. */
const PAGES = ["/", "/about", "/listings", "/organizations", "/regulations", "/regulations/check", "/verify"];

/** Files of the index; beyond it nothing is listed. */
const MOST_FILES = 1_000;

const PUBLIC = "state IN ('verified', 'unclaimed')";

const numbers = (kind: SitemapPart["kind"], from: number, to: number): SitemapPart[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => ({ kind, number: from + at }));

/**
 * Which files of addresses there are: one of pages, those of published listings by their number in the index, those of
 * public organizations. Bounded by 1 000 of each.
 */
export const sitemapParts = (): SitemapPart[] => {
  const db = rawReader();
  const ids = db.prepare("SELECT MIN(id) AS first, MAX(id) AS last FROM ListingIndex").get() as {
    first: number | null;
    last: number | null;
  };
  const listings =
    ids.first === null || ids.last === null
      ? []
      : numbers(
          "listings",
          Math.floor((ids.first - 1) / ADDRESSES_A_FILE) + 1,
          Math.floor((ids.last - 1) / ADDRESSES_A_FILE) + 1,
        ).slice(-MOST_FILES);
  const { held } = db.prepare(`SELECT COUNT(*) AS held FROM Organization WHERE ${PUBLIC}`).get() as {
    held: number;
  };
  const files = Math.min(MOST_FILES, Math.ceil(held / ADDRESSES_A_FILE));
  return [{ kind: "pages", number: 1 }, ...listings, ...numbers("organizations", 1, files)];
};

/** The addresses of one file, at most 5 000. In: which, and the house's own address. Listings still open on `today` only. */
export const sitemapAddresses = (
  { kind, number }: SitemapPart,
  baseUrl: string,
  today: string,
): SitemapAddress[] => {
  if (kind === "pages") return PAGES.map((path) => ({ url: `${baseUrl}${path}` }));
  const before = (number - 1) * ADDRESSES_A_FILE;
  if (kind === "listings") {
    const rows = rawReader()
      .prepare(
        `SELECT listingId, publishedAt FROM ListingIndex
         WHERE id > ? AND id <= ? AND (openUntil IS NULL OR openUntil >= ?) ORDER BY id`,
      )
      .all(before, before + ADDRESSES_A_FILE, today) as { listingId: string; publishedAt: string }[];
    return rows.map(({ listingId, publishedAt }) => ({
      url: `${baseUrl}/listings/${listingId}`,
      changedOn: civilDate(new Date(publishedAt)),
    }));
  }
  const rows = rawReader()
    .prepare(`SELECT id FROM Organization WHERE ${PUBLIC} ORDER BY id LIMIT ? OFFSET ?`)
    .all(ADDRESSES_A_FILE, before) as { id: string }[];
  return rows.map(({ id }) => ({ url: `${baseUrl}/organizations/${id}` }));
};
