import { type MemberCtx, mayWrite } from "~/identity/actor";
import { tokenOf } from "~/identity/consent-requests.server";
import type { ConsentPurpose } from "~/identity/rules/consent-purposes";
import { maskEmail } from "~/identity/rules/mask-email";
import { config } from "~/platform/config/config.server";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { ageOn, civilDate } from "~/platform/time/clock";
import { maskPhone } from "../rules/mask-phone";
import { maskBirthDate } from "../rules/mask-student";
import type { StudentState } from "../rules/student-lifecycle";
import { studentHistory } from "../student-events";
import { openStudent } from "../student-record.server";
import { studentConsents } from "./student-consents.server";
import { rollParts } from "./student-list.server";

const masked = (sealed: string | null, place: string, mask: (text: string) => string): string | null =>
  sealed ? mask(openField(place, sealed)) : null;

/**
 * One student of the own school: the record with sealed fields masked, guardians, consents with their wordings, open
 * requests with the link to pass on (for those who keep the roll), and the history, in which every look at sealed fields
 * stands with its reason. Null for another school's student and an erased one.
 */
export const studentPage = async (ctx: MemberCtx, studentId: string) => {
  const { organizationId } = ctx.actor;
  const now = ctx.clock.now();
  const on = civilDate(now);
  const student = await read.student.findFirst({
    where: { id: studentId, organizationId, state: { not: "erased" } },
    include: { guardians: { where: { endedAt: null }, orderBy: { createdAt: "asc" }, take: 6 } },
  });
  if (!student) return null;
  const keeps = mayWrite(ctx.actor);
  const [parts, consents, requests, history, imported] = await Promise.all([
    rollParts(organizationId),
    studentConsents(student.id, on),
    keeps
      ? read.consentRequest.findMany({
          where: { studentId: student.id, answeredAt: null, withdrawnAt: null, expiresAt: { gt: now } },
          orderBy: { createdAt: "desc" },
          take: 20,
        })
      : [],
    historyOf("student", student.id, 100),
    student.importId ? read.rosterImport.findUnique({ where: { id: student.importId } }) : null,
  ]);
  const { birthDate, phone, email } = openStudent(student);
  const guardianNames = new Map(student.guardians.map((one) => [one.id, one.name]));
  return {
    now: now.toISOString(),
    id: student.id,
    version: student.version,
    state: student.state as StudentState,
    name: student.name,
    studentNumber: student.studentNumber,
    sex: student.sex as "male" | "female",
    programmeId: student.programmeId,
    programme: parts.programmes.find((one) => one.id === student.programmeId)?.name ?? "",
    programmes: parts.programmes,
    entryYear: student.entryYear,
    className: student.className,
    age: birthDate ? ageOn(birthDate, on) : null,
    birthDate: birthDate && maskBirthDate(birthDate),
    hasIdTail: student.idTailSealed !== null,
    phone: phone && maskPhone(phone),
    email: email && maskEmail(email),
    claimedAt: student.claimedAt?.toISOString() ?? null,
    guardians: student.guardians.map((one) => ({
      id: one.id,
      version: one.version,
      name: one.name,
      relation: one.relation as "father" | "mother" | "grandparent" | "other",
      phone: masked(one.phoneSealed, "guardian.phone", maskPhone),
      email: masked(one.emailSealed, "guardian.email", maskEmail),
      linked: one.personId !== null,
    })),
    consents,
    requests: requests.map((one) => ({
      id: one.id,
      purpose: one.purpose as ConsentPurpose,
      guardian: guardianNames.get(one.guardianId) ?? "",
      mailed: one.mailedAt !== null,
      link: `${config().baseUrl}/consents/${tokenOf(one)}`,
      expiresAt: one.expiresAt.toISOString(),
    })),
    history: studentHistory(history),
    imported: imported?.appliedAt ? { file: imported.fileName, at: imported.appliedAt.toISOString() } : null,
  };
};

export type StudentPage = NonNullable<Awaited<ReturnType<typeof studentPage>>>;
