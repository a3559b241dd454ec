import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { migrate } from "../../app/cli/migrate";
import { addDays } from "../../app/platform/time/clock";
import { type BenchReport, printReport } from "./report";

const BASES = 500;
const DAYS = 60;
const TURNS = 60;
const TODAY = "2026-11-22";
const NOW = "2026-11-22T02:00:00.000+00:00";
const MOST_QUERIES = 6;

const idOf = (kind: number, number: number): string =>
  `019b000${kind}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** 500 bases with two sessions a day for sixty days. */
const fill = (file: string): void => {
  const db = new Database(file);
  const base = db.prepare(
    `INSERT INTO SharedResource (id, organizationId, kind, title, description, place, regionCode, capacity, exclusive,
       safetyNotice, noticeDays, state, createdAt, updatedAt, version)
     VALUES (?, 'owner', 'training_base', ?, '', '', '440113', 40, 0, '', 0, 'open', ?, ?, 1)`,
  );
  const slot = db.prepare(
    `INSERT INTO ResourceSlot (id, resourceId, organizationId, day, fromMinute, toMinute, seats, taken, state,
       createdAt, version)
     VALUES (?, ?, 'owner', ?, ?, ?, 40, ?, 'open', ?, 1)`,
  );
  db.transaction(() => {
    for (let number = 0; number < BASES; number += 1) {
      const id = idOf(1, number);
      base.run(id, `基地 ${number}`, NOW, NOW);
      for (let turn = 0; turn < DAYS * 2; turn += 1) {
        const begins = turn % 2 === 0 ? 540 : 840;
        const day = addDays(TODAY, Math.floor(turn / 2));
        slot.run(idOf(2, number * 1_000 + turn), id, day, begins, begins + 150, (turn * 7) % 41, NOW);
      }
    }
  })();
  db.close();
};

/** The booking calendar of 500 bases: how many queries its pages ask, and how long they take in the middle. */
export const run = async (): Promise<BenchReport> => {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-resources-"));
  const file = path.join(folder, "chanjiao.db");
  process.env.NODE_ENV = "test";
  process.env.DATA_DIR = folder;
  process.env.DATABASE_URL = `file:${file}`;
  migrate(file);
  fill(file);
  const { closeDatabase } = await import("~/platform/db/client.server");
  const { resourcesList } = await import("~/resources/queries/resources-list.server");
  const { resourcePage } = await import("~/resources/queries/resource-page.server");
  let asked = 0;
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function counted(this: Database.Database, sql: string) {
    asked += 1;
    return prepare.call(this, sql);
  } as typeof prepare;
  const measured = async (work: (turn: number) => Promise<unknown>) => {
    const times: number[] = [];
    let queries = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      asked = 0;
      const from = performance.now();
      await work(turn);
      times.push(performance.now() - from);
      queries = Math.max(queries, asked);
    }
    times.sort((a, b) => a - b);
    return { queries, middle: Math.round((times[TURNS / 2] ?? 0) * 10) / 10 };
  };
  try {
    const list = await measured((turn) => resourcesList({ day: addDays(TODAY, turn % DAYS) }, TODAY));
    const page = await measured((turn) => resourcePage(idOf(1, turn), TODAY, TODAY));
    const queries = Math.max(list.queries, page.queries);
    return {
      name: "resources",
      lines: [
        `${BASES} bases, ${BASES * DAYS * 2} sessions: the list asks ${list.queries} queries (${list.middle} ms), one calendar ${page.queries} (${page.middle} ms)`,
      ],
      figures: { listMs: list.middle, pageMs: page.middle, queries },
      targets: [
        {
          name: "queries of a page of the booking calendar of 500 bases (at most)",
          value: queries,
          target: MOST_QUERIES,
          ok: queries > 0 && queries <= MOST_QUERIES,
        },
      ],
    };
  } finally {
    Database.prototype.prepare = prepare;
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) printReport(await run());
