import type Database from "better-sqlite3";

export type Size = { enterprises: number; listings: number; schools: number };
export type Asked = {
  code: string;
  name: string;
  family: string;
  className: string;
  lng: number;
  lat: number;
};

/** The same numbers on every run. */
export const dice = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

export type World = {
  occupations: string[];
  families: string[];
  majors: Asked[];
  cities: { lng: number; lat: number; code: string }[];
};

export const worldOf = (db: Database.Database): World => {
  const all = <T>(sql: string) => db.prepare(sql).all() as T[];
  return {
    occupations: all<{ code: string }>(
      "SELECT code FROM Occupation WHERE code LIKE '4-%' OR code LIKE '6-%' OR code LIKE '2-02%' ORDER BY code",
    ).map((row) => row.code),
    families: all<{ family: string }>("SELECT DISTINCT family FROM Major ORDER BY family").map(
      (row) => row.family,
    ),
    majors: all<Asked>(
      "SELECT code, name, family, className FROM Major WHERE withdrawnIn IS NULL ORDER BY code",
    ),
    cities: all("SELECT code, lng, lat FROM Region WHERE level = 'city' AND lng IS NOT NULL ORDER BY code"),
  };
};

export const columns = [
  "kind",
  "refId",
  "organizationId",
  "key",
  "cell",
  "tile",
  "lat",
  "lng",
  "party",
  "listingKind",
  "direction",
  "seats",
  "startsOn",
  "endsOn",
  "openUntil",
  "majorCode",
  "occupationCode",
  "majorCodes",
  "since",
] as const;

export const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** Cities and occupations are unequal: a few hold most of what there is (a square law). */
export const skewed = (random: () => number, length: number): number => Math.floor(random() ** 2 * length);

/** Fills the tables matching reads: the same rows on every run. */
export const fill = (
  db: Database.Database,
  size: Size,
  world: World,
  cells: Record<"cellOf" | "tileOf", (point: { lng: number; lat: number }) => number>,
) => {
  const random = dice(20261122);
  const pick = <T>(items: readonly T[]): T => items[skewed(random, items.length)] as T;
  const at = "2026-10-01T02:00:00.000Z";
  const organization = db.prepare(
    `INSERT INTO Organization (id, kind, name, shortName, namePinyin, nameInitials, state, regionCode, address, lng, lat, introduction, verifiedAt, createdAt, updatedAt, version)
     VALUES (?, ?, ?, ?, '', '', 'verified', ?, '', ?, ?, '', ?, ?, ?, 1)`,
  );
  const place = db.prepare(
    `INSERT INTO MatchPlace (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const reply = db.prepare(
    "INSERT INTO ReplyRecord (organizationId, due, answered, hours, silentInRow) VALUES (?, ?, ?, ?, 0)",
  );
  const homes: { id: string; lng: number; lat: number }[] = [];
  const settle = (id: string, kind: string) => {
    const city = pick(world.cities);
    const home = { id, lng: city.lng + (random() - 0.5) * 0.6, lat: city.lat + (random() - 0.5) * 0.6 };
    organization.run(id, kind, `机构${id}`, id, city.code, home.lng, home.lat, at, at, at);
    if (random() < 0.6) reply.run(id, 8, Math.floor(random() * 9), 100);
    return home;
  };
  const month = () => String(1 + Math.floor(random() * 6)).padStart(2, "0");
  db.transaction(() => {
    for (let n = 0; n < size.enterprises; n++) {
      const home = settle(`e${n}`, "enterprise");
      homes.push(home);
      for (let post = 0; post < 3; post++) {
        const key = pick(world.occupations);
        place.run(
          "post",
          `p${n}.${post}`,
          home.id,
          key,
          cells.cellOf(home),
          cells.tileOf(home),
          home.lat,
          home.lng,
          "enterprise",
          "",
          "",
          null,
          null,
          null,
          null,
          null,
          key,
          null,
          at,
        );
      }
    }
    for (let n = 0; n < size.listings; n++) {
      const home = homes[Math.floor(random() * homes.length)] as (typeof homes)[number];
      const occupation = pick(world.occupations);
      const family = pick(world.families);
      const dates = [`2027-${month()}-01`, `2027-1${Math.floor(random() * 3)}-28`] as const;
      for (const key of [occupation, family]) {
        place.run(
          "listing",
          `l${n}`,
          home.id,
          key,
          cells.cellOf(home),
          cells.tileOf(home),
          home.lat,
          home.lng,
          "enterprise",
          "internship",
          "offer",
          1 + Math.floor(random() * 40),
          ...dates,
          "2027-12-31",
          null,
          occupation,
          `[["000000","${family}"]]`,
          `2026-${month()}-11T02:00:00.000Z`,
        );
      }
    }
    for (let n = 0; n < size.schools; n++) {
      const home = settle(`s${n}`, "school");
      for (let programme = 0; programme < 10; programme++) {
        const major = pick(world.majors);
        place.run(
          "programme",
          `g${n}.${programme}`,
          home.id,
          major.code,
          cells.cellOf(home),
          cells.tileOf(home),
          home.lat,
          home.lng,
          "school",
          "",
          "",
          40,
          "2027-03-01",
          "2027-08-31",
          null,
          major.code,
          null,
          null,
          at,
        );
      }
    }
  })();
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.exec("ANALYZE");
};
