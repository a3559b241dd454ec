import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { rebuildMatchPlaces } from "~/marketplace/commands/rebuild-match-places.server";
import { matchesForProgramme } from "~/marketplace/queries/find-matches.server";
import { programmeSubject } from "~/marketplace/queries/match-subjects.server";
import { answerOutcome } from "~/placements/commands/answer-outcome.server";
import { askOutcomes } from "~/placements/commands/ask-outcomes.server";
import { handInPaper } from "~/placements/commands/hand-in-paper.server";
import { keepOutcome, type OutcomeReport } from "~/placements/keep-outcome.server";
import { OUTCOME_IMPORT } from "~/placements/outcome-import.server";
import { placeStudents } from "~/placements/place-students.server";
import { archiveTab, archiveZip } from "~/placements/queries/archive.server";
import { outcomeFigures } from "~/placements/queries/outcome-figures.server";
import { outcomePage } from "~/placements/queries/outcome-request.server";
import { action, loader } from "~/placements/routes/outcome.answer";
import { refreshTrack } from "~/placements/track-record.server";
import { systemActor } from "~/platform/command";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenListing } from "~tests/fixtures/enquiries";
import { NOW } from "~tests/fixtures/people";
import { givenHost, givenSharedStudents, soundTerms } from "~tests/fixtures/placing";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenSchoolWithRoll } from "~tests/fixtures/students";
import { unzipped } from "~tests/fixtures/unzip";

const SIX_MONTHS_ON = "2028-01-03";
const ctxOn = (day: string) => ({
  actor: systemActor("平台"),
  clock: fixedClock(`${day}T02:00:00.000Z`),
  requestId: newId(),
});

let school: Awaited<ReturnType<typeof givenSchoolWithRoll>>;
let host: Awaited<ReturnType<typeof givenHost>>;
let students: string[] = [];
let listing = "";

const token = async (studentId: string, month: number) => {
  const where = { studentId_month: { studentId, month } };
  return openField("outcome.token", (await read.outcomeRequest.findUniqueOrThrow({ where })).tokenSealed);
};
const letters = (studentId: string) =>
  read.outcomeRequest.findMany({ where: { studentId }, select: { month: true, sent: true } });
const report = (studentId: string, changes: Partial<OutcomeReport>): OutcomeReport => ({
  studentId,
  month: 6,
  source: "graduate",
  withProof: false,
  destination: "11",
  employerName: null,
  sameUnit: null,
  occupationCode: null,
  ownMatch: null,
  regionCode: null,
  payBand: null,
  satisfaction: null,
  employerSatisfaction: null,
  ...changes,
});
const reasonOfHost = async () => {
  const subject = await programmeSubject(school.programmeId, "2026-11-22");
  if (!subject) throw new Error("no subject");
  const { listings } = await matchesForProgramme(subject, "2026-11-22");
  const match = listings.matches.find(({ refId }) => refId === listing);
  const part = match?.parts.find(({ name }) => name === "trackRecord");
  return { key: part?.key, values: part?.values, score: match?.score ?? 0 };
};

