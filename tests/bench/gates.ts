import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { migrate } from "../../app/cli/migrate";
import { type BenchReport, printReport } from "./report";

const STUDENTS = 300;
const HOSTS = 12;
const READS = 30;
const TODAY = "2026-11-22";

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The gate board of three hundred students with all their papers: how many statements, and how long against bare reads. */
export const run = async (): Promise<BenchReport> => {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-bench-gates-"));
  process.env.NODE_ENV ??= "test";
  process.env.DATA_DIR = folder;
  process.env.DATABASE_URL = `file:${path.join(folder, "bench.db")}`;
  migrate(path.join(folder, "bench.db"));
  const { closeDatabase } = await import("~/platform/db/client.server");
  const { inTransaction } = await import("~/platform/db/gate.server");
  const { insertMany } = await import("~/platform/db/insert-many.server");
  const { newId } = await import("~/platform/id");
  const { boardFilterOf, gatePage } = await import("~/placements/queries/gate-page.server");
  const { askReader } = await import("~/placements/queries/gate-rows.sqlite.server");
  const { EVIDENCE, EVIDENCE_KINDS } = await import("~/placements/rules/evidence");
  const { soundTerms } = await import("../fixtures/placing-terms");

  const at = new Date("2026-11-01T02:00:00.000Z");
  const [schoolId, programmeId, planId] = [newId(), newId(), newId()];
  const hosts = Array.from({ length: HOSTS }, () => newId());
  const organization = (id: string, kind: string, name: string) => ({
    id,
    kind,
    name,
    shortName: name,
    namePinyin: name,
    nameInitials: "",
    state: "verified",
    regionCode: "440113",
    address: "",
    introduction: "",
    createdAt: at,
    updatedAt: at,
    version: 1,
  });
  const people = Array.from({ length: STUDENTS }, (_, index) => ({
    studentId: newId(),
    guardianId: newId(),
    placementId: newId(),
    hostId: hosts[index % HOSTS]!,
    index,
  }));
  await inTransaction(async (tx) => {
    await insertMany(tx, "Organization", [
      organization(schoolId, "school", "学校"),
      ...hosts.map((id, index) => organization(id, "enterprise", `企业${index}`)),
    ]);
    await tx.programme.create({
      data: {
        id: programmeId,
        organizationId: schoolId,
        majorCode: "660103",
        level: "secondary",
        name: "数控",
        seats: 300,
        introduction: "",
        createdAt: at,
        version: 1,
      },
    });
    await insertMany(
      tx,
      "Student",
      people.map(({ studentId, index }) => ({
        id: studentId,
        organizationId: schoolId,
        programmeId,
        entryYear: 2024,
        className: `24数控${(index % 6) + 1}班`,
        studentNumber: `S${String(index).padStart(6, "0")}`,
        name: `学生${index}`,
        nameInitials: "",
        sex: "male",
        state: "active",
        createdAt: at,
        updatedAt: at,
        version: 1,
      })),
    );
    await insertMany(
      tx,
      "Guardian",
      people.map((one) => ({
        id: one.guardianId,
        studentId: one.studentId,
        name: "家长",
        relation: "mother",
        createdAt: at,
        updatedAt: at,
        version: 1,
      })),
    );
    await insertMany(
      tx,
      "Consent",
      people.flatMap((one) =>
        [null, one.guardianId].map((guardianId) => ({
          id: newId(),
          studentId: one.studentId,
          party: guardianId ? "guardian" : "student",
          guardianId,
          act: "given",
          purpose: "internship",
          recipientId: one.hostId,
          wordingVersion: "internship-1",
          wordingHash: "",
          language: "zh-CN",
          scope: "",
          how: "account",
          at,
        })),
      ),
    );
    const terms = soundTerms();
    await insertMany(
      tx,
      "Placement",
      people.map((one) => ({
        id: one.placementId,
        studentId: one.studentId,
        schoolId,
        programmeId,
        majorCode: "660103",
        hostId: one.hostId,
        origin: "round",
        type: "internship",
        title: terms.title,
        startsOn: terms.startsOn,
        endsOn: terms.endsOn,
        state: "preparing",
        terms: JSON.stringify(terms),
        createdAt: at,
        updatedAt: at,
        version: 1,
      })),
    );
    await tx.internshipPlan.create({
      data: {
        id: planId,
        schoolId,
        title: "方案",
        startsOn: "2027-02-01",
        endsOn: "2027-09-01",
        goals: "",
        arrangement: "",
        rules: "",
        emergency: "",
        createdBy: "bench",
        createdAt: at,
        updatedAt: at,
        version: 1,
        programmes: { create: [{ programmeId }] },
      },
    });
    const subjects = { host: hosts, plan: [planId], placement: people.map((one) => one.placementId) };
    for (const kind of EVIDENCE_KINDS) {
      const id = newId();
      await tx.gateEvidence.create({
        data: {
          id,
          schoolId,
          kind,
          doneOn: "2026-11-01",
          alsoOn: "2026-11-02",
          validTo: "2027-12-31",
          number: "1",
          details: "{}",
          note: "",
          recordedBy: "bench",
          recordedName: "bench",
          createdAt: at,
        },
      });
      const { covers } = EVIDENCE[kind];
      const rows = subjects[covers].map((subjectId) => ({
        evidenceId: id,
        subjectType: covers,
        subjectId,
        schoolId,
      }));
      await insertMany(tx, "GateCover", rows);
    }
  });

  let statements = 0;
  let bareMs = 0;
  const counting = async (sql: string, ...cells: (string | number | null)[]) => {
    statements += 1;
    const started = performance.now();
    const rows = await askReader(sql, ...cells);
    bareMs += performance.now() - started;
    return rows;
  };
  const filter = boardFilterOf(new URLSearchParams());
  const page = await gatePage(schoolId, filter, TODAY, counting);
  const asked = statements;
  const [whole, bare]: [number[], number[]] = [[], []];
  for (let index = 0; index < READS; index += 1) {
    bareMs = 0;
    const started = performance.now();
    await gatePage(schoolId, filter, TODAY, counting);
    whole.push(performance.now() - started);
    bare.push(bareMs);
  }
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
  const ratio = median(whole) / median(bare);
  return {
    name: "gates",
    lines: [
      `${page.rows.length} students on one page, ${asked} statements`,
      `board ${median(whole).toFixed(1)} ms, of which the statements ${median(bare).toFixed(1)} ms`,
    ],
    figures: { statements: asked, boardMs: median(whole), statementsMs: median(bare) },
    targets: [
      { name: "statements of the gate board", value: asked, target: 6, ok: asked <= 6 },
      {
        name: "students on one page",
        value: page.rows.length,
        target: STUDENTS,
        ok: page.rows.length === STUDENTS,
      },
      {
        name: "board against its own statements",
        value: ratio,
        target: 4,
        ok: ratio <= 4,
      },
    ],
  };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) printReport(await run());
