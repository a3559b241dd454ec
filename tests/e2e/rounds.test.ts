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

const OPEN = "商旅专业岗位实习录取";
const READY = "秋季实习与学徒岗位录取";
const PAST = "数控学徒先行岗位（第一轮）";

const openRound = async (page: Page, name: string) => {
  await page.goto("/rounds");
  await page.getByRole("link", { name }).click();
  await page.waitForLoadState();
};

describe("a round in the browser", () => {
  it("is computed again, confirmed from its preview and followed by another, without a script", async () => {
    const { context, page } = await visitor(browser, { script: false });
    await signInAs(page, "school@demo.example");
    await openRound(page, READY);
    await page.getByRole("link", { name: "查看结果" }).click();
    await page.waitForLoadState();
    const result = page.url();
    await page.locator('button[name="intent"][value="compute"]').click();
    await page.waitForLoadState();
    await page.locator('button[name="intent"][value="confirm"]').first().click();
    await page.waitForLoadState();
    expect(page.url()).toBe(result);
    expect(await page.locator(".notice-ok").textContent()).toMatch(/结果已公布，\d+ 名学生/);
    expect(await page.locator('button[value="confirm"]').count()).toBe(0);
    await page.getByRole("button", { name: "为未录取的学生再开一轮" }).click();
    await page.waitForLoadState();
    expect(await page.locator("h1").textContent()).toBe(`${READY}·补录`);
    expect(await page.getByText("准备中").count()).toBeGreaterThan(0);
    await context.close();
  });

  it("tells its student why not a choice they liked better, on a phone", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE });
    await signInAs(page, "trainee-2024010050@city.example");
    await openRound(page, PAST);
    expect(await page.getByText(/您第 1 志愿的 3 个名额给了排名在前的 3 人；您的名次是 \d+。/).count()).toBe(
      1,
    );
    expect(await page.getByRole("link", { name: "下载匿名输入（JSON）" }).count()).toBe(1);
    await expectAccessible(page);
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });

  it("takes choices written down by the school, and says when a number is given twice", async () => {
    const { context, page } = await visitor(browser, { script: false });
    await signInAs(page, "school2@demo.example");
    await openRound(page, OPEN);
    await page.getByRole("link", { name: "志愿填报情况" }).click();
    await page.getByRole("link", { name: /^代填/ }).first().click();
    await page.waitForLoadState();
    const fields = page.locator('input[name^="places["][name$="].place"]:not([type="hidden"])');
    const count = await fields.count();
    expect(count).toBeGreaterThan(0);
    for (let at = 0; at < count; at += 1) await fields.nth(at).fill(at < 2 ? "1" : "");
    await page.getByRole("button", { name: "保存志愿" }).first().click();
    await page.waitForLoadState();
    if (count > 1) expect(await page.getByText("顺序 1 写了两次").count()).toBe(1);
    for (let at = 0; at < count; at += 1) await fields.nth(at).fill(at < 2 ? String(at + 1) : "");
    await page.getByRole("button", { name: "保存志愿" }).first().click();
    await page.waitForLoadState();
    expect(await page.getByText("志愿已保存。").count()).toBe(1);
    await context.close();
  });

  it("lets an authority try a rule and see counts, and rows only for a reason", async () => {
    const { context, page } = await visitor(browser, { script: false });
    await signInAs(page, "authority@demo.example");
    await page.goto("/regulations/sandbox?rule=INT-14&shareBp=0.1");
    expect(await page.getByRole("heading", { name: "按单位" }).count()).toBe(1);
    await page.locator('textarea[name="reason"]').fill("核对比例调整的影响");
    await page.getByRole("button", { name: "查看名单" }).click();
    await page.waitForLoadState();
    expect(await page.getByText("这次查看已留下记录。").count()).toBe(1);
    await context.close();
  });
});
