import { decide } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";
import { writeWord } from "../consent-ledger.server";
import { voiceOf } from "../consent-voice.server";
import type { ConsentPurpose } from "../rules/consent-purposes";

/**
 * A student, or a guardian with an account, takes back what they consented to; as easy as giving it
 * (《个人信息保护法》 art. 15). Comes out: the ledger row's id. Refuses strangers (not found) and what was not given (conflict).
 */
export const withdrawConsent = (
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
      consentId: await writeWord(tx, ctx, { ...input, student, voice, act: "withdrawn", how: "account" }),
    };
  });
