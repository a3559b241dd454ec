import { catalogue } from "~/catalogues/queries/catalogue.server";
import { occupationsFor } from "~/marketplace/queries/fit-book.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { FINISHED } from "./rules/lifecycle";
import {
  certaintyOf,
  destinationKind,
  type OutcomeMonth,
  type OutcomeSource,
  standingReport,
} from "./rules/outcome-definitions";
import { refreshTrack } from "./track-record.server";

/** What one source says of a graduate at one time; null is "does not know". */
export type OutcomeReport = {
  studentId: string;
  month: OutcomeMonth;
  source: OutcomeSource;
  withProof: boolean;
  destination: string | null;
  employerName: string | null;
  sameUnit: boolean | null;
  occupationCode: string | null;
  ownMatch: "yes" | "no" | null;
  regionCode: string | null;
  payBand: string | null;
  satisfaction: number | null;
  employerSatisfaction: number | null;
  importId?: string | null;
};

/** Reports of one graduate at one time that are looked at. */
const MOST_REPORTS = 20;

const matchedBy = async (majorCode: string, occupationCode: string | null): Promise<string | null> => {
  if (!occupationCode) return null;
  return occupationsFor(await catalogue(), majorCode).has(occupationCode) ? "yes" : "no";
};

/**
 * Keeps what one source says of a graduate beside what others said: every report stays with its source and certainty, the
 * most certain one counts (`standingReport`), and the record of the placement's host is counted anew. A source that speaks
 * again replaces its own report. Whether the occupation fits the major is asked of the same fit as everywhere. Comes out:
 * whether this report is the one that counts. The caller has checked codes and the right to say it.
 */
export const keepOutcome = async (
  tx: Tx,
  ctx: Ctx,
  report: OutcomeReport,
): Promise<{ id: string; stands: boolean; fresh: boolean; hostId: string | null }> => {
  const now = ctx.clock.now();
  const { studentId, month, source, withProof, ...said } = report;
  const student = await tx.student.findUniqueOrThrow({ where: { id: studentId } });
  const [programme, placement, reports] = [
    await tx.programme.findUniqueOrThrow({ where: { id: student.programmeId }, select: { majorCode: true } }),
    await tx.placement.findFirst({
      where: { studentId, state: { in: [...FINISHED] } },
      orderBy: { endsOn: "desc" },
      select: { id: true, hostId: true },
    }),
    await tx.graduateOutcome.findMany({ where: { studentId, month }, take: MOST_REPORTS }),
  ];
  const employed = said.destination !== null && destinationKind(said.destination) === "employed";
  const data = {
    ...said,
    sameUnit: said.destination !== null && !employed ? false : said.sameUnit,
    occupationCode: employed ? said.occupationCode : null,
    matched: employed ? await matchedBy(programme.majorCode, said.occupationCode) : null,
    importId: said.importId ?? null,
    certainty: certaintyOf(source, withProof),
    givenOn: civilDate(now),
    recordedBy: ctx.actor.name,
    hostId: placement?.hostId ?? null,
    placementId: placement?.id ?? null,
    createdAt: now,
  };
  const before = reports.find((one) => one.source === source);
  const id = before?.id ?? newId(now.getTime());
  if (before) await tx.graduateOutcome.update({ where: { id }, data });
  else {
    await tx.graduateOutcome.create({
      data: {
        id,
        studentId,
        schoolId: student.organizationId,
        programmeId: student.programmeId,
        majorCode: programme.majorCode,
        month,
        source,
        stands: false,
        ...data,
      },
    });
  }
  const all = [...reports.filter((one) => one.id !== id), { ...data, id }];
  const chosen = standingReport(all)?.id ?? id;
  await tx.graduateOutcome.updateMany({
    where: { studentId, month, id: { not: chosen } },
    data: { stands: false },
  });
  await tx.graduateOutcome.update({ where: { id: chosen }, data: { stands: true } });
  await record(tx, ctx, {
    subject: { type: "student", id: studentId },
    name: "student.outcome_kept",
    payload: { month, source, certainty: data.certainty, stands: chosen === id },
    audience: [student.organizationId],
  });
  if (placement) await refreshTrack(tx, placement.hostId, now);
  return { id, stands: chosen === id, fresh: !before, hostId: placement?.hostId ?? null };
};
