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

const VARIANTS = [
  { name: "desk, Chinese, light", viewport: DESK, language: "zh-CN", dark: false },
  { name: "phone, English, dark", viewport: PHONE, language: "en", dark: true },
] as const;

const STATES = ["active", "suspended", "completed", "withdrawn"] as const;

const hrefOf = async (page: Page, from: string, selector: string): Promise<string> => {
  await page.goto(from);
  const href = await page.locator(selector).first().getAttribute("href");
  if (!href) throw new Error(`${from} has no ${selector}`);
  return href;
};

const expectGood = async (page: Page, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    expect(await page.locator("h1").count(), `${path} has one main heading`).toBe(1);
    await expectAccessible(page);
  }
  expect(complaintsOf(page)).toEqual([]);
};

describe.each(VARIANTS)("pages of agreements: $name", (variant) => {
  it("are accessible and fit the screen in every state, for a school", async () => {
    const { context, page } = await visitor(browser, variant);
    await signInAs(page, "school@demo.example");
    const one = 'main a[href^="/agreements/0"]';
    const inStates: string[] = [];
    for (const state of STATES) inStates.push(await hrefOf(page, `/agreements?state=${state}`, one));
    const charter = await hrefOf(page, "/agreements", 'main a:has-text("章程")');
    const promise = await hrefOf(page, inStates[0]!, 'main a[href*="/commitments/"]');
    await expectGood(page, [
      "/agreements",
      "/agreements/new",
      "/agreements/new?template=order-class-2026",
      ...inStates,
      `${inStates[0]}/amend`,
      `${inStates[0]}/compare`,
      promise,
      charter,
      `${charter}/consortium`,
    ]);
    const check = await hrefOf(page, charter, 'a[href^="/verify/"]');
    await expectGood(page, ["/verify", check]);
    await context.close();
  });

  it("are accessible while a text is drafted and once it is to be signed, for enterprises", async () => {
    const drafting = await visitor(browser, variant);
    await signInAs(drafting.page, "enterprise2@demo.example");
    const draft = await hrefOf(drafting.page, "/agreements", 'main a:has-text("草稿")');
    await expectGood(drafting.page, [draft, `${draft}/edit`, `${draft}/parties?q=学院`]);
    await drafting.context.close();
    const signing = await visitor(browser, variant);
    await signInAs(signing.page, "enterprise@demo.example");
    const text = await hrefOf(signing.page, "/agreements", 'main a:has-text("数控学徒")');
    await expectGood(signing.page, [text]);
    await signing.context.close();
  });
});
