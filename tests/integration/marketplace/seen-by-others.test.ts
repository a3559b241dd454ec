import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loader as deadlines } from "~/deadlines";
import type { MemberCtx } from "~/identity/actor";
import { action as calendarForm, loader as calendarPage } from "~/marketplace/routes/account.calendar";
import { loader as atom } from "~/marketplace/routes/feed.listings";
import { loader as front, meta as frontMeta } from "~/marketplace/routes/front";
import { meta as listingMeta, loader as listingPage } from "~/marketplace/routes/listing";
import { loader as listingDates } from "~/marketplace/routes/listing.dates";
import { meta as organizationMeta, loader as organizationPage } from "~/marketplace/routes/organization";
import { loader as sitemap } from "~/marketplace/routes/sitemap";
import { loader as sitemapPart } from "~/marketplace/routes/sitemap.part";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { hideTokens } from "~/platform/log/hide-tokens";
import { loader as robots } from "~/platform/routes/robots";
import { givenListing, HOST } from "~tests/fixtures/listings";
import { cookieOf, givenOrganization, givenPerson, NOW } from "~tests/fixtures/people";
import { givenHost, registered } from "~tests/fixtures/records";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

const NASTY = '车工 </script><b>& "五轴" \u0007学徒';

let owner: MemberCtx;
let cookie: string;
let listing: string;

type Tag = {
  title?: string;
  property?: string;
  name?: string;
  content?: string;
  tagName?: string;
  href?: string;
};

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The head of a page as it is served, from its route's own tags and scripts. */
const pageWith = (tags: readonly Tag[], scripts: readonly string[] = []): string =>
  [
    "<!DOCTYPE html><html><head>",
    ...tags
      .filter(({ property }) => property)
      .map(({ property, content }) => `<meta property="${property}" content="${escaped(content ?? "")}">`),
    ...scripts.map((script) => `<script type="application/ld+json">${script}</script>`),
    "</head><body></body></html>",
  ].join("\n");

const extracted = (html: string) =>
  new WebAutoExtractor({ addLocation: true }).parse(html) as {
    jsonld: Record<string, Record<string, unknown>[]>;
    metatags: Record<string, string[]>;
    errors?: unknown[];
  };

const tagsOf = (meta: unknown, data: unknown): Tag[] =>
  (meta as (args: { data: unknown }) => Tag[])({ data });

const textOf = async (answer: unknown): Promise<{ type: string; text: string }> => {
  const response = answer as Response;
  expect(response.status).toBe(200);
  return { type: response.headers.get("Content-Type") ?? "", text: await response.text() };
};

const xml = (text: string) => {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ["entry", "url", "sitemap", "link"].includes(name),
  }).parse(text);
};

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  owner = await givenHost("南粤精密");
  await registered(owner.actor.organizationId, HOST.uscc);
  cookie = await cookieOf(owner.actor.personId);
  listing = await givenListing(owner, { title: NASTY });
});

afterAll(() => {
  vi.useRealTimers();
});

describe("linked data", () => {
  it("of a place offered to learners is a sound JobPosting and WorkBasedProgram", async () => {
    const { data } = await outcomeOf(() =>
      listingPage(routeArgs(`/listings/${listing}`, { params: { id: listing } })),
    );
    const { scripts } = data as { scripts: string[] };
    const found = extracted(pageWith(tagsOf(listingMeta, data), scripts));
    expect(found.errors ?? []).toEqual([]);
    const [posting] = found.jsonld.JobPosting ?? [];
    const [program] = found.jsonld.WorkBasedProgram ?? [];
    expect(posting).toMatchObject({
      datePosted: expect.any(String),
      hiringOrganization: { name: "南粤精密" },
    });
    expect(posting?.title).toContain("</script>");
    expect(program).toMatchObject({
      provider: { name: "南粤精密" },
      occupationalCategory: { codeValue: "6-18-01-01", name: "车工" },
      startDate: "2027-02-22",
      endDate: "2027-08-20",
      maximumEnrollment: 4,
    });
    const issues = await new Validator().validate(found);
    expect(issues.filter(({ severity }) => severity === "ERROR")).toEqual([]);
  });

  it("that lacks what a posting must say is found out by the same validator", async () => {
    const found = extracted(
      pageWith([], [JSON.stringify({ "@context": "https://schema.org", "@type": "JobPosting", title: "x" })]),
    );
    const issues = await new Validator().validate(found);
    expect(issues.some(({ severity }) => severity === "ERROR")).toBe(true);
  });
});

