import { searchIndustries } from "~/catalogues/queries/search-catalogue.server";
import { ok } from "~/platform/result";
import { reading } from "../endpoint.server";
import { industriesQuery } from "../schema";

export const loader = reading(industriesQuery, async ({ q, limit }) => {
  const items = await searchIndustries({ limit, ...(q ? { text: q } : {}) });
  return ok({
    items: items.map(({ code, name, level, parentCode }) => ({ code, name, level, parentCode })),
    nextCursor: null,
  });
});
