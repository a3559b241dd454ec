import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "~/identity/password.server";
import { answerMissing } from "~/placements/commands/answer-missing.server";
import { movePlacement } from "~/placements/commands/move-placement.server";
import { prepareAgreements } from "~/placements/commands/prepare-agreements.server";
import { recordEvidence } from "~/placements/commands/record-evidence.server";
import { savePlan } from "~/placements/commands/save-plan.server";
import { signAgreements } from "~/placements/commands/sign-agreements.server";
import { startDuePlacements } from "~/placements/commands/start-due-placements.server";
import { startPlacements } from "~/placements/commands/start-placements.server";
import { withdrawEvidence } from "~/placements/commands/withdraw-evidence.server";
import type { EvidenceInput } from "~/placements/gate-schema";
import { placeStudents } from "~/placements/place-students.server";
import { filingPack } from "~/placements/queries/filing-pack.server";
import { type GateRow, gateRows } from "~/placements/queries/gate-board.server";
import { gatePage } from "~/placements/queries/gate-page.server";
import { type Ask, askReader } from "~/placements/queries/gate-rows.sqlite.server";
import { signList } from "~/placements/queries/sign-list.server";
import { sealPlacement } from "~/placements/seal-placement.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { givenPerson, memberCtx, personCtx } from "~tests/fixtures/people";
import { givenHost, givenSharedStudents, givenWord, soundTerms } from "~tests/fixtures/placing";
import { givenGuardian, givenSchoolWithRoll } from "~tests/fixtures/students";
import { unzipped } from "~tests/fixtures/unzip";

const ON = "2026-11-22";
const FIRST_DAY = "2027-02-22T01:00:00.000Z";
const PASSWORD = "bridge-test-2026";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};
const file = {
  field: "file",
  name: "材料.pdf",
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode("%PDF-1.4 x"),
};

let school: Awaited<ReturnType<typeof givenSchoolWithRoll>>;
let host: Awaited<ReturnType<typeof givenHost>>;
let ids: string[] = [];
const people: string[] = [];

const rows = (on = ON): Promise<GateRow[]> =>
  gateRows(askReader, { ids, states: ["preparing", "in_progress", "paused"] }, on);
const closed = async (on = ON) => {
  const [first] = await rows(on);
  return first!.gates.filter((gate) => !gate.open).map((gate) => `${gate.gate}:${gate.reasons[0]!.because}`);
};
const at = (iso: string) => ({ ...school.ctx, clock: fixedClock(iso) });
const keep = (input: Partial<EvidenceInput> & Pick<EvidenceInput, "kind" | "doneOn">) =>
  recordEvidence(school.ctx, { placement: ids, subject: [], ...input }, file);

beforeAll(async () => {
  school = await givenSchoolWithRoll("八门学校");
  host = await givenHost("八门机械");
  const students = await givenSharedStudents(school, host.id, 3);
  const passwordHash = await hashPassword(PASSWORD);
  for (const studentId of students) {
    const { personId } = await givenPerson("学生", { organizationId: school.id, role: "student" });
    people.push(personId);
    await inTransaction((tx) => tx.student.update({ where: { id: studentId }, data: { personId } }));
    await givenWord(studentId, host.id, "internship");
    const guardianId = await givenGuardian(school.ctx, studentId);
    await givenWord(studentId, host.id, "internship", guardianId);
  }
  await inTransaction((tx) =>
    tx.person.updateMany({
      where: { id: { in: [...people, school.personId, host.personId] } },
      data: { passwordHash },
    }),
  );
  ids = await inTransaction((tx) =>
    placeStudents(
      tx,
      school.ctx,
      students.map((studentId) => ({
        studentId,
        hostId: host.id,
        listingId: null,
        origin: "round" as const,
        terms: soundTerms({ postId: host.postId, payDay: null }),
      })),
    ),
  );
});

