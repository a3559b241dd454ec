import { beforeAll, describe, expect, it } from "vitest";
import { loader as publicPage } from "~/marketplace/routes/organization";
import { loadPublicColleges } from "~/organizations/commands/load-public-colleges.server";
import { organizationProfile } from "~/organizations/queries/organization-profile.server";
import { searchOrganizations } from "~/organizations/queries/search-organizations.server";
import { listStatement, wordsStatement } from "~/organizations/queries/search-organizations.sqlite.server";
import { loader as listPage } from "~/organizations/routes/organizations";
import { systemActor } from "~/platform/command";
import { rawReader, read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { NOW } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenMember, granted, refusalOf } from "./given";

const system = { actor: systemActor("import"), clock: fixedClock(NOW), requestId: newId() };

describe("the public list of colleges", () => {
  beforeAll(async () => {
    granted(await loadPublicColleges(system));
  }, 120_000);

  it("is loaded once, whole, and again without change", async () => {
    const colleges = await read.college.count({ where: { withdrawnIn: null } });
    expect(await read.organization.count({ where: { state: "unclaimed" } })).toBe(colleges);
    expect(await read.organizationSearch.count()).toBe(colleges);
    expect(granted(await loadPublicColleges(system))).toEqual({ added: 0, ended: 0, unchanged: colleges });
  });

  it("is not loaded by just anybody", async () => {
    const { ctx } = await givenMember("school", "无权学校");
    expect(refusalOf(await loadPublicColleges(ctx)).code).toBe("forbidden");
  });

  it("says where a profile comes from and invents nothing about it", async () => {
    const { items } = await searchOrganizations({ q: "广州体育职业技术学院" });
    const profile = await organizationProfile(items[0]!.id, null);
    expect(profile).toMatchObject({
      state: "unclaimed",
      name: "广州体育职业技术学院",
      introduction: "",
      website: null,
      employees: null,
      programmes: [],
      posts: [],
      source: { authority: "教育部", date: "2025" },
    });
  });

  it.each(["体育职业技术学院", "gztyzy", "guangzhoutiyu", "广州 体育"])("is found by %s", async (q) => {
    const { items, loosened } = await searchOrganizations({ q });
    expect(items.map((item) => item.name)).toContain("广州体育职业技术学院");
    expect(loosened).toBe(false);
  });

  it("is narrowed by kind and province", async () => {
    const { items, total } = await searchOrganizations({ kind: "school", province: "440000" });
    expect(total).toBeGreaterThan(50);
    expect(items.every((item) => item.region.startsWith("广东省"))).toBe(true);
    expect((await searchOrganizations({ kind: "park" })).items).toEqual([]);
  });

  it("is paged without gap or repetition", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await searchOrganizations({ province: "110000", ...(after ? { after } : {}) });
      seen.push(...page.items.map((item) => item.id));
      after = page.nextCursor ?? undefined;
    } while (after);
    const all = await read.organization.count({
      where: { state: "unclaimed", regionCode: { startsWith: "11" } },
    });
    expect(seen).toHaveLength(all);
    expect(new Set(seen).size).toBe(all);
  });

  it("begins anew for a cursor that is none, and treats operators as words", async () => {
    expect((await searchOrganizations({ after: "bogus" })).items).toHaveLength(20);
    for (const q of ['"', "a AND", "NEAR(", "*", "列:番禺", "😀"]) {
      await expect(searchOrganizations({ q })).resolves.toBeDefined();
    }
  });

  it("offers what has some of the words when nothing has all", async () => {
    const { items, loosened } = await searchOrganizations({ q: "体育 炼丹术" });
    expect(loosened).toBe(true);
    expect(items[0]?.name).toContain("体育");
  });

  it("puts the organization of that very name first", async () => {
    for (const name of ["广州体育职业技术学院", "深圳职业技术大学", "北京信息职业技术学院"]) {
      expect((await searchOrganizations({ q: name })).items[0]?.name).toBe(name);
    }
  });

  it("is read along an index, never whole", () => {
    const after = { sortKey: "1a", row: 1 };
    const statements = [
      ...[null, "school"].flatMap((kind) =>
        [null, "440000"].map((province) => listStatement({ words: "", kind, province }, after, 21)),
      ),
      wordsStatement({ words: "体育", kind: "school", province: null }, '"体育"', 0, 21),
    ];
    for (const { sql, values } of statements) {
      const plan = rawReader().prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values) as { detail: string }[];
      expect(plan.filter(({ detail }) => /^SCAN s(?! USING (COVERING )?INDEX)/.test(detail))).toEqual([]);
    }
  });

  it("shows its pages to anybody, and nothing of those nobody may see", async () => {
    const list = await outcomeOf(() => listPage(routeArgs("/organizations?q=体育&kind=nonsense")));
    expect(list.status).toBe(200);
    const [college] = (await searchOrganizations({ q: "体育" })).items;
    const id = college!.id;
    expect(
      (await outcomeOf(() => publicPage(routeArgs(`/organizations/${id}`, { params: { id } })))).status,
    ).toBe(200);
    const draft = await givenMember("school", "未核验学校");
    const params = { id: draft.id };
    expect(
      (await outcomeOf(() => publicPage(routeArgs(`/organizations/${draft.id}`, { params })))).status,
    ).toBe(404);
    const own = await outcomeOf(() =>
      publicPage(routeArgs(`/organizations/${draft.id}`, { params, cookie: draft.cookie })),
    );
    expect(own).toMatchObject({ status: 200, data: { isOwn: true, reply: null, listings: [] } });
  });
});
