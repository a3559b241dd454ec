import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from "jose";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import {
  complaintsOf,
  DESK,
  expectAccessible,
  letterLink,
  openBrowser,
  PHONE,
  signInAs,
  visitor,
} from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const onPhone = async (email: string | null) => {
  const visit = await visitor(browser, { viewport: PHONE, script: false });
  if (email) await signInAs(visit.page, email);
  return visit;
};

/** Holds what a visitor without a script sees to the same as every page: axe itself needs one, so it looks beside them. */
const expectFit = async (page: Page): Promise<void> => {
  const beside = await visitor(browser, { viewport: page.viewportSize() ?? DESK });
  await beside.context.addCookies(await page.context().cookies());
  await beside.page.goto(page.url());
  await expectAccessible(beside.page);
  await beside.context.close();
};

const textOf = (page: Page): Promise<string> => page.locator("main").innerText();

/** A photo as a phone takes it, with the place it was taken at. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 2400, height: 1800, channels: 3, background: "#456" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "22/1 56/1 0/1" } })
    .jpeg()
    .toBuffer();

const LINES = "跟着师傅调试三号线，独立换了一套夹具，首件一次合格。";

/** Where the student's next unwritten week is written, or the newest one that may still be changed. */
const weekToWrite = async (page: Page): Promise<string> => {
  await page.goto("/weeks");
  const links = await page
    .locator('main a[href^="/weeks/0"]')
    .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute("href") ?? ""))]);
  for (const href of links) {
    await page.goto(href);
    if ((await page.locator('textarea[name="lines"]').count()) > 0) return href;
  }
  throw new Error("no week can be written");
};

describe("a week written where there is no network", () => {
  it("waits on the device with its photo and is sent by itself; a collision shows both", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE });
    await signInAs(page, "trainee@demo.example");
    const week = await weekToWrite(page).catch(() => null);
    if (week === null) throw new Error("no week is left to write");
    await page.locator('textarea[name="lines"]').fill("车间里没有信号，先写在手机上，出来再交。");
    await page
      .locator("#file")
      .setInputFiles({ name: "工件.jpg", mimeType: "image/jpeg", buffer: await photo() });
    await page.locator('input[name="d0"]').fill("8");
    await context.setOffline(true);
    await page.locator('form[data-draft^="week-"] button').last().click();
    await page.locator('[data-offline-note="kept"]').waitFor({ state: "visible" });
    await context.setOffline(false);
    await page.waitForURL(/sent=1/);
    expect(await page.locator('textarea[name="lines"]').inputValue()).toContain("车间里没有信号");
    const stored = await page.request.get(`${week}/file`);
    expect([stored.status(), (await sharp(await stored.body()).metadata()).width]).toEqual([200, 1600]);

    await page.goto(week);
    await page.locator('textarea[name="lines"]').fill("第一台手机上后来又改的话。");
    const second = await visitor(browser, { viewport: PHONE, script: false });
    await signInAs(second.page, "trainee@demo.example");
    await second.page.goto(week);
    await second.page.locator('textarea[name="lines"]').fill("第二台手机上先交的话。");
    await second.page.locator('form[data-draft^="week-"] button').last().click();
    await second.page.waitForURL(/sent=1/);
    await second.context.close();
    await context.setOffline(true);
    await page.locator('form[data-draft^="week-"] button').last().click();
    await page.locator('[data-offline-note="kept"]').waitFor({ state: "visible" });
    const refused = page.waitForResponse((answer) => answer.request().method() === "POST");
    await context.setOffline(false);
    expect((await refused).status()).toBe(409);
    await page.goto(week);
    expect(await page.locator('textarea[name="lines"]').inputValue()).toBe("第一台手机上后来又改的话。");
    expect(await page.locator("[data-draft-other]").innerText()).toContain("第二台手机上先交的话。");
    await expectAccessible(page);
    await page.locator('form[data-draft^="week-"] button').last().click();
    await page.waitForURL(/sent=1/);
    expect(complaintsOf(page).filter((line) => !/ERR_INTERNET_DISCONNECTED/.test(line))).toEqual([]);
    await context.close();
  });
});

