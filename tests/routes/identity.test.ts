import { describe, expect, test } from "vitest";
import { action as accountAction, loader as accountLoader } from "~/identity/routes/account";
import { action as switchAction } from "~/identity/routes/account.organization";
import { loader as invitationLoader } from "~/identity/routes/invitation";
import { action as loginAction, loader as loginLoader } from "~/identity/routes/login";
import { action as logoutAction } from "~/identity/routes/logout";
import { action as membersAction, loader as membersLoader } from "~/identity/routes/members";
import { action as forgottenAction } from "~/identity/routes/password.forgotten";
import { loader as resetLoader } from "~/identity/routes/password.reset";
import { newId } from "~/platform/id";
import { cookieOf, givenOrganization, givenPerson } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenAccount, PASSWORD } from "../integration/identity/accounts";

describe("/login", () => {
  test("signs in and goes on, but only to this site", async () => {
    const { email } = await givenAccount();
    for (const [returnTo, location] of [
      ["/listings?q=a", "/listings?q=a"],
      ["https://evil.example/", "/workspace"],
      ["//evil.example", "/workspace"],
    ] as const) {
      const form = { email: ` ${email.toUpperCase()} `, password: PASSWORD, returnTo };
      const signedIn = await loginAction(routeArgs("/login", { form }));
      if (!(signedIn instanceof Response)) throw new Error("refused");
      expect([signedIn.status, signedIn.headers.get("Location")]).toEqual([303, location]);
      expect(signedIn.headers.get("Set-Cookie")).toMatch(/^bridge_session=\w+;.*HttpOnly;.*SameSite=Lax/);
    }
  });

  test("refuses beside what was typed, without the password", async () => {
    const form = { email: "nobody@test.example", password: "Wrong-password-1", returnTo: "/matches" };
    const refused = await outcomeOf(() => loginAction(routeArgs("/login", { form })));
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      state: { typed: { email: "nobody@test.example", returnTo: "/matches" } },
    });
    expect(JSON.stringify(refused.data)).not.toContain("Wrong-password-1");
    const empty = await outcomeOf(() =>
      loginAction(routeArgs("/login", { form: { email: "x", password: "" } })),
    );
    expect(empty).toMatchObject({
      status: 422,
      data: {
        state: {
          fields: [
            { field: "email", key: "errors.notAnEmail" },
            { field: "password", key: "errors.required" },
          ],
        },
      },
    });
  });

  test("offers no personas outside the demo and signs in as none", async () => {
    await givenAccount("school@demo.example");
    expect((await outcomeOf(() => loginLoader(routeArgs("/login")))).data).toMatchObject({ personas: null });
    const form = { intent: "persona", email: "school@demo.example" };
    expect((await outcomeOf(() => loginAction(routeArgs("/login", { form })))).status).toBe(404);
  });

  test("leads the signed-in on, and signing out ends the session", async () => {
    const { personId } = await givenPerson("甲");
    const cookie = await cookieOf(personId);
    expect(
      await outcomeOf(() => loginLoader(routeArgs("/login?returnTo=/account", { cookie }))),
    ).toMatchObject({
      status: 303,
      location: "/account",
    });
    const left = await outcomeOf(() =>
      logoutAction(routeArgs("/logout", { cookie, form: { returnTo: "/invitations/x" } })),
    );
    expect(left).toMatchObject({ status: 303, location: "/invitations/x" });
    expect((await outcomeOf(() => accountLoader(routeArgs("/account", { cookie })))).location).toBe(
      "/login?returnTo=%2Faccount",
    );
  });
});

describe("links that lead nowhere", () => {
  test("are answered with 404 and an explaining page", async () => {
    for (const loader of [invitationLoader, resetLoader]) {
      const dead = await outcomeOf(() => loader(routeArgs("/x", { params: { token: "dead" } })));
      expect(dead.status).toBe(404);
    }
  });

  test("asking for a reset answers alike for any address", async () => {
    const { email } = await givenAccount();
    const answers = await Promise.all(
      [email, "nobody@test.example"].map((address) =>
        outcomeOf(() => forgottenAction(routeArgs("/password/forgotten", { form: { email: address } }))),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.status).toBe(200);
  });
});

describe("/account and /organization/members", () => {
  test("an unknown intent is 404, a stale profile 409 with what was typed, a good one goes on", async () => {
    const { personId } = await givenPerson("乙");
    const cookie = await cookieOf(personId);
    const post = (form: Record<string, string>) =>
      outcomeOf(() => accountAction(routeArgs("/account", { cookie, form })));
    expect((await post({ intent: "x" })).status).toBe(404);
    expect(await post({ intent: "profile", name: "新名", language: "en", version: "7" })).toMatchObject({
      status: 409,
      data: { state: { typed: { name: "新名" } } },
    });
    expect(await post({ intent: "profile", name: "新名", language: "fr", version: "1" })).toMatchObject({
      status: 422,
      data: { state: { fields: [{ field: "language", key: "errors.notAChoice" }] } },
    });
    expect(await post({ intent: "profile", name: "新名", language: "en", version: "1" })).toMatchObject({
      status: 303,
      location: "/account?done=saved",
    });
    expect((await post({ intent: "revoke", session: newId() })).status).toBe(404);
  });

  test("students see no list, staff see it, owners alone change it", async () => {
    const id = await givenOrganization("school", "甲学校");
    const visit = async (role: "owner" | "teacher" | "viewer" | "student") => {
      const { personId } = await givenPerson(role, { organizationId: id, role });
      const cookie = await cookieOf(personId);
      const form = { intent: "invite", email: `${newId()}@x.example`, role: "viewer" };
      return [
        (await outcomeOf(() => membersLoader(routeArgs("/organization/members", { cookie })))).status,
        (await outcomeOf(() => membersAction(routeArgs("/organization/members", { cookie, form })))).status,
      ];
    };
    expect(await visit("owner")).toEqual([200, 303]);
    expect(await visit("teacher")).toEqual([200, 403]);
    expect(await visit("viewer")).toEqual([200, 403]);
    expect(await visit("student")).toEqual([403, 403]);
  });

  test("anonymous visitors are led to sign in; somebody without an organization has no members", async () => {
    expect((await outcomeOf(() => membersLoader(routeArgs("/organization/members")))).location).toContain(
      "/login?returnTo=",
    );
    const { personId } = await givenPerson("独行");
    const cookie = await cookieOf(personId);
    expect(
      (await outcomeOf(() => membersLoader(routeArgs("/organization/members", { cookie })))).status,
    ).toBe(403);
    const form = { organization: newId(), returnTo: "/workspace" };
    expect(
      (await outcomeOf(() => switchAction(routeArgs("/account/organization", { cookie, form })))).status,
    ).toBe(404);
  });
});
