import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import Database from "better-sqlite3";
import { type BenchReport, printReport } from "./report";
import { syntheticDatabase } from "./synthetic-listings";
import { FIRST_MENTOR, fillWeeks, ids, OF_A_SCHOOL } from "./synthetic-weeks";

const NOW = "2026-11-23T01:00:00.000Z";
const MONDAY = "2026-11-23";
const LAST_WEEK = "2026-11-16";
const IDLE_MS = 12_000;
const ASK_EVERY_MS = 200;

/** What visitors ask for meanwhile, in turn. */
const ADDRESSES = ["/listings", "/listings?q=%E6%95%B0%E6%8E%A7", "/listings?near=440113&radiusKm=60"];

const rounded = (value: number): number => Math.round(value * 100) / 100;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Visitors in a process of their own; stopping them says how long they waited. */
const visitors = (url: string) => {
  const child = spawn(
    process.execPath,
    ["tests/bench/visitor.mjs", url, String(ASK_EVERY_MS), ...ADDRESSES],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  let said = "";
  child.stdout.on("data", (part: Buffer) => {
    said += part.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return async (): Promise<number> => {
    child.stdin.write("stop\n");
    if ((await ended) !== 0) throw new Error("the visitors stumbled");
    return (JSON.parse(said) as { p95: number }).p95;
  };
};

/** Statements that read or write rows, as they are prepared for the database while the work runs. */
const statementsOf = async <T>(work: () => Promise<T>): Promise<{ value: T; statements: number }> => {
  const prototype = Database.prototype as { prepare: (sql: string) => unknown };
  const { prepare } = prototype;
  let statements = 0;
  prototype.prepare = function counted(this: unknown, sql: string) {
    if (/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql)) statements += 1;
    return prepare.call(this, sql);
  };
  try {
    return { value: await work(), statements };
  } finally {
    prototype.prepare = prepare;
  }
};

const scriptBytes = async (url: string, address: string): Promise<number> => {
  const html = await (await fetch(`${url}${address}`)).text();
  let bytes = 0;
  for (const [, source] of html.matchAll(
    /<(?:script[^>]*\ssrc|link[^>]*rel="modulepreload"[^>]*\shref)="([^"]+)"/g,
  ))
    bytes += (await (await fetch(new URL(source ?? "", url))).arrayBuffer()).byteLength;
  for (const [, inline] of html.matchAll(/<script(?![^>]*\ssrc)(?![^>]*ld\+json)[^>]*>([^<]+)<\/script>/g))
    bytes += Buffer.byteLength(inline ?? "");
  return bytes;
};

/**
 * Ten thousand students at work for forty weeks: what a mentor's one tap and a coordinator's board ask of the database, how
 * much script the mentor loads, how long Monday's evaluation of all takes in the process that serves, and what visitors of
 * the listings wait meanwhile against the same with nothing else going on.
 */
