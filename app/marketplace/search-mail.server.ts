import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import { config } from "~/platform/config/config.server";
import { LANGUAGES } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import { stopPath } from "./stop-link.server";

type Told = { listingId: string; title: string; organization: string; regionCode: string };

/**
 * The mail of a saved search: each new listing with its link, the way to all of them, and the link that stops such mails
 * (also as a header, for one click). In: the search, what it found, the reader, the time. Out: a delivery.
 */
export const searchMail = async (
  search: { id: string; name: string; query: string },
  listings: readonly Told[],
  to: { email: string; language: string },
  now: Date,
): Promise<NewDelivery> => {
  const language = LANGUAGES.find((one) => one === to.language) ?? "zh-CN";
  const t = translatorFor(language).room("searches");
  const { regions } = await catalogue();
  const { baseUrl } = config();
  const values = { name: search.name, total: listings.length };
  const lines = listings.map(
    ({ listingId, title, organization, regionCode }) =>
      `${title}\n${organization} · ${regionName(regions, regionCode)}\n${baseUrl}/listings/${listingId}`,
  );
  const stop = stopPath(search.id);
  return mailDelivery({
    key: `search:${search.id}:${now.getTime()}`,
    to: to.email,
    language,
    subject: t("mail.subject", values),
    lines: [t("mail.text", values), ...lines, t("mail.stop", { link: `${baseUrl}${stop}` }), t("mail.all")],
    link: `/listings?${search.query}`,
    unsubscribe: stop,
  });
};
