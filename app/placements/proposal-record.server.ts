import type { Ctx } from "~/platform/command";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { type Evaluation, evaluate } from "~/regulations/rules/evaluate";
import type { Facts } from "~/regulations/rules/facts/dictionary";
import { placingFacts } from "./placing-facts.server";
import { type PlacementTerms, placementTerms } from "./terms";

type Db = ReadClient | Tx;

export type ProposalRow = NonNullable<Awaited<ReturnType<Tx["placementProposal"]["findUnique"]>>>;

export const termsOfProposal = (row: { terms: string }): PlacementTerms =>
  placementTerms.parse(JSON.parse(row.terms));

type HostSaid = {
  hostUscc: string;
  hostIndustry: string | null;
  hostRegion: string;
  hostEmployees: number | null;
  postHeadcount: number | null;
};

/** The one organization with this credit code, and its kind of post for an occupation where it keeps one. */
export const knownHost = async (db: Db, uscc: string, occupationCode: string | null) => {
  const client = db as ReadClient;
  const host = await client.organization.findUnique({
    where: { uscc },
    select: { id: true, name: true, state: true, employees: true, industryCode: true },
  });
  const post =
    host && occupationCode
      ? await client.post.findFirst({
          where: { organizationId: host.id, occupationCode, closedAt: null },
          orderBy: { createdAt: "asc" },
          select: { id: true },
        })
      : null;
  return host && { ...host, postId: post?.id ?? null };
};

/**
 * What the rules say of a self-found place today, as they would of any other. Goes in: the student, what was said of the
 * host, the terms, and the civil date. Comes out: the evaluator's verdict and findings. Where the host is on the platform
 * its own record counts; what only the student said counts where it is not. The school's agreement is taken as given: it
 * is what is being decided.
 */
export const judgeProposal = async (
  db: Db,
  of: HostSaid & { studentId: string; terms: PlacementTerms },
  on: string,
): Promise<Evaluation> => {
  const host = await knownHost(db, of.hostUscc, of.terms.occupationCode);
  const terms = host ? { ...of.terms, postId: host.postId } : of.terms;
  const subject = {
    studentId: of.studentId,
    hostId: host?.id ?? "",
    listingId: null,
    terms,
    origin: "self_found",
  } as const;
  const known = await placingFacts(db, subject, on);
  const said: { -readonly [K in keyof Facts]: Facts[K] } = { ...known, "placement.schoolApproved": true };
  if (!host) {
    said["host.registrationNo"] = of.hostUscc;
    said["host.activePlacements"] = 1;
    if (of.hostIndustry) said["host.industryCode"] = of.hostIndustry;
    if (of.hostEmployees !== null) said["host.onPostEmployees"] = of.hostEmployees;
  }
  if (!host?.postId && of.postHeadcount !== null) {
    said["post.onPostEmployees"] = of.postHeadcount;
    said["post.activePlacements"] = 1;
  }
  return evaluate({ on, region: terms.regionCode, stage: "application", facts: said });
};

/** Tells one step as an event of the proposal; the school alone hears of it. */
export const tellProposal = (
  tx: Tx,
  ctx: Ctx,
  row: Pick<ProposalRow, "id" | "schoolId">,
  name: "proposed" | "proposalReturned" | "proposalApproved" | "proposalWithdrawn",
): Promise<string> =>
  record(tx, ctx, {
    subject: { type: "placement_proposal", id: row.id },
    name: `application.${name}`,
    payload: {},
    audience: [row.schoolId],
  });
