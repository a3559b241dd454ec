import { xmlText } from "./atom-feed";

/** Addresses in one file; the protocol allows 50 000. House rule. */
export const ADDRESSES_A_FILE = 5_000;

export type SitemapAddress = { url: string; changedOn?: string };

const PART = /^(pages|listings|organizations)(?:-(\d{1,5}))?\.xml$/;

export type SitemapPart = { kind: "pages" | "listings" | "organizations"; number: number };

/** Reads the name of one file ("listings-2.xml", "pages.xml"); null for anything else. Files are counted from 1. */
export const readPart = (name: string): SitemapPart | null => {
  const [, kind, number] = PART.exec(name) ?? [];
  if (!kind || (kind === "pages") === (number !== undefined)) return null;
  const counted = number === undefined ? 1 : Number(number);
  return counted > 0 ? { kind: kind as SitemapPart["kind"], number: counted } : null;
};

/** The name of one file of a kind. */
export const partName = ({ kind, number }: SitemapPart): string =>
  kind === "pages" ? "pages.xml" : `${kind}-${number}.xml`;

const document = (root: string, item: string, addresses: readonly SitemapAddress[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...addresses.map(
      ({ url, changedOn }) =>
        `  <${item}><loc>${xmlText(url)}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ""}</${item}>`,
    ),
    `</${root}>`,
    "",
  ].join("\n");

/** A file of addresses, as XML. Source: sitemaps.org protocol 0.9. */
export const sitemapXml = (addresses: readonly SitemapAddress[]): string =>
  document("urlset", "url", addresses);

/** The index of such files, as XML. Source: sitemaps.org protocol 0.9. */
export const sitemapIndexXml = (addresses: readonly SitemapAddress[]): string =>
  document("sitemapindex", "sitemap", addresses);
