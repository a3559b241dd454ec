import { z } from "zod";
import { readSearch } from "~/marketplace/rules/search-query";
import { ok, refuse } from "~/platform/result";
import { systemClock } from "~/platform/time/clock";
import { reading } from "../endpoint.server";
import { writingWithKey } from "../machine-endpoint.server";
import { listingItems } from "../queries/listing-items.server";
import { addCall } from "../write-calls.server";

/** The filters of the page; unlike the page, a filter that cannot be read is refused. */
export const loader = reading(z.object({}), async (_query, { request }) => {
  const params = new URL(request.url).searchParams;
  const cursor = params.get("cursor");
  if (cursor) params.set("after", cursor);
  const { search, problems } = readSearch(params);
  if (problems.length > 0) return refuse("invalid", "errors.checkFields", { fields: problems });
  const found = await listingItems(search, systemClock.now());
  return found.problems.length > 0
    ? refuse("invalid", "errors.checkFields", { fields: found.problems })
    : ok(found.page);
});

export const action = writingWithKey({ POST: { scope: "write", handle: addCall } });
