import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { newToken } from "~/platform/crypto/tokens.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { addDays, civilDate } from "~/platform/time/clock";
import { refuseAuthorityWork } from "../policy";
import { loadRules } from "../rule-set.server";
import { windowsOf } from "../rules/pack";
import { digestOf } from "../rules/ranking";
import { pointCode, schoolYearOf, termOf } from "../rules/term";
import type { windowForm } from "../schema";
import { authorityRegionOf } from "../transfer-access.server";

/**
 * An authority opens a window for one grade in one direction. Goes in: direction, school year, grade, term, edge and the days
 * it is open. Comes out: its id. The rules in force on its first day are frozen into it, and so is the seed of the lot, of
 * which only the hash is shown until the first ranking. Refuses a point the rules do not allow, one that was opened before,
 * and days too late for the lead time the rules ask for.
 */
export const openWindow = async (
  ctx: MemberCtx,
  input: z.output<typeof windowForm>,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseAuthorityWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const { submissionKey, ...asked } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, asked, async () => {
      const now = ctx.clock.now();
      const regionCode = (await authorityRegionOf(tx, ctx.actor)) ?? "";
      const rules = await loadRules(tx, regionCode, asked.opensOn);
      const { direction, schoolYear, grade, term, edge, opensOn, closesOn } = asked;
      const wrong = (field: string, key: string, values?: Record<string, string | number>) =>
        reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field, key, ...(values ? { values } : {}) }],
        });
      if (!rules.facts.directions.value.includes(direction)) wrong("direction", "transfers.errors.direction");
      if (!windowsOf(rules.facts, direction).includes(pointCode({ grade, term, edge }))) {
        wrong("grade", "transfers.errors.windowNotAllowed");
      }
      if (closesOn < civilDate(now)) wrong("closesOn", "transfers.errors.past");
      const lead = rules.facts.leadDays.value;
      const termEnds = term === 1 ? `${schoolYear + 1}-01-31` : `${schoolYear + 1}-07-15`;
      const startsAfter = term === 1 ? `${schoolYear}-08-31` : `${schoolYear + 1}-02-10`;
      const latest = addDays(edge === "end" ? termEnds : startsAfter, -lead);
      if (closesOn > latest) wrong("closesOn", "transfers.errors.tooLate", { latest });
      if (schoolYearOf(opensOn) > schoolYear || termOf(opensOn) > 2)
        wrong("opensOn", "transfers.errors.otherYear");
      const place = { regionCode, direction, schoolYear, grade, term, edge };
      const known = await tx.transferWindow.findFirst({ where: place });
      if (known) reject({ code: "conflict", key: "transfers.errors.windowKnown" });
      const id = newId(now.getTime());
      const seed = newToken();
      await tx.transferWindow.create({
        data: {
          id,
          authorityId: ctx.actor.organizationId,
          ...place,
          opensOn,
          closesOn,
          state: "open",
          rules: JSON.stringify(rules),
          seedSealed: sealField("transferWindow.seed", seed),
          seedHash: digestOf(seed),
          createdAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "transferWindow", id },
        name: "transfer_window.opened",
        payload: { direction, schoolYear, grade, term, edge, opensOn, closesOn, seedHash: digestOf(seed) },
        audience: [ctx.actor.organizationId],
      });
      return { id };
    }),
  );
};
