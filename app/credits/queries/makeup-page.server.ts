import { mayWrite, type PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";
import { addDays, civilDate } from "~/platform/time/clock";
import { ledgerSubjects, rowsOfStudent } from "../ledger-scope.server";
import { SCHOOLS } from "../policy";
import { makeUpState } from "../rules/makeup";

const TUTORS = ["teacher", "coordinator", "owner"];

/** How a person stands towards an item: they plan, they tutor, or they read as the student or guardian; null for others. */
const voiceOf = async (
  ctx: PersonCtx,
  item: { schoolId: string; tutorId: string | null; studentId: string },
) => {
  const { organization, personId } = ctx.actor;
  const staff = organization && SCHOOLS.includes(organization.kind) && organization.id === item.schoolId;
  if (staff && mayWrite({ organization })) return "plans" as const;
  if (staff && organization.role === "teacher" && item.tutorId === personId) return "tutors" as const;
  const subjects = await ledgerSubjects(read, ctx.actor);
  for (const subject of subjects) {
    if ((await rowsOfStudent(read, subject.studentId)).includes(item.studentId)) return "reads" as const;
  }
  return null;
};

/**
 * One owed course. Goes in: who looks, the id. Comes out: its plan, the notes on the way, the result, what the reader may do
 * and for planning the school's teachers; null for anybody it does not concern.
 */
export const makeUpPage = async (ctx: PersonCtx, id: string) => {
  const item = isId(id) ? await read.makeUpItem.findUnique({ where: { id } }) : null;
  const voice = item && (await voiceOf(ctx, item));
  if (!item || !voice) return null;
  const today = civilDate(ctx.clock.now());
  const [notes, conversion, tutors] = await Promise.all([
    read.makeUpNote.findMany({ where: { itemId: id }, orderBy: { createdAt: "desc" }, take: 60 }),
    read.creditConversion.findUnique({ where: { id: item.conversionId }, select: { reference: true } }),
    voice === "plans"
      ? read.membership.findMany({
          where: { organizationId: item.schoolId, endedAt: null, role: { in: TUTORS } },
          select: { person: { select: { id: true, name: true } } },
          orderBy: { createdAt: "asc" },
          take: 200,
        })
      : [],
  ]);
  return {
    id,
    voice,
    today,
    version: item.version,
    kind: item.kind,
    code: item.code,
    name: item.name,
    student: item.studentName,
    creditsCenti: item.creditsCenti,
    hours: item.hours,
    tutorId: item.tutorId,
    tutor: item.tutorName,
    fromOn: item.fromOn,
    untilOn: item.untilOn,
    later: addDays(item.untilOn > today ? item.untilOn : today, 30),
    stored: item.state,
    state: makeUpState(item.state, item.untilOn, today),
    extensions: item.extensions,
    extendedWhy: item.extendedWhy,
    result: item.result,
    grade: item.grade,
    settledOn: item.settledOn,
    settledBy: item.settledBy,
    transferId: item.transferId,
    reference: conversion?.reference ?? "",
    notes: notes.map((note) => ({
      id: note.id,
      text: note.text,
      author: note.authorName,
      at: note.createdAt.toISOString(),
    })),
    tutors: tutors.map(({ person }) => person),
  };
};

export type MakeUpPage = NonNullable<Awaited<ReturnType<typeof makeUpPage>>>;
