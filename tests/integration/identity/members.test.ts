import { describe, expect, test } from "vitest";
import type { Role } from "~/identity/actor";
import { acceptInvitation } from "~/identity/commands/accept-invitation.server";
import { changeRole } from "~/identity/commands/change-role.server";
import { endMembership } from "~/identity/commands/end-membership.server";
import { inviteMember } from "~/identity/commands/invite-member.server";
import { joinByInvitation } from "~/identity/commands/join-by-invitation.server";
import { resendInvitation } from "~/identity/commands/resend-invitation.server";
import { withdrawInvitation } from "~/identity/commands/withdraw-invitation.server";
import { invitationPage } from "~/identity/queries/invitation-page.server";
import { membersPage } from "~/identity/queries/members-page.server";
import { personOf } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import {
  cookieOf,
  factsOfTest,
  givenOrganization,
  givenPerson,
  memberCtx,
  NOW,
  personCtx,
} from "~tests/fixtures/people";
import {
  eventNamesOf,
  givenAccount,
  mailsTo,
  minutesLater,
  PASSWORD,
  tokenMailedTo,
  visitor,
} from "./accounts";

const DAY = 24 * 60;

const givenHouse = async (name = "甲企业", kind: "enterprise" | "school" = "enterprise") => {
  const id = await givenOrganization(kind, name);
  const owner = await givenPerson("负责人", { organizationId: id, role: "owner" });
  const ctx = (role: Role = "owner", personId = owner.personId, now = NOW) =>
    memberCtx(personId, { id, kind, name, role }, now);
  return { id, owner, ctx };
};

const membershipOf = async (personId: string, organizationId: string) =>
  read.membership.findUniqueOrThrow({ where: { personId_organizationId: { personId, organizationId } } });

const invite = async (
  house: Awaited<ReturnType<typeof givenHouse>>,
  email: string,
  role: Role = "coordinator",
) => {
  const invited = await inviteMember(house.ctx(), { email, role });
  if (!invited.ok) throw new Error(invited.refusal.key);
  return { ...invited.value, token: await tokenMailedTo(email, "/invitations") };
};

