import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { busyWith, type OpenListing } from "./application-listing.server";
import { type ApplicationRow, tellApplication, turnColumns } from "./application-record.server";
import { judgePlacing } from "./judge-placing.server";
import { OPEN_STATES } from "./rules/application-lifecycle";
import { consentTurn } from "./rules/application-turns";

type Applicant = { id: string; organizationId: string; programmeId: string };

/**
 * Rejects an application that would be a second open one for the same listing, or for dates on which the student is
 * already placed, or that a rule blocks on the facts of today (with the verdicts).
 */
export const refuseUnfit = async (
  tx: Tx,
  studentId: string,
  listing: OpenListing,
  on: string,
): Promise<void> => {
  const { row, terms } = listing;
  const same = await tx.application.findFirst({
    where: { studentId, listingId: row.id, state: { in: [...OPEN_STATES] } },
    select: { id: true },
  });
  if (same) reject({ code: "conflict", key: "applications.errors.again", values: { id: same.id } });
  const busy = await busyWith(tx, studentId, terms);
  if (busy) {
    const { title, startsOn, endsOn } = busy;
    reject({ code: "blocked", key: "applications.errors.overlap", values: { title, startsOn, endsOn } });
  }
  const subject = {
    studentId,
    hostId: row.organizationId,
    listingId: row.id,
    terms,
    origin: "listing",
  } as const;
  const { verdict, findings } = await judgePlacing(tx, subject, "application", on);
  if (verdict === "block") {
    reject({
      code: "blocked",
      key: "applications.errors.rules",
      findings: findings.filter((finding) => finding.verdict === "block"),
    });
  }
};

/** Writes a new application, not yet before the host: it waits for the student's word until consents are followed. */
export const openApplication = async (
  tx: Tx,
  ctx: Ctx,
  student: Applicant,
  listing: OpenListing,
  of: { appliedBy: "student" | "school"; message: string; cameFromId: string | null },
): Promise<ApplicationRow> => {
  const at = ctx.clock.now();
  const { row, terms } = listing;
  const created = await tx.application.create({
    data: {
      id: newId(at.getTime()),
      studentId: student.id,
      schoolId: student.organizationId,
      programmeId: student.programmeId,
      hostId: row.organizationId,
      listingId: row.id,
      postId: row.postId,
      state: "submitted",
      title: row.title,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      ...of,
      ...turnColumns(consentTurn("student", civilDate(at)), at),
      createdAt: at,
      updatedAt: at,
      version: 1,
    },
  });
  await tellApplication(tx, ctx, created, "submitted", { appliedBy: of.appliedBy });
  return created;
};
