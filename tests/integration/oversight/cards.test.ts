import { beforeAll, describe, expect, it } from "vitest";
import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx, OrganizationKind, Role } from "~/identity/actor";
import { answerCard } from "~/oversight/commands/answer-card.server";
import { changeCriterion } from "~/oversight/commands/change-criterion.server";
import { computeCards } from "~/oversight/commands/compute-cards.server";
import { openCardRows } from "~/oversight/commands/open-card-rows.server";
import { publishCard } from "~/oversight/commands/publish-card.server";
import { raiseAlerts } from "~/oversight/commands/raise-alerts.server";
import { sweepCards } from "~/oversight/commands/sweep-cards.server";
import { withdrawCard } from "~/oversight/commands/withdraw-card.server";
import { accessLog } from "~/oversight/queries/access-log.server";
import { cardPage } from "~/oversight/queries/card-page.server";
import { cardRowsPage } from "~/oversight/queries/card-rows-page.server";
import { cardFilter, cardsList, publishedCards } from "~/oversight/queries/cards-list.server";
import { waitingCards } from "~/oversight/queries/cards-waiting.server";
import { CARD_MEASURES } from "~/oversight/rules/cards/measures";
import { read } from "~/platform/db/client.server";
import { fixedClock } from "~/platform/time/clock";
import { givenGraduates } from "~tests/fixtures/cards";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

const at = (day: string) => `${day}T02:00:00.000Z`;
const clockOn = (day: string) => fixedClock(at(day));
const COUNTRY = regionRange("440000");
const COMPUTED = "2026-11-02";

type Party = { id: string; on: (day: string, role?: Role) => MemberCtx };

const givenParty = async (kind: OrganizationKind, name: string, regionCode: string): Promise<Party> => {
  const id = await givenOrganization(kind, name, { regionCode });
  const { personId } = await givenPerson(name, { organizationId: id, role: "owner" });
  return {
    id,
    on: (day, role = "owner") => memberCtx(personId, { id, kind, name, role }, at(day)),
  };
};

