import { beforeAll, describe, expect, it } from "vitest";
import type { Person } from "~/identity/actor";
import { recentEvents } from "~/marketplace/queries/recent-events.server";
import { answerConcern } from "~/placements/commands/answer-concern.server";
import { raiseConcern } from "~/placements/commands/raise-concern.server";
import { sendConcernLink } from "~/placements/commands/send-concern-link.server";
import { concernPage, concernsList } from "~/placements/queries/concerns-list.server";
import { waitingConcerns } from "~/placements/queries/concerns-waiting.server";
import { ownConcerns } from "~/placements/queries/own-concerns.server";
import { placementPage } from "~/placements/queries/placement-page.server";
import { weekTab } from "~/placements/queries/week-tab.server";
import { weeksBoard } from "~/placements/queries/weeks-board.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { WHAT_WAITS } from "~/what-waits.server";
import { givenAtWork } from "~tests/fixtures/at-work";
import { givenOrganization, givenPerson, memberCtx, NOW } from "~tests/fixtures/people";

const SECRET = "师傅让我不戴护目镜磨刀，我怕。";
const now = new Date(NOW);
const anybody = { actor: systemActor("匿名"), clock: fixedClock(NOW), requestId: newId() };

let city: Awaited<ReturnType<typeof givenAtWork>>;
let authority: ReturnType<typeof memberCtx>;
let id = "";

const raise = (kind: "safety" | "pay" | "leave", changes: { text?: string; aboutSchool?: "on" } = {}) => {
  const { ctx, id: placementId } = city.placements[0]!;
  const way = { by: "page" as const, actor: ctx.actor, placementId };
  return raiseConcern(ctx, way, { kind, submissionKey: newId(), ...changes });
};

beforeAll(async () => {
  city = await givenAtWork("反映", 2);
  const bureau = await givenOrganization("authority", "番禺教育局");
  const { personId } = await givenPerson("处长", { organizationId: bureau, role: "owner" });
  authority = memberCtx(personId, { id: bureau, kind: "authority", name: "番禺教育局", role: "owner" });
});

