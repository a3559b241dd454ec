import { beforeAll, describe, expect, it } from "vitest";
import { followMatchPlaces } from "~/marketplace/commands/follow-match-places.server";
import { rebuildMatchPlaces } from "~/marketplace/commands/rebuild-match-places.server";
import { matchesForListing, matchesForProgramme } from "~/marketplace/queries/find-matches.server";
import { placesOf } from "~/marketplace/queries/match-candidates.sqlite.server";
import { listingSubject, programmeSubject } from "~/marketplace/queries/match-subjects.server";
import { systemActor } from "~/platform/command";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, givenProgramme } from "~tests/fixtures/enquiries";
import { givenOrganization, NOW } from "~tests/fixtures/people";

const TODAY = "2026-11-22";
const LATHE = "6-18-01-01";
const NURSE = "2-05-08-01";
const clock = fixedClock(NOW);

const near = { lng: 113.4, lat: 22.95 };
const far = { lng: 116.4, lat: 39.9 };

let school: string;
let programme: string;
let nursing: string;
const listing: Record<string, string> = {};
const enterprise: Record<string, string> = {};

const givenPost = (organizationId: string, occupationCode: string) =>
  inTransaction((tx) =>
    tx.post.create({
      data: {
        id: newId(),
        organizationId,
        name: "岗位",
        occupationCode,
        headcount: 40,
        hazards: "[]",
        createdAt: new Date(NOW),
        version: 1,
      },
    }),
  );

beforeAll(async () => {
  school = await givenOrganization("school", "岭南机电职业学校");
  programme = await givenProgramme(school, {
    majorCode: "660103",
    level: "secondary",
    name: "数控技术应用",
    seats: 20,
  });
  nursing = await givenProgramme(school, {
    majorCode: "720201",
    level: "secondary",
    name: "护理",
    seats: 20,
  });
  const add = async (name: string, place: typeof near, values: Parameters<typeof givenListing>[1]) => {
    enterprise[name] = await givenOrganization("enterprise", name, place);
    listing[name] = await givenListing(enterprise[name], {
      ...place,
      title: name,
      seats: 20,
      startsOn: "2027-03-01",
      endsOn: "2027-08-31",
      ...values,
    });
  };
  await add("附近的车工岗位", near, { occupationCode: LATHE });
  await add("远处的车工岗位", far, { occupationCode: LATHE });
  await add("附近的护士岗位", near, { occupationCode: NURSE });
  await add("点名要数控的岗位", near, { occupationCode: LATHE, majorCodes: ["660103"] });
  await add("已暂停的车工岗位", near, { occupationCode: LATHE, state: "paused" });
  await add("过期的车工岗位", near, { occupationCode: LATHE, openUntil: "2026-11-01" });
  enterprise.只有岗位 = await givenOrganization("enterprise", "只有岗位", near);
  await givenPost(enterprise.只有岗位, LATHE);
  enterprise.未核验 = await givenOrganization("enterprise", "未核验", { ...near, state: "submitted" });
  await givenListing(enterprise.未核验, { occupationCode: LATHE });
  await rebuildMatchPlaces(clock);
});

const found = async (id: string) => {
  const subject = await programmeSubject(id, TODAY);
  if (!subject) throw new Error("no subject");
  return matchesForProgramme(subject, TODAY);
};

