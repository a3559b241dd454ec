import { existsSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject } from "vitest";

/** Background networking off: the machines are closed, and every refused connection would cost time. */
const ARGUMENTS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-extensions",
];

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** The browser of the lockfile, or an installed Chromium named by CHROMIUM. */
export const openBrowser = async (): Promise<Browser> => {
  const named = process.env.CHROMIUM;
  const executablePath = named && existsSync(named) ? named : await sparticuz.executablePath();
  return chromium.launch({ executablePath, args: ARGUMENTS, ignoreDefaultArgs: ["--enable-automation"] });
};

export type Visit = {
  viewport?: { width: number; height: number };
  script?: boolean;
  language?: "zh-CN" | "en";
  dark?: boolean;
};

const problems = new WeakMap<Page, string[]>();

/** A fresh visitor: no cookies, the wished screen and language, with or without JavaScript. */
export const visitor = async (
  browser: Browser,
  visit: Visit = {},
): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({
    baseURL: inject("houseUrl"),
    viewport: visit.viewport ?? DESK,
    javaScriptEnabled: visit.script ?? true,
    locale: visit.language ?? "zh-CN",
    colorScheme: visit.dark ? "dark" : "light",
  });
  const page = await context.newPage();
  const seen: string[] = [];
  problems.set(page, seen);
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) seen.push(message.text());
  });
  page.on("pageerror", (error) => seen.push(error.message));
  return { context, page };
};

/** What the page complained of in its console: must be nothing (refused forms answer 4xx, which is no complaint). */
export const complaintsOf = (page: Page): string[] => problems.get(page) ?? [];

/** Signs in as one of the demo's people by their row on the sign-in page. */
export const signInAs = async (page: Page, email: string, password = "bridge-demo-2026"): Promise<void> => {
  await page.goto("/login");
  await page.locator('input[name="email"]').first().fill(email);
  await page.locator('input[name="password"]').first().fill(password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
};

/** Holds a page to WCAG 2.2 AA with axe, and to fitting its screen without sideways scrolling. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const told = violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} at ${violation.nodes.map((node) => node.target.join(" ")).join(" | ")}`,
  );
  expect(told, page.url()).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
};

/** The newest letter in the demo's outbox whose link begins so and whose text holds a word. */
export const letterLink = async (
  browser: Browser,
  begins: string,
  word: string,
  passed: ReadonlySet<string> = new Set(),
): Promise<string> => {
  const { context, page } = await visitor(browser);
  await signInAs(page, "operator@demo.example");
  for (let address = "/admin/jobs?kind=mail"; ; ) {
    await page.goto(address);
    const found = await page.locator("article").evaluateAll(
      (letters, { start, held, not }) =>
        letters
          .filter((letter) => (letter.textContent ?? "").includes(held))
          .flatMap((letter) => [...letter.querySelectorAll("a")].map((link) => new URL(link.href).pathname))
          .find((path) => path.startsWith(start) && !not.includes(path)),
      { start: begins, held: word, not: [...passed] },
    );
    if (found) {
      await context.close();
      return found;
    }
    const next = page.locator('a[href*="before="]');
    if ((await next.count()) === 0) throw new Error(`no letter leads to ${begins}`);
    address = (await next.last().getAttribute("href")) ?? "";
  }
};
