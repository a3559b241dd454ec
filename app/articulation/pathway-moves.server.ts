import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { civilDate } from "~/platform/time/clock";
import { type PathwayRow, type PathwayVoice, pathwayFor } from "./pathway-access.server";
import { gapsOf, restsOn } from "./plan.server";
import {
  type PathwayAction,
  type PathwayActor,
  type PathwayGuard,
  type PathwayState,
  pathwayTransition,
} from "./rules/lifecycle";

/** Everybody an event of a pathway concerns: founder, partners, and the authority that acted, if any. */
export const audienceOf = async (tx: Tx, pathway: PathwayRow): Promise<string[]> => {
  const partners = await tx.articulationPartner.findMany({
    where: { pathwayId: pathway.id },
    take: 20,
    select: { organizationId: true },
  });
  return [pathway.founderId, ...partners.map((one) => one.organizationId)];
};

/** The pathway a command is about, in the voice it needs. Foreign ones are not found; another voice is told so. */
export const pathwayInVoice = async (
  tx: Tx,
  ctx: MemberCtx,
  id: string,
  voice: PathwayVoice,
): Promise<PathwayRow> => {
  const found = await pathwayFor(tx, ctx.actor, id);
  if (!found) return reject({ code: "not_found", key: "errors.notFound" });
  if (!found.voices.includes(voice))
    return reject({ code: "forbidden", key: `articulation.errors.not.${voice}` });
  return found.pathway;
};

const GUARDS: Record<PathwayGuard, (tx: Tx, ctx: MemberCtx, pathway: PathwayRow) => Promise<void>> = {
  planComplete: async (tx, _ctx, pathway) => {
    const gaps = await gapsOf(tx, pathway);
    if (gaps.length > 0)
      reject({ code: "blocked", key: "articulation.errors.planIncomplete", values: { count: gaps.length } });
  },
  agreementRuns: async (tx, ctx, pathway) => {
    if (!(await restsOn(tx, pathway, civilDate(ctx.clock.now()))))
      reject({ code: "conflict", key: "articulation.errors.agreementNotRunning" });
  },
  allConfirmed: async (tx, _ctx, pathway) => {
    const missing = await tx.articulationPartner.count({
      where: { pathwayId: pathway.id, state: { not: "confirmed" } },
    });
    if (missing > 0) reject({ code: "conflict", key: "articulation.errors.notAllConfirmed" });
  },
  nobodyOnTheWay: async (tx, _ctx, pathway) => {
    const open = await tx.articulationMember.count({ where: { pathwayId: pathway.id, state: "studying" } });
    if (open > 0) reject({ code: "conflict", key: "articulation.errors.onTheWay", values: { count: open } });
  },
};

type Move = {
  action: PathwayAction;
  who: PathwayActor;
  version: number;
  reason?: string | undefined;
  data?: { filingNumber?: string; approvedById?: string; approvedOn?: string; proposedAt?: Date };
};

/**
 * Takes a pathway one step along its table, inside a transaction. Rejects what is not open now (conflict), somebody else's
 * step (forbidden), a missing reason (beside the field), a guard that does not hold, a stale version. A step back to a draft
 * clears the partners' word. Comes out: the new state.
 */
export const movePathwayRow = async (
  tx: Tx,
  ctx: MemberCtx,
  pathway: PathwayRow,
  move: Move,
): Promise<PathwayState> => {
  const { action, who, version, reason } = move;
  const found = pathwayTransition(pathway.state as PathwayState, action, who, reason);
  if (!found.ok) {
    if (found.why === "state") return reject({ code: "conflict", key: "articulation.errors.notNow" });
    if (found.why === "who") return reject({ code: "forbidden", key: "articulation.errors.role" });
    return reject({
      code: "invalid",
      key: "errors.checkFields",
      fields: [{ field: "reason", key: "articulation.errors.reason" }],
    });
  }
  const { transition } = found;
  for (const guard of transition.guards) await GUARDS[guard](tx, ctx, pathway);
  const { count } = await tx.articulationPathway.updateMany({
    where: { id: pathway.id, version, state: pathway.state },
    data: {
      state: transition.to,
      reason: transition.reason ? (reason ?? "") : "",
      ...(move.data ?? {}),
      updatedAt: ctx.clock.now(),
      version: { increment: 1 },
    },
  });
  if (count === 0) return stale();
  if (transition.to === "draft" || action === "propose") {
    await tx.articulationPartner.updateMany({
      where: { pathwayId: pathway.id, ...(action === "decline" ? { state: "confirmed" } : {}) },
      data: { state: "asked", answeredBy: null, answeredAt: null, reason: "" },
    });
  }
  await record(tx, ctx, {
    subject: { type: "articulationPathway", id: pathway.id },
    name: `articulation.${action}`,
    payload: { title: pathway.title, reason: reason ?? undefined },
    audience: [...(await audienceOf(tx, pathway)), ctx.actor.organizationId],
  });
  return transition.to;
};
