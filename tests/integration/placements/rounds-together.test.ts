import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { answerRound } from "~/placements/commands/answer-round.server";
import { cancelRound } from "~/placements/commands/cancel-round.server";
import { chooseGroup } from "~/placements/commands/choose-group.server";
import { closeChoices } from "~/placements/commands/close-choices.server";
import { computeRound } from "~/placements/commands/compute-round.server";
import { confirmRound } from "~/placements/commands/confirm-round.server";
import { createRound } from "~/placements/commands/create-round.server";
import { enrolStudents } from "~/placements/commands/enrol-students.server";
import { lookBehindSandbox } from "~/placements/commands/look-behind-sandbox.server";
import { openRound } from "~/placements/commands/open-round.server";
import { placeStudents } from "~/placements/place-students.server";
import { sandboxRun } from "~/placements/queries/sandbox-run.server";
import { seenRound } from "~/placements/round-access.server";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { PACKS } from "~/regulations/rules/packs/all";
import { ruleOf } from "~/regulations/rules/sandbox-rule";
import { givenOrganization, givenPerson, memberCtx, personCtx } from "~tests/fixtures/people";
import { givenHost, givenSharedStudents, givenWord, soundTerms } from "~tests/fixtures/placing";
import { choicesGiven, givenRound, settled, versionOf } from "~tests/fixtures/rounds";
import { givenSchoolWithRoll } from "~tests/fixtures/students";

const key = (done: { ok: boolean; refusal?: { key: string } }) => (done.ok ? "ok" : done.refusal?.key);

const DATES = { choicesUntil: "2026-12-10", ranksUntil: "2026-12-15", publishOn: "2026-12-20" };

describe("several schools", () => {
  it("take part once they agree; the round waits for their answer, and strangers find nothing", async () => {
    const lead = await givenSchoolWithRoll("牵头校");
    const other = await givenSchoolWithRoll("同行校");
    const stranger = await givenSchoolWithRoll("路人校");
    const { id } = settled(
      await createRound(lead.ctx, {
        name: "联合轮次",
        ...DATES,
        mostChoices: 5,
        categoryBy: "school",
        schools: [other.id],
      }),
    );
    expect(await seenRound(read, stranger.ctx, id)).toBeNull();
    expect((await seenRound(read, other.ctx, id))?.part).toBe("school");
    expect(key(await enrolStudents(stranger.ctx, id, []))).toBe("errors.notFound");
    expect(key(await openRound(other.ctx, id, 1))).toBe("rounds.errors.role");
    const letters = await read.delivery.findMany({ where: { key: { startsWith: "mail:round-invited:" } } });
    expect(letters.filter((one) => one.key.endsWith(other.personId))).toHaveLength(1);
    expect(key(await enrolStudents(other.ctx, id, []))).toBe("rounds.errors.notJoined");
    expect(key(await answerRound(other.ctx, id, true))).toBe("ok");
    expect(key(await answerRound(other.ctx, id, true))).toBe("errors.conflict");
    expect(key(await openRound(lead.ctx, id, 1))).toBe("rounds.errors.noSlots");
    settled(await cancelRound(lead.ctx, id, { version: 1, reason: "改期" }));
    expect(key(await openRound(lead.ctx, id, await versionOf(id)))).toBe("rounds.errors.state");
  });

  it("a date that has passed and an unknown school are refused", async () => {
    const { ctx } = await givenSchoolWithRoll("错误校");
    const form = { name: "一", ...DATES, mostChoices: 5, categoryBy: "none" as const, schools: [] };
    expect(key(await createRound(ctx, { ...form, choicesUntil: "2020-01-01" }))).toBe("errors.checkFields");
    expect(key(await createRound(ctx, { ...form, schools: ["nobody"] }))).toBe("rounds.errors.school");
  });
});

describe("classmates", () => {
  it("go together to the best slot all of them listed that takes them all", async () => {
    const round = await givenRound("同去", { students: 3, seats: 2 });
    for (const student of round.students) await givenWord(student, round.hosts[1].id, "share_application");
    const people = [];
    for (const studentId of round.students.slice(0, 2)) {
      const { personId } = await givenPerson("学生", { organizationId: round.school.id, role: "student" });
      await inTransaction((tx) => tx.student.update({ where: { id: studentId }, data: { personId } }));
      const school = { id: round.school.id, kind: "school" as const, name: round.school.name };
      people.push({ studentId, ctx: memberCtx(personId, { ...school, role: "student" }) });
    }
    const [ann, ben] = people as [(typeof people)[0], (typeof people)[0]];
    await choicesGiven(round, [[0, 1], [1, 0], [0]]);
    const { code } = settled(await chooseGroup(ann.ctx, round.id, ann.studentId, { act: "found" }));
    expect(key(await chooseGroup(ben.ctx, round.id, ben.studentId, { act: "join", code: "NOPE" }))).toBe(
      "errors.checkFields",
    );
    expect(key(await chooseGroup(ben.ctx, round.id, ann.studentId, { act: "leave" }))).toBe(
      "errors.notFound",
    );
    settled(
      await chooseGroup(ben.ctx, round.id, ben.studentId, { act: "join", code: (code ?? "").toLowerCase() }),
    );
    settled(await closeChoices(round.school.ctx, round.id, await versionOf(round.id)));
    settled(await computeRound(round.school.ctx, round.id, await versionOf(round.id)));
    const rows = await read.roundStudent.findMany({ where: { roundId: round.id } });
    const slotOf = (id: string) => rows.find(({ studentId }) => studentId === id)?.slotId;
    expect(slotOf(ann.studentId)).toBe(slotOf(ben.studentId));
    expect(slotOf(ann.studentId)).not.toBeNull();
  });
});

