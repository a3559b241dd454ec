import { createHash } from "node:crypto";
import { read } from "~/platform/db/client.server";
import { readStoredFile } from "~/platform/files/store.server";
import { type ZipEntry, zipOf } from "~/platform/files/zip.server";
import { writeXlsx } from "~/platform/sheets/write-sheet.server";
import { translatorFor } from "~/words/translator.server";
import { GATES } from "../rules/gates";
import { SEATED } from "../rules/lifecycle";
import { BOARD_ROWS, type GateRow, gateRows } from "./gate-board.server";
import { askReader } from "./gate-rows.sqlite.server";

/** Files of one pack, and their bytes together: beyond that a pack is made by class. House rule. */
const MOST_FILES = 400;
const MOST_BYTES = 80 * 1024 * 1024;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A name that any file system takes. */
const fileName = (text: string): string => text.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 80);

const listOf = (rows: readonly GateRow[]): Promise<Uint8Array> => {
  const t = translatorFor("zh-CN").room("placements");
  return writeXlsx([
    {
      name: t("filing.list"),
      headers: [
        t("filing.number"),
        t("list.student"),
        t("list.class"),
        t("list.programme"),
        t("list.host"),
        t("list.post"),
        t("field.startsOn"),
        t("field.endsOn"),
        t("filing.policy"),
        ...GATES.map((gate) => t(`gate.${gate}`)),
      ],
      rows: rows.map((row) => [
        row.studentNumber,
        row.studentName,
        row.className,
        row.programmeName,
        row.hostName,
        row.title,
        row.startsOn,
        row.endsOn,
        row.facts.insurance?.number ?? "",
        ...row.gates.map((gate) => t(gate.open ? "gates.open" : "gates.closed")),
      ]),
    },
  ]);
};

const plansText = async (schoolId: string, planIds: readonly string[]): Promise<ZipEntry[]> => {
  const t = translatorFor("zh-CN").room("placements");
  const plans = await read.internshipPlan.findMany({
    where: { schoolId, id: { in: [...planIds] } },
    take: 100,
  });
  return plans.map((plan) => ({
    name: `plans/${fileName(plan.title)}.txt`,
    bytes: Buffer.from(
      [
        plan.title,
        `${plan.startsOn} — ${plan.endsOn}`,
        ...(["goals", "arrangement", "rules", "emergency"] as const).map(
          (part) => `\n${t(`field.${part}`)}\n${plan[part]}`,
        ),
      ].join("\n"),
      "utf8",
    ),
  }));
};

type Stored = { id: string; name: string; storageKey: string; bytes: number };

const stored = async (ids: readonly string[]): Promise<Map<string, Stored>> => {
  const files = await read.storedFile.findMany({
    where: { id: { in: [...ids] } },
    take: MOST_FILES,
    select: { id: true, name: true, storageKey: true, bytes: true },
  });
  return new Map(files.map((file) => [file.id, file]));
};

const evidenceFiles = async (schoolId: string, rows: readonly GateRow[]) => {
  const subjects = new Set(rows.flatMap((row) => [row.id, row.hostId, row.plan?.id ?? ""]));
  const evidence = await read.gateEvidence.findMany({
    where: {
      schoolId,
      withdrawnAt: null,
      fileId: { not: null },
      covers: { some: { subjectId: { in: [...subjects] } } },
    },
    take: MOST_FILES,
    select: { kind: true, doneOn: true, fileId: true },
  });
  return evidence.map((one) => ({ fileId: one.fileId ?? "", folder: `evidence/${one.kind}_${one.doneOn}` }));
};

/**
 * The pack a school files with its authority: plans, the list of placements, the evidence of the gates, the sealed
 * agreements, and an index with the SHA-256 of every file. Goes in: the school, a class to narrow it to, the civil date.
 * Comes out: a ZIP; files beyond four hundred or eighty megabytes are named in the index as left out, never silently.
 */
export const filingPack = async (
  schoolId: string,
  className: string | null,
  on: string,
): Promise<Uint8Array> => {
  const rows = await gateRows(
    askReader,
    { schoolId, ...(className ? { className } : {}), states: SEATED },
    on,
    BOARD_ROWS,
  );
  const planIds = [...new Set(rows.flatMap((row) => row.plan?.id ?? []))];
  const entries: ZipEntry[] = [
    { name: "placements.xlsx", bytes: await listOf(rows) },
    ...(await plansText(schoolId, planIds)),
  ];
  const wanted = [
    ...(await evidenceFiles(schoolId, rows)),
    ...rows.flatMap((row) =>
      row.document?.pdfFileId
        ? [{ fileId: row.document.pdfFileId, folder: `agreements/${fileName(row.studentNumber)}` }]
        : [],
    ),
  ];
  const files = await stored(wanted.map((one) => one.fileId));
  const leftOut: string[] = [];
  let size = 0;
  for (const { fileId, folder } of wanted) {
    const file = files.get(fileId);
    const name = `${folder}_${fileName(file?.name ?? fileId)}`;
    if (!file || size + file.bytes > MOST_BYTES) {
      leftOut.push(name);
      continue;
    }
    size += file.bytes;
    entries.push({ name, bytes: await readStoredFile(file.storageKey) });
  }
  const index = {
    school: rows[0]?.schoolName ?? "",
    on,
    placements: rows.length,
    files: entries.map((entry) => ({
      name: entry.name,
      bytes: entry.bytes.length,
      sha256: sha256(entry.bytes),
    })),
    leftOut,
  };
  return zipOf([
    { name: "index.json", bytes: Buffer.from(JSON.stringify(index, null, 2), "utf8") },
    ...entries,
  ]);
};
