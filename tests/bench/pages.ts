import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import autocannon from "autocannon";
import Database from "better-sqlite3";
import { SERVER_FILE, SERVER_FLAGS } from "../../app/cli/server-process.mjs";
import { type BenchReport, printReport } from "./report";
import { syntheticDatabase } from "./synthetic-listings";

const SECONDS = 8;
const CONNECTIONS = 10;
const SCRIPT_LIMIT_KB = 120;
const MEMORY_LIMIT_MB = 400;

/** What visitors ask for, in turn: the open list, words, a place, facets, a major, a page further on. */
const ADDRESSES = [
  "/listings",
  "/listings?q=%E6%95%B0%E6%8E%A7",
  "/listings?near=440113&radiusKm=60",
  "/listings?kind=apprenticeship&lodging=1",
  "/listings?q=%E6%8A%A4%E7%90%86&region=330000",
  "/listings?family=06&payMin=4000&sort=pay",
  "/listings?major=460103&near=440306&radiusKm=100",
  "/listings?q=nursing",
  "/listings?region=320500",
  "/listings?q=%E7%94%B5%E5%AD%90%E5%95%86%E5%8A%A1&kind=internship",
];

type Served = { url: string; process: ChildProcess };

/** Starts the server's own file: the launcher of package.json may install packages first, which no bench should. */
const serve = (folder: string): Promise<Served> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...SERVER_FLAGS, SERVER_FILE], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        DEMO: "1",
        PORT: "0",
        HOST: "127.0.0.1",
        DATA_DIR: folder,
        DATABASE_URL: `file:${path.join(folder, "chanjiao.db")}`,
        LOG_LEVEL: "silent",
        TRUST_PROXY: "1",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout?.on("data", (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/localhost:\d+/.exec(said);
      if (found) resolve({ url: found[0].replace("localhost", "127.0.0.1"), process: child });
    });
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });

/** Resident memory in megabytes of a process and its children, as Linux tells it; 0 where it cannot be read. */
const residentMb = (pid: number): number => {
  try {
    const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    return Number(own?.[1] ?? 0) / 1024 + children.reduce((sum, child) => sum + residentMb(Number(child)), 0);
  } catch {
    return 0;
  }
};

/** The launcher and tsx stand before the server: the largest process of the tree is the one that serves. */
const largestMb = (pid: number): number => {
  try {
    const own = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(/\s+/)
      .filter(Boolean);
    return Math.max(Number(own?.[1] ?? 0) / 1024, ...children.map((child) => largestMb(Number(child))));
  } catch {
    return 0;
  }
};

/** Tells the copy that matching is up to date: its daily rebuild has a bench of its own. */
const settle = (file: string): void => {
  const db = new Database(file);
  db.prepare(
    "INSERT OR REPLACE INTO EventCursor (name, at, eventId) VALUES ('match-places-rebuilt', ?, '')",
  ).run(new Date().toISOString().replace("Z", "+00:00"));
  db.close();
};

let visitors = 0;

/** Every load comes from visitors of its own, so that no address asks more often than one may. */
const load = async (url: string, addresses: readonly string[], seconds: number) => {
  visitors += 1;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: addresses.map((address) => ({
      path: address,
      headers: { "accept-language": "zh-CN", "x-forwarded-for": `10.0.0.${visitors}` },
    })),
  });
  if (result.errors > 0 || result.requests.average === 0) {
    throw new Error(
      `${addresses[0]}: ${result.errors} requests failed, ${result.requests.average} answers a second`,
    );
  }
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${addresses[0]} were not 2xx`);
  return { perSecond: result.requests.average, p97: result.latency.p97_5 };
};

const scriptKb = async (url: string, address: string): Promise<number> => {
  const html = await (await fetch(`${url}${address}`)).text();
  const sources = [
    ...html.matchAll(/<(?:script[^>]*\ssrc|link[^>]*rel="modulepreload"[^>]*\shref)="([^"]+)"/g),
  ];
  let bytes = 0;
  for (const [, source] of sources) {
    bytes += gzipSync(await (await fetch(new URL(source ?? "", url))).text()).length;
  }
  for (const [, inline] of html.matchAll(/<script(?![^>]*\ssrc)(?![^>]*ld\+json)[^>]*>([^<]+)<\/script>/g)) {
    bytes += gzipSync(inline ?? "").length;
  }
  return Math.round((bytes / 1024) * 10) / 10;
};

/**
 * The public listing page of the built server over 100,000 listings, beside a page of one paragraph of the same app: what
 * each answers a second, how much script a visitor loads, how much memory the server holds under that load.
 */
export const run = async (): Promise<BenchReport> => {
  const { build } = await import("../../app/cli/build");
  await build();
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-pages-"));
  copyFileSync(
    syntheticDatabase({ enterprises: 20_000, listings: 100_000 }),
    path.join(folder, "chanjiao.db"),
  );
  settle(path.join(folder, "chanjiao.db"));
  const server = await serve(folder);
  try {
    await load(server.url, ["/about", ...ADDRESSES], 6);
    const rounds: { empty: number; page: number; p97: number }[] = [];
    let memory = 0;
    for (let round = 0; round < 3; round += 1) {
      const empty = await load(server.url, ["/about"], SECONDS);
      const page = await load(server.url, ADDRESSES, SECONDS);
      memory = Math.max(memory, largestMb(server.process.pid ?? 0));
      rounds.push({ empty: empty.perSecond, page: page.perSecond, p97: page.p97 });
    }
    rounds.sort((a, b) => a.page / a.empty - b.page / b.empty);
    const middle = rounds[1] ?? { empty: 1, page: 0, p97: 0 };
    const share = Math.round((middle.page / middle.empty) * 100) / 100;
    const script = await scriptKb(server.url, "/listings");
    const held = Math.round(memory);
    return {
      name: "pages",
      lines: [
        `one paragraph (/about)            ${Math.round(middle.empty)} answers a second`,
        `listings, ${ADDRESSES.length} addresses in turn     ${Math.round(middle.page)} answers a second, p97.5 ${middle.p97} ms`,
        `server memory under that load     ${held} MB (with its launcher ${Math.round(residentMb(server.process.pid ?? 0))} MB)`,
      ],
      figures: {
        emptyPerSecond: middle.empty,
        listingsPerSecond: middle.page,
        memoryMb: held,
        scriptKb: script,
      },
      targets: [
        {
          name: "listings as a share of an empty page (at least)",
          value: share,
          target: 0.6,
          ok: share >= 0.6,
        },
        {
          name: "script on a public page, KB gzip (at most)",
          value: script,
          target: SCRIPT_LIMIT_KB,
          ok: script <= SCRIPT_LIMIT_KB,
        },
        {
          name: "server memory, MB (at most)",
          value: held,
          target: MEMORY_LIMIT_MB,
          ok: held <= MEMORY_LIMIT_MB,
        },
      ],
    };
  } finally {
    server.process.kill("SIGTERM");
    await new Promise((resolve) => server.process.once("exit", resolve));
    for (const file of readdirSync(folder)) rmSync(path.join(folder, file), { recursive: true });
    rmSync(folder, { recursive: true });
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printReport(await run());
  process.exit(0);
}
