import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";

const SCRIPT = readFileSync(new URL("../../public/enhance.js", import.meta.url));

const page = (refused = false) => `<!doctype html><html lang="zh-CN"><title>t</title><body>
${refused ? '<div data-focus tabindex="-1" id="refusal">名额不能小于 1。</div>' : ""}
<form method="post" action="/save" data-draft="listing" data-guard>
  <p data-draft-note hidden>已恢复</p>
  <input name="title" id="title"><input name="major" id="major" list="majors" data-suggest="/majors?q=">
  <datalist id="majors"></datalist><input type="checkbox" name="minors" id="minors" value="yes">
  <input type="password" name="secret" id="secret"><button id="save">保存</button>
</form>
<form method="post" action="/upload" enctype="multipart/form-data" data-upload>
  <input type="file" name="file" id="file"><progress max="100" hidden></progress><button id="upload">上传</button>
</form>
<form action="/sorted"><select name="sort" id="sort" data-autosubmit><option>fit<option>pay</select></form>
<form action="/near"><input type="hidden" name="lat" disabled data-latitude><input type="hidden" name="lng" disabled data-longitude>
  <button type="button" id="near" hidden data-near-me="没有取得位置">用我的位置</button></form>
<form method="post" action="/end"><button id="end" data-dialog="sure">终止</button>
  <dialog id="sure"><button type="button" id="no" data-close>取消</button><button name="verb" value="end" id="yes">终止</button></dialog></form>
<script defer src="/enhance.js"></script>`;

const DONE = `<!doctype html><title>d</title><span hidden data-draft-done="listing"></span><script defer src="/enhance.js"></script>`;

let server: Server;
let browser: Browser;
let tab: Page;
let origin: string;
let posted: string[] = [];
let pageErrors: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const answer = (status: number, type: string, text: string | Buffer) =>
        response
          .writeHead(status, { "Content-Type": type, "Content-Security-Policy": "default-src 'self'" })
          .end(text);
      if (url.pathname === "/enhance.js") return answer(200, "text/javascript", SCRIPT);
      if (url.pathname === "/majors") {
        return answer(
          200,
          "application/json",
          JSON.stringify({ items: [{ code: "520201K", name: url.searchParams.get("q") }] }),
        );
      }
      if (request.method !== "POST")
        return answer(200, "text/html; charset=utf-8", url.pathname === "/done" ? DONE : page());
      posted.push(`${url.pathname} ${body}`);
      if (url.pathname === "/upload") return answer(422, "text/html; charset=utf-8", page(true));
      setTimeout(() => response.writeHead(303, { Location: "/done" }).end(), 200);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await driver.launch({
    executablePath: await chromium.executablePath(),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(async () => {
  posted = [];
  pageErrors = [];
  const context = await browser.newContext({
    geolocation: { latitude: 23.1, longitude: 113.3 },
    permissions: ["geolocation"],
  });
  tab = await context.newPage();
  tab.on("pageerror", (error) => pageErrors.push(error.message));
  await tab.goto(`${origin}/form`);
});

afterEach(async () => {
  await tab.context().close();
  expect(pageErrors).toEqual([]);
});

it("sends a form once however often the button is pressed", async () => {
  await tab.evaluate(() => {
    const button = document.getElementById("save");
    button?.click();
    setTimeout(() => button?.click(), 40);
  });
  await tab.waitForURL("**/done");
  expect(posted).toHaveLength(1);
});

it("brings back what was typed, never a password, and forgets it after success", async () => {
  tab.on("dialog", (dialog) => void dialog.accept());
  await tab.fill("#title", "数控车工 学徒");
  await tab.fill("#secret", "abc");
  await tab.check("#minors");
  await tab.waitForTimeout(600);
  await tab.reload();
  expect(await tab.inputValue("#title")).toBe("数控车工 学徒");
  expect(await tab.isChecked("#minors")).toBe(true);
  expect(await tab.inputValue("#secret")).toBe("");
  expect(await tab.isVisible("[data-draft-note]")).toBe(true);
  await tab.click("#save");
  await tab.waitForURL("**/done");
  await tab.goto(`${origin}/form`);
  expect(await tab.inputValue("#title")).toBe("");
});

it("asks before what was typed is left behind", async () => {
  const asked: string[] = [];
  tab.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await tab.fill("#title", "数控");
  await tab.reload();
  expect(asked).toEqual(["beforeunload"]);
});

it("suggests codes by name while one types", async () => {
  await tab.locator("#major").pressSequentially("数控");
  await tab.waitForSelector("#majors option", { state: "attached" });
  const [value, label] = await tab.$eval("#majors option", (option) => {
    const { value, label } = option as HTMLOptionElement;
    return [value, label];
  });
  expect([value, label]).toEqual(["520201K", "数控"]);
});

it("sends a sort and a position by themselves", async () => {
  await tab.selectOption("#sort", "pay");
  await tab.waitForURL("**/sorted?sort=pay");
  await tab.click("#near");
  await tab.waitForURL("**/near?lat=23.1000&lng=113.3000");
});

it("asks once more before something is ended", async () => {
  await tab.click("#end");
  expect(await tab.isVisible("#sure")).toBe(true);
  await tab.click("#no");
  expect(await tab.isVisible("#sure")).toBe(false);
  expect(posted).toEqual([]);
  await tab.click("#end");
  await tab.click("#yes");
  await tab.waitForURL("**/done");
  expect(posted).toEqual(["/end verb=end"]);
});

it("shows the refusal of an upload on the page, with the focus on it", async () => {
  await tab.setInputFiles("#file", {
    name: "营业执照.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("x".repeat(4000)),
  });
  await tab.click("#upload");
  await tab.waitForSelector("#refusal");
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe("refusal");
  expect(posted).toHaveLength(1);
});
