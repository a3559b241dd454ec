import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Json } from "~/platform/events/canonical";
import { liesWithin, mayOrder, maySupervise } from "../policy";
import type { ProposalEvidence } from "../rules/cards/evidence";
import { PROPOSAL_STATES, type ProposalKind, type ProposalState } from "../rules/cards/proposals";
import { sealedContent } from "../sealed-content.server";
import { supervisedRange } from "./alerts.server";
import { figuresTold } from "./card-page.server";

const PAGE = 20;
const EVENTS = 20;

/** What an address asks of the proposals: one state or all, the row after which to go on. */
export const proposalFilter = (params: URLSearchParams) => ({
  state: PROPOSAL_STATES.find((one) => one === params.get("state")) ?? null,
  after: params.get("after"),
});

const namesOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await read.organization.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** One page of proposals, the newest first, at most twenty: a school's own, an authority's those of its region. */
export const proposalsList = async (ctx: MemberCtx, filter: ReturnType<typeof proposalFilter>) => {
  const { id, kind } = ctx.actor.organization;
  const scope = kind === "authority" ? { regionCode: await supervisedRange(id) } : { schoolId: id };
  const rows = await read.programmeProposal.findMany({
    where: {
      ...scope,
      ...(filter.state ? { state: filter.state } : {}),
      ...(filter.after ? { id: { lt: filter.after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const names = await namesOf(shown.map(({ schoolId }) => schoolId));
  return {
    items: shown.map((row) => ({
      id: row.id,
      kind: row.kind as ProposalKind,
      majorName: row.majorName,
      seats: row.seats,
      state: row.state as ProposalState,
      school: names.get(row.schoolId) ?? "",
      proposedOn: row.proposedOn,
    })),
    next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
};

/**
 * One proposal with its frozen evidence. Goes in: the member, the id. Comes out: null for whoever is neither its school nor
 * an authority in whose region that lies; `intact` says whether the evidence still has the digest of that day.
 */
export const proposalPage = async (ctx: MemberCtx, id: string) => {
  const row = await read.programmeProposal.findUnique({ where: { id } });
  if (!row) return null;
  const own = row.schoolId === ctx.actor.organizationId;
  if (!own) {
    if (!maySupervise(ctx.actor).ok) return null;
    const { regionCode } = await read.organization.findUniqueOrThrow({
      where: { id: ctx.actor.organizationId },
      select: { regionCode: true },
    });
    if (!liesWithin(regionCode, row.regionCode)) return null;
  }
  const evidence = JSON.parse(row.evidence) as ProposalEvidence;
  const [names, events] = await Promise.all([
    namesOf([row.schoolId, ...(row.authorityId ? [row.authorityId] : [])]),
    read.event.findMany({
      where: { subjectType: "programme_proposal", subjectId: id },
      orderBy: { sequence: "desc" },
      take: EVENTS,
      select: { id: true, name: true, at: true, actor: true, payload: true },
    }),
  ]);
  return {
    id,
    own,
    mayDecide: !own && mayOrder(ctx.actor).ok,
    version: row.version,
    kind: row.kind as ProposalKind,
    state: row.state as ProposalState,
    majorCode: row.majorCode,
    majorName: row.majorName,
    seats: row.seats,
    text: row.text,
    author: row.authorName,
    proposedOn: row.proposedOn,
    programmeId: row.programmeId,
    school: { id: row.schoolId, name: names.get(row.schoolId) ?? "" },
    authority: row.authorityId ? (names.get(row.authorityId) ?? "") : null,
    considered: row.consideredOn ? { on: row.consideredOn, note: row.considerNote } : null,
    decided: row.decidedOn
      ? { on: row.decidedOn, reason: row.decisionReason ?? "", by: row.decidedBy }
      : null,
    asOf: evidence.asOf,
    demand: evidence.demand,
    card: evidence.card && {
      id: evidence.card.id,
      digest: evidence.card.digest,
      outcome: evidence.card.content.outcome,
      year: evidence.card.content.year,
      figures: figuresTold(evidence.card.content, own),
    },
    digest: row.digest,
    intact: sealedContent(evidence as unknown as Json).digest === row.digest,
    events: events.map((event) => ({
      id: event.id,
      name: event.name,
      at: event.at.toISOString(),
      actor: (JSON.parse(event.actor) as { name: string }).name,
      payload: JSON.parse(event.payload) as Record<string, string | number | boolean | null>,
    })),
  };
};

export type ProposalPage = NonNullable<Awaited<ReturnType<typeof proposalPage>>>;
