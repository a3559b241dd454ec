import { describe, expect, it } from "vitest";
import { addEvidence } from "~/organizations/commands/add-evidence.server";
import { approveOrganization } from "~/organizations/commands/approve-organization.server";
import { removeEvidence } from "~/organizations/commands/remove-evidence.server";
import { returnOrganization } from "~/organizations/commands/return-organization.server";
import { submitForVerification } from "~/organizations/commands/submit-for-verification.server";
import { withdrawSubmission } from "~/organizations/commands/withdraw-submission.server";
import { organizationProfile } from "~/organizations/queries/organization-profile.server";
import { ownOrganization } from "~/organizations/queries/own-organization.server";
import { searchOrganizations } from "~/organizations/queries/search-organizations.server";
import { verificationCase } from "~/organizations/queries/verification-case.server";
import { verificationQueue } from "~/organizations/queries/verification-queue.server";
import { action as decide } from "~/organizations/routes/admin.verification";
import { loader as queuePage } from "~/organizations/routes/admin.verifications";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { openMail } from "~/platform/mail/sealed-mail.server";
import { cookieOf, givenPerson, NOW, personCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenMember, givenSubmitted, granted, pdf, refusalOf, versionOf } from "./given";

const givenOperator = async () => {
  const { personId } = await givenPerson("核验员", null, { isOperator: true });
  return { ctx: personCtx(personId, true), cookie: await cookieOf(personId) };
};

const mailsAbout = async (text: string) =>
  (await read.delivery.findMany({ where: { kind: "mail" } })).filter((mail) =>
    JSON.stringify(openMail(JSON.parse(mail.payload) as Record<string, unknown>)).includes(text),
  );

