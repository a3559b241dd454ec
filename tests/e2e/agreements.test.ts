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

const SEALS_WITHIN_MS = 20_000;

/** The page of one's own agreement with these words in its title. */
const openAgreement = async (page: Page, title: string): Promise<string> => {
  await page.goto("/agreements");
  const link = page.locator("main a", { hasText: title }).first();
  const path = await link.getAttribute("href");
  await page.goto(path!);
  return path!;
};

/** Looks again until the page says it, for a job works behind the page. */
const reloadUntil = async (page: Page, words: string): Promise<void> => {
  const give = Date.now() + SEALS_WITHIN_MS;
  while (!(await page.locator("main").innerText()).includes(words)) {
    if (Date.now() > give) throw new Error(`${page.url()} never says ${words}`);
    await page.waitForTimeout(500);
    await page.reload();
  }
};

describe("an agreement", () => {
  it("is checked by anybody with its code, and opened by nobody but its parties", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    const path = await openAgreement(school.page, "数控“订单班”");
    const check = await school.page.locator('a[href^="/verify/"]').first().getAttribute("href");
    const anybody = await visitor(browser, { script: false, viewport: PHONE });
    expect((await anybody.page.goto(check!))?.status()).toBe(200);
    const told = await anybody.page.locator("main").innerText();
    expect(told).toContain("完好");
    expect(told).toContain("岭南机电职业学校");
    expect(told).not.toContain("郭伟明");
    expect((await anybody.page.goto("/verify/K7QM-3F2P-9XTD"))?.status()).toBe(404);
    await anybody.page.goto(path);
    expect(new URL(anybody.page.url()).pathname).toBe("/login");

    const stranger = await visitor(browser);
    await signInAs(stranger.page, "enterprise2@demo.example");
    expect((await stranger.page.goto(path))?.status()).toBe(404);
    const student = await visitor(browser);
    await signInAs(student.page, "student@demo.example");
    expect((await student.page.goto(path))?.status()).toBe(403);
    for (const one of [school, anybody, stranger, student]) await one.context.close();
  });

  it("counts a delivery when the school confirms it, and the enterprise sees it counted", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    const path = await openAgreement(school.page, "数控“订单班”");
    await school.page.getByRole("link", { name: "确认", exact: true }).click();
    const before = await school.page.locator("main").innerText();
    const counted = Number(/(\d+) \/ \d+ \S+已确认/.exec(before)?.[1]);
    const pending = Number(/(\d+) \S+待确认/.exec(before)?.[1]);
    expect(pending).toBeGreaterThan(0);
    const promise = new URL(school.page.url()).pathname;
    await school.page.locator('button[value="accept"]').first().click();
    await school.page.waitForLoadState();

    const firm = await visitor(browser);
    await signInAs(firm.page, "enterprise@demo.example");
    await firm.page.goto(promise);
    const after = await firm.page.locator("main").innerText();
    expect(Number(/(\d+) \/ \d+ \S+已确认/.exec(after)?.[1])).toBe(counted + pending);
    expect(after).not.toContain("待确认");
    await firm.page.goto(path);
    expect(await firm.page.locator("main").innerText()).toMatch(
      new RegExp(`岭南机电职业学校确认：\\S+ ${pending} `),
    );
    expect([...complaintsOf(school.page), ...complaintsOf(firm.page)]).toEqual([]);
    await school.context.close();
    await firm.context.close();
  });

  it("is sealed when its last signatory signs with their password, and then holds", async () => {
    const firm = await visitor(browser);
    await signInAs(firm.page, "enterprise@demo.example");
    const path = await openAgreement(firm.page, "数控学徒");
    expect(await firm.page.getByRole("link", { name: "去签署" }).count()).toBe(0);

    const school = await visitor(browser, { viewport: PHONE });
    await signInAs(school.page, "office@school4.example");
    await school.page.goto("/workspace");
    await school.page.locator(`a[href="${path}/sign"]`).first().click();
    await school.page.waitForURL((url) => url.pathname.endsWith("/sign"));
    for (const screen of [PHONE, DESK]) {
      await school.page.setViewportSize(screen);
      await expectAccessible(school.page);
    }
    await expectAccessible(school.page);
    const sign = school.page.locator('form:has(input[name="password"])');
    await sign.locator('input[name="consent"]').check();
    await sign.locator('input[name="password"]').fill("not-the-password-0");
    await sign.locator('button[type="submit"]').click();
    await school.page.locator('[role="alert"]').first().waitFor();
    expect(await school.page.locator("main").innerText()).toContain("已签 1 / 2");

    await sign.locator('input[name="consent"]').check();
    await sign.locator('input[name="password"]').fill("bridge-demo-2026");
    await sign.locator('button[type="submit"]').click();
    await reloadUntil(school.page, "已签 2 / 2");

    await firm.page.goto(path);
    await reloadUntil(firm.page, "生效中");
    const check = await firm.page.locator('a[href^="/verify/"]').first().getAttribute("href");
    const anybody = await visitor(browser);
    await anybody.page.goto(check!);
    expect(await anybody.page.locator("main").innerText()).toContain("完好");
    for (const one of [firm, school, anybody]) {
      expect(complaintsOf(one.page)).toEqual([]);
      await one.context.close();
    }
  });
});
