import { catalogue } from "~/catalogues/queries/catalogue.server";
import { familyOf } from "~/catalogues/rules/family";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { mailCard, nearestAuthorities, recordProposal } from "../card-record.server";
import type { ProposalInput } from "../card-schema";
import { mayPropose } from "../policy";
import { demandEvidence } from "../queries/demand-evidence.server";
import type { CardContent } from "../rules/cards/content";
import type { ProposalEvidence } from "../rules/cards/evidence";
import { sealedContent } from "../sealed-content.server";

type About = { programmeId: string | null; majorCode: string; majorName: string };

const aboutOf = async (ctx: MemberCtx, input: ProposalInput): Promise<Result<About>> => {
  const organizationId = ctx.actor.organizationId;
  if (input.kind !== "add") {
    const programme = await read.programme.findFirst({
      where: { id: input.programme ?? "", organizationId, closedAt: null },
      select: { id: true, majorCode: true, name: true },
    });
    if (!programme) return invalidField("programme", "cards.errors.programme");
    const { id, majorCode, name } = programme;
    return { ok: true, value: { programmeId: id, majorCode, majorName: name } };
  }
  const major = (await catalogue()).majors.get(input.majorCode ?? "");
  if (!major || major.withdrawnIn !== null) return invalidField("majorCode", "cards.errors.major");
  const open = await read.programme.count({
    where: { organizationId, majorCode: major.code, closedAt: null },
  });
  if (open > 0) return invalidField("majorCode", "cards.errors.majorOpen");
  return { ok: true, value: { programmeId: null, majorCode: major.code, majorName: major.name } };
};

const cardOf = async (programmeId: string | null): Promise<ProposalEvidence["card"]> => {
  const card = programmeId
    ? await read.programmeCard.findFirst({ where: { programmeId }, orderBy: { year: "desc" } })
    : null;
  return card ? { id: card.id, digest: card.digest, content: JSON.parse(card.content) as CardContent } : null;
};

/**
 * A school proposes to add, adjust or withdraw a programme (专业增设、调整、撤销建议). Goes in: the kind, its own programme or
 * a major of the catalogue, the seats wished for, the words. Comes out: its id; the programme's card and the demand of the
 * class of majors in the school's city are frozen with it, the nearest authority is told. Refuses whoever does not act for a
 * school, another school's programme, a major that is withdrawn or open already.
 */
export const proposeProgramme = async (
  ctx: MemberCtx,
  input: ProposalInput,
): Promise<Result<{ id: string }>> => {
  const allowed = mayPropose(ctx.actor);
  if (!allowed.ok) return allowed;
  const found = await aboutOf(ctx, input);
  if (!found.ok) return found;
  const { programmeId, majorCode, majorName } = found.value;
  const now = ctx.clock.now();
  const today = civilDate(now);
  const schoolId = ctx.actor.organizationId;
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: schoolId },
    select: { regionCode: true },
  });
  const card = await cardOf(programmeId);
  const evidence: ProposalEvidence = {
    form: 1,
    asOf: today,
    card,
    demand: await demandEvidence(regionCode, familyOf(majorCode) ?? majorCode, today),
  };
  const { text, digest } = sealedContent(evidence);
  const { submissionKey, ...asked } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, asked, async () => {
      const id = newId(now.getTime());
      await tx.programmeProposal.create({
        data: {
          id,
          schoolId,
          regionCode,
          kind: input.kind,
          programmeId,
          cardId: card?.id ?? null,
          majorCode,
          majorName,
          seats: input.kind === "withdraw" ? null : (input.seats ?? null),
          text: input.text,
          evidence: text,
          digest,
          state: "proposed",
          authorName: ctx.actor.name,
          proposedOn: today,
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      });
      const authorities = await nearestAuthorities(tx, regionCode);
      const proposal = { id, schoolId, majorName, authorityId: authorities[0] ?? null };
      const eventId = await recordProposal(tx, ctx, proposal, "programme_proposal.proposed", {
        kind: input.kind,
        digest,
      });
      await mailCard(tx, ctx, {
        kind: "proposed",
        key: eventId,
        to: authorities,
        values: { programme: majorName, school: ctx.actor.organization.name },
        link: `/oversight/proposals/${id}`,
      });
      return { id };
    }),
  );
};
