import type { Acting } from "~/identity/actor";
import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import type { FieldError, Refusal } from "~/platform/result";
import { breather } from "~/platform/time/breathe.server";
import { civilDate } from "~/platform/time/clock";
import type { CodeBook } from "./entry-codes.server";
import { moveRefusal } from "./listing-move.server";
import { keepRefusal, kindRefusal } from "./listing-policy";
import { type ListingRecord, recordOf } from "./listing-record.server";
import { entryMoves } from "./rules/entry-moves";
import type { Direction, ListingKind } from "./rules/kinds";
import { checkListing, isSound, type ListingCheck } from "./rules/listing-check";
import { type EntryValues, layOver } from "./rules/listing-entry";
import { type FieldName, isFieldName } from "./rules/listing-fields";
import type { LikenessFacts } from "./rules/listing-likeness";
import type { ListingColumns } from "./rules/listing-values";
import { openRepeats, type RepeatFinder } from "./similar-listings.server";

/** One record to bring about: a new listing, one by its owner's reference, or one by id. */
export type EntryAsked = {
  target: { by: "reference"; reference: string } | { by: "id"; id: string; version?: number } | { by: "new" };
  /** Of a listing that exists already these must agree; by id they are not asked. */
  kind?: ListingKind;
  direction?: Direction;
  values: EntryValues;
  publish: boolean | null;
  reason: string | null;
  /** Of the record as sent. */
  sentHash: string;
};

export type Weighed =
  | { outcome: "refused"; refusal: Refusal }
  | { outcome: "unchanged"; listing: ListingRecord; asked: EntryAsked }
  | {
      outcome: "created" | "updated";
      asked: EntryAsked;
      listing: ListingRecord | null;
      kind: ListingKind;
      direction: Direction;
      columns: ListingColumns;
      changed: FieldName[];
      moves: ("revise" | "publish")[];
      to: "draft" | "published";
      reason: string | null;
      check: ListingCheck;
    };

type Reader = {
  [M in "listing" | "listingReference" | "listingPrint" | "post"]: Pick<(typeof read)[M] & Tx[M], "findMany">;
} & { organization: Pick<(typeof read)["organization"] & Tx["organization"], "findUniqueOrThrow"> };

const refused = (refusal: Refusal): Weighed => ({ outcome: "refused", refusal });

const wrongFields = (fields: FieldError[]): Weighed =>
  refused({ code: "invalid", key: "errors.checkFields", fields });

type Owner = Awaited<ReturnType<Reader["organization"]["findUniqueOrThrow"]>>;
type Post = Awaited<ReturnType<Reader["post"]["findMany"]>>[number];

/** What a new listing starts from: the owner's place, nothing else said. */
const blank = (owner: Owner): ListingColumns => ({
  title: "",
  summary: "",
  regionCode: owner.regionCode,
  address: owner.address,
  openUntil: null,
  postId: null,
  occupationCode: null,
  seats: null,
  startsOn: null,
  endsOn: null,
  payMinFen: null,
  payMaxFen: null,
  samePostPayFen: null,
  majorCodes: [],
  details: {},
});

const hostOf = (owner: Owner, post: Post | undefined) => ({
  uscc: owner.uscc,
  industryCode: owner.industryCode,
  employees: owner.employees,
  post: post
    ? {
        name: post.name,
        headcount: post.headcount,
        samePostPayFen: post.samePostPayFen,
        labourIntensity: post.labourIntensity,
        hazards: post.hazards.split(",").filter((code) => code !== ""),
      }
    : null,
});

type Ground = {
  actor: Acting;
  owner: Owner;
  posts: ReadonlyMap<string, Post>;
  sent: ReadonlyMap<string, { listingId: string; sentHash: string }>;
  listings: ReadonlyMap<string, ListingRecord>;
  book: CodeBook;
  today: string;
};

