import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { canonicalJson } from "~/platform/events/canonical";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { satisfactionSources } from "~/surveys/queries/survey-sources.sqlite.server";
import { mayFreeze } from "../policy";
import { figuresOfScope, scopeOfMember } from "../queries/indicator-figures.server";
import { indicatorsAsOf } from "../queries/indicators-as-of.server";
import { scopeName } from "../queries/indicators-page.server";
import { snapshotOf } from "../rules/indicators/snapshot";

/**
 * Freezes the figures of the member's own scope for a year, with the definitions they were counted by. Goes in: the member
 * and the year. Comes out: the snapshot's id. Never changed afterwards: the table refuses it. Refuses roles that only read.
 */
export const takeSnapshot = async (ctx: MemberCtx, year: string): Promise<Result<{ id: string }>> => {
  const allowed = mayFreeze(ctx.actor);
  if (!allowed.ok) return allowed;
  const now = ctx.clock.now();
  const scope = await scopeOfMember(ctx);
  const content = canonicalJson(
    snapshotOf({
      place: await scopeName(scope, ctx),
      year,
      asOf: await indicatorsAsOf(ctx.clock),
      figures: figuresOfScope(scope, year, civilDate(now)),
      sources: satisfactionSources(scope, year),
    }),
  );
  return decide(async (tx) => {
    const id = newId(now.getTime());
    await tx.indicatorSnapshot.create({
      data: {
        id,
        organizationId: ctx.actor.organizationId,
        takenByName: ctx.actor.name,
        scopeKind: scope.kind,
        scopeId: scope.kind === "region" ? scope.code : scope.id,
        year,
        takenAt: now,
        content,
        sha256: createHash("sha256").update(content).digest("hex"),
      },
    });
    return { id };
  });
};
