import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Suggestions on a page of matches: everything with a button to open an enquiry. */
const suggestionLinks = (page: Page) => page.locator('a[href^="/enquiries/new"]');

describe.each([
  { name: "with a script, at a desk", script: true, viewport: undefined, programme: "数控技术应用" },
  { name: "without a script, on a phone", script: false, viewport: PHONE, programme: "模具制造技术" },
])("a school finds a partner that answers, $name", ({ script, viewport, programme }) => {
  it("from the programme to three reasoned suggestions, an enquiry, and its acceptance", async () => {
    const school = await visitor(browser, { script, ...(viewport ? { viewport } : {}) });
    await signInAs(school.page, "school@demo.example");
    await school.page.goto("/matches");
    await school.page.getByRole("link", { name: programme }).first().click();
    expect(await suggestionLinks(school.page).count()).toBeGreaterThanOrEqual(3);
    const reasons = await school.page.locator("main").innerText();
    expect(reasons).toMatch(/公里/);
    expect(reasons).toContain("专业");

    const firm = await visitor(browser, { script });
    await signInAs(firm.page, "enterprise@demo.example");
    await firm.page.goto("/listings/mine");
    const seat = await firm.page
      .locator('a[href^="/listings/"]:has-text("学徒")')
      .first()
      .getAttribute("href");
    const listing = seat!.split("/")[2]!;

    await school.page.goto(`/enquiries/new?listing=${listing}`);
    await school.page.locator('[name="message"]').fill(`${programme}：能否接收两名学徒，下月到岗？`);
    await school.page.locator('[name="seats"]').fill("2");
    const subject = await school.page.locator('[name="subject"]').inputValue();
    await school.page.locator('form:has([name="message"]) button[type="submit"]').first().click();
    await school.page.waitForURL(/\/enquiries\/[0-9a-f-]{36}$/);
    const enquiry = new URL(school.page.url()).pathname;
    expect(await school.page.locator("main").innerText()).toContain("南粤精密");

    await firm.page.goto("/workspace");
    expect(await firm.page.locator("main").innerText()).toContain(subject);
    await firm.page.goto(enquiry);
    await firm.page.locator('[name="contactName"]').fill("陈志强");
    await firm.page.locator('[name="contactPhone"]').fill("13800000000");
    await firm.page.locator('form:has([name="contactPhone"]) button[type="submit"]').first().click();
    await firm.page.waitForLoadState();
    expect(await firm.page.locator("main").innerText()).toContain("已接受");

    await school.page.goto(enquiry);
    expect(await school.page.locator("main").innerText()).toContain("已接受");
    expect([...complaintsOf(school.page), ...complaintsOf(firm.page)]).toEqual([]);
    await school.context.close();
    await firm.context.close();
  });
});

describe.each([
  { name: "with a script", script: true },
  { name: "without a script", script: false },
])("a visitor on a phone, $name", ({ script }) => {
  it("finds a place by words and distance and reads it", async () => {
    const { context, page } = await visitor(browser, { script, viewport: PHONE });
    await page.goto("/");
    await page.locator('[name="q"]').first().fill("数控");
    await page.locator('[name="near"]').first().fill("番禺区");
    await page.locator('form:has([name="near"]) button[type="submit"]').first().click();
    await page.waitForURL(/\/listings\?/);
    const text = await page.locator("main").innerText();
    expect(text).toContain("数控车床操作调整");
    expect(text).toMatch(/\d(\.\d)? 公里/);
    await page
      .getByRole("link", { name: /数控车床操作调整/ })
      .first()
      .click();
    await page.waitForURL(/\/listings\/[0-9a-f-]{36}/);
    expect(await page.locator("h1").innerText()).toContain("数控车床操作调整");
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });

  it("is offered something near when nothing fits", async () => {
    const { context, page } = await visitor(browser, { script, viewport: PHONE });
    await page.goto("/listings?q=量子计算&near=番禺区&radiusKm=10");
    const links = await page.locator('main a[href^="/listings?"]').count();
    expect(links).toBeGreaterThan(0);
    await context.close();
  });
});

describe("a form", () => {
  it("names what is wrong beside the field, keeps what was typed, and sends once", async () => {
    const { context, page } = await visitor(browser, { script: false });
    await signInAs(page, "school@demo.example");
    await page.goto("/listings?q=焊接");
    await page.locator('main a[href^="/listings/"]').first().click();
    await page.locator('a[href^="/enquiries/new"]').first().click();
    await page.locator('[name="seats"]').fill("2");
    await page.locator('[name="message"]').fill("");
    await page.locator('form:has([name="message"])').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.locator('form:has([name="message"]) button[type="submit"]').first().click();
    await page.waitForLoadState();
    expect(await page.locator('[name="seats"]').inputValue()).toBe("2");
    const described = await page.locator('[name="message"]').getAttribute("aria-describedby");
    expect(await page.locator('[name="message"]').getAttribute("aria-invalid")).toBe("true");
    expect(described).toBeTruthy();
    await context.close();
  });

  it("sends a stranger to nothing: a foreign enquiry is not found", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    await school.page.goto("/enquiries");
    const path = await school.page.locator('main a[href^="/enquiries/"]').first().getAttribute("href");
    const stranger = await visitor(browser);
    await signInAs(stranger.page, "enterprise2@demo.example");
    const answer = await stranger.page.goto(path!);
    expect(answer?.status()).toBe(404);
    await school.context.close();
    await stranger.context.close();
  });
});
