import { describe, expect, test } from "vitest";
import { revokeOtherSessions } from "~/identity/commands/revoke-other-sessions.server";
import { revokeSession } from "~/identity/commands/revoke-session.server";
import { switchOrganization } from "~/identity/commands/switch-organization.server";
import { hashSessionId } from "~/identity/lucia-adapter.server";
import { accountPage } from "~/identity/queries/account-page.server";
import { closeSession, personOf } from "~/identity/session.server";
import { sweepSessions } from "~/identity/sweep.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import {
  cookieOf,
  factsOfTest,
  givenOrganization,
  givenPerson,
  NOW,
  personCtx,
} from "~tests/fixtures/people";

const requestWith = (cookie: string) => new Request("http://localhost/", { headers: { Cookie: cookie } });

const whoIs = (cookie: string) => personOf(requestWith(cookie), factsOfTest());

const ctxOf = async (personId: string, cookie: string) => {
  const ctx = personCtx(personId);
  ctx.actor.sessionPublicId = (await whoIs(cookie))!.sessionPublicId;
  return ctx;
};

const aged = (cookie: string, values: { createdAt?: Date; expiresAt?: Date; lastSeenAt?: Date }) =>
  inTransaction((tx) =>
    tx.session.update({ where: { idHash: hashSessionId(cookie.split("=")[1]!) }, data: values }),
  );

describe("sessions", () => {
  test("only the hash of a session's id is stored", async () => {
    const { personId } = await givenPerson("甲");
    const cookie = await cookieOf(personId);
    const secret = cookie.split("=")[1]!;
    const rows = await read.session.findMany({ where: { personId } });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows[0]!.idHash).toBe(hashSessionId(secret));
    expect(await whoIs(`bridge_session=${rows[0]!.idHash}`)).toBeNull();
    expect((await whoIs(cookie))?.personId).toBe(personId);
  });

  test("end when idle, thirty days after signing in, and on signing out", async () => {
    const { personId } = await givenPerson("乙");
    const [idle, old, left] = [await cookieOf(personId), await cookieOf(personId), await cookieOf(personId)];
    await aged(idle, { expiresAt: new Date(Date.now() - 1000) });
    await aged(old, { createdAt: new Date(Date.now() - 31 * 86_400_000) });
    await closeSession(requestWith(left));
    expect([await whoIs(idle), await whoIs(old), await whoIs(left)]).toEqual([null, null, null]);
    expect(await read.session.count({ where: { personId } })).toBe(0);
  });

  test("being used moves the end and the time last seen", async () => {
    const { personId } = await givenPerson("丙");
    const cookie = await cookieOf(personId);
    const soon = new Date(Date.now() + 86_400_000);
    await aged(cookie, { expiresAt: soon, lastSeenAt: new Date(Date.now() - 3_600_000) });
    await whoIs(cookie);
    const row = await read.session.findFirstOrThrow({ where: { personId } });
    expect(row.expiresAt.getTime()).toBeGreaterThan(soon.getTime() + 8 * 86_400_000);
    expect(Date.now() - row.lastSeenAt.getTime()).toBeLessThan(60_000);
  });

  test("one's own are listed with device and address, and revoked one by one or all others at once", async () => {
    const { personId } = await givenPerson("丁");
    const cookies = [await cookieOf(personId), await cookieOf(personId), await cookieOf(personId)];
    const ctx = await ctxOf(personId, cookies[0]!);
    const now = { ...ctx, clock: fixedClock(new Date().toISOString()) };
    const page = await accountPage(now);
    expect(page.sessions).toHaveLength(3);
    expect(page.sessions.filter((session) => session.current)).toHaveLength(1);
    expect(page.sessions[0]).toMatchObject({ network: null, browser: null });
    const other = page.sessions.find((session) => !session.current)!;
    expect((await revokeSession(ctx, { session: other.id })).ok).toBe(true);
    expect(await revokeSession(ctx, { session: other.id })).toMatchObject({ refusal: { code: "not_found" } });
    expect(await revokeOtherSessions(ctx)).toEqual({ ok: true, value: { ended: 1 } });
    expect((await whoIs(cookies[0]!))?.personId).toBe(personId);
  });

  test("another's session is not found", async () => {
    const [own, other] = [await givenPerson("戊"), await givenPerson("己")];
    const cookie = await cookieOf(other.personId);
    const foreign = (await whoIs(cookie))!.sessionPublicId;
    expect(await revokeSession(personCtx(own.personId), { session: foreign })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await whoIs(cookie)).not.toBeNull();
  });

  test("the daily sweep forgets what has ended and keeps the rest", async () => {
    const { personId } = await givenPerson("庚");
    const [dead, living] = [await cookieOf(personId), await cookieOf(personId)];
    await aged(dead, { expiresAt: new Date(Date.now() - 1000) });
    await inTransaction(async (tx) => {
      const link = { purpose: "reset", createdAt: new Date(NOW), tokenHash: newId() };
      await tx.linkToken.create({
        data: { ...link, id: newId(), expiresAt: new Date(Date.now() - 31 * 86_400_000) },
      });
      await tx.linkToken.create({
        data: { ...link, id: newId(), tokenHash: newId(), expiresAt: new Date(Date.now() - 86_400_000) },
      });
    });
    await sweepSessions.run(fixedClock(new Date().toISOString()));
    expect(await read.session.count({ where: { personId } })).toBe(1);
    expect(await whoIs(living)).not.toBeNull();
    expect(await read.linkToken.count({ where: { purpose: "reset" } })).toBe(1);
  });
});

describe("acting for one of several organizations", () => {
  test("a session switches for itself alone, and only to an organization one belongs to", async () => {
    const [first, second, foreign] = [
      await givenOrganization("enterprise", "甲企业"),
      await givenOrganization("school", "乙学校"),
      await givenOrganization("school", "外校"),
    ];
    const { personId } = await givenPerson("辛", { organizationId: first, role: "owner" });
    await inTransaction((tx) =>
      tx.membership.create({
        data: {
          id: newId(),
          personId,
          organizationId: second,
          role: "viewer",
          createdAt: new Date(Date.parse(NOW) + 1000),
          version: 1,
        },
      }),
    );
    const [here, there] = [await cookieOf(personId), await cookieOf(personId)];
    const ctx = await ctxOf(personId, here);
    expect((await whoIs(here))?.organizationId).toBe(first);
    expect((await switchOrganization(ctx, { organization: second })).ok).toBe(true);
    expect((await whoIs(here))?.organization).toMatchObject({ id: second, kind: "school", role: "viewer" });
    expect((await whoIs(there))?.organizationId).toBe(first);
    for (const organization of [foreign, newId()]) {
      expect(await switchOrganization(ctx, { organization })).toMatchObject({
        refusal: { code: "not_found" },
      });
    }
    await inTransaction((tx) =>
      tx.membership.updateMany({
        where: { personId, organizationId: second },
        data: { endedAt: new Date() },
      }),
    );
    expect((await whoIs(here))?.organizationId).toBe(first);
    expect(await switchOrganization(ctx, { organization: second })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
