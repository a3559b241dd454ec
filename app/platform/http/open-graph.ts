import type { Language } from "../i18n/words";

/** What a page is when somebody passes its address on. Addresses are absolute. */
export type SharedPage = {
  title: string;
  description: string;
  url: string;
  site: string;
  imageUrl: string;
  language: Language;
  type?: "website" | "article" | "profile";
};

const LOCALES: Record<Language, string> = { "zh-CN": "zh_CN", en: "en_US" };
const LONGEST = 200;

/** A description short enough for a preview, on one line. */
export const previewText = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
};

/**
 * The elements of a page's head by which others show its address. In: what the page is. Out: meta descriptors for its
 * `meta` export. Source: the Open Graph protocol, ogp.me.
 */
export const openGraph = ({ title, description, url, site, imageUrl, language, type }: SharedPage) => [
  { name: "description", content: previewText(description) },
  { property: "og:title", content: title },
  { property: "og:type", content: type ?? "website" },
  { property: "og:url", content: url },
  { property: "og:image", content: imageUrl },
  { property: "og:description", content: previewText(description) },
  { property: "og:site_name", content: site },
  { property: "og:locale", content: LOCALES[language] },
  { tagName: "link" as const, rel: "canonical", href: url },
];
