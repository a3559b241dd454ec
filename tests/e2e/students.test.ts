import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROSTER_HEADERS, rosterRows, workbookOf } from "../fixtures/roster";
import { complaintsOf, expectAccessible, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), "bridge-roster-"));
const file = path.join(folder, "花名册.xlsx");

beforeAll(async () => {
  const rows = rosterRows(40, ["740201"]);
  rows[4]![2] = "不详";
  rows[9]![3] = "2009-02-30";
  writeFileSync(file, await workbookOf(ROSTER_HEADERS, rows));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a school office", () => {
  it("imports its own spreadsheet and mends what is wrong, without any script", async () => {
    const { context, page } = await visitor(browser, { script: false });
    await signInAs(page, "school2@demo.example");
    await page.goto("/organization/students/import");
    await page.locator("#file").setInputFiles(file);
    await page.locator('form[data-upload] button[type="submit"]').click();
    await page.waitForURL(/\/imports\//);
    expect(await page.locator('input[name^="cell:"]').count()).toBe(2);
    await page.locator('input[name$=":sex"]').fill("男");
    await page.locator('input[name$=":birthDate"]').fill("2009-10-10");
    await page.locator('input[name$=":birthDate"]').press("Enter");
    await page.waitForLoadState();
    await page.locator('form:has(input[name="intent"][value="apply"]) button').click();
    await page.waitForLoadState();
    await page.goto("/organization/students?q=2024000010");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await context.close();
  });
});

describe("a guardian", () => {
  it("opens the link on a phone, answers with the phone's digits, consents and withdraws", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    await school.page.goto("/organization/students?q=cyt");
    const links = school.page.locator("tbody th a, tbody td a");
    const hrefs = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    let link: string | undefined;
    for (const href of hrefs) {
      await school.page.goto(href);
      link = (await school.page.textContent("main"))?.match(/\/consents\/[\w-]{43}/)?.[0];
      if (link) break;
    }
    expect(link).toBeDefined();
    await expectAccessible(school.page);
    const { context, page } = await visitor(browser, { viewport: PHONE });
    await page.goto(link!);
    expect(await page.textContent("main")).not.toContain("陈雨桐");
    await expectAccessible(page);
    await page.locator("#digits").fill("5678");
    await page.locator("main form button").click();
    await page.locator('button[value="given"]').click();
    await page.waitForURL(/done=given/);
    await expectAccessible(page);
    await page.locator('button[value="withdrawn"]').first().click();
    await page.locator('dialog button[value="withdrawn"]').click();
    await page.waitForURL(/done=withdrawn/);
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
    await school.context.close();
  });
});
