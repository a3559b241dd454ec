import { beforeAll, describe, expect, it } from "vitest";
import { changeTranscriptLine } from "~/credits/commands/change-transcript-line.server";
import { confirmConversion } from "~/credits/commands/confirm-conversion.server";
import { lookAfterCredits } from "~/credits/commands/look-after-credits.server";
import { openTableVersion } from "~/credits/commands/open-table-version.server";
import { overrideLine } from "~/credits/commands/override-line.server";
import { setTranscript } from "~/credits/commands/set-transcript.server";
import { conversionPage } from "~/credits/queries/conversion-page.server";
import { ownLedger } from "~/credits/queries/own-ledger.server";
import type { TranscriptLine } from "~/credits/rules/convert";
import { finishMove } from "~/pathways/commands/finish-move.server";
import { reverseTransfer } from "~/pathways/commands/reverse-transfer.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import {
  givenCourse,
  givenCreditCity,
  givenSignedTable,
  givenTransferAtCredits,
  signedByBoth,
} from "~tests/fixtures/credits";
import { personCtx } from "~tests/fixtures/people";
import { must, speak, type TransferCity } from "~tests/fixtures/transfers";

const DAY1 = "2026-11-10T02:00:00.000Z";
const SUBMITTED = "2026-11-12T02:00:00.000Z";
const LATER = "2026-11-14T02:00:00.000Z";
const TODAY = "2026-11-20T02:00:00.000Z";

const line = (code: string, name: string, credits: number, grade: string): TranscriptLine => ({
  code,
  name,
  creditsCenti: credits * 100,
  hours: credits * 18,
  grade,
  term: "1-1",
});

const TRANSCRIPT = [
  line("G101", "语文", 4, "88"),
  line("G102", "数学", 4, "65"),
  line("G103", "通用技术", 3, "80"),
  line("G104", "美术", 1, "优秀"),
];

let city: TransferCity;
let tableId: string;

beforeAll(async () => {
  city = await givenCreditCity(DAY1);
  tableId = await givenSignedTable(city, DAY1);
});

const here = (at = TODAY) => speak(city.vocational, at);
const pageOf = async (id: string, at = TODAY) => {
  const page = await conversionPage(here(at), id);
  if (!page) throw new Error("no page");
  return page;
};
const enter = async (id: string, lines: readonly TranscriptLine[] = TRANSCRIPT) =>
  must(await setTranscript(here(), id, { lines, origin: "file", version: 0 }));
const confirm = async (id: string) => {
  const { version, digest } = await pageOf(id);
  return confirmConversion(here(), id, { version, digest: digest ?? "" });
};

