import { describe, expect, test } from "vitest";
import { signIn } from "~/identity/commands/sign-in.server";
import { personOf } from "~/identity/session.server";
import { confirmRegistration } from "~/organizations/commands/confirm-registration.server";
import { registerOrganization } from "~/organizations/commands/register-organization.server";
import { requestRegistration } from "~/organizations/commands/request-registration.server";
import { registrationPage } from "~/organizations/queries/registration-page.server";
import { action } from "~/organizations/routes/register";
import { checkDigitOf } from "~/organizations/rules/uscc";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { cookieOf, factsOfTest, NOW, personCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import {
  eventNamesOf,
  givenAccount,
  mailsTo,
  minutesLater,
  PASSWORD,
  tokenMailedTo,
  visitor,
} from "../identity/accounts";

let serial = 0;

/** A well-formed code of nobody. */
const freshUscc = (): string => {
  serial += 1;
  const body = `91440101MA5T${String(serial).padStart(5, "0")}`;
  return `${body}${checkDigitOf(body)}`;
};

const wish = (values: Partial<Parameters<typeof requestRegistration>[1]> = {}) => ({
  kind: "enterprise" as const,
  name: "广州测试机械有限公司",
  code: freshUscc(),
  region: "番禺区",
  terms: true,
  contactName: "陈晓",
  email: `${newId()}@factory.example`,
  password: PASSWORD,
  language: "zh-CN" as const,
  ...values,
});

const organizationBy = (uscc: string) => read.organization.findUnique({ where: { uscc } });

describe("a newcomer registers an organization", () => {
  test("nothing exists until the mailed link is confirmed; then there is a draft with its owner", async () => {
    const asked = wish({ code: " 91440101-ma5t 99999x" });
    expect(await requestRegistration(visitor(), asked)).toMatchObject({
      refusal: { fields: [{ field: "code", key: "registration.errors.uscc_check" }] },
    });
    const good = wish();
    const requested = await requestRegistration(visitor(), good);
    const token = await tokenMailedTo(good.email, "/register");
    expect(requested).toEqual({ ok: true, value: { confirmPath: `/register/${token}` } });
    expect(await organizationBy(good.code)).toBeNull();
    expect((await signIn(visitor(), { email: good.email, password: PASSWORD })).ok).toBe(false);
    expect(await registrationPage(token, new Date(NOW))).toMatchObject({
      uscc: good.code,
      region: "广东省广州市番禺区",
      hadAccount: false,
    });
    const confirmed = await confirmRegistration(visitor(), { token });
    if (!confirmed.ok) throw new Error(confirmed.refusal.key);
    const { organizationId, personId } = confirmed.value;
    expect(await organizationBy(good.code)).toMatchObject({
      id: organizationId,
      state: "draft",
      regionCode: "440113",
      namePinyin: "guangzhouceshijixieyouxiangongsi",
      mailDomain: "factory.example",
    });
    expect(await read.membership.findFirst({ where: { personId, organizationId } })).toMatchObject({
      role: "owner",
    });
    expect(await signIn(visitor(), { email: good.email, password: PASSWORD })).toMatchObject({ ok: true });
    expect(await eventNamesOf("organization", organizationId)).toEqual([
      "organization.registered",
      "member.joined",
    ]);
    expect(await confirmRegistration(visitor(), { token })).toMatchObject({ refusal: { code: "not_found" } });
  });

  test("what the link carries is sealed, and it dies after two days", async () => {
    const asked = wish();
    await requestRegistration(visitor(), asked);
    const token = await tokenMailedTo(asked.email, "/register");
    const rows = JSON.stringify(await read.linkToken.findMany());
    for (const secret of [token, asked.email, asked.code, "$argon2id"]) expect(rows).not.toContain(secret);
    expect(await registrationPage(token, new Date(minutesLater(2 * 24 * 60 + 1)))).toBeNull();
  });

  test("the answer is the same for an address with an account; its name and password stay", async () => {
    const { personId, email } = await givenAccount();
    const [known, unknown] = [wish({ email, password: "Other-word-77" }), wish()];
    const answers = [
      await requestRegistration(visitor(), known),
      await requestRegistration(visitor(), unknown),
    ];
    const shape = (answer: (typeof answers)[number]) =>
      JSON.stringify(answer).replace(/register\/[\w-]+/, "");
    expect(shape(answers[0]!)).toBe(shape(answers[1]!));
    const subject = async (address: string) => (await mailsTo(address)).at(-1)!.subject;
    expect(await subject(email)).toBe(await subject(unknown.email));
    const token = await tokenMailedTo(email, "/register");
    expect(await confirmRegistration(visitor(), { token })).toMatchObject({
      ok: true,
      value: { personId, hadAccount: true },
    });
    expect((await signIn(visitor(), { email, password: PASSWORD })).ok).toBe(true);
    expect((await signIn(visitor(), { email, password: "Other-word-77" })).ok).toBe(false);
  });

  test("a code on the platform is refused with the way on and nobody's name, before and at the confirmation", async () => {
    const code = freshUscc();
    const [first, second] = [wish({ code }), wish({ code })];
    await requestRegistration(visitor(), first);
    await requestRegistration(visitor(), second);
    const tokens = [
      await tokenMailedTo(first.email, "/register"),
      await tokenMailedTo(second.email, "/register"),
    ];
    const confirmed = await Promise.all(tokens.map((token) => confirmRegistration(visitor(), { token })));
    expect(confirmed.filter((one) => one.ok)).toHaveLength(1);
    const taken = { refusal: { fields: [{ field: "code", key: "registration.errors.codeTaken" }] } };
    expect(confirmed.find((one) => !one.ok)).toMatchObject(taken);
    expect(await requestRegistration(visitor(), wish({ code }))).toMatchObject(taken);
    const loser = confirmed[0]!.ok ? second : first;
    expect((await signIn(visitor(), { email: loser.email, password: PASSWORD })).ok).toBe(false);
  });

  test("schools give their school code, of their own kind; regions must not be as wide as a province", async () => {
    const refused = async (values: Parameters<typeof wish>[0]) => {
      const outcome = await requestRegistration(visitor(), wish(values));
      return outcome.ok ? [] : outcome.refusal.fields?.map((field) => field.key);
    };
    expect(await refused({ kind: "school", code: "3644000123" })).toEqual([]);
    expect(await refused({ kind: "school", code: "3444000123" })).toEqual([
      "registration.errors.schoolCode_kind",
    ]);
    expect(await refused({ kind: "general_school", code: "12" })).toEqual([
      "registration.errors.schoolCode_form",
    ]);
    expect(await refused({ region: "广东省" })).toEqual(["registration.errors.regionWide"]);
    expect(await refused({ region: "没有这个地方" })).toEqual(["organizations.errors.codeUnknown"]);
    expect(await refused({ code: "x", region: "440000" })).toEqual([
      "registration.errors.uscc_length",
      "registration.errors.regionWide",
    ]);
  });

  test("sent twice it is one mail; one address is not flooded", async () => {
    const asked = wish({ submissionKey: newId() });
    await requestRegistration(visitor(), asked);
    expect(await requestRegistration(visitor(), asked)).toEqual({ ok: true, value: { confirmPath: null } });
    expect(await mailsTo(asked.email)).toHaveLength(1);
    for (let index = 0; index < 8; index += 1)
      await requestRegistration(visitor(), wish({ email: asked.email }));
    expect(await mailsTo(asked.email)).toHaveLength(5);
  });
});

describe("somebody with an account registers another organization", () => {
  test("it exists at once and this session acts for it; sent twice it is one", async () => {
    const { personId } = await givenAccount();
    const cookie = await cookieOf(personId);
    const request = new Request("http://localhost/", { headers: { Cookie: cookie } });
    const ctx = personCtx(personId);
    ctx.actor.sessionPublicId = (await personOf(request, factsOfTest()))!.sessionPublicId;
    const asked = { ...wish(), submissionKey: newId() };
    const outcomes = [await registerOrganization(ctx, asked), await registerOrganization(ctx, asked)];
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect((await personOf(request, factsOfTest()))?.organization).toMatchObject({
      name: asked.name,
      role: "owner",
      verified: false,
    });
  });
});

describe("the page", () => {
  const form = (values: Record<string, string>) => ({
    kind: "enterprise",
    name: "广州测试机械有限公司",
    code: freshUscc(),
    region: "440113",
    terms: "on",
    contactName: "陈晓",
    email: `${newId()}@factory.example`,
    password: PASSWORD,
    ...values,
  });

  test("shows every message with what was typed, never the password, and never the link outside the demo", async () => {
    const wrong = await outcomeOf(() =>
      action(routeArgs("/register", { form: form({ email: "x", password: "short", name: "", terms: "" }) })),
    );
    expect(wrong.status).toBe(422);
    const text = JSON.stringify(wrong.data);
    for (const field of ["email", "password", "name", "terms"]) expect(text).toContain(`"field":"${field}"`);
    expect(text).toContain("陈晓");
    expect(text).not.toContain('"short"');
    const right = await outcomeOf(() => action(routeArgs("/register", { form: form({}) })));
    expect(right).toMatchObject({ status: 200, data: { state: null, sent: { demoLink: null } } });
  });

  test("takes a form a program filled in and does nothing with it", async () => {
    const given = form({ fax: "1" });
    expect(await outcomeOf(() => action(routeArgs("/register", { form: given })))).toMatchObject({
      status: 200,
      data: { sent: { email: given.email } },
    });
    expect(await mailsTo(given.email)).toEqual([]);
  });
});
