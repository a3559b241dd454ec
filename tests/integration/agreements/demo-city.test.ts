import { beforeAll, describe, expect, it } from "vitest";
import { type HealthState, healthOf } from "~/agreements/rules/health";
import type { HealthFacts } from "~/agreements/rules/health-facts";
import { SIGNALS } from "~/agreements/rules/signals";
import { read } from "~/platform/db/client.server";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { STORIES } from "../../../prisma/demo/agreement-stories";
import { loadAgreements } from "../../../prisma/demo/agreements";
import { raiseCast } from "../../../prisma/demo/cast";
import { calendarOf } from "../../../prisma/demo/time";

const calendar = calendarOf(systemClock.now());

beforeAll(async () => {
  await loadAgreements(await raiseCast(calendar), calendar, () => {});
}, 240_000);

const healthByTitle = async () => {
  const agreements = await read.agreement.findMany({ select: { id: true, title: true, state: true } });
  const healths = await read.agreementHealth.findMany();
  return agreements.flatMap((agreement) => {
    const health = healths.find((one) => one.agreementId === agreement.id);
    return health ? [{ ...agreement, health: { ...health, state: health.state as HealthState } }] : [];
  });
};

const HOLLOW = new Set(STORIES.filter((story) => story.hollow).map((story) => story.title));

describe("the demo city's agreements", () => {
  it("finds exactly the deliberately hollow ones", async () => {
    const found = (await healthByTitle()).filter((one) => one.health.state === "hollow");
    expect(new Set(found.map((one) => one.title))).toEqual(HOLLOW);
    const others = (await healthByTitle()).filter((one) => !HOLLOW.has(one.title));
    expect(others.length).toBeGreaterThan(8);
    expect(others.filter((one) => ["at_risk", "hollow"].includes(one.health.state))).toEqual([]);
  });

  it("says why in sentences of both languages, on two grounds at least", async () => {
    for (const { title, health } of (await healthByTitle()).filter((one) => HOLLOW.has(one.title))) {
      const facts = JSON.parse(health.facts) as HealthFacts;
      const { reasons, hollowGrounds } = healthOf(facts, { sealedSameDay: 5 }, calendar.today);
      expect(hollowGrounds.length, title).toBeGreaterThanOrEqual(2);
      const against = reasons.filter((one) => one.points < 0);
      expect(against.length, title).toBeGreaterThanOrEqual(2);
      for (const language of ["zh-CN", "en"] as const) {
        for (const { id, values } of against) {
          const { any } = translatorFor(language);
          const sentence = any(`agreements.signal.${id}`, values);
          expect(sentence, `${language} ${id}`).not.toContain("agreements.");
          expect(sentence).not.toContain("{{");
        }
      }
    }
  });

  it("told the parties of each, by letter and in its story, three weeks before it was found", async () => {
    for (const { id, title } of (await healthByTitle()).filter((one) => HOLLOW.has(one.title))) {
      const told = await read.event.findFirstOrThrow({
        where: { subjectId: id, name: "agreement.hollow_warned" },
      });
      const found = await read.event.findFirstOrThrow({
        where: { subjectId: id, name: "agreement.hollow_found" },
      });
      expect(found.at.getTime() - told.at.getTime(), title).toBeGreaterThan(21 * 86_400_000);
      const letters = await read.delivery.count({
        where: { kind: "mail", key: { startsWith: `mail:agreement-hollow:${told.id}:` } },
      });
      expect(letters, title).toBeGreaterThanOrEqual(2);
      const audience = await read.eventAudience.count({ where: { eventId: told.id } });
      expect(audience, title).toBe(2);
    }
    expect(SIGNALS.length).toBeGreaterThan(5);
  });

  it("shows agreements in every state of their life", async () => {
    const states = new Set(
      (await read.agreement.findMany({ select: { state: true } })).map((one) => one.state),
    );
    for (const state of ["draft", "negotiating", "signing", "active", "suspended", "completed", "withdrawn"])
      expect(states, state).toContain(state);
    expect(
      await read.agreement.count({ where: { terminatesOn: { not: null }, placementPlan: "finish" } }),
    ).toBe(1);
  });
});
