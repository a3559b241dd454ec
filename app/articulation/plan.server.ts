import { levelOfCode } from "~/catalogues/rules/family";
import type { MajorLevel } from "~/catalogues/types";
import { agreementCarries } from "~/pathways/rules/pairing";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { type PathwayRow, stagesOf } from "./pathway-access.server";
import { kindOf } from "./rules/kinds";
import { type ExamPart, type Plan, type PlanGap, planGaps } from "./rules/plan";

/** The parts of the stage examination as they are kept. */
export const partsOf = (pathway: { examParts: string }): ExamPart[] =>
  JSON.parse(pathway.examParts) as ExamPart[];

/** A pathway's plan as the rule reads it. */
const planOf = async (client: ReadClient, pathway: PathwayRow): Promise<Plan> => {
  const stages = await stagesOf(client, pathway.id);
  const schools = await client.organization.findMany({
    where: { id: { in: stages.flatMap((stage) => stage.schoolId ?? []) } },
    select: { id: true, schoolLevel: true },
  });
  const enterprises = await client.articulationPartner.count({
    where: { pathwayId: pathway.id, role: "enterprise" },
  });
  return {
    founderId: pathway.founderId,
    agreementId: pathway.agreementId,
    enterprises,
    examDay: pathway.examDay,
    parts: partsOf(pathway),
    passBp: pathway.examPassBp,
    stages: stages.map((stage) => ({
      schoolId: stage.schoolId,
      schoolLevel: (schools.find((one) => one.id === stage.schoolId)?.schoolLevel ??
        null) as MajorLevel | null,
      majorCode: stage.majorCode,
      majorLevel: stage.majorCode ? levelOfCode(stage.majorCode) : null,
      quota: stage.quota,
    })),
  };
};

/** What a pathway's plan still lacks. */
export const gapsOf = async (reader: ReadClient | Tx, pathway: PathwayRow): Promise<PlanGap[]> =>
  planGaps(kindOf(pathway.kind), await planOf(reader as ReadClient, pathway));

/**
 * Whether the agreement beneath a pathway runs on a day: a school–school agreement of both stages' schools. Always so where
 * one school teaches both stages.
 */
export const restsOn = async (
  reader: ReadClient | Tx,
  pathway: PathwayRow,
  today: string,
): Promise<boolean> => {
  const [first, second] = await stagesOf(reader, pathway.id);
  if (!first?.schoolId || !second?.schoolId) return false;
  if (first.schoolId === second.schoolId) return true;
  if (!pathway.agreementId) return false;
  const agreement = await (reader as ReadClient).agreement.findUnique({
    where: { id: pathway.agreementId },
    include: { parties: { select: { organizationId: true }, take: 10 } },
  });
  return (
    agreement !== null &&
    agreementCarries(
      { ...agreement, parties: agreement.parties.map((one) => one.organizationId) },
      [first.schoolId, second.schoolId],
      today,
    )
  );
};
