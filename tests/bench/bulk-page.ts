import { listingsPage as pageOf } from "~/marketplace/queries/listings-page.server";
import { translatorFor } from "~/words/translator.server";

const ASKED = [
  "q=数控",
  "kind=internship",
  "near=440113&radiusKm=60",
  "q=护理&region=330000",
  "family=06&payMin=4000",
];

let nth = 0;

/** What the page of listings shows, for one question after another. */
export const listingsPage = (): Promise<unknown> => {
  nth += 1;
  return pageOf(new URLSearchParams(ASKED[nth % ASKED.length]), new Date(), translatorFor("zh-CN"));
};
