import type { OrganizationKind } from "~/identity/actor";

export type Party = { id: string; kind: OrganizationKind; state: string };

export type PartiesRefusal = "to_oneself" | "not_verified" | "nobody_acts" | "authority" | "two_enterprises";

/**
 * Whether one organization may open an enquiry to another. Goes in: both parties with kind and state. Comes out: null,
 * or why not: to itself, the asker is not verified, nobody acts for the other side (an unclaimed public profile, or not
 * verified yet), an authority takes no part in deals, or two enterprises with no school, body or park between them.
 * House rule.
 */
export const partiesRefusal = (from: Party, to: Party): PartiesRefusal | null => {
  if (from.id === to.id) return "to_oneself";
  if (from.kind === "authority" || to.kind === "authority") return "authority";
  if (from.state !== "verified") return "not_verified";
  if (to.state !== "verified") return "nobody_acts";
  if (from.kind === "enterprise" && to.kind === "enterprise") return "two_enterprises";
  return null;
};
