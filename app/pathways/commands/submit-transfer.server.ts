import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { transferConsent } from "../consent-standing.server";
import { transferInVoice } from "../transfer-access.server";
import { judgeStored } from "../transfer-facts.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The signed application is submitted. Goes in: the transfer and its version. Comes out: the new state. Refuses without the
 * counselling record, without the consent of the student (and of a guardian under 18), naming who is missing, and while a
 * rule blocks, with the findings. Facts still missing do not stop it: the sending school adds them.
 */
export const submitTransfer = (
  ctx: PersonCtx,
  id: string,
  input: { version: number },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer, voice } = await transferInVoice(tx, ctx, id, ["student", "sending"]);
    const now = ctx.clock.now();
    const today = civilDate(now);
    const counselled = await tx.transferCounselling.findUnique({ where: { transferId: id } });
    if (!counselled) return reject({ code: "conflict", key: "transfers.errors.notCounselled" });
    const standing = await transferConsent(tx, transfer, today);
    if (!standing?.complete) {
      const key = standing?.missing.includes("student")
        ? "transfers.errors.studentSilent"
        : "transfers.errors.guardianSilent";
      return reject({ code: "conflict", key });
    }
    const judged = await judgeStored(tx, transfer, today, null);
    const findings = judged?.findings.filter((one) => one.verdict === "block") ?? [];
    if (!judged || findings.length > 0) {
      return reject({ code: "blocked", key: "transfers.errors.blocked", findings });
    }
    const after = await moveTransfer(tx, ctx, transfer, {
      action: "submit",
      who: voice === "student" ? "student" : "sending",
      version: input.version,
      data: { submittedAt: now, findings: JSON.stringify(judged.findings) },
    });
    return { state: after.state };
  });
