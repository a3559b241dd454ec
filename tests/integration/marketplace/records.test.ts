import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { addListing } from "~/marketplace/commands/add-listing.server";
import { changeListing } from "~/marketplace/commands/change-listing.server";
import { closeListing } from "~/marketplace/commands/close-listing.server";
import { upsertListings } from "~/marketplace/commands/upsert-listings.server";
import type { EntryInput } from "~/marketplace/entry-schema";
import { rawReader, read } from "~/platform/db/client.server";
import { checkChain, historyOf } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import { HOST, stateOf } from "~tests/fixtures/listings";
import { givenHost, RECORD, registered } from "~tests/fixtures/records";

let owner: MemberCtx;
let viewer: MemberCtx;
let stranger: MemberCtx;

beforeAll(async () => {
  owner = await givenHost("批量精密");
  await registered(owner.actor.organizationId, HOST.uscc);
  stranger = await givenHost("别家精密");
  viewer = {
    ...owner,
    actor: { ...owner.actor, organization: { ...owner.actor.organization, role: "viewer" } },
  };
});

const upsert = async (records: unknown[], key?: string, ctx = owner) => {
  const done = await upsertListings(ctx, records, key);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.answers;
};

const found = (words: string): number => {
  const rows = rawReader().prepare("SELECT rowid FROM ListingText WHERE ListingText MATCH ?").all(words);
  return rows.length;
};

