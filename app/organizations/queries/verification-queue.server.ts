import { read } from "~/platform/db/client.server";
import { regionLabel } from "./labels.server";

const PAGE = 50;

type QueueKey = { dueOn: string; id: string };

/**
 * What waits for the operator, earliest due first, fifty at a time. Goes in: where the last page ended. Comes out: the
 * waiting reviews and the next key.
 */
export const verificationQueue = async (after: QueueKey | null) => {
  const rows = await read.verificationReview.findMany({
    where: {
      decision: null,
      ...(after
        ? { OR: [{ dueOn: { gt: after.dueOn } }, { dueOn: after.dueOn, id: { gt: after.id } }] }
        : {}),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: {
      id: true,
      dueOn: true,
      dueUncertain: true,
      submittedAt: true,
      organization: { select: { id: true, name: true, kind: true, regionCode: true } },
    },
  });
  const shown = rows.slice(0, PAGE);
  const items = await Promise.all(
    shown.map(async (row) => ({
      id: row.id,
      dueOn: row.dueOn,
      dueUncertain: row.dueUncertain,
      submittedAt: row.submittedAt.toISOString(),
      name: row.organization.name,
      kind: row.organization.kind,
      region: await regionLabel(row.organization.regionCode),
    })),
  );
  const last = shown.at(-1);
  return { items, next: rows.length > PAGE && last ? { dueOn: last.dueOn, id: last.id } : null };
};

/** The newest decisions, at most thirty: so that a confirmation can be taken back. */
export const decidedReviews = async () => {
  const rows = await read.verificationReview.findMany({
    where: { decision: { in: ["approved", "returned", "revoked"] }, decidedAt: { not: null } },
    orderBy: { decidedAt: "desc" },
    take: 30,
    select: { id: true, decision: true, decidedAt: true, organization: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    decision: row.decision ?? "",
    decidedAt: row.decidedAt?.toISOString() ?? "",
    name: row.organization.name,
  }));
};
