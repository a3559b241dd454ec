import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result } from "~/platform/result";
import { keepRefusal } from "../listing-policy";
import { loadListing } from "../listing-record.server";

/**
 * Copies a listing of the own organization into a new draft: everything but its dates, seats taken and history. Goes in:
 * its id and the form's key. Comes out: the draft's id; sent twice, the same. Refuses another's listing (not found) and
 * a viewer (forbidden).
 */
export const copyListing = (
  ctx: MemberCtx,
  id: string,
  submissionKey?: string,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const listing = await loadListing(tx, id, ctx.actor);
    if (!listing) return reject(notFound().refusal);
    const refusal = keepRefusal(ctx.actor);
    if (refusal) return reject(refusal);
    return once(tx, ctx, submissionKey, { copy: id }, async () => {
      const at = ctx.clock.now();
      const copyId = newId(at.getTime());
      const { majors, ...row } = listing.row;
      await tx.listing.create({
        data: {
          ...row,
          id: copyId,
          state: "draft",
          startsOn: null,
          endsOn: null,
          openUntil: null,
          seatsTaken: 0,
          pausedReason: null,
          publishReason: null,
          silentExpiries: 0,
          publishedAt: null,
          confirmedAt: null,
          createdAt: at,
          updatedAt: at,
          version: 1,
        },
      });
      await tx.listingMajor.createMany({ data: majors.map((major) => ({ ...major, listingId: copyId })) });
      await record(tx, ctx, {
        subject: { type: "listing", id: copyId },
        name: "listing.drafted",
        payload: { kind: row.kind, direction: row.direction, copiedFrom: id },
        audience: [row.organizationId],
      });
      return { id: copyId };
    });
  });
