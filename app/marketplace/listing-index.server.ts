import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionAncestry } from "~/catalogues/rules/regions";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { searchTokens } from "~/platform/db/text-tokens.server";
import { breathe, breather } from "~/platform/time/breathe.server";
import { translatorFor } from "~/words/translator.server";
import { printListings } from "./listing-prints.server";
import type { Direction, ListingKind } from "./rules/kinds";
import { type ListingDocument, listingDocument } from "./rules/listing-document";

type Row = Awaited<ReturnType<typeof load>>[number];
type Owner = { name: string; shortName: string };

const AT_ONCE = 200;

type Reader = {
  listing: Pick<(typeof read)["listing"] & Tx["listing"], "findMany">;
  organization: Pick<(typeof read)["organization"] & Tx["organization"], "findMany">;
};

const load = (db: Reader, ids: readonly string[]) =>
  db.listing.findMany({ where: { id: { in: [...ids] } }, include: { majors: true } });

/** Removes the words and classes of index rows; the rows themselves stay. */
const empty = async (tx: Tx, indexIds: readonly number[]): Promise<void> => {
  if (indexIds.length === 0) return;
  await tx.$executeRaw`DELETE FROM ListingText WHERE rowid IN (SELECT value FROM json_each(${JSON.stringify(indexIds)}))`;
  await tx.listingIndexFamily.deleteMany({ where: { indexId: { in: [...indexIds] } } });
};

const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
};

const wordsOf = async (listing: Row, owner: Owner | undefined): Promise<string[]> => {
  const { majors, occupations, groups, regions, industries } = await catalogue();
  const occupation = listing.occupationCode ? occupations.get(listing.occupationCode) : undefined;
  const kinds = (["zh-CN", "en"] as const).map((language) =>
    translatorFor(language).any(`listings.kind.${listing.kind}`),
  );
  return [
    listing.summary,
    owner?.name ?? "",
    owner?.shortName ?? "",
    ...listing.majors.flatMap(({ majorCode }) => {
      const major = majors.get(majorCode);
      return major ? [major.name, major.className] : [];
    }),
    occupation?.name ?? "",
    occupation ? (groups.get(occupation.groupCode)?.name ?? "") : "",
    listing.industryCode ? (industries.get(listing.industryCode)?.name ?? "") : "",
    ...regionAncestry(regions, listing.regionCode).map((region) => region.name),
    listing.address,
    ...textsOf(JSON.parse(listing.details)),
    ...kinds,
  ].filter((text) => text !== "");
};

const documentOf = async (listing: Row, owner: Owner | undefined, publishedAt: Date) =>
  listingDocument(
    {
      listingId: listing.id,
      organizationId: listing.organizationId,
      title: listing.title,
      kind: listing.kind as ListingKind,
      direction: listing.direction as Direction,
      regionCode: listing.regionCode,
      lat: listing.lat,
      lng: listing.lng,
      occupationCode: listing.occupationCode,
      industryCode: listing.industryCode,
      majorCodes: listing.majors.map((major) => major.majorCode),
      families: listing.majors.map((major) => major.family),
      startsOn: listing.startsOn,
      endsOn: listing.endsOn,
      openUntil: listing.openUntil,
      seats: listing.seats,
      seatsTaken: listing.seatsTaken,
      payMinFen: listing.payMinFen,
      payMaxFen: listing.payMaxFen,
      samePostPayFen: listing.samePostPayFen,
      minorsWelcome: listing.minorsWelcome,
      lodging: listing.lodging,
      publishedAt: publishedAt.toISOString(),
      words: await wordsOf(listing, owner),
    },
    searchTokens,
  );

const documentsOf = async (db: Reader, shown: readonly Row[]): Promise<ListingDocument[]> => {
  const owners = await db.organization.findMany({
    where: { id: { in: [...new Set(shown.map(({ organizationId }) => organizationId))] } },
    select: { id: true, name: true, shortName: true },
  });
  const ownerOf = new Map(owners.map((owner) => [owner.id, owner]));
  const documents: ListingDocument[] = [];
  const pause = breather();
  for (const listing of shown) {
    documents.push(await documentOf(listing, ownerOf.get(listing.organizationId), listing.publishedAt!));
    await pause();
  }
  return documents;
};

/** What search knows of some published listings, worked out anew: for asking saved searches of them. At most 200 a call. */
export const publishedDocuments = async (ids: readonly string[]): Promise<ListingDocument[]> => {
  const listings = await load(read, ids.slice(0, AT_ONCE));
  return documentsOf(
    read,
    listings.filter(({ state, publishedAt }) => state === "published" && publishedAt),
  );
};

const indexSome = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  const listings = await load(tx, ids);
  await printListings(tx, listings);
  const held = await tx.listingIndex.findMany({
    where: { listingId: { in: [...ids] } },
    select: { id: true, listingId: true },
  });
  const known = new Map(held.map(({ listingId, id }) => [listingId, id]));
  await empty(tx, [...known.values()]);
  const shown = listings.filter(({ state, publishedAt }) => state === "published" && publishedAt);
  const visible = new Set(shown.map(({ id }) => id));
  const gone = held.filter(({ listingId }) => !visible.has(listingId)).map(({ id }) => id);
  if (gone.length > 0) await tx.listingIndex.deleteMany({ where: { id: { in: gone } } });
  const documents = await documentsOf(tx, shown);
  for (const { row } of documents) {
    if (known.has(row.listingId))
      await tx.listingIndex.update({ where: { listingId: row.listingId }, data: row });
  }
  const fresh = documents.filter(({ row }) => !known.has(row.listingId));
  if (fresh.length > 0) {
    await breathe();
    await insertMany(
      tx,
      "ListingIndex",
      fresh.map(({ row }) => row),
    );
    const made = await tx.listingIndex.findMany({
      where: { listingId: { in: fresh.map(({ row }) => row.listingId) } },
      select: { id: true, listingId: true },
    });
    for (const { id, listingId } of made) known.set(listingId, id);
  }
  const texts = documents.map(({ row, titleWords, bodyWords }) => [
    known.get(row.listingId),
    titleWords,
    bodyWords,
  ]);
  await breathe();
  await tx.$executeRaw`INSERT INTO ListingText (rowid, title, body)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(texts)})`;
  await insertMany(
    tx,
    "ListingIndexFamily",
    documents.flatMap(({ row, families }) =>
      families.map((family) => ({ family, indexId: known.get(row.listingId)! })),
    ),
  );
};

/**
 * Brings the search index to what these listings now are, inside the transaction of their change: published ones have
 * one row with their words, all others none. Every command that touches listings ends with it.
 */
export const indexListings = async (tx: Tx, listingIds: readonly string[]): Promise<void> => {
  for (let from = 0; from < listingIds.length; from += AT_ONCE) {
    await indexSome(tx, listingIds.slice(from, from + AT_ONCE));
  }
};

/** `indexListings` of one. */
export const indexListing = (tx: Tx, listingId: string): Promise<void> => indexListings(tx, [listingId]);
