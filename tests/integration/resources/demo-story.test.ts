import { describe, expect, it } from "vitest";
import type { OrganizationKind } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { givenOrganization, givenPerson } from "~tests/fixtures/people";
import { shareResources } from "../../../prisma/demo/resources";
import { type CastMember, calendarOf } from "../../../prisma/demo/time";

const speaker = async (kind: OrganizationKind, name: string): Promise<[string, CastMember]> => {
  const id = await givenOrganization(kind, name);
  const { personId } = await givenPerson(name, { organizationId: id, role: "owner" });
  const organization = { id, kind, name, verified: true, role: "owner" as const };
  return [name, { personId, name, organization }];
};

describe("the demo city's shared resources", () => {
  // The story counts in days from the loading: every weekday must carry it.
  it.each([0, 1, 2, 3, 4, 5, 6])("hold on any day of the week (%i)", async (shift) => {
    const speakers = new Map(
      await Promise.all([
        speaker("school", "岭南机电"),
        speaker("school", "羊城商旅"),
        speaker("general_school", "番禺八中"),
        speaker("general_school", "穗南初中"),
      ]),
    );
    const calendar = calendarOf(new Date(Date.parse("2026-11-23T02:00:00.000Z") + shift * 86_400_000));
    await shareResources({ speakers, operatorId: "" }, calendar, () => undefined);
    const school = speakers.get("穗南初中")!.organization.id;
    const bookings = await read.resourceBooking.findMany({ where: { bookerId: school } });
    expect(bookings.map((one) => one.state).sort()).toEqual(["booked", "booked", "cancelled", "held"]);
    const answers = await read.resourceVisitor.groupBy({
      by: ["answer"],
      where: { bookingId: { in: bookings.map((one) => one.id) } },
      _count: true,
    });
    expect(answers.map((row) => row.answer)).toEqual(expect.arrayContaining([null, "given", "refused"]));
  });
});
