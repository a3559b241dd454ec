import { openField } from "~/platform/crypto/fields.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

type Reader = Pick<ReadClient, "student" | "organization" | "guardian"> | Tx;

/** What consent needs to know of a student; the record itself is kept by the school (see `organizations/`). */
export type StudentFacts = {
  id: string;
  name: string;
  personId: string | null;
  organizationId: string;
  school: string;
  /** Null once the record was erased: nobody can consent for it any more. */
  birthDate: string | null;
};

/** The facts of a student for consent, or null when there is no such record. */
export const studentFacts = async (reader: Reader, studentId: string): Promise<StudentFacts | null> => {
  const client = reader as ReadClient;
  const student = await client.student.findUnique({
    where: { id: studentId },
    select: { id: true, name: true, personId: true, organizationId: true, birthDateSealed: true },
  });
  if (!student) return null;
  const school = await client.organization.findUnique({
    where: { id: student.organizationId },
    select: { name: true },
  });
  const { birthDateSealed, ...rest } = student;
  return {
    ...rest,
    school: school?.name ?? "",
    birthDate: birthDateSealed ? openField("student.birthDate", birthDateSealed) : null,
  };
};

/** The guardians now linked to a student, oldest first, at most six. */
export const guardiansOf = (reader: Reader, studentId: string) =>
  (reader as ReadClient).guardian.findMany({
    where: { studentId, endedAt: null },
    orderBy: { createdAt: "asc" },
    take: 6,
  });

/** The name of the organization a consent is about; null for none, and for an unknown one. */
export const recipientName = async (reader: Reader, recipientId: string | null): Promise<string | null> => {
  if (!recipientId) return null;
  const found = await (reader as ReadClient).organization.findUnique({
    where: { id: recipientId },
    select: { name: true },
  });
  return found?.name ?? null;
};
