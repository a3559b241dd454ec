import type { Database, Statement } from "better-sqlite3";
import type { Point } from "~/catalogues/types";
import { MATCH_WEIGHTS } from "~/matching/rules/weights";
import { rawReader } from "~/platform/db/client.server";
import { cellsAround, tilesAround } from "../rules/cells";

/*
 * The SQL of matching that only SQLite speaks. Every question is bounded: so many rows from each pair of key and cell,
 * so many rings, so many rows in all. Another database gives the same functions.
 */

export type PlaceKind = "post" | "listing" | "programme";

export type Place = {
  refId: string;
  organizationId: string;
  lat: number | null;
  lng: number | null;
  party: string;
  seats: number | null;
  startsOn: string | null;
  endsOn: string | null;
  openUntil: string | null;
  majorCode: string | null;
  occupationCode: string | null;
  /** Majors a listing names with their classes, as JSON. */
  majorCodes: string | null;
};

export type PartyFacts = {
  id: string;
  name: string;
  verifiedAt: string | null;
  regionCode: string;
  due: number | null;
  answered: number | null;
  hours: number | null;
  silentInRow: number | null;
  family: string | null;
  overall: string | null;
  appetiteReason: string | null;
  completed: number | null;
  breaks: number | null;
  retained: number | null;
  payFindings: number | null;
  cityCompleted: number | null;
  cityBreaks: number | null;
};

/** A row of the index alone: the record's number, where it is, and which of the keys it stands under. */
type Hit = [id: number, lat: number | null, lng: number | null, key: number];

type Prepared = Record<
  "inCells" | "inTiles" | "anywhere" | "rows" | "posts" | "record" | "parties",
  Statement
>;

const COLUMNS =
  "refId, organizationId, lat, lng, party, seats, startsOn, endsOn, openUntil, majorCode, occupationCode, majorCodes";

const held = new WeakMap<Database, Prepared>();

const prepared = (): Prepared => {
  const db = rawReader();
  const known = held.get(db);
  if (known) return known;
  // One statement for all keys and ranges; the limit holds for each pair of them.
  const near = (column: "cell" | "tile") =>
    db
      .prepare(
        `SELECT m.id, m.lat, m.lng, k.key
         FROM json_each(?) k CROSS JOIN json_each(?) r CROSS JOIN MatchPlace m
         WHERE m.id IN (SELECT id FROM MatchPlace
           WHERE kind = ? AND key = k.value AND ${column} BETWEEN r.value ->> 0 AND r.value ->> 1 LIMIT ?)`,
      )
      .raw();
  const made = {
    inCells: near("cell"),
    inTiles: near("tile"),
    anywhere: db
      .prepare(
        `SELECT m.id, m.lat, m.lng, k.key FROM json_each(?) k CROSS JOIN MatchPlace m
         WHERE m.id IN (SELECT id FROM MatchPlace WHERE kind = ? AND key = k.value LIMIT ?)`,
      )
      .raw(),
    rows: db.prepare(`SELECT ${COLUMNS} FROM MatchPlace WHERE id IN (SELECT value FROM json_each(?))`),
    posts: db.prepare(
      `SELECT ${COLUMNS} FROM MatchPlace WHERE organizationId = ? AND kind = 'post' LIMIT 20`,
    ),
    record: db.prepare(`SELECT ${COLUMNS} FROM MatchPlace WHERE kind = ? AND refId = ? LIMIT 20`),
    parties: db.prepare(
      `SELECT o.id, o.name, o.verifiedAt, o.regionCode, r.due, r.answered, r.hours, r.silentInRow,
              COALESCE(fs.level, f.level) AS family, COALESCE(s.level, a.level) AS overall,
              CASE WHEN fs.level IS NOT NULL THEN fs.reason WHEN f.level IS NOT NULL THEN f.reason
                   WHEN s.level IS NOT NULL THEN s.reason ELSE a.reason END AS appetiteReason,
              t.completed, t.breaks, t.retained, t.payFindings, c.completed AS cityCompleted, c.breaks AS cityBreaks
       FROM Organization o
       LEFT JOIN PartnerTrack t ON t.organizationId = o.id
       LEFT JOIN CityTrack c ON c.city = t.city
       LEFT JOIN ReplyRecord r ON r.organizationId = o.id
       LEFT JOIN Appetite fs ON fs.organizationId = o.id AND fs.family = ? AND fs.season = ?
       LEFT JOIN Appetite f ON f.organizationId = o.id AND f.family = ? AND f.season = '*'
       LEFT JOIN Appetite s ON s.organizationId = o.id AND s.family = '*' AND s.season = ?
       LEFT JOIN Appetite a ON a.organizationId = o.id AND a.family = '*' AND a.season = '*'
       WHERE o.id IN (SELECT value FROM json_each(?))`,
    ),
  };
  held.set(db, made);
  return made;
};

