import { read } from "~/platform/db/client.server";

/** Whose a resource is: the id of its organization, or null where there is no such resource. */
export const ownerOf = async (id: string): Promise<string | null> =>
  (await read.sharedResource.findUnique({ where: { id }, select: { organizationId: true } }))
    ?.organizationId ?? null;
