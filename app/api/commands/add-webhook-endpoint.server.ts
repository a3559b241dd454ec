import type { MemberCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { newToken } from "~/platform/crypto/tokens.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import { machinesRefusal } from "../key-policy";
import { addressProblem, isStrict } from "../webhook-address.server";
import type { EndpointInput } from "../webhook-schema";

/** Endpoints of an organization. House rule. */
const MOST_ENDPOINTS = 5;

/**
 * Adds an address of the own system that is told of events. Goes in: the URL, the events, the form's key. Comes out: its
 * id and the secret its messages are signed with, shown this once; sent twice, the id without the secret. Refuses all but
 * owners (forbidden), an address that is not https or leads into an internal network (beside the field) and a sixth
 * endpoint (blocked). House rule.
 */
export const addWebhookEndpoint = async (
  ctx: MemberCtx,
  { url, events, submissionKey }: EndpointInput,
): Promise<Result<{ id: string; secret: string | null }>> => {
  const denied = machinesRefusal(ctx.actor);
  if (denied) return { ok: false, refusal: denied };
  const problem = await addressProblem(url, isStrict());
  if (problem) return invalidField("url", problem);
  const { organizationId } = ctx.actor;
  const at = ctx.clock.now();
  const fresh = newId(at.getTime());
  const secret = `whsec_${newToken()}`;
  const done = await decide((tx) =>
    once(tx, ctx, submissionKey, { url, events }, async () => {
      if ((await tx.webhookEndpoint.count({ where: { organizationId, removedAt: null } })) >= MOST_ENDPOINTS)
        reject({
          code: "blocked",
          key: "machines.errors.tooManyEndpoints",
          values: { most: MOST_ENDPOINTS },
        });
      await tx.webhookEndpoint.create({
        data: {
          id: fresh,
          organizationId,
          url,
          events: events.join(","),
          secretSealed: sealField("webhookEndpoint.secret", secret),
          state: "active",
          deadInRow: 0,
          createdBy: ctx.actor.personId,
          createdAt: at,
          version: 1,
        },
      });
      // Events are told from here on, not from whenever somebody last listened.
      await tx.eventCursor.upsert({
        where: { name: "webhooks" },
        create: { name: "webhooks", at, eventId: "" },
        update: {},
      });
      await record(tx, ctx, {
        subject: { type: "webhook_endpoint", id: fresh },
        name: "webhook_endpoint.added",
        payload: { host: new URL(url).host, events: events.join(",") },
        audience: [],
      });
      return { id: fresh };
    }),
  );
  if (!done.ok) return done;
  const { id } = done.value;
  return { ok: true, value: { id, secret: id === fresh ? secret : null } };
};