export type Look = {
  kind: PlaceKind;
  /** What is looked for, with how well it fits (0…1). */
  keys: readonly { key: string; fit: number }[];
  /** Null: nobody said where; then nearness plays no part. */
  from: Point | null;
  /** Rows wanted. */
  most: number;
};

/** So many rows of a key near by are enough, else it is looked for farther away. */
const ENOUGH = 8;
const FROM_A_RANGE = 8;
const FROM_ANYWHERE = 12;

/**
 * Rows for the keys, nearest first: in the cells around; for keys with too few there in the tiles around; for those still
 * short wherever they are. Each step is one question.
 */
const reach = (kind: PlaceKind, keys: readonly string[], from: Point | null): Hit[] => {
  const { inCells, inTiles, anywhere } = prepared();
  const hits = new Map<number, Hit>();
  const counts = keys.map(() => 0);
  const short = () => keys.flatMap((key, at) => ((counts[at] ?? 0) < ENOUGH ? [{ key, at }] : []));
  const take = (asked: readonly { key: string; at: number }[], read: (keys: string) => unknown[]) => {
    if (asked.length === 0) return;
    for (const [id, lat, lng, place] of read(JSON.stringify(asked.map(({ key }) => key))) as Hit[]) {
      const at = asked[place]?.at ?? 0;
      if (hits.has(id)) continue;
      hits.set(id, [id, lat, lng, at]);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  };
  if (from) {
    const cells = JSON.stringify(cellsAround(from));
    const tiles = JSON.stringify(tilesAround(from));
    take(short(), (asked) => inCells.all(asked, cells, kind, FROM_A_RANGE));
    take(short(), (asked) => inTiles.all(asked, tiles, kind, FROM_A_RANGE));
  }
  take(short(), (asked) => anywhere.all(asked, kind, FROM_ANYWHERE));
  return [...hits.values()];
};

const KM_OF_A_DEGREE = 111;

/** Straight-line kilometres on a flat map: good enough to choose whom to weigh in full. */
const roughKm = (from: Point, lat: number, lng: number, narrow: number): number =>
  KM_OF_A_DEGREE * Math.hypot(lat - from.lat, (lng - from.lng) * narrow);

/**
 * Candidates for some keys: so many of each as `reach` finds near by; of all of them the `most` with the best fit and
 * distance, by the same weights as the ranking. What is read is bounded by the number of keys alone, however much is
 * stored. Comes out: rows, a record once for each of its keys.
 */
export const candidatesNear = ({ kind, keys, from, most }: Look): Place[] => {
  const { parts, halfDistanceKm, unknownValue } = MATCH_WEIGHTS;
  const narrow = from ? Math.cos((from.lat * Math.PI) / 180) : 1;
  const found = reach(
    kind,
    keys.map(({ key }) => key),
    from,
  ).map(([id, lat, lng, at]) => {
    const near =
      from && lat !== null && lng !== null
        ? 0.5 ** (roughKm(from, lat, lng, narrow) / halfDistanceKm)
        : unknownValue;
    return { id, worth: (keys[at]?.fit ?? 0) * parts.fit + near * parts.distance };
  });
  found.sort((a, b) => b.worth - a.worth || a.id - b.id);
  const chosen = JSON.stringify(found.slice(0, most).map(({ id }) => id));
  return prepared().rows.all(chosen) as Place[];
};

/** The posts of one organization as matching sees them, at most 20. */
export const postsOf = (organizationId: string): Place[] => prepared().posts.all(organizationId) as Place[];

/** The rows of one record, at most 20. */
export const placesOf = (kind: PlaceKind, refId: string): Place[] =>
  prepared().record.all(kind, refId) as Place[];

/**
 * What is known of parties as partners — name, since when verified, replies, track record, appetite for a class and overall — in one
 * question. Goes in: their ids (at most a few dozen), the class of majors, the season ("*" where nobody knows it). Comes
 * out: by id; unknown ids are absent. What was said of a season goes before what was said of whenever.
 */
export const partiesOf = (
  organizationIds: readonly string[],
  family: string,
  season: string,
): Map<string, PartyFacts> => {
  const ids = JSON.stringify([...new Set(organizationIds)]);
  const rows = prepared().parties.all(family, season, family, season, ids) as PartyFacts[];
  return new Map(rows.map((row) => [row.id, row]));
};
