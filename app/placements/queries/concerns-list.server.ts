import { mayWrite, type Person } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { concernScope } from "../concern-scope.server";
import { reachesAuthority } from "../rules/concerns";

const MOST = 200;

/**
 * The concerns somebody may see, the most urgent first. Goes in: the person, now. Comes out: for a school or an authority
 * the concerns without a word of them and without names; for a host only what schools chose to tell it, in their words,
 * with neither student nor placement; null for everybody else.
 */
export const concernsList = async (actor: Person, now: Date) => {
  const { organization } = actor;
  const scope = concernScope(actor, now);
  if (!scope) {
    if (organization?.kind !== "enterprise" || !mayWrite({ organization })) return null;
    const told = await read.concern.findMany({
      where: { hostId: organization.id, hostToldAt: { not: null } },
      orderBy: { hostToldAt: "desc" },
      take: MOST,
      select: { hostText: true, hostToldAt: true, schoolId: true },
    });
    const schools = await read.organization.findMany({
      where: { id: { in: told.map((one) => one.schoolId) } },
      select: { id: true, name: true },
    });
    return {
      as: "host" as const,
      told: told.map((one) => ({
        text: one.hostText ?? "",
        at: one.hostToldAt?.toISOString() ?? "",
        school: schools.find((school) => school.id === one.schoolId)?.name ?? "",
      })),
    };
  }
  const rows = await read.concern.findMany({
    where: scope.where,
    orderBy: [{ state: "desc" }, { respondBy: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const names = await read.organization.findMany({
    where: { id: { in: [...new Set(rows.flatMap((row) => [row.hostId, row.schoolId]))] } },
    select: { id: true, shortName: true },
  });
  const nameOf = (id: string) => names.find((one) => one.id === id)?.shortName ?? "";
  return {
    as: scope.as,
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      host: nameOf(row.hostId),
      school: nameOf(row.schoolId),
      raisedAt: row.raisedAt.toISOString(),
      due: row.respondBy.toISOString(),
    })),
  };
};

/**
 * One concern with its words. Goes in: the person, its id, now. Comes out: what was raised and answered; the name to the
 * school, and to the authority only where the school is not the one to act; null when it is not theirs to see.
 */
export const concernPage = async (actor: Person, id: string, now: Date) => {
  const scope = concernScope(actor, now);
  const row = scope && (await read.concern.findFirst({ where: { AND: [scope.where, { id }] } }));
  if (!scope || !row) return null;
  const named = scope.as === "school" || row.aboutSchool;
  const [names, student, notes] = await Promise.all([
    read.organization.findMany({
      where: { id: { in: [row.hostId, row.schoolId] } },
      select: { id: true, name: true },
    }),
    named ? read.student.findUnique({ where: { id: row.studentId }, select: { name: true } }) : null,
    read.concernNote.findMany({ where: { concernId: id }, orderBy: { at: "asc" }, take: 100 }),
  ]);
  return {
    id,
    as: scope.as,
    kind: row.kind,
    state: row.state,
    raisedBy: row.raisedBy,
    student: student?.name ?? null,
    placementId: scope.as === "school" ? row.placementId : null,
    host: names.find((one) => one.id === row.hostId)?.name ?? "",
    school: names.find((one) => one.id === row.schoolId)?.name ?? "",
    text: openField("concern.text", row.textSealed),
    raisedAt: row.raisedAt.toISOString(),
    due: row.respondBy.toISOString(),
    authorityTold: row.authorityId !== null && reachesAuthority(row, now),
    hostText: row.hostText,
    notes: notes.map((note) => ({
      id: note.id,
      side: note.side,
      text: openField("concern.note", note.textSealed),
      at: note.at.toISOString(),
    })),
    version: row.version,
    now: now.toISOString(),
  };
};

export type ConcernPage = NonNullable<Awaited<ReturnType<typeof concernPage>>>;
