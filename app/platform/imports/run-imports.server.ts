import { read } from "../db/client.server";
import { inTransaction, type Tx } from "../db/gate.server";
import { newId } from "../id";
import { log } from "../log/log.server";
import type { Sweep } from "../outbox/worker.server";
import { RefusalError } from "../result";
import { breathe } from "../time/breathe.server";
import type { Clock } from "../time/clock";
import type { ImportKind, ImportLine, ImportSession, LineFinding, LineOutcome } from "./import-kind";

/** Rows in one transaction: what others may have to wait for. */
const ROWS_AT_ONCE = 60;
/** How long one turn works before the sweep comes round again. */
const TURN_MS = 1_500;
const MOST_FAILURES = 3;

const failures = new Map<string, number>();

type Work = NonNullable<Awaited<ReturnType<typeof nextImport>>>;
type Row = { line: number; cells: string; repeats: number | null; findings: string | null };

const nextImport = () =>
  read.import.findFirst({ where: { state: { in: ["checking", "writing"] } }, orderBy: { createdAt: "asc" } });

const lineOf = ({ line, cells }: Row): ImportLine => ({
  line,
  cells: JSON.parse(cells) as Record<string, string>,
});

const stop = (work: Work, clock: Clock, stopped: string) =>
  inTransaction((tx) =>
    tx.import.updateMany({
      where: { id: work.id, state: work.state },
      data: { state: "done", stopped, finishedAt: clock.now(), version: { increment: 1 } },
    }),
  );

type RowChange = { line: number; state: string; findings: LineFinding[] | null; refId: string | null };

const saveRows = (tx: Tx, importId: string, changes: readonly RowChange[]) => {
  const rows = changes.map(({ findings, ...row }) => ({
    ...row,
    findings: findings && findings.length > 0 ? JSON.stringify(findings) : null,
  }));
  // An insert that meets its row looks each up by key; an update from a list would read the whole import for it.
  return tx.$executeRaw`INSERT INTO ImportRow (importId, line, cells, state, findings, refId)
    SELECT ${importId}, value ->> 'line', '', value ->> 'state', value ->> 'findings', value ->> 'refId'
    FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (importId, line) DO UPDATE SET
      state = excluded.state, findings = excluded.findings, refId = excluded.refId`;
};

/** Judges the next rows. Comes out: how many; none when all are judged. */
const checkSome = async (work: Work, session: ImportSession): Promise<number> => {
  const rows = await read.importRow.findMany({
    where: { importId: work.id, state: "new" },
    orderBy: { line: "asc" },
    take: ROWS_AT_ONCE,
  });
  if (rows.length === 0) {
    await inTransaction((tx) =>
      tx.import.updateMany({
        where: { id: work.id, state: "checking" },
        data: { state: "checked", version: { increment: 1 } },
      }),
    );
    return 0;
  }
  const judged = await session.judge(rows.map(lineOf));
  const changes = rows.map(({ line, repeats, findings }, index): RowChange => {
    const all = [
      ...(JSON.parse(findings ?? "[]") as LineFinding[]),
      ...(repeats === null
        ? []
        : [{ field: "", key: "imports.findings.repeats", values: { line: repeats } }]),
      ...(judged[index] ?? []),
    ];
    return { line, state: all.length > 0 ? "bad" : "good", findings: all, refId: null };
  });
  const bad = changes.filter(({ state }) => state === "bad").length;
  await inTransaction(async (tx) => {
    const still = await tx.import.updateMany({
      where: { id: work.id, state: "checking" },
      data: { bad: { increment: bad }, good: { increment: changes.length - bad } },
    });
    if (still.count > 0) await saveRows(tx, work.id, changes);
  });
  return rows.length;
};

const changeOf = (line: number, outcome: LineOutcome): RowChange =>
  outcome.state === "refused"
    ? { line, state: "refused", findings: outcome.findings, refId: null }
    : { line, state: outcome.state, findings: null, refId: outcome.refId };

/**
 * Writes the next good rows and what became of them in one transaction, so that a kill at any moment leaves each row
 * either untouched or written and known to be. Comes out: how many; none when all are written.
 */
const writeSome = (work: Work, session: ImportSession, clock: Clock): Promise<number> =>
  inTransaction(async (tx) => {
    const rows = await tx.importRow.findMany({
      where: { importId: work.id, state: "good", import: { state: "writing" } },
      orderBy: { line: "asc" },
      take: ROWS_AT_ONCE,
    });
    if (rows.length === 0) {
      await tx.import.updateMany({
        where: { id: work.id, state: "writing" },
        data: { state: "done", finishedAt: clock.now(), version: { increment: 1 } },
      });
      return 0;
    }
    const outcomes = await session.write(tx, rows.map(lineOf));
    await saveRows(
      tx,
      work.id,
      rows.map(({ line }, index) => changeOf(line, outcomes[index]!)),
    );
    const count = (state: LineOutcome["state"]) => outcomes.filter((one) => one.state === state).length;
    await tx.import.update({
      where: { id: work.id },
      data: {
        created: { increment: count("created") },
        updated: { increment: count("updated") },
        unchanged: { increment: count("unchanged") },
        refused: { increment: count("refused") },
      },
    });
    return rows.length;
  });

const workOn = async (work: Work, kind: ImportKind, clock: Clock, until: number): Promise<void> => {
  const owner = {
    organizationId: work.organizationId,
    personId: work.startedBy,
    personName: work.startedByName,
  };
  const options = JSON.parse(work.options) as Record<string, string>;
  const opened = await kind.open(owner, options, clock, newId());
  if (!opened.ok) return void (await stop(work, clock, opened.refusal.key));
  let done: number;
  do {
    done =
      work.state === "checking"
        ? await checkSome(work, opened.value)
        : await writeSome(work, opened.value, clock);
    await breathe();
  } while (done > 0 && performance.now() < until);
};

/**
 * Goes on with the oldest import at work: checking or writing, row by row where it left off, for a short while. Goes in:
 * the kinds of rows, by room. Comes out: whether there was anything to do. A refusal of the whole ends the import with its
 * reason; a fault of ours is tried again twice before it does.
 */
export const runImports = async (
  kinds: readonly ImportKind[],
  clock: Clock,
  turnMs = TURN_MS,
): Promise<boolean> => {
  const work = await nextImport();
  if (!work) return false;
  const kind = kinds.find(({ name }) => name === work.kind);
  if (!kind) {
    await stop(work, clock, "imports.stopped.fault");
    return true;
  }
  try {
    await workOn(work, kind, clock, performance.now() + turnMs);
    failures.delete(work.id);
  } catch (error) {
    if (error instanceof RefusalError) {
      await stop(work, clock, error.refusal.key);
      return true;
    }
    const times = (failures.get(work.id) ?? 0) + 1;
    failures.set(work.id, times);
    log().error({ err: error, import: work.id, times }, "import stumbled");
    if (times >= MOST_FAILURES) await stop(work, clock, "imports.stopped.fault");
  }
  return true;
};

/** The sweep that keeps imports going. */
export const importSweep = (kinds: readonly ImportKind[]): Sweep => ({
  name: "imports.run",
  everyMs: 0,
  run: async (clock) => void (await runImports(kinds, clock)),
});
