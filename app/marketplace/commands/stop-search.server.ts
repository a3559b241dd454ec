import type { Ctx } from "~/platform/command";
import { decide, reject } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { searchOfStopLink } from "../stop-link.server";

/**
 * Stops the mails of a saved search by the link in them, without signing in. Goes in: the link's token. Comes out: the
 * search's name; stopping twice does no harm. Refuses a link nobody signed and a search that is gone (not found). Source:
 * RFC 8058 (one click by POST; opening the link changes nothing).
 */
export const stopSearch = (_ctx: Ctx, token: string): Promise<Result<{ name: string }>> =>
  decide(async (tx) => {
    const id = searchOfStopLink(token);
    const held = id ? await tx.savedSearch.findUnique({ where: { id } }) : null;
    if (!held) return reject(notFound("searches.deadText").refusal);
    if (held.state !== "stopped")
      await tx.savedSearch.update({
        where: { id: held.id },
        data: { state: "stopped", version: { increment: 1 } },
      });
    return { name: held.name };
  });
