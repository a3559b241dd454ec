import { read } from "~/platform/db/client.server";
import { fieldNotes, snapshotSchema } from "../schema";
import { sharedFacts } from "./related-organizations.server";

/**
 * Everything the operator decides on: the profile as submitted, the facts it shares with others, and earlier reviews
 * (at most ten). Goes in: the review's id. Comes out: the case, or null.
 */
export const verificationCase = async (reviewId: string) => {
  const review = await read.verificationReview.findUnique({
    where: { id: reviewId },
    include: { organization: true },
  });
  if (!review) return null;
  const { organization } = review;
  const [facts, earlier] = await Promise.all([
    sharedFacts(organization.id),
    read.verificationReview.findMany({
      where: { organizationId: organization.id, id: { not: reviewId } },
      orderBy: { submittedAt: "desc" },
      take: 10,
      select: { id: true, submittedAt: true, decision: true, reason: true },
    }),
  ]);
  return {
    id: review.id,
    organizationId: organization.id,
    name: organization.name,
    state: organization.state,
    snapshot: snapshotSchema.parse(JSON.parse(review.snapshot)),
    submittedAt: review.submittedAt.toISOString(),
    dueOn: review.dueOn,
    dueUncertain: review.dueUncertain,
    decision: review.decision,
    reason: review.reason,
    notes: review.fieldNotes ? fieldNotes.parse(JSON.parse(review.fieldNotes)) : {},
    decidedAt: review.decidedAt?.toISOString() ?? null,
    facts,
    merges: facts.filter(
      (fact) =>
        fact.other.state === "unclaimed" && (fact.fact === "code" || fact.other.name === organization.name),
    ),
    earlier: earlier.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() })),
  };
};

export type VerificationCase = NonNullable<Awaited<ReturnType<typeof verificationCase>>>;
