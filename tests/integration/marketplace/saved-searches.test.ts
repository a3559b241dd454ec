import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx, PersonCtx } from "~/identity/actor";
import { changeSearch } from "~/marketplace/commands/change-search.server";
import { matchSearches } from "~/marketplace/commands/match-searches.server";
import { pauseListing } from "~/marketplace/commands/pause-listing.server";
import { reopenListing } from "~/marketplace/commands/reopen-listing.server";
import { saveSearch } from "~/marketplace/commands/save-search.server";
import { sendSearchMails } from "~/marketplace/commands/send-search-mails.server";
import { searchListings } from "~/marketplace/queries/search-listings.server";
import { action, loader } from "~/marketplace/routes/searches.stop";
import { MOST_SEARCHES } from "~/marketplace/rules/saved-search";
import { readSearch } from "~/marketplace/rules/search-query";
import { stopPath } from "~/marketplace/stop-link.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { openMail } from "~/platform/mail/sealed-mail.server";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, HOST } from "~tests/fixtures/listings";
import { givenPerson, NOW, personCtx } from "~tests/fixtures/people";
import { givenHost, registered } from "~tests/fixtures/records";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

const clockAt = (days: number) => fixedClock(new Date(Date.parse(NOW) + days * 86_400_000).toISOString());

let host: MemberCtx;
let seeker: PersonCtx;
let stranger: PersonCtx;

beforeAll(async () => {
  host = await givenHost("招人精密");
  await registered(host.actor.organizationId, HOST.uscc);
  seeker = personCtx((await givenPerson("寻岗")).personId);
  stranger = personCtx((await givenPerson("路人")).personId);
  expect(await matchSearches(clockAt(0))).toEqual({ listings: 0, hits: 0 });
});

const save = async (query: string, ctx = seeker, name = query.slice(0, 40)) => {
  const saved = await saveSearch(ctx, { submissionKey: newId(), name, pace: "daily", query });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return saved.value.id;
};

const mailsOf = async (searchId: string) => {
  const rows = await read.delivery.findMany({
    where: { key: { startsWith: `mail:search:${searchId}` } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ payload }) => openMail(JSON.parse(payload) as Record<string, unknown>));
};

const QUERIES = [
  "q=数控",
  "q=CNC",
  "q=护理",
  "q=数控&kind=internship&lodging=1",
  "kind=apprenticeship",
  "region=440100",
  "region=310000",
  "near=440113&radiusKm=30",
  "near=440306&radiusKm=60",
  "major=460103",
  "major=720201",
  "occupation=6-18-01",
  "family=06-01",
  "family=06",
  "industry=34",
  "industry=C",
  "payMin=4000",
  "payMin=9000",
  "startsFrom=2027-02-01&startsTo=2027-03-01",
  "startsFrom=2027-06-01",
  "minors=1",
  "direction=seek",
  "q=双导师&near=番禺区&radiusKm=100&payMin=3000",
];

