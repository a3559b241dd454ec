import type { Ctx } from "~/platform/command";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { worse } from "~/regulations/rules/compile";
import { type Evaluation, evaluate, type Finding } from "~/regulations/rules/evaluate";
import type { FactKey, Facts } from "~/regulations/rules/facts/dictionary";
import type { Verdict } from "~/regulations/rules/rule";
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

/** What the form of a self-found place asks; whatever else a listing or an agreement must say is stated with the agreement. */
const FORM_ASKS: ReadonlySet<FactKey> = new Set([
  "hours.perDay",
  "hours.perWeek",
  "shifts.night",
  "shifts.overtime",
  "shifts.restDays",
  "post.hazardCodes",
  "post.labourIntensity",
  "pay.monthlyFen",
  "pay.samePostMonthlyFen",
  "pay.lowestTierMonthlyFen",
  "fees",
  "agent.involved",
  "host.industryCode",
]);

/** Whether a rule of a later stage already speaks: something is wrong, or the form left open what it asks. */
const speaksNow = ({ verdict, missing }: Finding): boolean =>
  verdict === "missing"
    ? missing.length === 0 || missing.some((key) => FORM_ASKS.has(key))
    : verdict !== "pass";

/**
 * What the rules say of a self-found place today, as they would of any other. Goes in: the student, what was said of the
 * host, the terms, and the civil date. Comes out: the evaluator's verdict and findings. Where the host is on the platform
 * its own record counts; what only the student said counts where it is not. No listing of it was ever judged, so the rules
 * of a listing and of the agreement are asked of what is known by now. The school's consent is taken as given: it is what
 * is being decided.
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
  const at = { on, region: terms.regionCode, facts: said };
  const { findings } = evaluate({ ...at, stage: "application" });
  const asked = new Set(findings.map(({ rule }) => rule));
  for (const stage of ["listing", "agreement"] as const) {
    for (const finding of evaluate({ ...at, stage }).findings) {
      if (asked.has(finding.rule) || !speaksNow(finding)) continue;
      asked.add(finding.rule);
      findings.push(finding);
    }
  }
  return {
    verdict: findings.reduce<Verdict>((worst, finding) => worse(worst, finding.verdict), "pass"),
    findings,
  };
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
