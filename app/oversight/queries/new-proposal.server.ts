import { catalogue } from "~/catalogues/queries/catalogue.server";
import { familyOf } from "~/catalogues/rules/family";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { demandEvidence } from "./demand-evidence.server";

const MOST = 300;

/**
 * What a new proposal starts from. Goes in: the school's member and the address: `card` of its own, or `major`, or a class of
 * majors (`family`) as the map names it. Comes out: the school's open programmes, what is chosen already, the demand of that
 * class in its city, and majors of the school's levels in that class to add.
 */
export const newProposal = async (ctx: MemberCtx, params: URLSearchParams) => {
  const organizationId = ctx.actor.organizationId;
  const [programmes, card, organization] = await Promise.all([
    read.programme.findMany({
      where: { organizationId, closedAt: null },
      orderBy: { majorCode: "asc" },
      take: MOST,
      select: { id: true, name: true, majorCode: true, seats: true, level: true },
    }),
    read.programmeCard.findFirst({
      where: { id: params.get("card") ?? "", schoolId: organizationId },
      select: { programmeId: true, majorCode: true, outcome: true },
    }),
    read.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { regionCode: true },
    }),
  ]);
  const asked = params.get("family") ?? "";
  const family = card ? familyOf(card.majorCode) : /^\d{2}-\d{2}$/.test(asked) ? asked : null;
  const { majors } = await catalogue();
  const levels = new Set<string>(programmes.map(({ level }) => level));
  const taught = new Set(programmes.map(({ majorCode }) => majorCode));
  const toAdd =
    family && !card
      ? [...majors.values()].filter(
          (major) =>
            major.family === family &&
            major.withdrawnIn === null &&
            levels.has(major.level) &&
            !taught.has(major.code),
        )
      : [];
  return {
    kind: card ? (card.outcome === "red" ? "withdraw" : "adjust") : family ? "add" : null,
    programmes,
    programmeId: card?.programmeId ?? null,
    majors: toAdd.map(({ code, name }) => ({ code, name })),
    demand: family ? await demandEvidence(organization.regionCode, family, civilDate(ctx.clock.now())) : null,
  };
};

export type NewProposal = Awaited<ReturnType<typeof newProposal>>;
