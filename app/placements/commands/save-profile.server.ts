import type { PersonCtx } from "~/identity/actor";
import { codeFinder } from "~/organizations/code-finder.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import type { FieldError, Result } from "~/platform/result";
import { ownStudent } from "../application-record.server";
import type { ProfileInput } from "../application-schema";
import { MOST_PROFILE_FILES, PROFILE_FILE } from "../profile-files.server";

const regionsOf = async (typed: readonly (string | undefined)[]) => {
  const find = codeFinder();
  const codes: string[] = [];
  const errors: FieldError[] = [];
  for (const [index, text] of typed.entries()) {
    if (!text) continue;
    const found = await find("region", text);
    if (found.ok) codes.push(found.code);
    else errors.push({ ...found.error, field: `wishRegions[${index}]` });
  }
  return { codes: [...new Set(codes)], errors };
};

/**
 * A student saves what they say of themselves, once for every application. Goes in: the fields (an empty one is emptied),
 * the version seen (0 for the first time), and files to add, at most six in all. Comes out: the new version. Refuses a
 * person without a record (forbidden), an unknown place (its field), too many files, and a stale version (conflict).
 */
export const saveProfile = async (
  ctx: PersonCtx,
  input: ProfileInput,
  files: readonly ReceivedFile[] = [],
): Promise<Result<{ version: number }>> => {
  const regions = await regionsOf(input.wishRegions ?? []);
  if (regions.errors.length > 0) {
    return { ok: false, refusal: { code: "invalid", key: "errors.checkFields", fields: regions.errors } };
  }
  const stored = await Promise.all(
    files.map(async ({ bytes, name, mediaType }) => ({ stored: await putFile(bytes), name, mediaType })),
  );
  return decide(async (tx) => {
    const at = ctx.clock.now();
    const student = await ownStudent(tx, ctx.actor);
    if (!student) return reject({ code: "forbidden", key: "applications.errors.noRecord" });
    const data = {
      strengths: input.strengths ?? "",
      skills: input.skills ?? "",
      languages: input.languages ?? "",
      wishRegions: regions.codes.join(","),
      wishLodging: input.wishLodging ?? null,
      commuteMinutes: input.commuteMinutes ?? null,
      availableFrom: input.availableFrom ?? null,
      availableTo: input.availableTo ?? null,
      wishes: input.wishes ?? "",
      updatedAt: at,
    };
    const studentId = student.id;
    const held = await tx.studentProfile.findUnique({ where: { studentId }, select: { version: true } });
    if ((held?.version ?? 0) !== input.version) return stale();
    if (held)
      await tx.studentProfile.update({ where: { studentId }, data: { ...data, version: { increment: 1 } } });
    else await tx.studentProfile.create({ data: { studentId, ...data, version: 1 } });
    const subject = { type: PROFILE_FILE, id: studentId };
    const kept = await tx.storedFile.count({ where: { subjectType: subject.type, subjectId: subject.id } });
    if (kept + stored.length > MOST_PROFILE_FILES) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [
          { field: "files", key: "applications.errors.tooManyFiles", values: { most: MOST_PROFILE_FILES } },
        ],
      });
    }
    for (const file of stored) {
      await attachFile(tx, { ...file, subject, organizationId: null, uploadedBy: ctx.actor.personId, at });
    }
    return { version: (held?.version ?? 0) + 1 };
  });
};
