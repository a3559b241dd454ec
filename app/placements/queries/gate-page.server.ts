import { EVIDENCE_KINDS, type EvidenceKind } from "../rules/evidence";
import { KINDS_OF_GATE } from "../rules/gate-evidence";
import { GATES, type GateKey } from "../rules/gates";
import { SEATED } from "../rules/lifecycle";
import { BOARD_ROWS, type GateRow, gateRows } from "./gate-board.server";
import { type Ask, askReader } from "./gate-rows.sqlite.server";

export type BoardFilter = {
  gate: GateKey | null;
  kind: EvidenceKind | null;
  programme: string | null;
  className: string | null;
  host: string | null;
  held: boolean;
};

/** Reads the board's address: the gate looked at, the kind of record to add, programme, class, host, only those held. */
export const boardFilterOf = (query: URLSearchParams): BoardFilter => {
  const gate = GATES.find((one) => one === query.get("gate")) ?? null;
  const kinds = gate ? KINDS_OF_GATE[gate] : EVIDENCE_KINDS;
  return {
    gate,
    kind: kinds.find((one) => one === query.get("kind")) ?? (gate ? (kinds[0] ?? null) : null),
    programme: query.get("programme") || null,
    className: query.get("class") || null,
    host: query.get("host") || null,
    held: query.get("held") === "1",
  };
};

const choices = (rows: readonly GateRow[], id: (row: GateRow) => string, label: (row: GateRow) => string) =>
  [...new Map(rows.map((row) => [id(row), label(row)]))]
    .map(([value, name]) => ({ value, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label, "zh-CN"));

const shownOf = (row: GateRow) => ({
  id: row.id,
  student: row.studentName,
  className: row.className,
  host: row.hostShort,
  title: row.title,
  startsOn: row.startsOn,
  state: row.state,
  gates: row.gates,
  planned: row.plan !== null,
  prepared: row.document !== null,
  gaps: row.gaps.length,
});

const evidenceUnder = (rows: readonly GateRow[], gate: GateKey | null) => {
  if (!gate) return [];
  const all = rows.flatMap(({ facts }) =>
    [
      facts.inspection,
      facts.unitList,
      facts.filing,
      facts.province,
      facts.plan,
      facts.rules,
      facts.training,
      facts.safetyTest,
      facts.insurance,
    ].filter((one) => one !== null),
  );
  const unique = new Map(
    all.filter((one) => KINDS_OF_GATE[gate].includes(one.kind)).map((one) => [one.id, one]),
  );
  return [...unique.values()].slice(0, 50).map(({ id, kind, doneOn, validTo, number }) => ({
    id,
    kind,
    doneOn,
    validTo,
    number,
  }));
};

/**
 * The gate board of a school: its placements being prepared or running against the eight gates, in five statements for
 * three hundred students. Goes in: the school, the filter, the civil date. Comes out: the rows of the filter, how many
 * each gate holds among all, the records under the chosen gate, and what may be filtered by. `full` says that there are
 * more than the board shows.
 */
export const gatePage = async (schoolId: string, filter: BoardFilter, on: string, ask: Ask = askReader) => {
  const scope = filter.className ? { schoolId, className: filter.className } : { schoolId };
  const all = await gateRows(ask, { ...scope, states: SEATED }, on, BOARD_ROWS + 1);
  const rows = all.slice(0, BOARD_ROWS);
  const held = (row: GateRow, gate: GateKey) => row.gates.some((one) => one.gate === gate && !one.open);
  const shown = rows.filter(
    (row) =>
      (!filter.programme || row.programmeId === filter.programme) &&
      (!filter.host || row.hostId === filter.host) &&
      (!filter.held || (filter.gate ? held(row, filter.gate) : row.gates.some((one) => !one.open))),
  );
  const rank = (row: GateRow) =>
    (filter.gate && held(row, filter.gate) ? 2 : 0) + (row.state === "preparing" ? 1 : 0);
  return {
    rows: [...shown].sort((a, b) => rank(b) - rank(a)).map(shownOf),
    total: rows.length,
    full: all.length > BOARD_ROWS,
    counts: GATES.map((gate) => ({ gate, held: rows.filter((row) => held(row, gate)).length })),
    ready: rows.filter((row) => row.state === "preparing" && row.gates.every((one) => one.open)).length,
    evidence: evidenceUnder(rows, filter.gate),
    programmes: choices(
      rows,
      (row) => row.programmeId,
      (row) => row.programmeName,
    ),
    classes: choices(
      rows,
      (row) => row.className,
      (row) => row.className,
    ),
    hosts: choices(
      rows,
      (row) => row.hostId,
      (row) => row.hostShort,
    ),
  };
};

export type GateBoardPage = Awaited<ReturnType<typeof gatePage>>;
