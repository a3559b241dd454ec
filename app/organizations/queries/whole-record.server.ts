import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { ageOn } from "~/platform/time/clock";
import { studentHistory } from "../student-events";
import { openStudent } from "../student-record.server";
import { studentConsents } from "./student-consents.server";

type Stored = Awaited<ReturnType<typeof read.student.findMany<{ include: typeof WITH_GUARDIANS }>>>[number];

/** A record of the roll is read with the guardians it has now. */
export const WITH_GUARDIANS = {
  guardians: { where: { endedAt: null }, orderBy: { createdAt: "asc" as const } },
};

/**
 * One record of a roll in the clear with consents and history, for those whose data it is. Goes in: the stored record with
 * its guardians, and the civil date of today.
 */
export const wholeRecord = async (student: Stored, on: string) => {
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
