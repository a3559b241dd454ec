import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, expectAccessible, openBrowser, PHONE, signInAs, visitor } from "./browser";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

describe("the operator and a false school–enterprise pair", () => {
  it("stops the pair with the facts on screen", async () => {
    const { context, page } = await visitor(browser);
    await signInAs(page, "operator@demo.example");
    await page.goto("/admin/verifications");
    await page.getByRole("link", { name: "增城纺服实业有限公司" }).first().click();
    await page.waitForURL(/\/admin\/verifications\/0/);
    const facts = page.locator("section:has(#shared), #shared").first();
    await expect.poll(() => facts.textContent()).toContain("联系电话相同");
    expect(await page.textContent("main")).toContain("地址相同");
    expect(await page.textContent("main")).toContain("学校与企业之间");
    await page.goto("/admin/likenesses");
    await expectAccessible(page);
    await page.getByRole("link", { name: "增城纺服实业有限公司" }).first().click();
    await page.waitForURL(/\/admin\/organizations\/0/);
    await expectAccessible(page);
    const address = new URL(page.url()).pathname;
    await page.locator("#reasonCode").selectOption("false_pair");
    await page
      .locator("#facts")
      .fill("企业电话、地址与增城一所学校相同，营业执照上的经营场所就是该校教学楼。");
    await page.locator('form:has(input[value="block"]) button').first().click();
    await page.locator("dialog[open] button:not([data-close])").click();
    await page.waitForURL(/done=blocked/);
    expect(await page.textContent("main")).toContain("停用中");
    const stranger = await visitor(browser, { viewport: PHONE });
    await stranger.page.goto("/organizations?q=增城纺服实业");
    expect(await stranger.page.textContent("main")).not.toContain("增城纺服实业有限公司");
    const answer = await stranger.page.goto(address.replace("/admin", ""));
    expect(answer?.status()).toBe(404);
    expect(complaintsOf(page)).toEqual([]);
    await stranger.context.close();
    await context.close();
  });

  it("lets a blocked party in again after its appeal, on a phone without any script", async () => {
    const { context, page } = await visitor(browser, { viewport: PHONE, script: false });
    await signInAs(page, "operator@demo.example");
    await page.goto("/admin/organizations?q=青禾造型美业有限公司");
    await page.getByRole("link", { name: "青禾造型美业有限公司" }).first().click();
    await page
      .locator('textarea[name="reason"]')
      .fill("已与收款银行和两名学生重新核对，退款到账，员工已离职，予以恢复。");
    await page.locator('button[name="outcome"][value="lifted"]').click();
    await page.waitForURL(/done=lifted/);
    expect(await page.textContent("main")).toContain("已恢复");
    await context.close();
  });
});

describe("a renamed school", () => {
  it("is found by its former name, which its page tells", async () => {
    const { context, page } = await visitor(browser);
    await page.goto("/organizations?q=增城纺织服装");
    await page.getByRole("link", { name: "增城时尚设计职业技术学校" }).first().click();
    expect(await page.textContent("main")).toContain("曾用名");
    await expectAccessible(page);
    await context.close();
  });
});

describe("a guardian on a phone", () => {
  it("consents from the link without any script, sees the child's record and asks to correct it", async () => {
    const school = await visitor(browser);
    await signInAs(school.page, "school@demo.example");
    await school.page.goto("/organization/students");
    await school.page.locator("tbody th a, tbody td a").nth(3).click();
    await school.page.locator("details:has(#guardian-name) > summary").click();
    await school.page.locator("#guardian-name").fill("演示家长");
    await school.page.locator("#guardian-phone").fill("13911114321");
    await school.page.locator("form:has(#guardian-name) button").click();
    await school.page.waitForURL(/done=guardian/);
    await school.page.locator('details:has(input[value="ask"]) > summary').click();
    await school.page.locator('form:has(input[value="ask"]) button').click();
    await school.page.waitForURL(/done=asked/);
    const told = (await school.page.textContent("main")) ?? "";
    const row = told.slice(told.indexOf("演示家长 ·"));
    const link = row.match(/\/consents\/[\w-]{43}/)?.[0];
    expect(link).toBeDefined();
    const { context, page } = await visitor(browser, { viewport: PHONE, script: false });
    await page.goto(link!);
    await page.locator("#digits").fill("4321");
    await page.locator("main form button").first().click();
    await page.locator('button[value="given"]').click();
    await page.waitForURL(/done=given/);
    await context.close();
    await school.context.close();
    const guardian = await visitor(browser, { viewport: PHONE });
    await signInAs(guardian.page, "guardian@demo.example");
    await guardian.page.goto("/account/children");
    await guardian.page.locator('main a[href^="/account/children/0"]').first().click();
    await expectAccessible(guardian.page);
    await guardian.page.locator("#field").selectOption("phone");
    await guardian.page.locator("#text").fill("手机号已换成 13900000000。");
    await guardian.page.locator("main form:has(#text) button").click();
    await guardian.page.waitForURL(/done=1/);
    expect(await guardian.page.textContent("main")).toContain("等待学校答复");
    expect(complaintsOf(guardian.page)).toEqual([]);
    await guardian.context.close();
  });
});
