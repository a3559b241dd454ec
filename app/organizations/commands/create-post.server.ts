import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { mayEditProfile, mayHavePosts } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { resolveOccupation } from "../queries/resolve-code.server";
import type { PostInput } from "../schema";
import { indexOrganization } from "../search-index.server";

/** An enterprise keeps at most this many posts. House rule. */
export const MOST_POSTS = 500;

/**
 * Adds a post (岗位) to the own enterprise. Goes in: the form's values (pay in fen, occupation as typed) and the key of
 * the form. Comes out: the post's id; sent twice, the same id. Refuses other kinds of organization and viewers
 * (forbidden), and an occupation that is unknown or ambiguous (beside the field).
 */
export const createPost = async (
  ctx: MemberCtx,
  input: PostInput,
  submissionKey?: string,
): Promise<Result<{ id: string }>> => {
  const kind = mayHavePosts(ctx.actor);
  if (!kind.ok) return kind;
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const organizationId = ctx.actor.organizationId;
  const organization = await read.organization.findUnique({
    where: { id: organizationId },
    select: { regionCode: true, industryCode: true },
  });
  if (!organization) return notFound();
  const occupation = await resolveOccupation("occupation", input.occupation);
  if (!occupation.ok) return refuse("invalid", "errors.checkFields", { fields: [occupation.error] });
  const labels = await labelsOf(organization);
  const asked = { post: { ...input, hazards: [...input.hazards] } };
  return decide((tx) =>
    once(tx, ctx, submissionKey, asked, async () => {
      if ((await tx.post.count({ where: { organizationId } })) >= MOST_POSTS) {
        reject({ code: "blocked", key: "organizations.refused.tooManyPosts", values: { most: MOST_POSTS } });
      }
      const id = newId(ctx.clock.now().getTime());
      await tx.post.create({
        data: {
          id,
          organizationId,
          name: input.name,
          occupationCode: occupation.row.code,
          headcount: input.headcount,
          samePostPayFen: input.samePostPay ?? null,
          labourIntensity: input.labourIntensity ?? null,
          hazards: input.hazards.join(","),
          createdAt: ctx.clock.now(),
          version: 1,
        },
      });
      await indexOrganization(tx, organizationId, labels);
      await record(tx, ctx, {
        subject: { type: "post", id },
        name: "post.created",
        payload: { name: input.name, occupationCode: occupation.row.code, headcount: input.headcount },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
