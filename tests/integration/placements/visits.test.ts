import { beforeAll, describe, expect, it } from "vitest";
import { drawCallBacks } from "~/placements/commands/draw-call-backs.server";
import { planVisit } from "~/placements/commands/plan-visit.server";
import { recordContact } from "~/placements/commands/record-contact.server";
import { waitingVisits } from "~/placements/queries/visits-waiting.server";
import { callBackSample } from "~/placements/rules/call-back-sample";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenAtWork } from "~tests/fixtures/at-work";
import { NOW } from "~tests/fixtures/people";

let city: Awaited<ReturnType<typeof givenAtWork>>;
const waits = async () =>
  (await waitingVisits.load(city.teacher.actor, "2026-11-22")).map((one) => `${one.title.key}:${one.due}`);

beforeAll(async () => {
  city = await givenAtWork("走访", 4);
});

describe.sequential("visits and calls", () => {
  it("are drawn once a week, the same for whoever draws again, and wait for the teacher with their day", async () => {
    const house = { actor: systemActor("平台"), clock: fixedClock(NOW), requestId: newId() };
    expect(await drawCallBacks(house)).toBeGreaterThanOrEqual(2);
    expect(await drawCallBacks(house)).toBe(0);
    const ids = city.placements.map((one) => one.id);
    const seed = `${city.teacher.actor.personId}~2026-11-16`;
    const drawn = await read.visitPlan.findMany({ where: { placementId: { in: ids } } });
    expect(drawn.map((one) => one.placementId).sort()).toEqual(callBackSample(ids, seed).sort());
    expect(callBackSample([...ids].reverse(), seed)).toEqual(callBackSample(ids, seed));
    expect(await waits()).toEqual(["followup.waits.call:2026-11-20", "followup.waits.call:2026-11-20"]);
  });

  it("are planned by the teacher alone, and kept by a contact", async () => {
    const { id } = city.placements[0]!;
    const plan = async (ctx: typeof city.teacher, day: string) => {
      const outcome = await planVisit(ctx, id, day);
      return outcome.ok ? "ok" : (outcome.refusal.fields?.[0]?.key ?? outcome.refusal.code);
    };
    expect(await plan(city.mentor, "2026-11-25")).toBe("forbidden");
    expect(await plan(city.teacher, "2026-11-20")).toBe("followup.errors.visitDay");
    expect(await plan(city.teacher, "2026-11-25")).toBe("ok");
    expect(await waits()).toContain("followup.waits.visit:2026-11-25");
    const said = { kind: "visit", doneOn: "2026-11-22", found: "well", note: "" };
    expect((await recordContact(city.teacher, id, said)).ok).toBe(true);
    expect(await waits()).not.toContain("followup.waits.visit:2026-11-25");
  });
});
