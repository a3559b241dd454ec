import type { MemberCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { enquiryMails } from "../enquiry-mails.server";
import type { AcceptEnquiry, AcceptedTerms } from "../enquiry-schema";
import {
  countAnswer,
  type EnquiryRow,
  ended,
  enquiryToMove,
  otherParty,
  saveEnquiry,
} from "../enquiry-thread.server";

const listingSnapshot = async (tx: Tx, id: string | null): Promise<AcceptedTerms["listing"]> => {
  if (!id) return null;
  const listing = await tx.listing.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      kind: true,
      direction: true,
      title: true,
      summary: true,
      details: true,
      regionCode: true,
      address: true,
      occupationCode: true,
      payMinFen: true,
      payMaxFen: true,
      samePostPayFen: true,
      majors: { select: { majorCode: true }, take: 50 },
    },
  });
  if (!listing) return null;
  const { majors, ...facts } = listing;
  return { ...facts, majorCodes: majors.map((major) => major.majorCode) };
};

const programmeSnapshot = async (
  tx: Tx,
  id: string | null,
  enquiry: EnquiryRow,
): Promise<AcceptedTerms["programme"]> => {
  if (!id) return null;
  const programme = await tx.programme.findUnique({
    where: { id },
    select: { id: true, name: true, majorCode: true, level: true, organizationId: true },
  });
  const parties = [enquiry.fromOrganizationId, enquiry.toOrganizationId];
  if (!programme || !parties.includes(programme.organizationId)) {
    return reject({ code: "not_found", key: "errors.notFound" });
  }
  const { organizationId: _school, ...facts } = programme;
  return facts;
};

const partyOf = async (tx: Tx, id: string): Promise<AcceptedTerms["from"]> =>
  tx.organization.findUniqueOrThrow({ where: { id }, select: { id: true, name: true, kind: true } });

/**
 * Accepts the terms the other side put forward and keeps them as they are now — parties, seats, dates, programme,
 * the listing as published, the contact — so that an agreement can be drafted from them. The listing's taken seats do
 * not change: only an agreement takes seats. Goes in: id, version, contact (11-digit mobile or landline), note. Comes out: the id.
 * Refuses as `replyToEnquiry`, and one's own terms.
 */
export const acceptEnquiry = (
  ctx: MemberCtx,
  id: string,
  input: AcceptEnquiry,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const enquiry = await enquiryToMove(tx, ctx, id, input.version, "accept");
    const at = ctx.clock.now();
    const mine = ctx.actor.organizationId;
    const other = otherParty(enquiry, mine);
    const programmeId = enquiry.programmeId ?? input.programmeId ?? null;
    const accepted: AcceptedTerms = {
      form: 1,
      acceptedOn: civilDate(at),
      acceptedById: mine,
      from: await partyOf(tx, enquiry.fromOrganizationId),
      to: await partyOf(tx, enquiry.toOrganizationId),
      subject: enquiry.subject,
      seats: enquiry.seats,
      startsOn: enquiry.startsOn,
      endsOn: enquiry.endsOn,
      programme: await programmeSnapshot(tx, programmeId, enquiry),
      listing: await listingSnapshot(tx, enquiry.listingId),
      contact: {
        name: input.contactName,
        phoneSealed: sealField("enquiry.contactPhone", input.contactPhone),
      },
      note: input.note ?? null,
    };
    const answered = await countAnswer(tx, enquiry, at);
    await saveEnquiry(tx, enquiry, {
      ...ended("accepted", at),
      ...answered,
      programmeId,
      accepted: JSON.stringify(accepted),
    });
    const told = { subject: enquiry.subject, by: ctx.actor.organization.name };
    await record(tx, ctx, {
      subject: { type: "enquiry", id },
      name: "enquiry.accepted",
      payload: {
        ...told,
        seats: enquiry.seats,
        startsOn: enquiry.startsOn,
        endsOn: enquiry.endsOn,
        programmeId,
      },
      audience: [mine, other],
    });
    const letter = { kind: "accepted", key: id, toOrganizationId: other, values: told } as const;
    await enqueue(tx, ctx, await enquiryMails(tx, { ...letter, link: `/enquiries/${id}` }));
    return { id };
  });