describe.sequential("the alarm line", () => {
  it("takes a grave concern to the school's acting people and the authority, by its clock", async () => {
    const raised = await raise("safety", { text: SECRET });
    if (!raised.ok) throw new Error(raised.refusal.key);
    id = raised.value.id;
    expect(raised.value.respondBy).toBe("2026-11-22T06:00:00.000Z");
    const letters = await read.delivery.findMany({ where: { key: { contains: id } } });
    expect(letters.map((one) => one.key.split(":").at(-1)).sort()).toEqual(
      [city.school.personId, authority.actor.personId].sort(),
    );
    const page = await concernPage(city.school.ctx.actor, id, now);
    expect([page?.student, page?.text, page?.authorityTold]).toEqual(["学生1", SECRET, true]);
    expect((await concernPage(authority.actor, id, now))?.student).toBeNull();
    const waits = await waitingConcerns.load(city.school.ctx.actor, "2026-11-22");
    expect(waits.map((one) => [one.action.href, one.due])).toEqual([[`/concerns/${id}`, "2026-11-22"]]);
  });

  it("keeps a second press of the same button one concern", async () => {
    const { ctx, id: placementId } = city.placements[0]!;
    const way = { by: "page" as const, actor: ctx.actor, placementId };
    const input = { kind: "pay" as const, submissionKey: newId() };
    const [first, second] = [await raiseConcern(ctx, way, input), await raiseConcern(ctx, way, input)];
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
  });

  it("is refused to the host, to the teacher and for another's placement", async () => {
    const placementId = city.placements[0]!.id;
    const speakers = [city.host.ctx, city.mentor, city.teacher, city.placements[1]!.ctx];
    for (const ctx of speakers) {
      const way = { by: "page" as const, actor: ctx.actor, placementId };
      const outcome = await raiseConcern(ctx, way, { kind: "pay", submissionKey: newId() });
      expect(!outcome.ok && outcome.refusal.code).toBe("not_found");
    }
  });

  it("shows nobody who may be complained of that there is a concern: pages, home, story, events, letters", async () => {
    const placementId = city.placements[0]!.id;
    const watchers: Person[] = [city.host.ctx.actor, city.mentor.actor, city.teacher.actor];
    const seen: unknown[] = [];
    for (const actor of watchers) {
      expect(await concernPage(actor, id, now)).toBeNull();
      expect(await ownConcerns(actor, placementId, now)).toBeNull();
      seen.push(
        await concernsList(actor, now),
        await placementPage(actor, placementId, now),
        await weekTab(actor, placementId, now),
        await weeksBoard(actor, null, now),
        await recentEvents(actor.organizationId ?? ""),
      );
      for (const provider of WHAT_WAITS.filter((one) => one.isFor(actor)))
        seen.push(await provider.load(actor, "2026-11-22"));
    }
    const text = JSON.stringify(seen);
    for (const word of [SECRET, id, "concern", '"safety"']) expect(text).not.toContain(word);
    const events = await read.event.findMany({ where: { subjectType: "concern" } });
    expect(events.length).toBeGreaterThan(0);
    expect(await read.eventAudience.count({ where: { eventId: { in: events.map((one) => one.id) } } })).toBe(
      0,
    );
    expect(JSON.stringify(events)).not.toContain(city.placements[0]!.personId);
    const stored = await read.concern.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(stored)).not.toContain("护目镜");
    const told = await read.delivery.findMany({ where: { key: { startsWith: "mail:concern" } } });
    for (const ctx of [city.host, city.mentor.actor, city.teacher.actor])
      expect(told.map((one) => one.key).join()).not.toContain(ctx.personId);
  });

  it("is answered to whoever raised it; the host hears only what the school writes to it", async () => {
    const say = (intent: "answer" | "tellHost" | "close", text: string, version: number) =>
      answerConcern(city.school.ctx, id, { intent, text, version });
    expect((await say("answer", "今天下午到现场，先停机。", 1)).ok).toBe(true);
    expect((await say("tellHost", "请检查砂轮机防护并停用不合格设备。", 2)).ok).toBe(true);
    const old = await say("close", "x", 2);
    expect(!old.ok && old.refusal.key).toBe("errors.conflict");
    const bureau = await answerConcern(authority, id, { intent: "tellHost", text: "请整改", version: 3 });
    expect(!bureau.ok && bureau.refusal.code).toBe("forbidden");
    const { ctx, id: placementId } = city.placements[0]!;
    const own = await ownConcerns(ctx.actor, placementId, now);
    expect(own?.find((one) => one.id === id)?.answers.map((one) => one.text)).toEqual([
      "今天下午到现场，先停机。",
    ]);
    expect(await concernsList(city.host.ctx.actor, now)).toEqual({
      as: "host",
      told: [{ text: "请检查砂轮机防护并停用不合格设备。", at: NOW, school: "反映学校" }],
    });
  });

  it("goes up when nobody answers, and past the school when it is about the school", async () => {
    const lenient = await raise("leave");
    const leave = lenient.ok ? lenient.value.id : "";
    expect(await concernPage(authority.actor, leave, now)).toBeNull();
    expect(await concernPage(authority.actor, leave, new Date("2026-11-28T02:00:00.000Z"))).not.toBeNull();
    const about = await raise("pay", { aboutSchool: "on" });
    const aboutId = about.ok ? about.value.id : "";
    expect(await concernPage(city.school.ctx.actor, aboutId, now)).toBeNull();
    expect((await concernPage(authority.actor, aboutId, now))?.student).toBe("学生1");
  });

  it("opens by a personal link without signing in, until another is made", async () => {
    const { ctx, id: placementId } = city.placements[1]!;
    const make = async () => {
      const made = await sendConcernLink(ctx, placementId);
      return made.ok ? made.value.path.replace("/speak/", "") : "";
    };
    const token = await make();
    const speak = (secret: string) =>
      raiseConcern(anybody, { by: "link", token: secret }, { kind: "safety", submissionKey: newId() });
    expect((await speak(token)).ok).toBe(true);
    const renewed = await make();
    const dead = await speak(token);
    expect(!dead.ok && dead.refusal.code).toBe("not_found");
    expect((await speak(renewed)).ok).toBe(true);
    const foreign = await sendConcernLink(city.mentor, placementId);
    expect(!foreign.ok && foreign.refusal.code).toBe("not_found");
  });
});
