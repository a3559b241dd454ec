import { parseQuery } from "~/platform/http/form.server";
import { ok, refuse } from "~/platform/result";
import { readingWithKey } from "../machine-endpoint.server";
import { ownListingItems } from "../queries/own-listing-items.server";
import { mineQuery } from "../writing-schema";

/** The own listings, drafts and closed ones included. */
export const loader = readingWithKey(async ({ ctx, request }) => {
  const query = parseQuery(new URL(request.url).searchParams, mineQuery);
  if (!query.ok) return refuse("invalid", "errors.checkFields", { fields: query.state.fields });
  return ok(await ownListingItems(ctx.actor.organizationId, query.value));
});
