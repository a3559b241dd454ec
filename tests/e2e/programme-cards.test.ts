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

describe("a red card", () => {
  it("opens for the authority, on a phone without JavaScript, to its reasons and to the rows behind them", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE, script: false });
    await signInAs(page, "authority@demo.example");
    await page.goto("/oversight/cards?outcome=red");
    await page.locator("article h3 a").first().click();
    await page.waitForURL(/\/oversight\/cards\/[0-9a-f-]{36}$/);
    expect(await page.locator(".state-bad").first().innerText()).toContain("红牌");
    const measure = page.locator("tr", { hasText: "低于红线" }).locator("a").first();
    const figure = await page.locator("tr", { hasText: "低于红线" }).first().innerText();
    const [, numerator, denominator] = /(\d+) \/ (\d+)/.exec(figure) ?? [];
    await measure.click();
    await page.getByRole("textbox", { name: "理由" }).fill("核对红牌所依据的逐人记录。");
    await page.getByRole("button", { name: "写明理由并打开" }).click();
    await page.waitForURL(/access=/);
    const rows = page.locator("tbody tr");
    const counted = await rows.filter({ hasText: "计入分子" }).count();
    const under = await rows.filter({ hasText: "只计入分母" }).count();
    expect([counted, counted + under].map(String)).toEqual([numerator, denominator]);
    await context.close();
  });

  it("is read by anybody once it is published, and answered by the school before", async () => {
    const anybody = await visitor(browser);
    await anybody.page.goto("/programme-cards");
    expect(await anybody.page.locator("article").count()).toBeGreaterThan(0);
    await anybody.context.close();
    for (const [viewport, dark] of [
      [DESK, false],
      [PHONE, true],
    ] as const) {
      const { context, page } = await visitor(browser, { viewport, dark });
      await signInAs(page, "school@demo.example");
      await page.goto("/oversight/cards");
      await page.locator("article", { hasText: "征求意见" }).locator("h3 a").first().click();
      await page.waitForURL(/\/oversight\/cards\/[0-9a-f-]{36}$/);
      await expectAccessible(page);
      await page.getByRole("link", { name: "提出专业设置建议" }).click();
      await page.waitForURL(/proposals\/new/);
      await expectAccessible(page);
      await page.goto("/oversight/proposals");
      await page.locator("article h3 a").first().click();
      await page.waitForURL(/\/oversight\/proposals\/[0-9a-f-]{36}$/);
      await expectAccessible(page);
      expect(complaintsOf(page)).toEqual([]);
      await context.close();
    }
  });
});

describe("a consortium", () => {
  it("shows its convener who promised and delivered what", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE });
    await signInAs(page, "industry@demo.example");
    await page.goto("/oversight/consortia");
    await page.locator("article h3 a").first().click();
    await page.waitForURL(/\/oversight\/consortia\/[0-9a-f-]{36}$/);
    expect(await page.locator("tbody tr").count()).toBe(3);
    await expectAccessible(page);
    await context.close();
  });
});
