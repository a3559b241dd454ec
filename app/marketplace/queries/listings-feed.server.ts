import { config } from "~/platform/config/config.server";
import type { Translator } from "~/words/translate";
import { atomFeed } from "../rules/atom-feed";
import { feedQuery, readSearch } from "../rules/search-query";
import { listingCards } from "./listing-cards.server";
import { searchListings } from "./search-listings.server";

const instant = (iso: string): string => new Date(iso).toISOString();

/**
 * A search of the market as an Atom feed: its twenty newest listings. In: the address's parameters, the time, the reader's
 * words and language. Out: the XML. The feed's own address holds every condition of the search.
 */
export const listingsFeed = async (params: URLSearchParams, now: Date, t: Translator): Promise<string> => {
  const query = feedQuery(params);
  const { search } = readSearch(new URLSearchParams(query));
  const found = await searchListings({ ...search, sort: "date" }, now);
  const cards = await listingCards(found.items, found.major);
  const published = new Map(found.items.map((item) => [item.listingId, item.publishedAt]));
  const { baseUrl } = config();
  return atomFeed({
    title: t.any("seen.feedTitle"),
    subtitle: search.q ? t.any("seen.feedOf", { words: search.q }) : t.any("seen.feedText"),
    language: t.language,
    selfUrl: `${baseUrl}/feeds/listings.atom${query}`,
    pageUrl: `${baseUrl}/listings${query}`,
    now: now.toISOString(),
    entries: cards.map((card) => {
      const publishedAt = instant(published.get(card.id) ?? now.toISOString());
      const kind = t.any(`listings.kind.${card.kind}`);
      return {
        id: card.id,
        title: card.title,
        url: `${baseUrl}/listings/${card.id}`,
        author: card.organization.name,
        summary: [kind, card.organization.name, card.place, ...card.majors].filter(Boolean).join(" · "),
        category: { term: card.kind, label: kind },
        publishedAt,
        updatedAt: card.confirmedAt ? instant(card.confirmedAt) : publishedAt,
      };
    }),
  });
};
