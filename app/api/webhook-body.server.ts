import { config } from "~/platform/config/config.server";
import type { Tx } from "~/platform/db/gate.server";

type Told = {
  id: string;
  name: string;
  at: Date;
  subjectType: string;
  subjectId: string;
  payload: string;
};

type Data = { readonly [key: string]: string | number | null };

const partiesOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.organization.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const listingData = async (tx: Tx, id: string): Promise<Data> => {
  const listing = await tx.listing.findUnique({ where: { id } });
  const named = await tx.listingReference.findUnique({ where: { listingId: id } });
  return {
    type: "listing",
    id,
    reference: named?.reference ?? null,
    url: `${config().baseUrl}/listings/${id}`,
    title: listing?.title ?? null,
    kind: listing?.kind ?? null,
    direction: listing?.direction ?? null,
    state: listing?.state ?? null,
    version: listing?.version ?? null,
  };
};

const enquiryData = async (tx: Tx, id: string): Promise<Data> => {
  const enquiry = await tx.enquiry.findUnique({ where: { id } });
  const named = enquiry?.listingId
    ? await tx.listingReference.findUnique({ where: { listingId: enquiry.listingId } })
    : null;
  const names = await partiesOf(tx, enquiry ? [enquiry.fromOrganizationId, enquiry.toOrganizationId] : []);
  return {
    type: "enquiry",
    id,
    url: `${config().baseUrl}/enquiries/${id}`,
    state: enquiry?.state ?? null,
    subject: enquiry?.subject ?? null,
    from: names.get(enquiry?.fromOrganizationId ?? "") ?? null,
    to: names.get(enquiry?.toOrganizationId ?? "") ?? null,
    listingId: enquiry?.listingId ?? null,
    reference: named?.reference ?? null,
    seats: enquiry?.seats ?? null,
    startsOn: enquiry?.startsOn ?? null,
    endsOn: enquiry?.endsOn ?? null,
    replyBy: enquiry?.replyBy ?? null,
    declineReason: enquiry?.declineReason ?? null,
  };
};

/** What a receiver is told of one event: what happened to which record, as it now is; organizations, never people. */
export const webhookBody = async (
  tx: Tx,
  messageId: string,
  organizationId: string,
  event: Told,
): Promise<string> => {
  const { reason } = JSON.parse(event.payload) as { reason?: unknown };
  const data =
    event.subjectType === "listing"
      ? await listingData(tx, event.subjectId)
      : await enquiryData(tx, event.subjectId);
  return JSON.stringify({
    id: messageId,
    event: event.name,
    eventId: event.id,
    at: event.at.toISOString(),
    organizationId,
    data: { ...data, ...(typeof reason === "string" && event.subjectType === "listing" ? { reason } : {}) },
  });
};
