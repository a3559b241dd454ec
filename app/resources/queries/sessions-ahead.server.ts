import { read } from "~/platform/db/client.server";

const MOST = 500;

/** A resource with its sessions from today on, those called off too, at most 500: what a calendar subscribes to. */
export const sessionsAhead = async (id: string, today: string) => {
  const resource = await read.sharedResource.findUnique({ where: { id } });
  if (!resource) return null;
  const [owner, slots] = await Promise.all([
    read.organization.findUnique({ where: { id: resource.organizationId }, select: { name: true } }),
    read.resourceSlot.findMany({
      where: { resourceId: id, day: { gte: today } },
      orderBy: [{ day: "asc" }, { fromMinute: "asc" }],
      take: MOST,
    }),
  ]);
  return { resource, owner: owner?.name ?? "", slots };
};
