import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";

/** A question to an employer by the token of its link, while it may still be answered; null for an unknown or expired one. */
export const openEmployerRequest = async (token: string, now: Date) => {
  const request = await read.employerRequest.findUnique({ where: { tokenHash: hashToken(token) } });
  return request && request.expiresOn >= civilDate(now) ? request : null;
};

/** What the employer's one page shows: whom it is about, who asks, what was said before. Writes nothing; null for a dead link. */
export const employerPage = async (token: string, now: Date) => {
  const request = await openEmployerRequest(token, now);
  if (!request) return null;
  const [student, organizations, said] = await Promise.all([
    read.student.findUniqueOrThrow({ where: { id: request.studentId }, select: { name: true } }),
    read.organization.findMany({
      where: { id: { in: [request.schoolId, request.hostId] } },
      select: { id: true, name: true },
    }),
    read.graduateOutcome.findFirst({
      where: { studentId: request.studentId, month: request.month, source: "employer" },
      select: { sameUnit: true, employerSatisfaction: true },
    }),
  ]);
  const nameOf = (id: string) => organizations.find((one) => one.id === id)?.name ?? "";
  return {
    name: student.name,
    school: nameOf(request.schoolId),
    host: nameOf(request.hostId),
    month: request.month,
    answered: request.answeredAt !== null,
    stopped: request.stoppedAt !== null,
    expiresOn: request.expiresOn,
    said: said && {
      employed: said.sameUnit ? "yes" : "no",
      satisfaction: said.employerSatisfaction === null ? null : String(said.employerSatisfaction),
    },
  };
};

export type EmployerPage = NonNullable<Awaited<ReturnType<typeof employerPage>>>;
