import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createApiKey } from "~/api/commands/create-api-key.server";
import { revokeApiKey } from "~/api/commands/revoke-api-key.server";
import { openApiDocument } from "~/api/openapi";
import { action as changeRoute } from "~/api/routes/listing";
import { action as closeRoute } from "~/api/routes/listing-close";
import { action as addRoute } from "~/api/routes/listings";
import { action as bulkRoute } from "~/api/routes/listings-bulk";
import { loader as mineRoute } from "~/api/routes/listings-mine";
import { action as solveRoute } from "~/api/routes/rounds-solve";
import { quotaOn } from "~/api/rules/quota";
import { bulkAnswer, minePage, written } from "~/api/writing-schema";
import type { MemberCtx } from "~/identity/actor";
import { roundResultSchema } from "~/matching/schema";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { answered, callArgs, givenKey } from "~tests/fixtures/keys";
import { HOST, stateOf } from "~tests/fixtures/listings";
import { NOW } from "~tests/fixtures/people";
import { givenHost, RECORD, registered } from "~tests/fixtures/records";

let owner: MemberCtx;
let stranger: MemberCtx;
let key: { id: string; secret: string };
let strangeKey: { id: string; secret: string };

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  owner = await givenHost("接口精密");
  await registered(owner.actor.organizationId, HOST.uscc);
  stranger = await givenHost("别家接口");
  key = await givenKey(owner);
  strangeKey = await givenKey(stranger);
});

afterAll(() => {
  vi.useRealTimers();
});

const { reference: _reference, ...UNNAMED } = RECORD;

const add = async (body: unknown = UNNAMED, headers: Record<string, string> = {}, secret = key.secret) =>
  answered(await addRoute(callArgs("/api/v1/listings", { secret, body, headers })));

const change = async (id: string, body: unknown, secret = key.secret, headers: Record<string, string> = {}) =>
  answered(
    await changeRoute(
      callArgs(`/api/v1/listings/${id}`, { method: "PATCH", secret, body, params: { id }, headers }),
    ),
  );

const close = async (id: string, body: unknown = { reason: "partner_found" }, secret = key.secret) =>
  answered(await closeRoute(callArgs(`/api/v1/listings/${id}/close`, { secret, body, params: { id } })));

const bulk = async (records: unknown, headers: Record<string, string> = {}, secret = key.secret) =>
  answered(await bulkRoute(callArgs("/api/v1/listings/bulk", { secret, body: { records }, headers })));

describe("who may call", () => {
  it("asks for a key, and says so alike for none, a wrong, a revoked and an expired one", async () => {
    const revoked = await givenKey(owner);
    expect((await revokeApiKey(owner, revoked.id)).ok).toBe(true);
    const expired = await givenKey(owner);
    await inTransaction((tx) =>
      tx.apiKey.update({ where: { id: expired.id }, data: { expiresAt: new Date("2026-11-22T01:59:59Z") } }),
    );
    const titles = new Set<unknown>();
    for (const secret of ["", "cjb_nobody-made-this-key-nobody-made-this", revoked.secret, expired.secret]) {
      const { status, headers, body } = await add(UNNAMED, {}, secret);
      expect(status).toBe(401);
      expect(headers.get("WWW-Authenticate")).toMatch(/^Bearer realm=/);
      expect(headers.get("Content-Type")).toContain("application/problem+json");
      titles.add(body.title);
    }
    expect(titles.size).toBe(1);
  });

  it("keeps keys to owners, keeps the secret nowhere, and shows when a key was used", async () => {
    const coordinator = {
      ...owner,
      actor: { ...owner.actor, organization: { ...owner.actor.organization, role: "coordinator" as const } },
    };
    expect(await createApiKey(coordinator, { name: "密钥", scopes: ["read"], days: "90" })).toMatchObject({
      ok: false,
      refusal: { code: "forbidden" },
    });
    expect(await revokeApiKey(stranger, key.id)).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    const form = { name: "一次", scopes: ["read" as const], days: "90" as const, submissionKey: newId() };
    const first = await createApiKey(owner, form);
    const second = await createApiKey(owner, form);
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
    expect(second).toMatchObject({ value: { secret: null } });
    const secret = first.ok ? (first.value.secret ?? "") : "";
    expect(secret).toMatch(/^cjb_[\w-]{43}$/);
    const kept = JSON.stringify(await Promise.all([read.apiKey.findMany(), read.submission.findMany()]));
    expect(kept).not.toContain(secret.slice(12));
    await mineRoute(callArgs("/api/v1/listings/mine", { secret }));
    const used = await read.apiKey.findFirstOrThrow({ where: { name: "一次" } });
    expect(used.lastUsedAt?.toISOString()).toBe(NOW);
  });

  it("refuses a key without the scope, and a method the address does not take", async () => {
    const reader = await givenKey(owner, ["read"]);
    expect((await add(UNNAMED, {}, reader.secret)).status).toBe(403);
    const wrong = await bulkRoute(
      callArgs("/api/v1/listings/bulk", { method: "DELETE", secret: key.secret, body: {} }),
    );
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "POST"]);
  });

  it("counts calls and records against the day's quota and says when it starts anew", async () => {
    const busy = await givenKey(owner);
    const quota = quotaOn(civilDate(new Date(NOW)));
    const first = await answered(await mineRoute(callArgs("/api/v1/listings/mine", { secret: busy.secret })));
    expect(first.headers.get("RateLimit-Remaining")).toBe(String(quota.calls - 1));
    await inTransaction((tx) =>
      tx.apiUse.updateMany({ where: { keyId: busy.id }, data: { calls: quota.calls } }),
    );
    const spent = await add(UNNAMED, {}, busy.secret);
    expect(spent.status).toBe(429);
    expect(spent.headers.get("RateLimit-Remaining")).toBe("0");
    // 10:00 in China: fourteen hours to midnight
    expect(spent.headers.get("Retry-After")).toBe(String(14 * 3600));
    await inTransaction((tx) =>
      tx.apiUse.updateMany({ where: { keyId: busy.id }, data: { calls: 1, records: quota.records - 1 } }),
    );
    expect((await bulk([RECORD, { ...RECORD, reference: "X" }], {}, busy.secret)).status).toBe(429);
  });
});

