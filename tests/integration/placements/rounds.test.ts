import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { RoundResult } from "~/matching/rules/allocation/document";
import { chooseSlots } from "~/placements/commands/choose-slots.server";
import { closeChoices } from "~/placements/commands/close-choices.server";
import { closeDueRounds } from "~/placements/commands/close-due-rounds.server";
import { computeRound } from "~/placements/commands/compute-round.server";
import { confirmRound } from "~/placements/commands/confirm-round.server";
import { enrolStudents } from "~/placements/commands/enrol-students.server";
import { followRound } from "~/placements/commands/follow-round.server";
import { openRound } from "~/placements/commands/open-round.server";
import { rankStudents } from "~/placements/commands/rank-students.server";
import { withdrawSlot } from "~/placements/commands/withdraw-slot.server";
import { placeStudents } from "~/placements/place-students.server";
import { ownChoices } from "~/placements/queries/round-choices.server";
import { roundResult } from "~/placements/queries/round-result.server";
import { slotCandidates } from "~/placements/queries/round-slot.server";
import { seenRound } from "~/placements/round-access.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import { givenPerson, memberCtx } from "~tests/fixtures/people";
import { givenWord, soundTerms } from "~tests/fixtures/placing";
import { choicesGiven, givenRound, settled, versionOf } from "~tests/fixtures/rounds";
import { givenStudent } from "~tests/fixtures/students";

const WEIGHTS = { major: 3, year: 0, credits: 0 };

const key = (done: { ok: boolean; refusal?: { key: string } }) => (done.ok ? "ok" : done.refusal?.key);

/** Everybody wants the first slot; the host puts the third student first. */
const computed = async (name: string, options: { students?: number; seats?: number } = {}) => {
  const round = await givenRound(name, options);
  for (const student of round.students) await givenWord(student, round.hosts[1].id, "share_application");
  await choicesGiven(
    round,
    round.students.map(() => [0, 1]),
  );
  settled(
    await rankStudents(round.hosts[0].ctx, round.slotIds[0]!, {
      version: 1,
      criteria: WEIGHTS,
      ranks: [
        { studentId: round.students[2]!, place: 1, refused: false },
        { studentId: round.students[0]!, refused: true },
      ],
    }),
  );
  settled(await closeChoices(round.school.ctx, round.id, await versionOf(round.id)));
  settled(await computeRound(round.school.ctx, round.id, await versionOf(round.id)));
  return round;
};

