import { beforeAll, describe, expect, it } from "vitest";
import { loader as list } from "~/marketplace/routes/enquiries";
import { action as answer, loader as detail } from "~/marketplace/routes/enquiry";
import { loader as newPage, action as send } from "~/marketplace/routes/enquiry.new";
import { loader as matches, action as state } from "~/marketplace/routes/matches";
import { loader as listingMatches } from "~/marketplace/routes/matches.listing";
import { loader as programmeMatches } from "~/marketplace/routes/matches.programme";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { loader as workspace } from "~/workspace";
import { givenListing, givenProgramme } from "~tests/fixtures/enquiries";
import { cookieOf, givenOrganization, givenPerson } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

const cookies: Record<string, string> = {};
let enterprise: string;
let listing: string;
let programme: string;
let id: string;

const signIn = async (name: string, membership: Parameters<typeof givenPerson>[1], operator = false) => {
  const { personId } = await givenPerson(name, membership, { isOperator: operator });
  cookies[name] = await cookieOf(personId);
};

type Handler = (args: ReturnType<typeof routeArgs>) => unknown;

const get = (loader: Handler, path: string, who: string, params = {}) =>
  outcomeOf(() => loader(routeArgs(path, { ...signedInAs(who), params })));

const post = (action: Handler, path: string, who: string, form: Record<string, string>, params = {}) =>
  outcomeOf(() => action(routeArgs(path, { ...signedInAs(who), form, params })));

const signedInAs = (who: string) => ({ cookie: cookies[who] ?? "" });

const question = () => ({
  submissionKey: newId(),
  listingId: listing,
  to: enterprise,
  programmeId: programme,
  subject: "数控 20 人",
  message: "能否接收？",
  seats: "20",
  startsOn: "2099-03-01",
  endsOn: "2099-08-31",
  replyDays: "5",
});

beforeAll(async () => {
  const school = await givenOrganization("school", "岭南机电职业学校");
  enterprise = await givenOrganization("enterprise", "南粤精密机械");
  const stranger = await givenOrganization("school", "外地学校");
  const authority = await givenOrganization("authority", "市教育局", { regionCode: "440100" });
  const draft = await givenOrganization("enterprise", "新来的企业", { state: "draft" });
  listing = await givenListing(enterprise);
  programme = await givenProgramme(school);
  await signIn("school", { organizationId: school, role: "coordinator" });
  await signIn("enterprise", { organizationId: enterprise, role: "owner" });
  await signIn("viewer", { organizationId: enterprise, role: "viewer" });
  await signIn("stranger", { organizationId: stranger, role: "owner" });
  await signIn("authority", { organizationId: authority, role: "viewer" });
  await signIn("student", { organizationId: school, role: "student" });
  await signIn("draft", { organizationId: draft, role: "owner" });
  await signIn("nobody", null);
  await signIn("operator", null, true);
  const sent = await post(send, "/enquiries/new", "school", question());
  expect(sent.status).toBe(303);
  id = sent.location?.split("/").at(-1) ?? "";
});

