import type { Person } from "~/identity/actor";
import { codeFieldText } from "~/organizations/queries/resolve-code.server";
import { read } from "~/platform/db/client.server";
import { ownStudent } from "../application-record.server";
import { profileFiles } from "../profile-files.server";

/** What a student says of themselves, as a page shows it; null while nothing was written. */
export const profileOf = async (studentId: string) => {
  const [row, files] = await Promise.all([
    read.studentProfile.findUnique({ where: { studentId } }),
    profileFiles(read, studentId),
  ]);
  const regions = await Promise.all(
    (row?.wishRegions ?? "")
      .split(",")
      .filter((code) => code !== "")
      .map((code) => codeFieldText("regions", code)),
  );
  if (!row && files.length === 0) return null;
  return {
    version: row?.version ?? 0,
    strengths: row?.strengths ?? "",
    skills: row?.skills ?? "",
    languages: row?.languages ?? "",
    wishRegions: regions,
    wishLodging: (row?.wishLodging ?? null) as "unified" | "home" | "outside" | "any" | null,
    commuteMinutes: row?.commuteMinutes ?? null,
    availableFrom: row?.availableFrom ?? null,
    availableTo: row?.availableTo ?? null,
    wishes: row?.wishes ?? "",
    files: files.map(({ id, name, bytes }) => ({ id, name, bytes })),
  };
};

export type ProfileView = NonNullable<Awaited<ReturnType<typeof profileOf>>>;

/** The profile page of the signed-in student; null for an account without a record. */
export const profilePage = async (actor: Person) => {
  const student = await ownStudent(read, actor);
  return student && { student: { id: student.id, name: student.name }, profile: await profileOf(student.id) };
};
