import { createHash } from "node:crypto";
import { read } from "~/platform/db/client.server";
import { readStoredFile } from "~/platform/files/store.server";
import { type ZipEntry, zipOf } from "~/platform/files/zip.server";
import { writeCsv } from "~/platform/sheets/write-sheet.server";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { factText, factTitle, missingText } from "./components/dossier-text";
import type { ReportSheet } from "./pdf/ReportPdf";
import { type DossierContent, evidenceFiles } from "./rules/dossiers/content";

/** A ZIP is built in memory; files beyond this are named in the index as left out. */
const MOST_BYTES = 60_000_000;

const text = (name: string, value: string): ZipEntry => ({ name, bytes: Buffer.from(value, "utf8") });
const safe = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, "_").slice(0, 120);

/** The words of a dossier for its PDF, from what was frozen alone. */
export const dossierSheet = (
  content: DossierContent,
  kept: { at: string; byName: string; sha256: string },
): ReportSheet => {
  const translator = translatorFor("zh-CN");
  const t = translator.room("reports");
  const tables = content.sections.flatMap(({ title, wants }) =>
    wants.map((want) => ({
      title: `${title.zh}：${want.title.zh}`,
      rows: want.facts.map((fact) => ({
        name: factTitle(fact, translator),
        notes: [
          ...(fact.kind === "figure" ? [] : [factText(fact, translator)]),
          fact.href,
          ...(fact.file ? [fact.file.name] : []),
        ].join(" · "),
        value: fact.kind === "figure" ? factText(fact, translator) : "",
        fraction: fact.day,
      })),
    })),
  );
  const lacking = content.missing.map((one) => ({
    name: `${one.section.zh}：${one.want.zh}`,
    notes: missingText(one, translator),
    value: "",
    fraction: "",
  }));
  return {
    heading: content.title.zh,
    place: content.organization,
    facts: [
      { label: t("dossier.asOf"), value: content.asOf },
      { label: t("dossier.by"), value: `${kept.byName} · ${absoluteText(kept.at, "zh-CN")}` },
      { label: t("sheet.hash"), value: kept.sha256 },
      { label: t("dossier.source"), value: content.source.zh },
    ],
    mark: `${content.organization} · SHA-256 ${kept.sha256.slice(0, 16)}`,
    columns: [t("dossier.fact"), t("dossier.value"), t("dossier.day")],
    tables: [
      ...tables.filter(({ rows }) => rows.length > 0),
      ...(lacking.length > 0 ? [{ title: t("dossier.missing"), rows: lacking }] : []),
    ],
  };
};

/**
 * The evidence of a dossier as a ZIP: every file by section, an index with each file's SHA-256, the facts with day and link,
 * and what is missing. Goes in: the frozen content, the line that says whose copy it is. Comes out: the bytes; a file that is
 * gone or no longer fits its hash, or does not fit in, is named in the index, never left out silently.
 */
export const dossierZip = async (content: DossierContent, mark: string): Promise<Uint8Array> => {
  const translator = translatorFor("zh-CN");
  const t = translator.room("reports");
  const wanted = evidenceFiles(content);
  const stored = await read.storedFile.findMany({
    where: { id: { in: wanted.map(({ file }) => file.id) } },
    select: { id: true, storageKey: true },
  });
  const entries: ZipEntry[] = [];
  const index: string[][] = [];
  let size = 0;
  for (const [place, { section, file }] of wanted.entries()) {
    const name = `${section}/${place + 1}_${safe(file.name)}`;
    const key = stored.find(({ id }) => id === file.id)?.storageKey;
    const bytes = key && size + file.bytes <= MOST_BYTES ? await readStoredFile(key).catch(() => null) : null;
    const fits = bytes && createHash("sha256").update(bytes).digest("hex") === file.sha256;
    index.push([
      name,
      file.sha256,
      t(bytes ? (fits ? "dossier.included" : "dossier.changed") : "dossier.leftOut"),
    ]);
    if (!bytes) continue;
    size += bytes.length;
    entries.push({ name, bytes });
  }
  const facts = content.sections.flatMap(({ title, wants }) =>
    wants.flatMap((want) =>
      want.facts.map((fact) => [
        title.zh,
        want.title.zh,
        factTitle(fact, translator),
        factText(fact, translator),
        fact.day,
        fact.href,
        fact.file?.name ?? "",
      ]),
    ),
  );
  const lacking = content.missing.map((one) => [one.section.zh, one.want.zh, missingText(one, translator)]);
  return zipOf([
    text(
      "index.csv",
      writeCsv({
        headers: [t("dossier.file"), "SHA-256", t("dossier.state")],
        rows: [...index, [mark, "", ""]],
      }),
    ),
    text(
      "facts.csv",
      writeCsv({
        headers: [
          t("dossier.section"),
          t("dossier.want"),
          t("dossier.fact"),
          t("dossier.value"),
          t("dossier.day"),
          t("dossier.link"),
          t("dossier.file"),
        ],
        rows: facts,
      }),
    ),
    text(
      "missing.csv",
      writeCsv({ headers: [t("dossier.section"), t("dossier.want"), t("dossier.missing")], rows: lacking }),
    ),
    ...entries,
  ]);
};