describe("the pages of enquiries", () => {
  it("are led to sign-in when nobody is signed in, and do not exist for strangers", async () => {
    const anonymous = await outcomeOf(() => detail(routeArgs(`/enquiries/${id}`, { params: { id } })));
    expect(anonymous.location).toContain("/login?returnTo=");
    expect((await get(detail, `/enquiries/${id}`, "stranger", { id })).status).toBe(404);
    expect(
      (
        await post(
          answer,
          `/enquiries/${id}`,
          "stranger",
          { intent: "decline", version: "1", reason: "too_far" },
          { id },
        )
      ).status,
    ).toBe(404);
    for (const who of ["authority", "student"]) expect((await get(list, "/enquiries", who)).status).toBe(403);
    expect((await get(newPage, `/enquiries/new?listing=${listing}`, "viewer")).status).toBe(403);
  });

  it("change nothing when a link is merely opened", async () => {
    const before = await read.enquiry.findUniqueOrThrow({ where: { id } });
    for (const who of ["enterprise", "viewer", "school"]) {
      expect((await get(detail, `/enquiries/${id}`, who, { id })).status).toBe(200);
    }
    expect(await read.enquiry.findUniqueOrThrow({ where: { id } })).toEqual(before);
  });

  it("show each side its own tab", async () => {
    const ours = (await get(list, "/enquiries?tab=ours", "enterprise")).data as {
      items: { id: string }[];
      counts: object;
    };
    expect(ours.items.map((item) => item.id)).toContain(id);
    const theirs = (await get(list, "/enquiries?tab=theirs", "school")).data as typeof ours;
    expect(theirs.items.map((item) => item.id)).toContain(id);
    const none = (await get(list, "/enquiries?tab=ours", "school")).data as typeof ours;
    expect(none.items).toEqual([]);
  });

  it("say what is wrong beside the field and keep what was typed", async () => {
    const wrong = await post(send, "/enquiries/new", "school", {
      ...question(),
      replyDays: "30",
      endsOn: "2099-01-01",
    });
    expect(wrong.status).toBe(422);
    const { state: kept } = wrong.data as {
      state: { typed: Record<string, string>; fields: { field: string }[] };
    };
    expect(kept.fields.map(({ field }) => field)).toContain("replyDays");
    expect(kept.typed.message).toBe("能否接收？");
    const other = await post(
      answer,
      `/enquiries/${id}`,
      "enterprise",
      { intent: "decline", version: "1", reason: "other" },
      { id },
    );
    expect(other.status).toBe(422);
    const accept = { intent: "accept", version: "1", contactName: "李", contactPhone: "12" };
    const phone = await post(answer, `/enquiries/${id}`, "enterprise", accept, { id });
    expect(phone.data).toMatchObject({
      intent: "accept",
      state: {
        fields: [{ field: "contactPhone", key: "enquiries.errors.phone" }],
        typed: { contactName: "李" },
      },
    });
  });

  it("name the open enquiry when a second one is sent, and refuse a viewer with the reason", async () => {
    const second = await post(send, "/enquiries/new", "school", question());
    expect(second.status).toBe(409);
    expect(second.data).toMatchObject({
      state: { message: { key: "enquiries.errors.duplicate", values: { id } } },
    });
    const viewer = await post(
      answer,
      `/enquiries/${id}`,
      "viewer",
      { intent: "decline", version: "1", reason: "too_far" },
      { id },
    );
    expect(viewer.status).toBe(403);
  });

  it("tell the second of two answers that it came too late, with what was typed", async () => {
    const decline = { intent: "decline", version: "1", reason: "other", declineNote: "今年不行" };
    expect((await post(answer, `/enquiries/${id}`, "enterprise", decline, { id })).status).toBe(303);
    const again = await post(answer, `/enquiries/${id}`, "enterprise", decline, { id });
    expect(again.status).toBe(409);
    expect(again.data).toMatchObject({ intent: "decline", state: { typed: { declineNote: "今年不行" } } });
  });
});

describe("matches", () => {
  it("open for one's own programmes and listings only", async () => {
    const mine = await outcomeOf(() =>
      programmeMatches(routeArgs("/", { ...signedInAs("school"), params: { id: programme } })),
    );
    expect(mine.status).toBe(200);
    const foreign = await outcomeOf(() =>
      programmeMatches(routeArgs("/", { ...signedInAs("stranger"), params: { id: programme } })),
    );
    expect(foreign.status).toBe(404);
    const theirs = await outcomeOf(() =>
      listingMatches(routeArgs("/", { ...signedInAs("school"), params: { id: listing } })),
    );
    expect(theirs.status).toBe(404);
  });

  it("keep the appetite, and ask a reason for “not now”", async () => {
    const path = "/matches";
    expect(
      (await post(state, path, "enterprise", { intent: "appetite", family: "06-01", level: "not_now" }))
        .status,
    ).toBe(422);
    expect(
      (await post(state, path, "enterprise", { intent: "appetite", family: "99-99", level: "active" }))
        .status,
    ).toBe(422);
    expect(
      (await post(state, path, "viewer", { intent: "appetite", family: "*", level: "active" })).status,
    ).toBe(403);
    expect(
      (await post(state, path, "enterprise", { intent: "appetite", family: "06-01", level: "active" }))
        .status,
    ).toBe(303);
    expect(await read.appetite.findMany({ where: { organizationId: enterprise } })).toMatchObject([
      { family: "06-01", level: "active", reason: null },
    ]);
    expect((await get(matches, path, "enterprise")).status).toBe(200);
  });
});

describe("the workspace", () => {
  type Page = { persona: string; waiting: { items: { id: string }[] }; figures: { key: string }[] };
  const pageOf = async (who: string) => (await get(workspace, "/workspace", who)).data as Page;

  it.each([
    ["school", "school"],
    ["enterprise", "enterprise"],
    ["authority", "authority"],
    ["student", "student"],
    ["draft", "unverified"],
    ["nobody", "person"],
    ["operator", "operator"],
  ])("knows what %s needs", async (who, persona) => {
    expect((await pageOf(who)).persona).toBe(persona);
  });

  it("asks a newcomer to complete its profile, and a verified enterprise without posts to add them", async () => {
    expect((await pageOf("draft")).waiting.items.map((item) => item.id)).toEqual(["profile", "posts"]);
    expect((await pageOf("enterprise")).waiting.items.map((item) => item.id)).toContain("posts");
    expect((await pageOf("viewer")).waiting.items).toEqual([]);
    expect((await pageOf("student")).waiting.items).toEqual([]);
  });

  it("gives an authority totals only, and hides a share of fewer than five", async () => {
    const { figures } = await pageOf("authority");
    expect(figures.find(({ key }) => key === "workspace.figure.unanswered")).toMatchObject({ value: null });
  });
});
