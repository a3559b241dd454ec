import { beforeAll, describe, expect, it } from "vitest";
import { confirmConversion } from "~/credits/commands/confirm-conversion.server";
import { decideClaim } from "~/credits/commands/decide-claim.server";
import { extendMakeup } from "~/credits/commands/extend-makeup.server";
import { forgetErasedLearners } from "~/credits/commands/forget-erased-learners.server";
import { noteMakeup } from "~/credits/commands/note-makeup.server";
import { planMakeup } from "~/credits/commands/plan-makeup.server";
import { proposeClaim } from "~/credits/commands/propose-claim.server";
import { setCreditRule } from "~/credits/commands/set-credit-rule.server";
import { setTranscript } from "~/credits/commands/set-transcript.server";
import { settleMakeup } from "~/credits/commands/settle-makeup.server";
import { claimFile } from "~/credits/queries/claims-page.server";
import { conversionPage } from "~/credits/queries/conversion-page.server";
import { waitingCredits } from "~/credits/queries/credits-waiting.server";
import { makeUpPage } from "~/credits/queries/makeup-page.server";
import { ownLedger } from "~/credits/queries/own-ledger.server";
import { regionSuccess } from "~/credits/queries/region-success.server";
import type { MemberCtx } from "~/identity/actor";
import { eraseRecords } from "~/organizations/student-erasure.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { givenCreditCity, givenSignedTable, givenTransferAtCredits } from "~tests/fixtures/credits";
import { givenPerson, memberCtx, personCtx } from "~tests/fixtures/people";
import { must, speak, type TransferCity } from "~tests/fixtures/transfers";

const DAY1 = "2026-11-10T02:00:00.000Z";
const SUBMITTED = "2026-11-12T02:00:00.000Z";
const TODAY = "2026-11-20T02:00:00.000Z";
const LATER = "2027-01-20T02:00:00.000Z";

let city: TransferCity;
let tutor: MemberCtx;
let tutorId: string;

const teacherCtx = (personId: string, at: string) =>
  memberCtx(personId, { id: city.vocational.id, kind: "school", name: "甲职业学校", role: "teacher" }, at);

beforeAll(async () => {
  city = await givenCreditCity(DAY1);
  await givenSignedTable(city, DAY1);
  tutorId = (await givenPerson("林老师", { organizationId: city.vocational.id, role: "teacher" })).personId;
  tutor = teacherCtx(tutorId, TODAY);
});

const dean = (at = TODAY) => speak(city.vocational, at);

const givenPlan = async () => {
  const transfer = await givenTransferAtCredits(city, SUBMITTED);
  const lines = [{ code: "G101", name: "语文", creditsCenti: 400, hours: 72, grade: "88", term: "1-1" }];
  must(await setTranscript(dean(), transfer.id, { lines, origin: "by_hand", version: 0 }));
  const page = await conversionPage(dean(), transfer.id);
  must(
    await confirmConversion(dean(), transfer.id, {
      version: page?.version ?? 0,
      digest: page?.digest ?? "",
    }),
  );
  const items = await read.makeUpItem.findMany({
    where: { transferId: transfer.id },
    orderBy: { code: "asc" },
  });
  return { transfer, items };
};

const plan = (id: string, version: number, at = TODAY) =>
  planMakeup(dean(at), id, { version, tutor: tutorId, fromOn: "2026-11-20", untilOn: "2026-12-31" });

const versionOf = async (id: string) => (await read.makeUpItem.findUniqueOrThrow({ where: { id } })).version;