describe.sequential("a week, from a student's phone to the mentor's tap", () => {
  let week = "";

  it("is handed in at 390 pixels without a script, and its photo loses its place", async () => {
    const bytes = await photo();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { context, page } = await onPhone("trainee@demo.example");
    week = await weekToWrite(page);
    await page.locator('textarea[name="lines"]').fill(LINES);
    await page.locator("#file").setInputFiles({ name: "工位.jpg", mimeType: "image/jpeg", buffer: bytes });
    for (const day of [0, 1, 2, 3]) await page.locator(`input[name="d${day}"]`).fill("8");
    await expectFit(page);
    await page.locator('form[data-draft^="week-"] button').last().click();
    await page.waitForURL(/sent=1/);
    expect(await textOf(page)).toContain("已提交，等导师确认");
    await expectFit(page);
    await page.goto("/weeks");
    const row = page.locator(`tr:has(a[href="${week}"]), li:has(a[href="${week}"])`).first();
    expect(await row.innerText()).toContain("待导师确认");
    expect(await row.innerText()).toContain("32");
    const stored = await page.request.get(`${week}/file`);
    const kept = await sharp(await stored.body()).metadata();
    expect([stored.status(), kept.width, kept.exif]).toEqual([200, 1600, undefined]);
    await context.close();
  });

  it("is confirmed by one tap from the letter; a scanner that only opens it confirms nothing", async () => {
    const monday = week.slice(-10);
    const link = await letterLink(browser, "/weeks/confirm/", monday);
    const scanner = await visitor(browser, { script: false });
    for (let scan = 0; scan < 3; scan += 1) expect((await scanner.page.request.get(link)).status()).toBe(200);
    await scanner.page.request.head(link);
    await scanner.context.close();
    const student = await onPhone("trainee@demo.example");
    await student.page.goto(week);
    expect(await student.page.locator('textarea[name="lines"]').inputValue()).toBe(LINES);

    const mentor = await onPhone(null);
    await mentor.page.goto(link);
    expect(await textOf(mentor.page)).toContain(LINES);
    await expectFit(mentor.page);
    await mentor.page.locator("form#confirm-weeks button").click();
    await mentor.page.waitForLoadState();
    expect(await textOf(mentor.page)).toContain("已记录");
    expect(await mentor.page.locator("form#confirm-weeks").count()).toBe(0);
    await expectFit(mentor.page);

    await student.page.goto(week);
    expect(await textOf(student.page)).toContain("已确认");
    expect(await student.page.locator('textarea[name="lines"]').count()).toBe(0);
    for (const { context } of [student, mentor]) await context.close();
  });
});

describe.sequential("an alarm", () => {
  const SECRET = `夜里一个人看三台机器，害怕出事 ${Date.now()}`;
  let address = "";
  let name = "";

  it("is raised in two taps", async () => {
    const { context, page } = await onPhone("trainee@demo.example");
    await page.goto("/account");
    name = (await page.locator('input[name="name"]').first().inputValue()).trim();
    expect(name.length).toBeGreaterThan(1);
    await page.goto("/weeks");
    await page.locator('main a[href$="/concern"]').first().click();
    await page.waitForURL(/\/concern$/);
    await expectFit(page);
    await page.locator('textarea[name="text"]').fill(SECRET);
    await page.locator('button[name="kind"][value="safety"]').click();
    await page.waitForLoadState();
    expect(await textOf(page)).toContain(SECRET);
    await context.close();
  });

  it("reaches the school's office and the authority, and nobody it may be about", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    await school.page.goto("/concerns");
    await expectFit(school.page);
    const links = await school.page
      .locator('main a[href^="/concerns/0"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const href of links) {
      await school.page.goto(href);
      if ((await textOf(school.page)).includes(SECRET)) address = href;
    }
    expect(address).toMatch(/^\/concerns\//);
    await school.page.goto(address);
    await expectFit(school.page);
    await school.context.close();

    const bureau = await visitor(browser);
    await signInAs(bureau.page, "authority@demo.example");
    expect((await bureau.page.goto(address))?.status()).toBe(200);
    expect(await textOf(bureau.page)).toContain(SECRET);
    expect(await textOf(bureau.page)).not.toContain(name);
    await bureau.context.close();

    for (const email of ["enterprise@demo.example", "mentor@demo.example", "teacher@demo.example"]) {
      const other = await visitor(browser);
      await signInAs(other.page, email);
      expect((await other.page.goto(address))?.status(), email).toBe(404);
      for (const path of ["/workspace", "/concerns", "/weeks"]) {
        await other.page.goto(path);
        expect(await other.page.content(), `${email} ${path}`).not.toContain(SECRET);
      }
      await other.context.close();
    }
  });
});

describe("a completed placement", () => {
  it("ends in a certificate people read and independent tooling accepts", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    await school.page.goto("/placements?state=assessed");
    const waiting = school.page.locator('main a[href^="/placements/0"]');
    if ((await waiting.count()) === 0) await school.page.goto("/placements?state=certified");
    const placement = ((await waiting.first().getAttribute("href")) ?? "").split("/").slice(0, 3).join("/");
    await school.page.goto(`${placement}/certificate`);
    const issue = school.page.locator('form:has(input[name="intent"][value="issue"]) button');
    if ((await issue.count()) > 0) await issue.click();
    await school.page.waitForLoadState();
    const verify = school.page.locator('a[href*="/verify/"]').first();
    const code = ((await verify.getAttribute("href")) ?? "").split("/").at(-1) ?? "";
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expectFit(school.page);
    await school.context.close();

    const anybody = await visitor(browser, { viewport: PHONE, script: false });
    expect((await anybody.page.goto(`/verify/${code}`))?.status()).toBe(200);
    expect(await textOf(anybody.page)).toContain("证书有效");
    await expectFit(anybody.page);

    const house = inject("houseUrl");
    const jwt = (await (await fetch(`${house}/certificates/${code}.jwt`)).text()).trim();
    const issuer = new URL(decodeJwt(jwt).iss ?? "");
    const profile = await fetch(`${house}${issuer.pathname}`);
    expect(profile.status).toBe(200);
    const keys = await fetch(`${house}${issuer.pathname.replace("issuer.json", "jwks.json")}`);
    const set = createLocalJWKSet((await keys.json()) as JSONWebKeySet);
    const { payload } = await jwtVerify(jwt, set, { algorithms: ["EdDSA"], issuer: issuer.href });
    expect(String(payload.jti)).toContain(code);
    const [head = "", body = "", mark = ""] = jwt.split(".");
    const flipped = `${body.slice(0, 40)}${body[40] === "A" ? "B" : "A"}${body.slice(41)}`;
    await expect(jwtVerify(`${head}.${flipped}.${mark}`, set)).rejects.toThrow();
    await anybody.context.close();
  });
});