describe("writing listings", () => {
  it("adds, changes and closes one, and every answer keeps to the published schema", async () => {
    const added = await add();
    expect(added.status).toBe(201);
    const listing = written.parse(added.body);
    expect(added.headers.get("Location")).toContain(`/api/v1/listings/${listing.id}`);
    expect(listing.state).toBe("published");
    const event = await read.event.findFirstOrThrow({ where: { subjectId: listing.id } });
    expect(JSON.parse(event.actor)).toMatchObject({
      kind: "key",
      organizationId: owner.actor.organizationId,
    });
    const changed = await change(listing.id, { version: listing.version, seats: 6, summary: null });
    expect([changed.status, changed.body.errors]).toMatchObject([422, [{ pointer: "/summary" }]]);
    const again = await change(listing.id, { version: listing.version, seats: 6 });
    expect(written.parse(again.body)).toMatchObject({ version: 2, state: "published" });
    expect((await change(listing.id, { version: 1, seats: 7 })).status).toBe(409);
    expect(written.parse((await close(listing.id)).body)).toMatchObject({ state: "closed" });
    expect(written.parse((await close(listing.id)).body)).toMatchObject({ state: "closed" });
    expect(await stateOf(listing.id)).toBe("closed");
  });

  it("points at what is wrong and quotes the rule in the caller's language", async () => {
    const wrong = await add({ ...UNNAMED, payMin: 500_000, majors: ["460103", "999999"], region: null });
    expect(wrong.status).toBe(422);
    expect((wrong.body.errors as { pointer: string }[]).map(({ pointer }) => pointer).sort()).toEqual([
      "/majors/1",
      "/payMax",
      "/region",
    ]);
    const blocked = await add({ ...UNNAMED, fees: ["deposit"] }, { "Accept-Language": "en" });
    expect(blocked.status).toBe(422);
    const findings = blocked.body.findings as { verdict: string; message: string; pointers: string[] }[];
    const block = findings.find(({ verdict }) => verdict === "block");
    expect(block?.pointers).toContain("/fees");
    expect(block?.message).toMatch(/[a-z]{3}/);
    const text = await addRoute(callArgs("/api/v1/listings", { secret: key.secret, body: "{" }));
    expect(text.status).toBe(422);
  });

  it("does a repeated call once and refuses its key for other contents, each key by itself", async () => {
    const headers = { "Idempotency-Key": "call-1" };
    const first = await add(UNNAMED, headers);
    const second = await add(UNNAMED, headers);
    expect(second.body).toEqual(first.body);
    expect((await add({ ...UNNAMED, seats: 5 }, headers)).status).toBe(409);
    const other = await givenKey(owner);
    const elsewhere = await add(UNNAMED, headers, other.secret);
    expect(elsewhere.body.id).not.toBe(first.body.id);
    expect((await add(UNNAMED, { "Idempotency-Key": "k".repeat(101) })).status).toBe(422);
  });

  it("finds nothing of another organization", async () => {
    const { body } = await add();
    const id = String(body.id);
    expect((await change(id, { seats: 9 }, strangeKey.secret)).status).toBe(404);
    expect((await close(id, { reason: "mistake" }, strangeKey.secret)).status).toBe(404);
    const mine = await answered(
      await mineRoute(callArgs("/api/v1/listings/mine", { secret: strangeKey.secret })),
    );
    expect(minePage.parse(mine.body).items).toEqual([]);
  });
});

