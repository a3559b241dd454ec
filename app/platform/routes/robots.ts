import { config } from "../config/config.server";
import { documentAnswer } from "../http/document.server";

/** What programs that read the web may read: public pages, not what needs signing in or a secret address. */
export const loader = () =>
  documentAnswer(
    [
      "User-agent: *",
      ...[
        "/account",
        "/admin",
        "/workspace",
        "/enquiries",
        "/organization/",
        "/feeds/deadlines/",
        "/join/",
      ].map((path) => `Disallow: ${path}`),
      `Sitemap: ${config().baseUrl}/sitemap.xml`,
      "",
    ].join("\n"),
    "text/plain",
    3600,
  );