describe("what became of a graduate", () => {
  const YEAR = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() - 1;

  const reasons = async (): Promise<string> => {
    const { context, page } = await visitor(browser);
    await signInAs(page, "school@demo.example");
    let told = "";
    for (const programme of ["数控技术应用", "工业机器人技术应用"]) {
      await page.goto("/matches");
      await page.getByRole("link", { name: programme }).first().click();
      await page.waitForLoadState();
      told += await page.locator("main").textContent();
    }
    await context.close();
    return [...new Set(told.match(/往届[^：往]*：完成 \d+ 人，留用 \d+ 人/g) ?? [])].sort().join("\n");
  };

  it("is asked by letter, answered on one page, and changes the reasons to choose that enterprise", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    await school.page.goto(`/organization/outcomes?year=${YEAR}&month=6`);
    await expectFit(school.page);
    const ask = school.page.locator('form[action*="again=1"] button');
    expect(await ask.count()).toBe(1);
    await ask.click();
    await school.page.waitForLoadState();
    expect(await textOf(school.page)).toContain("已发");
    await school.context.close();

    const before = await reasons();
    const link = await letterLink(browser, "/outcomes/", "毕业 6 个月");
    const graduate = await onPhone(null);
    await graduate.page.goto(link);
    await expectFit(graduate.page);
    await graduate.page.locator('select[name="destination"]').selectOption("11");
    await graduate.page.locator('input[name="sameUnit"][value="yes"]').check();
    await graduate.page.locator('input[name="satisfaction"][value="5"]').check();
    await graduate.page.locator('form:has(select[name="destination"]) button').click();
    await graduate.page.waitForLoadState();
    expect(await textOf(graduate.page)).toContain("已收到，谢谢");
    await expectFit(graduate.page);

    const after = await reasons();
    expect(before).toMatch(/留用 \d+ 人/);
    expect(after).not.toBe(before);
    const kept = (text: string) =>
      [...text.matchAll(/留用 (\d+) 人/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(kept(after)).toBe(kept(before) + 1);

    const employer = await letterLink(browser, "/outcomes/employer/", "在贵单位工作");
    await graduate.page.goto(employer);
    await expectFit(graduate.page);
    await graduate.page.locator('input[name="employed"][value="yes"]').check();
    await graduate.page.locator('input[name="satisfaction"][value="4"]').check();
    await graduate.page.locator('form:has(input[name="employed"]) button').first().click();
    await graduate.page.waitForLoadState();
    expect(await textOf(graduate.page)).toContain("已收到，谢谢");
    await graduate.context.close();
  });
});

/** Pages by who works on them; ids are found on the way. */
const PAGES: Record<string, readonly string[]> = {
  "trainee@demo.example": [
    "/weeks",
    "/placements > /weeks",
    "/placements > /pay",
    "/placements > /concern",
    "/placements > /change",
  ],
  "mentor@demo.example": ["/weeks", "/placements > /weeks", "/placements/pay"],
  "teacher@demo.example": ["/placements/weeks", "/placements > /weeks", "/placements/figures"],
  "school@demo.example": [
    "/placements/pay",
    "/placements/figures",
    "/organization/rubrics",
    "/organization/rubrics/new?major=660303",
    "/placements?state=in_progress > /change",
    "/placements?state=completed > /assessment",
    "/placements?state=certified > /archive",
  ],
  "authority@demo.example": ["/placements/figures"],
};

describe.each([
  { name: "desk, Chinese, light", viewport: DESK, language: "zh-CN", dark: false },
  { name: "phone, English, dark", viewport: PHONE, language: "en", dark: true },
] as const)("pages of students at work: $name", (variant) => {
  it.each(
    Object.entries(PAGES),
  )("for %s are accessible, fit the screen and complain of nothing", async (email, paths) => {
    const { context, page } = await visitor(browser, variant);
    await signInAs(page, email);
    for (const path of paths) {
      const [from = "", part] = path.split(" > ");
      await page.goto(from);
      if (part) {
        const first = page.locator('main a[href^="/placements/0"]').first();
        const base = ((await first.getAttribute("href")) ?? "").split("/").slice(0, 3).join("/");
        expect((await page.goto(`${base}${part}`))?.status(), path).toBe(200);
      }
      expect(await page.locator("h1").count(), `${path} has one main heading`).toBe(1);
      await expectAccessible(page);
    }
    expect(complaintsOf(page)).toEqual([]);
    await context.close();
  });
});
