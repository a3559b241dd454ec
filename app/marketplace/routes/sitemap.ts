import { config } from "~/platform/config/config.server";
import { documentAnswer } from "~/platform/http/document.server";
import { sitemapParts } from "../queries/sitemap.sqlite.server";
import { partName, sitemapIndexXml } from "../rules/sitemap";

/** The index of what search engines may read. */
export const loader = () => {
  const { baseUrl } = config();
  const addresses = sitemapParts().map((part) => ({ url: `${baseUrl}/sitemaps/${partName(part)}` }));
  return documentAnswer(sitemapIndexXml(addresses), "application/xml", 3600);
};
