import { pinyinKey } from "~/catalogues/pinyin-key.server";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionPoint } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { lookupHash, openField, sealField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { type FieldError, invalidField, notFound, ok, type Refusal, type Result } from "~/platform/result";
import { likenessKeys } from "../likeness-keys.server";
import { mayChangeIdentity, mayEditProfile } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { resolveIndustry, resolveRegion } from "../queries/resolve-code.server";
import { codeProblems, readCodes } from "../rules/organization-codes";
import type { ProfileInput } from "../schema";
import { indexOrganization } from "../search-index.server";

type Stored = NonNullable<Awaited<ReturnType<typeof read.organization.findUnique>>>;

type Place = Pick<Stored, "regionCode" | "lng" | "lat" | "pointOf">;

/** Where the organization is: the reader's own position, else what was typed, else the centre of its region. */
const placeOf = async (input: ProfileInput, regionCode: string): Promise<Place> => {
  if (input.hereLng !== undefined && input.hereLat !== undefined) {
    return { regionCode, lng: input.hereLng, lat: input.hereLat, pointOf: null };
  }
  if (input.lng !== undefined && input.lat !== undefined) {
    return { regionCode, lng: input.lng, lat: input.lat, pointOf: null };
  }
  const { regions } = await catalogue();
  const point = regionPoint(regions, regionCode);
  return {
    regionCode,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    pointOf: point ? (regions.get(regionCode)?.pointOf ?? regionCode) : null,
  };
};

const identityOf = (input: ProfileInput, stored: Stored): Pick<Stored, "name" | "uscc" | "schoolCode"> => ({
  name: input.name ?? stored.name,
  ...readCodes(input, stored.kind),
});

/** Nobody else may hold the codes; asked inside the transaction, so that two who type the same cannot both have it. */
const refuseTaken = async (
  tx: Tx,
  stored: Stored,
  wanted: Pick<Stored, "uscc" | "schoolCode">,
): Promise<void> => {
  const fields: FieldError[] = [];
  for (const field of ["uscc", "schoolCode"] as const) {
    const code = wanted[field];
    if (!code || code === stored[field]) continue;
    const other = await tx.organization.findUnique({
      where: field === "uscc" ? { uscc: code } : { schoolCode: code },
      select: { id: true },
    });
    if (other) fields.push({ field, key: "organizations.errors.codeTaken" });
  }
  if (fields.length > 0) reject({ code: "invalid", key: "errors.checkFields", fields });
};

const changed = (before: Stored, after: Partial<Stored>): string[] =>
  (Object.keys(after) as (keyof Stored)[]).filter((key) => after[key] !== before[key]).sort();

/**
 * Changes the own organization's profile. Goes in: the form's values (codes as typed) and the version they were read
 * at. Comes out: the new version. Refuses a viewer (forbidden), codes that are wrong, unknown, ambiguous or taken
 * (beside the field), and a stale version (conflict). Name and codes are left alone once submitted or verified.
 */
export const updateOrganizationProfile = async (
  ctx: MemberCtx,
  input: ProfileInput,
): Promise<Result<{ version: number }>> => {
  const stored = await read.organization.findUnique({ where: { id: ctx.actor.organizationId } });
  if (!stored) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  if ((input.lng === undefined) !== (input.lat === undefined)) {
    return invalidField(input.lng === undefined ? "lng" : "lat", "organizations.errors.bothCoordinates");
  }
  const identity = mayChangeIdentity(stored) ? identityOf(input, stored) : null;
  const fields: FieldError[] = identity ? codeProblems(identity, stored.kind) : [];
  const region = await resolveRegion("region", input.region);
  if (!region.ok) fields.push(region.error);
  const enterprise = stored.kind === "enterprise";
  const industry = enterprise && input.industry ? await resolveIndustry("industry", input.industry) : null;
  if (industry && !industry.ok) fields.push(industry.error);
  if (fields.length > 0 || !region.ok) {
    return { ok: false, refusal: { code: "invalid", key: "errors.checkFields", fields } satisfies Refusal };
  }
  const phone = input.contactPhone ?? null;
  const before = stored.contactPhone ? openField("organization.phone", stored.contactPhone) : null;
  const next = {
    ...identity,
    shortName: input.shortName ?? "",
    ...(await placeOf(input, region.row.code)),
    address: input.address ?? "",
    introduction: input.introduction ?? "",
    website: input.website ?? null,
    contactName: input.contactName ?? null,
    ...(phone === before ? {} : phoneColumns(phone)),
    ...(enterprise
      ? { industryCode: industry?.ok ? industry.row.code : null, employees: input.employees ?? null }
      : {}),
    ...(stored.kind === "school"
      ? { schoolLevel: input.schoolLevel ?? null, ownership: input.ownership ?? null }
      : {}),
  };
  const what = changed(stored, next);
  if (what.length === 0 && stored.version === input.version) return ok({ version: stored.version });
  const key = pinyinKey(next.name ?? stored.name);
  const keys = await likenessKeys({ ...stored, ...next });
  const labels = await labelsOf({
    regionCode: next.regionCode,
    industryCode: next.industryCode ?? stored.industryCode,
  });
  return decide(async (tx) => {
    if (identity) await refuseTaken(tx, stored, identity);
    const written = await tx.organization.updateMany({
      where: { id: stored.id, version: input.version, state: stored.state },
      data: {
        ...next,
        ...keys,
        namePinyin: key.pinyin,
        nameInitials: key.initials,
        updatedAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (written.count === 0) stale();
    await indexOrganization(tx, stored.id, labels);
    await record(tx, ctx, {
      subject: { type: "organization", id: stored.id },
      name: "organization.profile_changed",
      payload: { fields: what.filter((field) => field !== "phoneHash") },
      audience: [stored.id],
    });
    return { version: input.version + 1 };
  });
};

const phoneColumns = (phone: string | null) => ({
  contactPhone: phone ? sealField("organization.phone", phone) : null,
  phoneHash: phone ? lookupHash("organization.phone", phone.replace(/\D/g, "")) : null,
});
