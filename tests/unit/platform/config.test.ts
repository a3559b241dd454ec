import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readConfig } from "~/platform/config/config.server";

const strong = {
  NODE_ENV: "production",
  PUBLIC_URL: "https://bridge.example.cn/",
  SESSION_SECRET: "kP4vX9qLmZ2rT7wY1uB8nC5hG3jF6dSa",
  FIELD_KEY: randomBytes(32).toString("base64"),
  SMTP_URL: "smtps://user:word@mail.example:465",
};

const problemsOf = (env: Record<string, string | undefined>): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.problems.map((problem) => problem.variable);
};

describe("the environment", () => {
  test("a complete production environment is taken, its address without a trailing slash", () => {
    const read = readConfig(strong);
    expect(read).toMatchObject({
      ok: true,
      config: { mode: "production", baseUrl: "https://bridge.example.cn", demo: false, port: 3000 },
    });
  });

  test("production without its secrets is refused, naming every one that is missing", () => {
    expect(problemsOf({ NODE_ENV: "production" })).toEqual([
      "SESSION_SECRET",
      "FIELD_KEY",
      "PUBLIC_URL",
      "SMTP_URL",
    ]);
  });

  test.each([
    ["SESSION_SECRET", "short"],
    ["SESSION_SECRET", "a".repeat(40)],
    ["SESSION_SECRET", "demo-only-secret-demo-only-secret-demo-only"],
    ["SESSION_SECRET", "changeme-changeme-changeme-changeme-1"],
    ["FIELD_KEY", "not base64 of 32 bytes"],
    ["FIELD_KEY", Buffer.alloc(32, 7).toString("base64")],
    ["FIELD_KEY", randomBytes(31).toString("base64")],
    ["PUBLIC_URL", "bridge"],
    ["PORT", "99999"],
    ["TRUST_PROXY", "9"],
    ["DATABASE_URL", "postgres://x"],
    ["METRICS_TOKEN", "short"],
    ["DEMO", "yes"],
  ])("a weak or malformed %s (%s) is refused by name", (variable, value) => {
    expect(problemsOf({ ...strong, [variable]: value })).toEqual([variable]);
  });

  test("no problem repeats the secret it is about", () => {
    const read = readConfig({ ...strong, SESSION_SECRET: "weak-but-mine" });
    expect(JSON.stringify(read)).not.toContain("weak-but-mine");
  });

  test("development and the explicit demo stand on fixed values; production without DEMO=1 never does", () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: { mode: "development", demo: false, smtpUrl: null },
    });
    expect(readConfig({ NODE_ENV: "production", DEMO: "1" })).toMatchObject({
      ok: true,
      config: { demo: true },
    });
    expect(problemsOf({ NODE_ENV: "production", DEMO: "0" })).toContain("SESSION_SECRET");
  });
});
