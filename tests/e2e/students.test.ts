import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROSTER_HEADERS, rosterRows, workbookOf } from "../fixtures/roster";
import { complaintsOf, expectAccessible, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), "bridge-office-"));
const roster = path.join(folder, "花名册.xlsx");
const wrongProgrammes = path.join(folder, "专业点.xlsx");
const mendedProgrammes = path.join(folder, "专业点-改正.xlsx");

const right = rosterRows(400, ["740201"]);

/** Ten slips as offices make them: row, column, what stands there, the field's name. */
const SLIPS: readonly (readonly [row: number, column: number, text: string, field: string])[] = [
  [3, 0, "2024000003", "studentNumber"],
  [20, 1, "", "name"],
  [41, 2, "不详", "sex"],
  [77, 3, "2009-02-30", "birthDate"],
  [120, 3, "1908-01-09", "birthDate"],
  [150, 4, "999999200901120012", "idNumber"],
  [200, 5, "酒店服务与管里", "programme"],
  [260, 6, "去年", "entryYear"],
  [311, 8, "1381000031", "phone"],
  [399, 11, "", "guardianPhone"],
];

/** The file's line of a row: a title, an empty line and the header stand above. */
const lineOf = (row: number): number => row + 4;

/** Thirty majors of the secondary catalogue no demo school offers. */
const MAJORS = [
  "610101",
  "610102",
  "610103",
  "610104",
  "610105",
  "610106",
  "610107",
  "610108",
  "610109",
  "610110",
  "610111",
  "610112",
  "610113",
  "610114",
  "610115",
  "610116",
  "610117",
  "610118",
  "610119",
  "610201",
  "610202",
  "610203",
  "610204",
  "610205",
  "610301",
  "610302",
  "610303",
  "610304",
  "610401",
  "610402",
];

const programmeRows = (majors: readonly string[]): string[][] =>
  majors.map((code) => [code, "100", "50%", "2025级", "96", "2027-09-01", "2028-02-28"]);

const PROGRAMME_HEADERS = [
  "专业代码",
  "招生人数",
  "实践教学占比（%）",
  "年级",
  "学生人数",
  "实习起",
  "实习止",
];

beforeAll(async () => {
  const rows = right.map((row) => [...row]);
  for (const [row, column, text] of SLIPS) rows[row]![column] = text;
  writeFileSync(roster, await workbookOf(ROSTER_HEADERS, rows));
  const mended = programmeRows(MAJORS);
  const wrong = mended.map((row) => [...row]);
  for (const index of [0, 3]) wrong[index]![0] = "999999";
  for (const index of [5, 8]) wrong[index]![1] = "很多";
  for (const index of [10, 13]) wrong[index]![2] = "150%";
  for (const index of [15, 18]) wrong[index]![5] = "2027-02-30";
  for (const index of [20, 23]) wrong[index]![6] = "2027-01-01";
  writeFileSync(wrongProgrammes, await workbookOf(PROGRAMME_HEADERS, wrong, "2026 年专业点"));
  writeFileSync(mendedProgrammes, await workbookOf(PROGRAMME_HEADERS, mended, "2026 年专业点"));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page of an import once the house has come to that point. */
const importAt = async (page: Page, choice: string): Promise<void> => {
  await page.waitForURL(/\/organization\/imports\//);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator(choice).count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThan(0);
};

describe("a school office", () => {
  it("loads 400 students with ten errors and mends them on the page, without any script", async () => {
    const { context, page } = await visitor(browser, { script: false });
    await signInAs(page, "school2@demo.example");
    await page.goto("/organization/students/import");
    await page.locator("#file").setInputFiles(roster);
    await page.locator('form[data-upload] button[type="submit"]').click();
    await page.waitForURL(/\/imports\//);
    for (const [row, column, , field] of SLIPS) {
      const cell = page.locator(`input[name="cell:${lineOf(row)}:${field}"]`);
      expect(await cell.getAttribute("aria-invalid"), `${field} of line ${lineOf(row)}`).toBe("true");
      await cell.fill(right[row]![column]!);
    }
    await page.locator('form:has(input[name="intent"][value="correct"]) button').first().click();
    await page.waitForLoadState();
    await page.locator('form:has(input[name="intent"][value="apply"]) button').click();
    await page.waitForLoadState();
    await page.goto("/organization/students?q=2024000042");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.goto("/organization/students?q=2024000400");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await context.close();
  });

  it("loads 30 programmes with ten errors, mends its own file from what the page says, and writes them", async () => {
    const { context, page } = await visitor(browser, { script: false });
    await signInAs(page, "school2@demo.example");
    await page.goto("/organization/programmes/import");
    await page.locator("#file").setInputFiles(wrongProgrammes);
    await page.locator('form[data-upload] button[type="submit"]').click();
    await importAt(page, 'button[value="good"]');
    const told = (await page.textContent("main")) ?? "";
    for (const row of [0, 3, 5, 8, 10, 13, 15, 18, 20, 23]) expect(told).toContain(String(lineOf(row)));
    await page.goto("/organization/programmes/import");
    await page.locator("#file").setInputFiles(mendedProgrammes);
    await page.locator('form[data-upload] button[type="submit"]').click();
    await importAt(page, 'button[value="all"]');
    await page.locator('button[value="all"]').click();
    await importAt(page, ".notice-ok");
    expect(await page.textContent("main")).toContain("30");
    await page.goto("/organization/programmes");
    const listed = (await page.textContent("main")) ?? "";
    expect(listed.length).toBeGreaterThan(0);
    for (const code of [MAJORS[0]!, MAJORS[29]!]) expect(listed).toContain(code);
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
