import type { PersonCtx } from "~/identity/actor";
import { emailOf } from "~/identity/mails.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { addDays, endOfCivilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { ownPlacement } from "../placement-scope.server";

/** How long after the last day a personal link still opens. House rule. */
const AFTER_DAYS = 30;

/**
 * Gives a student or guardian a personal link by which they can raise a concern without signing in. Goes in: the placement.
 * Comes out: the path, to be shown once for printing; the same goes to their own mailbox, under a subject that gives nothing
 * away. An earlier link of theirs stops working. Refuses everybody else and foreign placements (not found).
 */
export const sendConcernLink = (ctx: PersonCtx, placementId: string): Promise<Result<{ path: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own || (own.as !== "student" && own.as !== "guardian")) return reject(notFound().refusal);
    const now = ctx.clock.now();
    const { personId } = ctx.actor;
    const token = newToken();
    const fresh = {
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: endOfCivilDate(addDays(own.placement.endsOn, AFTER_DAYS)),
    };
    const { studentId } = own.placement;
    await tx.concernLink.upsert({
      where: { placementId_personId: { placementId, personId } },
      create: { id: newId(now.getTime()), placementId, studentId, party: own.as, personId, ...fresh },
      update: fresh,
    });
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { emailSealed: true, language: true },
    });
    const path = `/speak/${token}`;
    const t = translatorFor(person.language === "en" ? "en" : "zh-CN").room("concerns");
    await enqueue(tx, ctx, [
      mailDelivery({
        key: `concern-link:${fresh.tokenHash.slice(0, 24)}`,
        to: emailOf(person),
        language: person.language,
        subject: t("mail.link.subject"),
        lines: [t("mail.link.text")],
        link: path,
      }),
    ]);
    return { path };
  });
