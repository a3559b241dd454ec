import { searchOrganizations } from "~/organizations/queries/search-organizations.server";
import { ok } from "~/platform/result";
import { reading } from "../endpoint.server";
import { organizationAnswers } from "../queries/organization-items.server";
import { organizationsQuery } from "../schema";

export const loader = reading(organizationsQuery, async ({ cursor, ...query }) => {
  const page = await searchOrganizations({ ...query, ...(cursor ? { after: cursor } : {}) });
  return ok({ items: await organizationAnswers(page.items), nextCursor: page.nextCursor });
});
