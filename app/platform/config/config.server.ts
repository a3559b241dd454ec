import path from "node:path";
import { z } from "zod";

const DEMO_SECRET = "demo-only-secret-demo-only-secret-demo-only";

/** Base64 of exactly 32 bytes, as `openssl rand -base64 32` prints it. */
const key32 = z.string().refine((text) => Buffer.from(text, "base64").length === 32);

const environment = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("0.0.0.0"),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: z.string().startsWith("file:").optional(),
  SESSION_SECRET: z.string().optional(),
  FIELD_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("产教桥 <no-reply@bridge.example>"),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  DEMO: z.enum(["0", "1"]).default("0"),
  METRICS_TOKEN: z.string().min(16).optional(),
});

export type Config = {
  mode: "development" | "test" | "production";
  port: number;
  host: string;
  baseUrl: string;
  dataDir: string;
  databasePath: string;
  sessionSecret: string;
  fieldKey: Buffer;
  smtpUrl: string | null;
  mailFrom: string;
  trustProxy: number;
  logLevel: string;
  demo: boolean;
  metricsToken: string | null;
};

export type ConfigProblem = { variable: string; problem: string };

/**
 * Reads and checks the environment. Returns the configuration, or every problem with the variable's name.
 * In production SESSION_SECRET (≥ 32 characters, not a repeated or demo value) and FIELD_KEY (32 bytes in base64)
 * must be given; outside it, and in the explicit demo, fixed development values stand in. House rule.
 */
export const readConfig = (
  env: Record<string, string | undefined>,
): { ok: true; config: Config } | { ok: false; problems: ConfigProblem[] } => {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({
        variable: String(issue.path[0]),
        problem: issue.message,
      })),
    };
  }
  const e = parsed.data;
  const demo = e.DEMO === "1";
  const strict = e.NODE_ENV === "production" && !demo;
  const problems: ConfigProblem[] = [];
  const secret = e.SESSION_SECRET ?? (strict ? "" : DEMO_SECRET);
  if (!secret) {
    problems.push({ variable: "SESSION_SECRET", problem: "missing: give at least 32 random characters" });
  } else if (strict && isWeakSecret(secret)) {
    problems.push({
      variable: "SESSION_SECRET",
      problem: "weak: at least 32 random characters, e.g. openssl rand -base64 32",
    });
  }
  const fieldKey = e.FIELD_KEY ?? (strict ? "" : Buffer.alloc(32, 7).toString("base64"));
  if (!fieldKey) {
    problems.push({ variable: "FIELD_KEY", problem: "missing: 32 random bytes in base64" });
  } else if (!key32.safeParse(fieldKey).success || (strict && isWeakKey(fieldKey))) {
    problems.push({ variable: "FIELD_KEY", problem: "weak or malformed: openssl rand -base64 32" });
  }
  if (strict && !e.PUBLIC_URL) {
    problems.push({
      variable: "PUBLIC_URL",
      problem: "missing: the public address, e.g. https://bridge.example.cn",
    });
  }
  if (strict && !e.SMTP_URL) {
    problems.push({ variable: "SMTP_URL", problem: "missing: smtp(s)://user:password@host:port" });
  }
  if (problems.length > 0) return { ok: false, problems };
  const dataDir = path.resolve(e.DATA_DIR);
  return {
    ok: true,
    config: {
      mode: e.NODE_ENV,
      port: e.PORT,
      host: e.HOST,
      baseUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/$/, ""),
      dataDir,
      databasePath: path.resolve((e.DATABASE_URL ?? `file:${path.join(dataDir, "chanjiao.db")}`).slice(5)),
      sessionSecret: secret,
      fieldKey: Buffer.from(fieldKey, "base64"),
      smtpUrl: e.SMTP_URL ?? null,
      mailFrom: e.MAIL_FROM,
      trustProxy: e.TRUST_PROXY,
      logLevel: e.LOG_LEVEL,
      demo,
      metricsToken: e.METRICS_TOKEN ?? null,
    },
  };
};

const isWeakSecret = (secret: string): boolean =>
  secret.length < 32 || new Set(secret).size < 10 || /demo|secret|password|changeme/i.test(secret);

const isWeakKey = (base64: string): boolean => new Set(Buffer.from(base64, "base64")).size < 8;

let current: Config | null = null;

/** The process's configuration, read once; throws with every problem named when the environment is not fit. */
export const config = (): Config => {
  if (current) return current;
  const read = readConfig(process.env);
  if (!read.ok) {
    throw new Error(read.problems.map((p) => `${p.variable} ${p.problem}`).join("\n"));
  }
  current = read.config;
  return current;
};
