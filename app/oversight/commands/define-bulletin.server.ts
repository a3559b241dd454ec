import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { mayOrder } from "../policy";
import type { BulletinInput } from "../report-schema";
import { dueFrom } from "../rules/bulletins/rhythm";
import { indicatorOf } from "../rules/indicators/catalogue";

/** Bulletins an authority runs at the same time. House rule. */
const MOST = 12;

/**
 * Defines a bulletin for the region of an authority: what it tells, how often, on which day of the month. Goes in: the form.
 * Comes out: its id; the first issue is drawn on the next such day, today included. Refuses roles that may not act for the
 * authority, indicators there are none of, a ranking by anybody but the owner, and a thirteenth running bulletin.
 */
export const defineBulletin = async (
  ctx: MemberCtx,
  input: BulletinInput,
): Promise<Result<{ id: string }>> => {
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return allowed;
  const { indicators, parts, rankedBy = null, title, rhythm, day, submissionKey } = input;
  const wrong = (field: string, key: string) =>
    refuse("invalid", "errors.checkFields", { fields: [{ field, key }] });
  if (indicators.some((id) => !indicatorOf(id))) return wrong("indicators", "reports.errors.indicator");
  if (indicators.length === 0 && parts.length === 0)
    return wrong("indicators", "reports.errors.nothingChosen");
  if (rankedBy !== null && !indicatorOf(rankedBy)) return wrong("rankedBy", "reports.errors.indicator");
  if (rankedBy !== null && ctx.actor.organization.role !== "owner")
    return refuse("forbidden", "reports.errors.rankingOwner", {
      fields: [{ field: "rankedBy", key: "reports.errors.rankingOwner" }],
    });
  const { organizationId } = ctx.actor;
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true },
  });
  const now = ctx.clock.now();
  return decide((tx) => {
    const asked = { indicators, parts, rankedBy, title, rhythm, day };
    return once(tx, ctx, submissionKey, asked, async () => {
      if ((await tx.bulletin.count({ where: { organizationId, endedAt: null } })) >= MOST)
        return reject({ code: "limited", key: "reports.errors.tooManyBulletins" });
      const id = newId(now.getTime());
      const nextOn = dueFrom(rhythm, day, civilDate(now));
      await tx.bulletin.create({
        data: {
          id,
          organizationId,
          regionCode,
          title,
          rhythm,
          day,
          parts: JSON.stringify({ indicators, parts }),
          rankedBy,
          nextOn,
          createdByName: ctx.actor.name,
          createdAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "bulletin", id },
        name: "bulletin.defined",
        payload: { title, rhythm, day, rankedBy, nextOn },
        audience: [organizationId],
      });
      return { id };
    });
  });
};
