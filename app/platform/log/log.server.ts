import pino, { type Logger } from "pino";
import { config } from "../config/config.server";
import { hideTokens } from "./hide-tokens";

const SECRET_FIELDS = [
  "password",
  "token",
  "secret",
  "authorization",
  "cookie",
  "idNumber",
  "phone",
  "email",
  "birthDate",
];

let logger: Logger | null = null;

const formatters = {
  log: (entry: Record<string, unknown>) =>
    typeof entry.path === "string" ? { ...entry, path: hideTokens(entry.path) } : entry,
};

/** The process's logger: one JSON object a line, secrets and personal fields replaced before they are written. */
export const log = (): Logger => {
  logger ??= pino({
    level: config().mode === "test" ? "silent" : config().logLevel,
    base: null,
    formatters,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*["${field}"]`]),
      censor: "[redacted]",
    },
  });
  return logger;
};

/** A logger over a given stream with the same redaction: lets a test read what would be written. */
export const logTo = (stream: NodeJS.WritableStream): Logger =>
  pino(
    {
      base: null,
      formatters,
      redact: { paths: SECRET_FIELDS.flatMap((f) => [f, `*.${f}`, `*.*.${f}`]), censor: "[redacted]" },
    },
    stream,
  );
