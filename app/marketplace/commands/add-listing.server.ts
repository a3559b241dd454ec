import type { ActingCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Json } from "~/platform/events/canonical";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { askedOf } from "../entry-asked.server";
import { openCodeBook } from "../entry-codes.server";
import { roomForListings } from "../entry-limit.server";
import type { EntryInput } from "../entry-schema";
import { weighEntries } from "../weigh-entries.server";
import { writeEntries } from "../write-entries.server";

/**
 * Adds one listing as another system states it, and publishes it when asked to. Goes in: the record (fen, codes) and
 * the key of the call. Comes out: its id, version and state; sent twice, the same. Refuses a role that may not keep
 * listings and a kind the organization may not list (forbidden), wrong fields and a reference already in use (invalid,
 * beside the field), a listing the rules stop (blocked, with findings). A refused one leaves nothing behind. House rule.
 */
export const addListing = async (
  ctx: ActingCtx,
  input: EntryInput,
  key?: string,
): Promise<Result<{ id: string; version: number; state: string }>> => {
  const book = await openCodeBook();
  const { organizationId } = ctx.actor;
  return decide((tx) =>
    once(tx, ctx, key, input as Json, async () => {
      const { reference } = input;
      const held = reference
        ? await tx.listingReference.findUnique({
            where: { organizationId_reference: { organizationId, reference } },
          })
        : null;
      if (held) {
        const taken = {
          field: "reference",
          key: "machines.errors.referenceTaken",
          values: { id: held.listingId },
        };
        reject({ code: "invalid", key: "errors.checkFields", fields: [taken] });
      }
      await roomForListings(tx, organizationId, 1);
      const asked = askedOf(reference ? { by: "reference", reference } : { by: "new" }, input);
      const weighed = await weighEntries(tx, ctx.actor, book, ctx.clock.now(), [asked]);
      const [written] = await writeEntries(tx, ctx, book, weighed);
      if (!written || written.outcome === "refused")
        return reject(written?.refusal ?? { code: "invalid", key: "errors.checkFields" });
      const { id, version, state } = written;
      return { id, version, state };
    }),
  );
};
