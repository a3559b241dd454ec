import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { SERVER_FILE, SERVER_FLAGS } from "../../app/cli/server-process.mjs";
import { type BenchReport, printReport } from "./report";
import { syntheticDatabase } from "./synthetic-listings";
import { addCooperation } from "./synthetic-oversight";

const READS = 25;
const PAGE_LIMIT_MS = 300;
const GROWTH_LIMIT = 1.5;
const RECOUNT_LIMIT_S = 300;

const SIZES = {
  small: {
    enterprises: 2_000,
    listings: 10_000,
    schools: 30,
    placements: 30_000,
    agreements: 600,
    enquiries: 6_000,
  },
  whole: {
    enterprises: 20_000,
    listings: 100_000,
    schools: 300,
    placements: 300_000,
    agreements: 6_000,
    enquiries: 60_000,
  },
} as const;

/** What a province's authority opens. */
const PAGES = [
  "/oversight",
  "/oversight/alerts",
  "/oversight/partnerships",
  "/oversight/indicators",
  "/oversight/indicators/placements_completed",
  "/oversight/indicators/placements_local",
  "/oversight/targets",
  "/oversight/cards",
  "/oversight/recognition",
  "/map?region=440000",
];

const environment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  DEMO: "1",
  PORT: "0",
  HOST: "127.0.0.1",
  DATA_DIR: folder,
  DATABASE_URL: `file:${path.join(folder, "chanjiao.db")}`,
  LOG_LEVEL: "silent",
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
      if (found) resolve({ url: found[0].replace("localhost", "127.0.0.1"), process: child });
    });
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });

type Recount = { cookie: string; indicatorsMs: number; mapMs: number; compared: number; differing: number };

const recounted = (folder: string): Recount => {
  const said = execFileSync(process.execPath, ["--import", "tsx", "tests/bench/oversight-recount.ts"], {
    env: environment(folder),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(said.trim().split("\n").at(-1) ?? "{}") as Recount;
};

const p95 = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * 0.95))] ?? 0;

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

type Read = { page: string; p95: number; median: number };

const measured = async (
  size: (typeof SIZES)[keyof typeof SIZES],
): Promise<{ recount: Recount; reads: Read[] }> => {
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-bench-oversight-"));
  try {
    const file = path.join(folder, "chanjiao.db");
    copyFileSync(syntheticDatabase({ enterprises: size.enterprises, listings: size.listings }), file);
    addCooperation(file, size);
    const recount = recounted(folder);
    const server = await serve(folder);
    try {
      const headers = { cookie: recount.cookie, "accept-language": "zh-CN" };
      const ask = async (page: string): Promise<number> => {
        const from = performance.now();
        const answer = await fetch(`${server.url}${page}`, { headers, redirect: "manual" });
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`);
        return performance.now() - from;
      };
      const reads: Read[] = [];
      for (const page of PAGES) {
        for (let warm = 0; warm < 3; warm += 1) await ask(page);
        const times: number[] = [];
        for (let nth = 0; nth < READS; nth += 1) times.push(await ask(page));
        reads.push({ page, p95: p95([...times]), median: median(times) });
      }
      return { recount, reads };
    } finally {
      server.process.kill("SIGTERM");
      await new Promise((resolve) => server.process.once("exit", resolve));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * The oversight pages of a province over 300 schools, 20,000 enterprises, 100,000 listings and 300,000 placements, beside
 * a tenth of them in the same run; counting everything again, and whether that finds what the pages show.
 */
export const run = async (): Promise<BenchReport> => {
  const { build } = await import("../../app/cli/build");
  await build();
  const small = await measured(SIZES.small);
  const whole = await measured(SIZES.whole);
  const slowest = whole.reads.reduce((worst, one) => (one.p95 > worst.p95 ? one : worst));
  const growth = whole.reads.map(({ page, median: ms }, index) => ({
    page,
    times: ms / (small.reads[index]?.median ?? ms),
  }));
  const grown = growth.reduce((worst, one) => (one.times > worst.times ? one : worst));
  const seconds = Math.round((whole.recount.indicatorsMs + whole.recount.mapMs) / 1000);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    name: "oversight",
    lines: [
      ...whole.reads.map(
        ({ page, p95: slow, median: usual }, index) =>
          `${page.padEnd(46)} p95 ${Math.round(slow)} ms, median ${Math.round(usual)} ms, a tenth of the data ${Math.round(small.reads[index]?.median ?? 0)} ms`,
      ),
      `counted again: indicators ${Math.round(whole.recount.indicatorsMs / 1000)} s, map ${Math.round(whole.recount.mapMs / 1000)} s`,
      `${whole.recount.compared} organizations compared with the records, ${whole.recount.differing} differ`,
    ],
    figures: { slowestMs: slowest.p95, growth: grown.times, recountSeconds: seconds },
    targets: [
      {
        name: `slowest oversight page, p95 ms (${slowest.page})`,
        value: Math.round(slowest.p95),
        target: PAGE_LIMIT_MS,
        ok: slowest.p95 <= PAGE_LIMIT_MS,
      },
      {
        name: `ten times the data (${grown.page})`,
        value: rounded(grown.times),
        target: GROWTH_LIMIT,
        ok: grown.times <= GROWTH_LIMIT,
      },
      {
        name: "everything counted again, s",
        value: seconds,
        target: RECOUNT_LIMIT_S,
        ok: seconds <= RECOUNT_LIMIT_S,
      },
      {
        name: "figures that differ from the records",
        value: whole.recount.differing,
        target: 0,
        ok: whole.recount.differing === 0,
      },
    ],
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printReport(await run());
  process.exit(0);
}
