import { beforeAll, describe, expect, it } from "vitest";
import { confirmPay } from "~/placements/commands/confirm-pay.server";
import { enterPay } from "~/placements/commands/enter-pay.server";
import { evaluateWeeks } from "~/placements/commands/evaluate-weeks.server";
import { findingsList } from "~/placements/queries/findings-list.server";
import { payTab } from "~/placements/queries/pay-tab.server";
import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenAtWork } from "~tests/fixtures/at-work";

const DAY = "2026-12-20T02:00:00.000Z";
const clock = fixedClock(DAY);

let city: Awaited<ReturnType<typeof givenAtWork>>;

const november = {
  month: "2026-11",
  paid: 340_000,
  paidOn: "2026-12-15",
  payee: "student" as const,
  deducted: 20_000,
  deductedFor: "工服押金",
};

beforeAll(async () => {
  city = await givenAtWork("报酬", 2);
});

describe.sequential("pay", () => {
  it("is entered by school or host, never by others, never for months that are none", async () => {
    const { id, ctx } = city.placements[0]!;
    const as = (who: typeof ctx | typeof city.mentor) => ({ ...who, clock });
    const refused = async (who: typeof ctx | typeof city.mentor, changes = {}) => {
      const outcome = await enterPay(as(who), id, { ...november, ...changes });
      return outcome.ok ? "ok" : (outcome.refusal.fields?.[0]?.key ?? outcome.refusal.code);
    };
    expect(await refused(ctx)).toBe("forbidden");
    expect(await refused(city.mentor)).toBe("forbidden");
    expect(await refused(city.host.ctx, { month: "2026-10" })).toBe("pay.errors.month");
    expect(await refused(city.host.ctx, { paidOn: "2026-12-21" })).toBe("pay.errors.future");
    expect(await refused(city.host.ctx, { deductedFor: undefined })).toBe("pay.errors.why");
    expect(await refused(city.host.ctx)).toBe("ok");
  });

  it("shows the same figures to school, host and student, and the student's word on them", async () => {
    const { id, ctx } = city.placements[0]!;
    const seen = await Promise.all(
      [city.school.ctx.actor, city.host.ctx.actor, city.mentor.actor, ctx.actor].map(async (actor) =>
        (await payTab(actor, id, new Date(DAY)))?.months.find((one) => one.month === "2026-11"),
      ),
    );
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ dueOn: "2026-12-15", problems: ["partial", "deducted"] });
    const record = seen[0]?.record?.id ?? "";
    const word = { record, receipt: "less", receivedFen: 300_000 };
    const host = await confirmPay({ ...city.host.ctx, clock }, id, word);
    expect(!host.ok && host.refusal.code).toBe("forbidden");
    const other = city.placements[1]!;
    const foreign = await confirmPay({ ...other.ctx, clock }, other.id, word);
    expect(!foreign.ok && foreign.refusal.code).toBe("not_found");
    expect((await confirmPay({ ...ctx, clock }, id, word)).ok).toBe(true);
  });

  it("raises findings with the host on Monday, and none where nobody enters pay here", async () => {
    await evaluateWeeks({
      actor: systemActor("平台"),
      clock: fixedClock("2026-12-21T01:00:00.000Z"),
      requestId: newId(),
    });
    const rows = (await findingsList(city.host.ctx.actor))?.rows ?? [];
    const pay = rows.filter((one) => one.rule.startsWith("INT-27/"));
    expect(pay.map((one) => [one.rule, one.placementId]).sort()).toEqual(
      ["deducted", "denied", "partial"].map((kind) => [`INT-27/${kind}`, city.placements[0]!.id]),
    );
  });
});
