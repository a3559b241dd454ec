import { describe, expect, test } from "vitest";
import { changePassword } from "~/identity/commands/change-password.server";
import { requestPasswordReset } from "~/identity/commands/request-password-reset.server";
import { resetPassword } from "~/identity/commands/reset-password.server";
import { signIn } from "~/identity/commands/sign-in.server";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { cookieOf, personCtx } from "~tests/fixtures/people";
import {
  eventNamesOf,
  givenAccount,
  mailsTo,
  minutesLater,
  PASSWORD,
  tokenMailedTo,
  visitor,
} from "./accounts";

const NEW = "Brand-new-word-2";

const sessionsOf = (personId: string) => read.session.findMany({ where: { personId } });

describe("a forgotten password", () => {
  test("is asked for with the same answer whether or not the account exists", async () => {
    const { email } = await givenAccount();
    const known = await requestPasswordReset(visitor(), { email });
    const unknown = await requestPasswordReset(visitor(), { email: "nobody@test.example" });
    expect(known).toEqual(unknown);
    expect(await mailsTo(email)).toHaveLength(1);
    expect(await mailsTo("nobody@test.example")).toEqual([]);
  });

  test("is replaced once by the mailed link; every session ends and the lock is lifted", async () => {
    const { personId, email } = await givenAccount();
    await cookieOf(personId);
    for (let index = 0; index < 5; index += 1)
      await signIn(visitor(), { email, password: "Wrong-password-1" });
    await requestPasswordReset(visitor(), { email });
    const token = await tokenMailedTo(email, "/password/reset");
    expect(await resetPassword(visitor(), { token, password: NEW })).toEqual({
      ok: true,
      value: { personId, ticket: null },
    });
    expect(await sessionsOf(personId)).toEqual([]);
    expect((await signIn(visitor(), { email, password: NEW })).ok).toBe(true);
    expect((await signIn(visitor(), { email, password: PASSWORD })).ok).toBe(false);
    expect(await resetPassword(visitor(), { token, password: "Another-word-3" })).toMatchObject({
      refusal: { code: "not_found", key: "identity.errors.linkDead" },
    });
    expect(await eventNamesOf("person", personId)).toContain("person.password_reset");
  });

  test("two who use the link at the same moment: one wins", async () => {
    const { email } = await givenAccount();
    await requestPasswordReset(visitor(), { email });
    const token = await tokenMailedTo(email, "/password/reset");
    const outcomes = await Promise.all([
      resetPassword(visitor(), { token, password: NEW }),
      resetPassword(visitor(), { token, password: "Another-word-3" }),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test("the link dies after an hour and when a newer one is asked for", async () => {
    const { email } = await givenAccount();
    await requestPasswordReset(visitor(), { email });
    const first = await tokenMailedTo(email, "/password/reset");
    expect(await resetPassword(visitor(minutesLater(61)), { token: first, password: NEW })).toMatchObject({
      refusal: { code: "not_found" },
    });
    await requestPasswordReset(visitor(minutesLater(1)), { email });
    const second = await tokenMailedTo(email, "/password/reset");
    expect(second).not.toBe(first);
    expect((await resetPassword(visitor(minutesLater(2)), { token: first, password: NEW })).ok).toBe(false);
    expect((await resetPassword(visitor(minutesLater(59)), { token: second, password: NEW })).ok).toBe(true);
  });

  test("a weak password is refused beside its field and leaves the link alive", async () => {
    const { email } = await givenAccount();
    await requestPasswordReset(visitor(), { email });
    const token = await tokenMailedTo(email, "/password/reset");
    expect(await resetPassword(visitor(), { token, password: "alllowercase" })).toMatchObject({
      refusal: { code: "invalid", fields: [{ field: "password", key: "identity.errors.passwordSimple" }] },
    });
    expect((await resetPassword(visitor(), { token, password: NEW })).ok).toBe(true);
  });

  test("only the hash of the token is stored, and a mailbox cannot be flooded", async () => {
    const { personId, email } = await givenAccount();
    for (let index = 0; index < 8; index += 1) await requestPasswordReset(visitor(), { email });
    expect(await mailsTo(email)).toHaveLength(5);
    const token = await tokenMailedTo(email, "/password/reset");
    const links = await read.linkToken.findMany({ where: { personId } });
    expect(links.some((link) => link.tokenHash === hashToken(token))).toBe(true);
    expect(JSON.stringify(links)).not.toContain(token);
    expect(JSON.stringify(links)).not.toContain(email);
  });
});

describe("changing one's password", () => {
  test("needs the current one, ends other sessions, keeps this one, and tells the person", async () => {
    const { personId, email } = await givenAccount();
    await cookieOf(personId);
    await cookieOf(personId);
    const [first] = await sessionsOf(personId);
    const ctx = personCtx(personId);
    ctx.actor.sessionPublicId = first!.publicId;
    expect(await changePassword(ctx, { current: "Not-the-word-9", password: NEW })).toMatchObject({
      refusal: { fields: [{ field: "current", key: "identity.errors.wrongCurrent" }] },
    });
    expect(await changePassword(ctx, { current: PASSWORD, password: PASSWORD })).toMatchObject({
      refusal: { fields: [{ field: "password", key: "identity.errors.passwordSame" }] },
    });
    expect(await changePassword(ctx, { current: PASSWORD, password: email.toUpperCase() })).toMatchObject({
      refusal: { fields: [{ field: "password", key: "identity.errors.passwordKnown" }] },
    });
    expect(await changePassword(ctx, { current: PASSWORD, password: NEW })).toEqual({
      ok: true,
      value: { endedSessions: 1 },
    });
    expect((await sessionsOf(personId)).map((session) => session.publicId)).toEqual([first!.publicId]);
    expect((await mailsTo(email)).at(-1)!.text).toContain("/password/forgotten");
  });
});
