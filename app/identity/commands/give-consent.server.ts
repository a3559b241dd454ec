import { decide } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import type { PersonCtx } from "../actor";
import { writeWord } from "../consent-ledger.server";
import { askGuardians } from "../consent-requests.server";
import { voiceOf } from "../consent-voice.server";
import type { ConsentPurpose } from "../rules/consent-purposes";
import { isMinorOn } from "../rules/minority";

/**
 * A student, or a guardian with an account, consents. Goes in: the student, the purpose, the one organization it is for
 * (null where the purpose has none) and the language the words were read in. Comes out: the ledger row's id, and whether a
 * guardian was asked besides: a student under 18 on that day needs their consent too, so they are asked at once. Refuses
 * strangers (not found) and a purpose whose recipient is missing or superfluous.
 */
export const giveConsent = (
  ctx: PersonCtx,
  input: {
    studentId: string;
    purpose: ConsentPurpose;
    recipientId: string | null;
    language: Language;
    submissionKey?: string | undefined;
  },
): Promise<Result<{ consentId: string; guardiansAsked: number }>> => {
  const { submissionKey, ...asked } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, asked, async () => {
      const { student, voice } = await voiceOf(tx, ctx, input.studentId);
      const consentId = await writeWord(tx, ctx, { ...asked, student, voice, act: "given", how: "account" });
      const on = civilDate(ctx.clock.now());
      const asks =
        voice.party === "student" && student.birthDate !== null && isMinorOn(student.birthDate, on);
      if (!asks) return { consentId, guardiansAsked: 0 };
      const open = await askGuardians(tx, ctx, student, input.purpose, input.recipientId);
      return { consentId, guardiansAsked: open.length };
    }),
  );
};
