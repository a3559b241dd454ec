import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

/** What the actor's organization wrote about one of its resources; null for others' and unknown ones. */
export const ownResourceFacts = (ctx: MemberCtx, id: string) =>
  read.sharedResource.findFirst({
    where: { id, organizationId: ctx.actor.organizationId },
    select: {
      id: true,
      kind: true,
      title: true,
      description: true,
      place: true,
      capacity: true,
      exclusive: true,
      minAge: true,
      maxAge: true,
      safetyNotice: true,
      noticeDays: true,
      version: true,
    },
  });
