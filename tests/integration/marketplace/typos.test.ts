import { beforeAll, describe, expect, it } from "vitest";
import { searchListings } from "~/marketplace/queries/search-listings.server";
import { readSearch } from "~/marketplace/rules/search-query";
import { loadPublicColleges } from "~/organizations/commands/load-public-colleges.server";
import { searchOrganizations } from "~/organizations/queries/search-organizations.server";
import { systemActor } from "~/platform/command";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, HOST } from "~tests/fixtures/listings";
import { NOW } from "~tests/fixtures/people";
import { givenHost, registered } from "~tests/fixtures/records";

const listings = (q: string) => searchListings(readSearch(new URLSearchParams({ q })).search, new Date(NOW));

beforeAll(async () => {
  await loadPublicColleges({ actor: systemActor("test"), clock: fixedClock(NOW), requestId: newId() });
  const host = await givenHost("珠江五轴精密");
  await registered(host.actor.organizationId, HOST.uscc);
  await givenListing(host, { title: "五轴加工中心操作 学徒" });
});

describe("a typo of one character still finds", () => {
  it("the organization of the public list, and says what it looked for", async () => {
    const right = await searchOrganizations({ q: "广州体育职业" });
    expect(right.corrected).toBeNull();
    const { items } = right;
    expect(items.length).toBeGreaterThan(0);
    const wrong = await searchOrganizations({ q: "广州休育职业" });
    expect(wrong.corrected).toBe("广州体育职业");
    expect(wrong.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
  });

  it("organizations by the initials of their pinyin", async () => {
    const { items } = await searchOrganizations({ q: "gztyzyjsxy" });
    expect(items[0]?.name).toBe("广州体育职业技术学院");
  });

  it("the listing by its title, and nothing where nothing is near", async () => {
    expect(await listings("五轴加工中芯")).toMatchObject({ corrected: "五轴加工中心", total: 1 });
    expect(await listings("五轴加工中心")).toMatchObject({ corrected: null, total: 1 });
    expect(await listings("甲乙丙丁戊己")).toMatchObject({ corrected: null, total: 0 });
  });
});
