import type { MemberCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { EVIDENCE_SUBJECT } from "../commands/add-evidence.server";
import { maySeePhone } from "../policy";
import { profileFacts } from "../profile-facts";
import { maskPhone } from "../rules/mask-phone";
import { identityIsFixed } from "../rules/organization-lifecycle";
import { codesOf, nextStep, profileGaps } from "../rules/profile-completeness";
import { type FieldNotes, fieldNotes } from "../schema";
import type { OwnOrganization } from "../shapes";
import { regionLabel } from "./labels.server";
import { codeFieldText } from "./resolve-code.server";

/** The newest review of an organization, with the operator's notes beside the fields. */
export const latestReview = async (organizationId: string) => {
  const review = await read.verificationReview.findFirst({
    where: { organizationId },
    orderBy: { submittedAt: "desc" },
    select: {
      id: true,
      submittedAt: true,
      dueOn: true,
      dueUncertain: true,
      decision: true,
      reason: true,
      fieldNotes: true,
    },
  });
  if (!review) return null;
  const notes: FieldNotes = review.fieldNotes ? fieldNotes.parse(JSON.parse(review.fieldNotes)) : {};
  return { ...review, submittedAt: review.submittedAt.toISOString(), fieldNotes: notes };
};

/** Files kept as evidence of an organization, oldest first, at most twenty. */
export const evidenceOf = (organizationId: string) =>
  read.storedFile.findMany({
    where: { subjectType: EVIDENCE_SUBJECT, subjectId: organizationId },
    orderBy: { id: "asc" },
    take: 20,
    select: { id: true, name: true, bytes: true, mediaType: true, createdAt: true },
  });

/**
 * The own organization as its people see it. Goes in: who asks. Comes out: the profile, the codes as fields show them,
 * what is missing, the next step, and what the operator noted. The phone is masked for those who do not keep it.
 */
export const ownOrganization = async (ctx: MemberCtx): Promise<OwnOrganization> => {
  const id = ctx.actor.organizationId;
  const stored = await read.organization.findUniqueOrThrow({ where: { id } });
  const [posts, programmes, evidence, review] = await Promise.all([
    read.post.count({ where: { organizationId: id, closedAt: null } }),
    read.programme.count({ where: { organizationId: id, closedAt: null } }),
    evidenceOf(id),
    latestReview(id),
  ]);
  const gaps = profileGaps(profileFacts(stored, { posts, programmes, evidence: evidence.length }));
  const phone = stored.contactPhone ? openField("organization.phone", stored.contactPhone) : null;
  return {
    id,
    version: stored.version,
    kind: stored.kind,
    state: stored.state,
    name: stored.name,
    shortName: stored.shortName,
    uscc: stored.uscc,
    schoolCode: stored.schoolCode,
    codes: codesOf(stored.kind),
    identityFixed: identityIsFixed(stored.state),
    region: await codeFieldText("regions", stored.regionCode),
    regionName: await regionLabel(stored.regionCode),
    address: stored.address,
    lng: stored.pointOf === null ? stored.lng : null,
    lat: stored.pointOf === null ? stored.lat : null,
    borrowedFrom: stored.pointOf ? await regionLabel(stored.pointOf) : null,
    introduction: stored.introduction,
    website: stored.website,
    contactName: stored.contactName,
    contactPhone: phone && (maySeePhone(ctx.actor) ? phone : maskPhone(phone)),
    industry: await codeFieldText("industries", stored.industryCode),
    employees: stored.employees,
    schoolLevel: stored.schoolLevel,
    ownership: stored.ownership,
    posts,
    programmes,
    gaps,
    step: nextStep(stored.state, gaps),
    review,
  };
};
