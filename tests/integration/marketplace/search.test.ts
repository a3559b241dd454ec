import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { closeListing } from "~/marketplace/commands/close-listing.server";
import { nearestAlternatives } from "~/marketplace/queries/nearest-alternatives.server";
import { forgetTotals, searchListings } from "~/marketplace/queries/search-listings.server";
import { readSearch } from "~/marketplace/rules/search-query";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { givenListing, HOST } from "~tests/fixtures/listings";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";

const now = new Date(NOW);
const search = (query: string) => {
  forgetTotals();
  return searchListings(readSearch(new URLSearchParams(query)).search, now);
};
const titles = async (query: string) => (await search(query)).items.map(({ title }) => title);

let host: MemberCtx;
let lathe: string;

beforeAll(async () => {
  const id = await givenOrganization("enterprise", "岭南智造", {
    industryCode: HOST.industryCode,
    employees: 2000,
  });
  await inTransaction((tx) => tx.organization.update({ where: { id }, data: { uscc: HOST.uscc } }));
  const { personId } = await givenPerson("甲", { organizationId: id, role: "owner" });
  host = memberCtx(personId, { id, kind: "enterprise", name: "岭南智造", role: "owner" });
  lathe = await givenListing(host, { title: "数控车床操作 实习", payMin: "3800", payMax: "4200" });
  await givenListing(host, {
    title: "加工中心编程 学徒岗",
    summary: "数控系统编程与首件。",
    occupation: "6-18-01-07",
    region: "440306",
    payMin: "5200",
    payMax: "5600",
    samePostPay: "6000",
  });
  await givenListing(host, {
    title: "护理助理 实习",
    summary: "病区助理，轮科带教。",
    majors: ["720201"],
    occupation: "4-14-01-02",
    region: "110105",
    payMin: "3600",
    payMax: "3600",
    minorsWelcome: "yes",
    lodging: "no",
  });
});

describe("words", () => {
  it("finds all the words, in titles before texts", async () => {
    expect(await titles("q=数控")).toEqual(["数控车床操作 实习", "加工中心编程 学徒岗"]);
    expect(await titles("q=数控 编程")).toEqual(["加工中心编程 学徒岗"]);
  });

  it("finds Chinese listings by English words", async () => {
    expect(await titles("q=nursing")).toEqual(["护理助理 实习"]);
    expect(await titles("q=CNC lathe")).toEqual(["数控车床操作 实习"]);
  });

  it("falls back to some of the words and says so", async () => {
    const found = await search("q=数控 烘焙");
    expect(found.anyWord).toBe(true);
    expect(found.items.length).toBe(2);
  });

  it("takes operators and quotes for words", async () => {
    for (const q of ['"', "数控 AND", "NEAR(", "title:数控", "*", "'; DROP TABLE Listing; --"]) {
      await expect(search(`q=${encodeURIComponent(q)}`)).resolves.toBeDefined();
    }
    expect(await read.listing.count()).toBeGreaterThan(0);
  });
});

