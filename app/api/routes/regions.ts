import { listRegions, searchRegions } from "~/catalogues/queries/search-catalogue.server";
import { ok } from "~/platform/result";
import { reading } from "../endpoint.server";
import { regionAnswer } from "../queries/catalogue-items.server";
import { regionsQuery } from "../schema";

export const loader = reading(regionsQuery, async ({ q, cursor, ...filters }) => {
  const page = q
    ? { items: await searchRegions({ text: q, ...filters }), nextCursor: null }
    : await listRegions({ ...filters, ...(cursor ? { after: cursor } : {}) });
  return ok({ items: page.items.map(regionAnswer), nextCursor: page.nextCursor });
});
