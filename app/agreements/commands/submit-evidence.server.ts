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
import { recordKindOf } from "../record-kinds/kinds.server";
import { isRunning } from "../rules/life";
import type { SubmitEvidence } from "../schema";

/** Working days the other side has to answer a delivery. House rule, as in the model clause. */
const ANSWER_DAYS = 10;

const wrong = (field: string, key: string) =>
  reject({ code: "invalid", key: "errors.checkFields", fields: [{ field, key }] });

const countedRecord = async (tx: Tx, named: string, organizationId: string, agreementId: string) => {
  const [kind = "", recordId = ""] = named.split(/:(.*)/s);
  const found = await recordKindOf(kind)?.count(tx, { agreementId, organizationId, recordId });
  if (!found) return reject({ code: "not_found", key: "errors.notFound" });
  if (!found.counts) return wrong("record", found.key);
  const used = await tx.agreementEvidence.findFirst({
    where: { agreementId, recordType: kind, recordId },
    select: { id: true },
  });
  if (used) return wrong("record", "agreements.errors.recordUsed");
  const { quantity, happenedOn, title } = found.record;
  return { given: { quantity, happenedOn, note: title }, recordType: kind, recordId };
};

/**
 * Submits what was delivered of a promise. Goes in: the agreement, the commitment, number, date, note and file; or a
 * record of the platform ("listing:<id>": `record-kinds/`), which then counts by itself. Comes out: the evidence's id. Refuses an
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
        const counted = input.record ? await countedRecord(tx, input.record, mine, agreementId) : null;
        const given = counted?.given ?? {
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
            recordType: counted?.recordType ?? null,
            recordId: counted?.recordId ?? null,
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
