import { mayWrite, type Person } from "~/identity/actor";
import { type ListingRow, loadListing } from "~/marketplace/listing-record.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { overlaps } from "./rules/application-turns";
import { SEATED } from "./rules/lifecycle";
import { PLACEMENT_TYPES, type PlacementTerms } from "./terms";
import { termsOfListing } from "./terms-of-listing.server";

type Db = ReadClient | Tx;

export type ListingClosedBecause = "notOpen" | "notForStudents" | "full" | "schoolOnly";

export type OpenListing = { row: ListingRow; terms: PlacementTerms; hostName: string };

/**
 * A listing as somebody may apply to it today. Goes in: its id, today, and whether a school asks (observation is arranged
 * by schools alone: 认识实习 students may not choose for themselves). Comes out: the listing with its terms, null when it
 * does not exist for strangers, or why nobody may apply: not published or past its date, no place for students, full.
 */
export const listingToApply = async (
  db: Db,
  id: string,
  today: string,
  bySchool: boolean,
): Promise<OpenListing | ListingClosedBecause | null> => {
  const record = await loadListing(db as Tx, id);
  if (!record || record.state === "draft" || record.state === "checking" || record.state === "archived")
    return null;
  const { row, kind } = record;
  if (record.direction !== "offer" || !PLACEMENT_TYPES.some((type) => type === kind)) return "notForStudents";
  if (!row.startsOn || !row.endsOn) return "notForStudents";
  if (kind === "observation" && !bySchool) return "schoolOnly";
  if (record.state === "full") return "full";
  if (record.state !== "published" || (row.openUntil && row.openUntil < today) || row.startsOn <= today) {
    return "notOpen";
  }
  if (row.seats !== null && row.seatsTaken >= row.seats) return "full";
  const client = db as ReadClient;
  const [host, post] = await Promise.all([
    client.organization.findUniqueOrThrow({
      where: { id: row.organizationId },
      select: { name: true, industryCode: true },
    }),
    row.postId ? client.post.findUnique({ where: { id: row.postId } }) : null,
  ]);
  return { row, terms: termsOfListing(row, post, host.industryCode), hostName: host.name };
};

/** The placement or accepted application of a student that shares a day with these dates; null when there is none. */
export const busyWith = async (
  db: Db,
  studentId: string,
  dates: { startsOn: string; endsOn: string },
  except?: string,
): Promise<{ title: string; startsOn: string; endsOn: string } | null> => {
  const client = db as ReadClient;
  const select = { id: true, title: true, startsOn: true, endsOn: true } as const;
  const [placements, accepted] = await Promise.all([
    client.placement.findMany({
      where: { studentId, state: { in: [...SEATED] } },
      take: 20,
      select: { ...select, applicationId: true },
    }),
    client.application.findMany({ where: { studentId, state: "accepted" }, take: 20, select }),
  ]);
  const others = [
    ...placements.filter((one) => one.applicationId === null || one.applicationId !== except),
    ...accepted.filter((one) => one.id !== except),
  ];
  return others.find((one) => overlaps(one, dates)) ?? null;
};

/** Whether somebody is offered to apply on a listing's page: students for themselves, a school's office for a class. */
export const mayApply = (actor: Person | null): "student" | "school" | null => {
  const organization = actor?.organization;
  if (!organization || organization.kind !== "school") return null;
  if (organization.role === "student") return "student";
  return mayWrite({ organization }) ? "school" : null;
};
