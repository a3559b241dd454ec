import { describe, expect, it } from "vitest";
import { seatsLeft } from "~/placements/head-count.server";
import { judgePlacing } from "~/placements/judge-placing.server";
import { type Place, placeStudents } from "~/placements/place-students.server";
import { holdSeat } from "~/placements/seat-holds.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Finding } from "~/regulations/rules/evaluate";
import { givenListing } from "~tests/fixtures/enquiries";
import { NOW } from "~tests/fixtures/people";
import { givenHost, givenSharedStudents, givenWord, soundTerms } from "~tests/fixtures/placing";
import { givenGuardian, givenSchoolWithRoll, givenStudent, MINOR_BORN } from "~tests/fixtures/students";

const place = (studentId: string, hostId: string, postId: string | null, changes = {}): Place => ({
  studentId,
  hostId,
  listingId: null,
  origin: "round",
  terms: soundTerms({ postId, ...changes }),
});

const against = (refusal: { findings?: unknown[] }) =>
  ((refusal.findings ?? []) as Finding[]).map((one) => `${one.rule} ${one.verdict}`);

describe("placing students", () => {
  it("prepares placements, takes the listing's seats and records it", async () => {
    const school = await givenSchoolWithRoll("岭南一校");
    const host = await givenHost("甲厂");
    const students = await givenSharedStudents(school, host.id, 2);
    const listingId = await givenListing(host.id, { seats: 2, majorCodes: ["660103"] });
    const ids = await inTransaction((tx) =>
      placeStudents(
        tx,
        school.ctx,
        students.map((id) => ({ ...place(id, host.id, host.postId), listingId, origin: "listing" as const })),
      ),
    );
    expect(ids).toHaveLength(2);
    const rows = await read.placement.findMany({ where: { id: { in: ids } } });
    expect(rows.map((row) => [row.state, row.schoolId, row.majorCode, row.payMonthlyFen])).toEqual([
      ["preparing", school.id, "660103", 380_000],
      ["preparing", school.id, "660103", 380_000],
    ]);
    const listing = await read.listing.findUniqueOrThrow({ where: { id: listingId } });
    expect([listing.seatsTaken, listing.state]).toEqual([2, "full"]);
    const events = await read.event.findMany({ where: { subjectType: "placement", subjectId: ids[0]! } });
    expect(events.map((event) => event.name)).toEqual(["placement.prepared"]);
  });

  it("never places more than a fifth of the post, however many accept at once, across schools", async () => {
    const one = await givenSchoolWithRoll("甲校");
    const two = await givenSchoolWithRoll("乙校");
    const host = await givenHost("乙厂", { employees: 1000, postEmployees: 60 });
    const students = [
      ...(await givenSharedStudents(one, host.id, 100)),
      ...(await givenSharedStudents(two, host.id, 100)),
    ];
    const outcomes = await Promise.all(
      students.map((id, index) =>
        decide((tx) => placeStudents(tx, (index % 2 ? one : two).ctx, [place(id, host.id, host.postId)])),
      ),
    );
    const placed = outcomes.filter((outcome) => outcome.ok).length;
    expect(placed).toBe(12);
    expect(await read.placement.count({ where: { hostId: host.id } })).toBe(12);
    const refused = outcomes.find((outcome) => !outcome.ok);
    expect(refused && !refused.ok && against(refused.refusal)).toEqual(["INT-15 block"]);
    const left = await seatsLeft(read, {
      hostId: host.id,
      postId: host.postId,
      from: "2027-08-20",
      to: "2027-12-31",
    });
    expect(left.post).toEqual({ cap: 12, peak: 12, free: 0 });
    const after = await seatsLeft(read, {
      hostId: host.id,
      postId: host.postId,
      from: "2027-08-21",
      to: "2027-12-31",
    });
    expect(after.post).toEqual({ cap: 12, peak: 0, free: 12 });
  });

  it("counts offers still held, and a unit whose employees nobody knows is missing, not free", async () => {
    const school = await givenSchoolWithRoll("丙校");
    const host = await givenHost("丙厂", { employees: 20, postEmployees: 20 });
    const [first, second] = await givenSharedStudents(school, host.id, 2);
    for (const days of [1, 2]) {
      await inTransaction((tx) =>
        holdSeat(tx, school.ctx, {
          applicationId: newId(),
          studentId: newId(),
          hostId: host.id,
          listingId: null,
          postId: host.postId,
          startsOn: "2027-03-01",
          endsOn: "2027-07-01",
          expiresAt: new Date(Date.parse(NOW) + days * 86_400_000),
        }),
      );
    }
    const full = await decide((tx) => placeStudents(tx, school.ctx, [place(first!, host.id, host.postId)]));
    expect(!full.ok && against(full.refusal)).toEqual(["INT-14 block"]);
    await inTransaction((tx) =>
      tx.organization.update({ where: { id: host.id }, data: { employees: null } }),
    );
    const unknown = await decide((tx) =>
      placeStudents(tx, school.ctx, [place(second!, host.id, host.postId)]),
    );
    expect(!unknown.ok && against(unknown.refusal)).toEqual(["INT-14 missing"]);
  });

  it("turns the whole batch down for one who is too young, and for one without a guardian's word", async () => {
    const school = await givenSchoolWithRoll("丁校");
    const host = await givenHost("丁厂");
    const [adult] = await givenSharedStudents(school, host.id, 1);
    const { studentId: child } = await givenStudent(school, { birthDate: "2011-03-01" });
    await givenWord(child, host.id, "share_application");
    const places = [place(adult!, host.id, host.postId), place(child, host.id, host.postId)];
    const asked = await decide((tx) => placeStudents(tx, school.ctx, places));
    expect(!asked.ok && asked.refusal.key).toBe("placements.errors.noConsent");
    const guardianId = await givenGuardian(school.ctx, child);
    await givenWord(child, host.id, "share_application", guardianId);
    const judged = await decide((tx) => placeStudents(tx, school.ctx, places));
    expect(!judged.ok && against(judged.refusal)).toEqual(["INT-18 block"]);
    expect(await read.placement.count({ where: { hostId: host.id } })).toBe(0);
  });

  it("refuses a second placement on overlapping days", async () => {
    const school = await givenSchoolWithRoll("戊校");
    const host = await givenHost("戊厂");
    const [student] = await givenSharedStudents(school, host.id, 1);
    await inTransaction((tx) => placeStudents(tx, school.ctx, [place(student!, host.id, host.postId)]));
    const again = await decide((tx) =>
      placeStudents(tx, school.ctx, [place(student!, host.id, host.postId)]),
    );
    expect(!again.ok && again.refusal.key).toBe("placements.errors.alreadyPlaced");
  });
});

describe("judging a placing", () => {
  it("passes sound terms at application and names what is not on record at the start", async () => {
    const school = await givenSchoolWithRoll("己校");
    const host = await givenHost("己厂");
    const { studentId } = await givenStudent(school, { birthDate: MINOR_BORN });
    const subject = {
      studentId,
      hostId: host.id,
      listingId: null,
      origin: "round" as const,
      terms: soundTerms({ postId: host.postId }),
    };
    const asked = await judgePlacing(read, subject, "application", "2026-11-22");
    expect(asked.verdict).toBe("pass");
    const start = await judgePlacing(read, subject, "start", "2026-11-22");
    const missing = start.findings.filter((one) => one.verdict === "missing").map((one) => one.rule);
    expect(missing).toEqual(
      expect.arrayContaining(["INT-06", "INT-07", "INT-12", "INT-16", "INT-37", "INT-38"]),
    );
    expect(start.findings.find((one) => one.rule === "INT-14")?.verdict).toBe("pass");
  });
});
