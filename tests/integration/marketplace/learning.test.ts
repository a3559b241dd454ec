import { beforeAll, describe, expect, it } from "vitest";
import { rebuildMatchPlaces } from "~/marketplace/commands/rebuild-match-places.server";
import { loader as programmePage, action as said } from "~/marketplace/routes/matches.programme";
import { read } from "~/platform/db/client.server";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, givenProgramme } from "~tests/fixtures/enquiries";
import { cookieOf, givenOrganization, givenPerson, NOW } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

const LATHE = "6-18-01-01";
const DATES = { startsOn: "2027-03-01", endsOn: "2027-08-31" };

type Page = {
  groups: { id: string; matches: { refId: string; position: number; score: number; back: unknown }[] }[];
  view: { personalised: boolean; said: { id: string; effect: { key: string; values: object } }[] };
  weightsVersion: string;
};

let school: string;
let programme: string;
let cookie: string;
let colleague: string;
let viewer: string;
let stranger: string;
const listing: Record<string, string> = {};

const open = async (by = cookie): Promise<Page> => {
  const { data } = await outcomeOf(() =>
    programmePage(routeArgs(`/matches/programmes/${programme}`, { cookie: by, params: { id: programme } })),
  );
  return data as Page;
};

const listingsOf = (page: Page) => page.groups.find(({ id }) => id === "openListings")?.matches ?? [];
const ids = (page: Page) => listingsOf(page).map(({ refId }) => refId);

const send = (form: Record<string, string>, by = cookie) =>
  outcomeOf(() =>
    said(routeArgs(`/matches/programmes/${programme}`, { cookie: by, params: { id: programme }, form })),
  );

const aside = (refId: string, reason: string, by = cookie, more: Record<string, string> = {}) =>
  send({ intent: "aside", subject: `programme:${programme}`, kind: "listing", refId, reason, ...more }, by);

beforeAll(async () => {
  school = await givenOrganization("school", "岭南机电职业学校");
  programme = await givenProgramme(school, {
    majorCode: "660103",
    level: "secondary",
    name: "数控技术应用",
    seats: 20,
  });
  const put = async (name: string, lat: number) => {
    const owner = await givenOrganization("enterprise", name, { lng: 113.38, lat });
    listing[name] = await givenListing(owner, {
      title: name,
      occupationCode: LATHE,
      lng: 113.38,
      lat,
      seats: 20,
      ...DATES,
    });
  };
  await put("近处", 22.95);
  await put("四十五公里", 23.345);
  await put("五十公里", 23.39);
  await put("八十公里", 23.66);
  await rebuildMatchPlaces(fixedClock(NOW));
  const owner = await givenPerson("专员", { organizationId: school, role: "coordinator" });
  const other = await givenPerson("同事", { organizationId: school, role: "owner" });
  const reader = await givenPerson("查看者", { organizationId: school, role: "viewer" });
  const foreign = await givenPerson("外校", {
    organizationId: await givenOrganization("school", "别的学校"),
    role: "owner",
  });
  cookie = await cookieOf(owner.personId);
  colleague = await cookieOf(other.personId);
  viewer = await cookieOf(reader.personId);
  stranger = await cookieOf(foreign.personId);
});

describe("not suitable, because…", () => {
  it("changes the list at once, says how, and is taken back", async () => {
    const before = await open();
    expect(ids(before).slice(0, 4)).toEqual([
      listing.近处,
      listing.四十五公里,
      listing.五十公里,
      listing.八十公里,
    ]);

    const answer = await aside(listing.四十五公里!, "too_far");
    expect(answer.status).toBe(303);
    expect(answer.location).toMatch(new RegExp(`^/matches/programmes/${programme}\\?said=`));

    const after = await open();
    expect(ids(after)).toEqual([listing.近处, listing.五十公里, listing.八十公里]);
    expect(after.view.said[0]?.effect).toEqual({ key: "matches.aside.effects.far", values: { km: 45 } });
    const [first, ...rest] = listingsOf(after);
    expect(first?.back).toBeNull();
    for (const match of rest)
      expect(match.back).toEqual({ key: "matches.aside.effects.far", values: { km: 45 } });
    expect(listingsOf(after).map(({ position }) => position)).toEqual([1, 2, 3]);
    const scoreOf = (page: Page, refId?: string) => listingsOf(page).find((m) => m.refId === refId)?.score;
    expect(scoreOf(after, listing.八十公里)).toBe(scoreOf(before, listing.八十公里));

    expect(ids(await open(colleague))).toEqual(ids(after));

    await send({ intent: "takeBack", aside: after.view.said[0]!.id });
    expect(ids(await open())).toEqual(ids(before));
  });

  it("wants words with another reason, and keeps what was typed", async () => {
    const refused = await aside(listing.近处!, "other");
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      state: {
        typed: { refId: listing.近处, reason: "other" },
        fields: [{ field: "note", key: "matches.aside.errors.noteNeeded" }],
      },
    });
    expect((await aside(listing.近处!, "other", cookie, { note: "校车不到" })).status).toBe(303);
    expect(ids(await open())).not.toContain(listing.近处);
    const [latest] = (await open()).view.said;
    await send({ intent: "takeBack", aside: latest!.id });
  });

  it("says so once: a second reason for the same suggestion replaces the first", async () => {
    await aside(listing.八十公里!, "too_far");
    await aside(listing.八十公里!, "not_now");
    const rows = await read.matchAside.findMany({ where: { refId: listing.八十公里 } });
    expect(rows.map(({ reason }) => reason)).toEqual(["not_now"]);
    await send({ intent: "takeBack", aside: rows[0]!.id });
  });

  it("refuses a viewer, another's subject and another's words", async () => {
    expect((await aside(listing.近处!, "too_far", viewer)).status).toBe(403);
    expect((await aside(listing.近处!, "too_far", stranger)).status).toBe(404);
    await aside(listing.五十公里!, "pay");
    const [own] = (await open()).view.said;
    expect((await send({ intent: "takeBack", aside: own!.id }, stranger)).status).toBe(404);
    await send({ intent: "takeBack", aside: own!.id });
  });

  it("tells the other party nothing: no event of it reaches anybody else", async () => {
    const events = await read.event.findMany({
      where: { name: { in: ["suggestions.put_aside", "suggestions.taken_back"] } },
      take: 50,
    });
    expect(events.length).toBeGreaterThan(4);
    const heard = await read.eventAudience.findMany({
      where: { eventId: { in: events.map(({ id }) => id) } },
      take: 100,
    });
    expect(new Set(heard.map(({ organizationId }) => organizationId))).toEqual(new Set([school]));
  });
});

describe("the order without personalisation", () => {
  it("is one person's choice, stands by fit and distance alone, and is remembered", async () => {
    await aside(listing.近处!, "too_far");
    expect(ids(await open())).not.toContain(listing.近处);
    expect((await send({ intent: "order", personalised: "no" })).status).toBe(303);
    const plain = await open();
    expect(plain.view.personalised).toBe(false);
    expect(plain.weightsVersion).toBe("2026-11-plain");
    expect(ids(plain)[0]).toBe(listing.近处);
    expect((await open(colleague)).view.personalised).toBe(true);
    await send({ intent: "order", personalised: "yes" });
    expect(ids(await open())).not.toContain(listing.近处);
  });
});