describe("a process killed while it confirms", () => {
  it("leaves nothing half done, and the round is confirmed afterwards as if nothing had been", async () => {
    const round = await givenRound("断电", { students: 2, seats: 2 });
    await choicesGiven(round, [[0], [0]]);
    settled(await closeChoices(round.school.ctx, round.id, await versionOf(round.id)));
    settled(await computeRound(round.school.ctx, round.id, await versionOf(round.id)));
    const program = `
      import { inTransaction } from "./app/platform/db/gate.server.ts";
      import { placeStudents } from "./app/placements/place-students.server.ts";
      import { slotTerms } from "./app/placements/round-judging.server.ts";
      import { systemClock } from "./app/platform/time/clock.ts";
      const ctx = { actor: { kind: "system", personId: null, organizationId: null, name: "t" }, clock: systemClock, requestId: "r" };
      await inTransaction(async (tx) => {
        await tx.round.update({ where: { id: "${round.id}" }, data: { state: "confirmed" } });
        const slot = slotTerms(await tx.roundSlot.findUniqueOrThrow({ where: { id: "${round.slotIds[0]}" } }));
        await placeStudents(tx, ctx, ${JSON.stringify(round.students)}.map((studentId) => ({
          studentId, hostId: slot.hostId, listingId: slot.listingId, roundId: "${round.id}", origin: "round", terms: slot.terms })));
        process.stdout.write("written " + (await tx.placement.count({ where: { roundId: "${round.id}" } })) + "\\n");
        await new Promise(() => setInterval(() => undefined, 1000));
      });`;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
      env: { ...process.env, DATABASE_URL: `file:${config().databasePath}` },
    });
    let said = "";
    let wrong = "";
    child.stderr.on("data", (part: Buffer) => {
      wrong += part.toString();
    });
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (part: Buffer) => {
        said += part.toString();
        if (said.includes("written")) child.kill("SIGKILL");
      });
      child.on("exit", () => resolve());
    });
    expect(said.trim(), wrong.slice(0, 500)).toBe("written 2");
    expect(await read.placement.count({ where: { roundId: round.id } })).toBe(0);
    const done = await confirmRound(round.school.ctx, round.id, { version: await versionOf(round.id) });
    expect(settled(done)).toEqual({ placed: 2 });
  });
});

describe("trying out a rule on current placements", () => {
  it("counts who would newly break it, changes nothing, and shows rows only for a reason that is kept", async () => {
    const school = await givenSchoolWithRoll("试算校");
    const host = await givenHost("试算厂", { employees: 100, postEmployees: 60 });
    const students = await givenSharedStudents(school, host.id, 3);
    await inTransaction((tx) =>
      placeStudents(
        tx,
        school.ctx,
        students.map((studentId) => ({
          studentId,
          hostId: host.id,
          listingId: null,
          origin: "round" as const,
          terms: soundTerms({ postId: host.postId }),
        })),
      ),
    );
    const rule = ruleOf(PACKS, "INT-14")!;
    const before = await read.placement.findMany({ where: { hostId: host.id } });
    const run = await sandboxRun(
      "440100",
      rule,
      [{ rule: rule.id, threshold: "shareBp", value: 200 }],
      "2026-11-22",
    );
    if (!run.ok) throw new Error(JSON.stringify(run.problems));
    expect(run.hosts.find(({ id }) => id === host.id)).toMatchObject({ better: 0, worse: 3 });
    expect(run.schools.find(({ id }) => id === school.id)).toMatchObject({ worse: 3 });
    expect(await read.placement.findMany({ where: { hostId: host.id } })).toEqual(before);
    const elsewhere = await sandboxRun(
      "110000",
      rule,
      [{ rule: rule.id, threshold: "shareBp", value: 200 }],
      "2026-11-22",
    );
    expect(elsewhere.ok && elsewhere.total).toBe(0);

    const authority = await givenOrganization("authority", "试算局");
    const { personId } = await givenPerson("梁处", { organizationId: authority, role: "owner" });
    const ctx = personCtx(personId);
    const asked = {
      placementIds: run.worse.map(({ id }) => id),
      regionCode: "440100",
      change: "INT-14",
      reason: "",
    };
    expect(key(await lookBehindSandbox(ctx, asked))).toBe("errors.checkFields");
    expect(await read.sandboxLook.count({ where: { personId } })).toBe(0);
    const rows = settled(await lookBehindSandbox(ctx, { ...asked, reason: "核对比例调整的影响" }));
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(rows)).not.toContain("学生1");
    expect(
      await read.sandboxLook.findMany({ where: { personId }, select: { reason: true, rows: true } }),
    ).toEqual([{ reason: "核对比例调整的影响", rows: rows.length }]);
  });
});
