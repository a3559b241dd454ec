import { config } from "../config/config.server";
import type { Language } from "../i18n/words";
import type { SharedPage } from "./open-graph";

/** A page as it is passed on. In: its path, title, description, the name of the site and the reader's language. */
export const sharedPage = (
  path: string,
  page: Pick<SharedPage, "title" | "description" | "site" | "type"> & { language: Language },
): SharedPage => {
  const { baseUrl } = config();
  return { ...page, url: `${baseUrl}${path}`, imageUrl: `${baseUrl}/share.png` };
};
