import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import { type Member, mayWrite } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { civilDate } from "~/platform/time/clock";
import { workingDaysBetween } from "~/platform/time/working-days";
import { isParty } from "../enquiry-policy";
import { acceptedTermsSchema } from "../enquiry-schema";
import { type EnquiryState, movesOpenTo } from "../rules/enquiry-lifecycle";
import { replyFiguresOf } from "./reply-figures.server";

const MESSAGES = 200;

const messagesOf = async (enquiryId: string) => {
  const rows = await read.enquiryMessage.findMany({
    where: { enquiryId },
    orderBy: { createdAt: "asc" },
    take: MESSAGES,
  });
  const files = await read.storedFile.findMany({
    where: { subjectType: "enquiry_message", subjectId: { in: rows.map(({ id }) => id) } },
    orderBy: { createdAt: "asc" },
    take: MESSAGES * 5,
    select: { id: true, name: true, bytes: true, subjectId: true },
  });
  return rows.map((row) => ({
    id: row.id,
    organizationId: row.organizationId,
    authorName: row.authorName,
    text: row.text,
    at: row.createdAt.toISOString(),
    files: files.filter(({ subjectId }) => subjectId === row.id),
  }));
};

const acceptedOf = (stored: string | null) => {
  if (!stored) return null;
  const terms = acceptedTermsSchema.parse(JSON.parse(stored));
  return {
    on: terms.acceptedOn,
    byId: terms.acceptedById,
    contactName: terms.contact.name,
    contactPhone: openField("enquiry.contactPhone", terms.contact.phoneSealed),
    note: terms.note,
  };
};

const silentIn = (history: Awaited<ReturnType<typeof historyOf>>): string | null => {
  const expired = history.find(({ name }) => name === "enquiry.expired");
  return typeof expired?.payload.silent === "string" ? expired.payload.silent : null;
};

/**
 * One enquiry as a party reads it: terms, whose turn, messages with files, what may be done now, what was accepted, what
 * happened. Goes in: the member, the id, the instant. Comes out: null for what is not theirs. Changes nothing.
 */
export const enquiryPage = async (actor: Member, id: string, now: Date) => {
  const enquiry = await read.enquiry.findUnique({ where: { id } });
  if (!enquiry || !isParty(enquiry, actor.organizationId)) return null;
  const mine = actor.organizationId;
  const otherId = enquiry.fromOrganizationId === mine ? enquiry.toOrganizationId : enquiry.fromOrganizationId;
  const [other, listing, programme, programmes, messages, history, replies, { regions }] = await Promise.all([
    read.organization.findUniqueOrThrow({
      where: { id: otherId },
      select: { id: true, name: true, kind: true, regionCode: true },
    }),
    enquiry.listingId
      ? read.listing.findUnique({ where: { id: enquiry.listingId }, select: { id: true, title: true } })
      : null,
    enquiry.programmeId
      ? read.programme.findUnique({ where: { id: enquiry.programmeId }, select: { id: true, name: true } })
      : null,
    read.programme.findMany({
      where: { organizationId: mine, closedAt: null },
      orderBy: { id: "asc" },
      take: 100,
      select: { id: true, name: true },
    }),
    messagesOf(id),
    historyOf("enquiry", id),
    replyFiguresOf(otherId),
    catalogue(),
  ]);
  const facts = { ...enquiry, state: enquiry.state as EnquiryState };
  const today = civilDate(now);
  return {
    id,
    version: enquiry.version,
    state: facts.state,
    subject: enquiry.subject,
    sent: enquiry.fromOrganizationId === mine,
    other: { ...other, region: regionName(regions, other.regionCode) },
    listing,
    programme,
    programmes,
    terms: {
      seats: enquiry.seats,
      startsOn: enquiry.startsOn,
      endsOn: enquiry.endsOn,
      byUs: enquiry.termsById === mine,
    },
    turn: enquiry.batonId
      ? {
          mine: enquiry.batonId === mine,
          waitedDays: workingDaysBetween(civilDate(enquiry.batonSince), today).count,
          replyBy: enquiry.replyBy,
          certain: enquiry.replyByCertain,
          remindAt: enquiry.remindAt?.toISOString() ?? null,
          remindedAt: enquiry.remindedAt?.toISOString() ?? null,
          first: messages.length <= 1,
        }
      : null,
    ended: {
      reason: enquiry.declineReason,
      note: enquiry.declineNote,
      silent: silentIn(history),
      replyBy: enquiry.replyBy,
    },
    accepted: acceptedOf(enquiry.accepted),
    messages,
    replies,
    mayAct: mayWrite(actor),
    moves: mayWrite(actor) ? movesOpenTo(facts, mine, now, today) : [],
    history: history.map(({ id: eventId, name, at, payload }) => ({
      id: eventId,
      name,
      at: at.toISOString(),
      payload: payload as Record<string, string | number>,
    })),
  };
};

export type EnquiryPageView = NonNullable<Awaited<ReturnType<typeof enquiryPage>>>;
