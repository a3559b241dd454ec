import type { ActingCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import type { Json } from "~/platform/events/canonical";
import { once } from "~/platform/outbox/once.server";
import { type Result, refuse } from "~/platform/result";
import { answerOf, asJson, type EntryAnswer } from "../entry-answers";
import { askedOf } from "../entry-asked.server";
import { openCodeBook } from "../entry-codes.server";
import { roomForListings } from "../entry-limit.server";
import { listingEntry, parseRecord } from "../entry-schema";
import { keepRefusal } from "../listing-policy";
import { weighEntries } from "../weigh-entries.server";
import { writeEntries } from "../write-entries.server";

/** Records of one call. House rule. */
export const MOST_RECORDS = 500;

const referenceIn = (record: unknown): string | null => {
  const given = record && typeof record === "object" && "reference" in record ? record.reference : null;
  return typeof given === "string" ? given.slice(0, 100) : null;
};

/**
 * Brings an organization's listings to what its own system says, by that system's references. Goes in: up to 500
 * records as they came, and the key of the call. Comes out: for each, in order, created, updated, unchanged or refused
 * with its wrong fields and the rules against it; sent twice, the first answer. The good ones are written in one
 * transaction, the refused ones touch nothing. Refuses as a whole a role that may not keep listings (forbidden), no or
 * too many records (invalid), a key used for other contents (conflict). House rule.
 */
export const upsertListings = async (
  ctx: ActingCtx,
  records: readonly unknown[],
  key?: string,
): Promise<Result<{ answers: EntryAnswer[] }>> => {
  const denied = keepRefusal(ctx.actor);
  if (denied) return { ok: false, refusal: denied };
  if (records.length === 0 || records.length > MOST_RECORDS) {
    const wrong = { field: "records", key: "machines.errors.records", values: { most: MOST_RECORDS } };
    return refuse("invalid", "errors.checkFields", { fields: [wrong] });
  }
  const parsed = records.map((record) => parseRecord(listingEntry, record));
  const book = await openCodeBook();
  const good = parsed.flatMap((one) => (one.ok ? [one.value] : []));
  return decide((tx) =>
    once(tx, ctx, key, { records: records as Json[] }, async () => {
      const asked = good.map((entry) => askedOf({ by: "reference", reference: entry.reference }, entry));
      const weighed = await weighEntries(tx, ctx.actor, book, ctx.clock.now(), asked);
      const fresh = weighed.filter(({ outcome }) => outcome === "created").length;
      await roomForListings(tx, ctx.actor.organizationId, fresh);
      const written = await writeEntries(tx, ctx, book, weighed);
      let next = 0;
      const answers = parsed.map((one, index) =>
        one.ok
          ? answerOf(one.value.reference, written[next++]!)
          : answerOf(referenceIn(records[index]), {
              outcome: "refused",
              refusal: { code: "invalid", key: "errors.checkFields", fields: one.errors },
            }),
      );
      return asJson({ answers });
    }),
  );
};
