import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { keptQuery, MOST_SEARCHES, nextSend } from "../rules/saved-search";
import type { SaveSearch } from "../saved-search-schema";

/**
 * Keeps a search of a person, who hears of new listings by mail. Goes in: a name, how often, the search page's parameters
 * and the submission key. Comes out: the search's id; the same search again is the same one, under the new name and pace.
 * Refuses a search without conditions or too long to keep (invalid) and more than twenty (limited). House rule.
 */
export const saveSearch = (ctx: PersonCtx, input: SaveSearch): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const { personId } = ctx.actor;
    const query = keptQuery(new URLSearchParams(input.query));
    if (!query) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "query", key: query === "" ? "searches.errors.empty" : "searches.errors.long" }],
      });
    }
    const { submissionKey, name, pace } = input;
    return once(tx, ctx, submissionKey, { name, pace, query }, async () => {
      const now = ctx.clock.now();
      const known = await tx.savedSearch.findUnique({ where: { personId_query: { personId, query } } });
      const told = { name, pace, state: "active", nextAt: nextSend(pace, now) };
      if (known) {
        await tx.savedSearch.update({
          where: { id: known.id },
          data: { ...told, version: { increment: 1 } },
        });
        return { id: known.id };
      }
      if ((await tx.savedSearch.count({ where: { personId } })) >= MOST_SEARCHES)
        reject({ code: "limited", key: "searches.errors.many", values: { most: MOST_SEARCHES } });
      const id = newId(now.getTime());
      await tx.savedSearch.create({
        data: { id, personId, query, ...told, waiting: 0, createdAt: now, version: 1 },
      });
      return { id };
    });
  });
