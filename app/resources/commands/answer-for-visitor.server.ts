import type { Ctx } from "~/platform/command";
import { sealField } from "~/platform/crypto/fields.server";
import { hashToken } from "~/platform/crypto/tokens.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { guardianWording } from "../guardian-wording.server";
import type { Relation } from "../rules/kinds";

type Answer = {
  token: string;
  language: Language;
  answer: "given" | "refused";
  guardian: string;
  relation: Relation;
};

/**
 * A guardian says yes or no to a child under 14 taking part, through the link of the class list. Goes in: the link's token, the
 * answer, the guardian's name and relation, the language it was read in. Comes out: the answer, kept with the SHA-256 of the
 * words shown; it can be changed until the session's day. Refuses a dead link (not found) and answers from that day on or to
 * a cancelled booking (conflict). Source: 个人信息保护法 art. 31.
 */
export const answerForVisitor = (ctx: Ctx, input: Answer): Promise<Result<{ answer: string }>> =>
  decide(async (tx) => {
    const visitor = await tx.resourceVisitor.findUnique({ where: { tokenHash: hashToken(input.token) } });
    if (!visitor) return reject({ code: "not_found", key: "errors.notFound" });
    const booking = await tx.resourceBooking.findUniqueOrThrow({ where: { id: visitor.bookingId } });
    const slot = await tx.resourceSlot.findUniqueOrThrow({ where: { id: booking.slotId } });
    const now = ctx.clock.now();
    if (booking.state !== "booked" || slot.day <= civilDate(now))
      return reject({ code: "conflict", key: "resources.errors.answerOver" });
    const wording = await guardianWording(tx, visitor, input.language);
    await tx.resourceVisitor.update({
      where: { id: visitor.id },
      data: {
        answer: input.answer,
        guardianSealed: sealField("resourceVisitor.guardian", input.guardian),
        relation: input.relation,
        how: "link",
        wordingHash: wording.hash,
        language: input.language,
        answeredAt: now,
      },
    });
    await record(tx, ctx, {
      subject: { type: "resourceBooking", id: booking.id },
      name: "resource_booking.guardian_answered",
      payload: { visitorId: visitor.id, answer: input.answer, wordingHash: wording.hash },
      audience: [booking.bookerId],
    });
    return { answer: input.answer };
  });
