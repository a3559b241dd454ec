import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DESK, expectAccessible, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

const upload = async (page: Page, text: string): Promise<void> => {
  await page.locator('select[name="table"]').selectOption("service");
  await page.locator('input[type="file"]').setInputFiles({
    name: "服务贡献.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text, "utf8"),
  });
  await page.locator('form[enctype="multipart/form-data"] button').click();
};

describe("a school hands figures in from a phone without scripts", () => {
  it("takes the empty sheet, mends what was not understood, confirms, and finds the figure with its file and line", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE, script: false });
    await signInAs(page, "school@demo.example");
    await page.goto("/oversight/sheets");
    const year = (await page.locator('input[name="year"]').first().inputValue()) ?? "";
    const link = await page.locator('a[href*="table=service"][href*="format=csv"]').getAttribute("href");
    const empty = await (await page.request.get(link ?? "")).text();
    const filled = (amount: string) =>
      empty
        .split("\r\n")
        .map((line) => {
          const cells = line.split(",");
          return cells[2] === "patents" ? cells.with(5, amount).join(",") : line;
        })
        .join("\r\n");

    await upload(page, filled("约三十"));
    expect(await page.locator("main").innerText()).toContain("不是数字");
    expect(await page.locator('button[value="confirm"]').count()).toBe(0);

    await page.goto("/oversight/sheets");
    await upload(page, filled("３１"));
    expect(await page.locator("main").innerText()).toContain("读作 31");
    await page.locator('button[value="confirm"]').click();
    expect(await page.locator("main").innerText()).toContain("已生效");

    await page.goto(`/oversight/indicators/patents?year=${year}`);
    const told = await page.locator("main").innerText();
    expect(told).toContain("31 项");
    expect(told).toContain("服务贡献.csv 第");
    await page.goto("/oversight/sheets");
    await upload(page, filled("３１"));
    expect(await page.locator("main").innerText()).toContain("以前上传过");
    await context.close();
  });
});

describe("an authority takes a bulletin away", () => {
  it("opens the issue, asks for its PDF and stands in the log with a reference", async () => {
    const { context, page } = await visitor(browser, { viewport: DESK });
    await signInAs(page, "authority@demo.example");
    await page.goto("/oversight/sheets");
    await expectAccessible(page);
    await page.goto("/oversight/bulletins");
    await page.locator('main a[href^="/oversight/bulletins/"]').first().click();
    await expectAccessible(page);
    await page.locator('form[action="/oversight/downloads"] button').click();
    const reference = await page.locator("main code").first().innerText();
    expect(reference).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    await page.goto("/oversight/downloads");
    expect(await page.locator("main").innerText()).toContain(reference);
    await context.close();
  });
});
