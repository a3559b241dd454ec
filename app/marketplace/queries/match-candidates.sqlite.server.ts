import type { Database, Statement } from "better-sqlite3";
import type { Point } from "~/catalogues/types";
import { MATCH_WEIGHTS } from "~/matching/rules/weights";
import { rawReader } from "~/platform/db/client.server";
import { type CellRange, cellsAround, tilesAround } from "../rules/cells";

/*
 * The SQL of matching that only SQLite speaks. Every question is bounded: so many rows from each pair of key and cell,
 * so many rings, so many rows in all. Another database gives the same functions.
 */

export type PlaceKind = "post" | "listing" | "programme";

export type Place = {
  refId: string;
  organizationId: string;
  key: string;
  lat: number | null;
  lng: number | null;
  party: string;
  listingKind: string;
  direction: string;
  seats: number | null;
  startsOn: string | null;
  endsOn: string | null;
  openUntil: string | null;
  majorCode: string | null;
  occupationCode: string | null;
  majorCodes: string | null;
  since: string;
};

export type PartyFacts = {
  name: string;
  verifiedAt: string | null;
  regionCode: string;
  due: number | null;
  answered: number | null;
  hours: number | null;
  silentInRow: number | null;
  family: string | null;
  overall: string | null;
};

/** A row of the index alone: the record's number and where it is. */
type Hit = [id: number, lat: number | null, lng: number | null];

type Prepared = Record<
  "many" | "some" | "inCells" | "inTiles" | "row" | "posts" | "record" | "party",
  Statement
>;

const COLUMNS =
  "refId, organizationId, key, lat, lng, party, listingKind, direction, seats, startsOn, endsOn, openUntil, majorCode, occupationCode, majorCodes, since";

const held = new WeakMap<Database, Prepared>();

const prepared = (): Prepared => {
  const db = rawReader();
  const known = held.get(db);
  if (known) return known;
  const near = (column: "cell" | "tile") =>
    db
      .prepare(
        `SELECT id, lat, lng FROM MatchPlace WHERE kind = ? AND key = ? AND ${column} BETWEEN ? AND ? LIMIT ?`,
      )
      .raw();
  const made = {
    some: db.prepare("SELECT id, lat, lng FROM MatchPlace WHERE kind = ? AND key = ? LIMIT ?").raw(),
    many: db.prepare("SELECT 1 FROM MatchPlace WHERE kind = ? AND key = ? LIMIT 1 OFFSET ?").pluck(),
    inCells: near("cell"),
    inTiles: near("tile"),
    row: db.prepare(`SELECT ${COLUMNS} FROM MatchPlace WHERE id = ?`),
    posts: db.prepare(
      `SELECT ${COLUMNS} FROM MatchPlace WHERE organizationId = ? AND kind = 'post' LIMIT 20`,
    ),
    record: db.prepare(`SELECT ${COLUMNS} FROM MatchPlace WHERE kind = ? AND refId = ? LIMIT 20`),
    party: db.prepare(
      `SELECT o.name, o.verifiedAt, o.regionCode, r.due, r.answered, r.hours, r.silentInRow,
              f.level AS family, a.level AS overall
       FROM Organization o
       LEFT JOIN ReplyRecord r ON r.organizationId = o.id
       LEFT JOIN Appetite f ON f.organizationId = o.id AND f.family = ?
       LEFT JOIN Appetite a ON a.organizationId = o.id AND a.family = '*'
       WHERE o.id = ?`,
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

/** A key with at most so many rows is read whole, wherever they are. */
const FEW = 16;
/** Of a key with more, so many near by are enough, else the tiles around are read as well. */
const ENOUGH = 12;
const FROM_A_RANGE = 16;

const nearest = (kind: PlaceKind, key: string, from: Point): Hit[] => {
  const { inCells, inTiles } = prepared();
  const read = (statement: Statement, ranges: readonly CellRange[]) =>
    ranges.flatMap(([first, last]) => statement.all(kind, key, first, last, FROM_A_RANGE) as Hit[]);
  const close = read(inCells, cellsAround(from));
  if (close.length >= ENOUGH) return close;
  const wider = read(inTiles, tilesAround(from));
  return wider.length > close.length ? wider : close;
};

const KM_OF_A_DEGREE = 111;

/** Straight-line kilometres on a flat map: good enough to choose whom to weigh in full. */
const roughKm = (from: Point, lat: number, lng: number, narrow: number): number =>
  KM_OF_A_DEGREE * Math.hypot(lat - from.lat, (lng - from.lng) * narrow);

/**
 * Candidates for some keys: all rows of a key that has few, the nearest of one that has many; of all of them the `most`
 * with the best fit and distance, by the same weights as the ranking. What is read is bounded by the number of keys
 * alone, however much is stored. Comes out: rows, a record once for each of its keys.
 */
export const candidatesNear = ({ kind, keys, from, most }: Look): Place[] => {
  const { many, some, row } = prepared();
  const { parts, halfDistanceKm, unknownValue } = MATCH_WEIGHTS;
  const narrow = from ? Math.cos((from.lat * Math.PI) / 180) : 1;
  const found: { id: number; worth: number }[] = [];
  for (const { key, fit } of keys) {
    const close = from && many.get(kind, key, FEW) ? nearest(kind, key, from) : [];
    const hits = close.length > 0 ? close : (some.all(kind, key, FEW) as Hit[]);
    for (const [id, lat, lng] of hits) {
      const near =
        from && lat !== null && lng !== null
          ? 0.5 ** (roughKm(from, lat, lng, narrow) / halfDistanceKm)
          : unknownValue;
      found.push({ id, worth: fit * parts.fit + near * parts.distance });
    }
  }
  found.sort((a, b) => b.worth - a.worth || a.id - b.id);
  return found.slice(0, most).map(({ id }) => row.get(id) as Place);
};

/** The posts of one organization as matching sees them, at most 20. */
export const postsOf = (organizationId: string): Place[] => prepared().posts.all(organizationId) as Place[];

/** The rows of one record, at most 20. */
export const placesOf = (kind: PlaceKind, refId: string): Place[] =>
  prepared().record.all(kind, refId) as Place[];

/** What is known of a party as a partner: name, since when verified, its replies, its appetite for a class and overall. */
export const partyFacts = (organizationId: string, family: string): PartyFacts | null =>
  (prepared().party.get(family, organizationId) as PartyFacts | undefined) ?? null;
