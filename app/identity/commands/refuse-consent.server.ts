import { decide } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { writeWord } from "../consent-ledger.server";
import { voiceOf } from "../consent-voice.server";
import type { ConsentPurpose } from "../rules/consent-purposes";

/**
 * A student, or a guardian with an account, says no, with a reason if they like. Comes out: the ledger row's id. A request
 * by link about the same is thereby answered. Refuses strangers (not found).
 */
export const refuseConsent = (
  ctx: PersonCtx,
  input: {
    studentId: string;
    purpose: ConsentPurpose;
    recipientId: string | null;
    language: Language;
    reason?: string | undefined;
  },
): Promise<Result<{ consentId: string }>> =>
  decide(async (tx) => {
    const { student, voice } = await voiceOf(tx, ctx, input.studentId);
    return {
      consentId: await writeWord(tx, ctx, { ...input, student, voice, act: "refused", how: "account" }),
    };
  });
