import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { addListing } from "~/marketplace/commands/add-listing.server";
import { answerFreshness } from "~/marketplace/commands/answer-freshness.server";
import { askStaleListings } from "~/marketplace/commands/ask-stale-listings.server";
import { closeOverdueListings } from "~/marketplace/commands/close-overdue-listings.server";
import { fillListing } from "~/marketplace/commands/fill-listing.server";
import { pressStaleListings } from "~/marketplace/commands/press-stale-listings.server";
import { publishListing } from "~/marketplace/commands/publish-listing.server";
import { upsertListings } from "~/marketplace/commands/upsert-listings.server";
import type { EntryInput } from "~/marketplace/entry-schema";
import type { FreshnessAnswer } from "~/marketplace/freshness-schema";
import { freshnessLetter } from "~/marketplace/queries/freshness-letter.server";
import { sameListings } from "~/marketplace/queries/same-listings.server";
import { searchListings } from "~/marketplace/queries/search-listings.server";
import { action } from "~/marketplace/routes/listings.confirm";
import { STALE_REASON } from "~/marketplace/rules/freshness";
import { readSearch } from "~/marketplace/rules/search-query";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { historyOf } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import { openMail } from "~/platform/mail/sealed-mail.server";
import { fixedClock } from "~/platform/time/clock";
import { givenDraft, givenListing, HOST, stateOf } from "~tests/fixtures/listings";
import { NOW } from "~tests/fixtures/people";
import { givenHost, RECORD, registered } from "~tests/fixtures/records";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

const DAY = 86_400_000;
const later = (days: number) => fixedClock(new Date(Date.parse(NOW) + days * DAY).toISOString());
const found = async (q: string, days = 0) =>
  (await searchListings(readSearch(new URLSearchParams({ q })).search, later(days).now())).total;

let owner: MemberCtx;
let copier: MemberCtx;

beforeAll(async () => {
  owner = await givenHost("常新精密");
  await registered(owner.actor.organizationId, HOST.uscc);
  copier = await givenHost("照抄精密");
  await registered(copier.actor.organizationId, "91440101MA59RQ1U4Q");
});

const lettersTo = async (organizationId: string) => {
  const asks = await read.freshnessAsk.findMany({ where: { organizationId }, orderBy: { askedAt: "asc" } });
  const mails = await read.delivery.findMany({
    where: { OR: asks.map(({ id }) => ({ key: { contains: id } })) },
    orderBy: { createdAt: "asc" },
  });
  return mails.map(({ payload }) => openMail(JSON.parse(payload) as Record<string, unknown>));
};

const tokenIn = (text: string): string => /\/listings\/confirm\/([\w-]+)/.exec(text)?.[1] ?? "";
const byLink = (days: number) => ({ actor: systemActor("test"), clock: later(days), requestId: newId() });

