import { describe, expect, test } from "vitest";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { checkChain, historyOf, recentFor } from "~/platform/events/history.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";

const at = (minute: number) => ({
  actor: systemActor("测试"),
  clock: fixedClock(`2026-11-22T02:${String(minute).padStart(2, "0")}:00.000Z`),
  requestId: newId(),
});

const happened = (id: string, minute: number, audience: string[] = [], payload = { minute }) =>
  inTransaction((tx) =>
    record(tx, at(minute), {
      subject: { type: "thing", id },
      name: `thing.step_${minute}`,
      payload,
      audience,
    }),
  );

describe("recorded events", () => {
  test("form one intact chain per subject, each in its own sequence", async () => {
    const [one, two] = [newId(), newId()];
    for (const minute of [1, 2, 3]) {
      await happened(one, minute);
      await happened(two, minute);
    }
    for (const id of [one, two]) {
      expect(await checkChain("thing", id)).toEqual({ intact: true });
      const rows = await read.event.findMany({ where: { subjectId: id }, orderBy: { sequence: "asc" } });
      expect(rows.map((row) => row.sequence)).toEqual([1, 2, 3]);
      expect(rows[1]!.previousHash).toBe(rows[0]!.hash);
    }
    expect((await historyOf("thing", one)).map((entry) => entry.name)).toEqual([
      "thing.step_3",
      "thing.step_2",
      "thing.step_1",
    ]);
  });

  test("a changed payload, time or actor breaks the chain where it was changed", async () => {
    const changes = [
      { payload: '{"minute":9}' },
      { at: new Date("2020-01-01T00:00:00Z") },
      { actor: "{}" },
      { name: "x.y" },
    ];
    for (const change of changes) {
      const id = newId();
      for (const minute of [1, 2, 3]) await happened(id, minute);
      const second = await read.event.findFirstOrThrow({ where: { subjectId: id, sequence: 2 } });
      await inTransaction((tx) => tx.event.update({ where: { id: second.id }, data: change }));
      expect(await checkChain("thing", id)).toEqual({ intact: false, sequence: 2, problem: "hash" });
    }
  });

  test("a removed event leaves a gap, also at the start", async () => {
    for (const removed of [1, 2]) {
      const id = newId();
      for (const minute of [1, 2, 3]) await happened(id, minute);
      await inTransaction((tx) => tx.event.deleteMany({ where: { subjectId: id, sequence: removed } }));
      expect(await checkChain("thing", id)).toEqual({ intact: false, sequence: removed, problem: "gap" });
    }
  });

  test("recorded by many at once they still form one chain", async () => {
    const id = newId();
    await Promise.all(Array.from({ length: 20 }, (_, minute) => happened(id, minute)));
    expect(await checkChain("thing", id)).toEqual({ intact: true });
    expect(await read.event.count({ where: { subjectId: id } })).toBe(20);
  });

  test("vanish with the change they tell of", async () => {
    const id = newId();
    const work = inTransaction(async (tx) => {
      await record(tx, at(1), {
        subject: { type: "thing", id },
        name: "thing.begun",
        payload: {},
        audience: [],
      });
      throw new Error("no");
    });
    await expect(work).rejects.toThrow("no");
    expect(await read.event.count({ where: { subjectId: id } })).toBe(0);
  });

  test("reach the organizations they concern, once each and newest first, and nobody else", async () => {
    const [mine, theirs] = [newId(), newId()];
    const id = newId();
    await happened(id, 1, [mine, theirs, mine]);
    await happened(id, 2, [theirs]);
    await happened(id, 3, [mine]);
    expect((await recentFor(mine)).map((entry) => entry.name)).toEqual(["thing.step_3", "thing.step_1"]);
    expect(await recentFor(theirs, 1)).toHaveLength(1);
    expect(await recentFor(newId())).toEqual([]);
  });
});
