import { type DocumentRoom, sealRoomDocument } from "~/agreements/sealed-documents/seal.server";
import { type Ctx, systemActor } from "~/platform/command";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";

const room: DocumentRoom = {
  subjectKind: "creditTable",
  eventWords: (name) =>
    translatorFor("zh-CN").any(`credits.events.${name.replace("credit_table.", "table_")}`),
  onSealed: async (tx, ctx, { documentId, subjectId, code }) => {
    const table = await tx.equivalenceTable.findUniqueOrThrow({ where: { id: subjectId } });
    const now = ctx.clock.now();
    await tx.equivalenceVersion.updateMany({
      where: { tableId: subjectId, documentId },
      data: { sealedAt: now, updatedAt: now, version: { increment: 1 } },
    });
    await record(tx, ctx, {
      subject: { type: "creditTable", id: subjectId },
      name: "credit_table.sealed",
      payload: { documentId, code },
      audience: [table.fromSchoolId, table.toSchoolId],
    });
  },
};

/** Seals a table's signed document; what was sealed before stands. */
export const sealTableDocument = (ctx: Ctx, documentId: string): Promise<"sealed" | "nothing_to_do"> =>
  sealRoomDocument(ctx, documentId, room);

/** Seals the table named in the delivery; called again after a crash it goes on where it was. */
export const sealTable: DeliveryHandler = async ({ documentId }) => {
  const ctx = { actor: systemActor("平台"), clock: systemClock, requestId: newId() };
  await sealTableDocument(ctx, String(documentId));
};
