import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { SERVER_FILE, SERVER_FLAGS } from "../../app/cli/server-process.mjs";
import { type BenchReport, printReport } from "./report";
import { syntheticDatabase } from "./synthetic-listings";

const RECORDS = 500;
const ROWS = 10_000;
const ASK_EVERY_MS = 200;
const IDLE_MS = 15_000;

/** What visitors ask for meanwhile, in turn. */
const ADDRESSES = [
  "/listings",
  "/listings?q=%E6%95%B0%E6%8E%A7",
  "/listings?near=440113&radiusKm=60",
  "/listings?kind=apprenticeship&lodging=1",
  "/listings?q=%E6%8A%A4%E7%90%86&region=330000",
  "/listings?major=460103&near=440306&radiusKm=100",
];

const seconds = (ms: number): number => Math.round(ms / 10) / 100;
const rounded = (value: number): number => Math.round(value * 100) / 100;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  DEMO: "1",
  PORT: "0",
  HOST: "127.0.0.1",
  DATA_DIR: folder,
  DATABASE_URL: `file:${path.join(folder, "chanjiao.db")}`,
  LOG_LEVEL: "silent",
  TRUST_PROXY: "1",
});

const serve = (folder: string): Promise<{ url: string; process: ChildProcess }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...SERVER_FLAGS, SERVER_FILE], {
      env: environment(folder),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/localhost:\d+/.exec(said);
      if (found) resolve({ url: found[0], process: child });
    });
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });

/** Two verified firms in the copy: one with a key, one with somebody signed in. */
const raise = async (folder: string) => {
  Object.assign(process.env, environment(folder));
  const { closeDatabase } = await import("~/platform/db/client.server");
  const { givenHost, registered } = await import("../fixtures/records");
  const { givenKey } = await import("../fixtures/keys");
  const { cookieOf } = await import("../fixtures/people");
  const caller = await givenHost("批量");
  await registered(caller.actor.organizationId, "91350100M000100Y43");
  const { secret } = await givenKey({ ...caller, clock: { now: () => new Date() } });
  const owner = await givenHost("导入");
  await registered(owner.actor.organizationId, "91440101MA59RQ1U4Q");
  const cookie = await cookieOf(owner.actor.personId);
  await closeDatabase();
  return { secret, cookie, organizationId: owner.actor.organizationId };
};

/** Asks for pages at a steady pace until told to stop; a wait counts from when the page should have been asked for. */
const askAway = (url: string) => {
  const times: number[] = [];
  let going = true;
  let nth = 0;
  const ask = async (due: number): Promise<void> => {
    nth += 1;
    const headers = { "accept-language": "zh-CN", "x-forwarded-for": `10.1.${nth % 50}.1` };
    const answer = await fetch(`${url}${ADDRESSES[nth % ADDRESSES.length]}`, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`a page answered ${answer.status}`);
    times.push(performance.now() - due);
  };
  const loop = async () => {
    const open: Promise<void>[] = [];
    let due = performance.now();
    while (going) {
      due += ASK_EVERY_MS;
      await pause(Math.max(0, due - performance.now()));
      open.push(ask(due));
    }
    await Promise.all(open);
  };
  const running = loop();
  return async (): Promise<number> => {
    going = false;
    await running;
    return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  };
};

const bulkCall = async (url: string, secret: string, records: unknown[]): Promise<number> => {
  const from = performance.now();
  const response = await fetch(`${url}/api/v1/listings/bulk`, {
    method: "POST",
    headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
    body: JSON.stringify({ records }),
  });
  const answer = (await response.json()) as { refused: number };
  if (!response.ok || answer.refused > 0)
    throw new Error(`bulk call: ${JSON.stringify(answer).slice(0, 300)}`);
  return performance.now() - from;
};

const upload = async (url: string, cookie: string): Promise<string> => {
  const { writeCsv } = await import("~/platform/sheets/write-sheet.server");
  const { ROW } = await import("../fixtures/records");
  const headers = Object.keys(ROW);
  const rows = Array.from({ length: ROWS }, (_, index) =>
    headers.map((header) =>
      header === "编号" ? `X-${index}` : header === "标题" ? `${ROW.标题} ${index}` : (ROW[header] ?? ""),
    ),
  );
  const form = new FormData();
  form.set("kind", "internship:offer");
  form.set("publish", "yes");
  form.set("file", new Blob([writeCsv({ headers, rows })], { type: "text/csv" }), "rows.csv");
  const answer = await fetch(`${url}/listings/import`, {
    method: "POST",
    headers: { Cookie: cookie },
    body: form,
    redirect: "manual",
  });
  const id = /imports\/([0-9a-f-]{36})/.exec(answer.headers.get("Location") ?? "")?.[1];
  if (!id) throw new Error(`the upload answered ${answer.status}`);
  return id;
};

