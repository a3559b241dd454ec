import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { payRefused, writePay } from "../pay-entry.server";
import type { PayInput } from "../pay-schema";
import { moverOf, ownPlacement } from "../placement-scope.server";

/**
 * The school or the host enters what was paid for one month. Goes in: the placement, the month, fen paid and deducted, the
 * civil date, to whom. Comes out: the record's id; entered again it replaces what was entered, and the student is asked
 * anew. Refuses a foreign placement (not found), anybody else (forbidden), a month outside the placement, a date to come, a
 * deduction without its reason (invalid).
 */
export const enterPay = (
  ctx: PersonCtx,
  placementId: string,
  input: PayInput,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const side = moverOf(own.as, ctx.actor);
    if (side !== "school" && side !== "host") return reject({ code: "forbidden", key: "errors.forbidden" });
    const against = payRefused(own.placement, input, civilDate(ctx.clock.now()));
    if (against) return reject({ code: "invalid", key: "errors.checkFields", fields: [against] });
    const { id } = await writePay(tx, ctx, own.placement, input, side);
    return { id };
  });