export const run = async (): Promise<BenchReport> => {
  const { build } = await import("../../app/cli/build");
  await build();
  const folder = mkdtempSync(path.join(tmpdir(), "bridge-bench-weeks-"));
  const file = path.join(folder, "chanjiao.db");
  copyFileSync(syntheticDatabase({ enterprises: 2_000, listings: 10_000 }), file);
  Object.assign(process.env, {
    NODE_ENV: "production",
    DEMO: "1",
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: folder,
    DATABASE_URL: `file:${file}`,
    LOG_LEVEL: "silent",
    TRUST_PROXY: "1",
  });
  const { sealField, lookupHash } = await import("~/platform/crypto/fields.server");
  const { hashToken, newToken } = await import("~/platform/crypto/tokens.server");
  const size = fillWeeks(file, MONDAY, {
    birthDate: sealField("student.birthDate", "2008-01-09"),
    email: (index) => ({
      sealed: sealField("person.email", `p${index}@bench.example`),
      hash: lookupHash("person.email", `p${index}@bench.example`),
    }),
  });
  const db = new Database(file);
  const token = newToken();
  db.prepare(
    "INSERT INTO WeekLink (id, tokenHash, mentorId, monday, createdAt, expiresAt) VALUES (?,?,?,?,?,?)",
  ).run(
    "link",
    hashToken(token),
    ids.person(FIRST_MENTOR),
    LAST_WEEK,
    NOW.replace("Z", "+00:00"),
    "2099-01-01T00:00:00.000+00:00",
  );
  const settled = new Date().toISOString().replace("Z", "+00:00");
  db.prepare(
    "INSERT OR REPLACE INTO EventCursor (name, at, eventId) VALUES ('match-places-rebuilt', ?, '')",
  ).run(settled);
  const thisMonday = (await import("~/placements/rules/weeks")).mondayOf(settled.slice(0, 10));
  db.prepare("INSERT INTO WeekRun (monday, after, judged, startedAt, finishedAt) VALUES (?,'',0,?,?)").run(
    thisMonday,
    settled,
    settled,
  );
  const { serve } = await import("../../app/server");
  const { url, stop } = await serve();
  const { fixedClock } = await import("~/platform/time/clock");
  const { systemActor } = await import("~/platform/command");
  const { newId } = await import("~/platform/id");
  const { confirmWeeks } = await import("~/placements/commands/confirm-weeks.server");
  const { evaluateWeeks } = await import("~/placements/commands/evaluate-weeks.server");
  const { weeksBoard } = await import("~/placements/queries/weeks-board.server");
  const clock = fixedClock(NOW);
  const ctx = { actor: systemActor("bench"), clock, requestId: newId() };
  try {
    const waiting = db
      .prepare(
        "SELECT id FROM WeekRecord WHERE monday = ? AND state = 'submitted' AND placementId IN (SELECT id FROM Placement WHERE mentorId = ?)",
      )
      .all(LAST_WEEK, ids.person(FIRST_MENTOR)) as { id: string }[];
    const way = { by: "link" as const, token, readerId: null };
    const tap = await statementsOf(() =>
      confirmWeeks(ctx, { way, ids: waiting.map((one) => one.id), device: "bench" }),
    );
    if (!tap.value.ok || tap.value.value.confirmed !== waiting.length || waiting.length === 0)
      throw new Error("the tap confirmed something else");
    const coordinator = {
      kind: "person" as const,
      personId: ids.person(0),
      organizationId: ids.school(0),
      name: "专员0",
      language: "zh-CN" as const,
      isOperator: false,
      sessionPublicId: "",
      organization: {
        id: ids.school(0),
        kind: "school" as const,
        name: "学校0",
        verified: true,
        role: "coordinator" as const,
      },
    };
    const board = await statementsOf(() => weeksBoard(coordinator, LAST_WEEK, clock.now()));
    const from = performance.now();
    await weeksBoard(coordinator, LAST_WEEK, clock.now());
    const boardMs = performance.now() - from;
    const script = (await scriptBytes(url, `/weeks/confirm/${token}`)) / 1024;

    const warm = visitors(url);
    await pause(5_000);
    await warm();
    const idle = visitors(url);
    await pause(IDLE_MS);
    const idleP95 = await idle();
    db.prepare("DELETE FROM WeekRun").run();
    const busy = visitors(url);
    await pause(500);
    const began = performance.now();
    const judged = await evaluateWeeks(ctx);
    const seconds = (performance.now() - began) / 1000;
    const busyP95 = await busy();
    if (judged !== size.placements) throw new Error(`${judged} of ${size.placements} were judged`);
    const { found } = db.prepare("SELECT COUNT(*) AS found FROM PlacementFinding").get() as { found: number };
    const ratio = rounded(busyP95 / idleP95);
    return {
      name: `weeks: ${size.placements} placements, ${size.weeks} weeks`,
      lines: [
        `board of ${board.value?.rows.length ?? 0} placements: ${board.statements} statements, ${rounded(boardMs)} ms`,
        `Monday's evaluation: ${rounded(seconds)} s, ${found} findings on record`,
        `page of listings p95: idle ${rounded(idleP95)} ms, during the evaluation ${rounded(busyP95)} ms`,
      ],
      figures: { seconds: rounded(seconds), findings: found, idleP95, busyP95, boardMs: rounded(boardMs) },
      targets: [
        {
          name: "statements of a mentor's one tap (at most)",
          value: tap.statements,
          target: 3,
          ok: tap.statements <= 3,
        },
        {
          name: "script on a mentor's page, KB (at most)",
          value: rounded(script),
          target: 25,
          ok: script <= 25,
        },
        {
          name: "statements of the board (at most)",
          value: board.statements,
          target: 8,
          ok: board.statements <= 8,
        },
        {
          name: "placements on the board",
          value: board.value?.rows.length ?? 0,
          target: OF_A_SCHOOL,
          ok: board.value?.rows.length === OF_A_SCHOOL,
        },
        {
          name: "seconds for Monday's evaluation (under)",
          value: rounded(seconds),
          target: 20,
          ok: seconds < 20,
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
    db.close();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  printReport(await run());
  process.exit(0);
}
