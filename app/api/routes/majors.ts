import { listMajors, searchMajors } from "~/catalogues/queries/search-catalogue.server";
import { ok } from "~/platform/result";
import { reading } from "../endpoint.server";
import { majorAnswer } from "../queries/catalogue-items.server";
import { majorsQuery } from "../schema";

/** With words: the best matches. Without: all in order of code, a page at a time. */
export const loader = reading(majorsQuery, async ({ q, cursor, ...filters }) => {
  if (q) {
    const items = await searchMajors({ text: q, ...filters });
    return ok({ items: items.map(majorAnswer), nextCursor: null });
  }
  const page = await listMajors({ ...filters, ...(cursor ? { after: cursor } : {}) });
  return ok({ items: page.items.map(majorAnswer), nextCursor: page.nextCursor });
});