describe.sequential("the eight gates, from preparing to the first day", () => {
  it("hold a new placement and say what is missing", async () => {
    expect(await closed()).toEqual([
      "inspection:noReport",
      "units:notDecided",
      "filing:noPlan",
      "plan:noPlan",
      "rules:noPlan",
      "agreement:factsMissing",
      "training:notTrained",
    ]);
  });

  it("refuse a plan's document where no plan covers the student, and a record without its file", async () => {
    const early = await keep({ kind: "filing", doneOn: ON, number: "示教备〔2026〕1号" });
    expect(!early.ok && early.refusal.key).toBe("placements.errors.unplanned");
    const bare = await recordEvidence(
      school.ctx,
      { kind: "insurance", doneOn: "2027-02-01", placement: ids, subject: [] },
      null,
    );
    expect(!bare.ok && bare.refusal.fields?.map((one) => one.field)).toEqual([
      "validTo",
      "number",
      "payer",
      "file",
    ]);
  });

  it("open for all that one document covers", async () => {
    const text = { goals: "目标", arrangement: "安排", rules: "规定", emergency: "预案" };
    value(
      await savePlan(school.ctx, null, {
        title: "2024 级数控方案",
        startsOn: "2027-02-01",
        endsOn: "2027-09-30",
        programme: [school.programmeId],
        ...text,
      }),
    );
    expect(value(await keep({ kind: "inspection", doneOn: "2026-10-10" })).covers).toBe(1);
    value(await keep({ kind: "unit_list", doneOn: "2026-10-20", alsoOn: "2026-10-25" }));
    value(await keep({ kind: "filing", doneOn: "2026-11-01", number: "示教备〔2026〕1号" }));
    value(await keep({ kind: "plan", doneOn: "2026-10-15" }));
    value(await keep({ kind: "rules", doneOn: "2026-10-16" }));
    value(await keep({ kind: "training", doneOn: "2026-11-20" }));
    value(await keep({ kind: "safety_test", doneOn: "2026-11-21", validTo: "2027-11-20" }));
    const insured = await keep({
      kind: "insurance",
      doneOn: "2027-02-01",
      validTo: "2027-08-31",
      number: "PZ-1",
      payer: "school",
    });
    expect(value(insured).covers).toBe(3);
    expect(await closed()).toEqual(["agreement:factsMissing"]);
  });

  it("ask the host for what only the host knows, once for all", async () => {
    const mine = await rows();
    expect(mine[0]!.gaps.map((gap) => `${gap.who}:${gap.key}`)).toEqual([
      "host:payDay",
      "host:lawful",
      "host:mentor",
      "school:teacher",
    ]);
    const foreign = await answerMissing(school.ctx, { ids, typed: { payDay: "15" }, guide: "" });
    expect(!foreign.ok && foreign.refusal.key).toBe("placements.errors.nothingSaid");
    value(
      await answerMissing(host.ctx, { ids, typed: { payDay: "15", lawful: "on" }, guide: host.personId }),
    );
    value(await answerMissing(school.ctx, { ids, typed: {}, guide: school.personId }));
    expect(await closed()).toEqual(["agreement:notPrepared"]);
  });

  it("prepare the cohort's agreements, which three parties sign each for itself", async () => {
    expect(value(await prepareAgreements(school.ctx, ids))).toEqual({ prepared: 3, held: [] });
    const again = value(await prepareAgreements(school.ctx, ids));
    expect(again.held.map((one) => one.refusal.key)).toEqual(Array(3).fill("placements.held.hasDocument"));
    const list = (await signList(school.ctx.actor))!;
    const documents = list.waiting.map(({ documentId, digest }) => ({ documentId, digest }));
    const wrong = await signAgreements(school.ctx, { documents, password: "something-else" });
    expect(!wrong.ok && wrong.refusal.fields?.[0]?.field).toBe("password");
    expect(value(await signAgreements(school.ctx, { documents, password: PASSWORD })).signed).toBe(3);
    const twice = await signAgreements(school.ctx, { documents, password: PASSWORD });
    expect(!twice.ok && twice.refusal.code).toBe("conflict");
    const clerk = memberCtx(host.personId, {
      id: host.id,
      kind: "enterprise",
      name: host.name,
      role: "coordinator",
    });
    const unsigned = await signAgreements(clerk, { documents, password: PASSWORD });
    expect(!unsigned.ok && unsigned.refusal.key).toBe("placements.errors.ownerSigns");
    value(await signAgreements(host.ctx, { documents, password: PASSWORD }));
    expect(await closed()).toEqual(["agreement:studentUnsigned"]);
    for (const [index, row] of (await rows()).entries()) {
      const student = memberCtx(row.studentPersonId!, {
        id: school.id,
        kind: "school",
        name: school.name,
        role: "student",
      });
      const { id, digest } = row.document!;
      const other = (await rows())[(index + 1) % 3]!.document!;
      const stolen = await signAgreements(student, {
        documents: [{ documentId: other.id, digest: other.digest }],
        password: PASSWORD,
      });
      expect(!stolen.ok && stolen.refusal.code).toBe("not_found");
      value(await signAgreements(student, { documents: [{ documentId: id, digest }], password: PASSWORD }));
    }
    expect(await closed()).toEqual([]);
  });

  it("seal what all have signed", async () => {
    for (const { document } of await rows()) {
      await sealPlacement({ documentId: document!.id }, { id: newId(), key: "seal" });
    }
    const placements = await read.placement.findMany({ where: { id: { in: ids } } });
    expect(placements.every((one) => one.sealedDocId !== null)).toBe(true);
    const [row] = await rows();
    expect(row!.document!.state).toBe("sealed");
    expect(row!.document!.pdfFileId).not.toBeNull();
  });

  it("refuse a start before its day, and one through a gate that closed again", async () => {
    const early = await startPlacements(school.ctx, { ids, reason: "" });
    expect(!early.ok && early.refusal.key).toBe("placements.errors.notYet");
    const record = await read.gateEvidence.findFirstOrThrow({
      where: { schoolId: school.id, kind: "insurance" },
    });
    value(await withdrawEvidence(school.ctx, record.id, { reason: "保单作废" }));
    value(
      await keep({
        kind: "insurance",
        doneOn: "2027-02-01",
        validTo: "2027-06-30",
        number: "PZ-2",
        payer: "school",
      }),
    );
    expect(await closed()).toEqual(["agreement:insuranceEndsEarly"]);
    const held = await startPlacements(at(FIRST_DAY), { ids, reason: "" });
    expect(!held.ok && held.refusal.values).toMatchObject({
      gate: "agreement",
      because: "insuranceEndsEarly",
    });
    value(
      await keep({
        kind: "insurance",
        doneOn: "2027-02-01",
        validTo: "2027-08-31",
        number: "PZ-3",
        payer: "school",
      }),
    );
    expect(await closed()).toEqual([]);
  });

  it("start by themselves on the first day, once, when all are open and the rules agree", async () => {
    const ctx = { actor: systemActor("平台"), clock: fixedClock(FIRST_DAY), requestId: newId() };
    const outcome = await startDuePlacements(ctx);
    expect(outcome.started).toBe(3);
    expect((await startDuePlacements(ctx)).started).toBe(0);
    const started = await read.placement.findMany({ where: { id: { in: ids } } });
    expect(started.map((one) => [one.state, one.startedOn])).toEqual(
      Array(3).fill(["in_progress", "2027-02-22"]),
    );
  });

  it("let a student end it at any time, with a reason", async () => {
    const [row] = await rows();
    const student = memberCtx(row!.studentPersonId!, {
      id: school.id,
      kind: "school",
      name: school.name,
      role: "student",
    });
    const silent = await movePlacement(student, row!.id, {
      move: "end",
      version: row!.version,
      reason: "",
      note: "",
    });
    expect(!silent.ok && silent.refusal.fields?.[0]?.field).toBe("reason");
    const paused = value(
      await movePlacement(student, row!.id, {
        move: "pause",
        version: row!.version,
        reason: "",
        note: "家中有事",
      }),
    );
    expect(paused.state).toBe("paused");
    const ended = value(
      await movePlacement(student, row!.id, {
        move: "end",
        version: row!.version + 1,
        reason: "family",
        note: "",
      }),
    );
    expect(ended.state).toBe("broken");
    const stranger = await movePlacement(personCtx(newId()), row!.id, {
      move: "end",
      version: 1,
      reason: "other",
      note: "",
    });
    expect(!stranger.ok && stranger.refusal.code).toBe("not_found");
  });

  it("go to the authority as one pack with the hash of every file", async () => {
    const entries = unzipped(await filingPack(school.id, null, "2027-03-01"));
    const index = JSON.parse(new TextDecoder().decode(entries.get("index.json"))) as {
      placements: number;
      files: { name: string; sha256: string }[];
      leftOut: string[];
    };
    expect(index.placements).toBe(2);
    expect(index.leftOut).toEqual([]);
    expect(index.files.map((one) => one.name)).toEqual(expect.arrayContaining(["placements.xlsx"]));
    expect(index.files.filter((one) => one.name.startsWith("agreements/"))).toHaveLength(2);
  });

  it("show three hundred students in at most six statements", async () => {
    let statements = 0;
    const counting: Ask = (sql, ...cells) => {
      statements += 1;
      return askReader(sql, ...cells);
    };
    const filter = { gate: null, kind: null, programme: null, className: null, host: null, held: false };
    const page = await gatePage(school.id, filter, ON, counting);
    expect(page.rows).toHaveLength(2);
    expect(statements).toBeLessThanOrEqual(6);
  });
});
