import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

const { port } = await vi.hoisted(async () => {
  const { createServer } = await import("node:net");
  const free = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`;
  return { port: free };
});

import { systemActor } from "~/platform/command";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { mailDelivery } from "~/platform/mail/compose.server";
import { closeMail, deliverMail } from "~/platform/mail/mail.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { drain } from "~/platform/outbox/worker.server";
import { fixedClock } from "~/platform/time/clock";

const START = Date.parse("2026-11-22T02:00:00.000Z");
const at = (seconds: number) => fixedClock(new Date(START + seconds * 1000).toISOString());

type Received = { to: string[]; raw: string };

const received: Received[] = [];
let refusing = false;
let server: SMTPServer;

const start = () =>
  new Promise<SMTPServer>((resolve, reject) => {
    const listening = new SMTPServer({
      authOptional: true,
      disabledCommands: ["AUTH", "STARTTLS"],
      onRcptTo: (_address, _session, done) => {
        done(refusing ? Object.assign(new Error("mailbox busy"), { responseCode: 450 }) : null);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          received.push({
            to: session.envelope.rcptTo.map((recipient) => recipient.address),
            raw: Buffer.concat(chunks).toString("utf8"),
          });
          done();
        });
      },
    });
    listening.on("error", reject);
    listening.listen(port, "127.0.0.1", () => resolve(listening));
  });

const send = async (key = newId(), clock = at(0)): Promise<string> => {
  const delivery = mailDelivery({
    key,
    to: "coordinator@school.example",
    language: "zh-CN",
    subject: "有一条对接等你答复",
    lines: ["南粤精密机械询问能否接收 24 名学徒。", "请在 5 个工作日内答复："],
    link: "/enquiries/1",
  });
  await inTransaction((tx) =>
    enqueue(tx, { actor: systemActor("测试"), clock, requestId: newId() }, [{ ...delivery, maxAttempts: 3 }]),
  );
  return `mail:${key}`;
};

const host = (): string => new URL(config().baseUrl).hostname;

const rowOf = (key: string) => read.delivery.findUniqueOrThrow({ where: { key } });

const textOf = (raw: string): string => {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  const text = body.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(text.replace(/\s/g, ""), "base64").toString("utf8");
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
};

const headOf = (raw: string): string => raw.split("\r\n\r\n")[0]!.replace(/\r\n\s+/g, " ");

beforeAll(async () => {
  server = await start();
});

beforeEach(async () => {
  received.length = 0;
  refusing = false;
  await inTransaction((tx) => tx.delivery.deleteMany());
});

afterAll(async () => {
  closeMail();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

describe("mail over SMTP", () => {
  test("a queued mail arrives with its words, its language and the link to act", async () => {
    const key = await send();
    expect(await drain({ mail: deliverMail }, at(1))).toEqual({ done: 1, failed: 0 });
    expect(received).toHaveLength(1);
    const { to, raw } = received[0]!;
    expect(to).toEqual(["coordinator@school.example"]);
    const text = textOf(raw);
    expect(text).toContain("南粤精密机械询问能否接收 24 名学徒。");
    expect(text.trimEnd().endsWith(`${config().baseUrl}/enquiries/1`)).toBe(true);
    const row = await rowOf(key);
    expect(row.payload).not.toContain("coordinator@school.example");
    expect(row.payload).not.toContain("/enquiries/1");
    expect(headOf(raw)).toContain(`Message-ID: <${row.id}@${host()}>`);
    expect(headOf(raw)).toContain("Content-Language: zh-CN");
    expect(headOf(raw)).toContain("Auto-Submitted: auto-generated");
    expect(row.state).toBe("done");
  });

  test("the same mail promised twice arrives once", async () => {
    const key = newId();
    await send(key);
    await send(key);
    await drain({ mail: deliverMail }, at(1));
    await send(key);
    await drain({ mail: deliverMail }, at(2));
    expect(received).toHaveLength(1);
  });

  test("a refusal of the server is tried again after a wait, with the same Message-ID", async () => {
    const key = await send();
    refusing = true;
    expect(await drain({ mail: deliverMail }, at(1))).toEqual({ done: 0, failed: 1 });
    const waiting = await rowOf(key);
    expect(waiting).toMatchObject({ state: "queued", attempts: 1 });
    expect(waiting.lastError).toContain("mailbox busy");
    expect(waiting.runAt).toEqual(at(11).now());
    refusing = false;
    expect(await drain({ mail: deliverMail }, at(5))).toEqual({ done: 0, failed: 0 });
    expect(await drain({ mail: deliverMail }, at(11))).toEqual({ done: 1, failed: 0 });
    expect(headOf(received[0]!.raw)).toContain(`<${waiting.id}@${host()}>`);
  });

  test("after the last attempt it is put aside with the server's words, and not tried again", async () => {
    const key = await send();
    refusing = true;
    for (const seconds of [1, 11, 51]) await drain({ mail: deliverMail }, at(seconds));
    expect(await rowOf(key)).toMatchObject({ state: "dead", attempts: 3 });
    refusing = false;
    await drain({ mail: deliverMail }, at(1_000_000));
    expect(received).toEqual([]);
  });

  test("a server that is away is a failure like any other", async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()));
    closeMail();
    const key = await send();
    expect(await drain({ mail: deliverMail }, at(1))).toEqual({ done: 0, failed: 1 });
    expect((await rowOf(key)).lastError).toMatch(/ECONNREFUSED|connect/i);
    server = await start();
    expect(await drain({ mail: deliverMail }, at(11))).toEqual({ done: 1, failed: 0 });
    expect(received).toHaveLength(1);
  });
});
