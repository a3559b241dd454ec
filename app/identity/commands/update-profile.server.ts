import { decide, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import type { PersonCtx } from "../actor";

/**
 * Changes one's own name and the language of one's mails. Goes in: both, with the version the form showed. Refuses
 * (conflict) when the account was changed meanwhile.
 */
export const updateProfile = (
  ctx: PersonCtx,
  input: { name: string; language: Language; version: number },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const changed = await tx.person.updateMany({
      where: { id: ctx.actor.personId, version: input.version },
      data: { name: input.name, language: input.language, version: { increment: 1 } },
    });
    if (changed.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "person", id: ctx.actor.personId },
      name: "person.profile_changed",
      payload: { language: input.language },
      audience: [],
    });
    return null;
  });
