import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { openMail } from "~/platform/mail/sealed-mail.server";
import type { OutboxItem } from "../shapes";

const PAGE = 50;

export const DELIVERY_STATES = ["queued", "running", "done", "dead"] as const;

/** What a mail says is personal: it is shown in the demo, where nobody is real, and nowhere else. */
const mailOf = (kind: string, payload: string) => {
  if (kind !== "mail" || !config().demo) return null;
  const { to, subject, text } = openMail(JSON.parse(payload) as Record<string, unknown>);
  return { to, subject, text };
};

/**
 * Deliveries, newest first, fifty at a time. Goes in: a state and a kind to keep to, and the id where the last page ended. Comes
 * out: each with its attempts and last error, the text of mails in the demo, and the id to go on after.
 */
export const outboxPage = async (
  kept: { state: string | null; kind: string | null },
  before: string | null,
): Promise<{ items: OutboxItem[]; next: string | null }> => {
  const rows = await read.delivery.findMany({
    where: {
      ...(kept.state ? { state: kept.state } : {}),
      ...(kept.kind ? { kind: kept.kind } : {}),
      ...(before ? { id: { lt: before } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  return {
    items: shown.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      attempts: row.attempts,
      maxAttempts: row.maxAttempts,
      runAt: row.runAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      lastError: row.lastError,
      mail: mailOf(row.kind, row.payload),
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
};

/** Deliveries that were given up, by kind: how many, and what the newest failed with. */
export const deadByKind = async (): Promise<{ kind: string; total: number; lastError: string | null }[]> => {
  const kinds = await read.delivery.groupBy({
    by: ["kind"],
    where: { state: "dead" },
    _count: true,
    orderBy: { kind: "asc" },
  });
  return Promise.all(
    kinds.map(async ({ kind, _count }) => {
      const newest = await read.delivery.findFirst({
        where: { state: "dead", kind },
        orderBy: { id: "desc" },
        select: { lastError: true },
      });
      return { kind, total: _count, lastError: newest?.lastError ?? null };
    }),
  );
};
