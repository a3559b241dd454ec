import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addWebhookEndpoint } from "~/api/commands/add-webhook-endpoint.server";
import { followWebhooks } from "~/api/commands/follow-webhooks.server";
import { moveWebhookEndpoint } from "~/api/commands/move-webhook-endpoint.server";
import { pingWebhook } from "~/api/commands/ping-webhook.server";
import { resendWebhook } from "~/api/commands/resend-webhook.server";
import { deliverWebhook } from "~/api/deliver-webhook.server";
import { DEAD_BEFORE_PAUSE, MOST_TRIES, WEBHOOK_EVENTS } from "~/api/rules/webhook-events";
import { isSignature } from "~/api/rules/webhook-signature";
import { addressProblem, isPublicAddress } from "~/api/webhook-address.server";
import type { MemberCtx } from "~/identity/actor";
import { closeListing } from "~/marketplace/commands/close-listing.server";
import { declineEnquiry } from "~/marketplace/commands/decline-enquiry.server";
import { openEnquiry } from "~/marketplace/commands/open-enquiry.server";
import { upsertListings } from "~/marketplace/commands/upsert-listings.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { drain } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { HOST } from "~tests/fixtures/listings";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";
import { openReceiver } from "~tests/fixtures/receiver";
import { givenHost, RECORD, registered } from "~tests/fixtures/records";

let owner: MemberCtx;
let school: MemberCtx;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let answer: (nth: number) => number;

const HANDLERS = { webhook: deliverWebhook };
const SHARE = { only: ["webhook"], atOnce: 4 };

const live = (ctx: MemberCtx): MemberCtx => ({ ...ctx, clock: systemClock });

/** Time passes: a sweep tells only what is a second old, a retry waits for its turn. */
const later = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

const tell = async (): Promise<void> => {
  later(2_000);
  await followWebhooks(systemClock);
  await drain(HANDLERS, systemClock, 500, SHARE);
};

const given = async (ctx = owner, url = receiver.url) => {
  const added = await addWebhookEndpoint(ctx, { url, events: [...WEBHOOK_EVENTS] });
  if (!added.ok || !added.value.secret) throw new Error("no endpoint");
  return { id: added.value.id, secret: added.value.secret };
};

const upsert = async (records: unknown[]) => {
  const done = await upsertListings(owner, records);
  if (!done.ok) throw new Error(done.refusal.key);
  return done.value.answers;
};

const told = () =>
  receiver.received.map(({ body }) => JSON.parse(body) as { event: string; data: { reference: string } });

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  owner = live(await givenHost("通知精密"));
  await registered(owner.actor.organizationId, HOST.uscc);
  const id = await givenOrganization("school", "通知学校");
  const { personId } = await givenPerson("主任", { organizationId: id, role: "owner" });
  school = live(memberCtx(personId, { id, kind: "school", name: "通知学校", role: "owner" }));
});

beforeEach(async () => {
  answer = () => 200;
  receiver = await openReceiver((nth) => answer(nth));
});

afterEach(async () => {
  await receiver.close();
  await inTransaction((tx) =>
    tx.webhookEndpoint.updateMany({ data: { removedAt: new Date(), state: "paused" } }),
  );
});

afterAll(() => {
  vi.useRealTimers();
});

