import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { type BenchReport, printReport } from "./report";
import { randomOf, syntheticDatabase } from "./synthetic-listings";

const SEARCHES = 20_000;
const LISTINGS = 1_000;
const COMPARED = 60;
const NOW = "2026-11-22T02:00:00.000Z";

const KINDS = ["internship", "apprenticeship", "training_base", "joint_project"];
const RADII = ["10", "30", "60", "100"];

/** Searches as people keep them: words, majors, places, pay, in every combination that is usual. */
const queriesOf = (db: Database.Database): string[] => {
  const random = randomOf(31);
  const column = (sql: string) => db.prepare(sql).pluck().all() as string[];
  const words = column("SELECT title FROM ListingIndex WHERE id % 97 = 5 LIMIT 1000").map(
    (title) => title.split(" ")[0] ?? title,
  );
  const majors = column("SELECT code FROM Major WHERE level = 'associate' ORDER BY code LIMIT 700");
  const counties = column("SELECT code FROM Region WHERE level = 'county' AND lng IS NOT NULL ORDER BY code");
  const families = column("SELECT DISTINCT family FROM Major ORDER BY family");
  return Array.from({ length: SEARCHES }, (_, number) => {
    const search = new URLSearchParams();
    const draw = number % 5;
    if (draw === 0 || draw === 3) search.set("q", random.pick(words));
    if (draw === 1) search.set("major", random.pick(majors));
    if (draw === 2) search.set("family", random.pick(families));
    if (draw !== 3) {
      search.set("near", random.pick(counties));
      search.set("radiusKm", random.pick(RADII));
    } else search.set("region", `${random.pick(counties).slice(0, 2)}0000`);
    if (random.next() < 0.6) search.set("kind", random.pick(KINDS));
    if (random.next() < 0.3) search.set("payMin", random.pick(["2000", "3000", "4000"]));
    if (random.next() < 0.2) search.set("lodging", "1");
    return search.toString();
  });
};

const fill = (file: string): number => {
  const db = new Database(file);
  const queries = queriesOf(db);
  const add = db.prepare(
    `INSERT INTO SavedSearch (id, personId, name, query, pace, state, waiting, nextAt, createdAt, version)
     VALUES (?, ?, ?, ?, 'daily', 'active', 0, ?, ?, 1)`,
  );
  const newest = db.prepare("SELECT MAX(id) FROM ListingIndex").pluck().get() as number;
  db.transaction(() => {
    for (const [number, query] of queries.entries()) {
      const id = `019b0000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
      add.run(id, `person-${number}`, query.slice(0, 60), query, NOW, NOW);
    }
    db.prepare("INSERT OR REPLACE INTO EventCursor (name, at, eventId) VALUES ('saved-searches', ?, ?)").run(
      NOW.replace("Z", "+00:00"),
      String(newest - LISTINGS),
    );
  })();
  db.close();
  return newest - LISTINGS;
};

/**
 * 1,000 new listings asked of 20,000 saved searches, from a cold start (every search looked up anew) and again with
 * searches kept ready; what is found is compared with what the search page finds for some of them.
 */
export const run = async (): Promise<BenchReport> => {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-searches-"));
  const file = path.join(folder, "chanjiao.db");
  copyFileSync(syntheticDatabase({ enterprises: 20_000, listings: 100_000 }), file);
  const after = fill(file);
  process.env.NODE_ENV = "test";
  process.env.DATA_DIR = folder;
  process.env.DATABASE_URL = `file:${file}`;
  const { closeDatabase, rawReader } = await import("~/platform/db/client.server");
  const { inTransaction } = await import("~/platform/db/gate.server");
  const { fixedClock } = await import("~/platform/time/clock");
  const { matchSearches } = await import("~/marketplace/commands/match-searches.server");
  const { searchRows } = await import("~/marketplace/queries/listing-search.sqlite.server");
  const { resolveSearch } = await import("~/marketplace/queries/resolve-search.server");
  const { expressionOf } = await import("~/marketplace/queries/search-listings.server");
  const { readSearch } = await import("~/marketplace/rules/search-query");
  const { distanceKm } = await import("~/matching/rules/distance");
  const { MOST_TOLD } = await import("~/marketplace/rules/saved-search");
  const clock = fixedClock(NOW);
  const timed = async () => {
    const from = performance.now();
    const done = await matchSearches(clock);
    return { ...done, ms: performance.now() - from };
  };
  try {
    const cold = await timed();
    const db = rawReader() as Database.Database;
    const asked = db.prepare(`SELECT id, query FROM SavedSearch ORDER BY id LIMIT ${COMPARED}`).all() as {
      id: string;
      query: string;
    }[];
    let agreed = 0;
    for (const { id, query } of asked) {
      const { search } = readSearch(new URLSearchParams(query));
      const { asked: resolved, narrow } = await resolveSearch(search, "2026-11-22");
      const match = search.q ? expressionOf(search.q) : null;
      const rows = searchRows(
        { ...resolved, match },
        { narrow, sort: "date", limit: 100_000, ordered: false, after: null },
      );
      const near = resolved.near;
      const found = rows.filter(
        ([row, , lat, lng]) =>
          row > after &&
          (!near || (lat !== null && lng !== null && distanceKm(near, { lat, lng }) <= search.radiusKm)),
      ).length;
      const kept = db.prepare("SELECT COUNT(*) FROM SearchHit WHERE searchId = ?").pluck().get(id) as number;
      if (kept === Math.min(found, MOST_TOLD)) agreed += 1;
    }
    await inTransaction(async (tx) => {
      await tx.searchHit.deleteMany({});
      await tx.savedSearch.updateMany({ data: { waiting: 0 } });
      await tx.eventCursor.update({ where: { name: "saved-searches" }, data: { eventId: String(after) } });
    });
    const warm = await timed();
    const seconds = (ms: number) => Math.round(ms / 10) / 100;
    return {
      name: "searches",
      lines: [
        `${cold.listings} new listings against ${SEARCHES} saved searches: ${cold.hits} finds written`,
        `cold ${seconds(cold.ms)} s, searches kept ready ${seconds(warm.ms)} s; the search page agrees on ${agreed} of ${COMPARED}`,
      ],
      figures: { cold: cold.ms, warm: warm.ms, hits: cold.hits, agreed },
      targets: [
        {
          name: "seconds for 1,000 new listings against 20,000 saved searches, cold (under)",
          value: seconds(cold.ms),
          target: 10,
          ok: cold.ms < 10_000 && cold.listings === LISTINGS,
        },
        {
          name: "searches on which the search page agrees (all)",
          value: agreed,
          target: COMPARED,
          ok: agreed === COMPARED,
        },
      ],
    };
  } finally {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printReport(await run());
  process.exit(0);
}