describe("submitting for verification", () => {
  it("names every gap beside its field and changes nothing", async () => {
    const { id, ctx } = await givenMember("school", "半成品学校");
    const refusal = refusalOf(await submitForVerification(ctx, { version: 1 }));
    expect(refusal.key).toBe("organizations.refused.incomplete");
    expect(refusal.fields?.map((field) => field.field)).toEqual(
      expect.arrayContaining(["schoolCode", "address", "contactPhone", "evidence"]),
    );
    expect((await read.organization.findUniqueOrThrow({ where: { id } })).state).toBe("draft");
  });

  it("keeps a snapshot, tells when the answer is due, and mails the operators with the link", async () => {
    await givenOperator();
    const school = await givenMember("school", "提交学校");
    const reviewId = await givenSubmitted(school, { name: "提交职业学校", schoolCode: "3644000001" });
    const review = await read.verificationReview.findUniqueOrThrow({ where: { id: reviewId } });
    expect(review).toMatchObject({ dueOn: "2026-11-25", dueUncertain: false, decision: null });
    const { snapshot } = (await verificationCase(reviewId))!;
    expect(snapshot).toMatchObject({
      name: "提交职业学校",
      schoolCode: "3644000001",
      phoneMasked: "138******00",
    });
    expect(snapshot.evidence).toEqual([
      { id: expect.any(String), name: "执照.pdf", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(await mailsAbout(`/admin/verifications/${reviewId}`)).not.toHaveLength(0);
    expect((await verificationQueue(null)).items.map((item) => item.id)).toContain(reviewId);
  });

  it("cannot be submitted twice, and can be withdrawn", async () => {
    const school = await givenMember("school", "反复学校");
    const reviewId = await givenSubmitted(school, { schoolCode: "3644000002" });
    const version = await versionOf(school.id);
    expect(refusalOf(await submitForVerification(school.ctx, { version })).key).toBe(
      "organizations.refused.notSubmittable",
    );
    expect(refusalOf(await withdrawSubmission(school.ctx, { version: version - 1 })).code).toBe("conflict");
    expect(granted(await withdrawSubmission(school.ctx, { version }))).toEqual({ state: "draft" });
    expect((await read.verificationReview.findUniqueOrThrow({ where: { id: reviewId } })).decision).toBe(
      "withdrawn",
    );
    const { ctx } = await givenOperator();
    expect(refusalOf(await approveOrganization(ctx, { reviewId })).code).toBe("conflict");
  });

  it("keeps evidence the operator was shown, lets the rest go", async () => {
    const school = await givenMember("school", "材料学校");
    const [spare] = granted(await addEvidence(school.ctx, [pdf("草稿.pdf")])).ids;
    granted(await removeEvidence(school.ctx, spare!));
    await givenSubmitted(school, { schoolCode: "3644000003" });
    const [shown] = await read.storedFile.findMany({ where: { subjectId: school.id } });
    expect(refusalOf(await removeEvidence(school.ctx, shown!.id)).key).toBe(
      "organizations.refused.evidenceShown",
    );
    const stranger = await givenMember("school", "别的学校");
    expect(refusalOf(await removeEvidence(stranger.ctx, shown!.id)).code).toBe("not_found");
  });

  it("refuses a viewer", async () => {
    const viewer = await givenMember("school", "旁观学校", { role: "viewer" });
    expect(refusalOf(await submitForVerification(viewer.ctx, { version: 1 })).code).toBe("forbidden");
    expect(refusalOf(await addEvidence(viewer.ctx, [pdf()])).code).toBe("forbidden");
  });
});

describe("the operator's decision", () => {
  it("approves: verified, in the public list, its people told", async () => {
    const { ctx } = await givenOperator();
    const school = await givenMember("school", "通过学校");
    const reviewId = await givenSubmitted(school, { name: "珠江口通过技工学校", schoolCode: "3644000004" });
    granted(await approveOrganization(ctx, { reviewId }));
    expect(await organizationProfile(school.id, null)).toMatchObject({
      state: "verified",
      name: "珠江口通过技工学校",
    });
    expect((await searchOrganizations({ q: "珠江口" })).items.map((item) => item.id)).toEqual([school.id]);
    expect((await searchOrganizations({ q: "zjktg" })).items.map((item) => item.id)).toEqual([school.id]);
    expect(await mailsAbout("珠江口通过技工学校 已通过平台核验")).toHaveLength(1);
    expect(refusalOf(await approveOrganization(ctx, { reviewId })).code).toBe("conflict");
  });

  it("returns with a reason and notes; the owner sees them beside the fields and submits again", async () => {
    const { ctx } = await givenOperator();
    const school = await givenMember("school", "退回学校");
    const reviewId = await givenSubmitted(school, { schoolCode: "3644000005" });
    const silent = refusalOf(await returnOrganization(ctx, { reviewId, notes: {} }));
    expect(silent.fields).toEqual([{ field: "reason", key: "organizations.errors.reasonNeeded" }]);
    granted(
      await returnOrganization(ctx, { reviewId, reason: "印章看不清", notes: { address: "与证书不一致" } }),
    );
    const own = await ownOrganization(school.ctx);
    expect(own).toMatchObject({
      state: "returned",
      review: { reason: "印章看不清", fieldNotes: { address: "与证书不一致" } },
    });
    expect(await organizationProfile(school.id, null)).toBeNull();
    const again = granted(await submitForVerification(school.ctx, { version: own.version }));
    expect(again.reviewId).not.toBe(reviewId);
  });

  it("takes a confirmation back: hidden, and name and codes open again", async () => {
    const { ctx } = await givenOperator();
    const school = await givenMember("school", "撤回学校");
    const reviewId = await givenSubmitted(school, { name: "测试撤回船舶学校", schoolCode: "3644000006" });
    granted(await approveOrganization(ctx, { reviewId }));
    expect(granted(await returnOrganization(ctx, { reviewId, reason: "证书过期", notes: {} }))).toEqual({
      outcome: "revoked",
    });
    expect(await ownOrganization(school.ctx)).toMatchObject({ state: "returned", identityFixed: false });
    expect(
      (await searchOrganizations({ q: "测试撤回船舶" })).items.filter((item) => item.id === school.id),
    ).toEqual([]);
  });

  it("merges the unclaimed profile of the same school and leads its address on", async () => {
    const { ctx } = await givenOperator();
    const unclaimed = newId();
    const source = JSON.stringify({ authority: "教育部", document: "名单", date: "2025" });
    await inTransaction((tx) =>
      tx.organization.create({
        data: {
          id: unclaimed,
          kind: "school",
          name: "并入前的旧名学院",
          shortName: "",
          namePinyin: "",
          nameInitials: "",
          state: "unclaimed",
          regionCode: "440100",
          address: "",
          introduction: "",
          source,
          publicCode: "4144012345",
          createdAt: new Date(NOW),
          updatedAt: new Date(NOW),
          version: 1,
        },
      }),
    );
    const school = await givenMember("school", "新名学院");
    const reviewId = await givenSubmitted(school, { name: "新名职业学院", schoolCode: "4144012345" });
    expect((await verificationCase(reviewId))!.merges.map((fact) => fact.other.id)).toEqual([unclaimed]);
    expect(granted(await approveOrganization(ctx, { reviewId }))).toEqual({ merged: 1 });
    expect(await read.organization.findUniqueOrThrow({ where: { id: unclaimed } })).toMatchObject({
      state: "merged",
      mergedIntoId: school.id,
    });
    expect((await read.organization.findUniqueOrThrow({ where: { id: school.id } })).source).toBe(source);
    expect(await organizationProfile(unclaimed, null)).toEqual({ movedTo: school.id });
  });

  it("tells plain facts: the same phone and mail domain of a school and an enterprise", async () => {
    const { ctx } = await givenOperator();
    const school = await givenMember("school", "同号学校", { email: "a@tonghao.example" });
    const reviewId = await givenSubmitted(school, { schoolCode: "3644000008", contactPhone: "13712345678" });
    granted(await approveOrganization(ctx, { reviewId }));
    const firm = await givenMember("enterprise", "同号公司", { email: "b@tonghao.example" });
    const firmReview = await givenSubmitted(firm, {
      name: "同号公司",
      uscc: "91350100M000100Y43",
      schoolCode: undefined,
      industry: "3670",
      employees: 20,
      contactPhone: "13712345678",
    });
    const { facts } = (await verificationCase(firmReview))!;
    expect(
      facts.filter((fact) => fact.other.id === school.id).map((fact) => [fact.fact, fact.relation]),
    ).toEqual([
      ["phone", "school_enterprise"],
      ["mailDomain", "school_enterprise"],
      ["address", "school_enterprise"],
    ]);
  });
});

describe("the operator's pages", () => {
  it("do not exist for anybody else", async () => {
    const school = await givenMember("school", "好奇学校");
    expect(
      (await outcomeOf(() => queuePage(routeArgs("/admin/verifications", { cookie: school.cookie })))).status,
    ).toBe(404);
    expect((await outcomeOf(() => queuePage(routeArgs("/admin/verifications")))).status).toBe(302);
  });

  it("return a profile by form, with notes named by field", async () => {
    const { cookie } = await givenOperator();
    const school = await givenMember("school", "表单学校");
    const id = await givenSubmitted(school, { schoolCode: "3644000009" });
    const form = { intent: "return", reason: "请补盖章", "note.evidence": "缺授权书", "note.address": "" };
    const done = await outcomeOf(() =>
      decide(routeArgs(`/admin/verifications/${id}`, { cookie, form, params: { id } })),
    );
    expect(done).toMatchObject({ status: 303, location: `/admin/verifications/${id}?done=1` });
    expect((await ownOrganization(school.ctx)).review?.fieldNotes).toEqual({ evidence: "缺授权书" });
    const missing = await outcomeOf(() =>
      decide(routeArgs("/admin/verifications/x", { cookie, form, params: { id: newId() } })),
    );
    expect(missing.status).toBe(404);
  });
});
