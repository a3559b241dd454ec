import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { ownPlacement } from "../placement-scope.server";
import { archiveSubject } from "../queries/archive.server";
import { HANDED_IN } from "../rules/archive";

/**
 * Hands in a paper for the archive of a placement: report, summary or other material. Goes in: the placement, which part,
 * the file. Comes out: the file's id. Refuses a foreign placement (not found), who is not the student or of the school
 * (forbidden), no part or no file (invalid).
 */
export const handInPaper = async (
  ctx: PersonCtx,
  placementId: string,
  input: { part: string; file: ReceivedFile | null },
): Promise<Result<{ fileId: string }>> => {
  const part = HANDED_IN.find((one) => one === input.part);
  if (!part) return invalidField("part", "errors.required");
  const { file } = input;
  if (!file) return invalidField("file", "errors.required");
  const stored = await putFile(file.bytes);
  return decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    if (own.as !== "student" && own.as !== "school" && own.as !== "teacher")
      return reject({ code: "forbidden", key: "errors.forbidden" });
    const fileId = await attachFile(tx, {
      stored,
      name: file.name,
      mediaType: file.mediaType,
      subject: { type: archiveSubject(part), id: placementId },
      organizationId: own.placement.schoolId,
      uploadedBy: ctx.actor.personId,
      at: ctx.clock.now(),
    });
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: `outcomes.handed_in_${part}`,
      payload: { file: file.name },
      audience: [own.placement.schoolId],
    });
    return { fileId };
  });
};
