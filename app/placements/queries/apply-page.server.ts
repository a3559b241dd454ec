import type { Person } from "~/identity/actor";
import { shownWording, wordingOn } from "~/identity/rules/consent-wordings";
import { isMinorOn } from "~/identity/rules/minority";
import { guardiansOf, studentFacts } from "~/identity/student-facts.server";
import { findingLines } from "~/marketplace/finding-lines";
import { rollParts } from "~/organizations/queries/student-list.server";
import { read } from "~/platform/db/client.server";
import type { Finding } from "~/regulations/rules/evaluate";
import type { Translator } from "~/words/translate";
import { busyWith, type ListingClosedBecause, listingToApply, mayApply } from "../application-listing.server";
import { ownStudent } from "../application-record.server";
import { judgePlacing, judgePlacings } from "../judge-placing.server";
import { OPEN_STATES } from "../rules/application-lifecycle";
import { HOST_DAYS } from "../rules/application-turns";
import { termsView } from "../terms-view.server";
import { profileOf } from "./profile-page.server";

const MOST_STUDENTS = 100;

const against = (findings: readonly Finding[]) =>
  findings.filter(({ verdict, applies }) => applies && verdict !== "pass");

/**
 * What a student reads before they apply: the terms, what the rules say of them on these terms today, what the host will
 * see, and what happens then. Comes out: null for a listing nobody may know of, the word of why it cannot be applied for,
 * or the page.
 */
export const applyPage = async (
  actor: Person,
  asked: { listing: string; from: string | null },
  on: string,
  t: Translator,
) => {
  const student = await ownStudent(read, actor);
  const listing = await listingToApply(read, asked.listing, on, false);
  if (listing === null || !student) return null;
  if (typeof listing === "string") return { closed: listing as ListingClosedBecause };
  const { row, terms, hostName } = listing;
  const hostId = row.organizationId;
  const subject = { studentId: student.id, hostId, listingId: row.id, terms, origin: "listing" } as const;
  const [facts, judged, profile, busy, again, from, guardians] = await Promise.all([
    studentFacts(read, student.id),
    judgePlacing(read, subject, "application", on),
    profileOf(student.id),
    busyWith(read, student.id, terms),
    read.application.findFirst({
      where: { studentId: student.id, listingId: row.id, state: { in: [...OPEN_STATES] } },
      select: { id: true },
    }),
    asked.from
      ? read.application.findFirst({
          where: { id: asked.from, studentId: student.id },
          select: { id: true, title: true },
        })
      : null,
    guardiansOf(read, student.id),
  ]);
  if (!facts?.birthDate) return null;
  const names = { student: student.name, school: facts.school, recipient: hostName };
  return {
    closed: null,
    listing: { id: row.id, title: row.title, host: { id: hostId, name: hostName } },
    terms: await termsView(terms),
    blocked: judged.verdict === "block",
    findings: findingLines(against(judged.findings), t),
    wording: shownWording(wordingOn("share_application", on), t.language, names),
    profile,
    minor: isMinorOn(facts.birthDate, on),
    guardianReachable: guardians.some((one) => one.phoneSealed !== null),
    days: HOST_DAYS.submitted ?? 5,
    busy,
    again: again?.id ?? null,
    from,
  };
};

export type ApplyPage = Exclude<
  Awaited<ReturnType<typeof applyPage>>,
  null | { closed: ListingClosedBecause }
>;

/**
 * What a school's office reads before it applies for a class: its programmes and classes, and for the chosen one up to
 * a hundred students with what stands against each. The same results as `applyPage` otherwise; null for those who may not.
 */
export const cohortPage = async (
  actor: Person,
  asked: { listing: string; programme: string | null; className: string | null },
  on: string,
) => {
  if (mayApply(actor) !== "school" || !actor.organizationId) return null;
  const listing = await listingToApply(read, asked.listing, on, true);
  if (listing === null) return null;
  if (typeof listing === "string") return { closed: listing as ListingClosedBecause };
  const { row, terms, hostName } = listing;
  const parts = await rollParts(actor.organizationId);
  const chosen = asked.programme !== null || asked.className !== null;
  const students = chosen
    ? await read.student.findMany({
        where: {
          organizationId: actor.organizationId,
          state: "active",
          ...(asked.programme ? { programmeId: asked.programme } : {}),
          ...(asked.className ? { className: asked.className } : {}),
        },
        orderBy: { studentNumber: "asc" },
        take: MOST_STUDENTS,
        select: { id: true, name: true, studentNumber: true, className: true },
      })
    : [];
  const hostId = row.organizationId;
  const [verdicts, open] = await Promise.all([
    judgePlacings(
      read,
      students.map(({ id }) => ({ studentId: id, hostId, listingId: row.id, terms, origin: "listing" })),
      "application",
      on,
    ),
    read.application.findMany({
      where: {
        studentId: { in: students.map(({ id }) => id) },
        listingId: row.id,
        state: { in: [...OPEN_STATES] },
      },
      select: { studentId: true },
    }),
  ]);
  const applied = new Set(open.map((one) => one.studentId));
  return {
    closed: null,
    listing: { id: row.id, title: row.title, host: { id: hostId, name: hostName } },
    terms: await termsView(terms),
    ...parts,
    chosen,
    students: students.map((student, index) => ({
      ...student,
      applied: applied.has(student.id),
      blocks: (verdicts[index]?.findings ?? [])
        .filter(({ verdict }) => verdict === "block")
        .map(({ title }) => title),
    })),
  };
};

export type CohortPage = Exclude<
  Awaited<ReturnType<typeof cohortPage>>,
  null | { closed: ListingClosedBecause }
>;
