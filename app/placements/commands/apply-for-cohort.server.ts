import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { type Refusal, RefusalError, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { listingToApply, type OpenListing } from "../application-listing.server";
import { mailsToStudent } from "../application-mails.server";
import { openApplication, refuseUnfit } from "../application-opening.server";
import { schoolRefusal } from "../application-policy";
import type { CohortApplication } from "../application-schema";
import { followConsent } from "../application-sharing.server";

/** What became of one student of the class. */
export type CohortOutcome = { studentId: string; id: string | null; key: string | null };

const unfit = async (
  tx: Tx,
  studentId: string,
  listing: OpenListing,
  on: string,
): Promise<Refusal | null> => {
  try {
    await refuseUnfit(tx, studentId, listing, on);
    return null;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
};

/**
 * A school applies for students of its roll. Goes in: the listing, the students (1–100), words to the host, the submission
 * key. Comes out: one outcome a student, in the order given: the application's id, or the word of what stands against it;
 * those who fit are applied for, the others are not. Nothing reaches the host before the student, and a guardian of a
 * minor, agreed to share with it: the student is asked by mail. Refuses teachers and other schools' students (not found), a listing that is not open.
 */
export const applyForCohort = (
  ctx: MemberCtx,
  input: CohortApplication,
): Promise<Result<{ batch: string; outcomes: CohortOutcome[] }>> =>
  decide(async (tx) => {
    const forbidden = schoolRefusal(ctx.actor);
    if (forbidden) return reject(forbidden);
    const { submissionKey, ...asked } = input;
    return once(tx, ctx, submissionKey, { ...asked }, async () => {
      const on = civilDate(ctx.clock.now());
      const listing = await listingToApply(tx, input.listing, on, true);
      if (listing === null) return reject({ code: "not_found", key: "errors.notFound" });
      if (typeof listing === "string") {
        return reject({ code: "blocked", key: `applications.closed.${listing}` });
      }
      const wanted = [...new Set(input.students)];
      const students = await tx.student.findMany({
        where: { id: { in: wanted }, organizationId: ctx.actor.organizationId, state: "active" },
      });
      if (students.length !== wanted.length) return reject({ code: "not_found", key: "errors.notFound" });
      const outcomes: CohortOutcome[] = [];
      for (const id of wanted) {
        const student = students.find((one) => one.id === id)!;
        const refusal = await unfit(tx, id, listing, on);
        if (refusal) {
          outcomes.push({ studentId: id, id: null, key: refusal.key });
          continue;
        }
        const row = await openApplication(tx, ctx, student, listing, {
          appliedBy: "school",
          message: input.message ?? "",
          cameFromId: null,
        });
        const followed = await followConsent(tx, ctx, row);
        if (followed.sharedAt === null) {
          await enqueue(
            tx,
            ctx,
            await mailsToStudent(tx, id, {
              kind: "invited",
              key: row.id,
              values: { title: row.title, school: ctx.actor.organization.name, host: listing.hostName },
              link: `/applications/${row.id}`,
            }),
          );
        }
        outcomes.push({ studentId: id, id: row.id, key: null });
      }
      return { batch: newId(), outcomes };
    });
  });
