import { PROGRAMME_RECORDS } from "~/placements/queries/programme-records.sqlite.server";
import { rawReader } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import type { CardMeasureId } from "../rules/cards/measures";

export type RecordMeasure = Exclude<CardMeasureId, "demand">;

export const RECORD_MEASURES = Object.keys(PROGRAMME_RECORDS) as RecordMeasure[];

export type CardRecord = { programmeId: string; id: string; verdict: string; amount: number };

/** A year's part up to a civil date, and the same part of the year before. */
export type CardSpan = { year: string; today: string };

/** The same day a year earlier; 29 February becomes the 28th. */
export const yearBefore = (date: string): string => {
  const back = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return back.endsWith("02-29") ? addDays(`${back.slice(0, 4)}-03-01`, -1) : back;
};

const bound = (schoolId: string, programmes: readonly string[], { year, today }: CardSpan) => ({
  ids: JSON.stringify([schoolId]),
  programmes: JSON.stringify(programmes),
  year,
  today,
  yearAgo: yearBefore(today),
});

/**
 * The records one measure counts for the programmes of a school. Goes in: the measure, the school, its programmes, year and
 * day. Comes out: programme, id, verdict and amount of each, in the order of programmes and ids.
 */
export const cardRecords = (
  measure: RecordMeasure,
  schoolId: string,
  programmes: readonly string[],
  span: CardSpan,
): CardRecord[] =>
  rawReader()
    .prepare<unknown[], CardRecord>(
      `SELECT programmeId, id, verdict, amount FROM (${PROGRAMME_RECORDS[measure]}) ORDER BY programmeId, id`,
    )
    .all(bound(schoolId, programmes, span));

export type CardRow = {
  id: string;
  title: string;
  day: string | null;
  verdict: string;
  withName: string | null;
  studentName: string | null;
  studentNumber: string | null;
};

/**
 * One page of the records behind a programme's measure, students by name. Goes in: measure, school, programme, year and day,
 * the id after which to go on, how many. Comes out: rows in the order of their ids.
 */
export const cardRows = (asked: {
  measure: RecordMeasure;
  schoolId: string;
  programmeId: string;
  span: CardSpan;
  after: string;
  take: number;
}): CardRow[] =>
  rawReader()
    .prepare<unknown[], CardRow>(
      `SELECT r.id, r.title, r.day, r.verdict, o.name AS withName, s.name AS studentName, s.studentNumber
       FROM (${PROGRAMME_RECORDS[asked.measure]}) r LEFT JOIN Organization o ON o.id = r.withId
       LEFT JOIN Student s ON s.id = r.studentId WHERE r.id > @after ORDER BY r.id LIMIT @take`,
    )
    .all({
      ...bound(asked.schoolId, [asked.programmeId], asked.span),
      after: asked.after,
      take: asked.take,
    });
