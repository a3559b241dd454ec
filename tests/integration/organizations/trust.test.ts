import { describe, expect, it } from "vitest";
import { followStanding } from "~/marketplace/commands/follow-standing.server";
import { addEvidence } from "~/organizations/commands/add-evidence.server";
import { appealBlock } from "~/organizations/commands/appeal-block.server";
import { approveOrganization } from "~/organizations/commands/approve-organization.server";
import { blockOrganization } from "~/organizations/commands/block-organization.server";
import { decideBlock } from "~/organizations/commands/decide-block.server";
import { decideIdentityChange } from "~/organizations/commands/decide-identity-change.server";
import { decideLikeness } from "~/organizations/commands/decide-likeness.server";
import { mergeOrganizations } from "~/organizations/commands/merge-organizations.server";
import { reportSuspicion } from "~/organizations/commands/report-suspicion.server";
import { requestIdentityChange } from "~/organizations/commands/request-identity-change.server";
import { settleSuspicion } from "~/organizations/commands/settle-suspicion.server";
import { submitForVerification } from "~/organizations/commands/submit-for-verification.server";
import { updateOrganizationProfile } from "~/organizations/commands/update-organization-profile.server";
import { withdrawIdentityChange } from "~/organizations/commands/withdraw-identity-change.server";
import { adminOrganization } from "~/organizations/queries/admin-organization.server";
import { findForOperator, trustDesk } from "~/organizations/queries/admin-organizations.server";
import { labelsOf } from "~/organizations/queries/labels.server";
import { likenessList } from "~/organizations/queries/likeness-list.server";
import { organizationProfile } from "~/organizations/queries/organization-profile.server";
import { searchOrganizations } from "~/organizations/queries/search-organizations.server";
import { checkDigitOf } from "~/organizations/rules/uscc";
import { indexOrganization } from "~/organizations/search-index.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import { givenPerson, NOW, personCtx } from "~tests/fixtures/people";
import { givenMember, givenSubmitted, granted, pdf, refusalOf, versionOf } from "./given";

const givenOperator = async (name = "核验员") =>
  personCtx((await givenPerson(name, null, { isOperator: true })).personId, true);

const listed = async (id: string): Promise<void> => {
  const row = await read.organization.findUniqueOrThrow({ where: { id } });
  const labels = await labelsOf(row);
  await inTransaction((tx) => indexOrganization(tx, id, labels));
};

const found = async (q: string): Promise<string[]> =>
  (await searchOrganizations({ q })).items.map(({ id }) => id);

const FACTS = "工商登记电话与某学校招生电话相同，法定代表人为该校副校长。";

describe("a school and an enterprise that are one party", () => {
  it("are put before the operator with the facts when one submits, and again only when more is shared", async () => {
    const operator = await givenOperator();
    const school = await givenMember("school", "青岚职业学校", { email: "a@qinglan.example" });
    await givenSubmitted(school, {
      name: "青岚职业技术学校",
      schoolCode: "3644000101",
      contactPhone: "13900001111",
      address: "青岚路 8 号",
    });
    const firm = await givenMember("enterprise", "青岚实业", { email: "b@qinglan.example" });
    const body = "91440113MA5CTR800";
    const profile = {
      version: await versionOf(firm.id),
      name: "广州青岚实业有限公司",
      uscc: `${body}${checkDigitOf(body)}`,
      region: "440113",
      address: "青岚路8号3楼",
      industry: "3421",
      employees: 80,
      contactName: "甲先生",
      contactPhone: "13900001111",
    };
    const { version } = granted(await updateOrganizationProfile(firm.ctx, profile));
    granted(await addEvidence(firm.ctx, [pdf()]));
    expect((await likenessList("open", null)).items).toHaveLength(0);
    granted(await submitForVerification(firm.ctx, { version }));
    const pairs = (await likenessList("open", null)).items.filter(({ pair }) =>
      pair.some(({ id }) => id === school.id),
    );
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ relation: "school_enterprise" });
    expect(pairs[0]!.facts.map(({ fact }) => fact)).toEqual(["phone", "mailDomain", "address", "stem"]);
    granted(await decideLikeness(operator, { likenessId: pairs[0]!.id, note: "校办产业，已核对批文。" }));
    expect(refusalOf(await decideLikeness(operator, { likenessId: pairs[0]!.id, note: "再次" })).code).toBe(
      "conflict",
    );
    const stranger = personCtx((await givenPerson("路人")).personId);
    expect(refusalOf(await decideLikeness(stranger, { likenessId: pairs[0]!.id, note: "x" })).code).toBe(
      "not_found",
    );
  });
});

