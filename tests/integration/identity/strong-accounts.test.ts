import { describe, expect, test } from "vitest";
import { changePassword } from "~/identity/commands/change-password.server";
import { disownSignIn } from "~/identity/commands/disown-sign-in.server";
import { requestPasswordReset } from "~/identity/commands/request-password-reset.server";
import { resetPassword } from "~/identity/commands/reset-password.server";
import { signIn } from "~/identity/commands/sign-in.server";
import { hashSessionId } from "~/identity/lucia-adapter.server";
import { accountPage, signInsOf } from "~/identity/queries/account-page.server";
import { action as accountAction, loader as accountLoader } from "~/identity/routes/account";
import { loader as passwordLoader } from "~/identity/routes/account.password";
import { loader as stepLoader } from "~/identity/routes/account.second-step";
import { action as loginAction } from "~/identity/routes/login";
import { openSession, personOf } from "~/identity/session.server";
import { sweepPasswordAge } from "~/identity/sweep.server";
import { loader as adminLoader } from "~/organizations/routes/admin";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { cookieOf, factsOfTest, givenOrganization, givenPerson, personCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenAccount, mailsTo, minutesLater, PASSWORD, tokenMailedTo, visitor } from "./accounts";

const DAY_MS = 86_400_000;

const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);

const PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36";

const facts = (values: { ip?: string; userAgent?: string } = {}) => ({ ...factsOfTest(), ...values });

describe("accounts that must be strong", () => {
  test("operators and people of authorities are led to the second step before any other page", async () => {
    const authority = await givenOrganization("authority", "某市教育局");
    const school = await givenOrganization("school", "某学校");
    const strong = [
      await givenPerson("运营", null, { isOperator: true }),
      await givenPerson("科员", { organizationId: authority, role: "viewer" }),
    ];
    for (const { personId } of strong) {
      const cookie = await cookieOf(personId);
      const visit = () => outcomeOf(() => accountLoader(routeArgs("/account", { cookie })));
      expect((await visit()).status).toBe(200);
      await inTransaction((tx) => tx.secondFactor.deleteMany({ where: { personId } }));
      expect(await visit()).toMatchObject({ status: 303, location: "/account/second-step" });
      const posted = () =>
        outcomeOf(() => accountAction(routeArgs("/account", { cookie, form: { intent: "revokeOthers" } })));
      expect((await posted()).location).toBe("/account/second-step");
      const page = await outcomeOf(() => stepLoader(routeArgs("/account/second-step", { cookie })));
      expect(page.data).toMatchObject({ led: true, step: { required: true, demo: false, state: "off" } });
    }
    const { personId } = await givenPerson("老师", { organizationId: school, role: "owner" });
    const cookie = await cookieOf(personId);
    expect((await outcomeOf(() => accountLoader(routeArgs("/account", { cookie })))).status).toBe(200);
  });

  test("half an hour idle ends their session, not other people's", async () => {
    const [operator, teacher] = [
      await givenPerson("运营", null, { isOperator: true }),
      await givenPerson("老师"),
    ];
    for (const [{ personId }, minutes, stays] of [
      [operator, 29, true],
      [operator, 31, false],
      [teacher, 31, true],
    ] as const) {
      const cookie = await cookieOf(personId);
      await inTransaction((tx) =>
        tx.session.update({
          where: { idHash: hashSessionId(cookie.split("=")[1]!) },
          data: { lastSeenAt: new Date(Date.now() - minutes * 60_000) },
        }),
      );
      const request = new Request("http://localhost/", { headers: { Cookie: cookie } });
      expect((await personOf(request, factsOfTest())) !== null, `${minutes}`).toBe(stays);
    }
  });

  test("an operator's password is due after ninety days, and reminded of two weeks before, once", async () => {
    const { personId, email } = await givenPerson("运营", null, { isOperator: true });
    const cookie = await cookieOf(personId);
    const chosen = (days: number) =>
      inTransaction((tx) =>
        tx.person.update({ where: { id: personId }, data: { passwordChangedAt: daysAgo(days) } }),
      );
    const now = fixedClock(new Date().toISOString());
    const visit = () => outcomeOf(() => adminLoader(routeArgs("/admin", { cookie })));
    await chosen(70);
    await sweepPasswordAge.run(now);
    expect(await mailsTo(email)).toEqual([]);
    await chosen(80.5);
    await sweepPasswordAge.run(now);
    await sweepPasswordAge.run(now);
    expect((await mailsTo(email)).map((mail) => mail.subject)).toEqual(["请更换密码"]);
    expect((await accountPage({ ...personCtx(personId, true), clock: now })).passwordAge).toEqual({
      kind: "soon",
      days: 10,
    });
    expect((await visit()).status).toBe(200);
    await chosen(91);
    expect((await visit()).location).toBe("/account/password");
    const page = await outcomeOf(() => passwordLoader(routeArgs("/account/password", { cookie })));
    expect(page.data).toMatchObject({ due: true });
  });
});

