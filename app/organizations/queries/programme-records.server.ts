import { read } from "~/platform/db/client.server";

const MOST = 200;

/** The programmes a school runs now, by code, at most 200: name, seats of one intake, the instant it was entered. */
export const programmeRecords = (organizationId: string) =>
  read.programme.findMany({
    where: { organizationId, closedAt: null },
    orderBy: { majorCode: "asc" },
    take: MOST,
    select: { id: true, majorCode: true, name: true, seats: true, createdAt: true },
  });
