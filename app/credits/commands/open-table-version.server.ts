import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseCreditWork } from "../policy";
import type { openVersionForm } from "../schema";
import { ownTable, restingAgreement } from "../table-access.server";
import { newVersion } from "../table-version.server";

/**
 * Opens the next version of a table for editing, beginning with the lines of the last one. Goes in: the table, the first day.
 * Comes out: the version's id. Refuses a foreign table (not found), while another version is open, and when the agreement no
 * longer runs (conflict). Conversions already made are never touched.
 */
export const openTableVersion = async (
  ctx: MemberCtx,
  tableId: string,
  { submissionKey, ...input }: z.output<typeof openVersionForm>,
): Promise<Result<{ id: string }>> =>
  decide((tx) =>
    once(tx, ctx, submissionKey, { tableId, ...input }, async () => {
      const table = await ownTable(tx, ctx.actor, tableId);
      if (!table) return reject({ code: "not_found", key: "errors.notFound" });
      const refusal = refuseCreditWork(ctx.actor);
      if (refusal) return reject(refusal);
      const today = civilDate(ctx.clock.now());
      if (!(await restingAgreement(tx, table.agreementId, ctx.actor.organizationId, today))) {
        return reject({ code: "conflict", key: "credits.errors.agreementEnded" });
      }
      const open = await tx.equivalenceVersion.findUnique({ where: { openKey: tableId } });
      if (open) return reject({ code: "conflict", key: "credits.errors.versionOpen" });
      const last = await tx.equivalenceVersion.findFirst({
        where: { tableId },
        orderBy: { ordinal: "desc" },
        select: { ordinal: true },
      });
      const signed = await tx.equivalenceVersion.findFirst({
        where: { tableId, state: "signed" },
        orderBy: { ordinal: "desc" },
        select: { id: true },
      });
      const ordinal = (last?.ordinal ?? 0) + 1;
      const id = await newVersion(tx, ctx, {
        tableId,
        ordinal,
        validFrom: input.validFrom,
        copyFrom: signed?.id ?? null,
      });
      await record(tx, ctx, {
        subject: { type: "creditTable", id: tableId },
        name: "credit_table.version_opened",
        payload: { ordinal, validFrom: input.validFrom },
        audience: [table.fromSchoolId, table.toSchoolId],
      });
      return { id };
    }),
  );