const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { key: string } }): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key}`);
  return result.value;
};
const refusalOf = (result: { ok: true } | { ok: false; refusal: { code: string; key: string } }) =>
  result.ok ? "done" : `${result.refusal.code} ${result.refusal.key}`;

let city: Party;
let elsewhere: Party;
let school: Party;
let stranger: Party;
let firm: Party;

const cardIn = (schoolId: string, majorCode: string) =>
  read.programmeCard.findFirstOrThrow({ where: { schoolId, majorCode } });
const version = async (id: string) => (await read.programmeCard.findUniqueOrThrow({ where: { id } })).version;
const answer = async (who: Party, id: string, day: string, submissionKey?: string) =>
  answerCard(
    who.on(day),
    id,
    {
      intent: "answer",
      version: await version(id),
      text: "两起中断因企业停产，已换单位。",
      ...(submissionKey ? { submissionKey } : {}),
    },
    null,
  );

beforeAll(async () => {
  city = await givenParty("authority", "市教育局", "440100");
  elsewhere = await givenParty("authority", "外市教育局", "440300");
  school = await givenParty("school", "岭南机电职业学校", "440113");
  stranger = await givenParty("school", "羊城商旅职业学校", "440103");
  firm = await givenParty("enterprise", "精密机床厂", "440113");
  await givenProgramme(school.id, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
  for (let index = 0; index < 12; index += 1) {
    const state = index < 6 ? "completed" : "broken";
    await givenPlacement({ school: school.id, host: firm.id, state, pay: null });
  }
  await givenGraduates(
    school.id,
    "660103",
    Array.from({ length: 18 }, (_, index) => ({ destination: "11", matched: index < 6 ? "yes" : "no" })),
  );
  await givenProgramme(stranger.id, { majorCode: "730301", level: "secondary", name: "会计事务" });
  await givenGraduates(
    stranger.id,
    "730301",
    Array.from({ length: 9 }, () => ({ destination: "70", matched: null })),
  );
});

describe("cards from records", () => {
  it("are computed with every figure equal to its rows, and the same records give the same digest", async () => {
    const first = await computeCards(clockOn(COMPUTED), { region: COUNTRY });
    expect(first).toMatchObject({ programmes: 2, cards: 1 });
    const card = await cardIn(school.id, "660103");
    expect([card.outcome, card.state, card.year]).toEqual(["red", "draft", "2026"]);
    const page = await cardPage(school.on(COMPUTED), card.id);
    const told = (id: string) => page?.figures.find(({ measure }) => measure.id === id);
    expect(told("breaks")).toMatchObject({
      verdict: "red",
      told: { numerator: 6, denominator: 12, value: 5_000 },
    });
    expect(told("matched")).toMatchObject({
      verdict: "red",
      told: { numerator: 6, denominator: 18, value: 3_333 },
    });
    expect(told("placed")).toMatchObject({ verdict: "good", told: { numerator: 12, denominator: 12 } });
    expect(told("trend")).toMatchObject({ verdict: "none", told: { value: null } });
    expect(told("demand")).toMatchObject({ verdict: "few" });
    expect(page?.again).toBe(true);
    for (const measure of ["breaks", "matched", "settled", "coverage", "placed"]) {
      const rows = await cardRowsPage(school.on(COMPUTED), card.id, new URLSearchParams({ measure }));
      expect(rows?.same, measure).toBe(true);
      const counted = rows?.rows.filter(({ verdict }) => verdict === "met").length;
      expect(counted, measure).toBe(told(measure)?.told?.numerator);
      const under = rows?.rows.filter(({ verdict }) => ["met", "unmet"].includes(verdict)).length;
      expect(under, measure).toBe(told(measure)?.told?.denominator);
    }
    const again = await computeCards(clockOn("2026-11-03"), { region: COUNTRY });
    expect(again.changed).toBe(0);
    expect((await cardIn(school.id, "660103")).digest).toBe(card.digest);
    expect((await read.programmeCard.count()).valueOf()).toBe(2);
  });

  it("give no card where too few cases can be judged", async () => {
    const few = await cardIn(stranger.id, "730301");
    expect([few.outcome, few.state, few.answerBy]).toEqual(["few", "kept", null]);
    const refused = await publishCard(city.on("2026-12-30"), few.id, { version: few.version });
    expect(refusalOf(refused)).toBe("conflict cards.errors.state");
  });

  it("are the school's first: nobody else sees a draft but the authority above it", async () => {
    const { id } = await cardIn(school.id, "660103");
    expect((await publishedCards(null, null)).items).toEqual([]);
    expect(await cardPage(stranger.on(COMPUTED), id)).toBeNull();
    expect(await cardPage(elsewhere.on(COMPUTED), id)).toBeNull();
    expect(await cardPage(firm.on(COMPUTED), id)).toBeNull();
    expect((await cardPage(city.on(COMPUTED), id))?.mayPublish).toBe(false);
    const filter = cardFilter(new URLSearchParams());
    expect((await cardsList(school.on(COMPUTED), filter)).items.map((one) => one.id)).toEqual([id]);
    expect((await cardsList(elsewhere.on(COMPUTED), filter)).items).toEqual([]);
    const waits = await waitingCards.load(school.on(COMPUTED).actor, COMPUTED);
    expect(waits.map(({ due, action }) => [due, action.href])).toEqual([
      ["2026-11-16", `/oversight/cards/${id}`],
    ]);
    const letters = await read.delivery.findMany({
      where: { kind: "mail", key: { contains: "card-draft" } },
    });
    expect(letters).toHaveLength(1);
  });

  it("cannot be published before the school was heard, nor by an authority of another region", async () => {
    const { id } = await cardIn(school.id, "660103");
    const early = await publishCard(city.on("2026-11-04"), id, { version: await version(id) });
    expect(refusalOf(early)).toBe("conflict cards.errors.early");
    const foreign = await publishCard(elsewhere.on("2026-12-04"), id, { version: await version(id) });
    expect(refusalOf(foreign)).toBe("not_found errors.notFound");
    const viewer = await publishCard(city.on("2026-12-04", "viewer"), id, { version: await version(id) });
    expect(refusalOf(viewer)).toBe("forbidden alerts.errors.roleOnly");
    expect(refusalOf(await answer(stranger, id, "2026-11-04"))).toBe("not_found errors.notFound");
  });

  it("take an answer once however often it is sent, and can then be published", async () => {
    const { id } = await cardIn(school.id, "660103");
    const asked = {
      intent: "answer" as const,
      version: await version(id),
      text: "两起中断因企业停产，已换单位。",
      submissionKey: "answer-once",
    };
    const first = must(await answerCard(school.on("2026-11-05"), id, asked, null));
    const second = must(await answerCard(school.on("2026-11-05"), id, asked, null));
    expect(second.id).toBe(first.id);
    expect(await read.programmeCardAnswer.count({ where: { cardId: id } })).toBe(1);
    const waits = await waitingCards.load(city.on("2026-11-06").actor, "2026-11-06");
    expect(waits.map(({ action }) => action.href)).toEqual([`/oversight/cards/${id}`]);
    const stale = await publishCard(city.on("2026-11-06"), id, { version: asked.version });
    expect(refusalOf(stale)).toBe("conflict errors.conflict");
    must(await publishCard(city.on("2026-11-06"), id, { version: await version(id), note: "限期整改" }));
    const { items } = await publishedCards(null, null);
    expect(items.map(({ name, outcome, by, note }) => [name, outcome, by, note])).toEqual([
      ["数控技术应用", "red", "市教育局", "限期整改"],
    ]);
    expect(items[0]?.against.map(({ id, value }) => [id, value])).toEqual([
      ["breaks", 5_000],
      ["matched", 3_333],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/numerator|学生|毕业生\d/);
    expect(refusalOf(await answer(school, id, "2026-11-07"))).toBe("conflict cards.errors.state");
  });

  it("stay as published whatever the records become, and say when the rows differ", async () => {
    const card = await cardIn(school.id, "660103");
    await givenPlacement({ school: school.id, host: firm.id, state: "completed", pay: null });
    await computeCards(clockOn("2026-11-08"), { region: COUNTRY });
    expect(await cardIn(school.id, "660103")).toMatchObject({
      digest: card.digest,
      state: "published",
      version: card.version,
    });
    const rows = await cardRowsPage(school.on("2026-11-08"), card.id, new URLSearchParams("measure=breaks"));
    expect(rows?.same).toBe(false);
    expect((await cardPage(school.on("2026-11-08"), card.id))?.again).toBe(true);
  });

  it("open students' rows to the authority for a reason alone, which the school reads", async () => {
    const { id } = await cardIn(school.id, "660103");
    const query = (access?: string) =>
      new URLSearchParams({ measure: "breaks", ...(access ? { access } : {}) });
    const closed = await cardRowsPage(city.on("2026-11-09"), id, query());
    expect([closed?.locked, closed?.rows]).toEqual([true, []]);
    expect(await cardRowsPage(elsewhere.on("2026-11-09"), id, query())).toBeNull();
    const reason = "核对红牌所依据的中断记录。";
    const refused = await openCardRows(elsewhere.on("2026-11-09"), id, { measure: "breaks", reason });
    expect(refusalOf(refused)).toBe("not_found errors.notFound");
    const { accessId } = must(await openCardRows(city.on("2026-11-09"), id, { measure: "breaks", reason }));
    const open = await cardRowsPage(city.on("2026-11-09"), id, query(accessId));
    expect(open?.rows.every(({ studentName }) => studentName !== null)).toBe(true);
    const other = new URLSearchParams({ measure: "matched", access: accessId });
    expect((await cardRowsPage(city.on("2026-11-09"), id, other))?.locked).toBe(true);
    expect((await cardRowsPage(city.on("2026-11-10"), id, query(accessId)))?.locked).toBe(true);
    const log = await accessLog(school.on("2026-11-09"), null);
    expect(log.items.map((one) => [one.indicatorId, one.reason, one.rows])).toEqual([
      ["card:breaks", reason, 13],
    ]);
  });

  it("raise an alert once they are red and published, which goes when the card is withdrawn", async () => {
    const { id } = await cardIn(school.id, "660103");
    await raiseAlerts(clockOn("2026-11-10"));
    const alert = await read.alert.findFirstOrThrow({ where: { ruleId: "red_card_published" } });
    expect([alert.subjectId, alert.organizationId, alert.title]).toEqual([id, school.id, "数控技术应用"]);
    expect(JSON.parse(alert.facts)).toMatchObject({ grounds: "breaks,matched", year: "2026" });
    const reason = "经核对，中断记录有误，撤回重核。";
    const foreign = await withdrawCard(elsewhere.on("2026-11-11"), id, {
      version: await version(id),
      reason,
    });
    expect(refusalOf(foreign)).toBe("not_found errors.notFound");
    must(await withdrawCard(city.on("2026-11-11"), id, { version: await version(id), reason }));
    expect((await publishedCards(null, null)).items).toEqual([]);
    await raiseAlerts(clockOn("2026-11-12"));
    const gone = await read.alert.findUniqueOrThrow({ where: { id: alert.id } });
    expect([gone.state, gone.closeReason]).toEqual(["closed", "cause_gone"]);
    expect((await cardPage(school.on("2026-11-12"), id))?.withdrawn?.reason).toBe(reason);
    const told = await read.event.findMany({ where: { subjectId: id }, orderBy: { sequence: "asc" } });
    expect(told.map(({ name }) => name.split(".")[1])).toEqual([
      "computed",
      "answered",
      "published",
      "withdrawn",
    ]);
  });
});

describe("criteria of a region", () => {
  const change = {
    criterion: "settled" as const,
    yellow: 9_500,
    red: 9_000,
    leastCases: 5,
    validFrom: "2026-11-15",
    document: "市专业预警办法",
    reason: "本市从严掌握",
  };
  it("are changed by its authority alone, not for the past, and count from their day on", async () => {
    expect(refusalOf(await changeCriterion(school.on("2026-11-12"), change))).toBe(
      "forbidden alerts.errors.authorityOnly",
    );
    const past = await changeCriterion(city.on("2026-11-20"), change);
    expect(refusalOf(past)).toBe("invalid errors.checkFields");
    must(await changeCriterion(city.on("2026-11-12"), change));
    await computeCards(clockOn("2026-11-14"), { region: COUNTRY });
    expect((await cardIn(stranger.id, "730301")).outcome).toBe("few");
    await computeCards(clockOn("2026-11-16"), { region: regionRange("440100") });
    const page = await cardPage(stranger.on("2026-11-16"), (await cardIn(stranger.id, "730301")).id);
    const settled = page?.figures.find(({ measure }) => measure.id === "settled");
    expect(settled).toMatchObject({ verdict: "red", criterion: { source: "市专业预警办法", leastCases: 5 } });
  });
});

describe("the yearly computation", () => {
  it("waits for its day, goes on where it was killed, and is done once", async () => {
    expect(await sweepCards(clockOn("2026-10-31"))).toBeNull();
    expect((await sweepCards(clockOn("2026-11-17")))?.programmes).toBe(2);
    expect(await sweepCards(clockOn("2026-11-18"))).toBeNull();
    const kept = await read.programmeCard.findMany({ select: { content: true } });
    for (const { content } of kept) {
      const { facts } = JSON.parse(content) as { facts: { id: string }[] };
      expect(facts.map(({ id }) => id)).toEqual([...CARD_MEASURES]);
    }
  });
});
