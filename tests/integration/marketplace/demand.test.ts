import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { declineEnquiry } from "~/marketplace/commands/decline-enquiry.server";
import { openEnquiry } from "~/marketplace/commands/open-enquiry.server";
import { setEnquiryQuota } from "~/marketplace/commands/set-enquiry-quota.server";
import { stateAppetite } from "~/marketplace/commands/state-appetite.server";
import { noteEmptySearch, writeEmptySearches } from "~/marketplace/empty-searches.server";
import { publicAppetite } from "~/marketplace/queries/appetite.server";
import { listingsPage } from "~/marketplace/queries/listings-page.server";
import { partiesOf } from "~/marketplace/queries/match-candidates.sqlite.server";
import { demandNearby, unmetDemand } from "~/marketplace/queries/unmet-demand.server";
import { reopensOn } from "~/marketplace/quota-standing.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { givenListing } from "~tests/fixtures/enquiries";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";

const TODAY = "2026-11-22";

let host: MemberCtx;
let school: MemberCtx;

beforeAll(async () => {
  const enterprise = await givenOrganization("enterprise", "忙碌精密", { regionCode: "440113" });
  const { personId } = await givenPerson("忙", { organizationId: enterprise, role: "owner" });
  host = memberCtx(personId, { id: enterprise, kind: "enterprise", name: "忙碌精密", role: "owner" });
  const teaching = await givenOrganization("school", "寻岗学校", { regionCode: "440111" });
  const teacher = await givenPerson("师", { organizationId: teaching, role: "coordinator" });
  school = memberCtx(teacher.personId, {
    id: teaching,
    kind: "school",
    name: "寻岗学校",
    role: "coordinator",
  });
});

const ask = (listingId: string, subject: string, at = NOW) =>
  openEnquiry(
    { ...school, clock: fixedClock(at) },
    {
      submissionKey: newId(),
      listingId,
      subject,
      message: "想了解一下名额。",
      replyDays: 5,
    },
  );

const cells = (region: string, family: string | null = null) =>
  unmetDemand({ region, family, from: TODAY, to: "2026-12-31" });

