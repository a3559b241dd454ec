import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmWeeks } from "~/placements/commands/confirm-weeks.server";
import { correctWeek } from "~/placements/commands/correct-week.server";
import { recordContact } from "~/placements/commands/record-contact.server";
import { submitWeek, type WeekInput } from "~/placements/commands/submit-week.server";
import { excuseWeeks } from "~/placements/excuse-weeks.server";
import { weekLinkPage } from "~/placements/queries/week-link.server";
import { weekTab } from "~/placements/queries/week-tab.server";
import { weeksBoard } from "~/placements/queries/weeks-board.server";
import { waitingWeeks } from "~/placements/queries/weeks-waiting.server";
import { keepArtefact } from "~/placements/week-artefact.server";
import { systemActor } from "~/platform/command";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { readStoredFile } from "~/platform/files/store.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { BEGAN, givenAtWork } from "~tests/fixtures/at-work";
import { NOW } from "~tests/fixtures/people";

const WEEK = "2026-11-09";
const anybody = { actor: systemActor("链接"), clock: fixedClock(NOW), requestId: newId() };

let city: Awaited<ReturnType<typeof givenAtWork>>;
let token = "";

const week = (placementId: string, changes: Partial<WeekInput> = {}): WeekInput => ({
  placementId,
  monday: WEEK,
  version: 0,
  minutes: [480, 480, 480, 480, 480, 0, 0],
  night: false,
  lines: "独立完成了十二件轴套的粗车。",
  artefact: null,
  ...changes,
});

const refusalOf = async (work: Promise<{ ok: boolean; refusal?: { code: string; key: string } }>) => {
  const outcome = await work;
  return outcome.refusal ? `${outcome.refusal.code}:${outcome.refusal.key}` : "ok";
};

beforeAll(async () => {
  city = await givenAtWork("周记", 3);
});

describe.sequential("a student's week", () => {
  it("is handed in by the student alone, never for days to come, never empty", async () => {
    const [first, second] = city.placements;
    expect(await refusalOf(submitWeek(first!.ctx, week(second!.id)))).toBe("not_found:errors.notFound");
    expect(await refusalOf(submitWeek(city.school.ctx, week(first!.id)))).toBe("forbidden:errors.forbidden");
    expect(await refusalOf(submitWeek(first!.ctx, week(first!.id, { monday: "2026-11-23" })))).toBe(
      "invalid:followup.errors.future",
    );
    expect(await refusalOf(submitWeek(first!.ctx, week(first!.id, { monday: "2026-10-26" })))).toBe(
      "invalid:followup.errors.outside",
    );
    expect(await refusalOf(submitWeek(first!.ctx, week(first!.id, { lines: "上班" })))).toBe(
      "invalid:errors.checkFields",
    );
    for (const one of city.placements) expect((await submitWeek(one.ctx, week(one.id))).ok).toBe(true);
  });

  it("answers a collision instead of losing a text, and goes on from the newest version", async () => {
    const { ctx, id } = city.placements[0]!;
    expect(await refusalOf(submitWeek(ctx, week(id, { lines: "另一台手机上写的内容。" })))).toBe(
      "conflict:followup.errors.collided",
    );
    const again = await submitWeek(ctx, week(id, { version: 1, lines: "两台手机上写的内容合在一起。" }));
    expect(again.ok && again.value.version).toBe(2);
  });

  it("writes the mentor one letter for all interns of the week, with a token kept only as its hash", async () => {
    const links = await read.weekLink.findMany({ where: { mentorId: city.mentor.actor.personId } });
    expect(links.map((one) => one.monday)).toEqual([WEEK]);
    const letters = await read.delivery.findMany({ where: { key: { startsWith: "mail:week:" } } });
    expect(letters).toHaveLength(1);
    token = newToken();
    await inTransaction((tx) =>
      tx.weekLink.update({ where: { id: links[0]!.id }, data: { tokenHash: hashToken(token) } }),
    );
  });

  it("writes a new letter with a new link when a week comes after the old one ran out", async () => {
    const { ctx, id } = city.placements[2]!;
    const where = { mentorId_monday: { mentorId: city.mentor.actor.personId, monday: BEGAN } };
    const letters = () =>
      read.delivery.count({ where: { key: { contains: `week:${city.mentor.actor.personId}:${BEGAN}` } } });
    const days = ["2026-11-08", "2026-11-20", "2026-11-23"];
    const seen = [];
    for (const [index, day] of days.entries()) {
      const late = { ...ctx, clock: fixedClock(`${day}T02:00:00.000Z`) };
      const sent = await submitWeek(late, week(id, { monday: BEGAN, version: index }));
      expect(sent.ok).toBe(true);
      seen.push([(await read.weekLink.findUniqueOrThrow({ where })).tokenHash, await letters()] as const);
    }
    expect(seen.map(([, count]) => count)).toEqual([1, 1, 2]);
    expect(seen[1]?.[0]).toBe(seen[0]?.[0]);
    expect(seen[2]?.[0]).not.toBe(seen[0]?.[0]);
    await inTransaction(async (tx) => {
      await tx.weekRecord.deleteMany({ where: { placementId: id, monday: BEGAN } });
      await tx.weekLink.delete({ where });
      await tx.delivery.deleteMany({ where: { key: { contains: `:${BEGAN}` } } });
    });
  });

  it("keeps a photo at most 1,600 pixels wide, without its place, and refuses what is no picture", async () => {
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: "#345" } })
      .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "22/1 56/1 0/1" } })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const file = { field: "file", name: "工件.jpeg", mediaType: "image/jpeg", bytes: new Uint8Array(photo) };
    const kept = await keepArtefact(file);
    if (!kept.ok) throw new Error(kept.refusal.key);
    const stored = await sharp(await readStoredFile(kept.value.stored.storageKey)).metadata();
    expect([stored.width, stored.height, stored.exif, kept.value.name]).toEqual([
      1600,
      800,
      undefined,
      "工件.jpg",
    ]);
    const broken = await keepArtefact({ ...file, bytes: new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]) });
    expect(broken.ok).toBe(false);
    const { ctx, id } = city.placements[1]!;
    const sent = await submitWeek(ctx, week(id, { version: 1, lines: "", artefact: kept.value }));
    expect(sent.ok).toBe(true);
  });
});

