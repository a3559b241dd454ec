import type { Tx } from "~/platform/db/gate.server";

/** A finding as it is stored; all of one slice are written with one statement. */
export type FindingRow = {
  id: string;
  placementId: string;
  schoolId: string;
  hostId: string;
  rule: string;
  verdict: string;
  who: string;
  message: string;
  fix: string;
  article: string;
  openedOn: string;
  seenOn: string;
  level: number;
  authorityId: string | null;
};

const COLUMNS = [
  "id",
  "placementId",
  "schoolId",
  "hostId",
  "rule",
  "verdict",
  "who",
  "message",
  "fix",
  "article",
  "openedOn",
  "seenOn",
  "level",
  "authorityId",
] as const satisfies readonly (keyof FindingRow)[];

/** What a finding seen again keeps of its own: what it is about. */
const KEPT: readonly string[] = ["id", "placementId", "schoolId", "hostId", "rule", "authorityId"];

const WRITE = `INSERT INTO "PlacementFinding" (${COLUMNS.map((column) => `"${column}"`).join(", ")}, "state")
  SELECT ${COLUMNS.map((_, index) => `value ->> ${index}`).join(", ")}, 'open' FROM json_each(?) WHERE true
  ON CONFLICT ("placementId", "rule") DO UPDATE SET "state" = 'open', "solvedOn" = NULL,
  ${COLUMNS.filter((column) => !KEPT.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(", ")}`;

/** Writes findings as open, new ones and those found again alike, whatever their number in one statement. */
export const writeFindings = async (tx: Tx, rows: readonly FindingRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const cells = rows.map((row) => COLUMNS.map((column) => row[column]));
  await tx.$executeRawUnsafe(WRITE, JSON.stringify(cells));
};
