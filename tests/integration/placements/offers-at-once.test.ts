import { describe, expect, it } from "vitest";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import {
  accept,
  applicationRow,
  apply,
  done,
  givenApplicant,
  givenHost,
  givenPlace,
} from "~tests/fixtures/applications";
import { givenSchoolWithRoll } from "~tests/fixtures/students";

const STUDENTS = 200;

describe("two hundred acceptances at once", () => {
  it("never place more students than unit and post allow, whatever the schools and the offers outstanding", async () => {
    const host = await givenHost("大厂", { employees: 320 });
    const schools = [await givenSchoolWithRoll("一校"), await givenSchoolWithRoll("二校")];
    const places = [await givenPlace(host), await givenPlace(host, { title: "钳工 实习" })];
    // Offers from a time when many more worked there: seats enough in the listings, none kept in the head-count.
    await inTransaction((tx) =>
      tx.listing.updateMany({ where: { id: { in: places } }, data: { seats: 300 } }),
    );
    const students: { student: Awaited<ReturnType<typeof givenApplicant>>; id: string }[] = [];
    for (let index = 0; index < STUDENTS; index += 1) {
      const student = await givenApplicant(schools[index % 2]!, `学生${index}`);
      const { id } = done(await apply(student, places[index % 4 < 2 ? 0 : 1]!));
      students.push({ student, id });
    }
    const terms = await applicationTerms(places[0]!);
    await inTransaction((tx) =>
      tx.application.updateMany({
        where: { id: { in: students.map((one) => one.id) } },
        data: {
          state: "offered",
          turn: "student",
          replyBy: "2026-11-30",
          terms: JSON.stringify(terms),
          version: { increment: 1 },
        },
      }),
    );
    const answers = await Promise.all(students.map(({ student, id }) => accept(student, id)));
    const placed = answers.filter((answer) => answer.ok).length;
    const cap = { unit: Math.floor(320 * 0.1), post: Math.floor(60 * 0.2) };
    const rows = await read.placement.findMany({ where: { hostId: host.id, state: "preparing" } });
    expect(rows.length).toBe(placed);
    expect(placed).toBeLessThanOrEqual(cap.unit);
    for (const listingId of places) {
      const there = rows.filter((row) => row.listingId === listingId).length;
      expect(there).toBe(cap.post);
      const listing = await read.listing.findUniqueOrThrow({ where: { id: listingId } });
      expect(listing.seatsTaken).toBe(there);
    }
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.key]));
    expect(new Set(refused)).toEqual(new Set(["placements.errors.rules"]));
    expect(refused.length).toBe(STUDENTS - placed);
    const left = students.find((_, index) => !answers[index]!.ok)!;
    expect((await applicationRow(left.id)).state).toBe("offered");
    expect(
      await read.consent.count({ where: { studentId: left.student.studentId, purpose: "internship" } }),
    ).toBe(0);
  }, 240_000);
});

const applicationTerms = async (listingId: string) => {
  const { listingToApply } = await import("~/placements/application-listing.server");
  const listing = await listingToApply(read, listingId, "2026-11-22", true);
  if (listing === null || typeof listing === "string") throw new Error(`no listing: ${listing}`);
  return listing.terms;
};
