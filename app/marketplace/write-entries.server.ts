import type { ActingCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import type { Prisma } from "~/platform/db/generated/client";
import { insertMany } from "~/platform/db/insert-many.server";
import type { NewEvent } from "~/platform/events/record.server";
import { type BatchEvent, recordMany } from "~/platform/events/record-many.server";
import type { Typed } from "~/platform/http/form-state";
import { newId } from "~/platform/id";
import { breathe } from "~/platform/time/breathe.server";
import type { CodeBook } from "./entry-codes.server";
import { indexListings } from "./listing-index.server";
import type { Weighed } from "./weigh-entries.server";

type ToWrite = Extract<Weighed, { outcome: "created" | "updated" }>;

/** What became of one record. */
export type Written =
  | { outcome: "created" | "updated" | "unchanged"; id: string; version: number; state: string }
  | Extract<Weighed, { outcome: "refused" }>;

type Place = { regionCode: string; lng: number | null; lat: number | null; industryCode: string | null };

const columnsOf = (entry: ToWrite, owner: Place, book: CodeBook) => {
  const { majorCodes: _majors, details, ...columns } = entry.columns;
  const atHome = columns.regionCode === owner.regionCode && owner.lng !== null;
  const point = atHome ? owner : book.pointOf(columns.regionCode);
  return {
    ...columns,
    lng: point.lng,
    lat: point.lat,
    industryCode: owner.industryCode,
    details: JSON.stringify(details),
    minorsWelcome: details.minorsWelcome === true,
    lodging: details.lodging === true,
  };
};

/** What a person typed and nobody could read yet stays, but for the fields that were now stated. */
const unreadAfter = (entry: ToWrite): string | null => {
  const held = JSON.parse(entry.listing?.row.unread ?? "{}") as Typed;
  const left = Object.entries(held).filter(([name]) => !Object.hasOwn(entry.asked.values, name));
  return left.length > 0 ? JSON.stringify(Object.fromEntries(left)) : null;
};

const eventsOf = (entry: ToWrite, id: string, organizationId: string): BatchEvent[] => {
  const subject = { type: "listing", id };
  const fresh = entry.listing === null;
  const { target } = entry.asked;
  const said = entry.check.findings.filter(({ verdict }) => verdict !== "pass").map(({ rule }) => rule);
  const named = target.by === "reference" ? { reference: target.reference } : {};
  const { title } = entry.columns;
  const told: Record<string, NewEvent["payload"]> = {
    "listing.drafted": { kind: entry.kind, direction: entry.direction, ...named },
    "listing.revised": { title },
    "listing.changed": { fields: entry.changed.join(","), ...named },
    "listing.published": {
      title,
      kind: entry.kind,
      verdict: entry.check.verdict,
      rules: said.join(","),
      missing: "",
      ...(entry.reason ? { reason: entry.reason } : {}),
    },
  };
  const names = [
    ...(fresh ? ["listing.drafted"] : []),
    ...(entry.moves.includes("revise") ? ["listing.revised"] : []),
    ...(!fresh && entry.changed.length > 0 ? ["listing.changed"] : []),
    ...(entry.moves.includes("publish") ? ["listing.published"] : []),
  ];
  return names.map((name) => ({
    subject,
    name,
    payload: told[name] ?? {},
    audience: name === "listing.changed" ? [] : [organizationId],
    fresh,
  }));
};

const insert = async (tx: Tx, ctx: ActingCtx, book: CodeBook, owner: Place, made: Map<ToWrite, string>) => {
  const at = ctx.clock.now();
  const rows = [...made].map(
    ([entry, id]): Prisma.ListingCreateManyInput => ({
      id,
      organizationId: ctx.actor.organizationId,
      kind: entry.kind,
      direction: entry.direction,
      state: entry.to,
      ...columnsOf(entry, owner, book),
      seatsTaken: 0,
      silentExpiries: 0,
      publishReason: entry.to === "published" ? entry.reason : null,
      publishedAt: entry.to === "published" ? at : null,
      confirmedAt: entry.to === "published" ? at : null,
      createdAt: at,
      updatedAt: at,
      version: 1,
    }),
  );
  await insertMany(tx, "Listing", rows);
};

const update = async (
  tx: Tx,
  ctx: ActingCtx,
  book: CodeBook,
  owner: Place,
  entry: ToWrite,
): Promise<void> => {
  const { row } = entry.listing!;
  const at = ctx.clock.now();
  const published = entry.to === "published";
  await tx.listing.update({
    where: { id: row.id, version: row.version },
    data: {
      ...columnsOf(entry, owner, book),
      state: entry.to,
      pausedReason: null,
      publishReason: published ? entry.reason : row.publishReason,
      unread: published ? null : unreadAfter(entry),
      ...(published ? { publishedAt: row.publishedAt ?? at, confirmedAt: at } : {}),
      updatedAt: at,
      version: { increment: 1 },
    },
  });
  if (entry.changed.includes("majors")) await tx.listingMajor.deleteMany({ where: { listingId: row.id } });
};

const insertMajors = async (tx: Tx, book: CodeBook, entries: readonly [ToWrite, string][]): Promise<void> => {
  await insertMany(
    tx,
    "ListingMajor",
    entries
      .filter(([entry]) => entry.listing === null || entry.changed.includes("majors"))
      .flatMap(([entry, listingId]) =>
        entry.columns.majorCodes.map((majorCode) => ({
          listingId,
          majorCode,
          family: book.familyOf(majorCode),
        })),
      ),
  );
};

const keepReferences = async (
  tx: Tx,
  ctx: ActingCtx,
  weighed: readonly [Weighed, string][],
): Promise<void> => {
  const { organizationId } = ctx.actor;
  const sentAt = ctx.clock.now();
  const fresh = [];
  for (const [one, listingId] of weighed) {
    if (one.outcome === "refused" || one.asked.target.by !== "reference") continue;
    const { sentHash, target } = one.asked;
    if (one.outcome === "created") {
      fresh.push({ organizationId, reference: target.reference, listingId, sentHash, sentAt });
    } else {
      await tx.listingReference.update({
        where: { organizationId_reference: { organizationId, reference: target.reference } },
        data: { sentHash, sentAt },
      });
    }
  }
  await insertMany(tx, "ListingReference", fresh);
};

const CONFIRMED_EVERY_MS = 86_400_000;

/** Sent again just so, a published listing is thereby said to stand: at most once a day, and nothing else of it changes. */
const confirmUnchanged = async (tx: Tx, ctx: ActingCtx, weighed: readonly Weighed[]): Promise<void> => {
  const at = ctx.clock.now();
  const before = at.getTime() - CONFIRMED_EVERY_MS;
  const ids = weighed.flatMap((one) =>
    one.outcome === "unchanged" &&
    one.listing.state === "published" &&
    (one.listing.row.confirmedAt?.getTime() ?? 0) < before
      ? [one.listing.row.id]
      : [],
  );
  if (ids.length === 0) return;
  await tx.listing.updateMany({ where: { id: { in: ids } }, data: { confirmedAt: at } });
};

/**
 * Writes what was weighed, in a few statements for all: listings, majors, references, events, search index. Goes in: the
 * transaction it was weighed in. Comes out: for each, in order, its id, version and state. Refused ones touch nothing.
 */
export const writeEntries = async (
  tx: Tx,
  ctx: ActingCtx,
  book: CodeBook,
  weighed: readonly Weighed[],
): Promise<Written[]> => {
  const { organizationId } = ctx.actor;
  const owner = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const now = ctx.clock.now().getTime();
  const ids = weighed.map((one) =>
    one.outcome === "refused" ? "" : one.outcome === "created" ? newId(now) : (one.listing?.row.id ?? ""),
  );
  const touched = weighed.flatMap((one, index): [ToWrite, string][] =>
    one.outcome === "created" || one.outcome === "updated" ? [[one, ids[index]!]] : [],
  );
  await insert(tx, ctx, book, owner, new Map(touched.filter(([entry]) => entry.outcome === "created")));
  for (const [entry] of touched) {
    if (entry.outcome === "updated") await update(tx, ctx, book, owner, entry);
  }
  await confirmUnchanged(tx, ctx, weighed);
  await breathe();
  await insertMajors(tx, book, touched);
  await keepReferences(
    tx,
    ctx,
    weighed.map((one, index) => [one, ids[index]!]),
  );
  await breathe();
  await recordMany(
    tx,
    ctx,
    touched.flatMap(([entry, id]) => eventsOf(entry, id, organizationId)),
  );
  await breathe();
  const seen = touched.filter(
    ([entry]) => entry.to === "published" || (entry.listing && entry.listing.state !== "draft"),
  );
  await indexListings(
    tx,
    seen.map(([, id]) => id),
  );
  return weighed.map((one, index): Written => {
    if (one.outcome === "refused") return one;
    const { outcome } = one;
    const version = (one.listing?.row.version ?? 0) + (outcome === "unchanged" ? 0 : 1);
    const state = one.outcome === "unchanged" ? one.listing.state : one.to;
    return { outcome, id: ids[index]!, version, state };
  });
};
