import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { closeListing } from "~/marketplace/commands/close-listing.server";
import { closeOverdueListings } from "~/marketplace/commands/close-overdue-listings.server";
import { copyListing } from "~/marketplace/commands/copy-listing.server";
import { pauseListing } from "~/marketplace/commands/pause-listing.server";
import { publishListing } from "~/marketplace/commands/publish-listing.server";
import { reopenListing } from "~/marketplace/commands/reopen-listing.server";
import { reviseListing } from "~/marketplace/commands/revise-listing.server";
import { saveListingStep } from "~/marketplace/commands/save-listing-step.server";
import { startListing } from "~/marketplace/commands/start-listing.server";
import { readStep } from "~/marketplace/listing-schema";
import { listingDraft } from "~/marketplace/queries/listing-draft.server";
import { loader as listingPage } from "~/marketplace/routes/listing";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { checkChain, historyOf } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { formOf, givenDraft, givenListing, HOST, SOUND, stateOf } from "~tests/fixtures/listings";
import { cookieOf, givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

let owner: MemberCtx;
let stranger: MemberCtx;
let viewer: MemberCtx;

const memberOf = async (name: string, role: "owner" | "viewer" = "owner", organizationId?: string) => {
  const id =
    organizationId ??
    (await givenOrganization("enterprise", name, { industryCode: HOST.industryCode, employees: 320 }));
  const { personId } = await givenPerson(name, { organizationId: id, role });
  return memberCtx(personId, { id, kind: "enterprise", name, role });
};

beforeAll(async () => {
  owner = await memberOf("番禺精密");
  await inTransaction((tx) =>
    tx.organization.update({ where: { id: owner.actor.organizationId }, data: { uscc: HOST.uscc } }),
  );
  stranger = await memberOf("别家");
  viewer = await memberOf("番禺精密", "viewer", owner.actor.organizationId);
});

const inIndex = async (listingId: string) => {
  const row = await read.listingIndex.findUnique({ where: { listingId } });
  return row !== null;
};

describe("from draft to closed", () => {
  it("publishes a sound draft, pauses, reopens and closes it, and tells each in one chain", async () => {
    const { id, version } = await givenDraft(owner);
    expect(await stateOf(id)).toBe("draft");
    expect(await inIndex(id)).toBe(false);
    expect(await publishListing(owner, id, { version })).toEqual({
      ok: true,
      value: { version: version + 1 },
    });
    expect(await inIndex(id)).toBe(true);
    expect((await pauseListing(owner, id, { version: version + 1, reason: "capacity" })).ok).toBe(true);
    expect(await inIndex(id)).toBe(false);
    expect((await reopenListing(owner, id, { version: version + 2 })).ok).toBe(true);
    expect(await inIndex(id)).toBe(true);
    expect((await closeListing(owner, id, { version: version + 3, reason: "need_ended" })).ok).toBe(true);
    expect(await stateOf(id)).toBe("closed");
    expect(await inIndex(id)).toBe(false);
    const names = (await historyOf("listing", id)).map(({ name }) => name).reverse();
    expect(names.filter((name) => name !== "listing.changed")).toEqual([
      "listing.drafted",
      "listing.published",
      "listing.paused",
      "listing.reopened",
      "listing.closed",
    ]);
    expect((await checkChain("listing", id)).intact).toBe(true);
  });

  it("sends a draft that a rule blocks back with the finding, and records that", async () => {
    const { id, version } = await givenDraft(owner, { fields: { fees: "deposit" } });
    const outcome = await publishListing(owner, id, { version });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "blocked", key: "listings.refused.sound" } });
    if (outcome.ok) return;
    expect(outcome.refusal.findings).toContainEqual(
      expect.objectContaining({ rule: "INT-28", verdict: "block" }),
    );
    expect(await stateOf(id)).toBe("draft");
    expect((await historyOf("listing", id))[0]?.name).toBe("listing.returned");
  });

  it("asks a reason where a rule warns and keeps it", async () => {
    const { id, version } = await givenDraft(owner, { fields: { payMin: "2800", payMax: "2800" } });
    const refused = await publishListing(owner, id, { version });
    expect(refused).toMatchObject({ ok: false, refusal: { fields: [{ field: "reason" }] } });
    const again = await publishListing(owner, id, { version: version + 1, reason: "头两个月以辅助为主" });
    expect(again.ok).toBe(true);
    expect((await read.listing.findUnique({ where: { id } }))?.publishReason).toBe("头两个月以辅助为主");
  });

  it("names the empty fields of an unfinished draft", async () => {
    const { id } = await (async () => {
      const started = await startListing(owner, { kind: "equipment", direction: "offer" });
      if (!started.ok) throw new Error("not started");
      return started.value;
    })();
    const outcome = await publishListing(owner, id, { version: 1 });
    if (outcome.ok) throw new Error("published");
    expect(outcome.refusal.fields?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["title", "transfer", "worth"]),
    );
  });

  it("lets an unverified organization draft, not publish", async () => {
    const id = await givenOrganization("enterprise", "还没认证", {
      state: "draft",
      industryCode: "3484",
      employees: 50,
    });
    const { personId } = await givenPerson("甲", { organizationId: id, role: "owner" });
    const ctx = memberCtx(personId, {
      id,
      kind: "enterprise",
      name: "还没认证",
      role: "owner",
      verified: false,
    });
    const draft = await givenDraft(ctx);
    expect(await publishListing(ctx, draft.id, { version: draft.version })).toMatchObject({
      ok: false,
      refusal: { code: "blocked", key: "listings.refused.verified" },
    });
    expect(await stateOf(draft.id)).toBe("draft");
  });

  it("closes what nobody may apply to any more, once", async () => {
    const id = await givenListing(owner);
    const later = fixedClock("2027-01-01T02:00:00.000Z");
    expect(await closeOverdueListings(later)).toBeGreaterThan(0);
    expect(await stateOf(id)).toBe("closed");
    expect(await closeOverdueListings(later)).toBe(0);
  });
});

