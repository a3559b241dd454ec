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

const VARIANTS = [
  { name: "desk, Chinese, light", viewport: DESK, language: "zh-CN", dark: false },
  { name: "phone, English, dark", viewport: PHONE, language: "en", dark: true },
] as const;

describe.each(VARIANTS)("through pathways: $name", (variant) => {
  it("the school's sheet of scores, the enterprise's turn, and a student's own way without anybody else", async () => {
    const { context, page } = await visitor(browser, variant);
    const hrefOf = async (from: string, selector: string): Promise<string> => {
      await page.goto(from);
      return (await page.locator(selector).first().getAttribute("href")) ?? "";
    };
    await signInAs(page, "school@demo.example");
    const running = await hrefOf("/pathways", 'main a:has-text("中高职贯通培养")');
    const cohort = await hrefOf(running, 'main a[href*="/cohorts/"] >> nth=-1');
    for (const path of [running, cohort, `${cohort}/import`]) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expectAccessible(page);
    }
    await page.goto(cohort);
    expect(await page.locator('main input[name="rows[1].scores[0]"]').count()).toBe(1);

    await context.clearCookies();
    await signInAs(page, "enterprise@demo.example");
    await page.goto(await hrefOf("/pathways", 'main a[href^="/pathways/0"]'));
    await expectAccessible(page);
    expect(await page.locator('main button[value="confirm"]').count()).toBe(1);

    await context.clearCookies();
    await signInAs(page, "student@demo.example");
    await page.goto(await hrefOf("/pathways", 'main a[href^="/pathways/0"]'));
    await expectAccessible(page);
    expect(await page.locator("main h2").first().innerText()).toBe(
      variant.language === "en" ? "My way" : "我的路",
    );
    expect(await page.locator('main a[href*="/cohorts/"]').count()).toBe(0);
    expect((await page.goto(cohort))?.status()).toBe(404);
    expect(complaintsOf(page).filter((one) => !one.includes("404"))).toEqual([]);
    await context.close();
  });
});
