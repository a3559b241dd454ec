import type { MemberCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { likenessKeys } from "../likeness-keys.server";
import { submittedMail } from "../mails.server";
import { operators, peopleWhoAct } from "../people-who-act.server";
import { mayEditProfile } from "../policy";
import { profileFacts } from "../profile-facts";
import { type Labels, labelsOf } from "../queries/labels.server";
import { mailDomainOf } from "../rules/mail-domain";
import { maskPhone } from "../rules/mask-phone";
import { nextState } from "../rules/organization-lifecycle";
import { profileGaps } from "../rules/profile-completeness";
import { reviewDue } from "../rules/review-due";
import type { Snapshot } from "../schema";
import { EVIDENCE_SUBJECT } from "./add-evidence.server";
import { findLikenesses } from "./find-likenesses.server";

type Stored = NonNullable<Awaited<ReturnType<Tx["organization"]["findUnique"]>>>;
type Evidence = { id: string; name: string; sha256: string };

const snapshotOf = (
  stored: Stored,
  labels: Labels,
  counts: { posts: number; programmes: number },
  evidence: readonly Evidence[],
): Snapshot => ({
  kind: stored.kind,
  name: stored.name,
  shortName: stored.shortName,
  uscc: stored.uscc,
  schoolCode: stored.schoolCode,
  regionCode: stored.regionCode,
  region: labels.region,
  address: stored.address,
  industry: labels.industry || null,
  employees: stored.employees,
  schoolLevel: stored.schoolLevel,
  ownership: stored.ownership,
  introduction: stored.introduction,
  website: stored.website,
  contactName: stored.contactName,
  phoneMasked: stored.contactPhone ? maskPhone(openField("organization.phone", stored.contactPhone)) : null,
  ...counts,
  evidence: evidence.map(({ id, name, sha256 }) => ({ id, name, sha256 })),
});

/**
 * Hands the own organization's profile to the operator. Goes in: the version the profile was read at. Comes out: the
 * review's id and the civil date by which the operator answers (three working days). Keeps the profile as it is now as
 * a snapshot and mails the operators with the link. Refuses a viewer (forbidden), an incomplete profile (every gap
 * beside its field), a state from which it cannot be submitted (blocked) and a stale version (conflict).
 */
export const submitForVerification = async (
  ctx: MemberCtx,
  input: { version: number },
): Promise<Result<{ reviewId: string; dueOn: string }>> => {
  const organizationId = ctx.actor.organizationId;
  const known = await read.organization.findUnique({ where: { id: organizationId } });
  if (!known) return notFound();
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const [labels, keys] = await Promise.all([labelsOf(known), likenessKeys(known)]);
  return decide(async (tx) => {
    const stored = (await tx.organization.findUnique({ where: { id: organizationId } })) ?? stale();
    if (stored.version !== input.version) stale();
    const state =
      nextState(stored.state, "submit") ??
      reject({ code: "blocked", key: "organizations.refused.notSubmittable" });
    const open = { organizationId, closedAt: null };
    const counts = {
      posts: await tx.post.count({ where: open }),
      programmes: await tx.programme.count({ where: open }),
    };
    const evidence = await tx.storedFile.findMany({
      where: { subjectType: EVIDENCE_SUBJECT, subjectId: organizationId },
      orderBy: { id: "asc" },
      take: 20,
      select: { id: true, name: true, sha256: true },
    });
    const gaps = profileGaps(profileFacts(stored, { ...counts, evidence: evidence.length })).filter(
      (gap) => gap.needed,
    );
    if (gaps.length > 0) {
      const fields = gaps.map((gap) => ({ field: gap.field, key: `organizations.gap.${gap.field}` }));
      reject({
        code: "invalid",
        key: "organizations.refused.incomplete",
        values: { total: gaps.length },
        fields,
      });
    }
    const now = ctx.clock.now();
    const due = reviewDue(civilDate(now));
    const reviewId = newId(now.getTime());
    const people = await peopleWhoAct(tx, organizationId);
    const mailDomain =
      people.map((person) => mailDomainOf(person.email)).find((domain) => domain !== null) ?? null;
    const written = await tx.organization.updateMany({
      where: { id: organizationId, version: input.version },
      data: {
        state,
        submittedAt: now,
        mailDomain,
        ...keys,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (written.count === 0) stale();
    await findLikenesses(tx, ctx, organizationId);
    await tx.verificationReview.create({
      data: {
        id: reviewId,
        organizationId,
        snapshot: JSON.stringify(snapshotOf(stored, labels, counts, evidence)),
        submittedBy: ctx.actor.personId,
        submittedAt: now,
        dueOn: due.date,
        dueUncertain: !due.certain,
      },
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "organization.submitted",
      payload: { review: reviewId, dueOn: due.date, evidence: evidence.map((file) => file.sha256) },
      audience: [organizationId],
    });
    const review = { id: reviewId, organization: stored.name, dueOn: due.date };
    await enqueue(
      tx,
      ctx,
      (await operators(tx)).map((reader) => submittedMail(reader, review)),
    );
    return { reviewId, dueOn: due.date };
  });
};
