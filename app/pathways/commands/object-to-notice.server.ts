import type { z } from "zod";
import type { Ctx } from "~/platform/command";
import { sealField } from "~/platform/crypto/fields.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { objectionMails } from "../objection-mails.server";
import { frozenRules } from "../rule-set.server";
import { answerBy, mayObject } from "../rules/notice";
import type { objectionForm } from "../schema";

/**
 * Anybody objects to a public list, with a name and a way to be answered. Goes in: the notice and the objection. Comes out: its
 * id and the day by which it is answered, in working days. Refuses a notice that does not exist (not found), and an instant
 * after the end of its last day in Shanghai (conflict, naming the day).
 */
export const objectToNotice = (
  ctx: Ctx,
  noticeId: string,
  input: z.output<typeof objectionForm>,
): Promise<Result<{ id: string; answerBy: string }>> =>
  decide(async (tx) => {
    const now = ctx.clock.now();
    const notice = await tx.transferNotice.findUnique({ where: { id: noticeId } });
    if (!notice) return reject({ code: "not_found", key: "errors.notFound" });
    if (!mayObject(notice, now)) {
      return reject({
        code: "conflict",
        key: "transfers.errors.objectionsOver",
        values: { until: notice.untilOn },
      });
    }
    const window = await tx.transferWindow.findUniqueOrThrow({ where: { id: notice.windowId } });
    const due = answerBy(civilDate(now), frozenRules(window).facts.answerDays.value).date;
    const id = newId(now.getTime());
    await tx.transferObjection.create({
      data: {
        id,
        noticeId,
        reference: input.reference ?? null,
        ground: input.ground,
        text: input.text,
        nameSealed: sealField("transferObjection.name", input.name),
        contactSealed: sealField("transferObjection.contact", input.contact),
        submittedAt: now,
        answerBy: due,
        version: 1,
      },
    });
    await record(tx, ctx, {
      subject: { type: "transferNotice", id: noticeId },
      name: "transfer_notice.objected",
      payload: { objectionId: id, ground: input.ground, answerBy: due },
      audience: [notice.schoolId, window.authorityId],
    });
    await enqueue(tx, ctx, await objectionMails(tx, notice, id, due));
    return { id, answerBy: due };
  });
