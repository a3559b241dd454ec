import { read } from "~/platform/db/client.server";

const MOST = 200;

/**
 * What an organization shares with others: its open resources and how often they were used. Goes in: the organization.
 * Comes out: at most 200 resources with the day they were opened, sessions held and people who came.
 */
export const resourceRecords = async (organizationId: string) => {
  const resources = await read.sharedResource.findMany({
    where: { organizationId, state: "open" },
    orderBy: { id: "asc" },
    take: MOST,
    select: { id: true, kind: true, title: true, capacity: true, createdAt: true },
  });
  const used = await read.resourceBooking.groupBy({
    by: ["resourceId"],
    where: { ownerId: organizationId, state: "held", resourceId: { in: resources.map(({ id }) => id) } },
    _count: { _all: true },
    _sum: { came: true },
  });
  return resources.map((resource) => {
    const held = used.find(({ resourceId }) => resourceId === resource.id);
    return { ...resource, sessions: held?._count._all ?? 0, people: held?._sum.came ?? 0 };
  });
};
