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

describe.each(VARIANTS)("credits: $name", (variant) => {
  it("a table with its versions, a conversion line by line, an owed course and a course's versions", async () => {
    const { context, page } = await visitor(browser, variant);
    await signInAs(page, "school@demo.example");
    const each = async (from: string, selector: string): Promise<void> => {
      await page.goto(from);
      const href = (await page.locator(selector).first().getAttribute("href")) ?? "";
      expect((await page.goto(href))?.status(), href).toBe(200);
      await expectAccessible(page);
    };
    await each("/credits/tables", 'main a[href^="/credits/tables/0"]');
    await each("/credits/transfers", 'main a[href^="/credits/transfers/0"]');
    await each("/credits/makeup", 'main a[href^="/credits/makeup/0"]');
    await each("/credits/courses", 'main a[href^="/credits/courses/0"]');
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });
});

describe("a conversion on a phone, without a script", () => {
  it("waits for the course nobody knows, takes the decision with its reason, and is confirmed", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE, script: false });
    await signInAs(page, "school@demo.example");
    await page.goto("/credits/transfers");
    await page.getByRole("link", { name: "刘乐瑶" }).click();
    const undecided = page.locator("tr", { hasText: "模型制作" });
    await expectText(undecided, "互认表里没有这门课");
    expect(await page.getByRole("button", { name: "确认认定" }).count()).toBe(0);
    const form = undecided.locator("form", { has: page.locator('input[value="decide"]') });
    await form.locator('select[name="outcome"]').selectOption("elective");
    await form.locator('input[name="reason"]').fill("看过作品和课程记录，认作校本选修");
    await form.getByRole("button", { name: "保存决定" }).click();
    await expectText(page.locator("tr", { hasText: "模型制作" }), "看过作品和课程记录");
    await page.getByRole("button", { name: "确认认定" }).click();
    const shown = await page.locator("main").innerText();
    expect(shown).toContain("已确认");
    expect(shown).toContain("机械制图");
    expect(await page.locator('main a[href^="/credits/makeup/0"]').count()).toBeGreaterThan(0);
    expect(await page.getByRole("button", { name: "完成转入" }).count()).toBe(1);
    await context.close();
  });
});

const expectText = async (place: { innerText: () => Promise<string> }, text: string): Promise<void> =>
  expect(await place.innerText()).toContain(text);
