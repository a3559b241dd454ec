import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { moveAlert, ownAlert } from "../alert-move.server";
import { mailAlert, recordAlert } from "../alert-record.server";
import type { AnswerInput } from "../schema";

/**
 * Answers an order: what was done, with a file that shows it where there is one. Goes in: the alert, the words, the file,
 * by an owner or coordinator of the organization it concerns. Comes out: the answer's id; the authority is told. Refuses
 * an alert that waits for no answer and another organization's (not found).
 */
export const answerAlert = async (
  ctx: MemberCtx,
  alertId: string,
  input: AnswerInput,
  file: ReceivedFile | null,
): Promise<Result<{ id: string }>> => {
  const stored = file ? await putFile(file.bytes) : null;
  return decide((tx) => {
    const asked = { alertId, text: input.text, file: stored?.sha256 ?? null };
    return once(tx, ctx, input.submissionKey, asked, async () => {
      const alert = await ownAlert(tx, ctx, alertId);
      if (!mayWrite(ctx.actor)) return reject({ code: "forbidden", key: "alerts.errors.roleOnly" });
      await moveAlert(tx, ctx, alert, input.version, "answer", "owner", input.text, {});
      const at = ctx.clock.now();
      const id = newId(at.getTime());
      const fileId =
        file && stored
          ? await attachFile(tx, {
              stored,
              name: file.name,
              mediaType: file.mediaType,
              subject: { type: "alert", id: alertId },
              organizationId: ctx.actor.organizationId,
              uploadedBy: ctx.actor.personId,
              at,
            })
          : null;
      await tx.alertReply.create({
        data: { id, alertId, text: input.text, fileId, authorName: ctx.actor.name, createdAt: at },
      });
      const eventId = await recordAlert(tx, ctx, alert, "alert.answered", { withFile: fileId !== null });
      await mailAlert(tx, ctx, alert, {
        kind: "answered",
        key: eventId,
        to: alert.authorityId ? [alert.authorityId] : [],
        values: { by: ctx.actor.organization.name },
        link: `/oversight/alerts/${alertId}`,
      });
      return { id };
    });
  });
};
