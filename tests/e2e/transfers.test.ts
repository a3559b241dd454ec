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

describe.each(VARIANTS)("transfers: $name", (variant) => {
  it("one transfer, its assessment, and the public list without a full name", async () => {
    const { context, page } = await visitor(browser, variant);
    await signInAs(page, "highschool@demo.example");
    const hrefOf = async (from: string, selector: string): Promise<string> => {
      await page.goto(from);
      return (await page.locator(selector).first().getAttribute("href")) ?? "";
    };
    const transfer = await hrefOf("/transfers?tab=mine", 'main a[href^="/transfers/0"]');
    const assessment = await hrefOf("/transfers/quotas", 'main a[href^="/transfers/assessment/"]');
    for (const path of [transfer, assessment]) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expectAccessible(page);
    }
    const notice = await hrefOf(assessment, 'main a[href^="/transfers/notices/"]');
    await context.clearCookies();
    expect((await page.goto(notice))?.status()).toBe(200);
    await expectAccessible(page);
    const shown = await page.locator("main").innerText();
    expect(shown).toContain("梁*欣");
    expect(shown).not.toContain("梁嘉欣");
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });
});
