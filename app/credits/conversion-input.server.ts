import { examOutlook } from "~/pathways/rules/proficiency";
import { type Edge, type TermPoint, termsDone } from "~/pathways/rules/term";
import { statedIn } from "~/pathways/transfer-facts.server";
import type { TransferRow } from "~/pathways/transfer-moves.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { civilDate } from "~/platform/time/clock";
import { coursesOn } from "./course-versions.server";
import type { ConversionInput, Override, TranscriptLine } from "./rules/convert";
import { type TableInForce, tableInForce } from "./table-in-force.server";

/** The day whose table and catalogue count for a transfer: the day it was submitted. */
export const dayThatCounts = (transfer: Pick<TransferRow, "submittedAt" | "createdAt">): string =>
  civilDate(transfer.submittedAt ?? transfer.createdAt);

export type TableChoice = {
  table: TableInForce | null;
  /** in_force: the version of that day · later: none was signed by then, so the first one after it · none */
  how: "in_force" | "later" | "none";
  /** a version signed since, which does not count for this transfer */
  newer: number | null;
};

/**
 * Which version of the table counts for a transfer. Goes in: a reading client, both schools, the day that counts, today. Comes
 * out: the version in force that day; where there was none, the first one that came into force since, told apart. House rule:
 * a version signed after the application never changes it.
 */
export const tableFor = async (
  reader: ReadClient | Tx,
  from: string,
  to: string,
  day: string,
  today: string,
): Promise<TableChoice> => {
  const now = await tableInForce(reader, from, to, today);
  const then = await tableInForce(reader, from, to, day);
  if (then) {
    return { table: then, how: "in_force", newer: now && now.ordinal > then.ordinal ? now.ordinal : null };
  }
  if (!now) return { table: null, how: "none", newer: null };
  const first = await (reader as ReadClient).equivalenceVersion.findFirst({
    where: { tableId: now.tableId, state: "signed", inForceFrom: { gt: day } },
    orderBy: [{ inForceFrom: "asc" }, { ordinal: "asc" }],
    select: { inForceFrom: true },
  });
  const table = await tableInForce(reader, from, to, first?.inForceFrom ?? today);
  return {
    table,
    how: "later",
    newer: table && now.ordinal > table.ordinal ? now.ordinal : null,
  };
};

/**
 * Everything a conversion of one transfer rests on. Goes in: a reading client, the transfer, the transcript and what the
 * school decided otherwise, today. Comes out: the input of `convert`, the version of the table that counts and why, the day,
 * and the courses one may choose from. The catalogue is that of the day; where the school had none then, today's.
 */
export const conversionInput = async (
  reader: ReadClient | Tx,
  transfer: TransferRow,
  given: { transcript: readonly TranscriptLine[]; overrides: readonly Override[] },
  today: string,
): Promise<{ input: ConversionInput; choice: TableChoice; day: string; catalogueOf: string }> => {
  const day = dayThatCounts(transfer);
  const { fromSchoolId, toSchoolId, majorCode } = transfer;
  const choice = await tableFor(reader, fromSchoolId, toSchoolId, day, today);
  const ofDay = await coursesOn(reader, toSchoolId, day, majorCode);
  const catalogueOf = ofDay.length > 0 ? day : today;
  const courses = ofDay.length > 0 ? ofDay : await coursesOn(reader, toSchoolId, today, majorCode);
  const window = await (reader as ReadClient).transferWindow.findUniqueOrThrow({
    where: { id: transfer.windowId },
    select: { grade: true, term: true, edge: true },
  });
  const point: TermPoint = { grade: window.grade, term: window.term, edge: window.edge as Edge };
  const done = termsDone(point);
  const missed =
    transfer.direction === "to_general" ? examOutlook(point, statedIn(transfer).examsPassed).missed : [];
  return {
    day,
    choice,
    catalogueOf,
    input: {
      transcript: given.transcript,
      overrides: given.overrides,
      table: choice.table?.lines ?? [],
      majorCode,
      destination: courses.map((one) => ({
        code: one.code,
        name: one.name,
        creditsCenti: one.creditsCenti,
        hours: one.hours,
        grade: one.grade,
        term: one.term,
        due: one.required && (one.grade - 1) * 2 + (one.term - 1) < done,
      })),
      examinations: missed.map((one) => ({ subject: one.subject, name: one.title.zh })),
    },
  };
};
