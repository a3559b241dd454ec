import type { Acting } from "~/identity/actor";
import type { Refusal } from "~/platform/result";

/** Keys and webhooks let systems act for the organization: its owners alone keep them. Null, or the refusal. House rule. */
export const machinesRefusal = (actor: Pick<Acting, "organization">): Refusal | null =>
  actor.organization.role === "owner" ? null : { code: "forbidden", key: "machines.errors.ownerOnly" };