describe("saved searches", () => {
  it("find what the search page finds, each listing once", async () => {
    const ids = [];
    const reader = personCtx((await givenPerson("万事通")).personId);
    for (const [index, query] of QUERIES.entries()) {
      const ctx = index < MOST_SEARCHES ? reader : stranger;
      ids.push(await save(query, ctx));
    }
    await givenListing(host, { title: "数控镗铣 实习" });
    await givenListing(host, { title: "模具钳工 实习", lodging: "no", payMax: "3900", postHeadcount: "80" });
    const { listings, hits } = await matchSearches(clockAt(0));
    expect(listings).toBe(2);
    let told = 0;
    for (const [index, query] of QUERIES.entries()) {
      const { search } = readSearch(new URLSearchParams(query));
      const found = await searchListings(search, new Date(NOW));
      const shown = found.anyWord ? [] : found.items.map(({ listingId }) => listingId).sort();
      const kept = await read.searchHit.findMany({ where: { searchId: ids[index] ?? "" } });
      expect(kept.map(({ listingId }) => listingId).sort(), query).toEqual(shown);
      told += shown.length;
    }
    expect(told).toBeGreaterThan(10);
    expect(hits).toBe(told);
    expect(await matchSearches(clockAt(0))).toEqual({ listings: 0, hits: 0 });
  });

  it("tell once, in the morning, and never again of the same listing", async () => {
    const id = await save("q=齿轮磨削", seeker, "齿轮");
    const listing = await givenListing(host, { title: "齿轮磨削 实习" });
    await matchSearches(clockAt(0));
    await sendSearchMails(clockAt(0));
    expect(await mailsOf(id)).toHaveLength(0);
    await sendSearchMails(clockAt(1));
    const [mail] = await mailsOf(id);
    expect(mail?.text).toContain("齿轮磨削 实习");
    expect(mail?.text).toContain(`/listings/${listing}`);
    expect(mail?.unsubscribe).toMatch(new RegExp(`${stopPath(id).replace(".", "\\.")}$`));
    await sendSearchMails(clockAt(2));

    const { version } = await read.listing.findUniqueOrThrow({ where: { id: listing } });
    expect(await pauseListing(host, listing, { version, reason: "capacity" })).toMatchObject({ ok: true });
    expect(await reopenListing(host, listing, { version: version + 1 })).toMatchObject({ ok: true });
    expect((await matchSearches(clockAt(2))).listings).toBe(1);
    await sendSearchMails(clockAt(4));
    expect(await mailsOf(id)).toHaveLength(1);

    await givenListing(host, { title: "齿轮磨削（夜校） 实习", seats: "2" });
    await matchSearches(clockAt(4));
    await sendSearchMails(clockAt(6));
    expect(await mailsOf(id)).toHaveLength(2);
  });

  it("say nothing of what is gone, and nothing once stopped", async () => {
    const id = await save("q=珩磨", seeker, "珩磨");
    const listing = await givenListing(host, { title: "珩磨 实习" });
    await matchSearches(clockAt(0));
    const { version } = await read.listing.findUniqueOrThrow({ where: { id: listing } });
    await pauseListing(host, listing, { version, reason: "capacity" });
    await sendSearchMails(clockAt(1));
    expect(await mailsOf(id)).toHaveLength(0);

    const path = stopPath(id);
    const token = path.split("/").at(-1) ?? "";
    expect((await outcomeOf(() => loader(routeArgs(path, { params: { token } })))).status).toBe(200);
    expect(await read.savedSearch.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "active" });
    const oneClick = { params: { token }, form: { "List-Unsubscribe": "One-Click" } };
    expect((await outcomeOf(() => action(routeArgs(path, oneClick)))).status).toBe(200);
    expect(await read.savedSearch.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "stopped" });
    expect((await outcomeOf(() => action(routeArgs(path, oneClick)))).status).toBe(200);
    const forged = { params: { token: `${newId()}.${token.split(".")[1]}` }, form: {} };
    expect((await outcomeOf(() => action(routeArgs(path, forged)))).status).toBe(404);

    await givenListing(host, { title: "珩磨工 实习", seats: "3" });
    await matchSearches(clockAt(2));
    await sendSearchMails(clockAt(9));
    expect(await mailsOf(id)).toHaveLength(0);
  });

  it("are their person's alone, bounded, and one for the same conditions", async () => {
    const id = await save("q=刨床&sort=pay", seeker, "刨床");
    expect(await save("sort=date&q=刨床", seeker, "刨床二")).toBe(id);
    const { version } = await read.savedSearch.findUniqueOrThrow({ where: { id } });
    const change = { intent: "delete", id, version } as const;
    expect(await changeSearch(stranger, change)).toMatchObject({ refusal: { code: "not_found" } });
    expect(await changeSearch(seeker, { ...change, version: version - 1 })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect(await changeSearch(seeker, change)).toMatchObject({ ok: true });
    expect(await read.savedSearch.count({ where: { id } })).toBe(0);
    expect(
      await saveSearch(seeker, { submissionKey: newId(), name: "空", pace: "weekly", query: "sort=pay" }),
    ).toMatchObject({ refusal: { code: "invalid", fields: [{ key: "searches.errors.empty" }] } });
    const many = personCtx((await givenPerson("收藏")).personId);
    for (let place = 0; place < MOST_SEARCHES; place += 1) await save(`q=岗位${place}`, many);
    expect(
      await saveSearch(many, { submissionKey: newId(), name: "多", pace: "daily", query: "q=再来" }),
    ).toMatchObject({ refusal: { code: "limited" } });
  });
});
