import { mayWrite, type Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

const MOST = 200;

type Side = "school" | "host" | "authority";

/**
 * Whose findings somebody sees. A school's owner: what the school must fix, and all that went up; its coordinators: what
 * the school must fix; a host: what it must fix; an authority: what nobody fixed in time. Null for everybody else.
 */
export const findingScope = ({ organization }: Person): { as: Side; where: object } | null => {
  if (!organization || !mayWrite({ organization })) return null;
  const { id, kind, role } = organization;
  if (kind === "enterprise") return { as: "host", where: { hostId: id, state: "open", who: "host" } };
  if (kind === "authority")
    return { as: "authority", where: { authorityId: id, state: "open", level: { gte: 2 } } };
  if (kind !== "school") return null;
  const own = { who: { in: ["school", "student", "guardian"] } };
  const where = {
    schoolId: id,
    state: "open",
    ...(role === "owner" ? { OR: [own, { level: { gte: 1 } }] } : own),
  };
  return { as: "school", where };
};

/**
 * What the weekly evaluation found and nobody has put right, the oldest first. Goes in: the person. Comes out: at most 200
 * findings with their words in both languages; students by name to the school and the host, not to the authority; null for
 * those findings are nothing of.
 */
export const findingsList = async (actor: Person) => {
  const scope = findingScope(actor);
  if (!scope) return null;
  const [rows, run] = await Promise.all([
    read.placementFinding.findMany({
      where: scope.where,
      orderBy: [{ openedOn: "asc" }, { id: "asc" }],
      take: MOST,
    }),
    read.weekRun.findFirst({ where: { finishedAt: { not: null } }, orderBy: { monday: "desc" } }),
  ]);
  const placements = await read.placement.findMany({
    where: { id: { in: rows.map((row) => row.placementId) } },
    select: { id: true, studentId: true },
  });
  const [students, organizations] = await Promise.all([
    scope.as === "authority"
      ? []
      : read.student.findMany({
          where: { id: { in: placements.map((one) => one.studentId) } },
          select: { id: true, name: true },
        }),
    read.organization.findMany({
      where: { id: { in: [...new Set(rows.flatMap((row) => [row.hostId, row.schoolId]))] } },
      select: { id: true, shortName: true },
    }),
  ]);
  const nameOf = new Map(organizations.map((one) => [one.id, one.shortName]));
  const studentOf = new Map(placements.map((one) => [one.id, one.studentId]));
  return {
    as: scope.as,
    evaluated: run?.monday ?? null,
    rows: rows.map((row) => ({
      id: row.id,
      placementId: scope.as === "authority" ? null : row.placementId,
      student: students.find((one) => one.id === studentOf.get(row.placementId))?.name ?? null,
      host: nameOf.get(row.hostId) ?? "",
      school: nameOf.get(row.schoolId) ?? "",
      rule: row.rule,
      verdict: row.verdict,
      who: row.who,
      message: JSON.parse(row.message) as { zh: string; en: string },
      fix: JSON.parse(row.fix) as { zh: string; en: string },
      article: JSON.parse(row.article) as { zh: string; en: string },
      openedOn: row.openedOn,
      level: row.level,
    })),
  };
};
