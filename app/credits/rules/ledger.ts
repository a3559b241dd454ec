import type { Sentence } from "./convert";

export type LedgerRow = {
  id: string;
  act: string;
  source: string;
  item: string;
  name: string;
  creditsCenti: number;
  hours: number | null;
  grade: string | null;
  earnedOn: string;
  basis: string;
  voidsId: string | null;
};

export type LedgerLine = {
  id: string;
  act: "earned" | "converted" | "owed";
  source: string;
  name: string;
  creditsCenti: number;
  hours: number | null;
  grade: string | null;
  earnedOn: string;
  /** taken back by a later entry */
  voided: boolean;
  /** an examination, whose name stands for a subject */
  exam: string | null;
  /** what it rests on, in the reader's words; several sentences follow one another */
  basis: Sentence[];
};

type Basis = Readonly<Record<string, string | number | boolean | null>>;

const text = (basis: Basis, key: string): string => String(basis[key] ?? "");

const basisOf = (act: string, source: string, basis: Basis): Sentence[] => {
  const said = (key: string, values: Sentence["values"]): Sentence => ({
    key: `credits.ledger.basisOf.${key}`,
    values,
  });
  if (act === "owed") return [said("owed", { reference: text(basis, "reference") })];
  if (source === "transfer") {
    const about = {
      reference: text(basis, "reference"),
      sourceCode: text(basis, "sourceCode"),
      sourceName: text(basis, "sourceName"),
    };
    const first =
      basis.table === null || basis.table === undefined
        ? said("transferNoTable", about)
        : said("transfer", { ...about, table: Number(basis.table) });
    return basis.reason ? [first, said("decided", { reason: text(basis, "reason") })] : [first];
  }
  if (source === "makeup") return [said("makeup", { tutor: text(basis, "tutor") })];
  if (basis.rule && basis.document) {
    return [said("claim", { rule: text(basis, "rule"), document: text(basis, "document") })];
  }
  return [said("other", {})];
};

/**
 * A learner's ledger as people read it. Goes in: the stored entries. Comes out: the lines, newest first, those taken back
 * marked, each with what it rests on; the sums of what stands and of what is owed, and the standing sums by source.
 */
export const ledgerOf = (
  rows: readonly LedgerRow[],
): { lines: LedgerLine[]; standingCenti: number; owedCenti: number; bySource: [string, number][] } => {
  const takenBack = new Set(rows.flatMap((row) => (row.voidsId ? [row.voidsId] : [])));
  const lines = rows
    .filter((row) => row.act !== "voided")
    .sort((a, b) => (a.earnedOn === b.earnedOn ? (a.id < b.id ? 1 : -1) : a.earnedOn < b.earnedOn ? 1 : -1))
    .map(
      (row): LedgerLine => ({
        id: row.id,
        act: row.act as LedgerLine["act"],
        source: row.source,
        name: row.name,
        creditsCenti: row.creditsCenti,
        hours: row.hours,
        grade: row.grade,
        earnedOn: row.earnedOn,
        voided: takenBack.has(row.id),
        exam: row.item.startsWith("owed:exam:") ? row.item.slice("owed:exam:".length) : null,
        basis: basisOf(row.act, row.source, JSON.parse(row.basis) as Basis),
      }),
    );
  const standing = lines.filter((line) => !line.voided && line.act !== "owed");
  const sources = new Map<string, number>();
  for (const line of standing) sources.set(line.source, (sources.get(line.source) ?? 0) + line.creditsCenti);
  const sum = (all: readonly LedgerLine[]): number => all.reduce((total, one) => total + one.creditsCenti, 0);
  return {
    lines,
    standingCenti: sum(standing),
    owedCenti: sum(lines.filter((line) => !line.voided && line.act === "owed")),
    bySource: [...sources.entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
  };
};
