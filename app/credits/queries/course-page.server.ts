import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";

const MOST_VERSIONS = 60;

/** One course of the actor's school by any of its versions, with all of them, newest first; null for another school's. */
export const coursePage = async (ctx: MemberCtx, id: string) => {
  const { organizationId } = ctx.actor;
  const asked = isId(id)
    ? await read.schoolCourse.findFirst({ where: { id, organizationId }, select: { code: true } })
    : null;
  if (!asked) return null;
  const rows = await read.schoolCourse.findMany({
    where: { organizationId, code: asked.code },
    orderBy: { ordinal: "desc" },
    take: MOST_VERSIONS,
  });
  const newest = rows[0];
  if (!newest) return null;
  return {
    newest,
    versions: rows.map((row) => ({
      ordinal: row.ordinal,
      name: row.name,
      kind: row.kind,
      creditsCenti: row.creditsCenti,
      hours: row.hours,
      grade: row.grade,
      term: row.term,
      required: row.required,
      offered: row.offered,
      validFrom: row.validFrom,
      author: row.authorName,
    })),
  };
};
