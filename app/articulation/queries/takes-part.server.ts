import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { ownStudents } from "../pathway-access.server";

/**
 * Whether a student or a guardian's child is in a pathway, or an enterprise was asked to take part in one: only then the place
 * is of use to them.
 */
export const takesPart = async (person: Person): Promise<boolean> => {
  const { organization } = person;
  if (!organization || organization.role === "student") {
    const students = await ownStudents(read, person);
    const member = await read.articulationMember.findFirst({
      where: { studentId: { in: students.map((one) => one.id) } },
      select: { id: true },
    });
    return member !== null;
  }
  if (organization.kind !== "enterprise") return false;
  const partner = await read.articulationPartner.findFirst({
    where: { organizationId: organization.id },
    select: { pathwayId: true },
  });
  return partner !== null;
};
