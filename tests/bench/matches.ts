import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { templateDatabase } from "../setup/template-database";
import { type BenchReport, printReport } from "./report";
import {
  type Asked,
  columns,
  dice,
  fill,
  range,
  type Size,
  skewed,
  type World,
  worldOf,
} from "./synthetic-places";

const TODAY = "2026-11-22";
const QUESTIONS = 400;
const TURNS = 3;
const SMALL = { enterprises: 2_000, listings: 10_000, schools: 200 };
const FULL = { enterprises: 20_000, listings: 100_000, schools: 2_000 };

const p95 = (times: number[]): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
};

const ms = (value: number): number => Math.round(value * 1000) / 1000;

const measure = async (size: Size) => {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-bench-matches-"));
  const file = path.join(folder, "chanjiao.db");
  copyFileSync(templateDatabase(), file);
  const { cellOf, tileOf, tilesAround } = await import("~/marketplace/rules/cells");
  const db = new Database(file);
  const world = worldOf(db);
  fill(db, size, world, { cellOf, tileOf });
  process.env.NODE_ENV = "test";
  process.env.DATABASE_URL = `file:${file}`;
  const { catalogue } = await import("~/catalogues/queries/catalogue.server");
  const { closeDatabase } = await import("~/platform/db/client.server");
  const { matchesForListing, matchesForProgramme } = await import(
    "~/marketplace/queries/find-matches.server"
  );
  const { occupationsFor, warmFitBook } = await import("~/marketplace/queries/fit-book.server");
  const snapshot = await catalogue();
  await warmFitBook();

  const random = dice(7);
  const asked = Array.from({ length: QUESTIONS }, () => {
    const major = world.majors[Math.floor(random() * world.majors.length)] as Asked;
    const city = world.cities[skewed(random, world.cities.length)] as World["cities"][number];
    return { ...major, lng: city.lng, lat: city.lat };
  });
  const organization = {
    id: "asker",
    kind: "school",
    name: "学校",
    regionCode: "440100",
    lng: null,
    lat: null,
  };
  const subjectOf = (one: Asked, n: number) => ({
    side: "programme" as const,
    id: `q${n}`,
    title: one.name,
    listingId: null,
    organization,
    facts: {
      majors: [one],
      point: { lng: one.lng, lat: one.lat },
      students: 40,
      practice: { from: "2027-03-01", to: "2027-08-31" },
    },
  });
  const offerOf = (one: Asked, n: number) => ({
    side: "listing" as const,
    id: `o${n}`,
    title: one.name,
    organization: { ...organization, kind: "enterprise" },
    facts: {
      occupationCode: world.occupations[(n * 37) % world.occupations.length] ?? null,
      named: [],
      point: { lng: one.lng, lat: one.lat },
      seats: 12,
      period: { from: "2027-03-01", to: "2027-08-31" },
    },
  });

  const raw = db.prepare(
    `SELECT ${columns.join(", ")} FROM MatchPlace WHERE kind = 'listing' AND key IN (SELECT value FROM json_each(?)) AND tile IN (SELECT value FROM json_each(?))`,
  );
  const rawAsked = (one: Asked) => {
    const keys = [...occupationsFor(snapshot, one.code).keys()].slice(0, 8).concat(one.family);
    const tiles = tilesAround(one).flatMap(([first, last]) => range(first, last));
    return { keys: JSON.stringify(keys), tiles: JSON.stringify(tiles) };
  };
  /** Processor time, the best of three: what a question costs, not what else the machine was doing. */
  const timed = async (work: () => unknown): Promise<number> => {
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < TURNS; turn++) {
      const start = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, (user + system) / 1000);
    }
    return best;
  };
  const baseline: number[] = [];
  const programme: number[] = [];
  const listing: number[] = [];
  let found = 0;
  for (const measuring of [false, true]) {
    for (const [n, one] of asked.entries()) {
      const { listings, enterprises } = await matchesForProgramme(subjectOf(one, n), TODAY);
      if (!measuring) continue;
      found += listings.matches.length + enterprises.matches.length;
      const { keys, tiles } = rawAsked(one);
      baseline.push(await timed(() => raw.all(keys, tiles)));
      programme.push(await timed(() => matchesForProgramme(subjectOf(one, n), TODAY)));
      listing.push(await timed(() => matchesForListing(offerOf(one, n), TODAY)));
    }
  }
  db.close();
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
  return { raw: p95(baseline), programme: p95(programme), listing: p95(listing), found: found / QUESTIONS };
};

type Measured = Awaited<ReturnType<typeof measure>>;

/** Each size in a process of its own: the house opens one database in a process. */
const measured = (size: "small" | "full"): Measured => {
  const child = spawnSync(process.execPath, ["--import", "tsx", import.meta.filename, size], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Measured;
};

/**
 * Matches for one programme and one listing: p95 at the full size against one raw indexed query for the same candidates
 * (all listings of the same occupations in the four tiles around, as stored, unranked, without parties), and against a
 * tenth of the data.
 */
export const run = async (): Promise<BenchReport> => {
  const small = measured("small");
  const full = measured("full");
  const overRaw = full.programme / full.raw;
  const overSmall = full.programme / small.programme;
  const listingOverSmall = full.listing / small.listing;
  const target = (name: string, value: number, most: number) => ({
    name,
    value: ms(value),
    target: most,
    ok: value <= most,
  });
  return {
    name: "matches: one programme against everything published",
    lines: [
      `${FULL.enterprises} enterprises, ${FULL.listings} listings, ${FULL.schools * 10} programmes; ${QUESTIONS} questions, processor time, best of ${TURNS}; fit of each major known`,
      `p95 ms      raw query  for a programme  for a listing   suggestions a question`,
      `a tenth     ${ms(small.raw).toFixed(3).padStart(9)}  ${ms(small.programme).toFixed(3).padStart(15)}  ${ms(small.listing).toFixed(3).padStart(13)}   ${small.found.toFixed(1)}`,
      `in full     ${ms(full.raw).toFixed(3).padStart(9)}  ${ms(full.programme).toFixed(3).padStart(15)}  ${ms(full.listing).toFixed(3).padStart(13)}   ${full.found.toFixed(1)}`,
    ],
    figures: {
      rawP95Ms: ms(full.raw),
      programmeP95Ms: ms(full.programme),
      listingP95Ms: ms(full.listing),
      programmeSmallP95Ms: ms(small.programme),
      listingSmallP95Ms: ms(small.listing),
    },
    targets: [
      target("a programme's matches over one raw indexed query (at most)", overRaw, 5),
      target("ten times the data (at most)", overSmall, 2),
      target("a listing's matches, ten times the data (at most)", listingOverSmall, 2),
    ],
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const size = process.argv[2];
  if (size === "small" || size === "full")
    console.log(JSON.stringify(await measure(size === "full" ? FULL : SMALL)));
  else printReport(await run());
}