describe("a listing nobody confirms", () => {
  it("is asked about, reminded, paused, and comes back by one tap", async () => {
    const one = await givenListing(owner, { title: "磨床操作 实习", openUntil: "2027-02-01" });
    const two = await givenListing(owner, { title: "铣床操作 实习", openUntil: "2027-02-01" });
    expect(await askStaleListings(later(29))).toBe(0);
    expect(await askStaleListings(later(31))).toBe(1);
    expect(await askStaleListings(later(31))).toBe(0);
    const [asked] = await lettersTo(owner.actor.organizationId);
    expect(asked?.text).toContain("磨床操作 实习");
    expect(asked?.text).toContain("铣床操作 实习");

    const token = tokenIn(asked?.text ?? "");
    expect(await read.freshnessLink.count({ where: { tokenHash: token } })).toBe(0);
    const { version, updatedAt } = await read.listing.findUniqueOrThrow({ where: { id: one } });
    expect((await freshnessLetter(token, later(32).now()))?.listings).toHaveLength(2);
    expect(await read.listing.findUniqueOrThrow({ where: { id: one } })).toMatchObject({
      version,
      updatedAt,
    });

    const answer: FreshnessAnswer = { intent: "stands", listings: [one] };
    expect(await answerFreshness(byLink(32), token, answer)).toEqual({
      ok: true,
      value: { confirmed: 1, resumed: 0, filled: 0, kept: 0 },
    });
    expect(await pressStaleListings(later(39))).toBe(1);
    expect(await stateOf(two)).toBe("published");
    expect(await pressStaleListings(later(39))).toBe(0);
    expect(await pressStaleListings(later(47))).toBe(1);
    expect(await stateOf(one)).toBe("published");
    expect(await read.listing.findUniqueOrThrow({ where: { id: two } })).toMatchObject({
      state: "paused",
      pausedReason: STALE_REASON,
    });
    expect(await found("铣床", 47)).toBe(0);
    const letters = await lettersTo(owner.actor.organizationId);
    expect(letters.map(({ text }) => text.includes("磨床"))).toEqual([true, false, false]);

    const last = tokenIn(letters[2]?.text ?? "");
    expect(await answerFreshness(byLink(48), last, { intent: "stands", listings: [two] })).toMatchObject({
      value: { resumed: 1 },
    });
    expect(await stateOf(two)).toBe("published");
    expect(await found("铣床", 48)).toBe(1);
    const [latest] = await historyOf("listing", two);
    expect(latest).toMatchObject({ name: "listing.reopened" });
  });

  it("leaves a letter's link alone once its time is up, its person has left, or nobody made it", async () => {
    const id = await givenListing(copier, { title: "抛光操作 实习", openUntil: "2027-02-01" });
    await askStaleListings(later(31));
    const [asked] = await lettersTo(copier.actor.organizationId);
    const token = tokenIn(asked?.text ?? "");
    const answer: FreshnessAnswer = { intent: "stands", listings: [id] };
    expect(await answerFreshness(byLink(120), token, answer)).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await answerFreshness(byLink(32), "nobody-made-this", answer)).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await answerFreshness(byLink(32), token, { ...answer, listings: [] })).toMatchObject({
      refusal: { code: "invalid", fields: [{ field: "listings" }] },
    });
    const { personId } = copier.actor;
    await inTransaction((tx) =>
      tx.membership.updateMany({ where: { personId }, data: { endedAt: new Date(NOW) } }),
    );
    expect(await answerFreshness(byLink(32), token, answer)).toMatchObject({
      refusal: { code: "not_found" },
    });
    await inTransaction((tx) => tx.membership.updateMany({ where: { personId }, data: { endedAt: null } }));
    const dead = await outcomeOf(() =>
      action(routeArgs("/listings/confirm/x", { params: { token: "x" }, form: { intent: "stands" } })),
    );
    expect(dead.status).toBe(404);
  });

  it("leaves search at once when it is full or over", async () => {
    const full = await givenListing(owner, { title: "钣金折弯 实习", openUntil: "2027-02-01" });
    const over = await givenListing(owner, { title: "激光切割 实习", openUntil: "2026-11-25" });
    expect(await found("钣金折弯")).toBe(1);
    const { version } = await read.listing.findUniqueOrThrow({ where: { id: full } });
    expect(await fillListing(owner, full, { version })).toMatchObject({ ok: true });
    expect(await found("钣金折弯")).toBe(0);
    expect(await found("激光切割")).toBe(1);
    expect(await found("激光切割", 4)).toBe(0);
    await closeOverdueListings(later(4));
    expect(await stateOf(over)).toBe("closed");
    expect(await read.listingIndex.count({ where: { listingId: over } })).toBe(0);
  });

  it("is confirmed when its owner's system sends it again just so", async () => {
    const record = { ...RECORD, reference: "FRESH", title: "线切割操作 实习" };
    expect(await upsertListings(owner, [record])).toMatchObject({ ok: true });
    const again = await upsertListings({ ...owner, clock: later(20) }, [record]);
    expect(again).toMatchObject({ value: { answers: [{ outcome: "unchanged", version: 1 }] } });
    const kept = await read.listing.findFirstOrThrow({ where: { title: record.title } });
    expect(kept.confirmedAt).toEqual(later(20).now());
  });
});

const TEXT =
  "跟班操作五轴加工中心，双导师带教，从读图与装夹开始，每周一次技能讲评，完成考核后优先留用，提供宿舍和班车。";

describe("the same once more", () => {
  it("asks its owner why, names the old one, and is recorded", async () => {
    const old = await givenListing(owner, { title: "五轴加工 实习", summary: TEXT });
    const { id, version } = await givenDraft(owner, { fields: { title: "五轴加工（实习）", summary: TEXT } });
    expect(await publishListing(owner, id, { version })).toMatchObject({
      refusal: {
        fields: [{ field: "reason", key: "freshness.same.needReason", values: { title: "五轴加工 实习" } }],
      },
    });
    expect(await stateOf(id)).toBe("draft");
    expect(await publishListing(owner, id, { version, reason: "另一条生产线" })).toMatchObject({ ok: true });
    const [published] = await historyOf("listing", id);
    expect(published).toMatchObject({ name: "listing.published", payload: { repeats: old } });
  });

  it("shows another's copied text with its share", async () => {
    const { id, version } = await givenDraft(copier, {
      fields: { title: "招五轴操作工", summary: `${TEXT}欢迎。` },
    });
    const row = await read.listing.findUniqueOrThrow({ where: { id }, include: { majors: true } });
    const [same] = await sameListings(row);
    expect(same).toMatchObject({ why: "copied", organization: "常新精密" });
    expect(same?.likeness.text).toBeGreaterThanOrEqual(80);
    expect(await publishListing(copier, id, { version, reason: "测试" })).toMatchObject({ ok: true });
    const [published] = await historyOf("listing", id);
    expect(published?.payload.copies).toBe(same?.id);
  });

  it("is refused to a machine without a number, and taken at its word with one", async () => {
    const { reference: _reference, ...plain } = { ...RECORD, title: "镗床操作 实习" };
    const input = plain as unknown as EntryInput;
    expect(await addListing(owner, input, newId())).toMatchObject({ ok: true });
    expect(await addListing(owner, input, newId())).toMatchObject({
      refusal: { fields: [{ field: "reason", key: "freshness.same.needReason" }] },
    });
    const numbered = await upsertListings(owner, [{ ...plain, reference: "T-2" }]);
    expect(numbered).toMatchObject({ value: { answers: [{ outcome: "created", state: "published" }] } });
  });
});
