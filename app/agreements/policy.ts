import { type Member, mayWrite } from "~/identity/actor";
import type { Refusal } from "~/platform/result";

/** Owners and coordinators negotiate, deliver and decide. Null, or the refusal with its reason. */
export const actRefusal = (actor: Member): Refusal | null =>
  mayWrite(actor) ? null : { code: "forbidden", key: "agreements.errors.role" };

/** Only the parties of an agreement ever see it; everybody else is told that nothing is there. */
export const isParty = (
  parties: readonly { organizationId: string }[],
  organizationId: string | null,
): boolean => parties.some((party) => party.organizationId === organizationId);

/** Whether a text was ever shown to the other parties, or is the reader's own draft. */
export const isShown = (
  text: { sentAt: Date | null },
  drafterId: string,
  organizationId: string | null,
): boolean => text.sentAt !== null || drafterId === organizationId;

/** Agreements are made by verified organizations: a signature must stand for somebody who was looked at. */
export const verifiedRefusal = (actor: Member): Refusal | null =>
  actor.organization.verified ? null : { code: "forbidden", key: "agreements.errors.notVerified" };
