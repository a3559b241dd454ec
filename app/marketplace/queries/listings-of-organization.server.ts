import { read } from "~/platform/db/client.server";

/** Published listings of an organization, the newest first, at most thirty: what its public page shows as open. */
export const listingsOfOrganization = (organizationId: string, today: string) =>
  read.listing.findMany({
    where: {
      organizationId,
      state: "published",
      OR: [{ openUntil: null }, { openUntil: { gte: today } }],
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: 30,
    select: {
      id: true,
      kind: true,
      title: true,
      seats: true,
      seatsTaken: true,
      startsOn: true,
      endsOn: true,
      payMinFen: true,
      payMaxFen: true,
    },
  });
