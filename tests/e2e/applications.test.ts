import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, expectAccessible, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const onPhone = async (email: string) => {
  const visit = await visitor(browser, { viewport: PHONE, script: false });
  await signInAs(visit.page, email);
  return visit;
};

const press = async (page: Page, intent: string) => {
  await page.locator(`button[name="intent"][value="${intent}"]`).first().click();
  await page.waitForLoadState();
};

/** The address of an open place of 南粤精密 the student may still apply to. */
const applyWhereAllowed = async (page: Page): Promise<string> => {
  await page.goto("/listings?q=南粤精密&direction=offer");
  const hrefs = await page
    .locator('main a[href^="/listings/0"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href") ?? ""))]);
  for (const href of hrefs) {
    await page.goto(href.split("?")[0]!);
    const apply = page.locator('a[href^="/applications/new?listing="]');
    if ((await apply.count()) === 0) continue;
    await page.goto((await apply.first().getAttribute("href"))!);
    if ((await page.locator('main input[name="consent"]').count()) > 0) return page.url();
  }
  throw new Error("no place to apply for");
};

describe("from application to place, on a phone, without any script", () => {
  it("a student applies, the host offers, the student accepts and the others end", async () => {
    const student = await onPhone("student@demo.example");
    await applyWhereAllowed(student.page);
    await student.page.locator('textarea[name="message"]').fill("想跟师傅学装调，周末可以来面试。");
    await student.page.locator('input[name="consent"]').check();
    await student.page.locator('main form:has(input[name="consent"]) button').last().click();
    await student.page.waitForURL(/\/applications\/0[0-9a-f-]+$/);
    const address = new URL(student.page.url()).pathname;

    const host = await onPhone("enterprise@demo.example");
    await host.page.goto(address);
    await press(host.page, "shortlist");
    await host.page.goto(address);
    await host.page.locator("details.answer:has(button[value='offer']) summary").click();
    await press(host.page, "offer");
    expect(await host.page.locator('button[value="offer"]').count()).toBe(0);

    await student.page.goto(address);
    await student.page.locator('input[name="consent"]').check();
    await press(student.page, "accept");
    await student.page.goto("/applications");
    expect(await student.page.locator('main a[href^="/applications/01"]').count()).toBe(0);
    await student.page.goto("/applications?tab=ended");
    expect(await student.page.locator(`main a[href="${address}"]`).count()).toBe(1);
    expect(complaintsOf(student.page)).toEqual([]);
    await student.context.close();
    await host.context.close();
  });

  it("a host answers several at once", async () => {
    const { context, page } = await onPhone("enterprise@demo.example");
    await page.goto("/applications?tab=submitted");
    const boxes = page.locator('input[name="ids"]');
    const before = await boxes.count();
    expect(before).toBeGreaterThan(2);
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await press(page, "read");
    expect(page.url()).toContain("done=2");
    expect(await page.locator('input[name="ids"]').count()).toBe(before - 2);
    await context.close();
  });

  it("an application that waits for a guardian is nobody's at the host", async () => {
    const { context, page } = await onPhone("minor@demo.example");
    await page.goto("/applications");
    await page.locator("main li.item a").first().click();
    await page.waitForURL(/\/applications\/0/);
    const address = new URL(page.url()).pathname;
    const host = await onPhone("enterprise@demo.example");
    expect((await host.page.goto(address))?.status()).toBe(404);
    await host.context.close();
    await context.close();
  });
});

describe("the pages of one application", () => {
  const PAGES = [
    ["student@demo.example", "/applications", "main li.item a"],
    ["student@demo.example", "/applications", 'main a[href^="/applications/self-found/0"]'],
    ["school@demo.example", "/applications?tab=proposals", 'main a[href^="/applications/self-found/0"]'],
    ["school@demo.example", "/applications", "main li.item a"],
    ["enterprise@demo.example", "/applications?tab=interview", 'main td a[href^="/applications/0"]'],
  ] as const;

  it.each(PAGES)("%s at %s, %s: accessible, fits a phone", async (email, from, link) => {
    const { context, page } = await visitor(browser, { viewport: PHONE, language: "en", dark: true });
    await signInAs(page, email);
    await page.goto(from);
    await page.goto((await page.locator(link).first().getAttribute("href"))!);
    await expectAccessible(page);
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });
});
