import { catalogue } from "~/catalogues/queries/catalogue.server";
import { referenceSources } from "~/catalogues/reference.server";
import { regionPoint } from "~/catalogues/rules/regions";
import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { ok, type Result, refuse } from "~/platform/result";
import { likenessKeys } from "../likeness-keys.server";
import { type Labels, labelsOf } from "../queries/labels.server";
import { nextState } from "../rules/organization-lifecycle";
import { indexOrganization, unindexOrganization } from "../search-index.server";

/** Rows written in one transaction: the gate is free for others between batches. */
const BATCH = 100;

type College = Awaited<ReturnType<typeof read.college.findMany>>[number];
type Loaded = { added: number; ended: number; unchanged: number };

const inBatches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, index) =>
    rows.slice(index * BATCH, (index + 1) * BATCH),
  );

/** Where a public profile comes from, as it is stored and shown. */
const sourceText = (): string => {
  const source = referenceSources().colleges;
  return JSON.stringify({
    authority: source?.authority ?? "",
    document: source?.document ?? "",
    date: source?.date ?? "",
  });
};

const addProfiles = async (
  tx: Tx,
  ctx: Ctx,
  rows: readonly {
    college: College;
    labels: Labels;
    point: { lng: number; lat: number; pointOf: string } | null;
  }[],
): Promise<void> => {
  const now = ctx.clock.now();
  const source = sourceText();
  for (const { college, labels, point } of rows) {
    const id = newId(now.getTime());
    await tx.organization.create({
      data: {
        id,
        kind: "school",
        name: college.name,
        shortName: "",
        namePinyin: college.pinyin,
        nameInitials: college.initials,
        state: "unclaimed",
        regionCode: college.regionCode,
        address: "",
        lng: point?.lng ?? null,
        lat: point?.lat ?? null,
        pointOf: point?.pointOf ?? null,
        schoolLevel: college.level,
        ownership: college.ownership,
        introduction: "",
        source,
        publicCode: college.schoolCode,
        ...(await likenessKeys({ name: college.name, address: "", regionCode: college.regionCode })),
        createdAt: now,
        updatedAt: now,
        version: 1,
      },
    });
    await indexOrganization(tx, id, labels);
  }
};

/**
 * Shows every institution of the public list as an unclaimed profile: its name, place, level, ownership and source, and
 * nothing else. Reads the imported catalogue of colleges. May be run again: a college that has a profile, or a school
 * that stands under its name already, is left alone; a profile whose college left the list is ended. Comes out: how
 * many were added, ended, unchanged. Refuses anybody but the system or the operator (forbidden).
 */
export const loadPublicColleges = async (
  ctx: Ctx & { actor: { isOperator?: boolean } },
): Promise<Result<Loaded>> => {
  if (ctx.actor.kind !== "system" && !ctx.actor.isOperator) return refuse("forbidden", "errors.forbidden");
  const [colleges, schools, { regions }] = await Promise.all([
    read.college.findMany({ orderBy: { name: "asc" }, take: 20_000 }),
    read.organization.findMany({
      where: { kind: "school" },
      select: { id: true, name: true, state: true, source: true },
      take: 50_000,
    }),
    catalogue(),
  ]);
  const present = new Set(schools.filter((school) => school.state !== "ended").map((school) => school.name));
  const current = new Set(
    colleges.filter((college) => college.withdrawnIn === null).map((college) => college.name),
  );
  const missing = colleges.filter((college) => current.has(college.name) && !present.has(college.name));
  const gone = schools.filter((school) => school.state === "unclaimed" && !current.has(school.name));
  const rows = await Promise.all(
    missing.map(async (college) => {
      const place = regionPoint(regions, college.regionCode);
      const pointOf = regions.get(college.regionCode)?.pointOf ?? college.regionCode;
      const labels = await labelsOf({ regionCode: college.regionCode, industryCode: null });
      return { college, labels, point: place ? { ...place, pointOf } : null };
    }),
  );
  for (const batch of inBatches(rows)) await inTransaction((tx) => addProfiles(tx, ctx, batch));
  for (const batch of inBatches(gone)) await inTransaction((tx) => endProfiles(tx, ctx, batch));
  const loaded = { added: missing.length, ended: gone.length, unchanged: current.size - missing.length };
  if (loaded.added + loaded.ended > 0) {
    await inTransaction((tx) =>
      record(tx, ctx, {
        subject: { type: "public_list", id: "colleges" },
        name: "organization.public_list_loaded",
        payload: loaded,
        audience: [],
      }),
    );
  }
  return ok(loaded);
};

const endProfiles = async (
  tx: Tx,
  ctx: Ctx,
  profiles: readonly { id: string; state: string }[],
): Promise<void> => {
  for (const { id, state } of profiles) {
    const ended = nextState(state, "end");
    if (!ended) continue;
    await tx.organization.updateMany({
      where: { id, state },
      data: { state: ended, updatedAt: ctx.clock.now(), version: { increment: 1 } },
    });
    await unindexOrganization(tx, id);
  }
};