const groundOf = async (
  db: Reader,
  actor: Acting,
  book: CodeBook,
  at: Date,
  asked: readonly EntryAsked[],
): Promise<Ground> => {
  const { organizationId } = actor;
  const references = asked.flatMap(({ target }) => (target.by === "reference" ? [target.reference] : []));
  const rows =
    references.length > 0
      ? await db.listingReference.findMany({ where: { organizationId, reference: { in: references } } })
      : [];
  const ids = [
    ...asked.flatMap(({ target }) => (target.by === "id" ? [target.id] : [])),
    ...rows.map(({ listingId }) => listingId),
  ];
  const listings =
    ids.length > 0
      ? await db.listing.findMany({
          where: { organizationId, id: { in: ids } },
          include: { majors: { orderBy: { majorCode: "asc" }, take: 20 } },
        })
      : [];
  const named = asked.flatMap(({ values }) => (typeof values.post === "string" ? [values.post] : []));
  const postIds = [...new Set([...named, ...listings.flatMap(({ postId }) => (postId ? [postId] : []))])];
  const posts =
    postIds.length > 0 ? await db.post.findMany({ where: { organizationId, id: { in: postIds } } }) : [];
  return {
    actor,
    book,
    owner: await db.organization.findUniqueOrThrow({ where: { id: organizationId } }),
    posts: new Map(posts.map((post) => [post.id, post])),
    sent: new Map(rows.map((row) => [row.reference, row])),
    listings: new Map(listings.map((row) => [row.id, recordOf(row)])),
    today: civilDate(at),
  };
};

/** The listing a record is about; null for one to be made; a refusal where it must exist, or agree, and does not. */
const subjectOf = (ground: Ground, asked: EntryAsked): ListingRecord | null | Weighed => {
  const { target } = asked;
  if (target.by === "new") return null;
  if (target.by === "id") {
    const listing = ground.listings.get(target.id);
    if (!listing) return refused({ code: "not_found", key: "errors.notFound" });
    if (target.version !== undefined && target.version !== listing.row.version)
      return refused({ code: "conflict", key: "errors.conflict" });
    return listing;
  }
  const sent = ground.sent.get(target.reference);
  const listing = sent ? ground.listings.get(sent.listingId) : undefined;
  if (!listing) return null;
  if (listing.kind !== asked.kind) return wrongFields([{ field: "kind", key: "machines.errors.fixed" }]);
  if (listing.direction !== asked.direction)
    return wrongFields([{ field: "direction", key: "machines.errors.fixed" }]);
  return sent?.sentHash === asked.sentHash ? { outcome: "unchanged", listing, asked } : listing;
};

/** What of a record is compared with listings that stand. */
const likenessOf = (
  book: CodeBook,
  kind: ListingKind,
  direction: Direction,
  columns: ListingColumns,
): LikenessFacts => ({ ...columns, kind, direction, families: columns.majorCodes.map(book.familyOf) });

/** Whether a record would put up something its owner has not numbered as a thing of its own. */
const mayRepeat = (one: Weighed): one is Extract<Weighed, { outcome: "created" | "updated" }> =>
  (one.outcome === "created" || one.outcome === "updated") &&
  one.moves.includes("publish") &&
  one.asked.target.by !== "reference";

/**
 * A record that would publish what its organization already shows is refused unless it says why. One with a number of its
 * owner's is taken at its word: the owner says that it is another thing.
 */
const withoutRepeats = (book: CodeBook, one: Weighed, find: RepeatFinder): Weighed => {
  if (!mayRepeat(one)) return one;
  const facts = likenessOf(book, one.kind, one.direction, one.columns);
  const repeated = find({ id: one.listing?.row.id ?? null, facts });
  if (!repeated || one.reason) return one;
  const values = { title: repeated.title };
  return wrongFields([{ field: "reason", key: "freshness.same.needReason", values }]);
};

