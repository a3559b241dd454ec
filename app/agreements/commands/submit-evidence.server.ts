import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { agreementMails } from "../agreement-mails.server";
import { recordAgreement } from "../agreement-record.server";
import { ownAgreement, refreshParties } from "../agreement-work.server";
import { isRunning } from "../rules/life";
import type { SubmitEvidence } from "../schema";

/** Working days the other side has to answer a delivery. House rule, as in the model clause. */
const ANSWER_DAYS = 10;

const wrong = (field: string, key: string) =>
  reject({ code: "invalid", key: "errors.checkFields", fields: [{ field, key }] });

const listingCounts = async (tx: Tx, listingId: string, organizationId: string, agreementId: string) => {
  const listing = await tx.listing.findUnique({
    where: { id: listingId },
    select: { organizationId: true, state: true, seats: true, title: true, publishedAt: true },
  });
  if (!listing || listing.organizationId !== organizationId)
    return reject({ code: "not_found", key: "errors.notFound" });
  if (!["published", "full"].includes(listing.state) || !listing.publishedAt)
    return wrong("listingId", "agreements.errors.listingState");
  const used = await tx.agreementEvidence.findFirst({
    where: { agreementId, recordType: "listing", recordId: listingId },
    select: { id: true },
  });
  if (used) return wrong("listingId", "agreements.errors.listingUsed");
  return { quantity: listing.seats ?? 1, happenedOn: civilDate(listing.publishedAt), note: listing.title };
};

/**
 * Submits what was delivered of a promise. Goes in: the agreement, the commitment, number, date, note and file; or a
 * published listing of one's own, which then counts by itself with its seats. Comes out: the evidence's id. Refuses an
 * agreement that is not running today, a promise of somebody else, a date outside its term or in the future. Anything but
 * a record of the platform counts only once the other side accepts it, within ten working days.
 */
export const submitEvidence = async (
  ctx: MemberCtx,
  agreementId: string,
  commitmentId: string,
  input: SubmitEvidence,
  file: ReceivedFile | null,
): Promise<Result<{ id: string }>> => {
  const stored = file ? await putFile(file.bytes) : null;
  return decide((tx) => {
    const { submissionKey, ...asked } = input;
    return once(
      tx,
      ctx,
      submissionKey,
      { ...asked, commitmentId, file: stored?.sha256 ?? null },
      async () => {
        const agreement = await ownAgreement(tx, ctx, agreementId);
        const at = ctx.clock.now();
        const today = civilDate(at);
        const mine = ctx.actor.organizationId;
        const commitment = await tx.agreementCommitment.findUnique({
          where: { agreementId_id: { agreementId, id: commitmentId } },
        });
        if (!commitment || commitment.dropped) return reject({ code: "not_found", key: "errors.notFound" });
        if (commitment.byId !== mine) return reject({ code: "forbidden", key: "agreements.errors.notYours" });
        if (!isRunning(agreement, today))
          return reject({ code: "blocked", key: "agreements.errors.notRunning" });
        const counted = input.listingId ? await listingCounts(tx, input.listingId, mine, agreementId) : null;
        const given = counted ?? {
          quantity: input.quantity ?? 0,
          happenedOn: input.happenedOn ?? today,
          note: input.note ?? "",
        };
        if (given.happenedOn > today) wrong("happenedOn", "agreements.errors.future");
        if (!counted && given.happenedOn < (agreement.effectiveOn ?? today))
          wrong("happenedOn", "agreements.errors.beforeEffect");
        const id = newId(at.getTime());
        const fileId =
          file && stored
            ? await attachFile(tx, {
                stored,
                name: file.name,
                mediaType: file.mediaType,
                subject: { type: "agreement", id: agreementId },
                organizationId: mine,
                uploadedBy: ctx.actor.personId,
                at,
              })
            : null;
        const answerBy = addWorkingDays(today, ANSWER_DAYS).date;
        await tx.agreementEvidence.create({
          data: {
            id,
            agreementId,
            commitmentId,
            ...given,
            fileId,
            recordType: counted ? "listing" : null,
            recordId: input.listingId ?? null,
            organizationId: mine,
            authorName: ctx.actor.name,
            state: counted ? "accepted" : "pending",
            submittedAt: at,
            answerBy,
            decidedAt: counted ? at : null,
            version: 1,
          },
        });
        const add = counted
          ? { accepted: { increment: given.quantity } }
          : { pending: { increment: given.quantity } };
        await tx.agreementCommitment.update({
          where: { agreementId_id: { agreementId, id: commitmentId } },
          data: add,
        });
        const told = {
          what: commitment.title,
          quantity: given.quantity,
          unit: commitment.unit,
          by: ctx.actor.organization.name,
        };
        const eventId = await recordAgreement(tx, ctx, agreementId, "agreement.evidence_submitted", {
          ...told,
          evidenceId: id,
          commitmentId,
          counts: counted !== null,
          happenedOn: given.happenedOn,
        });
        await refreshParties(tx, agreementId, today);
        if (!counted) {
          const link = `/agreements/${agreementId}/commitments/${commitmentId}`;
          await enqueue(
            tx,
            ctx,
            await agreementMails(tx, {
              kind: "delivered",
              key: eventId,
              to: [commitment.toId],
              values: { ...told, due: answerBy },
              link,
            }),
          );
        }
        return { id };
      },
    );
  });
};
