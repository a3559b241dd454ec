import { catalogue } from "~/catalogues/queries/catalogue.server";
import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { StateAppetite } from "../enquiry-schema";

/**
 * States where an organization stands before there are concrete seats, for one class of majors or for all ("*"); the
 * last word counts. Goes in: class, level, and a coded reason with "not now". Comes out: the class. Refuses a viewer and
 * a class that is not in the catalogue.
 */
export const stateAppetite = async (
  ctx: MemberCtx,
  input: StateAppetite,
): Promise<Result<{ family: string }>> => {
  const { majors } = await catalogue();
  const known = input.family === "*" || [...majors.values()].some(({ family }) => family === input.family);
  return decide(async (tx) => {
    if (!mayWrite(ctx.actor)) reject({ code: "forbidden", key: "matches.errors.role" });
    if (!known) {
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "family", key: "errors.notAChoice" }],
      });
    }
    const { organizationId } = ctx.actor;
    const { family, level } = input;
    const reason = level === "not_now" ? (input.reason ?? null) : null;
    const stated = { level, reason, updatedAt: ctx.clock.now() };
    await tx.appetite.upsert({
      where: { organizationId_family: { organizationId, family } },
      create: { organizationId, family, ...stated },
      update: stated,
    });
    await record(tx, ctx, {
      subject: { type: "appetite", id: organizationId },
      name: "appetite.stated",
      payload: { by: ctx.actor.organization.name, family, level, reason },
      audience: [organizationId],
    });
    return { family };
  });
};
