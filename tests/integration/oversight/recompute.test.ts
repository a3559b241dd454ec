import { beforeAll, describe, expect, it } from "vitest";
import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { indicatorsChecked } from "~/oversight/queries/indicators-checked.server";
import { recomputeRuns } from "~/oversight/queries/recompute-runs.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenOrganization, NOW } from "~tests/fixtures/people";

const LATER = "2026-11-22T02:30:00.000Z";
const MANY = 130;

beforeAll(async () => {
  const at = new Date(NOW);
  await inTransaction((tx) =>
    tx.organization.createMany({
      data: Array.from({ length: MANY }, (_, place) => ({
        id: newId(),
        kind: "enterprise",
        name: `企业${place}`,
        shortName: "",
        namePinyin: "",
        nameInitials: "",
        state: "verified",
        regionCode: "440113",
        address: "",
        introduction: "",
        createdAt: at,
        updatedAt: at,
        version: 1,
      })),
    }),
  );
  const school = await givenOrganization("school", "岭南机电职业学校");
  await givenProgramme(school, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
});

describe("a recomputation", () => {
  it("shows how far it is while it runs, in parts that let others write", async () => {
    const seen: number[] = [];
    const between: number[] = [];
    await rebuildIndicators(fixedClock(NOW), {
      tell: ({ done }) => {
        seen.push(done);
        void inTransaction((tx) => tx.organization.count()).then((count) => between.push(count));
      },
    });
    const of = await read.organization.count();
    expect(seen).toEqual([100, of]);
    expect(between).toHaveLength(2);
    const [run] = await recomputeRuns(fixedClock(NOW));
    expect(run).toMatchObject({ state: "finished", done: of, of, changed: 1, resumed: 0 });
  });

  it("says that it was cut off and goes on from there, counting nothing twice", async () => {
    const killed = rebuildIndicators(fixedClock(NOW), {
      tell: () => {
        throw new Error("the power went");
      },
    });
    await expect(killed).rejects.toThrow("the power went");
    const of = await read.organization.count();
    expect((await recomputeRuns(fixedClock(NOW)))[0]).toMatchObject({ state: "running", done: 100, of });
    expect((await recomputeRuns(fixedClock(LATER)))[0]).toMatchObject({ state: "cutOff", done: 100 });
    const seen: number[] = [];
    await rebuildIndicators(fixedClock(LATER), { tell: ({ done }) => seen.push(done) });
    expect(seen).toEqual([of]);
    const runs = await recomputeRuns(fixedClock(LATER));
    expect(runs).toHaveLength(2);
    expect(runs[0]).toMatchObject({ state: "finished", done: of, resumed: 1 });
    expect(await indicatorsChecked()).toMatchObject({ differing: [], cells: [] });
  });

  it("remembers the latest thirty", async () => {
    for (let at = 0; at < 32; at += 1) await rebuildIndicators(fixedClock(LATER));
    expect(await read.recomputeRun.count()).toBe(30);
    expect(await recomputeRuns(fixedClock(LATER))).toHaveLength(10);
  });
});
