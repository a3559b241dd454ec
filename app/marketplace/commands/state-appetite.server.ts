import { catalogue } from "~/catalogues/queries/catalogue.server";
import { type MemberCtx, mayWrite } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import type { StateAppetite } from "../enquiry-schema";
import { addDemand, appetiteDemand } from "../keep-demand.server";
import { isOver } from "../rules/seasons";

/**
 * States where an organization stands before there are concrete seats, for one class of majors or for all ("*"), in one
 * season or whenever ("*"); the last word counts. Goes in: class, season, level, and a coded reason with "not now". Comes
 * out: the class. Refuses a viewer, a class that is not in the catalogue and a season that is over.
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
    const today = civilDate(ctx.clock.now());
    if (isOver(input.season, today)) {
      reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "season", key: "matches.errors.seasonOver" }],
      });
    }
    const { organizationId } = ctx.actor;
    const { family, season, level } = input;
    const reason = level === "not_now" ? (input.reason ?? null) : null;
    const stated = { level, reason, updatedAt: ctx.clock.now() };
    const place = { organizationId_family_season: { organizationId, family, season } };
    const before = await tx.appetite.findUnique({ where: place, select: { level: true, reason: true } });
    await tx.appetite.upsert({
      where: place,
      create: { organizationId, family, season, ...stated },
      update: stated,
    });
    if (before?.level !== level || before?.reason !== reason)
      await addDemand(tx, today, await appetiteDemand(tx, ctx.actor.organization, { family, level, reason }));
    await record(tx, ctx, {
      subject: { type: "appetite", id: organizationId },
      name: "appetite.stated",
      payload: { by: ctx.actor.organization.name, family, season, level, reason },
      audience: [organizationId],
    });
    return { family };
  });
};