describe("inviting", () => {
  test("a newcomer makes an account by the link and is a member in the invited role", async () => {
    const house = await givenHouse();
    const { token } = await invite(house, "new@house.example", "mentor");
    expect(await invitationPage(token, null, new Date(NOW))).toMatchObject({
      way: "create",
      role: "mentor",
      email: "n***@house.example",
    });
    const joined = await joinByInvitation(visitor(), { token, name: "新同事", password: PASSWORD });
    if (!joined.ok) throw new Error(joined.refusal.key);
    expect(await membershipOf(joined.value.personId, house.id)).toMatchObject({
      role: "mentor",
      endedAt: null,
    });
    expect(await eventNamesOf("organization", house.id)).toEqual(["member.invited", "member.joined"]);
    expect(await joinByInvitation(visitor(), { token, name: "别人", password: PASSWORD })).toMatchObject({
      refusal: { code: "not_found", key: "identity.errors.linkDead" },
    });
  });

  test("somebody with an account signs in, accepts, and this session acts for the new organization", async () => {
    const house = await givenHouse();
    const { personId, email } = await givenAccount();
    const { token } = await invite(house, email);
    expect(await invitationPage(token, null, new Date(NOW))).toMatchObject({ way: "signIn" });
    expect(await joinByInvitation(visitor(), { token, name: "冒名", password: PASSWORD })).toMatchObject({
      refusal: { code: "conflict", key: "identity.errors.accountExists" },
    });
    const cookie = await cookieOf(personId);
    const request = new Request("http://localhost/", { headers: { Cookie: cookie } });
    const reader = (await personOf(request, factsOfTest()))!;
    expect(await invitationPage(token, reader, new Date(NOW))).toMatchObject({ way: "accept" });
    const ctx = { ...personCtx(personId), actor: reader };
    expect(await acceptInvitation(ctx, { token })).toEqual({ ok: true, value: { organizationId: house.id } });
    expect((await personOf(request, factsOfTest()))?.organization).toMatchObject({
      id: house.id,
      role: "coordinator",
    });
  });

  test("the wrong person is refused and the invitation stays alive", async () => {
    const house = await givenHouse();
    const right = await givenAccount();
    const wrong = await givenAccount();
    const { token } = await invite(house, right.email);
    expect(await acceptInvitation(personCtx(wrong.personId), { token })).toMatchObject({
      refusal: { code: "forbidden", key: "identity.errors.invitationWrongPerson" },
    });
    expect(await read.membership.count({ where: { personId: wrong.personId } })).toBe(0);
    expect((await acceptInvitation(personCtx(right.personId), { token })).ok).toBe(true);
  });

  test("dies after seven days; sending it again makes a new link and kills the old one", async () => {
    const house = await givenHouse();
    const { token, invitationId } = await invite(house, "late@house.example");
    expect(await invitationPage(token, null, new Date(minutesLater(7 * DAY + 1)))).toBeNull();
    const later = minutesLater(8 * DAY);
    const resent = await resendInvitation(house.ctx("owner", house.owner.personId, later), {
      invitation: invitationId,
    });
    expect(resent.ok).toBe(true);
    const fresh = await tokenMailedTo("late@house.example", "/invitations");
    expect(fresh).not.toBe(token);
    expect(await invitationPage(token, null, new Date(NOW))).toBeNull();
    expect(await invitationPage(fresh, null, new Date(minutesLater(14 * DAY)))).not.toBeNull();
  });

  test("taken back it no longer works; another organization's invitation is not found", async () => {
    const [house, stranger] = [await givenHouse(), await givenHouse("外企业")];
    const { token, invitationId } = await invite(house, "gone@house.example");
    for (const act of [withdrawInvitation, resendInvitation]) {
      expect(await act(stranger.ctx(), { invitation: invitationId })).toMatchObject({
        refusal: { code: "not_found" },
      });
    }
    expect((await withdrawInvitation(house.ctx(), { invitation: invitationId })).ok).toBe(true);
    expect(await invitationPage(token, null, new Date(NOW))).toBeNull();
    expect(await resendInvitation(house.ctx(), { invitation: invitationId })).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  test("refuses who is no owner, a role of another kind, a member, and an address that waits", async () => {
    const house = await givenHouse();
    const member = await givenAccount();
    const { token } = await invite(house, member.email);
    const again = await inviteMember(house.ctx(), { email: member.email, role: "viewer" });
    expect(again).toMatchObject({
      refusal: { fields: [{ field: "email", key: "identity.errors.alreadyInvited" }] },
    });
    await acceptInvitation(personCtx(member.personId), { token });
    expect(await inviteMember(house.ctx(), { email: member.email, role: "viewer" })).toMatchObject({
      refusal: { fields: [{ field: "email", key: "identity.errors.alreadyMember" }] },
    });
    expect(await inviteMember(house.ctx(), { email: "a@house.example", role: "teacher" })).toMatchObject({
      refusal: { fields: [{ field: "role", key: "identity.errors.roleNotHere" }] },
    });
    for (const role of ["coordinator", "mentor", "viewer"] as const) {
      expect(await inviteMember(house.ctx(role), { email: "b@house.example", role: "viewer" })).toMatchObject(
        {
          refusal: { code: "forbidden", key: "identity.errors.notOwner" },
        },
      );
    }
  });

  test("sent twice by the same form it is one invitation and one mail", async () => {
    const house = await givenHouse();
    const input = { email: "twice@house.example", role: "viewer", submissionKey: newId() } as const;
    const outcomes = [await inviteMember(house.ctx(), input), await inviteMember(house.ctx(), input)];
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(await mailsTo("twice@house.example")).toHaveLength(1);
  });

  test("is written in the invited person's language", async () => {
    const house = await givenHouse();
    const ctx = house.ctx();
    ctx.actor.language = "en";
    await inviteMember(ctx, { email: "english@house.example", role: "viewer" });
    const { email } = await givenAccount();
    await inviteMember(ctx, { email, role: "viewer" });
    expect((await mailsTo("english@house.example"))[0]).toMatchObject({ language: "en" });
    expect((await mailsTo(email))[0]).toMatchObject({ language: "zh-CN" });
  });
});

describe("roles and leaving", () => {
  test("the last owner can neither be removed, nor lose the role, nor leave", async () => {
    const house = await givenHouse();
    const own = await membershipOf(house.owner.personId, house.id);
    const last = { refusal: { code: "blocked", key: "identity.errors.lastOwner" } };
    const at = { membership: own.id, version: own.version };
    expect(await changeRole(house.ctx(), { ...at, role: "viewer" })).toMatchObject(last);
    expect(await endMembership(house.ctx(), at)).toMatchObject(last);
    const second = await givenPerson("第二位", { organizationId: house.id, role: "coordinator" });
    const theirs = await membershipOf(second.personId, house.id);
    expect(
      (await changeRole(house.ctx(), { membership: theirs.id, version: theirs.version, role: "owner" })).ok,
    ).toBe(true);
    expect((await endMembership(house.ctx(), at)).ok).toBe(true);
    expect(await eventNamesOf("organization", house.id)).toEqual(["member.role_changed", "member.left"]);
  });

  test("two owners who leave at the same moment leave one behind", async () => {
    const house = await givenHouse();
    const other = await givenPerson("另一位", { organizationId: house.id, role: "owner" });
    const leave = async (personId: string) => {
      const { id, version } = await membershipOf(personId, house.id);
      return endMembership(house.ctx("owner", personId), { membership: id, version });
    };
    const outcomes = await Promise.all([leave(house.owner.personId), leave(other.personId)]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(
      await read.membership.count({ where: { organizationId: house.id, role: "owner", endedAt: null } }),
    ).toBe(1);
  });

  test("a stale version is a conflict; a foreign membership is not found; a member may not remove another", async () => {
    const [house, stranger] = [await givenHouse(), await givenHouse("外企业")];
    const member = await givenPerson("成员", { organizationId: house.id, role: "viewer" });
    const { id } = await membershipOf(member.personId, house.id);
    const at = { membership: id, version: 1 };
    expect(await changeRole(stranger.ctx(), { ...at, role: "owner" })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await endMembership(stranger.ctx(), at)).toMatchObject({ refusal: { code: "not_found" } });
    const peer = await givenPerson("同事", { organizationId: house.id, role: "coordinator" });
    expect(await endMembership(house.ctx("coordinator", peer.personId), at)).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect((await changeRole(house.ctx(), { ...at, role: "mentor" })).ok).toBe(true);
    expect(await changeRole(house.ctx(), { ...at, role: "viewer" })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect((await membershipOf(member.personId, house.id)).role).toBe("mentor");
  });

  test("somebody who left comes back by a new invitation, with the new role", async () => {
    const house = await givenHouse();
    const { personId, email } = await givenAccount();
    await acceptInvitation(personCtx(personId), { token: (await invite(house, email)).token });
    const before = await membershipOf(personId, house.id);
    await endMembership(house.ctx(), { membership: before.id, version: before.version });
    await acceptInvitation(personCtx(personId), { token: (await invite(house, email, "viewer")).token });
    expect(await membershipOf(personId, house.id)).toMatchObject({
      id: before.id,
      role: "viewer",
      endedAt: null,
    });
  });

  test("addresses are read in full by owners only, and pages go on by key", async () => {
    const house = await givenHouse();
    for (let index = 0; index < 52; index += 1) {
      await givenPerson(
        `成员${index}`,
        { organizationId: house.id, role: "viewer" },
        { email: `m${index}-${house.id}@h.example` },
      );
    }
    const first = await membersPage(house.ctx(), null);
    expect(first.members).toHaveLength(50);
    const second = await membersPage(house.ctx(), first.next);
    expect(second.members).toHaveLength(3);
    expect(second.next).toBeNull();
    const seen = [...first.members, ...second.members].map((member) => member.id);
    expect(new Set(seen).size).toBe(53);
    expect(first.members.some((member) => member.email === `m0-${house.id}@h.example`)).toBe(true);
    const viewed = await membersPage(house.ctx("viewer", newId()), null);
    expect(JSON.stringify(viewed)).not.toContain(`m0-${house.id}`);
    expect(viewed.invitations).toEqual([]);
  });
});
