import type { ActingCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Json } from "~/platform/events/canonical";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { askedOf } from "../entry-asked.server";
import { openCodeBook } from "../entry-codes.server";
import type { ChangeInput } from "../entry-schema";
import { weighEntries } from "../weigh-entries.server";
import { writeEntries } from "../write-entries.server";

/**
 * Changes one listing of the own organization as another system states it. Goes in: its id, the fields to change (null
 * empties one, left out stays), whether to publish, the version it was read at if that matters, and the key of the call.
 * Comes out: its new version and state. A published one goes through the check again and stays published only if it
 * passes; otherwise nothing changes and the findings are the answer. Refuses another's listing (not found), a role that
 * may not keep listings (forbidden), wrong fields (invalid), a stale version (conflict). House rule.
 */
export const changeListing = async (
  ctx: ActingCtx,
  id: string,
  input: ChangeInput,
  key?: string,
): Promise<Result<{ id: string; version: number; state: string }>> => {
  const book = await openCodeBook();
  const { version: seen, ...said } = input;
  return decide((tx) =>
    once(tx, ctx, key, { id, ...input } as Json, async () => {
      const asked = askedOf({ by: "id", id, ...(seen === undefined ? {} : { version: seen }) }, said);
      const weighed = await weighEntries(tx, ctx.actor, book, ctx.clock.now(), [asked]);
      const [written] = await writeEntries(tx, ctx, book, weighed);
      if (!written || written.outcome === "refused")
        return reject(written?.refusal ?? { code: "invalid", key: "errors.checkFields" });
      const { version, state } = written;
      return { id, version, state };
    }),
  );
};
