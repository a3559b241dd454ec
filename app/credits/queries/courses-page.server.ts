import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

const PAGE = 60;

/** The majors a school's courses may belong to: those of its programmes, with their names. */
export const majorsOf = async (organizationId: string): Promise<{ code: string; name: string }[]> => {
  const [programmes, { majors }] = await Promise.all([
    read.programme.findMany({
      where: { organizationId },
      select: { majorCode: true },
      orderBy: { majorCode: "asc" },
      take: 200,
    }),
    catalogue(),
  ]);
  return programmes.map(({ majorCode }) => ({
    code: majorCode,
    name: majors.get(majorCode)?.name ?? majorCode,
  }));
};

/**
 * The course catalogue of the actor's school: the newest version of every course. Goes in: who looks, a major ("" for all),
 * a text to find, the code after which to go on. Comes out: sixty courses by code, the next code, the majors to choose from.
 */
export const coursesPage = async (ctx: MemberCtx, asked: { major: string; find: string; after: string }) => {
  const { organizationId } = ctx.actor;
  const rows = await read.schoolCourse.findMany({
    where: {
      organizationId,
      replacedAt: null,
      ...(asked.major ? { majorCode: { in: [asked.major, ""] } } : {}),
      ...(asked.find ? { OR: [{ code: { contains: asked.find } }, { name: { contains: asked.find } }] } : {}),
      code: { gt: asked.after },
    },
    orderBy: { code: "asc" },
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  return {
    majors: await majorsOf(organizationId),
    rows: page.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      majorCode: row.majorCode,
      creditsCenti: row.creditsCenti,
      hours: row.hours,
      grade: row.grade,
      term: row.term,
      ordinal: row.ordinal,
      offered: row.offered,
      validFrom: row.validFrom,
    })),
    next: rows.length > PAGE ? (page.at(-1)?.code ?? null) : null,
  };
};
