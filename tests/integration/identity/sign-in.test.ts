import { describe, expect, test } from "vitest";
import { signIn } from "~/identity/commands/sign-in.server";
import { signInAsPersona } from "~/identity/commands/sign-in-as-persona.server";
import { openSession } from "~/identity/session.server";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { factsOfTest } from "~tests/fixtures/people";
import { eventNamesOf, givenAccount, mailsTo, minutesLater, PASSWORD, visitor } from "./accounts";

const fail = (email: string, now?: string) => signIn(visitor(now), { email, password: "Wrong-password-1" });

describe("signing in", () => {
  test("with the right password gives the person and records it", async () => {
    const { personId, email } = await givenAccount();
    expect(await signIn(visitor(), { email, password: PASSWORD })).toEqual({
      ok: true,
      value: { personId, ticket: null },
    });
    await openSession(personId, factsOfTest(), { by: "password", device: null });
    expect(await eventNamesOf("person", personId)).toEqual(["person.created", "person.signed_in"]);
  });

  test("a wrong password and an unknown address are refused in the same words", async () => {
    const { email } = await givenAccount();
    const known = await fail(email);
    const unknown = await fail("nobody@test.example");
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({
      ok: false,
      refusal: { code: "invalid", key: "identity.errors.wrongSignIn" },
    });
    expect(JSON.stringify(known)).not.toContain("field");
  });

  test("five failures lock an address for fifteen minutes, account or not, also for the right password", async () => {
    const { personId, email } = await givenAccount();
    const stranger = "stranger@test.example";
    for (const address of [email, stranger]) {
      for (let index = 0; index < 4; index += 1) {
        expect(await fail(address)).toMatchObject({ refusal: { key: "identity.errors.wrongSignIn" } });
      }
    }
    const fifth = [await fail(email), await fail(stranger)];
    expect(fifth[0]).toEqual(fifth[1]);
    expect(fifth[0]).toMatchObject({ refusal: { code: "limited", key: "identity.errors.locked" } });
    expect(await signIn(visitor(minutesLater(14)), { email, password: PASSWORD })).toEqual(fifth[0]);
    expect(await fail(stranger, minutesLater(14))).toEqual(fifth[0]);
    expect(await signIn(visitor(minutesLater(16)), { email, password: PASSWORD })).toEqual({
      ok: true,
      value: { personId, ticket: null },
    });
    expect(await eventNamesOf("person", personId)).toEqual([
      "person.created",
      ...Array.from({ length: 4 }, () => "person.sign_in_failed"),
      "person.locked",
    ]);
  });

  test("the owner of a locked account is told by mail with the way to a new password; a stranger is not", async () => {
    const { email } = await givenAccount();
    for (let index = 0; index < 5; index += 1) await fail(email);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain("/password/forgotten");
    for (let index = 0; index < 5; index += 1) await fail("ghost@test.example");
    expect(await mailsTo("ghost@test.example")).toEqual([]);
  });

  test("guesses sent at the same moment are all counted", async () => {
    const { email } = await givenAccount();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => fail(email)));
    const keys = outcomes.map((outcome) => (outcome.ok ? "in" : outcome.refusal.key));
    expect(keys.filter((key) => key === "identity.errors.wrongSignIn")).toHaveLength(4);
    expect(keys.filter((key) => key === "identity.errors.locked")).toHaveLength(4);
  });

  test("a success forgets earlier failures, and so does a quarter of an hour", async () => {
    const { email } = await givenAccount();
    for (let index = 0; index < 4; index += 1) await fail(email);
    expect((await signIn(visitor(), { email, password: PASSWORD })).ok).toBe(true);
    expect(
      await read.signInTry.findUnique({ where: { emailHash: lookupHash("person.email", email) } }),
    ).toBeNull();
    for (let index = 0; index < 4; index += 1) await fail(email);
    expect(await fail(email, minutesLater(16))).toMatchObject({
      refusal: { key: "identity.errors.wrongSignIn" },
    });
  });

  test("nothing secret is kept: no event and no row holds the password or the address", async () => {
    const { email } = await givenAccount("secret.address@test.example");
    await fail(email);
    const events = await read.event.findMany();
    const people = await read.person.findMany();
    const text = JSON.stringify([events, people]);
    expect(text).not.toContain("secret.address");
    expect(text).not.toContain("Wrong-password-1");
    expect(text).not.toContain(PASSWORD);
  });

  test("personas are refused unless the server runs as a demo", async () => {
    await givenAccount("school@demo.example");
    expect(await signInAsPersona({ email: "school@demo.example" })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });
});
