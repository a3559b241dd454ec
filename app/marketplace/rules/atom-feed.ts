/** One entry of a feed: a published listing as a reader of feeds sees it. */
export type FeedEntry = {
  /** UUID of the listing: the same entry for ever, wherever it is served. */
  id: string;
  title: string;
  url: string;
  author: string;
  summary: string;
  category: { term: string; label: string };
  /** ISO instants. */
  publishedAt: string;
  updatedAt: string;
};

export type Feed = {
  title: string;
  subtitle: string;
  language: string;
  /** Where the feed itself is, and the page a person opens for the same search. */
  selfUrl: string;
  pageUrl: string;
  /** ISO instant for a feed without entries. */
  now: string;
  entries: readonly FeedEntry[];
};

const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Text as it may stand in XML 1.0, in an element or an attribute: markup escaped, forbidden characters left out. */
export const xmlText = (text: string): string =>
  text
    .replace(NOT_IN_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const entryXml = (entry: FeedEntry): string =>
  [
    "  <entry>",
    `    <id>urn:uuid:${xmlText(entry.id)}</id>`,
    `    <title>${xmlText(entry.title)}</title>`,
    `    <link rel="alternate" type="text/html" href="${xmlText(entry.url)}"/>`,
    `    <author><name>${xmlText(entry.author)}</name></author>`,
    `    <category term="${xmlText(entry.category.term)}" label="${xmlText(entry.category.label)}"/>`,
    `    <published>${entry.publishedAt}</published>`,
    `    <updated>${entry.updatedAt}</updated>`,
    `    <summary>${xmlText(entry.summary)}</summary>`,
    "  </entry>",
  ].join("\n");

/**
 * An Atom feed as XML. In: what it is about and its entries, newest first. Out: the document; it was updated when its
 * latest entry was. Source: RFC 4287, sections 4.1.1 and 4.1.2 (required elements).
 */
export const atomFeed = ({ title, subtitle, language, selfUrl, pageUrl, now, entries }: Feed): string => {
  const updated = entries.reduce(
    (latest, entry) => (entry.updatedAt > latest ? entry.updatedAt : latest),
    "",
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">`,
    `  <id>${xmlText(selfUrl)}</id>`,
    `  <title>${xmlText(title)}</title>`,
    `  <subtitle>${xmlText(subtitle)}</subtitle>`,
    `  <link rel="self" type="application/atom+xml" href="${xmlText(selfUrl)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xmlText(pageUrl)}"/>`,
    `  <updated>${updated || now}</updated>`,
    ...entries.map(entryXml),
    "</feed>",
    "",
  ].join("\n");
};
