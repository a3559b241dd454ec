import type { Database } from "better-sqlite3";
import { rawReader } from "~/platform/db/client.server";

/** So many records are named for each kind of use; the figure beside them counts all. */
const NAMED = 50;

const LIVING = "r.\"state\" IN ('draft', 'checking', 'published', 'paused', 'full')";
const OPEN = 'r."closedAt" IS NULL';
const KEPT = "r.\"state\" <> 'merged'";

/** What may use codes of a catalogue: from the withdrawn code to the record, which of them count, and its title. */
const USES = [
  {
    catalogue: "majors",
    record: "listing",
    from: `"Major" c JOIN "ListingMajor" m ON m."family" = c."family" AND m."majorCode" = c."code"
      JOIN "Listing" r ON r."id" = m."listingId"`,
    counts: LIVING,
    title: "title",
  },
  {
    catalogue: "majors",
    record: "programme",
    from: '"Major" c JOIN "Programme" r ON r."majorCode" = c."code"',
    counts: OPEN,
    title: "name",
  },
  {
    catalogue: "occupations",
    record: "listing",
    from: '"Occupation" c JOIN "Listing" r ON r."occupationCode" = c."code"',
    counts: LIVING,
    title: "title",
  },
  {
    catalogue: "occupations",
    record: "post",
    from: '"Occupation" c JOIN "Post" r ON r."occupationCode" = c."code"',
    counts: OPEN,
    title: "name",
  },
  {
    catalogue: "regions",
    record: "listing",
    from: '"Region" c JOIN "Listing" r ON r."regionCode" = c."code"',
    counts: LIVING,
    title: "title",
  },
  {
    catalogue: "regions",
    record: "organization",
    from: '"Region" c JOIN "Organization" r ON r."regionCode" = c."code"',
    counts: KEPT,
    title: "name",
  },
  {
    catalogue: "industries",
    record: "listing",
    from: '"Industry" c JOIN "Listing" r ON r."industryCode" = c."code"',
    counts: LIVING,
    title: "title",
  },
  {
    catalogue: "industries",
    record: "organization",
    from: '"Industry" c JOIN "Organization" r ON r."industryCode" = c."code"',
    counts: KEPT,
    title: "name",
  },
] as const;

export type UsingRecord = "listing" | "programme" | "post" | "organization";

export type WithdrawnUse = {
  catalogue: "majors" | "occupations" | "regions" | "industries";
  record: UsingRecord;
  total: number;
  rows: {
    id: string;
    title: string;
    organizationId: string;
    organization: string;
    code: string;
    name: string;
    withdrawnIn: string;
  }[];
};

const use = (db: Database, one: (typeof USES)[number]): WithdrawnUse => {
  const where = `c."withdrawnIn" IS NOT NULL AND ${one.counts}`;
  const owner = one.record === "organization" ? 'r."id"' : 'r."organizationId"';
  const { total } = db
    .prepare(`SELECT COUNT(DISTINCT r."id") AS total FROM ${one.from} WHERE ${where}`)
    .get() as { total: number };
  if (total === 0) return { catalogue: one.catalogue, record: one.record, total, rows: [] };
  const rows = db
    .prepare(
      `SELECT r."id" AS id, r."${one.title}" AS title, o."id" AS organizationId, o."name" AS organization,
         c."code" AS code, c."name" AS name, c."withdrawnIn" AS withdrawnIn
       FROM ${one.from} JOIN "Organization" o ON o."id" = ${owner}
       WHERE ${where} ORDER BY c."code", r."id" LIMIT ?`,
    )
    .all(NAMED) as WithdrawnUse["rows"];
  return { catalogue: one.catalogue, record: one.record, total, rows };
};

/**
 * Living records that still use codes their catalogue has withdrawn: listings not closed, open programmes and posts,
 * organizations. Comes out: for each catalogue and kind of record how many there are (each counted once) and the first
 * fifty by name with code and the version that withdrew it; kinds without any are left out.
 */
export const withdrawnInUse = (): WithdrawnUse[] =>
  USES.map((one) => use(rawReader(), one)).filter(({ total }) => total > 0);