describe("what a receiver hears", () => {
  it("is signed, told once, and only to whom it concerns", async () => {
    const { secret } = await given();
    const other = live(await givenHost("旁人精密"));
    const strange = await openReceiver();
    await given(other, strange.url);
    const [made] = await upsert([{ ...RECORD, reference: "W-1" }]);
    await tell();
    await tell();
    expect(receiver.received).toHaveLength(1);
    const { headers, body } = receiver.received[0]!;
    const now = Math.floor(Date.now() / 1000);
    const signature = String(headers["bridge-signature"]);
    expect(isSignature(signature, secret, body, now)).toBe(true);
    expect(isSignature(signature, secret, `${body} `, now)).toBe(false);
    expect(isSignature(signature, `${secret}x`, body, now)).toBe(false);
    expect(isSignature(signature, secret, body, now + 301)).toBe(false);
    expect(JSON.parse(body)).toMatchObject({
      id: headers["bridge-delivery"],
      event: "listing.published",
      organizationId: owner.actor.organizationId,
      data: { type: "listing", id: made?.id, reference: "W-1", state: "published" },
    });
    expect(strange.received).toEqual([]);
    await strange.close();
  });

  it("follows an enquiry on both sides, without anybody's name", async () => {
    await given();
    const [made] = await upsert([{ ...RECORD, reference: "W-2" }]);
    const opened = await openEnquiry(school, {
      submissionKey: newId(),
      listingId: made?.id ?? "",
      subject: "四名实习生",
      message: "请看安排。",
      replyDays: 5,
      seats: 4,
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    const declined = await declineEnquiry(owner, opened.value.id, {
      reason: "no_capacity",
      version: 1,
    } as never);
    expect(declined.ok).toBe(true);
    await tell();
    expect(
      told()
        .map(({ event }) => event)
        .sort(),
    ).toEqual(["enquiry.declined", "enquiry.opened", "listing.published"]);
    expect(told().find(({ event }) => event === "enquiry.opened")?.data).toMatchObject({
      from: "通知学校",
      to: "通知精密",
      reference: "W-2",
      seats: 4,
    });
    expect(receiver.received.map(({ body }) => body).join()).not.toContain("测试");
  });

  it("hears two hundred listings posted, updated and closed", async () => {
    await given();
    const records = Array.from({ length: 200 }, (_, index) => ({ ...RECORD, reference: `SYS-${index}` }));
    const made = await upsert(records);
    await upsert(records.map((record) => ({ ...record, seats: 6 })));
    for (const { id } of made) {
      expect((await closeListing(owner, id ?? "", { version: 2, reason: "need_ended" })).ok).toBe(true);
    }
    for (let round = 0; round < 5; round += 1) await tell();
    const names = told().map(({ event }) => event);
    expect(names.filter((name) => name === "listing.published")).toHaveLength(400);
    expect(names.filter((name) => name === "listing.closed")).toHaveLength(200);
    const closed = told().filter(({ event }) => event === "listing.closed");
    expect(new Set(closed.map(({ data }) => data.reference)).size).toBe(200);
  }, 180_000);
});

describe("when a receiver fails", () => {
  const ping = async (id: string) => {
    const sent = await pingWebhook(owner, id, newId());
    if (!sent.ok) throw new Error("no ping");
    return sent.value.id;
  };

  it("is tried again and told the same once it is back", async () => {
    await given();
    answer = (nth) => (nth <= 2 ? 500 : 204);
    await upsert([{ ...RECORD, reference: "W-3" }]);
    await tell();
    expect(receiver.received).toHaveLength(1);
    const waiting = await read.webhookMessage.findFirstOrThrow({ where: { state: "waiting" } });
    expect(waiting).toMatchObject({ attempts: 1, status: 500, error: "answered 500" });
    await drain(HANDLERS, systemClock, 50, SHARE);
    expect(receiver.received).toHaveLength(1);
    for (const wait of [11_000, 41_000]) {
      later(wait);
      await drain(HANDLERS, systemClock, 50, SHARE);
    }
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(await read.webhookMessage.findUniqueOrThrow({ where: { id: waiting.id } })).toMatchObject({
      state: "delivered",
      attempts: 3,
      status: 204,
      error: null,
    });
  });

  it("is given up after the last try, and can be sent again by hand", async () => {
    const { id } = await given();
    answer = () => 302;
    await upsert([{ ...RECORD, reference: "W-4" }]);
    await tell();
    for (let more = 1; more < MOST_TRIES; more += 1) {
      later(6 * 3_600_000);
      await drain(HANDLERS, systemClock, 50, SHARE);
    }
    const dead = await read.webhookMessage.findFirstOrThrow({ where: { endpointId: id } });
    expect(dead).toMatchObject({ state: "dead", attempts: MOST_TRIES });
    expect(receiver.received).toHaveLength(MOST_TRIES);
    later(24 * 3_600_000);
    await drain(HANDLERS, systemClock, 50, SHARE);
    expect(receiver.received).toHaveLength(MOST_TRIES);
    answer = () => 200;
    expect(await resendWebhook(school, dead.id)).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    expect((await resendWebhook(owner, dead.id)).ok).toBe(true);
    expect(await resendWebhook(owner, dead.id)).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    await drain(HANDLERS, systemClock, 50, SHARE);
    const again = await read.webhookMessage.findUniqueOrThrow({ where: { id: dead.id } });
    expect(again).toMatchObject({ state: "delivered", resends: 1 });
    vi.setSystemTime(new Date(NOW));
  });

  it("is paused after twenty in a row, and hears nothing until its owner resumes it", async () => {
    const { id } = await given();
    answer = () => 500;
    for (let nth = 0; nth < DEAD_BEFORE_PAUSE; nth += 1) await ping(id);
    await drain(HANDLERS, systemClock, 50, SHARE);
    const paused = await read.webhookEndpoint.findUniqueOrThrow({ where: { id } });
    expect(paused).toMatchObject({ state: "paused", pausedBy: "house" });
    await upsert([{ ...RECORD, reference: "W-5" }]);
    await tell();
    expect(told().some(({ event }) => event === "listing.published")).toBe(false);
    const moved = await moveWebhookEndpoint(owner, id, { intent: "resume", version: paused.version });
    expect(moved.ok).toBe(true);
    answer = () => 200;
    const message = await ping(id);
    await drain(HANDLERS, systemClock, 50, SHARE);
    expect((await read.webhookMessage.findUniqueOrThrow({ where: { id: message } })).state).toBe("delivered");
  });
});

describe("where notifications may go", () => {
  it.each([
    "10.1.2.3",
    "127.0.0.1",
    "169.254.169.254",
    "172.20.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "::ffff:a00:1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "not an address",
  ])("is never %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    "1.1.1.1",
    "172.32.0.1",
    "223.5.5.5",
    "2400:3200::1",
    "::ffff:223.5.5.5",
  ])("may be %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it("asks in earnest for https to a public host, without a password in the address", async () => {
    expect(await addressProblem("https://223.5.5.5/hooks", true)).toBeNull();
    expect(await addressProblem("http://223.5.5.5/hooks", true)).toBe("machines.errors.httpsOnly");
    expect(await addressProblem("https://me:pw@223.5.5.5/", true)).toBe("machines.errors.httpsOnly");
    expect(await addressProblem("https://127.0.0.1/", true)).toBe("machines.errors.privateAddress");
    expect(await addressProblem("https://[::1]/", true)).toBe("machines.errors.privateAddress");
    expect(await addressProblem("https://0x7f000001/", true)).toBe("machines.errors.privateAddress");
    expect(await addressProblem("https://localhost/", true)).toBe("machines.errors.privateAddress");
    expect(await addressProblem("ftp://223.5.5.5/", false)).toBe("machines.errors.httpsOnly");
    expect(await addressProblem("nonsense", false)).toBe("machines.errors.httpsOnly");
  });

  it("is the owner's to say, five addresses at most, the secret shown once", async () => {
    const coordinator = {
      ...owner,
      actor: { ...owner.actor, organization: { ...owner.actor.organization, role: "coordinator" as const } },
    };
    const events = ["listing.published" as const];
    expect(await addWebhookEndpoint(coordinator, { url: receiver.url, events })).toMatchObject({
      ok: false,
      refusal: { code: "forbidden" },
    });
    const form = { url: receiver.url, events, submissionKey: newId() };
    const first = await addWebhookEndpoint(owner, form);
    expect(await addWebhookEndpoint(owner, form)).toEqual({
      ok: true,
      value: { id: first.ok ? first.value.id : "", secret: null },
    });
    for (let more = 1; more < 5; more += 1) await given();
    expect(await addWebhookEndpoint(owner, { url: receiver.url, events })).toMatchObject({
      ok: false,
      refusal: { code: "blocked" },
    });
  });
});
