import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { choicesOf } from "../own-agreement.server";
import { pathwayFor, stagesOf } from "../pathway-access.server";
import { partsOf } from "../plan.server";
import { kindOf } from "../rules/kinds";

/** What the form of a pathway's plan shows its founder, or null for anybody else: the plan kept, and what may be chosen. */
export const planPage = async (ctx: MemberCtx, id: string) => {
  const found = await pathwayFor(read, ctx.actor, id);
  if (!found?.voices.includes("founder")) return null;
  const { pathway } = found;
  const [stages, partners, choices] = await Promise.all([
    stagesOf(read, id),
    read.articulationPartner.findMany({ where: { pathwayId: id, role: "enterprise" }, take: 20 }),
    choicesOf(read, ctx.actor.organizationId),
  ]);
  const kind = kindOf(pathway.kind);
  return {
    id,
    version: pathway.version,
    state: pathway.state,
    kind: { title: kind.title, summary: kind.summary, source: kind.source, enterprise: kind.enterprise },
    title: pathway.title,
    summary: pathway.summary,
    agreementId: pathway.agreementId,
    firstIntake: pathway.firstIntake,
    examDay: pathway.examDay,
    passBp: pathway.examPassBp,
    parts: partsOf(pathway),
    enterprises: partners.map((one) => one.organizationId),
    choices,
    stages: stages.map(({ level, years, schoolId, majorCode, majorName, quota }, index) => ({
      level,
      years,
      schoolId,
      majorCode,
      majorName,
      quota,
      taughtAt: kind.stages[index === 0 ? 0 : 1].taughtAt,
    })),
  };
};

export type PlanPageData = NonNullable<Awaited<ReturnType<typeof planPage>>>;
