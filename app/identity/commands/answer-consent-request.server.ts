import type { Ctx } from "~/platform/command";
import { hashToken } from "~/platform/crypto/tokens.server";
import { decide, reject } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import { writeWord } from "../consent-ledger.server";
import type { ConsentPurpose } from "../rules/consent-purposes";
import type { ConsentAct } from "../rules/consent-standing";
import { studentFacts } from "../student-facts.server";

/**
 * A guardian answers by link, after showing the phone's last digits (the caller has checked that). Goes in: the token,
 * what they say, a reason if any, and the language they read. Comes out: the ledger row's id. The same link withdraws what
 * it gave and gives what it refused, at any time. Refuses a link that ran out unanswered, was replaced, or whose guardian
 * is no longer one.
 */
export const answerConsentRequest = (
  ctx: Ctx,
  input: { token: string; act: ConsentAct; language: Language; reason?: string | undefined },
): Promise<Result<{ consentId: string }>> =>
  decide(async (tx) => {
    const now = ctx.clock.now();
    const request = await tx.consentRequest.findUnique({ where: { tokenHash: hashToken(input.token) } });
    const ended = !request || request.withdrawnAt || (!request.answeredAt && request.expiresAt <= now);
    if (ended) return reject({ code: "not_found", key: "consents.errors.linkDead" });
    const guardian = await tx.guardian.findFirst({ where: { id: request.guardianId, endedAt: null } });
    const student = await studentFacts(tx, request.studentId);
    if (!guardian || !student) return reject({ code: "not_found", key: "consents.errors.linkDead" });
    const by: Ctx = {
      ...ctx,
      actor: { kind: "link", personId: guardian.personId, organizationId: null, name: guardian.name },
    };
    const consentId = await writeWord(tx, by, {
      student,
      voice: { party: "guardian", guardianId: guardian.id, personId: guardian.personId },
      act: input.act,
      purpose: request.purpose as ConsentPurpose,
      recipientId: request.recipientId,
      language: input.language,
      how: "link",
      reason: input.reason,
      requestId: request.id,
    });
    return { consentId };
  });
