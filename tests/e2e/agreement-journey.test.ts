import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, expectAccessible, openBrowser, PHONE, signInAs, type Visit, visitor } from "./browser";

const PASSWORD = "bridge-demo-2026";
const SEALS_WITHIN_MS = 30_000;
const DAY_MS = 86_400_000;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
});

const civil = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

const formOf = (page: Page, intent: string): Locator =>
  page.locator(`form:has(input[name="intent"][value="${intent}"])`).first();

/** Holds a page to WCAG and to its width; the checker itself needs a script. */
const look = async (page: Page, script: boolean): Promise<void> => {
  if (script) return expectAccessible(page);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
};

/** Scrolls to the middle, as a thumb would, clear of the bar at the bottom of a phone, and presses. */
const press = async (button: Locator): Promise<void> => {
  await button.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await button.click();
};

/** Presses what leads to another page, and waits until that page is there. */
const follow = async (button: Locator): Promise<void> => {
  const page = button.page();
  await Promise.all([page.waitForEvent("framenavigated"), press(button)]);
  await page.waitForLoadState();
};

/** Presses the one verb of a form, and again in its question where a script asks once more. */
const submit = async (page: Page, form: Locator, script: boolean): Promise<void> => {
  const first = form.locator("button[type=submit]:not(dialog button)").first();
  const asks = script && (await first.getAttribute("data-dialog")) !== null;
  if (!asks) return follow(first);
  await press(first);
  await follow(page.locator("dialog[open] button[type=submit]"));
};

const says = async (page: Page, words: RegExp | string): Promise<void> => {
  const told = await page.locator("main").innerText();
  if (typeof words === "string") expect(told).toContain(words);
  else expect(told).toMatch(words);
};

/** Looks again until a job behind the page has done its work. */
const reloadUntil = async (page: Page, selector: string): Promise<void> => {
  const give = Date.now() + SEALS_WITHIN_MS;
  while ((await page.locator(selector).count()) === 0) {
    if (Date.now() > give) throw new Error(`${page.url()} never shows ${selector}`);
    await page.waitForTimeout(500);
    await page.reload();
  }
};

/** From a listing of the enterprise to an accepted enquiry. Comes out: the enquiry's path. */
const acceptedEnquiry = async (school: Page, firm: Page, subject: string): Promise<string> => {
  await firm.goto("/listings/mine");
  const seat = await firm.locator('a[href^="/listings/"]:has-text("学徒")').first().getAttribute("href");
  await school.goto(`/enquiries/new?listing=${seat!.split("/")[2]!}`);
  await school.locator('[name="subject"]').fill(subject);
  await school.locator('[name="message"]').fill("希望签一份订单班协议，明年春季开班。");
  await school.locator('[name="seats"]').fill("12");
  await follow(school.locator('form:has([name="message"]) button[type="submit"]').first());
  await school.waitForURL(/\/enquiries\/[0-9a-f-]{36}$/);
  const enquiry = new URL(school.url()).pathname;
  await firm.goto(enquiry);
  await firm.locator('[name="contactName"]').fill("陈志强");
  await firm.locator('[name="contactPhone"]').fill("13800000000");
  await follow(firm.locator('form:has([name="contactPhone"]) button[type="submit"]').first());
  return enquiry;
};

/** Draws up an order class from the enquiry with three promises, each with a date and a name. */
const draftFrom = async (firm: Page, enquiry: string, title: string, script: boolean): Promise<string> => {
  await firm.goto(enquiry);
  await follow(firm.locator('a[href^="/agreements/new?enquiry="]').first());
  await follow(firm.locator('a[href*="template=order-class-2026"]').first());
  const draft = firm.locator('form:has(input[name="templateId"])');
  await draft.locator('[name="title"]').fill(title);
  await draft.locator('[name="startsOn"]').fill(civil(0));
  await draft.locator('[name="endsOn"]').fill(civil(3 * 366));
  await follow(draft.locator("button[type=submit]").last());
  await firm.waitForURL(/\/agreements\/[0-9a-f-]{36}\/edit$/);
  const edit = firm.locator('form:has(input[name="base"])');
  for (const index of [0, 1, 2]) {
    const at = (name: string) => edit.locator(`[name="commitments[${index}].${name}"]`);
    await at("quantity").fill(String([12, 40, 6][index]));
    await at("dueOn").fill(civil(60 + index * 30));
    await at("owner").fill(["周厂长", "何师傅", "林老师"][index]!);
  }
  await edit.locator('[name="commitments[3].remove"]').check();
  await follow(edit.locator(".form-end button[type=submit]"));
  await firm.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
  expect(script ? await firm.locator("dialog[open]").count() : 0).toBe(0);
  return new URL(firm.url()).pathname;
};

