import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, DESK, expectAccessible, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

const hrefOf = async (page: Page, from: string, selector: string): Promise<string> => {
  await page.goto(from);
  return (await page.locator(selector).first().getAttribute("href")) ?? "";
};

const EXPERIENCE = 'main .item a[href^="/resources/0"]';

describe("a middle school books an experience day from a phone without scripts", () => {
  it("finds a session, books it, names the class, and a guardian says yes", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE, script: false });
    await signInAs(page, "middleschool@demo.example");
    const day = await hrefOf(page, "/resources?kind=experience_day&age=13", EXPERIENCE);
    await page.goto(day);
    await page.locator('main a[href*="slot="]').last().click();
    const form = page.locator('form:has(input[name="slot"])');
    const fill = async (values: Record<string, string>) => {
      for (const [name, value] of Object.entries(values)) await form.locator(`[name="${name}"]`).fill(value);
    };
    await fill({ groupName: "初一(5)班", people: "3", youngest: "12", oldest: "14", contact: "周老师" });
    await form.locator("button").click();
    expect(await page.locator("#form-errors").innerText()).toContain("至少 1 位");
    expect(await form.locator('[name="groupName"]').inputValue()).toBe("初一(5)班");
    await fill({ adults: "1" });
    await form.locator("button").click();
    expect(page.url()).toContain("done=booked");

    await page.locator('[name="list"]').fill("陈小雨 12\n李明轩");
    await page.locator('button[value="list"]').click();
    expect(await page.locator("#form-errors").innerText()).toContain("第 2 行");
    await page.locator('[name="list"]').fill("陈小雨 12\n李明轩 13\n赵子墨 14");
    await page.locator('button[value="list"]').click();
    const booking = page.url().split("?")[0] ?? "";
    expect(await page.locator('main a[href^="/resources/guardian/"]').count()).toBe(2);
    const link = await page.locator('main a[href^="/resources/guardian/"]').first().getAttribute("href");

    const home = await visitor(browser, { viewport: PHONE, script: false });
    await home.page.goto(link ?? "");
    const asked = await home.page.locator("main").innerText();
    expect(asked).toContain("陈小雨");
    expect(asked).toContain("护目镜");
    await home.page.locator('[name="guardian"]').fill("陈伯年");
    await home.page.locator('[name="relation"]').selectOption("father");
    await home.page.locator('button[value="given"]').click();
    expect(await home.page.locator(".notice").innerText()).toContain("同意");
    await home.context.close();

    await page.goto(booking);
    expect(await page.locator("main").innerText()).toContain("需要监护人确认 2 人：已同意 1");
    await page.goto("/resources/bookings");
    expect(await page.locator("main").innerText()).toContain("初一(5)班");
    await context.close();
  });
});

const VARIANTS = [
  { name: "desk, Chinese, light", viewport: DESK, language: "zh-CN", dark: false },
  { name: "phone, English, dark", viewport: PHONE, language: "en", dark: true },
] as const;

describe.each(VARIANTS)("shared resources: $name", (variant) => {
  it("is accessible and fits the screen on every page, in every state", async () => {
    const { context, page } = await visitor(browser, variant);
    const look = async (path: string) => {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expectAccessible(page);
    };
    await look("/resources");
    await look("/resources?kind=course&age=5");
    const day = await hrefOf(page, "/resources?kind=experience_day", EXPERIENCE);
    await look(day);
    await signInAs(page, "middleschool@demo.example");
    const session = await hrefOf(page, day, 'main a[href*="slot="]');
    await look(`${day}${session}`);
    await look("/resources/mine");
    await page.goto("/resources/bookings");
    const bookings = await page
      .locator('main a[href^="/resources/bookings/0"]')
      .evaluateAll((links) => links.map((one) => one.getAttribute("href") ?? ""));
    for (const booking of ["/resources/bookings", ...bookings.slice(0, 5)]) await look(booking);
    const withLinks = 'main a[href^="/resources/guardian/"]';
    for (const booking of bookings) {
      await page.goto(booking);
      if ((await page.locator(withLinks).count()) > 0) break;
    }
    await look((await page.locator(withLinks).first().getAttribute("href")) ?? "");
    await context.clearCookies();
    await signInAs(page, "school@demo.example");
    for (const path of ["/resources/mine", "/resources/new", "/resources/bookings?side=received"])
      await look(path);
    await look(`${day}/manage`);
    await look(`${day}/edit`);
    await look(
      await hrefOf(page, "/resources/bookings?side=received", 'main a[href^="/resources/bookings/0"]'),
    );
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });
});
