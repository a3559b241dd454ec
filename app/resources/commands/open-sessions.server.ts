import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseSharing } from "../policy";
import { ownResource } from "../resource-access.server";
import { overlaps, plannedDays } from "../rules/sessions";
import type { SessionsForm } from "../schema";

/**
 * The owner opens sessions of a resource: the same hours on the chosen weekdays between two dates. Goes in: dates, weekdays
 * (1–7), minutes of begin and end. Comes out: how many were opened and how many left out because another session of the
 * resource is at that time. Refuses days that are over and plans without any free day (invalid).
 */
export const openSessions = (
  ctx: MemberCtx,
  id: string,
  { submissionKey, ...input }: SessionsForm,
): Promise<Result<{ opened: number; skipped: number }>> =>
  decide((tx) =>
    once(tx, ctx, submissionKey, { id, ...input }, async () => {
      const resource = await ownResource(tx, ctx, id);
      const refusal = refuseSharing(ctx.actor);
      if (refusal) return reject(refusal);
      const now = ctx.clock.now();
      const refuseField = (field: string, key: string) =>
        reject({ code: "invalid", key: "errors.checkFields", fields: [{ field, key }] });
      if (input.from < civilDate(now)) return refuseField("from", "resources.errors.past");
      const days = plannedDays(input.from, input.to, input.weekdays ?? []);
      if (days.length === 0) return refuseField("weekdays", "resources.errors.noDay");
      const known = await tx.resourceSlot.findMany({
        where: { resourceId: id, state: "open", day: { gte: input.from, lte: input.to } },
        take: 5_000,
        select: { day: true, fromMinute: true, toMinute: true },
      });
      const free = days
        .map((day) => ({ day, fromMinute: input.begins, toMinute: input.ends }))
        .filter((stretch) => !known.some((one) => overlaps(one, stretch)));
      if (free.length === 0) return refuseField("begins", "resources.errors.allOverlap");
      await tx.resourceSlot.createMany({
        data: free.map((stretch) => ({
          ...stretch,
          id: newId(now.getTime()),
          resourceId: id,
          organizationId: resource.organizationId,
          seats: resource.capacity,
          taken: 0,
          state: "open",
          createdAt: now,
          version: 1,
        })),
      });
      const opened = free.length;
      await record(tx, ctx, {
        subject: { type: "sharedResource", id },
        name: "shared_resource.sessions_opened",
        payload: { from: input.from, to: input.to, opened },
        audience: [resource.organizationId],
      });
      return { opened, skipped: days.length - opened };
    }),
  );
