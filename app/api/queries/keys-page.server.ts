import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { quotaOn } from "../rules/quota";

/** A key as its owners see it; instants as ISO text. */
export type ListedKey = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdByName: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  state: "active" | "revoked" | "expired";
  calls: number;
  records: number;
};

const MOST_SHOWN = 50;

/** The own organization's keys, newest first (at most fifty), with what each used of its quota today. */
export const keysPage = async (ctx: MemberCtx) => {
  const now = ctx.clock.now();
  const day = civilDate(now);
  const keys = await read.apiKey.findMany({
    where: { organizationId: ctx.actor.organizationId },
    orderBy: { id: "desc" },
    take: MOST_SHOWN,
  });
  const uses = await read.apiUse.findMany({ where: { keyId: { in: keys.map(({ id }) => id) }, day } });
  const used = new Map(uses.map((use) => [use.keyId, use]));
  return {
    now: now.toISOString(),
    quota: quotaOn(day),
    keys: keys.map(
      (key): ListedKey => ({
        id: key.id,
        name: key.name,
        prefix: key.prefix,
        scopes: key.scopes.split(","),
        createdByName: key.createdByName,
        createdAt: key.createdAt.toISOString(),
        lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
        expiresAt: key.expiresAt?.toISOString() ?? null,
        state: key.revokedAt ? "revoked" : key.expiresAt && key.expiresAt <= now ? "expired" : "active",
        calls: used.get(key.id)?.calls ?? 0,
        records: used.get(key.id)?.records ?? 0,
      }),
    ),
  };
};
