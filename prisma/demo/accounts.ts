import { addMember } from "~/identity/commands/add-member.server";
import { createPerson } from "~/identity/commands/create-person.server";
import { DEMO_PASSWORD } from "~/identity/demo-personas";
import { hashPassword } from "~/identity/password.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { type CastMember, ctxAt } from "./time";

/** The address under which a student of the city signs in. */
export const addressOf = (studentNumber: string): string => `trainee-${studentNumber}@city.example`;

/** Gives every student of a school who has no account yet one of their own, as if they had taken up their invitation. */
export const openAccounts = async (school: CastMember, at: Date): Promise<number> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ctx = ctxAt(school, at);
  const students = await read.student.findMany({
    where: { organizationId: school.organization.id, state: "active", personId: null },
    orderBy: { studentNumber: "asc" },
    take: 500,
    select: { id: true, name: true, studentNumber: true },
  });
  await inTransaction(async (tx) => {
    for (const { id, name, studentNumber } of students) {
      const email = addressOf(studentNumber);
      const personId = await createPerson(tx, ctx, { email, name, passwordHash, language: "zh-CN" });
      const membership = { personId, organizationId: school.organization.id, role: "student" } as const;
      await addMember(tx, ctx, membership);
      await tx.student.update({ where: { id }, data: { personId, claimedAt: at } });
    }
  });
  return students.length;
};
