import type { z } from "zod";
import { withdrawSealedDocument } from "~/agreements/sealed-documents/close.server";
import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { reasonForm } from "../schema";
import { openVersionOf, writeVersion } from "../table-access.server";

/**
 * Before the second signature either school takes the text back to editing, with a reason. Comes out: nothing; the frozen text
 * is withdrawn and both must agree again. Refuses a foreign table (not found) and a version that is not at signature (conflict).
 */
export const reopenTable = async (
  ctx: MemberCtx,
  tableId: string,
  input: z.output<typeof reasonForm>,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { table, version } = await openVersionOf(tx, ctx, tableId, ["signing"]);
    if (version.documentId) await withdrawSealedDocument(tx, version.documentId, input.reason);
    await writeVersion(tx, version.id, input.version, {
      state: "draft",
      documentId: null,
      code: null,
      agreedFromAt: null,
      agreedToAt: null,
      note: input.reason,
      updatedAt: ctx.clock.now(),
    });
    await record(tx, ctx, {
      subject: { type: "creditTable", id: table.id },
      name: "credit_table.reopened",
      payload: { ordinal: version.ordinal, reason: input.reason },
      audience: [table.fromSchoolId, table.toSchoolId],
    });
    return null;
  });