describe.sequential("the mentor's letter", () => {
  const byLink = (readerId: string | null = null) => ({ by: "link" as const, token, readerId });
  const recordOf = (index: number) =>
    read.weekRecord.findUniqueOrThrow({
      where: { placementId_monday: { placementId: city.placements[index]!.id, monday: WEEK } },
    });

  it("confirms nothing when it is only opened, however often", async () => {
    for (let scan = 0; scan < 3; scan += 1) {
      const page = await weekLinkPage(token, null, new Date(NOW));
      expect("weeks" in page && page.weeks.map((one) => one.state)).toEqual([
        "submitted",
        "submitted",
        "submitted",
      ]);
    }
    expect(await read.weekRecord.count({ where: { state: "confirmed" } })).toBe(0);
  });

  it("is refused to another signed-in reader, after its days, and when nobody made it", async () => {
    const ids = [(await recordOf(0)).id];
    const late = { ...anybody, clock: fixedClock("2027-01-10T02:00:00.000Z") };
    const ask = (ctx: typeof anybody, way: ReturnType<typeof byLink>) =>
      refusalOf(confirmWeeks(ctx, { way, ids, device: "d" }));
    expect(await ask(anybody, byLink(city.host.personId))).toBe("forbidden:followup.errors.notYours");
    expect(await ask(late, byLink())).toBe("forbidden:followup.errors.expired");
    expect(await ask(anybody, { ...byLink(), token: "nobody-made-this" })).toBe(
      "not_found:followup.errors.deadLink",
    );
  });

  it("confirms the chosen, says so the second time, and puts another right", async () => {
    const [first, second] = [await recordOf(0), await recordOf(1)];
    const tap = () => confirmWeeks(anybody, { way: byLink(), ids: [first.id], device: "d" });
    expect(await tap()).toEqual({ ok: true, value: { confirmed: 1, already: 0 } });
    expect(await tap()).toEqual({ ok: true, value: { confirmed: 0, already: 1 } });
    const minutes = [600, 480, 480, 480, 480, 0, 0];
    const put = { way: byLink(), id: second.id, minutes, correction: "周一加了两小时", device: "d" };
    expect((await correctWeek(anybody, put)).ok).toBe(true);
    expect(await refusalOf(correctWeek(anybody, put))).toBe("conflict:followup.errors.confirmed");
    expect(await recordOf(0)).toMatchObject({
      state: "confirmed",
      confirmedBy: city.mentor.actor.personId,
      confirmedHow: "link",
    });
    const { ctx, id } = city.placements[0]!;
    expect(await refusalOf(submitWeek(ctx, week(id, { version: 3 })))).toBe(
      "conflict:followup.errors.confirmed",
    );
  });

  it("opens no other mentor's weeks, and a record of another host stays as it was", async () => {
    const other = await givenAtWork("别处", 1);
    const theirs = other.placements[0]!;
    const sent = await submitWeek(theirs.ctx, week(theirs.id));
    const id = sent.ok ? sent.value.id : "";
    const page = { by: "page" as const, actor: city.mentor.actor };
    for (const way of [byLink(), page]) {
      expect(await confirmWeeks(anybody, { way, ids: [id], device: "d" })).toEqual({
        ok: true,
        value: { confirmed: 0, already: 1 },
      });
    }
    expect((await read.weekRecord.findUniqueOrThrow({ where: { id } })).state).toBe("submitted");
  });
});

