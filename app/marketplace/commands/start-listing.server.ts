import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { keepRefusal, kindRefusal } from "../listing-policy";
import type { Direction, ListingKind } from "../rules/kinds";

/** Drafts an organization keeps at a time. House rule. */
const MOST_DRAFTS = 200;

/**
 * Starts a draft. Goes in: the kind, whether it is offered or sought, and the form's key. Comes out: its id; sent twice,
 * the same. The place is the organization's own until something else is typed. Refuses a viewer, and a kind the
 * organization may not offer or seek (forbidden). Drafting needs no verification, publishing does.
 */
export const startListing = async (
  ctx: MemberCtx,
  input: { kind: ListingKind; direction: Direction; submissionKey?: string },
): Promise<Result<{ id: string }>> => {
  const refusal = keepRefusal(ctx.actor) ?? kindRefusal(ctx.actor, input.kind, input.direction);
  if (refusal) return { ok: false, refusal };
  const { organizationId } = ctx.actor;
  const { kind, direction, submissionKey } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { kind, direction }, async () => {
      const owner = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
      if ((await tx.listing.count({ where: { organizationId, state: "draft" } })) >= MOST_DRAFTS) {
        reject({ code: "blocked", key: "listings.errors.tooManyDrafts", values: { most: MOST_DRAFTS } });
      }
      const at = ctx.clock.now();
      const id = newId(at.getTime());
      await tx.listing.create({
        data: {
          id,
          organizationId,
          kind,
          direction,
          state: "draft",
          title: "",
          summary: "",
          details: "{}",
          regionCode: owner.regionCode,
          address: owner.address,
          lng: owner.lng,
          lat: owner.lat,
          industryCode: owner.industryCode,
          seatsTaken: 0,
          minorsWelcome: false,
          lodging: false,
          silentExpiries: 0,
          createdAt: at,
          updatedAt: at,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "listing", id },
        name: "listing.drafted",
        payload: { kind, direction },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
