import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { mayEditProfile } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { resolveOccupation } from "../queries/resolve-code.server";
import type { PostInput } from "../schema";
import { indexOrganization } from "../search-index.server";

/**
 * Changes a post of the own enterprise. Goes in: its id, the form's values (pay in fen) and the version they were read
 * at. Comes out: the new version. Refuses another's post (not found), a viewer (forbidden), an unknown or ambiguous
 * occupation (beside the field) and a stale version (conflict).
 */
export const updatePost = async (
  ctx: MemberCtx,
  id: string,
  input: PostInput & { version: number },
): Promise<Result<{ version: number }>> => {
  const organizationId = ctx.actor.organizationId;
  const post = await read.post.findFirst({
    where: { id, organizationId },
    select: { organization: { select: { regionCode: true, industryCode: true } } },
  });
  if (!post) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const occupation = await resolveOccupation("occupation", input.occupation);
  if (!occupation.ok) return refuse("invalid", "errors.checkFields", { fields: [occupation.error] });
  const labels = await labelsOf(post.organization);
  return decide(async (tx) => {
    const written = await tx.post.updateMany({
      where: { id, organizationId, version: input.version },
      data: {
        name: input.name,
        occupationCode: occupation.row.code,
        headcount: input.headcount,
        samePostPayFen: input.samePostPay ?? null,
        labourIntensity: input.labourIntensity ?? null,
        hazards: input.hazards.join(","),
        version: { increment: 1 },
      },
    });
    if (written.count === 0) stale();
    await indexOrganization(tx, organizationId, labels);
    await record(tx, ctx, {
      subject: { type: "post", id },
      name: "post.changed",
      payload: {
        name: input.name,
        occupationCode: occupation.row.code,
        headcount: input.headcount,
        samePostPayFen: input.samePostPay,
        hazards: input.hazards.join(","),
      },
      audience: [organizationId],
    });
    return { version: input.version + 1 };
  });
};