describe("conditions", () => {
  it("narrows by place and radius, and gives the distance", async () => {
    const found = await search("near=440113&radiusKm=30");
    expect(found.items.map(({ title }) => title)).toEqual(["数控车床操作 实习"]);
    expect(found.items[0]?.distanceKm).toBeLessThan(30);
    expect(found.place?.name).toContain("番禺区");
    expect(await titles("near=番禺区&radiusKm=200&sort=distance")).toEqual([
      "数控车床操作 实习",
      "加工中心编程 学徒岗",
    ]);
  });

  it("narrows by region, major family, occupation, pay, dates and conditions", async () => {
    expect(await titles("region=110000")).toEqual(["护理助理 实习"]);
    expect((await titles("family=06")).length).toBe(2);
    expect(await titles("family=12-02")).toEqual(["护理助理 实习"]);
    expect((await titles("occupation=6-18-01")).length).toBe(2);
    expect(await titles("payMin=5000")).toEqual(["加工中心编程 学徒岗"]);
    expect(await titles("minors=1")).toEqual(["护理助理 实习"]);
    expect((await titles("lodging=1")).length).toBe(2);
    expect(await titles("startsFrom=2027-03-01")).toEqual([]);
    expect((await titles("startsTo=2027-03-01")).length).toBe(3);
    expect(await titles("industry=C")).toHaveLength(3);
  });

  it("counts facets so that each says what it would leave", async () => {
    const { facets, total } = await search("q=实习");
    const all = await search("");
    expect(all.facets.kinds.internship).toBe(3);
    expect(all.facets.categories["06"]).toBe(2);
    expect(all.facets.minors).toBe((await search("minors=1")).total);
    expect(all.facets.pay[5000]).toBe((await search("payMin=5000")).total);
    expect(facets.kinds.internship).toBe(total);
  });

  it("says which place or major it does not know and leaves it out", async () => {
    const found = await search("near=乌有乡&major=不存在的专业");
    expect(found.problems.map(({ field, key }) => [field, key])).toEqual([
      ["near", "listings.search.unknownPlace"],
      ["major", "listings.search.unknownMajor"],
    ]);
    expect(found.items).toHaveLength(3);
  });
});

describe("orders and pages", () => {
  it("ranks by what the reader's major prepares for", async () => {
    const found = await search("major=460103");
    expect(found.sort).toBe("fit");
    expect(found.items.map(({ title }) => title)).not.toContain("护理助理 实习");
    expect((await search("major=720201")).items[0]?.title).toBe("护理助理 实习");
  });

  it("orders by pay and by date", async () => {
    expect(await titles("sort=pay")).toEqual(["加工中心编程 学徒岗", "数控车床操作 实习", "护理助理 实习"]);
    expect((await titles("sort=date")).length).toBe(3);
  });

  it("walks all pages once, without repeats, while others are published", async () => {
    for (let number = 0; number < 25; number += 1) {
      await givenListing(host, { title: `装配工 实习 ${number}`, region: "320583", currentInterns: "0" });
    }
    for (const query of [
      "region=320583&sort=date",
      "region=320583&sort=pay",
      "q=装配工",
      "near=320583&sort=distance",
    ]) {
      const seen: string[] = [];
      let after: string | null = "";
      while (after !== null) {
        const found: Awaited<ReturnType<typeof search>> = await search(
          after ? `${query}&after=${after}` : query,
        );
        seen.push(...found.items.map(({ listingId }) => listingId));
        after = found.nextCursor;
        if (seen.length === 20) await givenListing(host, { title: "焊工 实习", region: "320583" });
      }
      expect(new Set(seen).size, query).toBe(seen.length);
      expect(seen.length, query).toBeGreaterThanOrEqual(25);
    }
  });

  it("ignores a cursor it did not sign", async () => {
    const first = await search("sort=date");
    const forged = Buffer.from(JSON.stringify(["date", "2020", 1])).toString("base64url");
    expect((await search(`sort=date&after=${forged}.x`)).items[0]?.listingId).toBe(first.items[0]?.listingId);
  });
});

describe("when nothing is found", () => {
  it("offers the nearest looser searches, each with what it finds", async () => {
    const query = "q=护理&near=440113&radiusKm=30";
    expect(await titles(query)).toEqual([]);
    const offered = await nearestAlternatives(readSearch(new URLSearchParams(query)).search, now);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.every(({ total }) => total > 0)).toBe(true);
    expect(offered.map(({ drop }) => drop)).toEqual(expect.arrayContaining(["near", "q"]));
  });
});

describe("the index", () => {
  it("follows the listing: gone from words and facets once closed", async () => {
    const before = await search("q=车床");
    expect(before.items.map(({ listingId }) => listingId)).toContain(lathe);
    const { version } = await read.listing.findUniqueOrThrow({ where: { id: lathe } });
    expect((await closeListing(host, lathe, { version, reason: "mistake" })).ok).toBe(true);
    expect((await search("q=车床")).items.map(({ listingId }) => listingId)).not.toContain(lathe);
    expect(await read.listingIndexFamily.count({ where: { family: "06-01" } })).toBeGreaterThan(0);
  });
});