beforeAll(async () => {
  school = await givenSchoolWithRoll("去向学校");
  host = await givenHost("留用机械");
  students = await givenSharedStudents(school, host.id, 6);
  const ids = await inTransaction((tx) =>
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
  listing = await givenListing(host.id, { occupationCode: "6-18-01-01" });
  await inTransaction(async (tx) => {
    await tx.placement.updateMany({ where: { id: { in: ids } }, data: { state: "certified" } });
    await tx.student.updateMany({ where: { id: { in: students } }, data: { state: "graduated" } });
    await refreshTrack(tx, host.id, new Date(NOW));
  });
  await rebuildMatchPlaces(fixedClock(NOW));
});

describe.sequential("graduates are asked", () => {
  it("on the day and six months after, once, with two reminders and no more", async () => {
    const first = students[0] ?? "";
    expect((await askOutcomes(ctxOn("2027-06-30"))).asked).toBe(0);
    expect((await askOutcomes(ctxOn("2027-07-01"))).asked).toBe(6);
    expect((await askOutcomes(ctxOn("2027-07-01"))).asked).toBe(0);
    for (const day of ["2027-07-10", "2027-07-15", "2027-07-29", "2027-08-20", "2027-09-10"])
      await askOutcomes(ctxOn(day));
    expect(await letters(first)).toEqual([{ month: 0, sent: 3 }]);
    expect((await askOutcomes(ctxOn(SIX_MONTHS_ON))).asked).toBe(6);
    expect((await letters(first)).map((one) => one.month).sort()).toEqual([0, 6]);
  });

  it("by a page that says nothing when it is looked at, and takes no code that does not exist", async () => {
    const id = students[0] ?? "";
    const link = await token(id, 6);
    expect(
      (await outcomeOf(() => loader(routeArgs(`/outcomes/${link}`, { params: { token: link } })))).status,
    ).toBe(200);
    expect(await read.graduateOutcome.count({ where: { studentId: id } })).toBe(0);
    const wrong = await outcomeOf(() =>
      action(routeArgs(`/outcomes/${link}`, { params: { token: link }, form: { destination: "99" } })),
    );
    expect(wrong.status).toBe(422);
    expect(await outcomePage("nobody-made-this-token", new Date(NOW))).toBeNull();
    const late = await outcomePage(link, new Date("2028-09-01T00:00:00.000Z"));
    expect(late).toBeNull();
  });

  it("and left alone when they want to be", async () => {
    const id = students[5] ?? "";
    const ctx = ctxOn(SIX_MONTHS_ON);
    expect((await answerOutcome(ctx, await token(id, 6), "stop")).ok).toBe(true);
    await askOutcomes(ctxOn("2028-01-20"));
    expect((await letters(id)).find((one) => one.month === 6)?.sent).toBe(1);
    expect(await read.graduateOutcome.count({ where: { studentId: id } })).toBe(0);
  });
});

describe.sequential("six months later", () => {
  it("an outcome changes the reasons and the score of that enterprise, visibly", async () => {
    const before = await reasonOfHost();
    expect(before.key).toBe("matching.trackRecord.known");
    expect(before.values).toMatchObject({ completed: 6, retained: 0, breaks: 0 });
    for (const id of students.slice(0, 5)) {
      const answered = await answerOutcome(ctxOn(SIX_MONTHS_ON), await token(id, 6), {
        destination: "11",
        sameUnit: "yes",
        occupation: "6-18-01-01",
        region: "440100",
      });
      expect(answered.ok).toBe(true);
    }
    const after = await reasonOfHost();
    expect(after.values).toMatchObject({ completed: 6, retained: 5, breaks: 0 });
    expect(after.score).toBeGreaterThan(before.score);
    const track = await read.partnerTrack.findUniqueOrThrow({ where: { organizationId: host.id } });
    expect([track.known, track.retained, track.matched]).toEqual([5, 5, 5]);
  });

  it("both reports are kept and the more certain one counts", async () => {
    const id = students[0] ?? "";
    const ctx = ctxOn("2028-01-10");
    const weak = await inTransaction((tx) =>
      keepOutcome(tx, ctx, report(id, { source: "school_list", destination: "70" })),
    );
    expect(weak.stands).toBe(false);
    const proven = await inTransaction((tx) =>
      keepOutcome(tx, ctx, report(id, { source: "school_list", withProof: true, destination: "80" })),
    );
    expect(proven.stands).toBe(true);
    const rows = await read.graduateOutcome.findMany({ where: { studentId: id, month: 6 } });
    expect(rows.map((row) => [row.source, row.stands]).sort()).toEqual([
      ["graduate", false],
      ["school_list", true],
    ]);
    const track = await read.partnerTrack.findUniqueOrThrow({ where: { organizationId: host.id } });
    expect([track.known, track.retained]).toEqual([5, 4]);
  });

  it("the figures leave the unknown beside and hide what is small", async () => {
    const { graduates, shares } = await outcomeFigures({
      scope: { schoolIds: [school.id] },
      month: 6,
      year: 2027,
    });
    expect(graduates).toBe(6);
    expect(shares.settled).toEqual({ hidden: false, numerator: 5, denominator: 5, unknown: 1, excluded: 0 });
    expect(shares.retained.hidden).toBe(true);
  });
});

describe.sequential("a school's own list", () => {
  const session = async () => {
    const owner = { organizationId: school.id, personId: school.personId, personName: "办公室" };
    const opened = await OUTCOME_IMPORT.open(owner, {}, fixedClock(NOW), newId());
    if (!opened.ok) throw new Error("not opened");
    return opened.value;
  };
  const line = (at: number, cells: Record<string, string>) => ({ line: at, cells });

  it("of 5,000 rows with unknown codes and strangers is judged row by row, duplicates seen by their key", async () => {
    const { studentNumber } = await read.student.findUniqueOrThrow({ where: { id: students[1] ?? "" } });
    const lines = Array.from({ length: 5000 }, (_, at) =>
      line(at + 2, {
        studentNumber: at % 2 === 0 ? studentNumber : `X${at}`,
        month: "12",
        destination: at % 3 === 0 ? "99" : "11",
      }),
    );
    const findings = await (await session()).judge(lines);
    expect(findings).toHaveLength(5000);
    const keyed = (at: number) => findings[at]?.map((one) => `${one.field}:${one.key}`);
    expect(keyed(0)).toEqual(["destination:outcomes.errors.code"]);
    expect(keyed(1)).toEqual(["studentNumber:outcomes.errors.noStudent"]);
    expect(keyed(2)).toEqual([]);
    const keys = new Set(lines.map(({ cells }) => OUTCOME_IMPORT.keyOf(cells)));
    expect(keys.size).toBe(2501);
  });

  it("stands beside what the graduate said and counts only when it is more certain", async () => {
    const id = students[1] ?? "";
    const { studentNumber } = await read.student.findUniqueOrThrow({ where: { id } });
    const { write } = await session();
    const row = { studentNumber, month: "6", destination: "70" };
    const [weak] = await inTransaction((tx) => write(tx, [line(2, row)]));
    expect(weak?.state).toBe("created");
    const [strong] = await inTransaction((tx) =>
      write(tx, [line(2, { ...row, proof: "有", destination: "80" })]),
    );
    expect(strong?.state).toBe("updated");
    const rows = await read.graduateOutcome.findMany({ where: { studentId: id, month: 6 } });
    expect(rows.map((one) => [one.source, one.destination, one.certainty, one.stands]).sort()).toEqual([
      ["graduate", "11", 2, false],
      ["school_list", "80", 4, true],
    ]);
  });
});

describe("the archive of a placement", () => {
  it("says what is missing and is taken whole with the digest of every file, by its school alone", async () => {
    const { id } = await read.placement.findFirstOrThrow({ where: { studentId: students[2] ?? "" } });
    const file = {
      field: "file",
      name: "实习报告.pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from("%PDF-1.4 r"),
    };
    const handed = await handInPaper(school.ctx, id, { part: "report", file });
    expect(handed.ok).toBe(true);
    const refused = await handInPaper(host.ctx, id, { part: "report", file });
    expect(!refused.ok && refused.refusal.code).toBe("forbidden");
    const tab = await archiveTab(school.ctx.actor, id);
    expect(tab?.missing).not.toContain("report");
    expect(tab?.missing).toContain("agreement");
    const zip = await archiveZip(school.ctx.actor, id);
    const entries = unzipped(zip ?? new Uint8Array());
    const index = Buffer.from(entries.get("index.csv") ?? "").toString("utf8");
    const digest = createHash("sha256").update(file.bytes).digest("hex");
    expect(index).toContain(digest);
    expect(index).toContain("missing");
    expect(await archiveZip(host.ctx.actor, id)).toBeNull();
  });
});