const weigh = (ground: Ground, asked: EntryAsked): Weighed => {
  const listing = subjectOf(ground, asked);
  if (listing && "outcome" in listing) return listing;
  const kind = listing?.kind ?? asked.kind;
  const direction = listing?.direction ?? asked.direction;
  if (!kind || !direction) return wrongFields([{ field: "kind", key: "errors.required" }]);
  const denied = kindRefusal(ground.actor, kind, direction);
  if (denied) return refused(denied);
  const codes = ground.book.read(asked.values);
  const before = listing?.columns ?? blank(ground.owner);
  const laid = layOver(kind, direction, before, codes.values);
  const post = laid.columns.postId ? ground.posts.get(laid.columns.postId) : undefined;
  const errors = [...codes.errors, ...laid.errors];
  if (codes.values.post && (!post || post.closedAt !== null))
    errors.push({ field: "post", key: "machines.errors.notYourPost" });
  if (errors.length > 0) return wrongFields(errors);
  const columns = {
    ...laid.columns,
    occupationCode: laid.columns.occupationCode ?? post?.occupationCode ?? null,
  };
  const check = checkListing(kind, direction, columns, hostOf(ground.owner, post), ground.today);
  const typed = Object.keys(JSON.parse(listing?.row.unread ?? "{}"))
    .filter(isFieldName)
    .filter((name) => asked.values[name] === undefined);
  const missing = [...new Set([...check.missing, ...typed])];
  const reason = asked.reason ?? listing?.row.publishReason ?? null;
  const changed = laid.changed.length > 0 || listing === null;
  const next = entryMoves(listing?.state ?? "draft", changed, asked.publish, {
    verified: ground.owner.state === "verified",
    sound: isSound({ ...check, missing }, reason),
    open: columns.openUntil === null || columns.openUntil >= ground.today,
    seatsLeft: columns.seats === null ? null : Math.max(0, columns.seats - (listing?.row.seatsTaken ?? 0)),
  });
  if (next.kind === "nothing" && listing) return { outcome: "unchanged", listing, asked };
  if (next.kind === "refused") {
    const ended = listing && !["draft", "published", "paused"].includes(listing.state);
    const said = moveRefusal(next.why, next.why === "sound" ? { ...check, missing } : undefined);
    const fields = missing.map((field) => ({ field, key: "errors.required" }));
    const warned = next.why === "sound" && missing.length === 0 && check.verdict === "warn";
    return refused({
      ...said,
      ...(ended ? { key: "machines.errors.ended" } : {}),
      ...(next.why === "sound" && fields.length > 0 ? { fields } : {}),
      ...(warned ? { fields: [{ field: "reason", key: "listings.errors.reasonForWarning" }] } : {}),
    });
  }
  return {
    outcome: listing ? "updated" : "created",
    asked,
    listing,
    kind,
    direction,
    columns,
    changed: laid.changed,
    moves: next.kind === "go" ? next.moves : [],
    to: next.kind === "go" ? next.to : "draft",
    reason,
    check: { ...check, missing },
  };
};

/**
 * Weighs records against what is kept, without writing: the same codes, fields, rules and moves as the form. Goes in: a
 * reader, who acts, the records. Comes out: for each, in order, what it would do or why it is refused. A reference that
 * comes twice is refused the second time; one without a number that would publish what stands already needs a
 * reason; a record sent before just so is unchanged whatever people did meanwhile.
 */
export const weighEntries = async (
  db: Reader,
  actor: Acting,
  book: CodeBook,
  at: Date,
  asked: readonly EntryAsked[],
): Promise<Weighed[]> => {
  const denied = keepRefusal(actor);
  if (denied) return asked.map(() => refused(denied));
  const ground = await groundOf(db, actor, book, at, asked);
  const seen = new Set<string>();
  const pause = breather();
  const weighed: Weighed[] = [];
  for (const one of asked) {
    const { target } = one;
    const place = target.by === "reference" ? target.reference : target.by === "id" ? target.id : null;
    const repeated = place !== null && seen.has(place);
    if (place !== null) seen.add(place);
    weighed.push(
      repeated ? wrongFields([{ field: "reference", key: "machines.errors.repeated" }]) : weigh(ground, one),
    );
    await pause();
  }
  const publishing = weighed
    .filter(mayRepeat)
    .map((one) => likenessOf(book, one.kind, one.direction, one.columns));
  if (publishing.length === 0) return weighed;
  const find = await openRepeats(db, actor.organizationId, publishing);
  for (const [index, one] of weighed.entries()) {
    weighed[index] = withoutRepeats(book, one, find);
    await pause();
  }
  return weighed;
};
