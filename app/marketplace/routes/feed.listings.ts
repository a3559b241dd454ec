import type { LoaderFunctionArgs } from "@remix-run/node";
import { documentAnswer } from "~/platform/http/document.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { listingsFeed } from "../queries/listings-feed.server";

/** The newest listings of a search, for readers of feeds. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { searchParams } = new URL(request.url);
  const translator = translatorFor(languageOf(request.headers));
  const feed = await listingsFeed(searchParams, systemClock.now(), translator);
  return documentAnswer(feed, "application/atom+xml", 300);
};
