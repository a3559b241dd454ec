import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";

const MOST_PLANS = 100;

const KINDS = ["plan", "rules", "filing"] as const;

const withEvidence = async <P extends { id: string }>(plans: readonly P[]) => {
  const records = await read.gateEvidence.findMany({
    where: {
      kind: { in: [...KINDS] },
      withdrawnAt: null,
      covers: { some: { subjectId: { in: plans.map((plan) => plan.id) } } },
    },
    take: 500,
    orderBy: { createdAt: "asc" },
    select: { id: true, kind: true, doneOn: true, number: true, covers: { select: { subjectId: true } } },
  });
  return plans.map((plan) => ({
    ...plan,
    papers: KINDS.map((kind) => {
      const found = records.findLast(
        (one) => one.kind === kind && one.covers.some((cover) => cover.subjectId === plan.id),
      );
      return { kind, evidence: found ? { id: found.id, doneOn: found.doneOn, number: found.number } : null };
    }),
  }));
};

const programmesOf = (schoolId: string) =>
  read.programme.findMany({
    where: { organizationId: schoolId, closedAt: null },
    orderBy: { majorCode: "asc" },
    take: 60,
    select: { id: true, name: true },
  });

/** The plans of a school, the latest to begin first, with their papers; at most a hundred. */
export const plansOf = async (ctx: MemberCtx) => {
  const rows = await read.internshipPlan.findMany({
    where: { schoolId: ctx.actor.organizationId },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: MOST_PLANS,
    select: {
      id: true,
      title: true,
      startsOn: true,
      endsOn: true,
      programmes: { select: { programmeId: true } },
    },
  });
  const programmes = await programmesOf(ctx.actor.organizationId);
  const names = new Map(programmes.map((one) => [one.id, one.name]));
  const plans = rows.map(({ programmes: covered, ...plan }) => ({
    ...plan,
    programmes: covered.flatMap((one) => names.get(one.programmeId) ?? []),
  }));
  return withEvidence(plans);
};

/** One plan of the school with its programmes and papers, or what a new one may be for; null for another's. */
export const planPage = async (ctx: MemberCtx, id: string | null) => {
  const schoolId = ctx.actor.organizationId;
  const programmes = (await programmesOf(schoolId)).map((one) => ({ value: one.id, label: one.name }));
  if (id === null) return { plan: null, programmes };
  const found = await read.internshipPlan.findFirst({
    where: { id, schoolId },
    include: { programmes: { select: { programmeId: true } } },
  });
  if (!found) return null;
  const { createdAt: _made, updatedAt: _changed, ...plan } = found;
  const [withPapers] = await withEvidence([
    { ...plan, programmes: plan.programmes.map((one) => one.programmeId) },
  ]);
  return { plan: withPapers ?? null, programmes };
};
