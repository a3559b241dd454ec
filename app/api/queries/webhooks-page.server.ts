import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

const MOST_ENDPOINTS = 20;
const MESSAGES = 30;

type Endpoint = {
  id: string;
  url: string;
  events: string;
  state: string;
  pausedBy: string | null;
  version: number;
};

const shown = (endpoint: Endpoint) => ({
  id: endpoint.id,
  url: endpoint.url,
  events: endpoint.events.split(","),
  state: endpoint.state === "active" ? "active" : endpoint.pausedBy === "house" ? "house" : "paused",
  version: endpoint.version,
});

/** The own organization's receivers (at most twenty), oldest first. */
export const webhooksPage = async (ctx: MemberCtx) => {
  const rows = await read.webhookEndpoint.findMany({
    where: { organizationId: ctx.actor.organizationId, removedAt: null },
    orderBy: { id: "asc" },
    take: MOST_ENDPOINTS,
  });
  return rows.map(shown);
};

/**
 * One receiver with its delivery log, newest first. Goes in: the endpoint's id and the message the last page ended with.
 * Comes out: the endpoint, thirty messages and where the next page begins; null for one of another organization.
 */
export const webhookLog = async (ctx: MemberCtx, id: string, before: string | null) => {
  const endpoint = await read.webhookEndpoint.findFirst({
    where: { id, organizationId: ctx.actor.organizationId, removedAt: null },
  });
  if (!endpoint) return null;
  const rows = await read.webhookMessage.findMany({
    where: { endpointId: id, ...(before ? { id: { lt: before } } : {}) },
    orderBy: { id: "desc" },
    take: MESSAGES + 1,
  });
  const messages = rows.slice(0, MESSAGES).map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state as "waiting" | "delivered" | "dead",
    attempts: row.attempts,
    status: row.status,
    error: row.error,
    millis: row.millis,
    at: row.createdAt.toISOString(),
    body: row.body,
  }));
  return {
    endpoint: shown(endpoint),
    messages,
    next: rows.length > MESSAGES ? (messages.at(-1)?.id ?? null) : null,
  };
};