describe("a round", () => {
  it("goes from ranked choices to placements, and tells a student why not without naming anybody", async () => {
    const round = await computed("全程");
    const stored = await read.round.findUniqueOrThrow({ where: { id: round.id } });
    expect([stored.state, stored.stale]).toEqual(["preview", false]);
    const preview = await roundResult(stored, round.school.id, true);
    expect(preview.stable).toBe(true);
    expect(preview.totals).toMatchObject({ matched: 2, unmatched: 2, firsts: 1, seatsLeft: 0 });
    expect(preview.slots[0]?.students.map((one) => one.id)).toEqual([round.students[2]]);

    const done = settled(
      await confirmRound(round.school.ctx, round.id, { version: stored.version, submissionKey: "k1" }),
    );
    expect(done).toEqual({ placed: 2 });
    const placements = await read.placement.findMany({ where: { roundId: round.id } });
    expect(placements.map(({ origin, state }) => [origin, state])).toEqual([
      ["round", "preparing"],
      ["round", "preparing"],
    ]);
    const listing = await read.listing.findFirstOrThrow({ where: { organizationId: round.hosts[0].id } });
    expect(listing.seatsTaken).toBe(1);

    const { personId } = await givenPerson("学生", { organizationId: round.school.id, role: "student" });
    const loser = round.students[0]!;
    await inTransaction((tx) => tx.student.update({ where: { id: loser }, data: { personId } }));
    const ctx = memberCtx(personId, {
      id: round.school.id,
      kind: "school",
      name: round.school.name,
      role: "student",
    });
    const seen = (await seenRound(read, ctx, round.id))!;
    expect([seen.part, seen.studentId]).toEqual(["student", loser]);
    const own = await ownChoices(seen, loser);
    expect(own.choices[0]?.why).toEqual({ kind: "order", explanation: { reason: "notListed", values: {} } });
    const text = JSON.stringify(own);
    for (const other of round.students.slice(1)) expect(text).not.toContain(other);
  });

  it("is computed again by anybody from what was published, byte for byte", async () => {
    const round = await computed("重算");
    const stored = await read.round.findUniqueOrThrow({ where: { id: round.id } });
    const folder = mkdtempSync(path.join(tmpdir(), "round-"));
    try {
      const file = path.join(folder, "input.json");
      writeFileSync(file, stored.document!);
      const run = spawnSync(process.execPath, ["--import", "tsx", "app/matching/cli/round.ts", file], {
        encoding: "utf8",
      });
      expect(run.stderr).toBe("");
      expect(run.stdout).toBe(stored.result);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(createHash("sha256").update("seed-重算").digest("hex")).toBe(stored.seedHash);
    expect((JSON.parse(stored.result!) as RoundResult).seed).toBe("seed-重算");
    for (const id of [...round.students, ...round.hosts.map((host) => host.id)])
      expect(stored.document).not.toContain(id);
    expect(stored.document).not.toContain("学生");
  });

  it("keeps apart what rules and consent do not allow, each with its reason", async () => {
    const round = await givenRound("分开", { students: 1, seats: 2 });
    const { studentId: child } = await givenStudent(round.school, { birthDate: "2013-03-01" });
    const second = settled(
      await enrolStudents(round.school.ctx, round.id, [`${round.school.programmeId}:2024`]),
    );
    expect(second.entered).toBe(2);
    await choicesGiven({ ...round, students: [...round.students, child] }, [[0, 1], [0]]);
    settled(await closeChoices(round.school.ctx, round.id, await versionOf(round.id)));
    settled(await computeRound(round.school.ctx, round.id, await versionOf(round.id)));
    const bars = await read.roundBar.findMany({ where: { roundId: round.id } });
    const told = bars.map((bar) => [
      bar.studentId === child ? "child" : "adult",
      bar.slotId === round.slotIds[0] ? "first" : "second",
      bar.reason,
      (JSON.parse(bar.findings) as { rule: string }[]).some(({ rule }) => rule === "INT-18"),
    ]);
    expect(told.sort()).toEqual([
      ["adult", "second", "consent", false],
      ["child", "first", "rules", true],
    ]);
    const visible = await slotCandidates(round.slotIds[0]!, round.hosts[0].id, "2026-11-22");
    expect([visible.students.map(({ id }) => id), visible.hidden]).toEqual([[round.students[0]], 1]);
  });

  it("never goes beyond the head-count of the post, and another round takes those left over", async () => {
    const round = await givenRound("人数", { students: 3, seats: 3 });
    await inTransaction((tx) =>
      tx.post.update({ where: { id: round.hosts[0].postId }, data: { headcount: 5 } }),
    );
    await choicesGiven(round, [[0], [0], [0]]);
    settled(await closeChoices(round.school.ctx, round.id, await versionOf(round.id)));
    expect(settled(await computeRound(round.school.ctx, round.id, await versionOf(round.id)))).toEqual({
      matched: 1,
      unmatched: 2,
    });
    settled(await confirmRound(round.school.ctx, round.id, { version: await versionOf(round.id) }));
    const next = settled(await followRound(round.school.ctx, round.id, "补录"));
    const left = await read.roundStudent.findMany({ where: { roundId: next.id } });
    expect(left).toHaveLength(2);
    const slots = await read.roundSlot.findMany({ where: { roundId: next.id } });
    expect(slots.map(({ capacity }) => capacity).sort()).toEqual([2, 3]);
    expect(key(await followRound(round.school.ctx, round.id, "补录二"))).toBe("rounds.errors.followed");
  });

  it("is confirmed once: twice is explained, the same form again answers the same", async () => {
    const round = await computed("两次");
    const version = await versionOf(round.id);
    const form = { version, submissionKey: "same" };
    const [one, two] = await Promise.all([
      confirmRound(round.school.ctx, round.id, form),
      confirmRound(round.school.ctx, round.id, form),
    ]);
    expect([one, two].map(settled)).toEqual([{ placed: 2 }, { placed: 2 }]);
    const other = await confirmRound(round.school.ctx, round.id, { version, submissionKey: "other" });
    expect(key(other)).toBe("rounds.errors.twice");
    expect(await read.placement.count({ where: { roundId: round.id } })).toBe(2);
    expect(key(await closeChoices(round.school.ctx, round.id, await versionOf(round.id)))).toBe(
      "rounds.errors.state",
    );
  });

  it("does nothing by halves when one match no longer fits", async () => {
    const round = await computed("不成");
    const { organizationId: hostId } = await read.listing.findFirstOrThrow({
      where: { organizationId: round.hosts[1].id },
    });
    await inTransaction((tx) => tx.organization.update({ where: { id: hostId }, data: { employees: 3 } }));
    const done = await confirmRound(round.school.ctx, round.id, { version: await versionOf(round.id) });
    expect(key(done)).toBe("placements.errors.rules");
    expect(await read.placement.count({ where: { roundId: round.id } })).toBe(0);
    const stored = await read.round.findUniqueOrThrow({ where: { id: round.id } });
    expect(stored.state).toBe("preview");
  });

  it("leaves out who found a placement by another way after it was computed", async () => {
    const round = await computed("先走");
    const slot = await read.roundSlot.findUniqueOrThrow({ where: { id: round.slotIds[1]! } });
    const { studentId } = await read.roundStudent.findFirstOrThrow({
      where: { roundId: round.id, slotId: { not: null } },
    });
    await inTransaction((tx) =>
      placeStudents(tx, round.school.ctx, [
        {
          studentId,
          hostId: slot.hostId,
          listingId: null,
          origin: "listing",
          terms: soundTerms({ postId: round.hosts[1].postId }),
        },
      ]),
    );
    const early = await confirmRound(round.school.ctx, round.id, { version: await versionOf(round.id) });
    expect(key(early)).toBe("placements.errors.alreadyPlaced");
    settled(await computeRound(round.school.ctx, round.id, await versionOf(round.id)));
    const bars = await read.roundBar.findMany({ where: { roundId: round.id, studentId } });
    expect(bars.map(({ reason }) => reason)).toEqual(["placed", "placed"]);
    settled(await confirmRound(round.school.ctx, round.id, { version: await versionOf(round.id) }));
    expect(await read.placement.count({ where: { studentId } })).toBe(1);
  });

  it("is not confirmed after a host withdrew, until it is computed again", async () => {
    const round = await computed("撤回");
    const stranger = await withdrawSlot(round.school.ctx, round.slotIds[0]!, "不归我");
    expect(key(stranger)).toBe("errors.notFound");
    settled(await withdrawSlot(round.hosts[0].ctx, round.slotIds[0]!, "产线停产"));
    const early = await confirmRound(round.school.ctx, round.id, { version: await versionOf(round.id) });
    expect(key(early)).toBe("rounds.errors.stale");
    expect(settled(await computeRound(round.school.ctx, round.id, await versionOf(round.id)))).toEqual({
      matched: 1,
      unmatched: 3,
    });
    expect(
      settled(await confirmRound(round.school.ctx, round.id, { version: await versionOf(round.id) })),
    ).toEqual({ placed: 1 });
  });

  it("takes choices only while open, only of its own students, and consent goes with them", async () => {
    const round = await givenRound("志愿", { students: 1 });
    const { personId } = await givenPerson("学生", { organizationId: round.school.id, role: "student" });
    const studentId = round.students[0]!;
    await inTransaction((tx) => tx.student.update({ where: { id: studentId }, data: { personId } }));
    const ctx = memberCtx(personId, {
      id: round.school.id,
      kind: "school",
      name: round.school.name,
      role: "student",
    });
    const rows = [{ slotId: round.slotIds[1]!, place: 1 }];
    const asked = { studentId, rows, share: true, version: 1, language: "zh-CN" as const };
    expect(key(await chooseSlots(ctx, round.id, asked))).toBe("rounds.errors.choicesClosed");
    settled(await openRound(round.school.ctx, round.id, await versionOf(round.id)));
    expect(key(await chooseSlots(ctx, round.id, { ...asked, share: false }))).toBe("errors.checkFields");
    expect(key(await chooseSlots(round.hosts[0].ctx, round.id, asked))).toBe("errors.notFound");
    const same = [...rows, { slotId: round.slotIds[0]!, place: 1 }];
    expect(key(await chooseSlots(ctx, round.id, { ...asked, rows: same }))).toBe(
      "rounds.errors.choice.samePlace",
    );
    settled(await chooseSlots(ctx, round.id, asked));
    const words = await read.consent.findMany({ where: { studentId, recipientId: round.hosts[1].id } });
    expect(words.map(({ act, party }) => [act, party])).toEqual([["given", "student"]]);
    expect(key(await chooseSlots(ctx, round.id, asked))).toBe("errors.conflict");

    await closeDueRounds(fixedClock("2026-12-10T10:00:00.000Z"));
    expect((await read.round.findUniqueOrThrow({ where: { id: round.id } })).state).toBe("open");
    await closeDueRounds(fixedClock("2026-12-11T10:00:00.000Z"));
    expect((await read.round.findUniqueOrThrow({ where: { id: round.id } })).state).toBe("ranking");
  });
});
