import { readDateText } from "~/platform/sheets/date-text";
import { indicatorOf } from "../indicators/catalogue";
import type { Indicator, IndicatorTable } from "../indicators/indicator";
import { readAmount } from "./amount";
import { type SheetField, templateId } from "./columns";
import { countingDefinition } from "./definitions";
import { type Supplier, sheetIndicators, supplyForm } from "./forms";
import { type PlaceRow, readPlace } from "./places";

export type CellFinding = {
  readonly field: SheetField;
  /** a key of `reports.cell` */
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

export type SheetLine = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<SheetField, string>>>;
};

export type ReadLine = SheetLine & {
  readonly indicatorId: string | null;
  readonly regionCode: string | null;
  /** hundredths; null where nothing can be read */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** nothing was filled in: the line is passed over */
  readonly empty: boolean;
  readonly findings: readonly CellFinding[];
  /** what was read otherwise than typed */
  readonly notes: readonly CellFinding[];
};

export type SheetAsk = {
  readonly table: IndicatorTable;
  readonly supplier: Supplier;
  readonly year: string;
  /** of the supplier */
  readonly regionCode: string;
  readonly places: ReadonlyMap<string, PlaceRow>;
};

const MOST_NOTE = 200;
const FRACTIONS: readonly Indicator["unit"][] = ["fen", "ratio", "hours"];

const said = (line: SheetLine, field: SheetField): string => (line.cells[field] ?? "").trim();

type Amounts = Pick<ReadLine, "numerator" | "denominator" | "findings" | "notes">;

const amountsOf = (line: SheetLine, indicator: Indicator): Amounts => {
  const findings: CellFinding[] = [];
  const notes: CellFinding[] = [];
  const quotient = supplyForm(indicator.id)?.form === "quotient";
  const read = (field: "numerator" | "denominator", decimals: boolean): number | null => {
    const text = said(line, field);
    if (text === "" || text.startsWith("=")) {
      if (text === "") findings.push({ field, key: quotient ? "bothParts" : "noAmount" });
      return null;
    }
    const amount = readAmount(text, { decimals });
    if (!amount.ok) {
      findings.push({ field, key: amount.key });
      return null;
    }
    if (amount.noted)
      notes.push({ field, key: amount.noted, values: { typed: text, value: amount.hundredths / 100 } });
    return amount.hundredths;
  };
  const numerator = read("numerator", FRACTIONS.includes(indicator.unit));
  if (!quotient) {
    if (said(line, "denominator") !== "") findings.push({ field: "denominator", key: "noDenominator" });
    return { numerator, denominator: null, findings, notes };
  }
  const denominator = read("denominator", indicator.unit === "ratio");
  if (denominator === 0) notes.push({ field: "denominator", key: "zero" });
  if (indicator.unit === "share" && numerator !== null && denominator !== null && numerator > denominator)
    findings.push({ field: "numerator", key: "moreThanAll" });
  return { numerator, denominator, findings, notes };
};

const formulas = (line: SheetLine): CellFinding[] =>
  (Object.entries(line.cells) as [SheetField, string][])
    .filter(([, text]) => text.trim().startsWith("="))
    .map(([field]) => ({ field, key: "formula" }));

const headFindings = (line: SheetLine, ask: SheetAsk, indicator: Indicator | null): CellFinding[] => {
  const findings: CellFinding[] = [];
  const wanted = templateId(ask.table, ask.supplier);
  if (said(line, "template") !== wanted)
    findings.push({ field: "template", key: "template", values: { wanted } });
  if (said(line, "year").normalize("NFKC") !== ask.year)
    findings.push({ field: "year", key: "year", values: { wanted: ask.year } });
  if (!indicator) findings.push({ field: "indicator", key: "indicator" });
  if (indicator) {
    const { since } = countingDefinition(indicator, ask.year);
    const given = readDateText(said(line, "definition").normalize("NFKC"));
    if (given !== since) findings.push({ field: "definition", key: "definition", values: { since } });
  }
  if (said(line, "note").length > MOST_NOTE)
    findings.push({ field: "note", key: "longNote", values: { most: MOST_NOTE } });
  return findings;
};

const lineOf = (line: SheetLine, ask: SheetAsk): ReadLine => {
  const typed = indicatorOf(said(line, "indicator"));
  const known = sheetIndicators(ask.table, ask.supplier).some(({ id }) => id === typed?.id);
  const indicator = known && typed ? typed : null;
  const empty = said(line, "numerator") === "" && said(line, "denominator") === "";
  const place =
    ask.supplier === "school" ? null : readPlace(ask.places, ask.regionCode, said(line, "region"));
  const regionCode = place === null ? ask.regionCode : place.ok ? place.code : null;
  const amounts: Amounts =
    indicator && !empty
      ? amountsOf(line, indicator)
      : { numerator: null, denominator: null, findings: [], notes: [] };
  const findings = [
    ...formulas(line),
    ...headFindings(line, ask, indicator),
    ...(place && !place.ok ? [{ field: "region" as const, key: place.key, values: place.values }] : []),
    ...amounts.findings,
  ];
  const { line: at, cells } = line;
  return { line: at, cells, indicatorId: indicator?.id ?? null, regionCode, ...amounts, empty, findings };
};

/**
 * The rows of a sheet as they are understood. Goes in: lines with texts by field, and what was asked for. Comes out: a line
 * each with what was read, what stands against it cell by cell, and what was read otherwise than typed; a line that names
 * the same indicator and place as an earlier one is told so. House rule.
 */
export const readLines = (lines: readonly SheetLine[], ask: SheetAsk): ReadLine[] => {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const read = lineOf(line, ask);
    if (!read.indicatorId || !read.regionCode) return read;
    const key = `${read.indicatorId} ${read.regionCode}`;
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, read.line);
      return read;
    }
    const repeated: CellFinding = { field: "indicator", key: "repeats", values: { line: earlier } };
    return { ...read, findings: [...read.findings, repeated] };
  });
};

/** How many of a sheet's cells stand against it. */
export const problemsIn = (lines: readonly ReadLine[]): number =>
  lines.reduce((sum, { findings }) => sum + findings.length, 0);