describe("blocking", () => {
  it("takes a party out of search with its listings, says why, hears it once, and gives all back", async () => {
    const [operator, other] = [await givenOperator(), await givenOperator("复核员")];
    const firm = await givenMember("enterprise", "停用试验精密有限公司", { state: "verified" });
    await listed(firm.id);
    expect(await found("停用试验精密")).toContain(firm.id);
    const version = await versionOf(firm.id);
    const input = { organizationId: firm.id, version, reasonCode: "false_pair" as const, facts: FACTS };
    expect(refusalOf(await blockOrganization(firm.ctx, input)).code).toBe("not_found");
    const { blockId } = granted(await blockOrganization(operator, input));
    expect(await found("停用试验精密")).not.toContain(firm.id);
    expect(await organizationProfile(firm.id, null)).toBeNull();
    const due = await read.delivery.findUniqueOrThrow({ where: { key: `standing:${blockId}` } });
    expect(JSON.parse(due.payload)).toEqual({ blocked: firm.id });
    const at = { actor: systemActor("x"), clock: fixedClock(NOW), requestId: "r" };
    expect(await followStanding(at, { blocked: firm.id }, "2026-11-20")).toBe(0);
    expect(refusalOf(await blockOrganization(operator, { ...input, version: version + 1 })).key).toBe(
      "trust.refused.notBlockable",
    );
    const viewer = {
      ...firm.ctx,
      actor: { ...firm.ctx.actor, organization: { ...firm.ctx.actor.organization, role: "viewer" as const } },
    };
    expect(refusalOf(await appealBlock(viewer, { blockId, appeal: "我们不同意这个决定。" })).code).toBe(
      "forbidden",
    );
    const foreign = await givenMember("enterprise", "别家", { state: "verified" });
    expect(refusalOf(await appealBlock(foreign.ctx, { blockId, appeal: "与我无关但试一试。" })).code).toBe(
      "not_found",
    );
    granted(await addEvidence(firm.ctx, [pdf("说明.pdf")]));
    granted(await appealBlock(firm.ctx, { blockId, appeal: "电话是代办公司留下的，附更正通知。" }));
    expect(refusalOf(await appealBlock(firm.ctx, { blockId, appeal: "再说一次，电话是错的。" })).code).toBe(
      "conflict",
    );
    expect((await trustDesk()).blocks.map(({ id }) => id)).toContain(blockId);
    const lift = { blockId, outcome: "lifted" as const, reason: "已核对" };
    expect(refusalOf(await decideBlock(operator, lift)).fields?.[0]?.key).toBe("trust.errors.ownBlock");
    expect(granted(await decideBlock(other, lift))).toEqual({ state: "verified" });
    expect(await found("停用试验精密")).toContain(firm.id);
    expect(refusalOf(await decideBlock(other, lift)).code).toBe("conflict");
    const told = (await adminOrganization(firm.id))!;
    expect(told.timeline.map(({ word }) => word)).toEqual([
      "unblocked",
      "appealed",
      "evidence_added",
      "blocked",
    ]);
    expect(told.blocks[0]).toMatchObject({ state: "lifted", inForce: false });
    expect(told.blocks[0]!.appealEvidence.map(({ name }) => name)).toEqual(["说明.pdf"]);
  });

  it("closes a review that waits, so that it cannot be approved behind the block", async () => {
    const operator = await givenOperator();
    const school = await givenMember("school", "等待中学校");
    const reviewId = await givenSubmitted(school, { name: "等待中职业学校", schoolCode: "3644000102" });
    const version = await versionOf(school.id);
    const block = { organizationId: school.id, version, reasonCode: "false_papers" as const, facts: FACTS };
    const { blockId } = granted(await blockOrganization(operator, block));
    expect(refusalOf(await approveOrganization(operator, { reviewId })).code).toBe("conflict");
    const note = "已重新核对办学许可证原件与批文编号，确认无误，予以恢复。";
    expect(granted(await decideBlock(operator, { blockId, outcome: "lifted", reason: note })).state).toBe(
      "draft",
    );
  });
});

