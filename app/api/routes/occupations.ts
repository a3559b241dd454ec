import { listOccupations, searchOccupations } from "~/catalogues/queries/search-catalogue.server";
import { ok } from "~/platform/result";
import { reading } from "../endpoint.server";
import { occupationAnswer } from "../queries/catalogue-items.server";
import { occupationsQuery } from "../schema";

export const loader = reading(occupationsQuery, async ({ q, cursor, ...filters }) => {
  const page = q
    ? { items: await searchOccupations({ text: q, ...filters }), nextCursor: null }
    : await listOccupations({ ...filters, ...(cursor ? { after: cursor } : {}) });
  return ok({ items: await Promise.all(page.items.map(occupationAnswer)), nextCursor: page.nextCursor });
});