describe("previews", () => {
  it("say title, type, address and picture on listings, organizations and the front page", async () => {
    const pages: [unknown, unknown][] = [
      [
        listingMeta,
        (await outcomeOf(() => listingPage(routeArgs("/listings/x", { params: { id: listing } })))).data,
      ],
      [
        organizationMeta,
        (
          await outcomeOf(() =>
            organizationPage(routeArgs("/organizations/x", { params: { id: owner.actor.organizationId } })),
          )
        ).data,
      ],
      [frontMeta, (await outcomeOf(() => front(routeArgs("/", { language: "en" })))).data],
    ];
    for (const [meta, data] of pages) {
      const { metatags } = extracted(pageWith(tagsOf(meta, data)));
      for (const name of ["og:title", "og:type", "og:url", "og:image", "og:description", "og:site_name"]) {
        expect(metatags[name]?.[0], name).toBeTruthy();
      }
      expect(() => new URL(metatags["og:url"]?.[0] ?? "")).not.toThrow();
      expect(metatags["og:image"]?.[0]).toMatch(/^https?:\/\/.*\.png$/);
    }
  });
});

describe("the sitemap", () => {
  it("names bounded files, and they name every open listing and public organization", async () => {
    const index = xml((await textOf(sitemap())).text);
    const files = (index.sitemapindex.sitemap as { loc: string }[]).map(({ loc }) => new URL(loc).pathname);
    expect(files).toContain("/sitemaps/pages.xml");
    const addresses: string[] = [];
    for (const file of files) {
      const part = file.replace("/sitemaps/", "");
      const { text } = await textOf(sitemapPart(routeArgs(file, { params: { part } })));
      addresses.push(
        ...((xml(text).urlset.url ?? []) as { loc: string }[]).map(({ loc }) => new URL(loc).pathname),
      );
    }
    expect(addresses).toContain(`/listings/${listing}`);
    expect(addresses).toContain(`/organizations/${owner.actor.organizationId}`);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect((await textOf(robots())).text).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
  });

  it("has no file of another name", async () => {
    for (const part of [
      "listings.xml",
      "listings-0.xml",
      "people-1.xml",
      "pages-2.xml",
      "listings-99999.xml",
    ]) {
      const { status } = await outcomeOf(() => sitemapPart(routeArgs("/sitemaps/x", { params: { part } })));
      expect(status, part).toBe(404);
    }
  });
});

describe("the feed of a search", () => {
  const read = async (query: string, language = "zh-CN") => {
    const { type, text } = await textOf(await atom(routeArgs(`/feeds/listings.atom${query}`, { language })));
    expect(type).toContain("application/atom+xml");
    return xml(text).feed;
  };

  it("has everything Atom asks for, escaped, and keeps the conditions in its own address", async () => {
    const feed = await read("?q=%E8%BD%A6%E5%B7%A5&kind=internship&sort=pay&after=x");
    const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
    expect(feed["@_xmlns"]).toBe("http://www.w3.org/2005/Atom");
    expect(feed.id).toBeTruthy();
    expect(feed.title).toBeTruthy();
    expect(feed.updated).toMatch(instant);
    const self = (feed.link as { "@_rel": string; "@_href": string }[]).find(
      (link) => link["@_rel"] === "self",
    );
    const asked = new URL(self?.["@_href"] ?? "").searchParams;
    expect([...asked.keys()].sort()).toEqual(["kind", "q"]);
    expect(feed.entry).toHaveLength(1);
    for (const entry of feed.entry) {
      expect(entry.id).toBe(`urn:uuid:${listing}`);
      expect(entry.title).toBe('车工 </script><b>& "五轴" 学徒');
      expect(entry.author.name).toBe("南粤精密");
      expect(entry.updated).toMatch(instant);
      expect(new URL(entry.link[0]["@_href"]).pathname).toBe(`/listings/${listing}`);
    }
  });

  it("without results is a feed without entries, in the reader's language", async () => {
    const feed = await read("?q=nothing-like-this", "en");
    expect(feed.entry).toBeUndefined();
    expect(feed.title).toContain("Listings");
  });
});