describe("a make-up plan", () => {
  it("has a tutor, notes and a result; passed it is earned and the debt is gone", async () => {
    const { transfer, items } = await givenPlan();
    const [item] = items;
    if (!item) throw new Error("nothing owed");
    expect(item.code).toBe("V102");
    expect(await noteMakeup(tutor, item.id, { text: "还没有安排给我" })).toMatchObject({
      ok: false,
      refusal: { code: "forbidden" },
    });
    const foreign = await givenPerson("外人");
    expect(
      await planMakeup(dean(), item.id, {
        version: 1,
        tutor: foreign.personId,
        fromOn: "2026-11-20",
        untilOn: "2026-12-31",
      }),
    ).toMatchObject({ ok: false, refusal: { fields: [{ field: "tutor" }] } });
    must(await plan(item.id, 1));
    expect(await plan(item.id, 1)).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    const submissionKey = newId();
    must(await noteMakeup(tutor, item.id, { submissionKey, text: "函数部分已经补完" }));
    must(await noteMakeup(tutor, item.id, { submissionKey, text: "函数部分已经补完" }));
    const shown = await makeUpPage(personCtx(transfer.personId, false, TODAY), item.id);
    expect(shown).toMatchObject({ voice: "reads", tutor: "林老师" });
    expect(shown?.notes.map((one) => one.text)).toEqual(["函数部分已经补完"]);
    const before = await ownLedger(personCtx(transfer.personId, false, TODAY), null);
    expect(await settleMakeup(tutor, item.id, { version: 2, outcome: "passed", grade: "55" })).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "grade" }] },
    });
    must(await settleMakeup(tutor, item.id, { version: 2, outcome: "passed", grade: "76" }));
    expect(await settleMakeup(tutor, item.id, { version: 3, outcome: "passed", grade: "76" })).toMatchObject({
      ok: false,
      refusal: { key: "credits.errors.settled" },
    });
    const after = await ownLedger(personCtx(transfer.personId, false, TODAY), null);
    expect(after?.ledger.owedCenti).toBe((before?.ledger.owedCenti ?? 0) - 500);
    expect(after?.ledger.standingCenti).toBe((before?.ledger.standingCenti ?? 0) + 500);
    expect(after?.ledger.lines.find((one) => one.source === "makeup")).toMatchObject({
      act: "earned",
      creditsCenti: 500,
    });
  });

  it("late waits for tutor and coordinator, and gets more time with a reason, also after it was not passed", async () => {
    const { items } = await givenPlan();
    const [late, other] = items;
    if (!late || !other) throw new Error("nothing owed");
    must(await plan(late.id, 1));
    const waits = async (ctx: MemberCtx, day: string) =>
      (await waitingCredits.load(ctx.actor, day)).map((one) => [one.id, one.title.key]);
    expect(await waits(tutor, "2026-12-01")).not.toContainEqual([`make-up:${late.id}`, "credits.waits.late"]);
    expect(await waits(tutor, "2027-01-01")).toContainEqual([`make-up:${late.id}`, "credits.waits.late"]);
    expect(await waits(dean(), "2027-01-01")).toContainEqual([`make-up:${late.id}`, "credits.waits.late"]);
    expect(await waits(dean(), "2026-11-21")).toContainEqual([
      `make-up:${other.id}`,
      "credits.waits.unplanned",
    ]);
    const then = teacherCtx(tutorId, LATER);
    const extend = async (untilOn: string) =>
      extendMakeup(then, late.id, {
        version: await versionOf(late.id),
        untilOn,
        reason: "住院两周，学校同意延期",
      });
    expect(await extend("2027-01-10")).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "untilOn" }] },
    });
    must(await extend("2027-03-01"));
    must(
      await settleMakeup(then, late.id, {
        version: await versionOf(late.id),
        outcome: "not_passed",
        grade: "51",
      }),
    );
    expect(await read.creditEntry.count({ where: { source: "makeup", sourceId: late.id } })).toBe(0);
    must(await extend("2027-05-01"));
    expect(await read.makeUpItem.findUniqueOrThrow({ where: { id: late.id } })).toMatchObject({
      state: "planned",
      extensions: 2,
    });
  });

  it("of another school is not found, and nobody else's student reads it", async () => {
    const { items } = await givenPlan();
    const id = items[0]?.id ?? "";
    const other = await givenCreditCity(DAY1, "440604");
    const foreign = speak(other.vocational, TODAY);
    expect(await makeUpPage(foreign, id)).toBeNull();
    for (const refused of [
      await noteMakeup(foreign, id, { text: "看一看" }),
      await settleMakeup(foreign, id, { version: 1, outcome: "passed", grade: "80" }),
      await planMakeup(foreign, id, {
        version: 1,
        tutor: tutorId,
        fromOn: "2026-11-20",
        untilOn: "2026-12-31",
      }),
    ]) {
      expect(refused).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    }
    const stranger = await givenPerson("别的学生", { organizationId: city.vocational.id, role: "student" });
    expect(await makeUpPage(personCtx(stranger.personId, false, TODAY), id)).toBeNull();
  });

  it("is told to an authority only where five students and more have a result", async () => {
    const seen = () => regionSuccess([{ id: city.vocational.id, name: "甲职业学校" }]);
    const students = async () =>
      (
        await read.makeUpItem.groupBy({
          by: ["studentId"],
          where: { schoolId: city.vocational.id, state: { in: ["passed", "not_passed"] } },
        })
      ).length;
    while ((await students()) < 5) {
      expect((await seen()).all).toBeNull();
      const { items } = await givenPlan();
      for (const item of items) {
        must(await settleMakeup(dean(), item.id, { version: 1, outcome: "passed", grade: "70" }));
      }
    }
    const then = await seen();
    const settled = { schoolId: city.vocational.id, state: { in: ["passed", "not_passed"] } };
    expect(then.all?.settled).toBe(await read.makeUpItem.count({ where: settled }));
    expect(then.schools[0]?.success).toEqual(then.all);
  });
});

