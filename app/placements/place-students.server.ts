import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Refusal } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { evaluate, type Finding } from "~/regulations/rules/evaluate";
import { takeSeats } from "./listing-seats.server";
import { knownOf, loadRecords, type SubjectRecords } from "./placing-known.server";
import { SEATED } from "./rules/lifecycle";
import { factsOfPlacing } from "./rules/placing-facts";
import { releaseSeat } from "./seat-holds.server";
import { shareConsents } from "./share-consents.server";
import type { PlacementTerms } from "./terms";

export type Place = {
  studentId: string;
  hostId: string;
  listingId: string | null;
  applicationId?: string;
  roundId?: string;
  /** the placement this one goes on with after a change of host */
  continuesId?: string;
  origin: "listing" | "round" | "self_found";
  terms: PlacementTerms;
};

/** Findings of one student against a place: what a page shows when a batch is turned down. */
export type PlaceFindings = { studentId: string; name: string; hostId: string; findings: Finding[] };

const overlaps = (a: { startsOn: string; endsOn: string }, b: { startsOn: string; endsOn: string }) =>
  a.startsOn <= b.endsOn && b.startsOn <= a.endsOn;

const refusal = (key: string, values: Refusal["values"], findings?: unknown[]): Refusal => ({
  code: "blocked",
  key,
  ...(values ? { values } : {}),
  ...(findings ? { findings } : {}),
});

/** Rejects a student who is already placed on one of the days, also within the batch. */
const checkFree = async (tx: Tx, places: readonly Place[], nameOf: (id: string) => string) => {
  const standing = await tx.placement.findMany({
    where: { studentId: { in: places.map((one) => one.studentId) }, state: { in: [...SEATED] } },
    select: { id: true, studentId: true, startsOn: true, endsOn: true },
  });
  const taken = standing.filter((one) => !places.some((place) => place.continuesId === one.id));
  for (const { studentId, terms } of places) {
    const other = taken.find((one) => one.studentId === studentId && overlaps(one, terms));
    if (other)
      reject(refusal("placements.errors.alreadyPlaced", { name: nameOf(studentId), from: other.startsOn }));
    taken.push({ id: "", studentId, startsOn: terms.startsOn, endsOn: terms.endsOn });
  }
};

const checkConsent = async (tx: Tx, places: readonly Place[], on: string, nameOf: (id: string) => string) => {
  const asked = places.filter((one) => one.origin !== "self_found");
  const standing = await shareConsents(tx, asked, on);
  const without = asked.filter((one) => !standing(one)?.complete);
  if (without.length === 0) return;
  const names = without.slice(0, 5).map((one) => nameOf(one.studentId));
  reject(refusal("placements.errors.noConsent", { names: names.join("、"), count: without.length }));
};

/** Every rule of the stage on each place, the earlier places of the batch counted as taken. */
const judge = (places: readonly Place[], records: SubjectRecords, on: string): PlaceFindings[] =>
  places.flatMap((place, index) => {
    const known = knownOf(records, place);
    const student = records.students.get(place.studentId);
    if (!known || !student) return [];
    const { verdict, findings } = evaluate({
      on,
      region: place.terms.regionCode,
      stage: "application",
      // A self-found place comes here by the school's own decision, which is what the rule asks for.
      facts: factsOfPlacing(place.origin === "self_found" ? { ...known, schoolApproved: true } : known),
    });
    if (place.terms.type !== "observation" && place.terms.apprenticeStatus !== "enterprise") {
      const { hostId, listingId, terms } = place;
      const { postId, startsOn, endsOn } = terms;
      records.seats.push({ id: `batch ${index}`, hostId, listingId, postId, startsOn, endsOn });
    }
    if (verdict === "pass" || verdict === "warn") return [];
    const against = findings.filter((one) => one.verdict === "block" || one.verdict === "missing");
    return [{ studentId: place.studentId, name: student.name, hostId: place.hostId, findings: against }];
  });

/**
 * The one way a placement comes to be, inside the caller's transaction. Goes in: the places agreed. Comes out: the ids of
 * the new placements, in the same order, each "preparing". The whole batch is rejected when one does not fit: a student
 * already placed on these days, no consent to share with the host (a guardian's for minors), no seat left in the listing,
 * or a rule that blocks or cannot be decided, with its findings; head-count is judged across all schools, offers held and
 * this batch included, and a recorded exception lets it pass. Source: INT-14 to INT-20; 《个人信息保护法》 art. 23.
 */
export const placeStudents = async (tx: Tx, ctx: Ctx, places: readonly Place[]): Promise<string[]> => {
  if (places.length === 0) return [];
  const now = ctx.clock.now();
  const on = civilDate(now);
  for (const { applicationId } of places) if (applicationId) await releaseSeat(tx, applicationId);
  const records = await loadRecords(tx, places, now);
  const nameOf = (id: string) => records.students.get(id)?.name ?? "";
  const stranger = places.find((one) => !records.students.has(one.studentId));
  if (stranger) reject({ code: "not_found", key: "errors.notFound" });
  await checkFree(tx, places, nameOf);
  await checkConsent(tx, places, on, nameOf);
  const turnedDown = judge(places, records, on);
  if (turnedDown.length > 0) {
    const findings = turnedDown[0]?.findings ?? [];
    reject(
      refusal(
        "placements.errors.rules",
        {
          names: turnedDown
            .slice(0, 5)
            .map((one) => one.name)
            .join("、"),
          count: turnedDown.length,
        },
        findings,
      ),
    );
  }
  const perListing = new Map<string, number>();
  for (const { listingId } of places) {
    if (listingId) perListing.set(listingId, (perListing.get(listingId) ?? 0) + 1);
  }
  for (const [listingId, count] of perListing) await takeSeats(tx, ctx, listingId, count);
  const rows = places.map((place) => {
    const student = records.students.get(place.studentId);
    if (!student) throw new Error("checked above");
    const { terms } = place;
    return {
      id: newId(now.getTime()),
      studentId: place.studentId,
      schoolId: student.organizationId,
      programmeId: student.programmeId,
      majorCode: records.programmes.get(student.programmeId)?.majorCode ?? "",
      hostId: place.hostId,
      listingId: place.listingId,
      postId: terms.postId,
      applicationId: place.applicationId ?? null,
      roundId: place.roundId ?? null,
      origin: place.origin,
      type: terms.type,
      title: terms.title,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      state: "preparing",
      terms: JSON.stringify(terms),
      payMonthlyFen: terms.payMonthlyFen,
      continuesId: place.continuesId ?? null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
  });
  await insertMany(tx, "Placement", rows);
  for (const row of rows) {
    await record(tx, ctx, {
      subject: { type: "placement", id: row.id },
      name: "placement.prepared",
      payload: { title: row.title, startsOn: row.startsOn, endsOn: row.endsOn, origin: row.origin },
      audience: [row.schoolId, row.hostId],
    });
  }
  return rows.map((row) => row.id);
};
