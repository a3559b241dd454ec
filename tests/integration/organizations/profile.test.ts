import { describe, expect, it } from "vitest";
import { updateOrganizationProfile } from "~/organizations/commands/update-organization-profile.server";
import { ownOrganization } from "~/organizations/queries/own-organization.server";
import { action, loader } from "~/organizations/routes/organization";
import { read } from "~/platform/db/client.server";
import { checkChain } from "~/platform/events/history.server";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenMember, granted, refusalOf, schoolProfile, versionOf } from "./given";

const enterpriseInput = {
  version: 1,
  name: "南粤精密机械有限公司",
  uscc: "91350100M000100Y43",
  region: "番禺区",
  address: "石楼镇 1 号",
  introduction: "精密零件。",
  contactName: "林小姐",
  contactPhone: "13900139000",
  industry: "3670",
  employees: 380,
};

describe("the own profile", () => {
  it("keeps what was typed, finds the codes, and borrows the region's centre", async () => {
    const { id, ctx } = await givenMember("enterprise", "南粤");
    expect(granted(await updateOrganizationProfile(ctx, enterpriseInput))).toEqual({ version: 2 });
    const stored = await read.organization.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({
      regionCode: "440113",
      industryCode: "3670",
      employees: 380,
      uscc: "91350100M000100Y43",
    });
    const region = await read.region.findUniqueOrThrow({ where: { code: "440113" } });
    expect(stored).toMatchObject({ lng: region.lng, lat: region.lat, pointOf: region.pointOf });
    expect(stored.contactPhone).not.toContain("13900139000");
    expect((await checkChain("organization", id)).intact).toBe(true);
    const events = await read.event.findMany({
      where: { subjectId: id, name: "organization.profile_changed" },
    });
    expect(events).toHaveLength(1);
    expect(events[0]?.payload).not.toContain("13900139000");
  });

  it("takes typed coordinates as its own and forgets the borrowed ones", async () => {
    const { id, ctx } = await givenMember("enterprise", "有坐标");
    granted(
      await updateOrganizationProfile(ctx, { ...enterpriseInput, uscc: undefined, lng: 113.4, lat: 22.95 }),
    );
    expect(await read.organization.findUniqueOrThrow({ where: { id } })).toMatchObject({
      lng: 113.4,
      lat: 22.95,
      pointOf: null,
    });
  });

  it("shows the phone to those who keep it and masks it for others", async () => {
    const { id, ctx } = await givenMember("enterprise", "电话");
    granted(await updateOrganizationProfile(ctx, { ...enterpriseInput, uscc: undefined }));
    expect((await ownOrganization(ctx)).contactPhone).toBe("13900139000");
    const viewer = {
      ...ctx,
      actor: { ...ctx.actor, organization: { ...ctx.actor.organization, role: "viewer" as const } },
    };
    expect((await ownOrganization(viewer)).contactPhone).toBe("139******00");
    expect(id).toBe(ctx.actor.organizationId);
  });

  it("says beside the field what is wrong with a code", async () => {
    const { ctx } = await givenMember("enterprise", "错码");
    const refusal = refusalOf(
      await updateOrganizationProfile(ctx, {
        ...enterpriseInput,
        uscc: "91350100M000100Y44",
        region: "新区",
        industry: "汽车",
      }),
    );
    expect(refusal.code).toBe("invalid");
    expect(refusal.fields?.map((field) => [field.field, field.key])).toEqual([
      ["uscc", "organizations.errors.uscc.check"],
      ["region", expect.stringMatching(/organizations\.errors\.code/)],
      ["industry", "organizations.errors.codeAmbiguous"],
    ]);
  });

  it("does not let two organizations have one code", async () => {
    const first = await givenMember("school", "甲校");
    const second = await givenMember("school", "乙校");
    granted(await updateOrganizationProfile(first.ctx, schoolProfile(1, "3644099999")));
    const refusal = refusalOf(await updateOrganizationProfile(second.ctx, schoolProfile(1, "3644099999")));
    expect(refusal.fields).toEqual([{ field: "schoolCode", key: "organizations.errors.codeTaken" }]);
    expect(await versionOf(second.id)).toBe(1);
  });

  it("leaves name and codes alone once verified", async () => {
    const { id, ctx } = await givenMember("enterprise", "已核验公司", { state: "verified" });
    granted(await updateOrganizationProfile(ctx, { ...enterpriseInput, address: "新址 2 号" }));
    expect(await read.organization.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: "已核验公司",
      uscc: null,
      address: "新址 2 号",
    });
  });
});

describe("the page of the own profile", () => {
  const form = { version: "1", name: "页面公司", region: "440113", address: "一路 1 号" };

  it("leads an anonymous visitor to sign in and back", async () => {
    expect(await outcomeOf(() => loader(routeArgs("/organization")))).toMatchObject({
      status: 302,
      location: "/login?returnTo=%2Forganization",
    });
  });

  it("refuses a viewer with the reason", async () => {
    const { cookie } = await givenMember("enterprise", "只读公司", { role: "viewer" });
    const refused = await outcomeOf(() => action(routeArgs("/organization", { cookie, form })));
    expect(refused.status).toBe(403);
    expect(refused.data).toMatchObject({ refusal: { key: "organizations.refused.role" } });
    expect((await outcomeOf(() => loader(routeArgs("/organization", { cookie })))).status).toBe(200);
  });

  it("keeps a student of the school out", async () => {
    const { cookie } = await givenMember("school", "学生学校", { role: "student" });
    expect((await outcomeOf(() => loader(routeArgs("/organization", { cookie })))).status).toBe(403);
  });

  it("keeps everything typed when somebody else was first", async () => {
    const { cookie, ctx } = await givenMember("enterprise", "并发公司");
    granted(await updateOrganizationProfile(ctx, { ...enterpriseInput, uscc: undefined }));
    const late = await outcomeOf(() =>
      action(routeArgs("/organization", { cookie, form: { ...form, introduction: "我写了很久。" } })),
    );
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      state: { message: { key: "errors.conflict" }, typed: { introduction: "我写了很久。", version: "1" } },
    });
  });

  it("answers wrong input with 422 and the field", async () => {
    const { cookie } = await givenMember("enterprise", "错填公司");
    const wrong = await outcomeOf(() =>
      action(
        routeArgs("/organization", { cookie, form: { ...form, contactPhone: "123", employees: "三百" } }),
      ),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({
      state: {
        fields: expect.arrayContaining([
          { field: "contactPhone", key: "organizations.errors.phone" },
          { field: "employees", key: "errors.notANumber" },
        ]),
        typed: { employees: "三百" },
      },
    });
  });
});
