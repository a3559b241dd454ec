import type { TableLine } from "./convert";

const FIELDS = [
  "type",
  "destinationCode",
  "destinationCenti",
  "sourceCenti",
  "minimumCenti",
  "shareBp",
] as const;

export type LineChange = {
  key: string;
  sourceCode: string;
  sourceName: string;
  change: "added" | "removed" | "changed";
  /** which parts differ, where it was changed */
  fields: (typeof FIELDS)[number][];
  before: TableLine | null;
  after: TableLine | null;
};

/** What tells the lines of one version apart: the course and the major it is for. */
export const tableKey = ({ sourceCode, majorCode }: Pick<TableLine, "sourceCode" | "majorCode">): string =>
  `${sourceCode}|${majorCode}`;

/** What differs between two versions of a table, by source course; nothing where they say the same. */
export const tableDiff = (before: readonly TableLine[], after: readonly TableLine[]): LineChange[] => {
  const held = new Map(before.map((line) => [tableKey(line), line]));
  const now = new Map(after.map((line) => [tableKey(line), line]));
  return [...new Set([...held.keys(), ...now.keys()])].sort().flatMap((key): LineChange[] => {
    const [old, fresh] = [held.get(key) ?? null, now.get(key) ?? null];
    const fields = old && fresh ? FIELDS.filter((field) => old[field] !== fresh[field]) : [];
    if (old && fresh && fields.length === 0) return [];
    const named = fresh ?? old;
    return [
      {
        key,
        sourceCode: named?.sourceCode ?? "",
        sourceName: named?.sourceName ?? "",
        change: old && fresh ? "changed" : fresh ? "added" : "removed",
        fields,
        before: old,
        after: fresh,
      },
    ];
  });
};

/**
 * The day a signed version begins to count: its own first day, but never before the last signature nor before the version
 * it follows. What was converted before stays as it was. House rule.
 */
export const countsFrom = (validFrom: string, signedOn: string, previous: string | null): string =>
  [validFrom, signedOn, previous ?? ""].sort().at(-1) ?? signedOn;
