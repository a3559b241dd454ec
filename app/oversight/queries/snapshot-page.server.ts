import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { SnapshotContent } from "../rules/indicators/snapshot";

/**
 * A snapshot as it was taken, read back from what was kept and nothing else. Goes in: the member and the id. Comes out:
 * its content, when and by whom, the hash and whether it still fits; null for one of another organization.
 */
export const snapshotPage = async (ctx: MemberCtx, id: string) => {
  const found = await read.indicatorSnapshot.findFirst({
    where: { id, organizationId: ctx.actor.organizationId },
  });
  if (!found) return null;
  const { takenByName, takenAt, sha256, content } = found;
  return {
    id,
    takenByName,
    takenAt: takenAt.toISOString(),
    sha256,
    fits: createHash("sha256").update(content).digest("hex") === sha256,
    content: JSON.parse(content) as SnapshotContent,
  };
};
