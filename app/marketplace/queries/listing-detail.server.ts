import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import type { Person } from "~/identity/actor";
import { mayWrite } from "~/identity/actor";
import { distanceKm } from "~/matching/rules/distance";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { civilDate } from "~/platform/time/clock";
import type { FindingView } from "~/ui/FindingList";
import type { Translator } from "~/words/translate";
import { findingLines } from "../finding-lines";
import { type ListingRecord, loadHost, loadListing } from "../listing-record.server";
import { type FactRow, fieldLabel, fieldText } from "../listing-text";
import { reopensOn } from "../quota-standing.server";
import { checkListing } from "../rules/listing-check";
import type { FieldName } from "../rules/listing-fields";
import { fieldsOf } from "../rules/listing-kinds";
import { type ListingState, ownerMoves } from "../rules/listing-lifecycle";
import { fieldValue } from "../rules/listing-values";
import { readSearch } from "../rules/search-query";
import { resolveSearch } from "./resolve-search.server";
import { sameListings } from "./same-listings.server";

/** States a stranger may see a listing in: an enquiry's link must not lead to nothing when it is paused or closed. */
const PUBLIC: readonly ListingState[] = ["published", "full", "paused", "closed"];

/** Fields shown in the head of the page, and what only the rules ask for. */
const ELSEWHERE: readonly FieldName[] = [
  "title",
  "summary",
  "post",
  "currentInterns",
  "currentInternsOnPost",
  "lawful",
];

const namedValue = async (record: ListingRecord, name: FieldName) => {
  const { majors, occupations, regions } = await catalogue();
  const value = fieldValue(record.columns, name);
  if (name === "majors") return record.columns.majorCodes.map((code) => majors.get(code)?.name ?? code);
  if (name === "occupation" && typeof value === "string") return occupations.get(value)?.name ?? value;
  if (name === "region" && typeof value === "string") return regionName(regions, value);
  return value;
};

const factRows = async (record: ListingRecord, t: Translator): Promise<FactRow[]> => {
  const rows: FactRow[] = [];
  for (const { name } of fieldsOf(record.kind, record.direction)) {
    if (ELSEWHERE.includes(name)) continue;
    const value = await namedValue(record, name);
    if (value === undefined || (Array.isArray(value) && value.length === 0 && name === "majors")) continue;
    rows.push({ name, label: fieldLabel(name, t), text: fieldText(name, value, t) });
  }
  return rows;
};

const same = (line: FindingView): FindingView => line;
/** Head-counts and wages of a host are between it and the rules. */
const withoutFacts = ({ facts: _facts, ...line }: FindingView): FindingView => line;

const occupationOf = async (code: string | null) => {
  const occupation = code ? (await catalogue()).occupations.get(code) : undefined;
  return code && occupation ? { code, name: occupation.name } : null;
};

const nearTo = async (near: string | null, record: ListingRecord, today: string) => {
  if (!near || record.row.lat === null || record.row.lng === null) return null;
  const { place } = await resolveSearch(readSearch(new URLSearchParams({ near })).search, today);
  const here = { lng: record.row.lng, lat: record.row.lat };
  return place ? { km: distanceKm(place, here), name: place.name } : null;
};

/**
 * Everything the page of one listing shows. In: its id, the reader if signed in, the place the reader came from, the
 * time and the reader's words. Out: null when there is none or it is not the reader's to see: a draft and an archived
 * listing are their organization's alone.
 */
export const listingDetail = async (
  id: string,
  reader: Person | null,
  near: string | null,
  now: Date,
  t: Translator,
) => {
  const record = await loadListing(read, id);
  if (!record) return null;
  const { row, kind, direction, state } = record;
  const own = reader?.organizationId === row.organizationId;
  if (!own && !PUBLIC.includes(state)) return null;
  const [owner, reply, host, fullUntil] = await Promise.all([
    read.organization.findUniqueOrThrow({
      where: { id: row.organizationId },
      select: { id: true, name: true, state: true, kind: true },
    }),
    read.replyRecord.findUnique({ where: { organizationId: row.organizationId } }),
    loadHost(read, record),
    reopensOn(read, row.organizationId, now),
  ]);
  const on = civilDate(row.publishedAt ?? now);
  const check = checkListing(kind, direction, record.columns, host, on);
  const keeps =
    own &&
    reader?.organization !== null &&
    reader !== null &&
    mayWrite({ organization: reader.organization });
  return {
    id,
    version: row.version,
    title: row.title || t.any("listings.untitled"),
    summary: row.summary,
    kind,
    direction,
    state,
    pausedReason: row.pausedReason,
    organization: { id: owner.id, name: owner.name, verified: owner.state === "verified" },
    place: row.regionCode ? regionName((await catalogue()).regions, row.regionCode) : "",
    near: await nearTo(near, record, civilDate(now)),
    seats: row.seats,
    seatsLeft: row.seats === null ? null : Math.max(0, row.seats - row.seatsTaken),
    payMinFen: row.payMinFen,
    payMaxFen: row.payMaxFen,
    openUntil: row.openUntil,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    occupation: await occupationOf(row.occupationCode),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    publishReason: row.publishReason,
    reply: reply && reply.due > 0 ? { answered: reply.answered, due: reply.due } : null,
    /** From when its owner takes new enquiries again, where this month's are taken. */
    fullUntil,
    facts: await factRows(record, t),
    findings: row.publishedAt ? findingLines(check.findings, t).map(own ? same : withoutFacts) : [],
    own,
    same: own && row.publishedAt ? await sameListings(row) : [],
    moves: keeps ? ownerMoves(state) : [],
    history: own
      ? (await historyOf("listing", id, 20)).map((entry) => ({
          id: entry.id,
          name: entry.name.replace("listing.", ""),
          at: entry.at.toISOString(),
          by: entry.actorName,
        }))
      : [],
  };
};

export type ListingDetail = NonNullable<Awaited<ReturnType<typeof listingDetail>>>;
