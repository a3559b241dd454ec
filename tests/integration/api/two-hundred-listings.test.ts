import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addWebhookEndpoint } from "~/api/commands/add-webhook-endpoint.server";
import { followWebhooks } from "~/api/commands/follow-webhooks.server";
import { deliverWebhook } from "~/api/deliver-webhook.server";
import { openApiDocument } from "~/api/openapi";
import { action as changeRoute } from "~/api/routes/listing";
import { action as closeRoute } from "~/api/routes/listing-close";
import { action as addRoute } from "~/api/routes/listings";
import { action as bulkRoute } from "~/api/routes/listings-bulk";
import { WEBHOOK_EVENTS } from "~/api/rules/webhook-events";
import { isSignature } from "~/api/rules/webhook-signature";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { drain } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { answered, callArgs, givenKey } from "~tests/fixtures/keys";
import { HOST } from "~tests/fixtures/listings";
import { NOW } from "~tests/fixtures/people";
import { openReceiver } from "~tests/fixtures/receiver";
import { givenHost, RECORD, registered } from "~tests/fixtures/records";

const MANY = 200;
const { reference: _reference, ...UNNAMED } = RECORD;

let owner: MemberCtx;
let secret: string;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let hook: string;

const numbers = Array.from({ length: MANY }, (_, at) => at);

/** A second or two pass: what is told is at least a second old. */
const tell = async (): Promise<void> => {
  vi.setSystemTime(Date.now() + 2_000);
  for (let turn = 0; turn < 10; turn += 1) {
    await followWebhooks(systemClock);
    await drain({ webhook: deliverWebhook }, systemClock, 500, { only: ["webhook"], atOnce: 8 });
  }
};

const told = (event: string) =>
  receiver.received
    .map(({ body }) => JSON.parse(body) as { event: string; data: { id: string; state: string } })
    .filter((message) => message.event === event);

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  owner = await givenHost("人事系统精密");
  await registered(owner.actor.organizationId, HOST.uscc);
  secret = (await givenKey(owner)).secret;
  receiver = await openReceiver();
  const added = await addWebhookEndpoint(
    { ...owner, clock: systemClock },
    { url: receiver.url, events: [...WEBHOOK_EVENTS] },
  );
  if (!added.ok || !added.value.secret) throw new Error("no endpoint");
  hook = added.value.secret;
});

afterAll(async () => {
  await receiver.close();
  vi.useRealTimers();
});

describe("an enterprise's own system", () => {
  it("posts, updates and closes two hundred listings and hears of every one, signed and once", async () => {
    const ids: string[] = [];
    for (const n of numbers) {
      const body = { ...UNNAMED, title: `数控车床操作 实习 ${n + 1} 号线`, seats: 1 };
      const { status, body: made } = await answered(
        await addRoute(
          callArgs("/api/v1/listings", { secret, body, headers: { "Idempotency-Key": `post-${n}` } }),
        ),
      );
      expect(status).toBe(201);
      expect(made.state).toBe("published");
      ids.push(String(made.id));
    }
    expect(new Set(ids).size).toBe(MANY);

    for (const [n, id] of ids.entries()) {
      const body = { summary: `第 ${n + 1} 号线，双导师带教。` };
      const { status } = await answered(
        await changeRoute(
          callArgs(`/api/v1/listings/${id}`, { method: "PATCH", secret, body, params: { id } }),
        ),
      );
      expect(status).toBe(200);
    }
    const changed = await read.listing.findMany({
      where: { id: { in: ids } },
      select: { summary: true, state: true },
    });
    expect(changed.filter(({ summary }) => summary.startsWith("第 "))).toHaveLength(MANY);

    for (const id of ids) {
      const { status, body } = await answered(
        await closeRoute(
          callArgs(`/api/v1/listings/${id}/close`, {
            secret,
            body: { reason: "partner_found" },
            params: { id },
          }),
        ),
      );
      expect(status).toBe(200);
      expect(body.state).toBe("closed");
    }
    await tell();

    // A change to what is public is checked and published anew, so every listing is heard of three times.
    const times: Record<string, number> = { "listing.published": 2, "listing.closed": 1 };
    for (const [event, each] of Object.entries(times)) {
      const heard = told(event).map(({ data }) => data.id);
      expect(heard).toHaveLength(MANY * each);
      for (const id of ids) expect(heard.filter((one) => one === id)).toHaveLength(each);
    }
    const now = Math.floor(Date.now() / 1000);
    for (const { headers, body } of receiver.received) {
      expect(isSignature(String(headers["bridge-signature"]), hook, body, now)).toBe(true);
    }
    const deliveries = receiver.received.map(({ headers }) => headers["bridge-delivery"]);
    expect(new Set(deliveries).size).toBe(receiver.received.length);
  }, 240_000);

  it("writes five hundred records in one call and one transaction, or none of them", async () => {
    const records = Array.from({ length: 500 }, (_, n) => ({
      ...RECORD,
      reference: `BULK-${n}`,
      title: `批量岗位 ${n}`,
      seats: 1,
      publish: false,
    }));
    const send = async () =>
      answered(await bulkRoute(callArgs("/api/v1/listings/bulk", { secret, body: { records } })));
    const first = await send();
    expect(first.status).toBe(200);
    const answers = first.body.answers as { reference: string; outcome: string }[];
    expect(answers).toHaveLength(500);
    const mine = { organizationId: owner.actor.organizationId, reference: { startsWith: "BULK-" } };
    expect(await read.listingReference.count({ where: mine })).toBe(500);
    const again = (await send()).body.answers as { outcome: string }[];
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(["unchanged"]));
    expect(await read.listingReference.count({ where: mine })).toBe(500);
  }, 120_000);

  it("finds every one of these calls in the OpenAPI document, with what goes in and comes out", () => {
    const { paths } = openApiDocument("https://bridge.example") as unknown as {
      paths: Record<string, Record<string, { requestBody?: object; responses: Record<string, object> }>>;
    };
    const calls: [path: string, method: string, success: string][] = [
      ["/listings", "post", "201"],
      ["/listings/bulk", "post", "200"],
      ["/listings/{id}", "patch", "200"],
      ["/listings/{id}/close", "post", "200"],
    ];
    for (const [path, method, success] of calls) {
      const operation = paths[path]?.[method];
      expect(operation?.requestBody, path).toBeDefined();
      expect(Object.keys(operation?.responses ?? {}), path).toEqual(expect.arrayContaining([success, "401"]));
    }
  });
});
