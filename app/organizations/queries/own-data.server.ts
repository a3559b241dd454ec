import type { PersonCtx } from "~/identity/actor";
import { emailOf } from "~/identity/mails.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { WITH_GUARDIANS, wholeRecord } from "./whole-record.server";

const MOST_RECORDS = 10;

const studentsOf = (personId: string) =>
  read.student.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    take: MOST_RECORDS,
    include: WITH_GUARDIANS,
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
    records: await Promise.all(students.map((student) => wholeRecord(student, civilDate(now)))),
  };
};

export type OwnData = Awaited<ReturnType<typeof ownData>>;
export type OwnRecord = OwnData["records"][number];
