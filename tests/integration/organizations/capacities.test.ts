import { describe, expect, it } from "vitest";
import { closePost } from "~/organizations/commands/close-post.server";
import { closeProgramme } from "~/organizations/commands/close-programme.server";
import { createPost } from "~/organizations/commands/create-post.server";
import { createProgramme } from "~/organizations/commands/create-programme.server";
import { updatePost } from "~/organizations/commands/update-post.server";
import { updateProgramme } from "~/organizations/commands/update-programme.server";
import { ownPost, postsOf } from "~/organizations/queries/posts.server";
import { ownProgramme, programmesOf } from "~/organizations/queries/programmes.server";
import { action as postAction, loader as postPage } from "~/organizations/routes/post";
import { action as newPost } from "~/organizations/routes/posts.new";
import { action as newProgramme } from "~/organizations/routes/programmes.new";
import { newId } from "~/platform/id";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenMember, granted, refusalOf } from "./given";

const post = { name: "数控操作工", occupation: "6-18-01-01", headcount: 40, hazards: ["dust"] };
const programme = { major: "660103", seats: 90, cohorts: [{ entryYear: 2025, students: 88 }] };

describe("posts of an enterprise", () => {
  it("are added once however often the form is sent", async () => {
    const { id, ctx } = await givenMember("enterprise", "岗位公司");
    const key = newId();
    const first = granted(await createPost(ctx, { ...post, samePostPay: 550_000 }, key));
    expect(granted(await createPost(ctx, { ...post, samePostPay: 550_000 }, key))).toEqual(first);
    expect(await postsOf(id)).toMatchObject([
      {
        name: "数控操作工",
        occupation: "车工",
        headcount: 40,
        samePostPayFen: 550_000,
        hazards: ["dust"],
        closed: false,
      },
    ]);
  });

  it("offer the choices when a name is ambiguous", async () => {
    const { ctx } = await givenMember("enterprise", "含糊公司");
    const refusal = refusalOf(await createPost(ctx, { ...post, occupation: "工程技术人员" }));
    expect(refusal.fields?.[0]).toMatchObject({
      field: "occupation",
      key: "organizations.errors.codeAmbiguous",
    });
    expect(refusalOf(await createPost(ctx, { ...post, occupation: "炼丹" })).fields?.[0]?.key).toBe(
      "organizations.errors.codeUnknown",
    );
  });

  it("are nobody else's: not found for strangers, forbidden for viewers and schools", async () => {
    const owner = await givenMember("enterprise", "主人公司");
    const { id } = granted(await createPost(owner.ctx, post));
    const stranger = await givenMember("enterprise", "外人公司");
    const change = { ...post, version: 1 };
    expect(refusalOf(await updatePost(stranger.ctx, id, change)).code).toBe("not_found");
    expect(refusalOf(await closePost(stranger.ctx, id, { version: 1, closed: true })).code).toBe("not_found");
    const params = { id };
    expect(
      (
        await outcomeOf(() =>
          postPage(routeArgs(`/organization/posts/${id}`, { cookie: stranger.cookie, params })),
        )
      ).status,
    ).toBe(404);
    const viewer = {
      ...owner.ctx,
      actor: {
        ...owner.ctx.actor,
        organization: { ...owner.ctx.actor.organization, role: "viewer" as const },
      },
    };
    expect(refusalOf(await updatePost(viewer, id, change)).code).toBe("forbidden");
    const school = await givenMember("school", "学校没有岗位");
    expect(refusalOf(await createPost(school.ctx, post)).key).toBe("organizations.refused.postsKind");
  });

  it("change by version, close and open again", async () => {
    const { id: organizationId, ctx } = await givenMember("enterprise", "改岗公司");
    const { id } = granted(await createPost(ctx, post));
    granted(await updatePost(ctx, id, { ...post, headcount: 50, version: 1 }));
    expect(refusalOf(await updatePost(ctx, id, { ...post, headcount: 60, version: 1 })).code).toBe(
      "conflict",
    );
    expect((await ownPost(organizationId, id))?.headcount).toBe(50);
    granted(await closePost(ctx, id, { version: 2, closed: true }));
    expect(granted(await closePost(ctx, id, { version: 2, closed: true }))).toEqual({ closed: true });
    expect(await postsOf(organizationId, true)).toEqual([]);
    granted(await closePost(ctx, id, { version: 3, closed: false }));
    expect(await postsOf(organizationId, true)).toHaveLength(1);
  });

  it("read pay in yuan and hazards from ticks, and keep a refused form as it was", async () => {
    const { id, cookie } = await givenMember("enterprise", "表单公司");
    const form = {
      name: "焊工岗",
      occupation: "6-18-02-04",
      headcount: "12",
      samePostPay: "6,200.50",
      hazards: ["heat", "dust"],
    };
    expect(
      (await outcomeOf(() => newPost(routeArgs("/organization/posts/new", { cookie, form })))).status,
    ).toBe(303);
    expect((await postsOf(id))[0]).toMatchObject({ samePostPayFen: 620_050, hazards: ["heat", "dust"] });
    const wrong = { ...form, headcount: "0", samePostPay: "1.234" };
    const refused = await outcomeOf(() =>
      newPost(routeArgs("/organization/posts/new", { cookie, form: wrong })),
    );
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      state: {
        typed: { samePostPay: "1.234", hazards: ["heat", "dust"] },
        fields: [
          { field: "headcount", key: "errors.tooSmall" },
          { field: "samePostPay", key: "organizations.errors.twoDecimals" },
        ],
      },
    });
    const postId = (await postsOf(id))[0]!.id;
    const closing = { form: { intent: "close", version: "1" }, cookie, params: { id: postId } };
    expect(
      (await outcomeOf(() => postAction(routeArgs(`/organization/posts/${postId}`, closing)))).status,
    ).toBe(303);
  });
});