type Row = { state: string; version: number; bad: number; created: number; stopped: string | null };

/**
 * Bulk, against the built server over 100,000 listings: 500 records a call in one transaction, made and changed; a
 * spreadsheet of 10,000 listings uploaded, checked, published and found, while visitors ask for pages of listings five
 * times a second, against the same pages with nothing else going on.
 */
export const run = async (): Promise<BenchReport> => {
  const { build } = await import("../../app/cli/build");
  await build();
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-bulk-"));
  const file = path.join(folder, "chanjiao.db");
  copyFileSync(syntheticDatabase({ enterprises: 20_000, listings: 100_000 }), file);
  const settled = new Database(file);
  settled
    .prepare("INSERT OR REPLACE INTO EventCursor (name, at, eventId) VALUES ('match-places-rebuilt', ?, '')")
    .run(new Date().toISOString().replace("Z", "+00:00"));
  settled.close();
  const { secret, cookie, organizationId } = await raise(folder);
  const { RECORD } = await import("../fixtures/records");
  const server = await serve(folder);
  const look = new Database(file, { readonly: true });
  const rowOf = (id: string): Row =>
    look.prepare("SELECT state, version, bad, created, stopped FROM Import WHERE id = ?").get(id) as Row;
  const until = async (id: string, state: string): Promise<Row> => {
    for (;;) {
      const row = rowOf(id);
      if (row.stopped) throw new Error(row.stopped);
      if (row.state === state) return row;
      await pause(50);
    }
  };
  try {
    const records = Array.from({ length: RECORDS }, (_, index) => ({
      ...RECORD,
      reference: `B-${index}`,
      title: `${RECORD.title} ${index}`,
    }));
    await bulkCall(server.url, secret, [{ ...RECORD, reference: "WARM" }]);
    const made = await bulkCall(server.url, secret, records);
    const fuller = records.map((record) => ({ ...record, seats: 6 }));
    const changed = await bulkCall(server.url, secret, fuller);
    const warm = askAway(server.url);
    await pause(5_000);
    await warm();
    const idle = askAway(server.url);
    await pause(IDLE_MS);
    const before = await idle();

    const busy = askAway(server.url);
    const from = performance.now();
    const id = await upload(server.url, cookie);
    const uploaded = performance.now() - from;
    const ready = await until(id, "checked");
    if (ready.bad > 0) throw new Error(`${ready.bad} rows were refused`);
    const checked = performance.now() - from - uploaded;
    await fetch(`${server.url}/organization/imports/${id}`, {
      method: "POST",
      headers: { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ choice: "all", version: String(ready.version) }).toString(),
      redirect: "manual",
    });
    const done = await until(id, "done");
    const total = performance.now() - from;
    const during = await busy();
    const { found } = look
      .prepare("SELECT COUNT(*) AS found FROM ListingIndex WHERE organizationId = ?")
      .get(organizationId) as { found: number };
    if (done.created !== ROWS || found !== ROWS) throw new Error(`${found} of ${ROWS} listings are found`);
    const ratio = rounded(during / before);
    return {
      name: "bulk",
      lines: [
        `bulk call of ${RECORDS} records in one transaction: made ${seconds(made)} s, changed ${seconds(changed)} s`,
        `spreadsheet of ${ROWS} listings: uploaded ${seconds(uploaded)} s, checked ${seconds(checked)} s, published and indexed ${seconds(total - uploaded - checked)} s`,
        `page of listings p95: idle ${rounded(before)} ms, during the import ${rounded(during)} ms`,
      ],
      figures: { made, changed, uploaded, checked, total, idleP95: before, busyP95: during },
      targets: [
        {
          name: "seconds for 10,000 rows from upload to found (under)",
          value: seconds(total),
          target: 30,
          ok: total < 30_000,
        },
        {
          name: "p95 of the listings page as a multiple of idle (at most)",
          value: ratio,
          target: 2,
          ok: ratio <= 2,
        },
      ],
    };
  } finally {
    look.close();
    server.process.kill("SIGTERM");
    await new Promise((resolve) => server.process.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printReport(await run());
  process.exit(0);
}
