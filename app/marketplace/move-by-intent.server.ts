import type { MemberCtx } from "~/identity/actor";
import { ok, type Result } from "~/platform/result";
import { archiveListing } from "./commands/archive-listing.server";
import { closeListing } from "./commands/close-listing.server";
import { confirmListing } from "./commands/confirm-listing.server";
import { copyListing } from "./commands/copy-listing.server";
import { fillListing } from "./commands/fill-listing.server";
import { pauseListing } from "./commands/pause-listing.server";
import { releaseListing } from "./commands/release-listing.server";
import { reopenListing } from "./commands/reopen-listing.server";
import { reviseListing } from "./commands/revise-listing.server";
import type { MoveInput } from "./listing-schema";

type Plain = "reopen" | "revise" | "fill" | "release" | "archive" | "confirm";

const PLAIN: Record<Plain, typeof confirmListing> = {
  reopen: reopenListing,
  revise: reviseListing,
  fill: fillListing,
  release: releaseListing,
  archive: archiveListing,
  confirm: confirmListing,
};

/** Gives a posted intent to its one command. Comes out: where to go next, or the command's refusal. */
export const moveByIntent = async (
  ctx: MemberCtx,
  id: string,
  input: MoveInput,
): Promise<Result<{ href: string }>> => {
  if (input.intent === "copy") {
    const copied = await copyListing(ctx, id, input.submissionKey);
    return copied.ok ? ok({ href: `/listings/${copied.value.id}/edit/about` }) : copied;
  }
  const moved =
    input.intent === "pause"
      ? await pauseListing(ctx, id, input)
      : input.intent === "close"
        ? await closeListing(ctx, id, input)
        : await PLAIN[input.intent](ctx, id, input);
  if (!moved.ok) return moved;
  return ok({ href: input.intent === "revise" ? `/listings/${id}/edit/about` : `/listings/${id}` });
};