/** Events of a calendar as another library reads them: summary by day. */
const eventsOf = (text: string): [day: string, summary: string, uid: string][] => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    expect(component.getFirstPropertyValue("dtstamp")).toBeTruthy();
    return [event.startDate.toString(), event.summary, event.uid];
  });
};

describe("calendars", () => {
  it("hold a listing's days for anybody", async () => {
    const { type, text } = await textOf(
      await listingDates(routeArgs(`/listings/${listing}/dates.ics`, { params: { id: listing } })),
    );
    expect(type).toContain("text/calendar");
    const events = eventsOf(text);
    expect(events.map(([day]) => day)).toEqual(["2026-12-31", "2027-02-22", "2027-08-20"]);
    expect(events[0]?.[1]).toContain("五轴");
  });

  it("show a person's deadlines under a secret address, until it is revoked or replaced", async () => {
    const school = await givenOrganization("school", "岭南机电");
    const { organizationId } = owner.actor;
    await inTransaction((tx) =>
      tx.enquiry.create({
        data: {
          id: newId(),
          fromOrganizationId: school,
          toOrganizationId: organizationId,
          state: "open",
          subject: "数控班学徒",
          termsById: school,
          batonId: organizationId,
          waiterId: school,
          batonSince: new Date(NOW),
          replyDays: 5,
          replyBy: "2026-12-01",
          replyByCertain: true,
          createdAt: new Date(NOW),
          version: 1,
        },
      }),
    );
    const make = () =>
      outcomeOf(() => calendarForm(routeArgs("/account/calendar", { cookie, form: { intent: "make" } })));
    const tokenOf = (data: unknown) =>
      /deadlines\/([\w-]+)\/calendar/.exec((data as { url: string }).url)?.[1] ?? "";
    const first = tokenOf((await make()).data);
    const read = async (token: string) =>
      deadlines(routeArgs(`/feeds/deadlines/${token}/calendar.ics`, { params: { token } }));
    const { text } = await textOf(await read(first));
    const events = eventsOf(text);
    expect(events.find(([day]) => day === "2026-12-01")?.[1]).toContain("数控班学徒");
    expect(events.find(([day]) => day === "2026-12-31")?.[1]).toContain("五轴");
    expect(new Set(events.map(([, , uid]) => uid)).size).toBe(events.length);
    expect(hideTokens(`/feeds/deadlines/${first}/calendar.ics`)).toBe(
      "/feeds/deadlines/[redacted]/calendar.ics",
    );

    const second = tokenOf((await make()).data);
    expect((await outcomeOf(() => read(first))).status).toBe(404);
    expect(((await read(second)) as Response).headers.get("Cache-Control")).toContain("no-store");
    await outcomeOf(() =>
      calendarForm(routeArgs("/account/calendar", { cookie, form: { intent: "revoke" } })),
    );
    expect((await outcomeOf(() => read(second))).status).toBe(404);
    const page = await outcomeOf(() => calendarPage(routeArgs("/account/calendar", { cookie })));
    expect(page.data).toMatchObject({ madeOn: null });
  });

  it("show nobody another's deadlines", async () => {
    const stranger = await givenPerson("外人", {
      organizationId: await givenOrganization("enterprise", "别家"),
      role: "owner",
    });
    const { data } = await outcomeOf(async () =>
      calendarForm(
        routeArgs("/account/calendar", {
          cookie: await cookieOf(stranger.personId),
          form: { intent: "make" },
        }),
      ),
    );
    const token = /deadlines\/([\w-]+)\/calendar/.exec((data as { url: string }).url)?.[1] ?? "";
    const { text } = await textOf(await deadlines(routeArgs("/feeds/deadlines/x", { params: { token } })));
    expect(eventsOf(text)).toEqual([]);
  });
});
