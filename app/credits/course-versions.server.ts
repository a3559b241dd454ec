import type { Ctx } from "~/platform/command";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { type CourseFacts, courseChanges, versionFault, versionsOn } from "./rules/course";

/** Versions read for one school at most. House rule: some hundred courses, changed some times. */
const MOST_VERSIONS = 4_000;
/** Courses of one school at most. */
export const MOST_COURSES = 1_000;

export type CourseOutcome =
  | { state: "created" | "updated" | "unchanged"; id: string }
  | { state: "refused"; field: string; key: string };

/**
 * Brings one course of the actor's school to what is said, inside the caller's transaction: a new course, a further version
 * of a known one, or nothing where the newest says the same. Comes out: what became of it; refused where the change would
 * reach back or the catalogue is full. The caller has decided that the actor may.
 */
export const bringCourse = async (
  tx: Tx,
  ctx: Ctx,
  organizationId: string,
  said: CourseFacts & { validFrom: string },
): Promise<CourseOutcome> => {
  const now = ctx.clock.now();
  const newest = await tx.schoolCourse.findFirst({
    where: { organizationId, code: said.code, replacedAt: null },
  });
  if (newest) {
    const changed = courseChanges(newest, said);
    if (changed.length === 0) return { state: "unchanged", id: newest.id };
  } else if ((await tx.schoolCourse.count({ where: { organizationId, replacedAt: null } })) >= MOST_COURSES) {
    return { state: "refused", field: "code", key: "credits.errors.tooManyCourses" };
  }
  const fault = versionFault(newest?.validFrom ?? null, said.validFrom, civilDate(now));
  if (fault) return { state: "refused", field: "validFrom", key: fault };
  const id = newId(now.getTime());
  if (newest) await tx.schoolCourse.update({ where: { id: newest.id }, data: { replacedAt: now } });
  await tx.schoolCourse.create({
    data: {
      ...said,
      id,
      organizationId,
      ordinal: (newest?.ordinal ?? 0) + 1,
      authorName: ctx.actor.name,
      createdAt: now,
    },
  });
  await record(tx, ctx, {
    subject: { type: "schoolCourse", id: `${organizationId}:${said.code}` },
    name: newest ? "school_course.changed" : "school_course.added",
    payload: {
      code: said.code,
      name: said.name,
      creditsCenti: said.creditsCenti,
      ordinal: (newest?.ordinal ?? 0) + 1,
      validFrom: said.validFrom,
    },
    audience: [organizationId],
  });
  return { state: newest ? "updated" : "created", id };
};

/**
 * The courses a school teaches on a civil date. Goes in: a reading client, the school, the day, the major ("" for those of
 * every major alone). Comes out: the versions that count that day and are offered, by code.
 */
export const coursesOn = async (
  reader: ReadClient | Tx,
  organizationId: string,
  day: string,
  majorCode: string | null,
) => {
  const rows = await (reader as ReadClient).schoolCourse.findMany({
    where: {
      organizationId,
      validFrom: { lte: day },
      ...(majorCode === null ? {} : { majorCode: { in: ["", majorCode] } }),
    },
    orderBy: { validFrom: "desc" },
    take: MOST_VERSIONS,
  });
  return [...versionsOn(rows, day).values()]
    .filter((one) => one.offered)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
};
