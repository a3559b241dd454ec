import { createHash } from "node:crypto";
import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { readStoredFile } from "~/platform/files/store.server";
import { type ZipEntry, zipOf } from "~/platform/files/zip.server";
import { writeCsv } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { moverOf, ownPlacement, type PlacementRow } from "../placement-scope.server";
import { ARCHIVE_PARTS, type ArchivePart, HANDED_IN, type HandedIn, missingParts } from "../rules/archive";

const MOST_WEEKS = 120;
const MOST_FILES = 200;
/** A ZIP is built in memory; files beyond this are named in the index as left out. */
const MOST_BYTES = 60_000_000;

/** Under which subject a file handed in for the archive is stored. */
export const archiveSubject = (part: HandedIn): string => `archive_${part}`;

const recordsOf = async (placement: PlacementRow) => {
  const { id, schoolId, programmeId, startsOn, endsOn } = placement;
  const [document, plans, handed, assessment, weeks, contacts, certificate] = await Promise.all([
    read.sealedDocument.findFirst({
      where: { subjectKind: "placement", subjectId: id, state: "sealed" },
      orderBy: { ordinal: "desc" },
      select: { pdfFileId: true, code: true },
    }),
    read.internshipPlan.findMany({
      where: {
        schoolId,
        startsOn: { lte: endsOn },
        endsOn: { gte: startsOn },
        programmes: { some: { programmeId } },
      },
      take: 5,
    }),
    read.storedFile.findMany({
      where: { subjectType: { in: HANDED_IN.map(archiveSubject) }, subjectId: id },
      orderBy: { createdAt: "asc" },
      take: MOST_FILES,
    }),
    read.assessment.findFirst({ where: { placementId: id, grade: { not: null } } }),
    read.weekRecord.findMany({ where: { placementId: id }, orderBy: { monday: "asc" }, take: MOST_WEEKS }),
    read.guidanceContact.findMany({
      where: { placementId: id },
      orderBy: { doneOn: "asc" },
      take: MOST_WEEKS,
    }),
    read.placementCertificate.findFirst({ where: { placementId: id }, orderBy: { issuedAt: "desc" } }),
  ]);
  return { document, plans, handed, assessment, weeks, contacts, certificate };
};

type Records = Awaited<ReturnType<typeof recordsOf>>;

const handedIn = (records: Records, part: HandedIn) =>
  records.handed.filter((file) => file.subjectType === archiveSubject(part));

const linesOf = (records: Records) => {
  const files = records.weeks.filter((week) => week.fileId !== null).length;
  const counts: Record<ArchivePart, number> = {
    agreement: records.document ? 1 : 0,
    plan: records.plans.length,
    report: handedIn(records, "report").length,
    assessment: records.assessment ? 1 : 0,
    logs: records.weeks.length,
    checks: records.contacts.length,
    summary: handedIn(records, "summary").length,
    material: handedIn(records, "material").length + files,
  };
  return ARCHIVE_PARTS.map((part) => ({ part, count: counts[part] }));
};

/**
 * The archive of one placement and what is missing in it. Goes in: who looks and the placement's id. Comes out: each part
 * with how much of it there is, and whether this reader hands in files or takes the whole; null when it is not theirs to see.
 */
export const archiveTab = async (actor: Person, id: string) => {
  const own = await ownPlacement(read, actor, id);
  if (!own || own.as === "host" || own.as === "mentor") return null;
  const records = await recordsOf(own.placement);
  const lines = linesOf(records);
  return {
    id,
    lines,
    missing: missingParts(lines),
    files: records.handed.map(({ id: fileId, name, subjectType }) => ({ id: fileId, name, subjectType })),
    mayHandIn: own.as !== "guardian",
    mayTake: moverOf(own.as, actor) === "school" || own.as === "teacher",
  };
};

const text = (name: string, value: unknown): ZipEntry => ({
  name,
  bytes: Buffer.from(typeof value === "string" ? value : `${JSON.stringify(value, null, 2)}\n`, "utf8"),
});

const written = (records: Records): ZipEntry[] => {
  const { plans, assessment, weeks, contacts, certificate } = records;
  const sheet = (name: string, headers: string[], rows: string[][]) =>
    rows.length > 0 ? [text(name, writeCsv({ headers, rows }))] : [];
  return [
    ...plans.map((plan, index) => text(`plan/${index + 1}.json`, plan)),
    ...(assessment ? [text("assessment/assessment.json", assessment)] : []),
    ...sheet(
      "logs/weeks.csv",
      ["monday", "state", "minutes", "lines", "correction"],
      weeks.map((week) => [
        week.monday,
        week.state,
        week.correctedMinutes ?? week.minutes,
        week.lines,
        week.correction ?? "",
      ]),
    ),
    ...sheet(
      "checks/contacts.csv",
      ["date", "kind", "found", "note"],
      contacts.map((one) => [one.doneOn, one.kind, one.found, one.note]),
    ),
    ...(certificate ? [text("certificate/certificate.jwt", certificate.jwt)] : []),
  ];
};

const filesWanted = (records: Records) => [
  ...(records.document?.pdfFileId ? [{ id: records.document.pdfFileId, folder: "agreement" }] : []),
  ...(records.certificate?.pdfFileId ? [{ id: records.certificate.pdfFileId, folder: "certificate" }] : []),
  ...records.weeks.flatMap((week) =>
    week.fileId ? [{ id: week.fileId, folder: `material/${week.monday}` }] : [],
  ),
  ...records.handed.map((file) => ({ id: file.id, folder: file.subjectType.replace("archive_", "") })),
];

/**
 * The whole archive of one placement as a ZIP, with an index of every file's SHA-256 and of the parts that are missing.
 * Goes in: who asks and the placement's id. Comes out: the bytes; null for anybody but the school's staff. What does not fit
 * is named in the index as left out, never silently.
 */
export const archiveZip = async (actor: Person, id: string): Promise<Uint8Array | null> => {
  const own = await ownPlacement(read, actor, id);
  if (!own || (own.as !== "teacher" && moverOf(own.as, actor) !== "school")) return null;
  const records = await recordsOf(own.placement);
  const entries = written(records);
  const wanted = filesWanted(records);
  const files = await read.storedFile.findMany({ where: { id: { in: wanted.map((one) => one.id) } } });
  const leftOut: string[] = [];
  let size = 0;
  for (const [index, { id: fileId, folder }] of wanted.entries()) {
    const file = files.find((one) => one.id === fileId);
    const name = `${folder}/${index + 1}_${(file?.name ?? fileId).replace(/[^\p{L}\p{N}._-]+/gu, "_")}`;
    if (!file || size + file.bytes > MOST_BYTES) {
      leftOut.push(name);
      continue;
    }
    size += file.bytes;
    entries.push({ name, bytes: await readStoredFile(file.storageKey) });
  }
  const t = translatorFor("zh-CN");
  const missing = missingParts(linesOf(records)).map((part) => t.any(`outcomes.archive.part.${part}`));
  const rows = [
    ...entries.map(({ name, bytes }) => [name, createHash("sha256").update(bytes).digest("hex")]),
    ...leftOut.map((name) => [name, "left out"]),
    ...missing.map((name) => [name, "missing"]),
  ];
  return zipOf([text("index.csv", writeCsv({ headers: ["file", "sha256"], rows })), ...entries]);
};