describe("who and when", () => {
  it("hides another's draft and refuses changes to another's listing as not found", async () => {
    const { id, version } = await givenDraft(owner);
    const stepRead = readStep(formOf(SOUND.about), "internship", "offer", "about");
    for (const outcome of [
      await publishListing(stranger, id, { version }),
      await pauseListing(stranger, id, { version, reason: "other" }),
      await copyListing(stranger, id),
      await saveListingStep(stranger, id, { step: "about", version, read: stepRead }),
    ]) {
      expect(outcome).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    }
    const page = routeArgs(`/listings/${id}`, {
      cookie: await cookieOf(stranger.actor.personId),
      params: { id },
    });
    expect((await outcomeOf(() => listingPage(page))).status).toBe(404);
    const own = routeArgs(`/listings/${id}`, {
      cookie: await cookieOf(owner.actor.personId),
      params: { id },
    });
    expect((await outcomeOf(() => listingPage(own))).status).toBe(200);
  });

  it("refuses a viewer of the own organization with the reason", async () => {
    const { id, version } = await givenDraft(owner);
    const refused = { ok: false, refusal: { code: "forbidden", key: "listings.errors.role" } };
    expect(await publishListing(viewer, id, { version })).toMatchObject(refused);
    expect(await startListing(viewer, { kind: "internship", direction: "offer" })).toMatchObject(refused);
  });

  it("refuses kinds the organization may not offer", async () => {
    expect(await startListing(owner, { kind: "internship", direction: "seek" })).toMatchObject({
      ok: false,
      refusal: { code: "forbidden", key: "listings.errors.notYourKind" },
    });
  });

  it("refuses a stale version and changes nothing", async () => {
    const { id, version } = await givenDraft(owner);
    const read1 = readStep(formOf({ ...SOUND.about, title: "改过的标题" }), "internship", "offer", "about");
    const outcome = await saveListingStep(owner, id, { step: "about", version: version - 1, read: read1 });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    expect(await publishListing(owner, id, { version: version - 1 })).toMatchObject({
      ok: false,
      refusal: { code: "conflict" },
    });
    expect((await read.listing.findUnique({ where: { id } }))?.title).toBe(SOUND.about.title);
  });

  it("does one thing when a form is sent twice", async () => {
    const submissionKey = newId();
    const input = { kind: "internship", direction: "offer", submissionKey } as const;
    const [first, second] = [await startListing(owner, input), await startListing(owner, input)];
    expect(first).toEqual(second);
    const id = await givenListing(owner);
    const key = newId();
    expect(await copyListing(owner, id, key)).toEqual(await copyListing(owner, id, key));
  });

  it("must be taken back before it is changed", async () => {
    const id = await givenListing(owner);
    const version = (await read.listing.findUniqueOrThrow({ where: { id } })).version;
    const stepRead = readStep(formOf(SOUND.about), "internship", "offer", "about");
    expect(await saveListingStep(owner, id, { step: "about", version, read: stepRead })).toMatchObject({
      ok: false,
      refusal: { key: "listings.refused.notDraft" },
    });
    expect((await reviseListing(owner, id, { version })).ok).toBe(true);
    expect(
      (await saveListingStep(owner, id, { step: "about", version: version + 1, read: stepRead })).ok,
    ).toBe(true);
  });
});

describe("a draft keeps what was typed", () => {
  it("saves what it can read, keeps the rest with its message, and will not publish it", async () => {
    const { id, version } = await givenDraft(owner);
    const typed = {
      ...SOUND.about,
      region: "没有这个地方",
      majors: ["460103, 不存在的专业"],
      openUntil: "2026-02-30",
      title: "新标题",
    };
    const saved = await saveListingStep(owner, id, {
      step: "about",
      version,
      read: readStep(formOf(typed), "internship", "offer", "about"),
    });
    if (!saved.ok) throw new Error("not saved");
    expect(saved.value.errors.map(({ field }) => field).sort()).toEqual(["majors", "openUntil", "region"]);
    const draft = await listingDraft(id, owner.actor, "about", owner.clock, translatorFor("zh-CN"));
    const stored = Object.fromEntries((draft?.fields ?? []).map((field) => [field.name, field.stored]));
    expect(stored).toMatchObject({ title: "新标题", region: "没有这个地方", openUntil: "2026-02-30" });
    expect(draft?.errors.map(({ field }) => field).sort()).toEqual(["majors", "openUntil", "region"]);
    const outcome = await publishListing(owner, id, { version: saved.value.version });
    expect(outcome.ok).toBe(false);
    const mended = await saveListingStep(owner, id, {
      step: "about",
      version: saved.value.version + 1,
      read: readStep(formOf(SOUND.about), "internship", "offer", "about"),
    });
    expect(mended).toMatchObject({ ok: true, value: { errors: [] } });
    expect((await read.listing.findUnique({ where: { id } }))?.unread).toBeNull();
  });
});
