import { Secret, TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { beginSecondFactor } from "~/identity/commands/begin-second-factor.server";
import { confirmSecondFactor } from "~/identity/commands/confirm-second-factor.server";
import { endSecondFactor } from "~/identity/commands/end-second-factor.server";
import { enterCode } from "~/identity/commands/enter-code.server";
import { renewRecoveryCodes } from "~/identity/commands/renew-recovery-codes.server";
import { requestPasswordReset } from "~/identity/commands/request-password-reset.server";
import { resetPassword } from "~/identity/commands/reset-password.server";
import { signIn } from "~/identity/commands/sign-in.server";
import { secondStepPage } from "~/identity/queries/second-step-page.server";
import { action as stepAction } from "~/identity/routes/account.second-step";
import { action as loginAction } from "~/identity/routes/login";
import { action as codeAction, loader as codeLoader } from "~/identity/routes/login.code";
import { openTotp } from "~/identity/second-factor.server";
import { read } from "~/platform/db/client.server";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { cookieOf, personCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import {
  eventNamesOf,
  givenAccount,
  mailsTo,
  minutesLater,
  PASSWORD,
  tokenMailedTo,
  visitor,
} from "./accounts";

const granted = <T>(outcome: Result<T>): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.key}`);
  return outcome.value;
};

const codeAt = async (personId: string, at: string): Promise<string> => {
  const factor = await read.secondFactor.findUniqueOrThrow({ where: { personId } });
  const secret = Secret.fromBase32(openTotp(factor.secretSealed));
  return new TOTP({ secret }).generate({ timestamp: Date.parse(at) });
};

const wrongFor = (code: string): string => String((Number(code) + 500_000) % 1_000_000).padStart(6, "0");

const at = (personId: string, now: string) => ({ ...personCtx(personId), clock: fixedClock(now) });

/** Somebody whose second step was put in force an hour before the tests' time. */
const givenStrong = async () => {
  const { personId, email } = await givenAccount();
  const now = minutesLater(-60);
  granted(await beginSecondFactor(at(personId, now)));
  const proof = { password: PASSWORD, code: await codeAt(personId, now) };
  const { codes } = granted(await confirmSecondFactor(at(personId, now), proof));
  return { personId, email, codes };
};

const ticketOf = async (email: string, now?: string): Promise<string> => {
  const { ticket } = granted(await signIn(visitor(now), { email, password: PASSWORD }));
  if (!ticket) throw new Error("no second step asked");
  return ticket;
};

describe("setting up the second step", () => {
  test("takes the password and a first code; ten codes come once, other sessions end, the owner is told", async () => {
    const { personId, email } = await givenAccount();
    await cookieOf(personId);
    const ctx = personCtx(personId);
    expect(await confirmSecondFactor(ctx, { password: PASSWORD, code: "123456" })).toMatchObject({
      refusal: { code: "conflict", key: "identity.errors.stepNotBegun" },
    });
    granted(await beginSecondFactor(ctx));
    const page = await secondStepPage(ctx);
    expect(page).toMatchObject({ state: "begun", required: false });
    const code = await codeAt(personId, minutesLater(0));
    expect(await confirmSecondFactor(ctx, { password: PASSWORD, code: wrongFor(code) })).toMatchObject({
      refusal: { fields: [{ field: "code", key: "identity.errors.wrongFirstCode" }] },
    });
    expect(await confirmSecondFactor(ctx, { password: "Wrong-password-1", code })).toMatchObject({
      refusal: { fields: [{ field: "password", key: "identity.errors.wrongCurrent" }] },
    });
    expect(await read.session.count({ where: { personId } })).toBe(1);
    const { codes } = granted(await confirmSecondFactor(ctx, { password: PASSWORD, code }));
    expect(new Set(codes).size).toBe(10);
    expect(await read.session.count({ where: { personId } })).toBe(0);
    expect((await mailsTo(email)).map((mail) => mail.subject)).toEqual(["两步验证已启用"]);
    const kept = JSON.stringify([
      await read.recoveryCode.findMany(),
      await read.secondFactor.findMany(),
      await read.event.findMany({ where: { subjectId: personId } }),
    ]);
    for (const one of codes) expect(kept).not.toContain(one);
    expect(await beginSecondFactor(ctx)).toMatchObject({ refusal: { code: "conflict" } });
    expect(await secondStepPage(ctx)).toMatchObject({ state: "on", codesLeft: 10 });
  });

  test("the page answers codes to the form alone, and forbids keeping them", async () => {
    const { personId } = await givenAccount();
    const cookie = await cookieOf(personId);
    const post = (form: Record<string, string>) =>
      outcomeOf(() => stepAction(routeArgs("/account/second-step", { cookie, form })));
    expect(await post({ intent: "begin" })).toMatchObject({ status: 303, location: "/account/second-step" });
    const code = await codeAt(personId, new Date().toISOString());
    const done = await post({ intent: "confirm", password: PASSWORD, code });
    expect((done.data as { codes: string[] }).codes).toHaveLength(10);
    expect(await post({ intent: "confirm", password: PASSWORD, code })).toMatchObject({ status: 409 });
    expect((await post({ intent: "nothing" })).status).toBe(404);
  });
});

describe("signing in with a second step", () => {
  test("a right password gives a ticket, not a session; the code opens, once", async () => {
    const { personId, email } = await givenStrong();
    const ticket = await ticketOf(email);
    const code = await codeAt(personId, minutesLater(0));
    expect(granted(await enterCode(visitor(), { ticket, code }))).toEqual({ personId, by: "totp" });
    expect(await enterCode(visitor(), { ticket, code })).toMatchObject({
      refusal: { code: "not_found", key: "identity.errors.stepDead" },
    });
    const again = await ticketOf(email);
    expect(await enterCode(visitor(), { ticket: again, code })).toMatchObject({
      refusal: { fields: [{ field: "code", key: "identity.errors.wrongCode" }] },
    });
    const next = await codeAt(personId, minutesLater(1));
    expect((await enterCode(visitor(minutesLater(1)), { ticket: again, code: next })).ok).toBe(true);
  });

  test("of two who send the same code at the same moment one comes in", async () => {
    const { personId, email } = await givenStrong();
    const [first, second] = [await ticketOf(email), await ticketOf(email)];
    const code = await codeAt(personId, minutesLater(0));
    const outcomes = await Promise.all([
      enterCode(visitor(), { ticket: first, code }),
      enterCode(visitor(), { ticket: second, code }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test("a recovery code works once, however it is typed, and the owner is told how many are left", async () => {
    const { personId, email, codes } = await givenStrong();
    const typed = codes[0]!.toLowerCase().replace("-", " ");
    expect(granted(await enterCode(visitor(), { ticket: await ticketOf(email), code: typed })).by).toBe(
      "recovery",
    );
    expect((await enterCode(visitor(), { ticket: await ticketOf(email), code: codes[0]! })).ok).toBe(false);
    expect((await mailsTo(email)).map((mail) => mail.text).join()).toContain("还剩 9 个");
    const { email: other } = await givenStrong();
    expect((await enterCode(visitor(), { ticket: await ticketOf(other), code: codes[1]! })).ok).toBe(false);
    expect(await secondStepPage(personCtx(personId))).toMatchObject({ codesLeft: 9 });
  });

  test("wrong codes and wrong passwords lock together, and a right password forgives none", async () => {
    const { personId, email } = await givenStrong();
    const wrong = wrongFor(await codeAt(personId, minutesLater(0)));
    await signIn(visitor(), { email, password: "Wrong-password-1" });
    for (let index = 0; index < 3; index += 1) {
      const ticket = await ticketOf(email);
      expect(await enterCode(visitor(), { ticket, code: wrong })).toMatchObject({
        refusal: { key: "errors.checkFields" },
      });
    }
    const ticket = await ticketOf(email);
    expect(await enterCode(visitor(), { ticket, code: wrong })).toMatchObject({
      refusal: { code: "limited", key: "identity.errors.locked" },
    });
    const right = await codeAt(personId, minutesLater(0));
    expect(await enterCode(visitor(), { ticket, code: right })).toMatchObject({
      refusal: { code: "limited" },
    });
    expect(await signIn(visitor(), { email, password: PASSWORD })).toMatchObject({
      refusal: { code: "limited" },
    });
    expect((await mailsTo(email)).map((mail) => mail.subject)).toContain("你的账号暂时锁定");
    expect((await eventNamesOf("person", personId)).filter((name) => name === "person.locked")).toHaveLength(
      1,
    );
    const later = minutesLater(16);
    const code = await codeAt(personId, later);
    expect((await enterCode(visitor(later), { ticket: await ticketOf(email, later), code })).ok).toBe(true);
  });

  test("the ticket dies after ten minutes", async () => {
    const { personId, email } = await givenStrong();
    const ticket = await ticketOf(email);
    const code = await codeAt(personId, minutesLater(11));
    expect(await enterCode(visitor(minutesLater(11)), { ticket, code })).toMatchObject({
      refusal: { key: "identity.errors.stepDead" },
    });
  });

  test("a mailbox alone does not open the account: the reset asks for the code too", async () => {
    const { personId, email } = await givenStrong();
    await requestPasswordReset(visitor(), { email });
    const token = await tokenMailedTo(email, "/password/reset");
    const { ticket } = granted(await resetPassword(visitor(), { token, password: "Brand-new-word-2" }));
    const code = await codeAt(personId, minutesLater(0));
    expect(granted(await enterCode(visitor(), { ticket: ticket!, code })).personId).toBe(personId);
  });

  test("the pages lead from the password to the code and on to where one was going", async () => {
    const { personId, email } = await givenStrong();
    const form = { email, password: PASSWORD, returnTo: "/matches" };
    const first = (await loginAction(routeArgs("/login", { form }))) as Response;
    expect(first.headers.get("Location")).toBe("/login/code?returnTo=%2Fmatches");
    const set = first.headers.get("Set-Cookie") ?? "";
    expect(set).toMatch(/^bridge_step=[\w-]{43}; Path=\/login; Max-Age=600; HttpOnly; SameSite=Lax/);
    expect(set).not.toContain("bridge_session");
    const cookie = set.split(";")[0]!;
    expect((await outcomeOf(() => codeLoader(routeArgs("/login/code", { cookie })))).status).toBe(200);
    expect((await outcomeOf(() => codeLoader(routeArgs("/login/code")))).location).toBe(
      "/login?returnTo=%2Fworkspace",
    );
    const code = await codeAt(personId, new Date().toISOString());
    const wrong = await outcomeOf(() =>
      codeAction(routeArgs("/login/code", { cookie, form: { code: wrongFor(code), returnTo: "/matches" } })),
    );
    expect(wrong).toMatchObject({ status: 422, data: { state: { typed: { returnTo: "/matches" } } } });
    expect(JSON.stringify(wrong.data)).not.toContain(wrongFor(code));
    const second = (await codeAction(
      routeArgs("/login/code", { cookie, form: { code, returnTo: "/matches" } }),
    )) as Response;
    expect([second.status, second.headers.get("Location")]).toEqual([303, "/matches"]);
    expect(second.headers.get("Set-Cookie")).toMatch(/^bridge_session=\w+;/);
  });
});

describe("changing the second step", () => {
  test("new codes end the old ones; turning it off takes password and code, and leaves nothing", async () => {
    const { personId, email, codes } = await givenStrong();
    const ctx = personCtx(personId);
    const renewed = granted(await renewRecoveryCodes(ctx, { password: PASSWORD, code: codes[3]! })).codes;
    expect(renewed).not.toContain(codes[4]);
    expect(await endSecondFactor(ctx, { password: PASSWORD, code: codes[4]! })).toMatchObject({
      refusal: { fields: [{ field: "code" }] },
    });
    expect(await endSecondFactor(ctx, { password: "Wrong-password-1", code: renewed[0]! })).toMatchObject({
      refusal: { fields: [{ field: "password" }] },
    });
    granted(await endSecondFactor(ctx, { password: PASSWORD, code: renewed[0]! }));
    expect(await read.recoveryCode.count({ where: { personId } })).toBe(0);
    expect(granted(await signIn(visitor(), { email, password: PASSWORD })).ticket).toBeNull();
    expect(new Set((await mailsTo(email)).map((mail) => mail.subject))).toEqual(
      new Set(["两步验证已启用", "恢复码已更换", "两步验证已停用"]),
    );
  });

  test("guesses at the account page count as failures of signing in", async () => {
    const { personId, email } = await givenStrong();
    const ctx = personCtx(personId);
    for (let index = 0; index < 5; index += 1) {
      await endSecondFactor(ctx, { password: PASSWORD, code: "AAAAA-AAAAA" });
    }
    expect(await signIn(visitor(), { email, password: PASSWORD })).toMatchObject({
      refusal: { code: "limited" },
    });
    expect(await read.secondFactor.count({ where: { personId } })).toBe(1);
  });
});
