import type { MemberCtx } from "~/identity/actor";
import { isMinorOn } from "~/identity/rules/minority";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { maskPhone } from "../rules/mask-phone";
import { livingInvitation } from "../student-invitations.server";
import { openStudent } from "../student-record.server";
import type { StudentQuery } from "../student-schema";

const PAGE = 50;
const MOST_CLASSES = 300;

/** Programmes and classes of the own school's roll, for filters and batches. */
export const rollParts = async (organizationId: string) => {
  const [programmes, classes] = await Promise.all([
    read.programme.findMany({
      where: { organizationId },
      orderBy: { majorCode: "asc" },
      take: 300,
      select: { id: true, name: true },
    }),
    read.student.groupBy({
      by: ["className"],
      where: { organizationId, state: "active" },
      orderBy: { className: "asc" },
      take: MOST_CLASSES,
    }),
  ]);
  return { programmes, classes: classes.map((one) => one.className) };
};

const matching = (q: string) =>
  /^[A-Za-z0-9-]+$/.test(q)
    ? { OR: [{ studentNumber: { startsWith: q } }, { nameInitials: { startsWith: q.toLowerCase() } }] }
    : { name: { contains: q } };

/**
 * The own school's roll by student number, fifty at a time from after the given number, with phone numbers masked. `q` finds
 * by the beginning of the number or of the name's pinyin initials, or by any part of the name.
 */
export const studentList = async (ctx: MemberCtx, query: StudentQuery) => {
  const { organizationId } = ctx.actor;
  const now = ctx.clock.now();
  const on = civilDate(now);
  const scope = { organizationId, state: query.state };
  const [rows, total, parts] = await Promise.all([
    read.student.findMany({
      where: {
        ...scope,
        ...(query.programme ? { programmeId: query.programme } : {}),
        ...(query.className ? { className: query.className } : {}),
        ...(query.after ? { studentNumber: { gt: query.after } } : {}),
        ...(query.q ? { AND: [matching(query.q)] } : {}),
      },
      orderBy: { studentNumber: "asc" },
      take: PAGE + 1,
      include: {
        guardians: { where: { endedAt: null }, select: { phoneSealed: true } },
        invitations: { where: livingInvitation(now), take: 1, select: { id: true } },
      },
    }),
    read.student.count({ where: scope }),
    rollParts(organizationId),
  ]);
  const programmeNames = new Map(parts.programmes.map((one) => [one.id, one.name]));
  return {
    total,
    ...parts,
    next: rows.length > PAGE ? rows[PAGE - 1]!.studentNumber : null,
    students: rows.slice(0, PAGE).map((row) => {
      const { birthDate } = openStudent({ ...row, idTailSealed: null, phoneSealed: null, emailSealed: null });
      const minor = birthDate !== null && isMinorOn(birthDate, on);
      return {
        id: row.id,
        studentNumber: row.studentNumber,
        name: row.name,
        programme: programmeNames.get(row.programmeId) ?? "",
        entryYear: row.entryYear,
        className: row.className,
        phone: row.phoneSealed ? maskPhone(openField("student.phone", row.phoneSealed)) : null,
        minor,
        needsGuardian: minor && !row.guardians.some((one) => one.phoneSealed !== null),
        account: row.personId
          ? ("joined" as const)
          : row.invitations.length > 0
            ? ("invited" as const)
            : ("none" as const),
      };
    }),
  };
};

export type StudentRow = Awaited<ReturnType<typeof studentList>>["students"][number];
