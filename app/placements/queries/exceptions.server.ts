import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { seatsLeft } from "../head-count.server";

const MOST = 50;
const WINDOW_DAYS = 180;

/** A unit's head-count for the next half year (unit and each post) and the exceptions an authority recorded. */
export const exceptionPage = async (ctx: MemberCtx) => {
  const hostId = ctx.actor.organizationId;
  const now = ctx.clock.now();
  const from = civilDate(now);
  const to = addDays(from, WINDOW_DAYS);
  const [posts, exceptions] = await Promise.all([
    read.post.findMany({
      where: { organizationId: hostId, closedAt: null },
      orderBy: { name: "asc" },
      take: MOST,
      select: { id: true, name: true },
    }),
    read.headCountException.findMany({
      where: { hostId },
      orderBy: { createdAt: "desc" },
      take: MOST,
    }),
  ]);
  const [unit, ...ofPosts] = await Promise.all(
    [null, ...posts.map((post) => post.id)].map((postId) =>
      seatsLeft(read, { hostId, postId, from, to, now }),
    ),
  );
  return {
    from,
    to,
    unit: unit?.unit ?? null,
    posts: posts.map((post, index) => ({ ...post, seats: ofPosts[index]?.post ?? null })),
    exceptions: exceptions.map((one) => ({
      id: one.id,
      post: posts.find((post) => post.id === one.postId)?.name ?? null,
      startsOn: one.startsOn,
      endsOn: one.endsOn,
      upTo: one.upTo,
      reason: one.reason,
      authority: one.authority,
      number: one.number,
      by: one.recordedName,
      withdrawn: one.withdrawnAt !== null,
    })),
  };
};