describe("passwords", () => {
  test("the last five are not taken again, by change or by reset; the sixth is", async () => {
    const { personId, email } = await givenAccount();
    let minute = 0;
    const change = (current: string, password: string) => {
      minute += 1;
      return changePassword(personCtx(personId, false, minutesLater(minute)), { current, password });
    };
    const words = [
      "Second-word-2a",
      "Third-phrase-3b",
      "Fourth-saying-4c",
      "Fifth-verse-5d",
      "Sixth-line-6e",
    ];
    let current = PASSWORD;
    for (const password of words.slice(0, 4)) {
      expect((await change(current, password)).ok).toBe(true);
      current = password;
    }
    expect(await change(current, PASSWORD)).toMatchObject({
      refusal: { fields: [{ field: "password", key: "identity.errors.passwordUsedBefore" }] },
    });
    await requestPasswordReset(visitor(), { email });
    const token = await tokenMailedTo(email, "/password/reset");
    expect(await resetPassword(visitor(), { token, password: words[0]! })).toMatchObject({
      refusal: { fields: [{ key: "identity.errors.passwordUsedBefore" }] },
    });
    expect((await change(current, words[4]!)).ok).toBe(true);
    expect((await change(words[4]!, PASSWORD)).ok).toBe(true);
    expect(await read.pastPassword.count({ where: { personId } })).toBeLessThanOrEqual(5);
  });
});

describe("sign-ins seen by their owner", () => {
  test("every way in is recorded with browser and rough place, newest first", async () => {
    const { personId } = await givenAccount();
    await openSession(personId, facts({ ip: "203.0.113.9", userAgent: PHONE }));
    await openSession(personId, facts({ ip: "2408:8456:3000:1::5" }), { by: "password", device: null });
    const seen = await signInsOf(personId, "");
    expect(seen.map(({ by, browser, system, network }) => [by, browser, system, network])).toEqual([
      ["password", null, null, "2408:8456:3000:*"],
      ["link", "Chrome", "Android", "203.0.*.*"],
    ]);
    const kept = JSON.stringify(await read.event.findMany({ where: { subjectId: personId } }));
    expect(kept).not.toContain("203.0.113");
  });

  test("a browser not seen before is told by mail, but not the first and not a known one", async () => {
    const { email } = await givenAccount();
    const enter = async (device: string | null) => {
      const form = { email, password: PASSWORD };
      const args = routeArgs("/login", { form, ...(device ? { cookie: device } : {}) });
      const answer = (await loginAction(args)) as Response;
      return answer.headers.getSetCookie().find((one) => one.startsWith("bridge_device="))!;
    };
    const first = await enter(null);
    expect(first).toMatch(/Path=\/login; Max-Age=31536000; HttpOnly; SameSite=Lax/);
    await enter(first.split(";")[0]!);
    expect(await mailsTo(email)).toEqual([]);
    const second = await enter(null);
    await enter(second.split(";")[0]!);
    const mails = await mailsTo(email);
    expect(mails.map((mail) => mail.subject)).toEqual(["新设备登录了你的账号"]);
    expect(mails[0]!.text).toContain("/account#sign-ins");
    const secret = second.split(";")[0]!.split("=")[1]!;
    expect(JSON.stringify(await read.knownDevice.findMany())).not.toContain(secret);
  });

  test("“not me” ends every session, takes the password away and mails the way to a new one", async () => {
    const { personId, email } = await givenAccount();
    const mine = await cookieOf(personId);
    await cookieOf(personId);
    const seen = await signInsOf(personId, "");
    const form = { intent: "disown", signIn: seen[0]!.id };
    const done = await outcomeOf(() => accountAction(routeArgs("/account", { cookie: mine, form })));
    expect(done).toMatchObject({ status: 303, location: "/login?disowned=1" });
    expect(await read.session.count({ where: { personId } })).toBe(0);
    expect((await signIn(visitor(), { email, password: PASSWORD })).ok).toBe(false);
    const mailed = await tokenMailedTo(email, "/password/reset");
    expect((await read.linkToken.findMany({ where: { personId, usedAt: null } })).length).toBe(1);
    const now = fixedClock(new Date().toISOString());
    const reset = (password: string) =>
      resetPassword({ ...visitor(), clock: now }, { token: mailed, password });
    expect(await reset(PASSWORD)).toMatchObject({
      refusal: { fields: [{ key: "identity.errors.passwordUsedBefore" }] },
    });
    expect((await reset("Brand-new-word-2")).ok).toBe(true);
  });

  test("another's sign-in, and what is none, are not found", async () => {
    const [own, other] = [await givenAccount(), await givenAccount()];
    await cookieOf(other.personId);
    const foreign = (await signInsOf(other.personId, ""))[0]!.id;
    for (const id of [foreign, newId()]) {
      expect(await disownSignIn(personCtx(own.personId), { signIn: id })).toMatchObject({
        refusal: { code: "not_found" },
      });
    }
    expect(await read.session.count({ where: { personId: other.personId } })).toBe(1);
  });
});
