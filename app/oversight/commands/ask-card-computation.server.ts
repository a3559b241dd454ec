import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { authorityRegion } from "../alert-move.server";

/**
 * Has the cards of an authority's region computed now, by a job. Goes in: the authority's member and the key of the form.
 * Comes out: the job's id. Refuses roles that may not act for the authority. The cards themselves never depend on when or
 * how often it is asked.
 */
export const askCardComputation = (
  ctx: MemberCtx,
  submissionKey: string | undefined,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const region = await authorityRegion(tx, ctx);
    return once(tx, ctx, submissionKey, { region }, async () => {
      const id = newId(ctx.clock.now().getTime());
      await enqueue(tx, ctx, [{ kind: "cards.compute", key: `cards.compute:${id}`, payload: { region } }]);
      return { id };
    });
  });
