import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { askGuardians } from "~/identity/consent-requests.server";
import { isMinorOn } from "~/identity/rules/minority";
import { studentFacts } from "~/identity/student-facts.server";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { compareTracks, comparisonHash } from "../rules/comparison";
import type { Direction } from "../rules/pack";
import type { Edge } from "../rules/term";
import type { counsellingForm } from "../schema";
import { transferInVoice } from "../transfer-access.server";
import { statedIn } from "../transfer-facts.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The sending school records the counselling: when, who was there, what was said, and the fingerprint of the comparison that
 * was shown. Goes in: that and the version. Comes out: how many guardians were asked for their consent. Refuses another school
 * (not found), a future day, and a comparison that is not the one shown now.
 */
export const counselTransfer = (
  ctx: MemberCtx,
  id: string,
  input: z.output<typeof counsellingForm>,
): Promise<Result<{ asked: number }>> =>
  decide(async (tx) => {
    const { transfer } = await transferInVoice(tx, ctx, id, ["sending"]);
    const now = ctx.clock.now();
    const today = civilDate(now);
    if (input.heldOn > today) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "heldOn", key: "transfers.errors.future" }],
      });
    }
    const window = await tx.transferWindow.findUniqueOrThrow({ where: { id: transfer.windowId } });
    const point = { grade: window.grade, term: window.term, edge: window.edge as Edge };
    const shown = compareTracks(transfer.direction as Direction, point, statedIn(transfer).examsPassed);
    if (comparisonHash(shown) !== input.shownHash) {
      return reject({ code: "conflict", key: "transfers.errors.otherComparison" });
    }
    const { version, ...held } = input;
    const record = {
      ...held,
      counsellorId: ctx.actor.personId,
      counsellor: ctx.actor.name,
      createdAt: now,
    };
    await tx.transferCounselling.upsert({
      where: { transferId: id },
      create: { transferId: id, ...record },
      update: record,
    });
    const student = await studentFacts(tx, transfer.studentId);
    const minor = student?.birthDate ? isMinorOn(student.birthDate, today) : false;
    const asked =
      student && minor ? await askGuardians(tx, ctx, student, "transfer", transfer.toSchoolId) : [];
    await moveTransfer(tx, ctx, transfer, {
      action: "counsel",
      who: "sending",
      version,
      payload: { heldOn: input.heldOn, shownHash: input.shownHash, asked: asked.length },
    });
    return { asked: asked.length };
  });