describe("many at once", () => {
  it("answers each record, in order, and writes the good ones", async () => {
    const { status, body } = await bulk([
      { ...RECORD, reference: "B-1" },
      { ...RECORD, reference: "B-2", fees: ["deposit"] },
      { ...RECORD, reference: "B-3", seats: "four" },
    ]);
    expect(status).toBe(200);
    const answer = bulkAnswer.parse(body);
    expect(answer).toMatchObject({ created: 1, updated: 0, unchanged: 0, refused: 2 });
    expect(answer.answers[1]?.findings.some(({ pointers }) => pointers.includes("/fees"))).toBe(true);
    expect(answer.answers[2]?.errors).toEqual([{ pointer: "/seats", detail: "请填写数字，例如 3500。" }]);
  });

  it("takes 1 to 500 records and says so", async () => {
    expect((await bulk([])).body).toMatchObject({ errors: [{ pointer: "/records" }] });
    expect((await bulk(Array.from({ length: 501 }, () => RECORD))).status).toBe(422);
    expect((await bulk("no list")).status).toBe(422);
  });

  it("posts, updates and closes two hundred listings of an enterprise's own system", async () => {
    const records = Array.from({ length: 200 }, (_, index) => ({ ...RECORD, reference: `ERP-${index}` }));
    const made = bulkAnswer.parse((await bulk(records, { "Idempotency-Key": "erp-1" })).body);
    expect(made.created).toBe(200);
    expect((await bulk(records, { "Idempotency-Key": "erp-1" })).body).toEqual(made);
    const changed = records.map((record, index) => ({ ...record, seats: 5 + (index % 3) }));
    expect(bulkAnswer.parse((await bulk(changed)).body)).toMatchObject({ updated: 200, refused: 0 });
    const indexed = await read.listingIndex.count({
      where: { listingId: { in: made.answers.map(({ id }) => id ?? "") } },
    });
    expect(indexed).toBe(200);
    for (const { id } of made.answers) expect((await close(id ?? "")).status).toBe(200);
    const page = minePage.parse(
      (
        await answered(
          await mineRoute(callArgs("/api/v1/listings/mine?state=closed&limit=100", { secret: key.secret })),
        )
      ).body,
    );
    expect(page.items).toHaveLength(100);
    expect(page.nextCursor).not.toBeNull();
    const one = minePage.parse(
      (
        await answered(
          await mineRoute(callArgs("/api/v1/listings/mine?reference=ERP-7", { secret: key.secret })),
        )
      ).body,
    );
    expect(one.items).toMatchObject([{ reference: "ERP-7", state: "closed" }]);
  }, 180_000);
});

describe("a fair round over HTTP", () => {
  const solve = async (body: unknown) =>
    answered(await solveRoute(callArgs("/api/v1/rounds/solve", { secret: key.secret, body })));

  it("solves a published document with reasons, and points at what is wrong in it", async () => {
    const document = {
      students: [
        { id: "a", choices: ["x"] },
        { id: "b", choices: ["x"] },
      ],
      slots: [{ id: "x", capacity: 1, ranking: ["b", "a"] }],
      seed: "2026",
    };
    const solved = roundResultSchema.parse((await solve(document)).body);
    expect(solved.matches).toEqual([
      { student: "a", slot: null },
      { student: "b", slot: "x" },
    ]);
    expect(solved.explanations).toHaveLength(1);
    const wrong = await solve({ ...document, students: [{ id: "a", choices: ["nowhere"] }] });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors).toMatchObject([{ pointer: "/students/0/choices/0" }, {}]);
  });
});

describe("the description", () => {
  it("names the scheme and scope of every operation that needs a key", () => {
    const document = openApiDocument("https://bridge.example") as {
      paths: Record<string, Record<string, { security?: unknown; responses: Record<string, unknown> }>>;
      components: { securitySchemes: Record<string, unknown> };
    };
    expect(document.components.securitySchemes).toHaveProperty("key");
    expect(document.paths["/listings/bulk"]?.post?.security).toEqual([{ key: ["write"] }]);
    expect(document.paths["/listings"]?.get?.security).toBeUndefined();
    expect(Object.keys(document.paths["/listings"]?.post?.responses ?? {})).toEqual(
      expect.arrayContaining(["201", "401", "403", "409", "422", "429"]),
    );
  });
});
