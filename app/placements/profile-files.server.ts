import type { Person } from "~/identity/actor";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

/** Whose files are a student's own: certificates, works, what an application may carry. */
export const PROFILE_FILE = "student_profile";
export const MOST_PROFILE_FILES = 6;

/** The files of a student's profile, oldest first. */
export const profileFiles = (db: ReadClient | Tx, studentId: string) =>
  (db as ReadClient).storedFile.findMany({
    where: { subjectType: PROFILE_FILE, subjectId: studentId },
    orderBy: { createdAt: "asc" },
    take: MOST_PROFILE_FILES,
  });

/** Whether a stored file belongs to the profile of the student somebody is. */
export const isOwnFile = (
  file: { subjectType: string; subjectId: string },
  student: { id: string } | null,
  actor: Person,
): boolean =>
  actor.organization?.role === "student" &&
  file.subjectType === PROFILE_FILE &&
  file.subjectId === student?.id;
