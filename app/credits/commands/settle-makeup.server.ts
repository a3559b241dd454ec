import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { enterCredit } from "~/organizations/credit-ledger.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { tutoredItem, writeItem } from "../makeup-access.server";
import { gradeCenti, PASS_CENTI } from "../rules/grade";
import type { settleForm } from "../schema";

/**
 * The result of an owed course or examination. Goes in: the item, passed or not, the grade, a word about it, the version shown.
 * Comes out: nothing. Passed: the credits are earned in the ledger and the debt is taken back; not passed: the debt stays and
 * the school plans again. Refuses a foreign item (not found), whoever is not its tutor (forbidden), a pass with a grade that
 * is none (invalid), one that is settled or was changed meanwhile (conflict).
 */
export const settleMakeup = async (
  ctx: MemberCtx,
  id: string,
  input: z.output<typeof settleForm>,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const item = await tutoredItem(tx, ctx, id);
    if (item.state !== "planned") return reject({ code: "conflict", key: "credits.errors.settled" });
    const score = gradeCenti(input.grade);
    if (score === null || score >= PASS_CENTI !== (input.outcome === "passed")) {
      return reject(
        invalidField(
          "grade",
          score === null ? "credits.errors.unreadGrade" : "credits.errors.gradeAndOutcome",
        ).refusal,
      );
    }
    const now = ctx.clock.now();
    const on = civilDate(now);
    await writeItem(tx, item.id, input.version, {
      state: input.outcome,
      grade: input.grade,
      result: input.result ?? "",
      settledOn: on,
      settledBy: ctx.actor.name,
      updatedAt: now,
    });
    if (input.outcome === "passed") {
      const about = { studentId: item.studentId, schoolId: item.schoolId, earnedOn: on, name: item.name };
      await enterCredit(tx, ctx, {
        ...about,
        act: "earned",
        source: "makeup",
        sourceId: item.id,
        item: item.code,
        creditsCenti: item.creditsCenti,
        hours: item.hours,
        grade: input.grade,
        basis: { makeUpItem: item.id, tutor: item.tutorName, kind: item.kind },
      });
      if (item.owedEntryId) {
        await enterCredit(tx, ctx, {
          ...about,
          act: "voided",
          source: "transfer",
          sourceId: item.conversionId,
          item: `owed:${item.kind}:${item.code}`,
          creditsCenti: -item.creditsCenti,
          voidsId: item.owedEntryId,
          basis: { makeUpItem: item.id },
        });
      }
    }
    await record(tx, ctx, {
      subject: { type: "makeUpItem", id: item.id },
      name: `make_up.${input.outcome}`,
      payload: { name: item.name, grade: input.grade, creditsCenti: item.creditsCenti },
      audience: [item.schoolId],
    });
    return null;
  });
