import type { MemberCtx, OrganizationKind } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { enquiryMails } from "../enquiry-mails.server";
import { speakRefusal } from "../enquiry-policy";
import type { OpenEnquiry } from "../enquiry-schema";
import { addMessage, storeFiles, turnFor } from "../enquiry-thread.server";
import { reopensOn } from "../quota-standing.server";
import { partiesRefusal } from "../rules/enquiry-parties";

const party = { id: true, kind: true, state: true, name: true } as const;

const foundListing = async (tx: Tx, id: string | undefined, today: string) => {
  if (!id) return null;
  const listing = await tx.listing.findUnique({ where: { id } });
  if (!listing || listing.state === "draft" || listing.state === "checking") {
    return reject({ code: "not_found", key: "errors.notFound" });
  }
  const over = listing.openUntil !== null && listing.openUntil < today;
  if (listing.state !== "published" || over)
    return reject({ code: "blocked", key: "enquiries.errors.listingClosed" });
  return listing;
};

/** A listing's owner is asked about it; about one's own listing somebody else is asked. */
const otherSide = (
  listing: { organizationId: string } | null,
  fromId: string,
  to: string | undefined,
): string => (listing && !(to && listing.organizationId === fromId) ? listing.organizationId : (to ?? ""));

const foundParties = async (tx: Tx, fromId: string, toId: string) => {
  const from = await tx.organization.findUnique({ where: { id: fromId }, select: party });
  const to = await tx.organization.findUnique({ where: { id: toId }, select: party });
  if (!from || !to) return reject({ code: "not_found", key: "errors.notFound" });
  const asParty = (one: typeof from) => ({ ...one, kind: one.kind as OrganizationKind });
  const because = partiesRefusal(asParty(from), asParty(to));
  if (because)
    return reject({
      code: because === "not_verified" ? "forbidden" : "blocked",
      key: `enquiries.refused.${because}`,
    });
  return { from, to };
};

const checkProgramme = async (tx: Tx, id: string | undefined, parties: readonly string[]): Promise<void> => {
  if (!id) return;
  const programme = await tx.programme.findUnique({ where: { id }, select: { organizationId: true } });
  if (!programme || !parties.includes(programme.organizationId)) {
    reject({ code: "not_found", key: "errors.notFound" });
  }
};

const refuseSecond = async (tx: Tx, same: Parameters<Tx["enquiry"]["findFirst"]>[0]): Promise<void> => {
  const open = await tx.enquiry.findFirst({ ...same, select: { id: true } });
  if (open) reject({ code: "conflict", key: "enquiries.errors.duplicate", values: { id: open.id } });
};

/**
 * Opens an enquiry to the owner of a published listing, or to an organization that was suggested. Goes in: the form's
 * fields, the submission key and files (with one's own listing, the organization that was suggested for it). Comes out: the enquiry's id; the same key again gives the same id. Refuses a
 * viewer, an unverified asker, a listing that is not open, a party nobody acts for, itself, dates in the past, one that
 * takes no more this month by its own limit (with the date from which it does), and a second open enquiry about the same thing (with the id of the first). The baton starts with the other side.
 */
export const openEnquiry = async (
  ctx: MemberCtx,
  input: OpenEnquiry,
  files: readonly ReceivedFile[] = [],
): Promise<Result<{ id: string }>> => {
  const stored = await storeFiles(files);
  return decide(async (tx) => {
    const forbidden = speakRefusal(ctx.actor);
    if (forbidden) reject(forbidden);
    const { submissionKey, ...fields } = input;
    const asked = { ...fields, files: stored.map((file) => file.stored.sha256) };
    return once(tx, ctx, submissionKey, asked, async () => {
      const at = ctx.clock.now();
      const today = civilDate(at);
      const fromId = ctx.actor.organizationId;
      if (input.endsOn && input.endsOn < today) {
        reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "endsOn", key: "enquiries.errors.past" }],
        });
      }
      const listing = await foundListing(tx, input.listingId, today);
      const { from, to } = await foundParties(tx, fromId, otherSide(listing, fromId, input.to));
      await checkProgramme(tx, input.programmeId, [fromId, to.id]);
      const full = await reopensOn(tx, to.id, at);
      if (full) reject({ code: "blocked", key: "quota.full", values: { date: full } });
      const about = listing
        ? { listingId: listing.id }
        : { listingId: null, programmeId: input.programmeId ?? null };
      await refuseSecond(tx, {
        where: { fromOrganizationId: fromId, toOrganizationId: to.id, state: "open", ...about },
      });
      const id = newId(at.getTime());
      const turn = turnFor(to.id, fromId, input.replyDays, at);
      await tx.enquiry.create({
        data: {
          id,
          fromOrganizationId: fromId,
          toOrganizationId: to.id,
          listingId: listing?.id ?? null,
          programmeId: input.programmeId ?? null,
          state: "open",
          subject: input.subject,
          seats: input.seats ?? null,
          startsOn: input.startsOn ?? null,
          endsOn: input.endsOn ?? null,
          termsById: fromId,
          replyDays: input.replyDays,
          createdAt: at,
          version: 1,
          ...turn,
        },
      });
      await addMessage(tx, ctx, id, input.message, stored);
      const told = { subject: input.subject, from: from.name, to: to.name, replyBy: turn.replyBy };
      await record(tx, ctx, {
        subject: { type: "enquiry", id },
        name: "enquiry.opened",
        payload: {
          ...told,
          listingId: listing?.id ?? null,
          programmeId: input.programmeId ?? null,
          seats: input.seats ?? null,
        },
        audience: [fromId, to.id],
      });
      const letter = {
        kind: "opened",
        key: id,
        toOrganizationId: to.id,
        values: told,
        quote: input.message,
      } as const;
      await enqueue(tx, ctx, await enquiryMails(tx, { ...letter, link: `/enquiries/${id}` }));
      return { id };
    });
  });
};
