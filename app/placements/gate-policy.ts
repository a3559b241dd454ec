import { type Member, mayWrite } from "~/identity/actor";
import type { Refusal } from "~/platform/result";

const FORBIDDEN: Refusal = { code: "forbidden", key: "errors.forbidden" };

/** Who clears gates, writes plans and prepares agreements: a school's owner or coordinator. */
export const clearRefusal = (actor: Member): Refusal | null =>
  actor.organization.kind === "school" && mayWrite(actor) ? null : FORBIDDEN;

/** Who records that an authority lets a unit take more: the unit's owner or coordinator. */
export const exceptionRefusal = (actor: Member): Refusal | null =>
  actor.organization.kind === "enterprise" && mayWrite(actor) ? null : FORBIDDEN;

/** Who signs for an organization: its owner (负责人). */
export const signRefusal = (actor: Member): Refusal | null =>
  (actor.organization.kind === "school" || actor.organization.kind === "enterprise") &&
  actor.organization.role === "owner"
    ? null
    : { code: "forbidden", key: "placements.errors.ownerSigns" };
