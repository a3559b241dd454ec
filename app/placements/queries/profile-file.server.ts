import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { ownStudent, sideIn } from "../application-record.server";
import { PROFILE_FILE } from "../profile-files.server";

/**
 * A file of a student's profile, for the student, or for whoever may see an application of theirs. Goes in: the reader, the
 * file, and the application it is opened from (null from the profile). Comes out: the file, or null for everybody else.
 */
export const profileFile = async (actor: Person, fileId: string, applicationId: string | null, now: Date) => {
  const file = await read.storedFile.findUnique({ where: { id: fileId } });
  if (file?.subjectType !== PROFILE_FILE) return null;
  if (applicationId === null) {
    return (await ownStudent(read, actor))?.id === file.subjectId ? file : null;
  }
  const row = await read.application.findUnique({ where: { id: applicationId } });
  if (!row || row.studentId !== file.subjectId) return null;
  return (await sideIn(read, row, actor, civilDate(now))) ? file : null;
};
