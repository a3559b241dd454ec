import type { PersonCtx } from "~/identity/actor";
import { emailOf } from "~/identity/mails.server";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { ageOn, civilDate } from "~/platform/time/clock";
import { studentHistory } from "../student-events";
import { openStudent } from "../student-record.server";
import { studentConsents } from "./student-consents.server";

const MOST_RECORDS = 10;

const recordOf = async (student: Awaited<ReturnType<typeof studentsOf>>[number], on: string) => {
  const [school, programme, consents, history] = await Promise.all([
    read.organization.findUnique({ where: { id: student.organizationId }, select: { name: true } }),
    read.programme.findUnique({ where: { id: student.programmeId }, select: { name: true } }),
    studentConsents(student.id, on),
    historyOf("student", student.id, 200),
  ]);
  const fields = openStudent(student);
  return {
    studentId: student.id,
    school: school?.name ?? "",
    studentNumber: student.studentNumber,
    name: student.name,
    sex: student.sex as "male" | "female",
    ...fields,
    age: fields.birthDate ? ageOn(fields.birthDate, on) : null,
    programme: programme?.name ?? "",
    entryYear: student.entryYear,
    className: student.className,
    state: student.state,
    guardians: student.guardians.map((one) => ({
      name: one.name,
      relation: one.relation as "father" | "mother" | "grandparent" | "other",
      phone: one.phoneSealed ? openField("guardian.phone", one.phoneSealed) : null,
      email: one.emailSealed ? openField("guardian.email", one.emailSealed) : null,
    })),
    consents,
    history: studentHistory(history),
  };
};

const studentsOf = (personId: string) =>
  read.student.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    take: MOST_RECORDS,
    include: { guardians: { where: { endedAt: null }, orderBy: { createdAt: "asc" } } },
  });

/**
 * Everything the platform holds of the signed-in person, in the clear, because it is theirs: account, memberships, student
 * records with guardians, consents and history, who looked at sealed fields and why included, and signed-in devices.
 * Source: 《个人信息保护法》 art. 44–45 and 《未成年人网络保护条例》 art. 34 (read).
 */
export const ownData = async (ctx: PersonCtx) => {
  const { personId } = ctx.actor;
  const now = ctx.clock.now();
  const [person, memberships, sessions, students, children] = await Promise.all([
    read.person.findUniqueOrThrow({ where: { id: personId } }),
    read.membership.findMany({
      where: { personId },
      orderBy: { createdAt: "asc" },
      take: 50,
      include: { organization: { select: { name: true } } },
    }),
    read.session.findMany({ where: { personId }, orderBy: { createdAt: "desc" }, take: 50 }),
    studentsOf(personId),
    read.guardian.findMany({
      where: { personId, endedAt: null },
      orderBy: { createdAt: "asc" },
      take: MOST_RECORDS,
      include: { student: { select: { name: true } } },
    }),
  ]);
  return {
    now: now.toISOString(),
    account: {
      name: person.name,
      email: emailOf(person),
      language: person.language,
      createdAt: person.createdAt.toISOString(),
    },
    memberships: memberships.map((one) => ({
      organization: one.organization.name,
      role: one.role,
      since: one.createdAt.toISOString(),
      endedAt: one.endedAt?.toISOString() ?? null,
    })),
    sessions: sessions.map((one) => ({
      userAgent: one.userAgent,
      ip: one.ip,
      createdAt: one.createdAt.toISOString(),
      lastSeenAt: one.lastSeenAt.toISOString(),
    })),
    children: children.map((one) => ({ name: one.student.name, relation: one.relation })),
    records: await Promise.all(students.map((student) => recordOf(student, civilDate(now)))),
  };
};

export type OwnData = Awaited<ReturnType<typeof ownData>>;
export type OwnRecord = OwnData["records"][number];
