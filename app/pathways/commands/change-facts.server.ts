import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { worstOf } from "../rules/eligibility";
import type { StatedForm } from "../schema";
import { transferInVoice } from "../transfer-access.server";
import { judgeStored, statedIn } from "../transfer-facts.server";
import { moveTransfer } from "../transfer-moves.server";

const BEFORE_SENDING = ["draft", "counselling", "consent", "sending"];

/**
 * Corrects what was stated for the rules and judges again. Goes in: the facts and the version. Comes out: the worst verdict.
 * The student may until submission; the sending school until it has sent the application on, and again when facts were found
 * missing: then the check is run once more and the application goes on or is turned away by itself.
 */
export const changeFacts = (
  ctx: PersonCtx,
  id: string,
  input: StatedForm & { version: number },
): Promise<Result<{ verdict: string }>> =>
  decide(async (tx) => {
    const { transfer, voice } = await transferInVoice(tx, ctx, id, ["sending", "student"]);
    const { version, ...stated } = input;
    const completing = transfer.state === "eligibility" && voice === "sending";
    const early = voice === "student" ? BEFORE_SENDING.slice(0, 3) : BEFORE_SENDING;
    if (!completing && !early.includes(transfer.state)) {
      return reject({ code: "conflict", key: "transfers.errors.notNow" });
    }
    const facts = JSON.stringify({
      ...statedIn(transfer),
      studyForm: stated.studyForm ?? null,
      entranceScore: stated.entranceScore ?? null,
      examsPassed: stated.examsPassed ?? [],
      cityArranged: voice === "sending" ? (stated.cityArranged ?? false) : statedIn(transfer).cityArranged,
    });
    const now = ctx.clock.now();
    const judged = await judgeStored(
      tx,
      { ...transfer, facts },
      civilDate(now),
      transfer.submittedAt && civilDate(transfer.submittedAt),
    );
    if (!judged) return reject({ code: "not_found", key: "errors.notFound" });
    const written = await tx.transfer.updateMany({
      where: { id, version },
      data: { facts, findings: JSON.stringify(judged.findings), updatedAt: now, version: { increment: 1 } },
    });
    if (written.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "transfer", id },
      name: "transfer.facts_changed",
      payload: { reference: transfer.reference },
      audience: [transfer.fromSchoolId],
    });
    const verdict = worstOf(judged.findings);
    if (!completing) return { verdict };
    const fresh = await tx.transfer.findUniqueOrThrow({ where: { id } });
    if (verdict === "block") {
      const rule = judged.findings.find((one) => one.verdict === "block")?.rule ?? "";
      await moveTransfer(tx, ctx, fresh, { action: "turnAway", who: "machine", reasonCode: `rule_${rule}` });
    } else if (verdict !== "missing") {
      await moveTransfer(tx, ctx, fresh, { action: "examine", who: "machine" });
    }
    return { verdict };
  });
