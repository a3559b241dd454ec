import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { RECOGNITION_STATES, type RecognitionState } from "../rules/recognition/lifecycle";
import type { Progress } from "../rules/recognition/progress";
import { supervisedRange } from "./alerts.server";

const MOST = 100;

/**
 * The enterprises of an authority's region on their way to recognition, what waits for it first, at most a hundred. Goes in:
 * the authority's member. Comes out: one row an application, with its progress as it stood when it was applied for.
 */
export const recognitionPool = async (ctx: MemberCtx) => {
  const regionCode = await supervisedRange(ctx.actor.organizationId);
  const rows = await read.recognition.findMany({
    where: { regionCode },
    orderBy: [{ appliedOn: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const names = await read.organization.findMany({
    where: { id: { in: rows.map(({ organizationId }) => organizationId) } },
    select: { id: true, name: true },
  });
  const order = (state: RecognitionState): number => RECOGNITION_STATES.indexOf(state);
  return rows
    .map((row) => ({
      id: row.id,
      version: row.version,
      organizationId: row.organizationId,
      name: names.find(({ id }) => id === row.organizationId)?.name ?? "",
      state: row.state as RecognitionState,
      appliedOn: row.appliedOn,
      expiresOn: row.expiresOn,
      note: row.note,
      progress: JSON.parse(row.snapshot) as Progress,
    }))
    .sort((a, b) => order(a.state) - order(b.state));
};

export type PoolRow = Awaited<ReturnType<typeof recognitionPool>>[number];