describe("a certificate shown for credits", () => {
  const file = {
    field: "file",
    name: "证书.pdf",
    mediaType: "application/pdf",
    bytes: new Uint8Array([37, 80]),
  };
  const form = () => ({
    submissionKey: newId(),
    source: "certificate" as const,
    title: "车工四级",
    issuer: "市鉴定中心",
    happenedOn: "2026-10-01",
  });

  it("is decided by the school under its rule of that date, with a reason, once", async () => {
    const { transfer } = await givenPlan();
    const student = personCtx(transfer.personId, false, TODAY);
    expect(await proposeClaim(student, form(), null)).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "file" }] },
    });
    expect(await proposeClaim(student, { ...form(), happenedOn: "2027-01-01" }, file)).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "happenedOn" }] },
    });
    const said = form();
    const claim = must(await proposeClaim(student, said, file));
    expect(must(await proposeClaim(student, said, file))).toEqual(claim);
    const owner = speak(city.general, TODAY);
    const rule = async (validFrom: string, source: "certificate" | "patent" = "certificate") =>
      must(
        await setCreditRule(owner, {
          source,
          title: "四级证书",
          credits: 300,
          validFrom,
          document: "学分认定办法第三章",
        }),
      ).id;
    const decide = (over: object, ctx = owner) =>
      decideClaim(ctx, claim.id, { version: 1, outcome: "granted", reason: "编号已核对", ...over });
    expect(await decide({}, dean())).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    for (const wrong of [undefined, await rule("2026-11-01"), await rule("2026-01-01", "patent")]) {
      expect(await decide(wrong ? { rule: wrong } : {})).toMatchObject({
        ok: false,
        refusal: { fields: [{ field: "rule" }] },
      });
    }
    const right = await rule("2026-01-01");
    const both = await Promise.all([decide({ rule: right }), decide({ rule: right })]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const ledger = await ownLedger(student, null);
    expect(ledger?.ledger.lines.find((one) => one.source === "certificate")).toMatchObject({
      creditsCenti: 300,
      basis: [{ values: { document: "学分认定办法第三章" } }],
    });
    expect(await claimFile(owner, claim.id)).not.toBeNull();
    expect(await claimFile(student, claim.id)).not.toBeNull();
    expect(await claimFile(dean(), claim.id)).toBeNull();
  });

  it("loses name, number and evidence with its student's erasure; what was owed stays without whose it was", async () => {
    const { transfer, items } = await givenPlan();
    const student = personCtx(transfer.personId, false, TODAY);
    const claim = must(await proposeClaim(student, { ...form(), number: "S000044010012345" }, file));
    const { fileId, studentId } = await read.creditClaim.findUniqueOrThrow({ where: { id: claim.id } });
    const owed = await read.makeUpItem.findMany({ where: { id: { in: items.map(({ id }) => id) } } });
    const ids = [...new Set([studentId, ...owed.map((one) => one.studentId)])];
    const rows = await read.student.findMany({ where: { id: { in: ids } } });
    await inTransaction((tx) => eraseRecords(tx, student, rows, student.clock.now()));
    const after = { ...dean(LATER), requestId: newId() };
    expect(await forgetErasedLearners(after)).toEqual({ forgotten: ids.length });
    expect(await forgetErasedLearners(after)).toEqual({ forgotten: 0 });
    const kept = await read.creditClaim.findUniqueOrThrow({ where: { id: claim.id } });
    expect(kept).toMatchObject({ studentName: "", proposedByName: "", number: "", fileId: null });
    expect(await read.storedFile.findUnique({ where: { id: fileId! } })).toBeNull();
    const still = await read.makeUpItem.findMany({ where: { id: { in: items.map(({ id }) => id) } } });
    expect(still.map((one) => [one.studentName, one.state])).toEqual(owed.map((one) => ["", one.state]));
  });
});
