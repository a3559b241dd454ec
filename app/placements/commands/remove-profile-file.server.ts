import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { dropFile } from "~/platform/files/store.server";
import type { Result } from "~/platform/result";
import { ownStudent } from "../application-record.server";
import { isOwnFile } from "../profile-files.server";

/**
 * A student removes a file from their profile; from then on no host can open it. Goes in: the file's id. Comes out: the id.
 * Refuses another's file (not found). The bytes are deleted once the change is committed.
 */
export const removeProfileFile = async (ctx: PersonCtx, fileId: string): Promise<Result<{ id: string }>> => {
  const removed = await decide(async (tx) => {
    const student = await ownStudent(tx, ctx.actor);
    const file = await tx.storedFile.findUnique({ where: { id: fileId } });
    if (!file || !isOwnFile(file, student, ctx.actor)) {
      return reject({ code: "not_found", key: "errors.notFound" });
    }
    await tx.storedFile.delete({ where: { id: fileId } });
    return { id: file.id, storageKey: file.storageKey };
  });
  if (!removed.ok) return removed;
  await dropFile(removed.value.storageKey);
  return { ok: true, value: { id: removed.value.id } };
};