describe("programmes of a school", () => {
  it("take level and name from the catalogue and are unique by major", async () => {
    const { id, ctx } = await givenMember("school", "专业学校");
    granted(await createProgramme(ctx, programme));
    expect(await programmesOf(id)).toMatchObject([
      {
        majorCode: "660103",
        level: "secondary",
        name: "数控技术应用",
        seats: 90,
        cohorts: [{ entryYear: 2025, students: 88 }],
      },
    ]);
    const twin = refusalOf(await createProgramme(ctx, { ...programme, major: "660103 数控技术应用" }));
    expect(twin.fields?.[0]).toMatchObject({ field: "major", key: "organizations.errors.majorTaken" });
    const vague = refusalOf(await createProgramme(ctx, { ...programme, major: "护理" }));
    expect(vague.fields?.[0]?.key).toBe("organizations.errors.codeAmbiguous");
  });

  it("keep a cohort by its entry year when the others change", async () => {
    const { id: organizationId, ctx } = await givenMember("school", "届次学校");
    const { id } = granted(await createProgramme(ctx, programme));
    const cohorts = [
      { entryYear: 2026, students: 95, practiceFrom: "2028-03-01", practiceTo: "2028-08-31" },
      { entryYear: 2025, students: 80 },
    ];
    granted(await updateProgramme(ctx, id, { seats: 95, practiceShare: 52.5, cohorts, version: 1 }));
    expect(await ownProgramme(organizationId, id)).toMatchObject({
      version: 2,
      practiceShare: 52.5,
      cohorts: [
        { entryYear: 2026, students: 95, practiceFrom: "2028-03-01" },
        { entryYear: 2025, students: 80 },
      ],
    });
    expect(refusalOf(await updateProgramme(ctx, id, { seats: 1, cohorts: [], version: 1 })).code).toBe(
      "conflict",
    );
    granted(await updateProgramme(ctx, id, { seats: 95, cohorts: [cohorts[0]!], version: 2 }));
    expect((await ownProgramme(organizationId, id))?.cohorts).toHaveLength(1);
    granted(await closeProgramme(ctx, id, { version: 3, closed: true }));
    expect(await programmesOf(organizationId, true)).toEqual([]);
  });

  it("are not found for strangers and forbidden for enterprises", async () => {
    const owner = await givenMember("school", "主人学校");
    const { id } = granted(await createProgramme(owner.ctx, programme));
    const stranger = await givenMember("school", "外人学校");
    expect(
      refusalOf(await updateProgramme(stranger.ctx, id, { seats: 1, cohorts: [], version: 1 })).code,
    ).toBe("not_found");
    const firm = await givenMember("enterprise", "没有专业的公司");
    expect(refusalOf(await createProgramme(firm.ctx, programme)).key).toBe(
      "organizations.refused.programmesKind",
    );
  });

  it("come back with more rows and everything typed", async () => {
    const { cookie } = await givenMember("school", "加行学校");
    const form = { major: "660103", seats: "90", rows: "4", intent: "more", "cohorts[0].entryYear": "2025" };
    const more = await outcomeOf(() =>
      newProgramme(routeArgs("/organization/programmes/new", { cookie, form })),
    );
    expect(more).toMatchObject({
      status: 200,
      data: { rows: 8, refused: false, state: { typed: { "cohorts[0].entryYear": "2025" } } },
    });
  });

  it("name the row at fault", async () => {
    const { cookie } = await givenMember("school", "错行学校");
    const form = {
      major: "660103",
      seats: "90",
      rows: "4",
      "cohorts[0].entryYear": "2025",
      "cohorts[0].students": "80",
      "cohorts[1].entryYear": "2025",
      "cohorts[1].students": "70",
      "cohorts[2].students": "60",
      "cohorts[2].practiceFrom": "2028-09-01",
      "cohorts[2].practiceTo": "2028-03-01",
      "cohorts[3].entryYear": "",
    };
    const refused = await outcomeOf(() =>
      newProgramme(routeArgs("/organization/programmes/new", { cookie, form })),
    );
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      state: {
        fields: expect.arrayContaining([
          { field: "cohorts[2].entryYear", key: "errors.required" },
          { field: "cohorts[2].practiceTo", key: "errors.endBeforeStart" },
        ]),
      },
    });
  });
});
