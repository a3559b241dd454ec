import type { Person } from "~/identity/actor";
import { mayWrite } from "~/identity/actor";
import { shownWording, wordingOn } from "~/identity/rules/consent-wordings";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import type { Language } from "~/platform/i18n/words";
import { ageOn, civilDate } from "~/platform/time/clock";
import { standingOf } from "../application-consents.server";
import type { ApplicationSide } from "../application-policy";
import { type ApplicationRow, factsOf, isShared, sideIn } from "../application-record.server";
import { type ApplicationState, movesOpenTo } from "../rules/application-lifecycle";
import { afterTask, taskOf } from "../rules/application-task";
import type { Turn } from "../rules/application-turns";
import { timeOfDay } from "../rules/interview-time";
import { placementTerms } from "../terms";
import { termsView } from "../terms-view.server";
import { profileOf } from "./profile-page.server";

/** From an interview on the host may call the student. House rule: as late as it is useful. */
const PHONE_FROM = ["interview", "offered", "accepted", "placed"];

const studentOf = async (row: ApplicationRow, side: ApplicationSide, on: string) => {
  const student = await read.student.findUnique({ where: { id: row.studentId } });
  if (!student) return null;
  const [programme, school] = await Promise.all([
    read.programme.findUnique({ where: { id: student.programmeId }, select: { name: true } }),
    read.organization.findUnique({ where: { id: row.schoolId }, select: { name: true } }),
  ]);
  const birthDate = student.birthDateSealed ? openField("student.birthDate", student.birthDateSealed) : null;
  const phone =
    side === "host" && PHONE_FROM.includes(row.state) && student.phoneSealed
      ? openField("student.phone", student.phoneSealed)
      : null;
  return {
    id: student.id,
    name: student.name,
    sex: student.sex as "male" | "female",
    age: birthDate ? ageOn(birthDate, on) : null,
    programme: programme?.name ?? "",
    className: student.className,
    school: school?.name ?? "",
    phone,
  };
};

const interviewsOf = async (applicationId: string) =>
  (
    await read.interview.findMany({
      where: { applicationId },
      orderBy: [{ createdAt: "desc" }, { sequence: "desc" }],
      take: 10,
    })
  ).map((one) => ({
    id: one.id,
    startsAt: one.startsAt.toISOString(),
    on: civilDate(one.startsAt),
    time: timeOfDay(one.startsAt),
    minutes: one.minutes,
    way: one.way as "on_site" | "video" | "phone",
    place: one.place,
    note: one.note,
    wish: one.wish,
    state: one.state as "proposed" | "confirmed" | "change_asked" | "replaced" | "cancelled",
  }));

/**
 * One application as its reader may see it: the student, staff of their school, or staff of the host while every consent
 * stands today. Comes out: null for everybody else. The host reads name, age, programme, class and profile, and the phone
 * number once an interview is arranged; nothing sealed besides.
 */
export const applicationPage = async (actor: Person, id: string, now: Date, language: Language) => {
  const on = civilDate(now);
  const row = await read.application.findUnique({ where: { id } });
  const side = row && (await sideIn(read, row, actor, on));
  if (!row || !side) return null;
  const shared = await isShared(read, row, on);
  const state = row.state as ApplicationState;
  const task = taskOf(state, row.turn as Turn | null, row.sharedAt !== null);
  const [student, host, listing, profile, interviews, history, suggested, share, internship] =
    await Promise.all([
      studentOf(row, side, on),
      read.organization.findUniqueOrThrow({
        where: { id: row.hostId },
        select: { id: true, name: true },
      }),
      read.listing.findUnique({ where: { id: row.listingId }, select: { id: true, title: true } }),
      profileOf(row.studentId),
      interviewsOf(row.id),
      historyOf("application", row.id, 40),
      row.suggestedId
        ? read.listing.findFirst({
            where: { id: row.suggestedId, state: "published" },
            select: { id: true, title: true },
          })
        : null,
      standingOf(read, row.studentId, "share_application", row.hostId, on),
      standingOf(read, row.studentId, "internship", row.hostId, on),
    ]);
  if (!student) return null;
  const names = { student: student.name, school: student.school, recipient: host.name };
  const wording = (purpose: "share_application" | "internship") =>
    shownWording(wordingOn(purpose, on), language, names);
  const organization = actor.organization;
  const acts = side === "student" || (organization !== null && mayWrite({ organization }));
  return {
    id: row.id,
    version: row.version,
    side,
    state,
    title: row.title,
    host,
    listing,
    student,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    message: row.message,
    bySchool: row.appliedBy === "school",
    turn: row.turn as Turn | null,
    task,
    after: task ? afterTask(task) : null,
    replyBy: row.replyBy,
    certain: row.replyByCertain,
    shared,
    terms: row.terms ? await termsView(placementTerms.parse(JSON.parse(row.terms))) : null,
    offerNote: row.offerNote,
    reason: row.reason,
    note: row.note,
    suggested,
    stuckKey: row.stuckKey,
    placementId: row.placementId,
    profile,
    interviews,
    minor: share?.minor ?? false,
    missing: { share: share?.missing ?? [], internship: internship?.missing ?? [] },
    wording: { share: wording("share_application"), internship: wording("internship") },
    moves: acts ? movesOpenTo(factsOf(row, shared), side, on) : [],
    history: history.map((entry) => ({
      id: entry.id,
      name: entry.name.replace("application.", ""),
      at: entry.at.toISOString(),
      payload: Object.fromEntries(
        Object.entries(entry.payload).filter(
          (pair): pair is [string, string | number] =>
            typeof pair[1] === "string" || typeof pair[1] === "number",
        ),
      ),
    })),
  };
};

export type ApplicationPage = NonNullable<Awaited<ReturnType<typeof applicationPage>>>;

/** The other open listings a host may name beside a rejection, at most fifty. */
export const suggestionsOf = (hostId: string, not: string) =>
  read.listing.findMany({
    where: {
      organizationId: hostId,
      id: { not },
      state: "published",
      direction: "offer",
      kind: { in: ["internship", "apprenticeship"] },
    },
    orderBy: { updatedAt: "desc" },
    take: 50,
    select: { id: true, title: true },
  });
