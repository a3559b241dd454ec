import type { MemberCtx } from "~/identity/actor";
import { acceptedTermsSchema } from "~/marketplace/enquiry-schema";
import { read } from "~/platform/db/client.server";
import { isShown } from "../policy";

export type PartnerChoice = { id: string; name: string; kind: string };

/**
 * Verified organizations whose name contains what was typed, one's own left out; at most eight. Goes in: who asks and the
 * words. Nothing typed finds nothing.
 */
export const findPartners = async (ctx: MemberCtx, typed: string): Promise<PartnerChoice[]> => {
  const name = typed.trim().slice(0, 40);
  if (name.length < 2) return [];
  return read.organization.findMany({
    where: {
      state: "verified",
      kind: { not: "authority" },
      id: { not: ctx.actor.organizationId },
      name: { contains: name },
    },
    select: { id: true, name: true, kind: true },
    orderBy: { name: "asc" },
    take: 8,
  });
};

export type DraftSource = {
  enquiryId: string;
  subject: string;
  partner: PartnerChoice;
  startsOn: string | null;
  endsOn: string | null;
  agreementId: string | null;
  /** the other side is drafting and has not sent it yet */
  draftedElsewhere: boolean;
};

/** What an accepted enquiry of one's own brings to a draft; null when there is none or it is somebody else's. */
export const draftSource = async (ctx: MemberCtx, enquiryId: string | null): Promise<DraftSource | null> => {
  const mine = ctx.actor.organizationId;
  const enquiry = enquiryId ? await read.enquiry.findUnique({ where: { id: enquiryId } }) : null;
  if (!enquiry?.accepted || (enquiry.fromOrganizationId !== mine && enquiry.toOrganizationId !== mine))
    return null;
  const terms = acceptedTermsSchema.parse(JSON.parse(enquiry.accepted));
  const drafted = await read.agreement.findUnique({
    where: { enquiryId: enquiry.id },
    select: { id: true, sentAt: true, draftedById: true },
  });
  return {
    enquiryId: enquiry.id,
    subject: terms.subject,
    partner: terms.from.id === mine ? terms.to : terms.from,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    agreementId: drafted && isShown(drafted, drafted.draftedById, mine) ? drafted.id : null,
    draftedElsewhere: drafted !== null && !isShown(drafted, drafted.draftedById, mine),
  };
};
