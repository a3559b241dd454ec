import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import type { EvidenceInput } from "../recognition-schema";

const MOST = 200;

/**
 * Keeps what an enterprise shows for a condition beside the platform's records. Goes in: the condition, how many (yuan for
 * CJ-5, kept in fen), the day, a note, a file. Comes out: its id. Refuses a day to come, a two-hundred-and-first entry, and
 * whoever may not write for the enterprise.
 */
export const addRecognitionEvidence = async (
  ctx: MemberCtx,
  input: EvidenceInput,
  file: ReceivedFile | null,
): Promise<Result<{ id: string }>> => {
  const stored = file ? await putFile(file.bytes) : null;
  return decide((tx) => {
    const { submissionKey, ...asked } = input;
    return once(tx, ctx, submissionKey, { ...asked, file: stored?.sha256 ?? null }, async () => {
      const { organizationId } = ctx.actor;
      if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "alerts.errors.roleOnly" });
      const at = ctx.clock.now();
      if (input.happenedOn > civilDate(at)) {
        return reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "happenedOn", key: "recognition.errors.future" }],
        });
      }
      if ((await tx.recognitionEvidence.count({ where: { organizationId, withdrawnAt: null } })) >= MOST) {
        return reject({ code: "limited", key: "recognition.errors.tooMany" });
      }
      const id = newId(at.getTime());
      const quantity =
        input.criterionId === "CJ-5" ? Math.round(input.amount * 100) : Math.floor(input.amount);
      const fileId =
        file && stored
          ? await attachFile(tx, {
              stored,
              name: file.name,
              mediaType: file.mediaType,
              subject: { type: "recognition", id: organizationId },
              organizationId,
              uploadedBy: ctx.actor.personId,
              at,
            })
          : null;
      await tx.recognitionEvidence.create({
        data: {
          id,
          organizationId,
          criterionId: input.criterionId,
          quantity,
          happenedOn: input.happenedOn,
          note: input.note,
          fileId,
          authorName: ctx.actor.name,
          createdAt: at,
        },
      });
      await record(tx, ctx, {
        subject: { type: "recognition", id: organizationId },
        name: "recognition.evidence_added",
        payload: { criterionId: input.criterionId, quantity, happenedOn: input.happenedOn },
        audience: [organizationId],
      });
      return { id };
    });
  });
};
