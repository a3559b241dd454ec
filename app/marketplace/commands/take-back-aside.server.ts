import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result } from "~/platform/result";

/**
 * Takes back what was said of a suggestion: the lists are as if it had never been said. Goes in: its id. Comes out: the
 * suggestion's title. Refuses a viewer; another organization's is not found.
 */
export const takeBackAside = async (ctx: MemberCtx, asideId: string): Promise<Result<{ title: string }>> =>
  decide(async (tx) => {
    const { organizationId } = ctx.actor;
    const said = await tx.matchAside.findFirst({ where: { id: asideId, organizationId } });
    if (!said) return reject(notFound().refusal);
    if (!mayWrite(ctx.actor)) reject({ code: "forbidden", key: "matches.aside.errors.role" });
    await tx.matchAside.deleteMany({ where: { id: asideId, organizationId } });
    const { title, reason } = said;
    await record(tx, ctx, {
      subject: { type: "suggestions", id: organizationId },
      name: "suggestions.taken_back",
      payload: { title, reason },
      audience: [organizationId],
    });
    return { title };
  });
