import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { templateDatabase } from "../setup/template-database";
import { type BenchReport, printReport } from "./report";

const RECORDS = 500;
const ROWS = 10_000;
const ASK_EVERY_MS = 40;
const IDLE_MS = 6_000;

const seconds = (ms: number): number => Math.round(ms / 10) / 100;
const rounded = (value: number): number => Math.round(value * 100) / 100;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const p95 = (times: number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
};

/** Asks for a page every forty milliseconds until told to stop; the wait counts from when it should have been asked. */
const askAway = (ask: () => Promise<unknown>) => {
  const times: number[] = [];
  let going = true;
  const loop = async () => {
    let next = performance.now();
    while (going) {
      next += ASK_EVERY_MS;
      await pause(Math.max(0, next - performance.now()));
      await ask();
      times.push(performance.now() - next);
      // A page that came late is not asked for again in a burst.
      if (performance.now() > next + ASK_EVERY_MS) next = performance.now();
    }
  };
  const running = loop();
  return async (): Promise<number[]> => {
    going = false;
    await running;
    return times;
  };
};

/**
 * Bulk: 500 records a call in one transaction, made and changed; a spreadsheet of 10,000 listings checked and published
 * in the background while the page of listings is asked for, against the same page with nothing else going on.
 */
export const run = async (): Promise<BenchReport> => {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-bulk-"));
  copyFileSync(templateDatabase(), path.join(folder, "chanjiao.db"));
  process.env.NODE_ENV = "test";
  process.env.DATA_DIR = folder;
  process.env.LOG_LEVEL = "silent";
  delete process.env.DATABASE_URL;
  const { upsertListings } = await import("~/marketplace/commands/upsert-listings.server");
  const { LISTING_IMPORT } = await import("~/marketplace/listing-import.server");
  const { listingsPage } = await import("./bulk-page");
  const { closeDatabase, read } = await import("~/platform/db/client.server");
  const { endImport } = await import("~/platform/imports/end-import.server");
  const { importSweep } = await import("~/platform/imports/run-imports.server");
  const { startImport } = await import("~/platform/imports/start-import.server");
  const { startWorker } = await import("~/platform/outbox/worker.server");
  const { writeCsv } = await import("~/platform/sheets/write-sheet.server");
  const { givenHost, RECORD, registered, ROW } = await import("../fixtures/records");
  const { HOST } = await import("../fixtures/listings");

  const bulk = await givenHost("批量");
  await registered(bulk.actor.organizationId, HOST.uscc);
  const records = Array.from({ length: RECORDS }, (_, index) => ({
    ...RECORD,
    reference: `B-${index}`,
    title: `${RECORD.title} ${index}`,
  }));
  const call = async (given: unknown[]): Promise<number> => {
    const from = performance.now();
    const done = await upsertListings(bulk, given);
    if (!done.ok || done.value.answers.some(({ outcome }) => outcome === "refused"))
      throw new Error("a record was refused");
    return performance.now() - from;
  };
  await call([{ ...RECORD, reference: "WARM" }]);
  const made = await call(records);
  const changed = await call(records.map((record) => ({ ...record, seats: 6 })));
  const same = await call(records.map((record) => ({ ...record, seats: 6 })));

  const idle = askAway(listingsPage);
  await pause(IDLE_MS);
  const before = p95(await idle());

  const owner = await givenHost("导入");
  await registered(owner.actor.organizationId, "91440101MA59RQ1U4Q");
  const headers = Object.keys(ROW);
  const rows = Array.from({ length: ROWS }, (_, index) =>
    headers.map((header) =>
      header === "编号" ? `X-${index}` : header === "标题" ? `${ROW.标题} ${index}` : (ROW[header] ?? ""),
    ),
  );
  const bytes = new TextEncoder().encode(writeCsv({ headers, rows }));
  const options = { kind: "internship", direction: "offer", publish: "yes", reason: "" };
  const worker = startWorker({}, [importSweep([LISTING_IMPORT])], owner.clock, { only: [], pauseMs: 250 });
  const state = async (id: string, wanted: string): Promise<void> => {
    for (;;) {
      const found = await read.import.findUniqueOrThrow({ where: { id } });
      if (found.stopped) throw new Error(found.stopped);
      if (found.state === wanted) return;
      await pause(100);
    }
  };
  const busy = askAway(listingsPage);
  const from = performance.now();
  const file = { name: "万行.csv", mediaType: "text/csv", bytes };
  const started = await startImport(owner, LISTING_IMPORT, options, file);
  if (!started.ok) throw new Error(started.refusal.key);
  const uploaded = performance.now() - from;
  const { id } = started.value;
  await state(id, "checked");
  const checked = performance.now() - from - uploaded;
  const ready = await read.import.findUniqueOrThrow({ where: { id } });
  if (ready.bad > 0) throw new Error(`${ready.bad} rows were refused`);
  const confirmed = await endImport(owner, id, { choice: "all", version: ready.version });
  if (!confirmed.ok) throw new Error(confirmed.refusal.key);
  await state(id, "done");
  const total = performance.now() - from;
  const during = p95(await busy());
  await worker.stop();
  const published = await read.listingIndex.count({
    where: { organizationId: owner.actor.organizationId },
  });
  if (published !== ROWS) throw new Error(`${published} of ${ROWS} listings are found`);
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });

  const ratio = rounded(during / before);
  return {
    name: "bulk",
    lines: [
      `bulk call of ${RECORDS} records in one transaction: made ${seconds(made)} s, changed ${seconds(changed)} s, sent again ${seconds(same)} s`,
      `spreadsheet of ${ROWS} listings: taken in ${seconds(uploaded)} s, checked ${seconds(checked)} s, published and indexed ${seconds(total - uploaded - checked)} s`,
      `page of listings p95: idle ${rounded(before)} ms, during the import ${rounded(during)} ms`,
    ],
    figures: { made, changed, same, uploaded, checked, total, idleP95: before, busyP95: during },
    targets: [
      {
        name: "seconds for 10,000 rows from upload to found (under)",
        value: seconds(total),
        target: 30,
        ok: total < 30_000,
      },
      {
        name: "p95 of the listings page as a multiple of idle (at most)",
        value: ratio,
        target: 2,
        ok: ratio <= 2,
      },
      {
        name: "records in one bulk call and transaction (at least)",
        value: RECORDS,
        target: 500,
        ok: RECORDS >= 500,
      },
    ],
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) printReport(await run());
