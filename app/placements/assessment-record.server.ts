import type { ReadClient } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import type { Db } from "./head-count.server";
import { placementChain } from "./placement-chain.server";
import type { PlacementRow } from "./placement-scope.server";
import {
  ALL_MAJORS,
  ANSWER_DAYS,
  type AssessmentStep,
  type Assessor,
  assessmentStep,
  competencesOf,
  HOUSE_RUBRIC,
  type Level,
  openParts,
  type Rubric,
  type RubricPart,
  type Scores,
} from "./rules/assessment";
import { type Attendance, attendanceOf, attendanceOfRecord } from "./rules/attendance";
import { placementTerms } from "./terms";

/** Versions of one rubric that are looked at. */
const MOST_VERSIONS = 50;

/** More weeks than any placement has. */
const MOST_WEEKS = 120;

/**
 * The rubric a school uses for a major on a day: its latest version for that major, else for all its majors, else the
 * house's. Goes in: school and major, the civil date. Comes out: the rubric with the competences the school named.
 */
export const rubricOn = async (
  db: Db,
  { schoolId, majorCode }: { schoolId: string; majorCode: string },
  on: string,
): Promise<Rubric> => {
  const client = db as ReadClient;
  const own = await client.majorRubric.findMany({
    where: { schoolId, majorCode: { in: [majorCode, ALL_MAJORS] }, validFrom: { lte: on } },
    orderBy: { validFrom: "desc" },
    take: MOST_VERSIONS,
  });
  const row = own.find((one) => one.majorCode === majorCode) ?? own[0];
  if (row) {
    const { id, validFrom, creditsPerWeekCenti } = row;
    const parts = JSON.parse(row.parts) as RubricPart[];
    return {
      id,
      validFrom,
      parts,
      creditsPerWeekCenti,
      competences: JSON.parse(row.competences) as string[],
    };
  }
  const earlier = await client.assessmentRubric.findFirst({
    where: { schoolId, validFrom: { lte: on } },
    orderBy: { validFrom: "desc" },
  });
  return earlier
    ? {
        id: earlier.id,
        validFrom: earlier.validFrom,
        parts: JSON.parse(earlier.parts) as RubricPart[],
        creditsPerWeekCenti: earlier.creditsPerWeekCenti,
      }
    : HOUSE_RUBRIC;
};

const attendanceAt = async (db: Db, placement: PlacementRow): Promise<Attendance> => {
  const rows = await (db as ReadClient).weekRecord.findMany({
    where: { placementId: placement.id, state: { in: ["confirmed", "corrected"] } },
    select: { minutes: true, correctedMinutes: true },
    take: MOST_WEEKS,
  });
  const terms = placementTerms.parse(JSON.parse(placement.terms));
  return attendanceOf(
    {
      from: placement.startedOn ?? placement.startsOn,
      to: placement.endedOn ?? placement.endsOn,
      hoursPerWeek: terms.hoursPerWeek,
    },
    rows.map((row) => JSON.parse(row.correctedMinutes ?? row.minutes) as number[]),
  );
};

/**
 * Days and hours of a placement from its confirmed weeks; while none is recorded, as agreed. What was done at an earlier
 * host of the same record counts with it.
 */
export const attendance = async (db: Db, placement: PlacementRow): Promise<Attendance> => {
  const parts: Attendance[] = [];
  for (const one of await placementChain(db, placement)) {
    if (one.id === placement.id || one.startedOn !== null) parts.push(await attendanceAt(db, one));
  }
  return attendanceOfRecord(parts);
};

export type AssessmentRow = NonNullable<Awaited<ReturnType<ReadClient["assessment"]["findUnique"]>>>;

/** An assessment as it stands, also before anybody has scored: what is open, what it waits for. */
export type Standing = {
  row: AssessmentRow | null;
  rubric: Rubric;
  scores: Scores;
  competences: readonly string[];
  levels: Readonly<Record<string, Level>>;
  open: Record<Assessor, RubricPart[]>;
  scoredOn: string | null;
  lastAnswerDay: string | null;
  step: AssessmentStep;
};

/** Reads the assessment of a placement. Goes in: the placement and today's civil date. */
export const assessmentOf = async (db: Db, placement: PlacementRow, on: string): Promise<Standing> => {
  const row = await (db as ReadClient).assessment.findUnique({ where: { placementId: placement.id } });
  const rubric = row ? (JSON.parse(row.rubric) as Rubric) : await rubricOn(db, placement, on);
  const scores = row ? (JSON.parse(row.scores) as Scores) : {};
  const open = { school: openParts(rubric, scores, "school"), host: openParts(rubric, scores, "host") };
  const both = row?.schoolAt && row.hostAt ? [row.schoolAt, row.hostAt] : null;
  const scoredOn = both ? civilDate(new Date(Math.max(...both.map(Number)))) : null;
  const lastDay = (from: string) => addDays(from, ANSWER_DAYS);
  return {
    row,
    rubric,
    scores,
    competences: competencesOf(placementTerms.parse(JSON.parse(placement.terms)), rubric),
    levels: row ? (JSON.parse(row.competences) as Record<string, Level>) : {},
    open,
    scoredOn,
    lastAnswerDay: scoredOn && lastDay(scoredOn),
    step: assessmentStep(
      {
        open: open.school.length + open.host.length,
        answered: row?.answer != null,
        scoredOn,
        graded: row?.grade != null,
      },
      lastDay,
      on,
    ),
  };
};