describe("records by their owner's reference", () => {
  it("creates, leaves alone what was sent before just so, updates, and refuses without harm", async () => {
    const [made] = await upsert([RECORD]);
    expect(made).toMatchObject({ reference: "HR-1", outcome: "created", state: "published", version: 1 });
    const id = made?.id ?? "";
    expect(await stateOf(id)).toBe("published");
    expect(await read.listingIndex.count({ where: { listingId: id } })).toBe(1);
    expect((await historyOf("listing", id)).map(({ name }) => name)).toEqual([
      "listing.published",
      "listing.drafted",
    ]);

    expect(await upsert([RECORD])).toMatchObject([{ outcome: "unchanged", id, version: 1 }]);

    const [changed, another] = await upsert([
      { ...RECORD, title: "数控车床操作与编程 实习", seats: 6 },
      { ...RECORD, reference: "HR-2", fees: ["deposit"] },
    ]);
    expect(changed).toMatchObject({ outcome: "updated", id, version: 2, state: "published" });
    expect(another).toMatchObject({ outcome: "refused", id: null });
    expect(another?.findings.map(({ verdict }) => verdict)).toContain("block");
    expect(await read.listingReference.count({ where: { reference: "HR-2" } })).toBe(0);
    const row = await read.listing.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ title: "数控车床操作与编程 实习", seats: 6, payMinFen: 380_000, version: 2 });
    expect(found("编程")).toBeGreaterThan(0);
    expect((await historyOf("listing", id)).map(({ name }) => name).slice(0, 3)).toEqual([
      "listing.published",
      "listing.changed",
      "listing.revised",
    ]);
    expect(await checkChain("listing", id)).toEqual({ intact: true });
  });

  it("does not undo what people changed when the same dump comes again", async () => {
    const record = { ...RECORD, reference: "HR-DUMP" };
    const [made] = await upsert([record]);
    const id = made?.id ?? "";
    const by = await changeListing(owner, id, { summary: "由人改过的说明。" });
    expect(by).toMatchObject({ ok: true, value: { version: 2, state: "published" } });
    expect(await upsert([record])).toMatchObject([{ outcome: "unchanged", version: 2 }]);
    expect((await read.listing.findUniqueOrThrow({ where: { id } })).summary).toBe("由人改过的说明。");
  });

  it("names every wrong field of every record and writes the good ones", async () => {
    const answers = await upsert([
      { ...RECORD, reference: "OK-1" },
      { ...RECORD, reference: "BAD-1", payMin: 500_000, colour: "red" },
      { ...RECORD, reference: "BAD-2", payMin: 500_000, majors: ["460103", "999999"], seats: 0 },
      { ...RECORD, reference: "BAD-3", majors: ["999999"], payMin: 500_000, stations: 3 },
      "nonsense",
      { ...RECORD, reference: "OK-1", seats: 9 },
      { ...RECORD, reference: "BAD-4", tasks: null, lawful: null },
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      "created",
      "refused",
      "refused",
      "refused",
      "refused",
      "refused",
      "refused",
    ]);
    expect(answers[1]?.errors).toEqual([
      { field: "colour", key: "errors.unknownField", values: { keys: "colour" } },
    ]);
    expect(answers[2]?.errors.map(({ field }) => field)).toEqual(["seats"]);
    expect(answers[3]?.errors.map(({ field }) => field).sort()).toEqual(["majors[0]", "payMax", "stations"]);
    expect(answers[4]).toMatchObject({ reference: null });
    expect(answers[5]?.errors).toEqual([{ field: "reference", key: "machines.errors.repeated" }]);
    expect(answers[6]?.errors.map(({ field }) => field)).toEqual(["tasks", "lawful"]);
    const listing = await read.listingReference.findFirstOrThrow({ where: { reference: "OK-1" } });
    expect((await read.listing.findUniqueOrThrow({ where: { id: listing.listingId } })).seats).toBe(4);
  });

  it("drafts without publish, publishes later, and takes back when told to", async () => {
    const { publish: _publish, ...draft } = { ...RECORD, reference: "DRAFT" };
    const [made] = await upsert([draft]);
    expect(made).toMatchObject({ outcome: "created", state: "draft" });
    const [out] = await upsert([{ ...draft, publish: true }]);
    expect(out).toMatchObject({ outcome: "updated", state: "published", version: 2 });
    const [back] = await upsert([{ ...draft, publish: false }]);
    expect(back).toMatchObject({ outcome: "updated", state: "draft", version: 3 });
    expect(await read.listingIndex.count({ where: { listingId: back?.id ?? "" } })).toBe(0);
  });

  it("does a call once, whatever the line does, and refuses the key for other contents", async () => {
    const key = newId();
    const records = [{ ...RECORD, reference: "ONCE" }];
    const first = await upsert(records, key);
    expect(await upsert(records, key)).toEqual(first);
    expect(await upsertListings(owner, [{ ...records[0], seats: 5 }], key)).toMatchObject({
      ok: false,
      refusal: { code: "conflict", key: "errors.keyReused" },
    });
  });

  it("touches neither a closed listing nor anybody else's", async () => {
    const record = { ...RECORD, reference: "ENDED" };
    const [made] = await upsert([record]);
    const id = made?.id ?? "";
    expect((await closeListing(owner, id, { version: 1, reason: "partner_found" })).ok).toBe(true);
    const [again] = await upsert([{ ...record, seats: 9 }]);
    expect(again).toMatchObject({ outcome: "refused", refusal: { key: "machines.errors.ended" } });
    expect(await changeListing(stranger, id, { seats: 9 })).toMatchObject({
      ok: false,
      refusal: { code: "not_found" },
    });
    expect(await upsertListings(viewer, [RECORD])).toMatchObject({
      ok: false,
      refusal: { code: "forbidden" },
    });
    const [own] = await upsert([record], undefined, stranger);
    expect(own?.outcome).toBe("refused");
    expect(own?.id).toBeNull();
  });
});

describe("one listing", () => {
  it("is added, refuses its reference a second time, and is changed at a version", async () => {
    const input = { ...RECORD, reference: "ONE" } as unknown as EntryInput;
    const added = await addListing(owner, input, newId());
    expect(added).toMatchObject({ ok: true, value: { state: "published", version: 1 } });
    const id = added.ok ? added.value.id : "";
    expect(await addListing(owner, { ...input, seats: 5 })).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "reference", key: "machines.errors.referenceTaken", values: { id } }] },
    });
    expect(await changeListing(owner, id, { version: 7, seats: 5 })).toMatchObject({
      ok: false,
      refusal: { code: "conflict" },
    });
    expect(await changeListing(owner, id, { version: 1, fees: ["deposit"] })).toMatchObject({
      ok: false,
      refusal: { code: "blocked", key: "listings.refused.sound" },
    });
    expect(await read.listing.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version: 1,
      payMinFen: 380_000,
    });
    expect(await changeListing(owner, id, { version: 1, seats: 5, publish: false })).toMatchObject({
      ok: true,
      value: { version: 2, state: "draft" },
    });
  });
});
