import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Refusal, type Result } from "~/platform/result";
import { indexListing } from "../listing-index.server";
import { moveFacts, moveRefusal } from "../listing-move.server";
import { keepRefusal } from "../listing-policy";
import { factsOfRow } from "../listing-prints.server";
import { type ListingRecord, loadListing } from "../listing-record.server";
import { moveListing } from "../rules/listing-lifecycle";
import { copiedFrom, openRepeats, type Similar } from "../similar-listings.server";

const NOTHING_ALIKE: { repeated: Similar | null; copied: Similar[] } = { repeated: null, copied: [] };

/** What stands already and is the same: of the own organization, and texts of others. */
const compared = async (tx: Tx, { row }: ListingRecord): Promise<typeof NOTHING_ALIKE> => {
  const facts = factsOfRow(row);
  const find = await openRepeats(tx, row.organizationId, [facts]);
  return {
    repeated: find({ id: row.id, facts }),
    copied: await copiedFrom(tx, row.organizationId, facts),
  };
};

type Outcome = { published: true; version: number } | { published: false; refusal: Refusal };

/**
 * Puts a draft through the check and publishes it. Goes in: its id, the version shown, and the owner's reason where a
 * rule warns. Comes out: the new version. A rule that blocks, a fact or field that is missing, or a warning without a
 * reason sends it back to draft with the findings, and that too is recorded. One that repeats a standing listing of the
 * same organization needs a reason as well; what it repeats or copies is recorded. Refuses another's listing (not found), a
 * viewer (forbidden), an organization not yet verified (blocked) and a stale version (conflict). Source of the
 * findings: the regulations' stage "listing"; of completeness: house rule.
 */
export const publishListing = async (
  ctx: MemberCtx,
  id: string,
  input: { version: number; reason?: string },
): Promise<Result<{ version: number }>> => {
  const refusal = keepRefusal(ctx.actor);
  const reason = input.reason?.trim() || null;
  const outcome = await decide<Outcome>(async (tx) => {
    const listing = await loadListing(tx, id, ctx.actor);
    if (!listing) return reject(notFound().refusal);
    if (refusal) return reject(refusal);
    if (listing.row.version !== input.version) stale();
    const at = ctx.clock.now();
    const { facts, check } = await moveFacts(tx, listing, at, reason);
    const submitted = moveListing(listing.state, "submit", "owner", null, facts);
    if (!submitted.allowed) return reject(moveRefusal(submitted.why));
    const published = moveListing(submitted.to, "publish", "rules", null, facts);
    const familiar = published.allowed ? await compared(tx, listing) : NOTHING_ALIKE;
    if (familiar.repeated && !reason) {
      const { title } = familiar.repeated;
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "reason", key: "freshness.same.needReason", values: { title } }],
      });
    }
    const returned = moveListing(submitted.to, "return", "rules", check.verdict, facts);
    const next = published.allowed ? published : returned;
    if (!next.allowed) return reject(moveRefusal(next.why));
    await tx.listing.update({
      where: { id },
      data: {
        state: next.to,
        publishReason: reason,
        updatedAt: at,
        version: { increment: 1 },
        ...(published.allowed
          ? { publishedAt: listing.row.publishedAt ?? at, confirmedAt: at, unread: null }
          : {}),
      },
    });
    await indexListing(tx, id);
    const said = check.findings.filter(({ verdict }) => verdict !== "pass").map(({ rule }) => rule);
    await record(tx, ctx, {
      subject: { type: "listing", id },
      name: published.allowed ? "listing.published" : "listing.returned",
      payload: {
        title: listing.row.title,
        kind: listing.kind,
        verdict: check.verdict,
        rules: said.join(","),
        missing: check.missing.join(","),
        ...(reason ? { reason } : {}),
        ...(familiar.repeated ? { repeats: familiar.repeated.id } : {}),
        ...(familiar.copied[0] ? { copies: familiar.copied[0].id } : {}),
      },
      audience: [listing.row.organizationId],
    });
    if (published.allowed) return { published: true, version: input.version + 1 };
    const why = published.why;
    return {
      published: false,
      refusal: {
        ...moveRefusal(why, check),
        ...(check.missing.length > 0
          ? { fields: check.missing.map((field) => ({ field, key: "errors.required" })) }
          : why === "sound" && check.verdict === "warn"
            ? { fields: [{ field: "reason", key: "listings.errors.reasonForWarning" }] }
            : {}),
      },
    };
  });
  if (!outcome.ok) return outcome;
  return outcome.value.published
    ? { ok: true, value: { version: outcome.value.version } }
    : { ok: false, refusal: outcome.value.refusal };
};
