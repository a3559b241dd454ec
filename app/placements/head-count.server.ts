import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { POST_SHARE_BP, type SeatArithmetic, seatCap, UNIT_SHARE_BP } from "~/regulations/rules/seats";
import { peaksAt, type Seat } from "./rules/head-count";
import { SEATED } from "./rules/lifecycle";

export type Db = ReadClient | Tx;

/** More seats of one unit than any real unit has; beyond it nothing is looked at. */
const MOST_SEATS = 50_000;

const isEmployee = (terms: string): boolean =>
  (JSON.parse(terms) as { apprenticeStatus?: string | null }).apprenticeStatus === "enterprise";

/**
 * Every seat taken at some hosts between two dates, whatever the school: placements prepared or running, and offers held
 * until they run out. Observations and salaried apprentices take none. Goes in: the hosts, the dates, and now (null counts every
 * held offer). Comes out: the seats.
 */
export const seatsTaken = async (
  db: Db,
  hostIds: readonly string[],
  dates: { from: string; to: string },
  now: Date | null,
): Promise<Seat[]> => {
  const client = db as ReadClient;
  const where = {
    hostId: { in: [...new Set(hostIds)] },
    startsOn: { lte: dates.to },
    endsOn: { gte: dates.from },
  };
  const [placements, holds] = await Promise.all([
    client.placement.findMany({
      where: { ...where, state: { in: [...SEATED] }, type: { not: "observation" } },
      take: MOST_SEATS,
      select: {
        id: true,
        hostId: true,
        postId: true,
        listingId: true,
        startsOn: true,
        endsOn: true,
        type: true,
        terms: true,
      },
    }),
    client.seatHold.findMany({
      where: { ...where, ...(now ? { expiresAt: { gt: now } } : {}) },
      take: MOST_SEATS,
    }),
  ]);
  return [
    ...placements.filter((one) => one.type !== "apprenticeship" || !isEmployee(one.terms)),
    ...holds.map((hold) => ({ ...hold, id: hold.applicationId })),
  ];
};

const postWithEmployees = async (db: Db, hostId: string, postId: string): Promise<number | null> => {
  const post = await (db as ReadClient).post.findUnique({
    where: { id: postId },
    select: { organizationId: true, headcount: true },
  });
  return post?.organizationId === hostId ? post.headcount : null;
};

export type SeatQuestion = { hostId: string; postId: string | null; from: string; to: string; now?: Date };

/**
 * How many more students a unit and one of its posts can take on every day between two dates, all schools together. Goes
 * in: the host, the post (null for none), the dates, and now for offers that run out. Comes out: cap, fullest day and
 * free seats; null where the number of employees is not on record. Source: INT-14 and INT-15.
 */
export const seatsLeft = async (
  db: Db,
  { hostId, postId, from, to, now }: SeatQuestion,
): Promise<{ unit: SeatArithmetic | null; post: SeatArithmetic | null }> => {
  const [host, postEmployees, seats] = await Promise.all([
    (db as ReadClient).organization.findUnique({ where: { id: hostId }, select: { employees: true } }),
    postId ? postWithEmployees(db, hostId, postId) : null,
    seatsTaken(db, [hostId], { from, to }, now ?? null),
  ]);
  const peaks = peaksAt(seats, { hostId, postId, listingId: null }, from, to);
  const arithmetic = (employees: number | null, shareBp: number, peak: number): SeatArithmetic | null => {
    if (employees === null) return null;
    const cap = seatCap(employees, shareBp);
    return { cap, peak, free: Math.max(0, cap - peak) };
  };
  return {
    unit: arithmetic(host?.employees ?? null, UNIT_SHARE_BP, peaks.unit),
    post: postId ? arithmetic(postEmployees, POST_SHARE_BP, peaks.post ?? 0) : null,
  };
};
