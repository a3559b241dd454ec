import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionAncestry } from "~/catalogues/rules/regions";
import type { Tx } from "~/platform/db/gate.server";
import { searchTokens } from "~/platform/db/text-tokens.server";
import { translatorFor } from "~/words/translator.server";
import type { Direction, ListingKind } from "./rules/kinds";
import { listingDocument } from "./rules/listing-document";

type Row = NonNullable<Awaited<ReturnType<typeof load>>>;

const load = (tx: Tx, id: string) => tx.listing.findUnique({ where: { id }, include: { majors: true } });

const unindex = async (tx: Tx, listingId: string): Promise<void> => {
  const held = await tx.listingIndex.findUnique({ where: { listingId }, select: { id: true } });
  if (!held) return;
  await tx.$executeRaw`DELETE FROM ListingText WHERE rowid = ${held.id}`;
  await tx.listingIndexFamily.deleteMany({ where: { indexId: held.id } });
  await tx.listingIndex.delete({ where: { id: held.id } });
};

const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return value && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
};

const wordsOf = async (tx: Tx, listing: Row): Promise<string[]> => {
  const { majors, occupations, groups, regions, industries } = await catalogue();
  const owner = await tx.organization.findUnique({
    where: { id: listing.organizationId },
    select: { name: true, shortName: true },
  });
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

/**
 * Brings the search index to what a listing now is, inside the transaction of its change: published listings have one
 * row with their words, all others none. Every command that touches a listing ends with it.
 */
export const indexListing = async (tx: Tx, listingId: string): Promise<void> => {
  const listing = await load(tx, listingId);
  if (!listing || listing.state !== "published" || !listing.publishedAt) return unindex(tx, listingId);
  const { row, families, titleWords, bodyWords } = listingDocument(
    {
      listingId,
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
      publishedAt: listing.publishedAt.toISOString(),
      words: await wordsOf(tx, listing),
    },
    searchTokens,
  );
  const { id } = await tx.listingIndex.upsert({
    where: { listingId },
    create: row,
    update: row,
    select: { id: true },
  });
  await tx.$executeRaw`DELETE FROM ListingText WHERE rowid = ${id}`;
  await tx.$executeRaw`INSERT INTO ListingText (rowid, title, body) VALUES (${id}, ${titleWords}, ${bodyWords})`;
  await tx.listingIndexFamily.deleteMany({ where: { indexId: id } });
  await tx.listingIndexFamily.createMany({ data: families.map((family) => ({ family, indexId: id })) });
};
