import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { FieldError } from "~/platform/result";
import type { PayInput } from "./pay-schema";
import type { PlacementRow } from "./placement-scope.server";
import { owedFen, payDueOn, payMonths } from "./rules/pay";
import { placementTerms } from "./terms";

/** What stands against an entry of pay: a month outside the placement, a date to come, a deduction without its reason. */
export const payRefused = (placement: PlacementRow, input: PayInput, today: string): FieldError | null => {
  if (placement.startedOn === null || !payMonths(placement, today).includes(input.month))
    return { field: "month", key: "pay.errors.month" };
  if (input.paidOn > today) return { field: "paidOn", key: "pay.errors.future" };
  return (input.deducted ?? 0) > 0 && !input.deductedFor
    ? { field: "deductedFor", key: "pay.errors.why" }
    : null;
};

/**
 * Writes what was paid for one month inside the caller's transaction; entered again it replaces what was entered, and the
 * student is asked anew. The same figures again change nothing. Comes out: the record's id and what became of it.
 */
export const writePay = async (
  tx: Tx,
  ctx: Ctx,
  placement: PlacementRow,
  input: PayInput,
  enteredAs: "school" | "host",
): Promise<{ id: string; state: "created" | "updated" | "unchanged" }> => {
  const now = ctx.clock.now();
  const { payDay } = placementTerms.parse(JSON.parse(placement.terms));
  const { month } = input;
  const { id: placementId, schoolId, hostId } = placement;
  const amounts = {
    agreedFen: owedFen(placement, placement.payMonthlyFen ?? 0, month),
    dueOn: payDueOn(month, payDay),
    paidFen: input.paid,
    paidOn: input.paidOn,
    payee: input.payee,
    deductedFen: input.deducted ?? 0,
    deductedFor: input.deductedFor ?? null,
  };
  const before = await tx.payRecord.findUnique({ where: { placementId_month: { placementId, month } } });
  const same =
    before !== null &&
    (Object.keys(amounts) as (keyof typeof amounts)[]).every((field) => before[field] === amounts[field]);
  if (before && same) return { id: before.id, state: "unchanged" };
  const said = {
    ...amounts,
    enteredBy: ctx.actor.personId ?? "",
    enteredAs,
    enteredAt: now,
    receipt: null,
    receivedFen: null,
    receiptAt: null,
  };
  const id = before?.id ?? newId(now.getTime());
  await tx.payRecord.upsert({
    where: { placementId_month: { placementId, month } },
    create: { id, placementId, schoolId, hostId, month, ...said, version: 1 },
    update: { ...said, version: { increment: 1 } },
  });
  await record(tx, ctx, {
    subject: { type: "placement", id: placementId },
    name: "pay.entered",
    payload: { month, yuan: input.paid / 100, on: input.paidOn },
    audience: [],
  });
  return { id, state: before ? "updated" : "created" };
};