const nameSignatory = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  const name = formOf(page, "name");
  await press(page.locator("details:has(input[value=name]) summary").first());
  await name.locator('[name="personId"]').selectOption({ index: 1 });
  await name.locator('[name="position"]').fill("法定代表人");
  await follow(name.locator("button[type=submit]").last());
};

const sign = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${path}/sign`);
  const form = formOf(page, "sign");
  await form.locator('[name="consent"]').check();
  await form.locator('[name="password"]').fill(PASSWORD);
  await follow(form.locator("button[type=submit]"));
  expect(await page.locator('[role="alert"]').count(), await page.locator("main").innerText()).toBe(0);
};

/** Approves what is on the table, as each of them in turn. */
const approve = async (page: Page, path: string, script: boolean): Promise<void> => {
  await page.goto(path);
  await submit(page, formOf(page, "approve"), script);
};

/** The pages of the promises, in the order of the text. */
const promisePaths = (page: Page): Promise<string[]> =>
  page
    .locator('section[aria-labelledby="commitments"] a[href*="/commitments/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!))]);

const deliver = async (page: Page, path: string, quantity: number, note: string): Promise<void> => {
  await page.goto(path);
  const form = formOf(page, "submit");
  await form.locator('[name="quantity"]').fill(String(quantity));
  await form.locator('[name="happenedOn"]').fill(civil(0));
  await form.locator('[name="note"]').fill(note);
  await follow(form.locator("button[type=submit]").last());
};

/** Which promises each side owes, by the forms their pages offer. */
const owedBy = async (page: Page, paths: readonly string[]): Promise<string[]> => {
  const owed: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    if ((await page.locator('input[name="intent"][value="submit"]').count()) > 0) owed.push(path);
  }
  return owed;
};

type Journey = { name: string; title: string; visit: Visit & { script: boolean } };

const JOURNEYS: Journey[] = [
  {
    name: "at a desk in Chinese",
    title: "数控订单班协议（春季）",
    visit: { script: true, language: "zh-CN" },
  },
  {
    name: "on a phone in English without a script",
    title: "数控订单班协议（秋季）",
    visit: { script: false, language: "en", viewport: PHONE },
  },
];

describe.each(JOURNEYS)("an enterprise and a school, $name", ({ title, visit }) => {
  const { script } = visit;

  it("go from an enquiry to a sealed agreement, deliver, dispute and amend; anybody verifies it", async () => {
    const school = await visitor(browser, visit);
    const firm = await visitor(browser, visit);
    await signInAs(school.page, "school@demo.example");
    await signInAs(firm.page, "enterprise@demo.example");
    const enquiry = await acceptedEnquiry(school.page, firm.page, title);
    const path = await draftFrom(firm.page, enquiry, title, script);

    expect((await school.page.goto(path))?.status(), "an unsent draft is nobody else's").toBe(404);
    await firm.page.goto(path);
    await submit(firm.page, formOf(firm.page, "send"), script);

    // The school answers with a counter-proposal; both versions stay.
    await school.page.goto(`${path}/edit`);
    await look(school.page, script);
    await school.page.locator('[name="commitments[1].quantity"]').fill("48");
    await follow(school.page.locator(".form-end button[type=submit]"));
    await school.page.waitForURL((url) => url.pathname === path);
    await submit(school.page, formOf(school.page, "send"), script);
    await firm.page.goto(`${path}/compare`);
    await says(firm.page, "48");
    await approve(firm.page, path, script);
    await approve(school.page, path, script);

    await nameSignatory(firm.page, path);
    await nameSignatory(school.page, path);
    await firm.page.goto(path);
    await submit(firm.page, formOf(firm.page, "openSigning"), script);
    await firm.page.goto(`${path}/edit`);
    expect(await firm.page.locator('input[name="base"]').count(), "a frozen text has no form").toBe(0);
    await firm.page.goto(`${path}/sign`);
    await look(firm.page, script);
    await sign(firm.page, path);
    await sign(school.page, path);
    await firm.page.goto(path);
    await reloadUntil(firm.page, 'a[href^="/verify/"]');
    await look(firm.page, script);

    const paths = await promisePaths(firm.page);
    expect(paths.length).toBe(3);
    const ofFirm = await owedBy(firm.page, paths);
    const debtor = (promise: string) => (ofFirm.includes(promise) ? firm.page : school.page);
    const creditor = (promise: string) => (ofFirm.includes(promise) ? school.page : firm.page);
    const [kept, disputed, changed] = paths as [string, string, string];

    await deliver(debtor(kept), kept, 5, "第一批名单");
    await creditor(kept).goto(kept);
    await follow(creditor(kept).locator('button[value="accept"]').first());
    await debtor(kept).goto(kept);
    await says(debtor(kept), /5 \/ 12/);

    await deliver(debtor(disputed), disputed, 10, "课表");
    await creditor(disputed).goto(disputed);
    await look(creditor(disputed), script);
    await creditor(disputed).locator('[name="note"]').fill("签到表只有 6 课时");
    await follow(creditor(disputed).locator('button[value="dispute"]').first());
    await debtor(disputed).goto(disputed);
    await says(debtor(disputed), "签到表只有 6 课时");

    // The third promise is changed by an amendment that is signed and sealed like the first text.
    await firm.page.goto(`${path}/amend`);
    await follow(firm.page.locator('form:has(input[value="amendment"]) button[type=submit]'));
    await firm.page.waitForURL(/\/edit$/);
    await firm.page.locator('[name="commitments[2].quantity"]').fill("9");
    await follow(firm.page.locator(".form-end button[type=submit]"));
    await firm.page.waitForURL((url) => url.pathname === path);
    await submit(firm.page, formOf(firm.page, "send"), script);
    await approve(school.page, path, script);
    await approve(firm.page, path, script);
    await firm.page.goto(path);
    await submit(firm.page, formOf(firm.page, "openSigning"), script);
    await sign(school.page, path);
    await sign(firm.page, path);
    await firm.page.goto(path);
    await reloadUntil(firm.page, 'a[href^="/verify/"] >> nth=1');
    await firm.page.goto(changed);
    await says(firm.page, /0 \/ 9/);

    await firm.page.goto(path);
    const codes = await firm.page
      .locator('a[href^="/verify/"]')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!))]);
    const file = await firm.page.locator('a[href$="?as=pdf"]').last().getAttribute("href");
    const pdf = await (await firm.context.request.get(file!)).body();
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");

    const anybody = await visitor(browser, visit);
    for (const code of codes) {
      expect((await anybody.page.goto(code))?.status()).toBe(200);
      expect(await anybody.page.locator(".notice-ok").count(), await anybody.page.content()).toBeGreaterThan(
        0,
      );
    }
    await look(anybody.page, script);
    const upload = async (bytes: Buffer): Promise<void> => {
      await anybody.page.goto("/verify");
      await anybody.page
        .locator('input[type="file"]')
        .setInputFiles({ name: "agreement.pdf", mimeType: "application/pdf", buffer: bytes });
      await press(anybody.page.locator('form:has(input[type="file"]) button[type=submit]'));
      await anybody.page.locator(".notice").first().waitFor();
    };
    await upload(pdf);
    expect(await anybody.page.locator(".notice-ok").count()).toBe(1);
    const changedPdf = Buffer.from(pdf);
    changedPdf[changedPdf.length - 40] = changedPdf[changedPdf.length - 40]! ^ 1;
    await upload(changedPdf);
    expect(await anybody.page.locator(".notice-ok").count()).toBe(0);
    expect((await anybody.page.goto(path))?.url()).toContain("/login");
    for (const one of [firm, school, anybody]) {
      expect(complaintsOf(one.page)).toEqual([]);
      await one.context.close();
    }
  });
});
