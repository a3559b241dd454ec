import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { liesWithin, maySupervise } from "../policy";
import { alertRule } from "../rules/alert-catalogue";
import type { AlertState } from "../rules/alert-lifecycle";

const EVENTS = 60;
const REPLIES = 20;

export type AlertVoice = "owner" | "authority";

/**
 * The alert as somebody may see it: an authority in whose region it lies, or the organization once it was ordered. Goes in:
 * who looks, the id, in which voice the page speaks; an authority may be both. Comes out: the alert, or null.
 */
export const visibleAlert = async (ctx: MemberCtx, id: string, as: AlertVoice) => {
  const alert = await read.alert.findUnique({ where: { id } });
  if (!alert) return null;
  if (as === "owner")
    return alert.organizationId === ctx.actor.organizationId && alert.state !== "open" ? { alert, as } : null;
  if (!maySupervise(ctx.actor).ok) return null;
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  return liesWithin(regionCode, alert.regionCode) ? { alert, as } : null;
};

/** Where the records behind an alert are read, as far as the reader may open them. */
const traceOf = (type: string, id: string, organizationId: string, as: AlertVoice): string => {
  if (type === "programme_card") return `/oversight/cards/${id}`;
  if (type === "transfer_window") return "/transfers/windows";
  if (type === "school_flow") return as === "authority" ? "/transfers/flow" : "/transfers";
  if (as === "owner" && type === "target") return "/oversight/targets";
  if (as === "owner" && type === "agreement") return `/agreements/${id.split(":")[0]}`;
  if (as === "owner" && type === "placement") return `/placements/${id}`;
  return `/organizations/${organizationId}`;
};

/**
 * One alert with its facts, order, answers and what happened. Goes in: who looks, the id, in which voice. Comes out: null for
 * whoever may not see it; else everything the page shows, with the day an order would give by the catalogue.
 */
export const alertPage = async (ctx: MemberCtx, id: string, voice: AlertVoice) => {
  const seen = await visibleAlert(ctx, id, voice);
  if (!seen) return null;
  const { alert, as } = seen;
  const today = civilDate(ctx.clock.now());
  const rule = alertRule(alert.ruleId);
  const [replies, events, organizations, files] = await Promise.all([
    read.alertReply.findMany({ where: { alertId: id }, orderBy: { createdAt: "desc" }, take: REPLIES }),
    read.event.findMany({
      where: { subjectType: "alert", subjectId: id },
      orderBy: { sequence: "desc" },
      take: EVENTS,
      select: { id: true, name: true, at: true, actor: true, payload: true },
    }),
    read.organization.findMany({
      where: { id: { in: [alert.organizationId, ...(alert.authorityId ? [alert.authorityId] : [])] } },
      select: { id: true, name: true, kind: true },
    }),
    read.storedFile.findMany({
      where: { subjectType: "alert", subjectId: id },
      take: REPLIES,
      select: { id: true, name: true },
    }),
  ]);
  const named = (one: string | null) => organizations.find((organization) => organization.id === one);
  return {
    id,
    as,
    version: alert.version,
    ruleId: alert.ruleId,
    rule: rule ? { title: rule.title, text: rule.text, fix: rule.fix, severity: rule.severity } : null,
    title: alert.title,
    state: alert.state as AlertState,
    facts: JSON.parse(alert.facts) as Record<string, string | number>,
    raisedOn: alert.raisedOn,
    seenOn: alert.seenOn,
    level: alert.level,
    dueOn: alert.dueOn,
    dueCertain: alert.dueCertain,
    orderText: alert.orderText,
    closed: alert.closedOn
      ? { on: alert.closedOn, reason: alert.closeReason ?? "", note: alert.closeNote }
      : null,
    organization: { id: alert.organizationId, name: named(alert.organizationId)?.name ?? "" },
    authority: named(alert.authorityId)?.name ?? null,
    trace: traceOf(alert.subjectType, alert.subjectId, alert.organizationId, as),
    suggestedDue: addWorkingDays(today, rule?.days ?? 10).date,
    tomorrow: addDays(today, 1),
    replies: replies.map((reply) => ({
      id: reply.id,
      text: reply.text,
      author: reply.authorName,
      at: reply.createdAt.toISOString(),
      decision: reply.decision,
      decisionNote: reply.decisionNote,
      file: files.find((file) => file.id === reply.fileId) ?? null,
    })),
    events: events.map((event) => ({
      id: event.id,
      name: event.name,
      at: event.at.toISOString(),
      actor: (JSON.parse(event.actor) as { name: string }).name,
      payload: JSON.parse(event.payload) as Record<string, string | number | boolean | null>,
    })),
  };
};

export type AlertPage = NonNullable<Awaited<ReturnType<typeof alertPage>>>;