describe("partners of a programme", () => {
  it("prefers what names the major, then what fits and is near; never what is paused, over or unverified", async () => {
    const { listings, enterprises } = await found(programme);
    const ids = listings.matches.map(({ refId }) => refId);
    expect(ids.slice(0, 3)).toEqual([
      listing.点名要数控的岗位,
      listing.附近的车工岗位,
      listing.远处的车工岗位,
    ]);
    for (const hidden of ["已暂停的车工岗位", "过期的车工岗位"]) expect(ids).not.toContain(listing[hidden]);
    const owners = [...listings.matches, ...enterprises.matches].map(({ organization }) => organization.id);
    expect(owners).not.toContain(enterprise.未核验);
    expect(enterprises.matches.map(({ organization }) => organization.id)).toContain(enterprise.只有岗位);
  });

  it("gives every part with its fact, and says what would help", async () => {
    const { listings } = await found(programme);
    const named = listings.matches.find(({ refId }) => refId === listing.点名要数控的岗位);
    expect(named?.parts.map(({ key }) => key)).toEqual([
      "matching.fit.named",
      "matching.distance.within",
      "matching.seats.enough",
      "matching.timing.whole",
      "matching.trackRecord.none",
      "matching.appetite.unknown",
      "matching.replyRate.none",
    ]);
    const lathe = listings.matches.find(({ refId }) => refId === listing.附近的车工岗位);
    expect(lathe?.parts[0]).toMatchObject({
      key: "matching.fit.near",
      values: { major: "数控技术应用", occupation: "车工" },
    });
    expect(lathe?.improve.length).toBeGreaterThan(0);
    expect(named!.score).toBeGreaterThan(lathe!.score);
  });

  it("gives another programme of the same school other partners", async () => {
    const { listings } = await found(nursing);
    expect(listings.matches[0]?.refId).toBe(listing.附近的护士岗位);
    expect(listings.matches.map(({ refId }) => refId)).not.toContain(listing.附近的车工岗位);
  });

  it("hears replies and appetite of the other side", async () => {
    const subject = enterprise.附近的车工岗位 ?? "";
    await inTransaction(async (tx) => {
      await tx.replyRecord.create({
        data: { organizationId: subject, due: 8, answered: 7, hours: 70, silentInRow: 0 },
      });
      const updatedAt = new Date(NOW);
      await tx.appetite.create({
        data: { organizationId: subject, family: "*", level: "not_now", updatedAt },
      });
      await tx.appetite.create({
        data: { organizationId: subject, family: "06-01", level: "active", updatedAt },
      });
    });
    const { listings } = await found(programme);
    const heard = listings.matches.find(({ organization }) => organization.id === subject);
    expect(heard?.parts.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["matching.appetite.active", "matching.replyRate.known"]),
    );
    expect(heard?.replies).toMatchObject({ due: 8, answered: 7, percent: 88, meanHours: 10 });
  });
});

describe("programmes for a listing", () => {
  it("finds the programme whose major the listing's occupation needs, not the other one", async () => {
    const subject = await listingSubject(listing.附近的车工岗位 ?? "");
    if (subject?.side !== "listing") throw new Error("an enterprise's listing looks for programmes");
    const { matches } = await matchesForListing(subject, TODAY);
    expect(matches[0]?.refId).toBe(programme);
    expect(matches.map(({ refId }) => refId)).not.toContain(nursing);
    expect(matches[0]?.parts[0]).toMatchObject({ key: "matching.fit.near" });
  });

  it("looks for enterprises when the listing is a school's own", async () => {
    const own = await givenListing(school, {
      direction: "seek",
      majorCodes: ["660103"],
      title: "找实习单位",
    });
    const subject = await listingSubject(own);
    if (subject?.side !== "programme") throw new Error("a school's listing looks for partners");
    const { listings } = await matchesForProgramme(subject, TODAY);
    expect(listings.matches.map(({ refId }) => refId)).toContain(listing.附近的车工岗位);
    expect(listings.matches.map(({ organization }) => organization.id)).not.toContain(school);
  });
});

describe("following what happens", () => {
  it("sees a listing once it is published and no longer when it is paused, from the recorded events alone", async () => {
    const owner = await givenOrganization("enterprise", "后来者", near);
    const id = await givenListing(owner, { occupationCode: LATHE });
    const tell = (name: string) =>
      inTransaction((tx) =>
        record(
          tx,
          { actor: systemActor("test"), clock, requestId: "r" },
          {
            subject: { type: "listing", id },
            name,
            payload: {},
            audience: [owner],
          },
        ),
      );
    expect(placesOf("listing", id)).toEqual([]);
    await tell("listing.published");
    const later = (seconds: number) => fixedClock(new Date(Date.parse(NOW) + seconds * 1000).toISOString());
    expect(await followMatchPlaces(later(2))).toBeGreaterThan(0);
    expect(placesOf("listing", id)).toHaveLength(1);
    expect(await followMatchPlaces(later(3))).toBe(0);
    await inTransaction((tx) => tx.listing.update({ where: { id }, data: { state: "paused" } }));
    await inTransaction((tx) =>
      record(
        tx,
        { actor: systemActor("test"), clock: later(10), requestId: "r" },
        {
          subject: { type: "listing", id },
          name: "listing.paused",
          payload: {},
          audience: [owner],
        },
      ),
    );
    expect(await followMatchPlaces(later(12))).toBe(1);
    expect(placesOf("listing", id)).toEqual([]);
  });

  it("does the daily rebuild once a day", async () => {
    expect(await rebuildMatchPlaces(clock, { onceADay: true })).toBeNull();
    expect(await rebuildMatchPlaces(fixedClock("2026-11-23T02:00:00Z"), { onceADay: true })).toBeGreaterThan(
      0,
    );
  });
});
