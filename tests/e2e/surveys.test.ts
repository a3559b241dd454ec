import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, expectAccessible, letterLink, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe("a satisfaction survey", () => {
  it("is answered from the letter on a phone without a script, once", async () => {
    const parent = await visitor(browser, { viewport: PHONE, script: false });
    const { page } = parent;
    // Letters of earlier surveys and those answered already lie in the same outbox.
    const passed = new Set<string>();
    let link = "";
    do {
      link = await letterLink(browser, "/surveys/answer/", "您的孩子在", passed);
      passed.add(link);
      await page.goto(link);
    } while ((await page.locator("main form").count()) === 0);
    expect(await page.locator("main").innerText()).toContain("匿名回答");
    await page.locator('[name="q_parent_teaching"][value="5"]').check();
    await page.locator('[name="text"]').fill("老师常打电话来，放心。");
    await page.locator('main form button[type="submit"]').last().click();
    // The browser itself asks for the one question that must be answered.
    expect(await page.locator('[name="text"]').inputValue()).toBe("老师常打电话来，放心。");
    await page.locator('[name="q_parent_overall"][value="4"]').check();
    await page.locator('main form button[type="submit"]').last().click();
    await page.waitForLoadState();
    expect(await page.locator("main").innerText()).toContain("已经收到，谢谢");
    await page.goto(link);
    expect(await page.locator("main form").count()).toBe(0);
    expect(complaintsOf(page)).toEqual([]);
    await parent.context.close();
  });

  it.each([
    ["at a desk, in Chinese", { language: "zh-CN", dark: false }],
    ["on a phone, in English, in the dark", { language: "en", dark: true, viewport: PHONE }],
  ] as const)("is read by its school %s: open, counted, too few, by name, on paper", async (_where, visit) => {
    const { context, page } = await visitor(browser, visit);
    await signInAs(page, "school@demo.example");
    await page.goto("/surveys");
    const links = page.locator('main a[href^="/surveys/0"]');
    const paths = await links.evaluateAll((found) => found.map((one) => one.getAttribute("href") ?? ""));
    expect(paths.length).toBeGreaterThanOrEqual(7);
    for (const path of paths) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      await expectAccessible(page);
    }
    await page.goto(paths[0]!);
    await page.locator('main a[href$="/sheets"]').click();
    await page.locator('main a[href^="?class="]').first().click();
    await page.waitForURL(/class=/);
    expect(await page.locator("main li svg[role=img]").count()).toBeGreaterThan(0);
    await expectAccessible(page);
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });

  it("is told to the city authority by school, with those under five answers not told apart", async () => {
    const { context, page } = await visitor(browser);
    await signInAs(page, "authority@demo.example");
    await page.goto("/surveys");
    await page.locator('main a[href^="/surveys/0"]').first().click();
    await page.waitForURL(/\/surveys\/0/);
    const text = await page.locator("main").innerText();
    expect(text).toContain("不足 5 份，不单列");
    expect(text).toContain("为保护其他学校的少数作答者，不单列");
    await expectAccessible(page);
    await context.close();
  });
});
