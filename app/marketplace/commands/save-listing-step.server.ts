import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Typed } from "~/platform/http/form-state";
import { type FieldError, notFound, type Result, refuse } from "~/platform/result";
import { resolveStep } from "../listing-codes.server";
import { keepRefusal } from "../listing-policy";
import { loadListing } from "../listing-record.server";
import type { StepRead, StepValues } from "../listing-schema";
import { FIELDS, type FieldName, type FieldStep, type ListingDetails } from "../rules/listing-fields";
import { fieldsOf } from "../rules/listing-kinds";

type Saved = { version: number; errors: FieldError[] };

const text = (values: StepValues, name: FieldName): string => (values[name] as string | undefined) ?? "";
const orNull = <T>(value: unknown): T | null => (value === undefined || value === "" ? null : (value as T));

/** The columns a step writes, left out where the step does not hold the field. */
const columnsOf = (names: ReadonlySet<FieldName>, values: StepValues) => ({
  ...(names.has("title") && { title: text(values, "title").trim() }),
  ...(names.has("summary") && { summary: text(values, "summary").trim() }),
  ...(names.has("address") && { address: text(values, "address").trim() }),
  ...(names.has("openUntil") && { openUntil: orNull<string>(values.openUntil) }),
  ...(names.has("startsOn") && { startsOn: orNull<string>(values.startsOn) }),
  ...(names.has("endsOn") && { endsOn: orNull<string>(values.endsOn) }),
  ...(names.has("seats") && { seats: orNull<number>(values.seats) }),
  ...(names.has("payMin") && { payMinFen: orNull<number>(values.payMin) }),
  ...(names.has("payMax") && { payMaxFen: orNull<number>(values.payMax) }),
  ...(names.has("samePostPay") && { samePostPayFen: orNull<number>(values.samePostPay) }),
  ...(names.has("minorsWelcome") && { minorsWelcome: values.minorsWelcome === true }),
  ...(names.has("lodging") && { lodging: values.lodging === true }),
});

const detailsOf = (
  names: ReadonlySet<FieldName>,
  held: ListingDetails,
  values: StepValues,
): ListingDetails => {
  const next: Record<string, unknown> = { ...held };
  for (const name of names) {
    if (FIELDS[name].store !== "detail") continue;
    if (values[name] === undefined) delete next[name];
    else next[name] = values[name];
  }
  return next as ListingDetails;
};

/**
 * Saves one step of a draft, whatever state it is in: what could be read becomes the listing's, the rest is kept as it
 * was typed. Goes in: the listing's id, the step as read from its form, and the version it was shown at. Comes out: the
 * new version and the messages beside fields. Refuses another's listing (not found), a viewer (forbidden), one that is
 * no draft (blocked: it must be taken back first) and a stale version (conflict).
 */
export const saveListingStep = async (
  ctx: MemberCtx,
  id: string,
  input: { step: FieldStep; version: number; read: StepRead },
): Promise<Result<Saved>> => {
  const known = await loadListing(read, id, ctx.actor);
  if (!known) return notFound();
  const refusal = keepRefusal(ctx.actor);
  if (refusal) return { ok: false, refusal };
  if (known.state !== "draft") return refuse("blocked", "listings.refused.notDraft");
  const { values, unread } = input.read;
  const codes = await resolveStep(input.read);
  const names = new Set(fieldsOf(known.kind, known.direction, input.step).map((use) => use.name));
  const errors = [...input.read.errors, ...codes.errors];
  return decide(async (tx) => {
    const listing = await loadListing(tx, id, ctx.actor);
    if (!listing) return reject({ code: "not_found", key: "errors.notFound" });
    const { organizationId } = ctx.actor;
    const owner = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const post =
      typeof values.post === "string"
        ? await tx.post.findFirst({ where: { id: values.post, organizationId, closedAt: null } })
        : null;
    const earlier = JSON.parse(listing.row.unread ?? "{}") as Typed;
    const unreadNow: Typed = Object.fromEntries(
      Object.entries(earlier).filter(([name]) => !names.has(name as FieldName)),
    );
    Object.assign(unreadNow, unread);
    for (const { field } of codes.errors) unreadNow[field] = values[field as FieldName] as string | string[];
    const atHome = codes.region?.code === owner.regionCode && owner.lng !== null;
    const written = await tx.listing.updateMany({
      where: { id, organizationId, version: input.version },
      data: {
        ...columnsOf(names, values),
        ...(codes.region && {
          regionCode: codes.region.code,
          lng: atHome ? owner.lng : codes.region.lng,
          lat: atHome ? owner.lat : codes.region.lat,
        }),
        ...(names.has("post") && { postId: post?.id ?? null }),
        ...(names.has("occupation") && { occupationCode: codes.occupation ?? post?.occupationCode ?? null }),
        industryCode: owner.industryCode,
        details: JSON.stringify(detailsOf(names, listing.columns.details, values)),
        unread: Object.keys(unreadNow).length > 0 ? JSON.stringify(unreadNow) : null,
        updatedAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (written.count === 0) stale();
    if (names.has("majors")) {
      await tx.listingMajor.deleteMany({ where: { listingId: id } });
      await tx.listingMajor.createMany({
        data: codes.majors.map(({ code, family }) => ({ listingId: id, majorCode: code, family })),
      });
    }
    await record(tx, ctx, {
      subject: { type: "listing", id },
      name: "listing.changed",
      payload: { step: input.step },
      audience: [],
    });
    return { version: input.version + 1, errors };
  });
};