describe("unmet demand", () => {
  it("counts an empty search once a day for a visitor, in codes alone", async () => {
    const t = translatorFor("zh-CN");
    const asked = new URLSearchParams({ q: "学前教育", region: "650200", kind: "internship" });
    const { unmet, total } = await listingsPage(asked, new Date(NOW), t);
    expect(total).toBe(0);
    expect(unmet).toMatchObject({ regionCode: "650200", kind: "internship", source: "search", reason: "" });
    expect(unmet?.family).toMatch(/^\d{2}-\d{2}$/);
    const words = new URLSearchParams({ q: "王小明 13800000000" });
    expect((await listingsPage(words, new Date(NOW), t)).unmet).toBeNull();

    const cell = unmet!;
    for (let visitor = 0; visitor < 6; visitor += 1) {
      const who = { ip: `10.0.0.${visitor}`, userAgent: "test" };
      expect(noteEmptySearch(who, cell, new Date(NOW))).toBe(true);
      expect(noteEmptySearch(who, cell, new Date(NOW))).toBe(false);
    }
    await writeEmptySearches(fixedClock(NOW));
    expect(await writeEmptySearches(fixedClock(NOW))).toBe(0);
    expect(await cells("650000")).toEqual([{ ...cell, told: { under: false, count: 6 } }]);
    const next = new Date(Date.parse(NOW) + 86_400_000);
    expect(noteEmptySearch({ ip: "10.0.0.1", userAgent: "test" }, cell, next)).toBe(true);
    await writeEmptySearches(fixedClock(next.toISOString()));
    const nearby = await demandNearby("650200", "2026-11-23");
    expect(nearby?.cells).toMatchObject([{ kind: "internship", told: { count: 7 } }]);
    expect((await cells("650000", "19-01")).length).toBe(0);
    const stored = await read.demandSignal.findMany({ where: { regionCode: "650200" } });
    expect(JSON.stringify(stored)).not.toMatch(/10\.0\.0|学前|test/);
  });

  it("keeps what a decline leaves, where the asker is, with its reason; small counts are not told", async () => {
    const listing = await givenListing(host.actor.organizationId, {
      majorCodes: ["460103"],
      kind: "apprenticeship",
    });
    const opened = await ask(listing, "三十人");
    const id = opened.ok ? opened.value.id : "";
    expect(await declineEnquiry(host, id, { version: 1, reason: "too_far" })).toMatchObject({ ok: true });
    expect(await cells("440111")).toEqual([
      {
        regionCode: "440111",
        family: "06-01",
        kind: "apprenticeship",
        source: "decline",
        reason: "too_far",
        told: { under: true },
      },
    ]);
    const again = await ask(listing, "二十人");
    const other = again.ok ? again.value.id : "";
    await declineEnquiry(host, other, { version: 1, reason: "already_partnered" });
    expect(await cells("440111")).toHaveLength(1);
  });

  it("hears appetite once, by season, and ranks by the season that counts", async () => {
    const spring = { family: "06-01", season: "2027-spring", level: "active" } as const;
    expect(await stateAppetite(school, spring)).toMatchObject({ ok: true });
    await stateAppetite(school, spring);
    const wished = (await cells("440111")).filter(({ source }) => source === "appetite");
    expect(wished).toMatchObject([{ family: "06-01", reason: "active", told: { under: true } }]);
    expect(await read.demandSignal.findFirst({ where: { source: "appetite" } })).toMatchObject({ count: 1 });

    const no = {
      family: "06-01",
      season: "2027-autumn",
      level: "not_now",
      reason: "no_supervisors",
    } as const;
    await stateAppetite(host, { ...spring, level: "interested" });
    await stateAppetite(host, no);
    await stateAppetite(host, { family: "*", season: "*", level: "active" });
    const { organizationId } = host.actor;
    const standing = (family: string, season: string) =>
      partiesOf([organizationId], family, season).get(organizationId);
    expect(standing("06-01", "2027-spring")).toMatchObject({ family: "interested", overall: "active" });
    expect(standing("06-01", "2027-autumn")).toMatchObject({
      family: "not_now",
      appetiteReason: "no_supervisors",
    });
    expect(standing("06-01", "*")).toMatchObject({ family: null, overall: "active", appetiteReason: null });
    expect(standing("06-03", "2027-autumn")).toMatchObject({ family: null, overall: "active" });
    expect(await stateAppetite(host, { ...no, season: "2026-spring" })).toMatchObject({
      refusal: { fields: [{ field: "season" }] },
    });
    const shown = await publicAppetite(organizationId, "2027-08-01");
    expect(shown.map(({ season }) => season)).toEqual(["*", "2027-autumn"]);
  });
});

describe("a month's enquiries", () => {
  it("are refused beyond the limit with the date, and taken again when it comes or is lifted", async () => {
    const { organizationId } = host.actor;
    const listing = await givenListing(organizationId, { title: "车工", majorCodes: ["460103"] });
    const taken = await read.enquiry.count({ where: { toOrganizationId: organizationId } });
    const set = { intent: "set", perMonth: taken + 1, version: 0 } as const;
    expect(await setEnquiryQuota(school, set)).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await setEnquiryQuota(host, set)).toEqual({ ok: true, value: { perMonth: taken + 1 } });
    expect(await setEnquiryQuota(host, set)).toMatchObject({ refusal: { code: "conflict" } });
    expect(await ask(listing, "第一个")).toMatchObject({ ok: true });
    expect(await reopensOn(read, organizationId, new Date(NOW))).toBe("2026-12-01");
    const other = await givenListing(organizationId, { title: "铣工", majorCodes: ["460103"] });
    expect(await ask(other, "第二个")).toMatchObject({
      refusal: { code: "blocked", key: "quota.full", values: { date: "2026-12-01" } },
    });
    expect(await ask(other, "下个月", "2026-12-01T01:00:00.000Z")).toMatchObject({ ok: true });
    expect(await setEnquiryQuota(host, { intent: "lift", version: 1 })).toMatchObject({ ok: true });
    expect(await reopensOn(read, organizationId, new Date(NOW))).toBeNull();
    const third = await givenListing(organizationId, { title: "磨工" });
    expect(await ask(third, "第三个")).toMatchObject({ ok: true });
  });
});
