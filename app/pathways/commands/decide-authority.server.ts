import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { authorityRegionOf, transferInVoice } from "../transfer-access.server";
import { moveTransfer } from "../transfer-moves.server";

const DAYS = 10;
const isCity = (region: string): boolean => region.endsWith("00");

/**
 * An authority decides its step of the chain. Goes in: transfer, version, outcome, reason. Comes out: the state; after the last
 * step the credits are converted. The city may decide the county's step where no county authority is on the platform; never
 * the other way round. Refuses an authority of another region (not found) and of the wrong level (forbidden).
 */
export const decideAuthority = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; outcome: "approve" | "refuse"; reason?: string | undefined },
): Promise<Result<{ state: string }>> =>
  decide(async (tx) => {
    const { transfer } = await transferInVoice(tx, ctx, id, ["authority"]);
    const { version, outcome, reason } = input;
    if (transfer.state !== "authority") return reject({ code: "conflict", key: "transfers.errors.notNow" });
    const chain = transfer.chain.split(",");
    const level = chain[transfer.step] ?? "city";
    const region = (await authorityRegionOf(tx, ctx.actor)) ?? "";
    const countyHere =
      level === "county" && isCity(region)
        ? await tx.organization.count({
            where: { kind: "authority", state: "verified", regionCode: transfer.regionCode },
          })
        : 0;
    if ((level === "city" && !isCity(region)) || countyHere > 0) {
      return reject({ code: "forbidden", key: "transfers.errors.otherLevel" });
    }
    const now = ctx.clock.now();
    await tx.transferDecision.create({
      data: {
        id: newId(now.getTime()),
        transferId: id,
        step: level,
        outcome,
        reason: reason ?? "",
        organizationId: ctx.actor.organizationId,
        personId: ctx.actor.personId,
        name: ctx.actor.name,
        createdAt: now,
      },
    });
    if (outcome === "refuse") {
      const refused = await moveTransfer(tx, ctx, transfer, {
        action: "refuseAuthority",
        who: "authority",
        version,
        reason,
      });
      return { state: refused.state };
    }
    const next = chain[transfer.step + 1];
    if (!next) {
      const done = await moveTransfer(tx, ctx, transfer, { action: "approve", who: "authority", version });
      return { state: done.state };
    }
    const written = await tx.transfer.updateMany({
      where: { id, version },
      data: {
        step: { increment: 1 },
        turn: next,
        dueOn: addWorkingDays(civilDate(now), DAYS).date,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) return stale();
    await record(tx, ctx, {
      subject: { type: "transfer", id },
      name: "transfer.step_approved",
      payload: { reference: transfer.reference, step: level, next },
      audience: [transfer.fromSchoolId, transfer.toSchoolId, ctx.actor.organizationId],
    });
    return { state: transfer.state };
  });