describe("another name", () => {
  it("is asked with evidence, confirmed by the operator, and the former one still finds the organization", async () => {
    const operator = await givenOperator();
    const school = await givenMember("school", "旧名工业学校", { state: "verified" });
    await listed(school.id);
    const wish = { name: "新名工业职业学院", why: "经批准更名" };
    expect(refusalOf(await requestIdentityChange(school.ctx, wish)).fields?.[0]?.field).toBe("evidence");
    granted(await addEvidence(school.ctx, [pdf("更名批复.pdf")]));
    expect(refusalOf(await requestIdentityChange(school.ctx, { why: "没有变化" })).fields?.[0]?.key).toBe(
      "trust.errors.noChange",
    );
    expect(refusalOf(await requestIdentityChange(school.ctx, { ...wish, schoolCode: "12" })).code).toBe(
      "invalid",
    );
    granted(await requestIdentityChange(school.ctx, wish));
    expect(refusalOf(await requestIdentityChange(school.ctx, wish)).key).toBe("trust.refused.changeWaits");
    granted(await withdrawIdentityChange(school.ctx));
    const { changeId } = granted(await requestIdentityChange(school.ctx, wish));
    expect(refusalOf(await decideIdentityChange(operator, { changeId, outcome: "refused" })).code).toBe(
      "invalid",
    );
    granted(await decideIdentityChange(operator, { changeId, outcome: "approved" }));
    const profile = await organizationProfile(school.id, null);
    expect(profile).toMatchObject({ name: "新名工业职业学院", formerNames: ["旧名工业学校"] });
    expect(await found("旧名工业学校")).toContain(school.id);
    expect((await findForOperator("旧名工业学校"))[0]?.id).toBe(school.id);
    expect(refusalOf(await decideIdentityChange(operator, { changeId, outcome: "approved" })).code).toBe(
      "conflict",
    );
  });
});

describe("two profiles of one body", () => {
  it("become one: members pass, the old address leads on, name and code stay findable", async () => {
    const operator = await givenOperator();
    const kept = await givenMember("enterprise", "合一精工有限公司", { state: "verified" });
    const ending = await givenMember("enterprise", "合一精工（广州）有限公司", { state: "verified" });
    await inTransaction((tx) =>
      tx.organization.update({ where: { id: ending.id }, data: { uscc: "91440101MA5D000001" } }),
    );
    await listed(kept.id);
    await listed(ending.id);
    const version = await versionOf(ending.id);
    const input = { organizationId: ending.id, version, survivorId: kept.id, reason: "同一营业执照" };
    const school = await givenMember("school", "不同类学校", { state: "verified" });
    expect(
      refusalOf(await mergeOrganizations(operator, { ...input, survivorId: school.id })).fields?.[0]?.key,
    ).toBe("trust.errors.otherKind");
    expect(refusalOf(await mergeOrganizations(operator, { ...input, survivorId: ending.id })).code).toBe(
      "invalid",
    );
    expect(refusalOf(await mergeOrganizations(operator, { ...input, version: version + 9 })).code).toBe(
      "conflict",
    );
    expect(granted(await mergeOrganizations(operator, input))).toEqual({ members: 1 });
    expect(await organizationProfile(ending.id, null)).toEqual({ movedTo: kept.id });
    const membership = await read.membership.findFirstOrThrow({ where: { personId: ending.personId } });
    expect(membership).toMatchObject({ organizationId: kept.id, endedAt: null });
    expect((await findForOperator("91440101MA5D000001"))[0]?.id).toBe(kept.id);
    expect((await read.organization.findUniqueOrThrow({ where: { id: kept.id } })).uscc).toBe(
      "91440101MA5D000001",
    );
    expect(await found("合一精工")).toEqual([kept.id]);
    expect(refusalOf(await mergeOrganizations(operator, { ...input, version: version + 1 })).key).toBe(
      "trust.refused.notMergeable",
    );
  });
});

describe("a partner's report", () => {
  it("reaches the operator, is settled once, and is limited", async () => {
    const operator = await givenOperator();
    const about = await givenMember("enterprise", "被反映劳务派遣有限公司", { state: "verified" });
    const by = await givenMember("school", "反映学校", { state: "verified" });
    const input = {
      organizationId: about.id,
      reasonCode: "agency" as const,
      text: "派人到校招收实习生并收取费用。",
    };
    expect(refusalOf(await reportSuspicion(about.ctx, input)).code).toBe("not_found");
    const { suspicionId } = granted(await reportSuspicion(by.ctx, input));
    expect((await adminOrganization(about.id))!.reports).toMatchObject([{ by: "反映学校", state: "open" }]);
    for (let more = 0; more < 4; more += 1) granted(await reportSuspicion(by.ctx, input));
    expect(refusalOf(await reportSuspicion(by.ctx, input)).code).toBe("limited");
    granted(await settleSuspicion(operator, { suspicionId, note: "已电话核实" }));
    expect(refusalOf(await settleSuspicion(operator, { suspicionId, note: "已电话核实" })).code).toBe(
      "conflict",
    );
  });
});
