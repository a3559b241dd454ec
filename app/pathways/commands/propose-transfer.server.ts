import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { claimRegistration } from "../registration.server";
import { transferInVoice } from "../transfer-access.server";
import { judgeStored, termKeyOf } from "../transfer-facts.server";
import { moveTransfer } from "../transfer-moves.server";

/**
 * The draft goes to the counselling of the sending school. Goes in: the transfer and its version. Comes out: the new state.
 * Refuses while the window is not open, while a rule blocks (with the findings), and while another school has the person
 * registered.
 */
export const proposeTransfer = (
  ctx: PersonCtx,
  id: string,
  input: { version: number },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer, voice } = await transferInVoice(tx, ctx, id, ["sending", "student"]);
    const now = ctx.clock.now();
    const judged = await judgeStored(tx, transfer, civilDate(now), null);
    const student = await tx.student.findUnique({ where: { id: transfer.studentId } });
    if (!judged || !student) return reject({ code: "not_found", key: "errors.notFound" });
    const findings = judged.findings.filter((one) => one.verdict === "block");
    if (findings.length > 0) return reject({ code: "blocked", key: "transfers.errors.blocked", findings });
    const window = await tx.transferWindow.findUniqueOrThrow({ where: { id: transfer.windowId } });
    const held = await claimRegistration(tx, ctx, student);
    const termKey = held === "held" ? termKeyOf(transfer.identityKey, window) : null;
    const after = await moveTransfer(tx, ctx, transfer, {
      action: "propose",
      who: voice === "student" ? "student" : "sending",
      version: input.version,
      data: { termKey, findings: JSON.stringify(judged.findings), personId: student.personId },
    });
    return { state: after.state };
  });
