import type { MemberCtx } from "~/identity/actor";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { isParty, speakRefusal } from "./enquiry-policy";
import { type EnquiryAction, type EnquiryState, moveOf } from "./rules/enquiry-lifecycle";
import { replyByOf } from "./rules/reply-by";
import { afterAnswer, afterSilence, NO_REPLIES } from "./rules/reply-record";

export type EnquiryRow = NonNullable<Awaited<ReturnType<Tx["enquiry"]["findUnique"]>>>;

export type Stored = { stored: Awaited<ReturnType<typeof putFile>>; name: string; mediaType: string };

/** Writes the bytes of attachments before the transaction that will point at them. */
export const storeFiles = (files: readonly ReceivedFile[]): Promise<Stored[]> =>
  Promise.all(
    files.map(async ({ bytes, name, mediaType }) => ({ stored: await putFile(bytes), name, mediaType })),
  );

/**
 * The enquiry a member acts on. Refuses (by rejecting the transaction) what is not theirs as not found, a role that may
 * not speak, a version they have not seen, and a move the lifecycle does not allow now.
 */
export const enquiryToMove = async (
  tx: Tx,
  ctx: MemberCtx,
  id: string,
  version: number,
  action: EnquiryAction,
): Promise<EnquiryRow> => {
  const enquiry = await tx.enquiry.findUnique({ where: { id } });
  if (!enquiry || !isParty(enquiry, ctx.actor.organizationId)) {
    return reject({ code: "not_found", key: "errors.notFound" });
  }
  const forbidden = speakRefusal(ctx.actor);
  if (forbidden) return reject(forbidden);
  if (enquiry.version !== version) return reject({ code: "conflict", key: "enquiries.errors.moved" });
  const at = ctx.clock.now();
  const facts = { ...enquiry, state: enquiry.state as EnquiryState };
  const move = moveOf(facts, action, ctx.actor, at, civilDate(at));
  if (!move.allowed) return reject({ code: "blocked", key: `enquiries.refused.${move.because}` });
  return enquiry;
};

/** Writes a change of one enquiry if nobody was faster. */
export const saveEnquiry = async (
  tx: Tx,
  enquiry: Pick<EnquiryRow, "id" | "version">,
  data: Partial<Omit<EnquiryRow, "id" | "version">>,
): Promise<void> => {
  const { count } = await tx.enquiry.updateMany({
    where: { id: enquiry.id, version: enquiry.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) stale();
};

export const otherParty = (enquiry: EnquiryRow, organizationId: string): string =>
  organizationId === enquiry.fromOrganizationId ? enquiry.toOrganizationId : enquiry.fromOrganizationId;

/** The columns of a turn that begins now for `holderId`. */
export const turnFor = (holderId: string, waiterId: string, replyDays: number, at: Date) => {
  const { replyBy, remindAt, certain } = replyByOf(civilDate(at), replyDays);
  return {
    batonId: holderId,
    waiterId,
    batonSince: at,
    replyBy,
    replyByCertain: certain,
    remindAt,
    remindedAt: null,
  };
};

/** The columns of an enquiry that has ended. */
export const ended = (state: Exclude<EnquiryState, "open">, at: Date) => ({
  state,
  batonId: null,
  waiterId: null,
  remindAt: null,
  endedAt: at,
});

/**
 * Counts the first answer of the party that holds the baton, and clears the silences of its listing. Comes out: the
 * column that remembers it; nothing when it had answered in this enquiry before.
 */
export const countAnswer = async (tx: Tx, enquiry: EnquiryRow, at: Date): Promise<Partial<EnquiryRow>> => {
  const holder = enquiry.batonId ?? "";
  const column = holder === enquiry.fromOrganizationId ? "fromAnsweredAt" : "toAnsweredAt";
  if (enquiry.listingId) {
    await tx.listing.updateMany({
      where: { id: enquiry.listingId, organizationId: holder, silentExpiries: { gt: 0 } },
      data: { silentExpiries: 0 },
    });
  }
  if (enquiry[column]) return {};
  const record = (await tx.replyRecord.findUnique({ where: { organizationId: holder } })) ?? NO_REPLIES;
  const next = afterAnswer(record, enquiry.batonSince, at);
  await saveRecord(tx, holder, next);
  return { [column]: at };
};

/** Counts a turn that ran out in silence. */
export const countSilence = async (tx: Tx, organizationId: string): Promise<void> => {
  const record = (await tx.replyRecord.findUnique({ where: { organizationId } })) ?? NO_REPLIES;
  await saveRecord(tx, organizationId, afterSilence(record));
};

const saveRecord = async (tx: Tx, organizationId: string, counts: typeof NO_REPLIES): Promise<void> => {
  const { due, answered, hours, silentInRow } = counts;
  const data = { due, answered, hours, silentInRow };
  await tx.replyRecord.upsert({
    where: { organizationId },
    create: { organizationId, ...data },
    update: data,
  });
};

/** Adds a message with its files to a thread. Comes out: the message's id. */
export const addMessage = async (
  tx: Tx,
  ctx: Ctx,
  enquiryId: string,
  text: string,
  files: readonly Stored[],
): Promise<string> => {
  const at = ctx.clock.now();
  const id = newId(at.getTime());
  const organizationId = ctx.actor.organizationId ?? "";
  await tx.enquiryMessage.create({
    data: { id, enquiryId, organizationId, authorName: ctx.actor.name, text, createdAt: at },
  });
  for (const file of files) {
    await attachFile(tx, {
      ...file,
      subject: { type: "enquiry_message", id },
      organizationId,
      uploadedBy: ctx.actor.personId ?? "",
      at,
    });
  }
  return id;
};
