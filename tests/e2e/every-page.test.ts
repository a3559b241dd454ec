import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, DESK, expectAccessible, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Pages by the person who works on them; ids are found on the way. */
const PAGES: Record<string, readonly string[]> = {
  "": [
    "/",
    "/listings",
    "/listings?q=数控&near=番禺区&kind=apprenticeship",
    "/listings?q=nothing-at-all",
    "/listings?region=440113&kind=equipment&payMin=9000",
    "/searches/stop/nobody-made-this",
    "/listings/confirm/nobody-made-this",
    "/organizations",
    "/map",
    "/resources",
    "/resources?kind=experience_day&age=13",
    "/map?region=440000&family=06&industry=C&view=slots",
    "/regulations",
    "/regulations/check",
    "/login",
    "/register?kind=enterprise",
    "/password/forgotten",
    "/transfers/rules",
    "/transfers/rules?region=shandong-2026",
    "/pathways/open",
    "/pathways/open?kind=three_two&q=数控",
    "/pathways/open?q=nothing-at-all",
    "/programme-cards",
    "/surveys/answer/nobody-made-this",
    "/no-such-page",
  ],
  "school@demo.example": [
    "/applications",
    "/applications?tab=proposals",
    "/applications?tab=ended",
    "/workspace",
    "/matches",
    "/enquiries",
    "/enquiries?tab=ended",
    "/listings/mine",
    "/listings/new",
    "/searches",
    "/searches/new?q=数控&near=番禺区",
    "/organization",
    "/organization/programmes",
    "/rounds",
    "/rounds/new",
    "/organization/members",
    "/organization/standing",
    "/organization/students/requests",
    "/organization/access-log",
    "/oversight/indicators/placements_completed",
    "/oversight/sheets",
    "/oversight/bulletins",
    "/oversight/dossiers",
    "/oversight/downloads",
    "/oversight/cards",
    "/oversight/proposals",
    "/oversight/proposals/new?family=06-03",
    "/account",
    "/account/calendar",
    "/transfers",
    "/transfers/new",
    "/transfers/quotas",
    "/transfers/pairings",
    "/transfers/movements",
    "/credits",
    "/credits/courses",
    "/credits/courses/new",
    "/credits/courses/import",
    "/credits/tables",
    "/credits/transfers",
    "/credits/makeup",
    "/credits/makeup?tab=done",
    "/credits/claims",
    "/pathways",
    "/pathways/new",
    "/credits/store",
    "/placements",
    "/placements/gates",
    "/placements/gates?gate=agreement",
    "/organization/outcomes",
    "/surveys",
    "/surveys/new",
    "/placements/plans",
    "/placements/plans/new",
    "/placements/missing",
    "/placements/sign",
    "/placements/weeks",
    "/placements/pay",
    "/placements/figures",
    "/organization/rubrics",
    "/organization/rubrics/new?major=660303",
    "/placements/findings",
    "/concerns",
  ],
  "enterprise@demo.example": [
    "/applications",
    "/applications?tab=shortlisted",
    "/applications?tab=ended",
    "/workspace",
    "/matches",
    "/enquiries",
    "/enquiries/quota",
    "/listings/mine",
    "/organization/posts",
    "/organization/posts/new",
    "/rounds",
    "/placements",
    "/placements/exceptions",
    "/placements/missing",
    "/placements/sign",
    "/placements/pay",
    "/placements/findings",
    "/concerns",
    "/weeks",
  ],
  "student@demo.example": [
    "/workspace",
    "/weeks",
    "/searches",
    "/rounds",
    "/applications",
    "/applications?tab=ended",
    "/applications/self-found/new",
    "/credits",
    "/credits/claims",
    "/account/profile",
    "/placements",
    "/placements/missing",
  ],
  "trainee@demo.example": ["/workspace", "/weeks", "/placements"],
  "minor@demo.example": ["/workspace", "/applications", "/transfers", "/transfers/new", "/credits"],
  "guardian@demo.example": ["/workspace", "/placements", "/account/children", "/transfers", "/credits"],
  "authority@demo.example": [
    "/workspace",
    "/concerns",
    "/placements/figures",
    "/placements/findings",
    "/regulations/sandbox?rule=INT-14&shareBp=1",
    "/oversight",
    "/oversight/alerts",
    "/oversight/partnerships",
    "/oversight/partnerships?view=map",
    "/oversight/consortia",
    "/oversight/cards",
    "/oversight/cards?outcome=few",
    "/oversight/cards/criteria",
    "/oversight/proposals",
    "/oversight/indicators",
    "/oversight/indicators?table=scorecard",
    "/oversight/indicators/enquiry_reply_rate",
    "/oversight/indicators/placements_started",
    "/oversight/indicators/monthly_income",
    "/oversight/sheets",
    "/oversight/bulletins",
    "/oversight/downloads",
    "/oversight/indicators/satisfaction_parents",
    "/surveys",
    "/surveys/new",
    "/oversight/targets",
    "/oversight/recognition",
    "/transfers",
    "/transfers/windows",
    "/transfers/flow",
    "/transfers/movements",
    "/transfers/rules/adjust",
    "/credits",
    "/credits/tables",
    "/pathways",
  ],
  "highschool@demo.example": [
    "/workspace",
    "/transfers",
    "/transfers/windows",
    "/transfers/quotas",
    "/transfers/students/new",
    "/credits",
    "/credits/makeup",
    "/organization/students",
    "/organization/students/invitations",
  ],
  "operator@demo.example": [
    "/workspace",
    "/admin",
    "/admin/verifications",
    "/admin/outbox",
    "/admin/events",
    "/admin/organizations",
    "/admin/likenesses",
    "/oversight/recomputation",
  ],
};

const VARIANTS = [
  { name: "desk, Chinese, light", viewport: DESK, language: "zh-CN", dark: false },
  { name: "phone, English, dark", viewport: PHONE, language: "en", dark: true },
] as const;

describe.each(VARIANTS)("every page: $name", (variant) => {
  for (const [email, paths] of Object.entries(PAGES)) {
    it(`for ${email || "anybody"} is accessible, fits the screen and has no complaint`, async () => {
      const lanes = paths.length > 8 ? [0, 1] : [0];
      await Promise.all(
        lanes.map(async (lane) => {
          const { context, page } = await visitor(browser, variant);
          if (email) await signInAs(page, email);
          for (const path of paths.filter((_, index) => index % lanes.length === lane)) {
            const answer = await page.goto(path);
            expect(answer?.status(), path).toBe(
              path.startsWith("/no-such-page") || path.endsWith("nobody-made-this") ? 404 : 200,
            );
            expect(await page.locator("h1").count(), `${path} has one main heading`).toBe(1);
            expect((await page.title()).length, `${path} has a title`).toBeGreaterThan(1);
            await expectAccessible(page);
          }
          expect(complaintsOf(page)).toEqual([]);
          await context.close();
        }),
      );
    });
  }

  it("the pages of one listing, organization, match and enquiry", async () => {
    const { context, page } = await visitor(browser, variant);
    await signInAs(page, "school@demo.example");
    const firstOf = async (from: string, selector: string): Promise<string> => {
      await page.goto(from);
      return (await page.locator(selector).first().getAttribute("href"))!;
    };
    const found = [
      await firstOf("/listings", 'main a[href^="/listings/0"]'),
      await firstOf("/organizations", 'main a[href^="/organizations/0"]'),
      await firstOf("/matches", 'main a[href^="/matches/programmes/"]'),
      await firstOf("/enquiries", 'main a[href^="/enquiries/0"]'),
    ];
    for (const path of found) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expectAccessible(page);
    }
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });
});