describe("a transcript", () => {
  it("is converted line by line, confirmed, and stands in the ledger; what is owed becomes a plan", async () => {
    const transfer = await givenTransferAtCredits(city, SUBMITTED);
    await enter(transfer.id);
    const page = await pageOf(transfer.id);
    expect(page).toMatchObject({ how: "in_force", table: { ordinal: 1 }, newer: null, edits: true });
    expect(page.result.lines.map((one) => [one.code, one.outcome, one.creditsCenti])).toEqual([
      ["G101", "recognised", 400],
      ["G102", "not_recognised", 0],
      ["G103", "conditional", 180],
      ["G104", "elective", 100],
    ]);
    expect(page.result.owed.map((one) => [one.code, one.creditsCenti, one.why.key])).toEqual([
      ["V102", 500, "credits.owed.required"],
      ["V201", 320, "credits.owed.partly"],
      ["V202", 200, "credits.owed.required"],
    ]);
    must(await confirm(transfer.id));
    const own = await ownLedger(personCtx(transfer.personId, false, TODAY), null);
    expect(own?.ledger).toMatchObject({ standingCenti: 680, owedCenti: 1_020 });
    expect(own?.items.map((one) => one.code).sort()).toEqual(["V102", "V201", "V202"]);
    const read4 = await conversionPage(personCtx(transfer.personId, false, TODAY), transfer.id);
    expect(read4?.result).toEqual(page.result);
    expect(read4?.edits).toBe(false);
    const basis = own?.ledger.lines.find((one) => one.name === "机械制图" && one.act === "converted")
      ?.basis[0];
    expect(basis).toMatchObject({
      key: "credits.ledger.basisOf.transfer",
      values: { table: 1, sourceCode: "G103" },
    });
    expect(await confirm(transfer.id)).toMatchObject({
      ok: false,
      refusal: { key: "credits.errors.confirmed" },
    });
  });

  it("is read by the guardian, by nobody else's school, and changed by the receiving school alone", async () => {
    const transfer = await givenTransferAtCredits(city, SUBMITTED);
    const other = await givenCreditCity(DAY1, "440604");
    expect(await conversionPage(speak(other.vocational, TODAY), transfer.id)).toBeNull();
    expect(
      await setTranscript(speak(other.vocational, TODAY), transfer.id, {
        lines: TRANSCRIPT,
        origin: "file",
        version: 0,
      }),
    ).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    expect(
      await setTranscript(speak(city.general, TODAY), transfer.id, {
        lines: TRANSCRIPT,
        origin: "file",
        version: 0,
      }),
    ).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    const guardian = await read.guardian.findFirstOrThrow({ where: { studentId: transfer.studentId } });
    const parent = newId();
    expect(await conversionPage(personCtx(parent, false, TODAY), transfer.id)).toBeNull();
    await inTransaction((tx) =>
      tx.guardian.update({ where: { id: guardian.id }, data: { personId: transfer.personId } }),
    );
    expect((await conversionPage(personCtx(transfer.personId, false, TODAY), transfer.id))?.state).toBe(
      "open",
    );
  });

  it("with a course nobody knows waits until the school has decided it with a reason", async () => {
    const transfer = await givenTransferAtCredits(city, SUBMITTED);
    await enter(transfer.id, [...TRANSCRIPT, line("X900", "机器人社团", 2, "92")]);
    const page = await pageOf(transfer.id);
    expect(page.result.lines.at(-1)).toMatchObject({ code: "X900", outcome: "unknown", creditsCenti: 0 });
    expect(await confirm(transfer.id)).toMatchObject({
      ok: false,
      refusal: { code: "blocked", key: "credits.errors.unknownLeft", values: { count: 1 } },
    });
    const decide = (over: object) =>
      overrideLine(here(), transfer.id, {
        version: page.version,
        line: "X900|1-1",
        outcome: "elective",
        credits: 200,
        ...over,
      });
    expect(await decide({})).toMatchObject({ ok: false, refusal: { fields: [{ field: "reason" }] } });
    expect(await decide({ reason: "课程标准相符", credits: 300 })).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "credits", values: { most: 2 } }] },
    });
    expect(
      await decide({ reason: "课程标准相符", outcome: "recognised", destinationCode: "V999" }),
    ).toMatchObject({ ok: false, refusal: { fields: [{ field: "destinationCode" }] } });
    must(await decide({ reason: "两校教研组比对过课程标准" }));
    const decided = await pageOf(transfer.id);
    expect(decided.result.lines.at(-1)).toMatchObject({
      outcome: "elective",
      creditsCenti: 200,
      override: { reason: "两校教研组比对过课程标准" },
    });
    must(await confirm(transfer.id));
    const told = await read.event.findFirstOrThrow({
      where: { name: "credit_conversion.line_decided", subjectType: "creditConversion" },
    });
    expect(told.payload).toContain("两校教研组比对过课程标准");
  });

  it("counts by the version of the day it was submitted, whatever was signed since", async () => {
    const before = await givenTransferAtCredits(city, SUBMITTED);
    must(await openTableVersion(speak(city.general, LATER), tableId, { validFrom: "2026-11-14" }));
    await signedByBoth(city, tableId, LATER, [
      { sourceCode: "G101", type: "similar", destinationCode: "V101", minimum: 90, share: 50 },
    ]);
    await givenCourse(city.vocational, LATER, {
      code: "V203",
      name: "机械基础",
      credits: 4,
      kind: "foundation",
      majorCode: "660103",
      validFrom: "2026-11-14",
    });
    const after = await givenTransferAtCredits(city, "2026-11-15T02:00:00.000Z");
    for (const transfer of [before, after]) await enter(transfer.id);
    const [old, fresh] = [await pageOf(before.id), await pageOf(after.id)];
    expect(old).toMatchObject({ table: { ordinal: 1 }, newer: 2, catalogueOf: "2026-11-12" });
    expect(old.result.lines[0]).toMatchObject({ outcome: "recognised", creditsCenti: 400 });
    expect(old.result.owed.map((one) => one.code)).not.toContain("V203");
    expect(fresh).toMatchObject({ table: { ordinal: 2 }, newer: null });
    expect(fresh.result.lines[0]).toMatchObject({ outcome: "not_recognised", creditsCenti: 0 });
    expect(fresh.result.owed.map((one) => one.code)).toContain("V203");
    must(await confirm(before.id));
    const kept = await pageOf(before.id);
    must(await openTableVersion(speak(city.general, TODAY), tableId, { validFrom: "2026-11-20" }));
    await signedByBoth(city, tableId, TODAY, [{ sourceCode: "G101", type: "none", destinationCode: "V101" }]);
    expect((await pageOf(before.id)).result).toEqual(kept.result);
    expect((await pageOf(before.id)).table).toMatchObject({ ordinal: 1 });
  });

  it("of somebody who applied before any table was signed counts by the first one since, and the page says so", async () => {
    const early = await givenTransferAtCredits(city, "2026-11-01T02:00:00.000Z");
    await enter(early.id);
    expect(await pageOf(early.id)).toMatchObject({ how: "later", table: { ordinal: 1 } });
  });

  it("is confirmed once, though two people do so at the same moment", async () => {
    const transfer = await givenTransferAtCredits(city, SUBMITTED);
    await enter(transfer.id);
    const { version, digest } = await pageOf(transfer.id);
    const both = await Promise.all([
      confirmConversion(here(), transfer.id, { version, digest: digest ?? "" }),
      confirmConversion(here(), transfer.id, { version, digest: digest ?? "" }),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: "conflict" } });
    const { id } = await read.creditConversion.findUniqueOrThrow({ where: { transferId: transfer.id } });
    expect(await read.makeUpItem.count({ where: { conversionId: id } })).toBe(3);
    expect(await read.creditEntry.count({ where: { source: "transfer", sourceId: id } })).toBe(6);
  });

  it("changed after it was shown is not confirmed as it was not seen", async () => {
    const transfer = await givenTransferAtCredits(city, SUBMITTED);
    await enter(transfer.id);
    const { version, digest } = await pageOf(transfer.id);
    must(await changeTranscriptLine(here(), transfer.id, { version, drop: "G104|1-1" }));
    expect(await confirmConversion(here(), transfer.id, { version, digest: digest ?? "" })).toMatchObject({
      ok: false,
      refusal: { code: "conflict" },
    });
    expect(await changeTranscriptLine(here(), transfer.id, { version, drop: "G103|1-1" })).toMatchObject({
      ok: false,
      refusal: { code: "conflict" },
    });
    expect((await pageOf(transfer.id)).result.lines).toHaveLength(3);
  });

  it("is not taken with a grade nobody can read, nor before the transfer is approved", async () => {
    const transfer = await givenTransferAtCredits(city, SUBMITTED);
    const odd = await changeTranscriptLine(here(), transfer.id, {
      version: 0,
      line: line("G101", "语文", 4, "还行"),
    });
    expect(odd).toMatchObject({ ok: false, refusal: { fields: [{ field: "grade" }] } });
    const early = await givenTransferAtCredits(city, SUBMITTED, { state: "authority" });
    expect(await conversionPage(here(), early.id)).toBeNull();
    expect(
      await setTranscript(here(), early.id, { lines: TRANSCRIPT, origin: "file", version: 0 }),
    ).toMatchObject({ ok: false, refusal: { key: "credits.errors.notYet" } });
  });

  it("follows the student through the move, and falls away when the transfer is reversed", async () => {
    const transfer = await givenTransferAtCredits(city, SUBMITTED);
    await enter(transfer.id);
    must(await confirm(transfer.id));
    const { version } = await read.transfer.findUniqueOrThrow({ where: { id: transfer.id } });
    const moved = must(
      await finishMove(here(), transfer.id, {
        version,
        studentNumber: `M-${transfer.id.slice(-6)}`,
        className: "数控2班",
        creditsNote: "逐门认定",
      }),
    );
    const own = () => ownLedger(personCtx(transfer.personId, false, TODAY), null);
    expect((await own())?.chosen.studentId).toBe(moved.studentId);
    expect((await own())?.ledger.standingCenti).toBe(680);
    const after = await read.transfer.findUniqueOrThrow({ where: { id: transfer.id } });
    must(
      await reverseTransfer(speak(city.authority, TODAY), transfer.id, {
        version: after.version,
        reason: "核查发现材料不实",
      }),
    );
    const tomorrow = fixedClock("2026-11-21T02:00:00.000Z");
    const ctx = { actor: systemActor("平台"), clock: tomorrow, requestId: newId() };
    expect((await lookAfterCredits(ctx)).cancelled).toBe(1);
    expect((await lookAfterCredits(ctx)).cancelled).toBe(0);
    expect((await own())?.ledger).toMatchObject({ standingCenti: 0, owedCenti: 0 });
    expect((await own())?.items.map((one) => one.state)).toEqual(["cancelled", "cancelled", "cancelled"]);
  });
});
