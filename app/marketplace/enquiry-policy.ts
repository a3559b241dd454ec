import { type Member, mayWrite } from "~/identity/actor";
import type { Refusal } from "~/platform/result";

/** Who may speak for an organization in an enquiry: its owner and coordinators. Null, or the refusal with its reason. */
export const speakRefusal = (actor: Member): Refusal | null =>
  mayWrite(actor) ? null : { code: "forbidden", key: "enquiries.errors.role" };

/** Whether an organization is a party of an enquiry: only its two parties ever see it. */
export const isParty = (
  enquiry: { fromOrganizationId: string; toOrganizationId: string },
  organizationId: string | null,
): boolean => organizationId === enquiry.fromOrganizationId || organizationId === enquiry.toOrganizationId;
