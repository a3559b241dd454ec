import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { civilDate } from "~/platform/time/clock";
import { busyWith } from "./application-listing.server";
import { mailsToOrganization, mailsToStudent } from "./application-mails.server";
import {
  type ApplicationRow,
  endedColumns,
  factsOf,
  isShared,
  letGo,
  refusedMove,
  saveApplication,
  tellApplication,
} from "./application-record.server";
import { placeStudents } from "./place-students.server";
import { moveApplication, OPEN_STATES } from "./rules/application-lifecycle";
import { placementTerms } from "./terms";

/**
 * Takes back everything a student has open beside what they now have: others stop waiting for them, at once. Goes in: the
 * student and the application that is kept, if any. Comes out: how many ended.
 */
export const cancelOthers = async (
  tx: Tx,
  ctx: Ctx,
  studentId: string,
  keptId: string | null,
): Promise<number> => {
  const at = ctx.clock.now();
  const others = await tx.application.findMany({
    where: { studentId, id: { not: keptId ?? "" }, state: { in: [...OPEN_STATES] } },
    take: 50,
  });
  for (const other of others) {
    const ended = await saveApplication(tx, other, at, {
      ...endedColumns("withdrawn", at),
      reason: "placed_elsewhere",
    });
    await letGo(tx, other.id, at);
    await tellApplication(tx, ctx, ended, "cancelled");
    if (!other.sharedAt) continue;
    await enqueue(
      tx,
      ctx,
      await mailsToOrganization(tx, other.hostId, {
        kind: "cancelled",
        key: other.id,
        values: { title: other.title },
        link: `/applications/${other.id}`,
      }),
    );
  }
  return others.length;
};

/**
 * Turns an accepted application into a placement, inside the caller's transaction: the student's dates are free, seats and
 * rules are judged across all schools by `placeStudents`, and every other application of the student is taken back in the
 * same breath. Comes out: the placement's id and how many others ended. Rejects with the reason, and then nothing at all
 * has changed.
 */
export const placeApplication = async (
  tx: Tx,
  ctx: Ctx,
  row: ApplicationRow,
  who: "student" | "house",
): Promise<{ placementId: string; cancelled: number }> => {
  const at = ctx.clock.now();
  const on = civilDate(at);
  const outcome = moveApplication(factsOf(row, await isShared(tx, row, on)), "place", who, "", on);
  if (!outcome.ok) return reject(refusedMove(outcome.because));
  const terms = placementTerms.parse(JSON.parse(row.terms ?? "null"));
  const busy = await busyWith(tx, row.studentId, terms, row.id);
  if (busy) {
    const { title, startsOn, endsOn } = busy;
    return reject({
      code: "blocked",
      key: "applications.errors.overlap",
      values: { title, startsOn, endsOn },
    });
  }
  const [placementId] = await placeStudents(tx, ctx, [
    {
      studentId: row.studentId,
      hostId: row.hostId,
      listingId: row.listingId,
      applicationId: row.id,
      origin: "listing",
      terms,
    },
  ]);
  if (!placementId) throw new Error(`application ${row.id}: no placement came of it`);
  const placed = await saveApplication(tx, row, at, {
    ...endedColumns(outcome.to, at),
    placementId,
    stuckKey: null,
  });
  const cancelled = await cancelOthers(tx, ctx, row.studentId, row.id);
  await tellApplication(tx, ctx, placed, "placed", { startsOn: terms.startsOn, cancelled });
  const values = { title: row.title, startsOn: terms.startsOn, endsOn: terms.endsOn };
  const link = `/applications/${row.id}`;
  await enqueue(tx, ctx, [
    ...(await mailsToOrganization(tx, row.hostId, { kind: "placedHost", key: row.id, values, link })),
    ...(await mailsToOrganization(tx, row.schoolId, { kind: "placedSchool", key: row.id, values, link })),
    ...(who === "house"
      ? await mailsToStudent(tx, row.studentId, { kind: "placed", key: row.id, values, link })
      : []),
  ]);
  return { placementId, cancelled };
};
