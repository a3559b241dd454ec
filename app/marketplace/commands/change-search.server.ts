import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { nextSend, type Pace } from "../rules/saved-search";
import type { ChangeSearch } from "../saved-search-schema";

/**
 * Changes a search of a person: its name and pace, stopped, resumed or deleted with what it found. Goes in: the search's id
 * and version with what to do. Comes out: its id. Refuses another's search (not found) and a stale version (conflict).
 */
export const changeSearch = (ctx: PersonCtx, input: ChangeSearch): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const { id, version, intent } = input;
    const held = await tx.savedSearch.findFirst({ where: { id, personId } });
    if (!held) return reject(notFound().refusal);
    const here = { id, personId, version };
    if (intent === "delete") {
      const gone = await tx.savedSearch.deleteMany({ where: here });
      if (gone.count === 0) stale();
      await tx.searchHit.deleteMany({ where: { searchId: id } });
      return { id };
    }
    const now = ctx.clock.now();
    const change =
      intent === "change"
        ? { name: input.name, pace: input.pace, nextAt: nextSend(input.pace, now) }
        : intent === "stop"
          ? { state: "stopped" }
          : { state: "active", nextAt: nextSend(held.pace as Pace, now) };
    const written = await tx.savedSearch.updateMany({
      where: here,
      data: { ...change, version: { increment: 1 } },
    });
    if (written.count === 0) stale();
    return { id };
  });