describe.sequential("weeks on the home pages and on the board", () => {
  it("show missing weeks to the student, the mentor and the teacher", async () => {
    const load = async (actor: (typeof city.placements)[0]["ctx"]["actor"]) =>
      (await waitingWeeks.load(actor, "2026-11-22")).map(
        (one) => `${one.title.key}:${one.title.values?.count}`,
      );
    expect(await load(city.placements[0]!.ctx.actor)).toEqual([
      "followup.waits.missingMine:1",
      "followup.waits.write:1",
    ]);
    expect(await load(city.mentor.actor)).toEqual(["followup.waits.confirm:1", "followup.waits.unwritten:3"]);
    expect(await load(city.teacher.actor)).toEqual(["followup.waits.missing:3"]);
    expect(await load(city.school.ctx.actor)).toEqual(["followup.waits.missing:3"]);
  });

  it("line up a cohort with its signs, counting corrected hours", async () => {
    const board = await weeksBoard(city.teacher.actor, WEEK, new Date(NOW));
    expect(board?.mondays.at(-2)).toBe(BEGAN);
    expect(board?.rows.map((row) => row.weeks.slice(-2).map((one) => one.state))).toEqual(
      expect.arrayContaining([
        ["missing", "confirmed"],
        ["missing", "corrected"],
        ["missing", "submitted"],
      ]),
    );
    const corrected = board?.rows.find((row) => row.weeks.at(-1)?.state === "corrected");
    expect([corrected?.hours, corrected?.signals.map((one) => one.kind)]).toEqual([42, ["beyond_hours"]]);
    expect(await weeksBoard(city.mentor.actor, WEEK, new Date(NOW))).toBeNull();
  });

  it("keep the teacher's notes from the host", async () => {
    const { id } = city.placements[0]!;
    const said = { kind: "call", doneOn: "2026-11-20", found: "watch", note: "师傅最近总让他加班。" };
    expect((await recordContact(city.teacher, id, said)).ok).toBe(true);
    expect(await refusalOf(recordContact(city.mentor, id, said))).toBe("forbidden:errors.forbidden");
    expect(await refusalOf(recordContact(city.teacher, id, { ...said, doneOn: "2026-12-01" }))).toBe(
      "invalid:errors.checkFields",
    );
    const seen = await Promise.all(
      [city.teacher.actor, city.mentor.actor].map((actor) => weekTab(actor, id, new Date(NOW))),
    );
    expect(seen.map((tab) => tab?.contacts?.length ?? null)).toEqual([1, null]);
  });
});

describe("weeks of a pause", () => {
  it("are excused when it ends: nobody is asked for them, and they cannot be written", async () => {
    const other = await givenAtWork("暂停", 1);
    const { id, ctx } = other.placements[0]!;
    const placement = await read.placement.findUniqueOrThrow({ where: { id } });
    const resumed = new Date("2026-11-25T02:00:00.000Z");
    await inTransaction((tx) =>
      excuseWeeks(tx, { ...placement, pausedOn: "2026-11-04" }, "2026-11-25", resumed),
    );
    const tab = await weekTab(ctx.actor, id, resumed);
    expect(tab?.weeks.map((one) => [one.monday, one.missing, one.record?.state ?? null])).toEqual([
      ["2026-11-23", false, null],
      ["2026-11-16", false, "excused"],
      [WEEK, false, "excused"],
      [BEGAN, true, null],
    ]);
    expect(await refusalOf(submitWeek(ctx, week(id, { version: 1 })))).toBe(
      "conflict:followup.errors.confirmed",
    );
  });
});
