import { beforeAll, describe, expect, it } from "vitest";
import { read } from "~/platform/db/client.server";
import { createResource } from "~/resources/commands/create-resource.server";
import { action, loader } from "~/resources/routes/resource.edit";
import { cookieOf, givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { must } from "~tests/fixtures/transfers";

const FORM = {
  kind: "laboratory",
  title: "电工实验室",
  description: "十二个工位，配万用表和示波器。",
  place: "2 号楼 301",
  capacity: "24",
  noticeDays: "2",
  minAge: "15",
  maxAge: "",
  safetyNotice: "断电后方可接线，穿绝缘鞋。",
};

let id = "";
let cookie = "";
let viewer = "";

beforeAll(async () => {
  const school = await givenOrganization("school", "改资料职校");
  const { personId } = await givenPerson("负责人", { organizationId: school, role: "owner" });
  const looker = await givenPerson("查看者", { organizationId: school, role: "viewer" });
  cookie = await cookieOf(personId);
  viewer = await cookieOf(looker.personId);
  const ctx = memberCtx(personId, { id: school, kind: "school", name: "改资料职校", role: "owner" });
  const made = { ...FORM, kind: "laboratory" as const, capacity: 20, noticeDays: 2, minAge: 15, maxAge: 18 };
  id = must(await createResource(ctx, made)).id;
});

describe("correcting a resource on its page", () => {
  const path = () => `/resources/${id}/edit`;

  it("is shown with what is stored, to who may", async () => {
    const shown = await outcomeOf(() => loader(routeArgs(path(), { cookie, params: { id } })));
    expect(shown.data).toMatchObject({ resource: { title: "电工实验室", maxAge: 18, version: 1 } });
    const looked = await outcomeOf(() => loader(routeArgs(path(), { cookie: viewer, params: { id } })));
    expect(looked.status).toBe(403);
  });

  it("keeps what was typed when refused, saves when right, and sees a stale form", async () => {
    const send = (form: Record<string, string>) =>
      outcomeOf(() => action(routeArgs(path(), { cookie, params: { id }, form })));
    const wrong = await send({ ...FORM, version: "1", maxAge: "12" });
    expect(wrong.status).toBe(422);
    expect(wrong.data).toMatchObject({
      state: { typed: { capacity: "24" }, fields: [{ field: "maxAge", key: "resources.errors.agesTurned" }] },
    });
    const right = await send({ ...FORM, version: "1" });
    expect([right.status, right.location]).toEqual([303, `/resources/${id}/manage`]);
    const stored = await read.sharedResource.findUniqueOrThrow({ where: { id } });
    expect(stored).toMatchObject({ capacity: 24, minAge: 15, maxAge: null, exclusive: false, version: 2 });
    expect((await send({ ...FORM, version: "1" })).status).toBe(409);
  });
});
