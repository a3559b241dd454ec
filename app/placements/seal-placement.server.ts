import type { DocumentRoom } from "~/agreements/sealed-documents/seal.server";
import { sealRoomDocument } from "~/agreements/sealed-documents/seal.server";
import { systemActor } from "~/platform/command";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { placementMails } from "./placement-mails.server";

const room: DocumentRoom = {
  subjectKind: "placement",
  eventWords: (name) =>
    translatorFor("zh-CN").any(`placements.sealedEvents.${name.replace("placement.", "")}`),
  onSealed: async (tx, ctx, { documentId, subjectId, code }) => {
    const placement = await tx.placement.update({
      where: { id: subjectId },
      data: { sealedDocId: documentId, updatedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    await record(tx, ctx, {
      subject: { type: "placement", id: subjectId },
      name: "placement.agreement_sealed",
      payload: { documentId, code },
      audience: [placement.schoolId, placement.hostId],
    });
    const student = await tx.student.findUnique({
      where: { id: placement.studentId },
      select: { personId: true },
    });
    const letters = await placementMails(tx, {
      kind: "sealed",
      key: documentId,
      to: [],
      people: [student?.personId ?? null, placement.teacherId],
      values: { title: placement.title, code },
      link: `/placements/${subjectId}/agreement`,
    });
    await enqueue(tx, ctx, letters);
  },
};

/** Seals the tripartite agreement named in the delivery; called again after a crash it goes on where it was. */
export const sealPlacement: DeliveryHandler = async ({ documentId }) => {
  const ctx = { actor: systemActor("平台"), clock: systemClock, requestId: newId() };
  await sealRoomDocument(ctx, String(documentId), room);
};
