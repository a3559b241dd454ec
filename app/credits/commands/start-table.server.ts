import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseCreditWork } from "../policy";
import type { startTableForm } from "../schema";
import { restingAgreement } from "../table-access.server";
import { newVersion } from "../table-version.server";

/**
 * A school proposes an equivalence table (学分互认表) with another one. Goes in: the school–school agreement it rests on, which
 * way (out: own courses count there; in: theirs count here), the first day. Comes out: the table's id with an open first
 * version both edit. Refuses an agreement of others or one that does not run (not found), and a second table of the same
 * direction (conflict): a known table gets a new version instead.
 */
export const startTable = async (
  ctx: MemberCtx,
  { submissionKey, ...input }: z.output<typeof startTableForm>,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide((tx) =>
    once(tx, ctx, submissionKey, input, async () => {
      const now = ctx.clock.now();
      const { organizationId } = ctx.actor;
      const resting = await restingAgreement(tx, input.agreement, organizationId, civilDate(now));
      if (!resting) return reject({ code: "not_found", key: "errors.notFound" });
      const pair =
        input.direction === "out"
          ? { fromSchoolId: organizationId, toSchoolId: resting.otherId }
          : { fromSchoolId: resting.otherId, toSchoolId: organizationId };
      const known = await tx.equivalenceTable.findUnique({ where: { fromSchoolId_toSchoolId: pair } });
      if (known) return reject({ code: "conflict", key: "credits.errors.tableKnown" });
      const id = newId(now.getTime());
      await tx.equivalenceTable.create({
        data: { id, ...pair, agreementId: input.agreement, createdAt: now },
      });
      await newVersion(tx, ctx, { tableId: id, ordinal: 1, validFrom: input.validFrom, copyFrom: null });
      await record(tx, ctx, {
        subject: { type: "creditTable", id },
        name: "credit_table.proposed",
        payload: { ordinal: 1, validFrom: input.validFrom },
        audience: [pair.fromSchoolId, pair.toSchoolId],
      });
      return { id };
    }),
  );
};
