import type { ListingDetails } from "~/marketplace/rules/listing-fields";
import { openField } from "~/platform/crypto/fields.server";
import type { ReadClient } from "~/platform/db/client.server";
import { type Db, seatsTaken } from "./head-count.server";
import { loadPapers } from "./papers.server";
import { type Answers, filledTerms } from "./rules/answers";
import { type Exception, peaksAt, type Seat } from "./rules/head-count";
import { type KnownPlacing, NO_PAPERS } from "./rules/placing-facts";
import type { PlacementTerms } from "./terms";

/** One student on one set of terms at one host, before or after there is a placement. */
export type Subject = {
  studentId: string;
  hostId: string;
  listingId: string | null;
  terms: PlacementTerms;
  origin: "listing" | "round" | "self_found";
  placementId?: string;
};

export type SubjectRecords = Awaited<ReturnType<typeof loadRecords>>;

const unique = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === "string")),
];

const earliest = (dates: readonly string[]) => dates.reduce((a, b) => (a < b ? a : b), "9999-12-31");
const latest = (dates: readonly string[]) => dates.reduce((a, b) => (a > b ? a : b), "0001-01-01");

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]));

/**
 * Everything on record about some subjects, in a bounded number of queries whatever their number. Goes in: the subjects
 * and now (for offers that run out). Comes out: rows by id, the seats taken at their hosts, exceptions, papers.
 */
export const loadRecords = async (db: Db, subjects: readonly Subject[], now: Date) => {
  const client = db as ReadClient;
  const placementIds = unique(subjects.map((one) => one.placementId));
  const students = await client.student.findMany({
    where: { id: { in: unique(subjects.map((one) => one.studentId)) } },
    select: {
      id: true,
      name: true,
      organizationId: true,
      programmeId: true,
      birthDateSealed: true,
      sex: true,
      entryYear: true,
    },
  });
  const hostIds = unique(subjects.map((one) => one.hostId));
  const schoolIds = unique(students.map((one) => one.organizationId));
  const dates = {
    from: earliest(subjects.map((one) => one.terms.startsOn)),
    to: latest(subjects.map((one) => one.terms.endsOn)),
  };
  const [organizations, programmes, posts, listings, seats, exceptions, been, placements, answers, papers] =
    await Promise.all([
      client.organization.findMany({
        where: { id: { in: [...hostIds, ...schoolIds] } },
        select: { id: true, regionCode: true, uscc: true, industryCode: true, employees: true },
      }),
      client.programme.findMany({
        where: { id: { in: unique(students.map((one) => one.programmeId)) } },
        select: { id: true, majorCode: true, level: true },
      }),
      client.post.findMany({
        where: { id: { in: unique(subjects.map((one) => one.terms.postId)) } },
        select: { id: true, organizationId: true, headcount: true },
      }),
      client.listing.findMany({
        where: { id: { in: unique(subjects.map((one) => one.listingId)) } },
        select: { id: true, details: true },
      }),
      seatsTaken(db, hostIds, dates, now),
      client.headCountException.findMany({
        where: { hostId: { in: hostIds }, withdrawnAt: null, endsOn: { gte: dates.from } },
        take: 500,
      }),
      client.placement.groupBy({
        by: ["schoolId", "hostId"],
        where: { schoolId: { in: schoolIds }, hostId: { in: hostIds }, startedOn: { not: null } },
      }),
      placementIds.length === 0
        ? []
        : client.placement.findMany({
            where: { id: { in: placementIds } },
            select: { id: true, teacherId: true, mentorId: true },
          }),
      placementIds.length === 0
        ? []
        : client.placementAnswer.findMany({ where: { placementId: { in: placementIds } } }),
      loadPapers(db, subjects, students),
    ]);
  const answersOf = new Map<string, Answers>();
  for (const { placementId, key, value } of answers) {
    answersOf.set(placementId, { ...answersOf.get(placementId), [key]: JSON.parse(value) as unknown });
  }
  return {
    students: byId(students),
    organizations: byId(organizations),
    programmes: byId(programmes),
    posts: byId(posts),
    listings: new Map(listings.map((one) => [one.id, JSON.parse(one.details) as ListingDetails])),
    placements: byId(placements),
    seats: seats as Seat[],
    exceptions: exceptions as Exception[],
    been: new Set(been.map((one) => `${one.schoolId} ${one.hostId}`)),
    answersOf,
    papers,
  };
};

/**
 * What the records know of one subject. Goes in: the records of `loadRecords` and the subject. Comes out: the known
 * facts, or null when there is no such student.
 */
export const knownOf = (records: SubjectRecords, subject: Subject): KnownPlacing | null => {
  const student = records.students.get(subject.studentId);
  if (!student) return null;
  const { hostId, listingId, placementId } = subject;
  const answers = (placementId ? records.answersOf.get(placementId) : undefined) ?? {};
  const details = listingId ? records.listings.get(listingId) : undefined;
  const host = records.organizations.get(hostId);
  const place = { hostId, postId: subject.terms.postId, listingId };
  const post = place.postId ? records.posts.get(place.postId) : undefined;
  const placement = placementId ? records.placements.get(placementId) : undefined;
  const { startsOn, endsOn } = subject.terms;
  return {
    origin: subject.origin,
    place,
    terms: filledTerms(subject.terms, answers),
    student: {
      birthDate: student.birthDateSealed ? openField("student.birthDate", student.birthDateSealed) : null,
      sex: student.sex,
      entryYear: student.entryYear,
    },
    school: { regionCode: records.organizations.get(student.organizationId)?.regionCode ?? "" },
    programme: records.programmes.get(student.programmeId) ?? null,
    host: {
      uscc: host?.uscc ?? null,
      industryCode: host?.industryCode ?? null,
      employees: host?.employees ?? null,
    },
    postEmployees:
      (post?.organizationId === hostId ? post.headcount : null) ?? details?.postHeadcount ?? null,
    others: peaksAt(records.seats, place, startsOn, endsOn, placementId),
    exceptions: records.exceptions,
    newUnit: !records.been.has(`${student.organizationId} ${hostId}`),
    lawful: details?.lawful === true || answers.lawful === true,
    schoolApproved: subject.origin === "self_found" && placement ? true : null,
    mentors: placement ? { school: placement.teacherId !== null, host: placement.mentorId !== null } : null,
    papers: records.papers(subject) ?? NO_PAPERS,
  };
};
