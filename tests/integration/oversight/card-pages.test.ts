import { beforeAll, describe, expect, it } from "vitest";
import { regionRange } from "~/catalogues/rules/regions";
import type { OrganizationKind, Role } from "~/identity/actor";
import { deliverCards } from "~/oversight/cards-job.server";
import { computeCards } from "~/oversight/commands/compute-cards.server";
import * as cardRoute from "~/oversight/routes/card";
import * as criteriaRoute from "~/oversight/routes/card.criteria";
import * as rowsRoute from "~/oversight/routes/card.rows";
import * as cardsRoute from "~/oversight/routes/cards";
import * as publicRoute from "~/oversight/routes/programme-cards";
import * as proposalRoute from "~/oversight/routes/proposal";
import * as newProposalRoute from "~/oversight/routes/proposal.new";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import { givenGraduates } from "~tests/fixtures/cards";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { cookieOf, givenOrganization, givenPerson } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";

let city: string;
let elsewhere: string;
let dean: string;
let teacher: string;
let strangeDean: string;
let cardId: string;

const given = async (kind: OrganizationKind, name: string, regionCode: string): Promise<string> =>
  givenOrganization(kind, name, { regionCode });
const cookieFor = async (organizationId: string, role: Role): Promise<string> =>
  cookieOf((await givenPerson(`${role}`, { organizationId, role })).personId);

const params = () => ({ id: cardId });
const version = async () =>
  String((await read.programmeCard.findUniqueOrThrow({ where: { id: cardId } })).version);
const onCard = async (cookie: string, form: Record<string, string>) =>
  outcomeOf(() =>
    cardRoute.action(routeArgs(`/oversight/cards/${cardId}`, { cookie, form, params: params() })),
  );
const typedIn = (data: unknown) => (data as { state: { typed: Record<string, string> } }).state.typed;
const fieldsIn = (data: unknown) =>
  (data as { state: { fields: { field: string; key: string }[] } }).state.fields.map(({ field, key }) => [
    field,
    key,
  ]);

beforeAll(async () => {
  const school = await given("school", "岭南机电职业学校", "440113");
  const stranger = await given("school", "羊城商旅职业学校", "440103");
  const firm = await given("enterprise", "精密机床厂", "440113");
  city = await cookieFor(await given("authority", "市教育局", "440100"), "owner");
  elsewhere = await cookieFor(await given("authority", "外市教育局", "440300"), "owner");
  dean = await cookieFor(school, "owner");
  teacher = await cookieFor(school, "teacher");
  strangeDean = await cookieFor(stranger, "owner");
  await givenProgramme(school, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
  for (let index = 0; index < 12; index += 1)
    await givenPlacement({ school, host: firm, state: index < 6 ? "completed" : "broken", pay: null });
  await givenGraduates(
    school,
    "660103",
    Array.from({ length: 18 }, () => ({ destination: "11", matched: "no" })),
  );
  await computeCards(fixedClock("2026-11-02T02:00:00.000Z"), { region: regionRange("440000") });
  cardId = (await read.programmeCard.findFirstOrThrow({ where: { schoolId: school } })).id;
  // The pages ask the clock on the wall: the school's days must not be over whenever this runs.
  await inTransaction((tx) =>
    tx.programmeCard.update({ where: { id: cardId }, data: { answerBy: "2099-01-01" } }),
  );
});

describe("the page of a card", () => {
  it("keeps what was typed beside what is missing", async () => {
    const empty = await onCard(dean, { intent: "answer", version: await version(), text: "短" });
    expect(empty.status).toBe(422);
    expect(fieldsIn(empty.data)).toEqual([["text", "cards.errors.text"]]);
    expect(typedIn(empty.data).text).toBe("短");
    const noReason = await onCard(city, { intent: "withdraw", version: await version(), reason: "有误" });
    expect(fieldsIn(noReason.data)).toEqual([["reason", "cards.errors.withdrawReason"]]);
  });

  it("is the school's and its authority's: foreign ones are not found, roles that only read are told so", async () => {
    const load = (cookie: string) =>
      outcomeOf(() =>
        cardRoute.loader(routeArgs(`/oversight/cards/${cardId}`, { cookie, params: params() })),
      );
    expect([(await load(dean)).status, (await load(teacher)).status, (await load(city)).status]).toEqual([
      200, 200, 200,
    ]);
    expect([(await load(strangeDean)).status, (await load(elsewhere)).status]).toEqual([404, 404]);
    const answer = { intent: "answer", version: await version(), text: "情况属实，正在改进。" };
    expect((await onCard(teacher, answer)).status).toBe(403);
    expect((await onCard(strangeDean, answer)).status).toBe(404);
    const publish = { intent: "publish", version: await version() };
    expect((await onCard(elsewhere, publish)).status).toBe(404);
    expect((await onCard(city, publish)).status).toBe(409);
    expect((await onCard(dean, answer)).location).toBe(`/oversight/cards/${cardId}`);
  });

  it("asks for a reason before students' rows, kept beside the field when it is too short", async () => {
    const path = `/oversight/cards/${cardId}/rows?measure=breaks`;
    const send = (reason: string) =>
      outcomeOf(() =>
        rowsRoute.action(
          routeArgs(path, { cookie: city, params: params(), form: { measure: "breaks", reason } }),
        ),
      );
    const short = await send("看看");
    expect([short.status, typedIn(short.data).reason]).toEqual([422, "看看"]);
    const opened = await send("核对中断记录，准备公布。");
    expect(opened.status).toBe(303);
    const page = await outcomeOf(() =>
      rowsRoute.loader(routeArgs(opened.location ?? "", { cookie: city, params: params() })),
    );
    expect((page.data as { page: { locked: boolean; rows: unknown[] } }).page).toMatchObject({
      locked: false,
    });
    expect((page.data as { page: { rows: unknown[] } }).page.rows).toHaveLength(12);
    const weather = await outcomeOf(() =>
      rowsRoute.loader(
        routeArgs(`/oversight/cards/${cardId}/rows?measure=weather`, { cookie: dean, params: params() }),
      ),
    );
    expect(weather.status).toBe(404);
  });

  it("is published for anybody to read, and for nobody before", async () => {
    const list = async () => {
      const { data } = await outcomeOf(() => publicRoute.loader(routeArgs("/programme-cards?region=440100")));
      return (data as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    expect(await list()).toEqual([]);
    expect((await onCard(city, { intent: "publish", version: await version() })).status).toBe(303);
    expect(await list()).toEqual([cardId]);
  });
});

describe("what an authority asks for", () => {
  it("a computation is queued once however often the button is pressed, and runs as a job", async () => {
    const press = () =>
      outcomeOf(() =>
        cardsRoute.action(
          routeArgs("/oversight/cards", {
            cookie: city,
            form: { intent: "compute", submissionKey: "press" },
          }),
        ),
      );
    expect([(await press()).location, (await press()).location]).toEqual([
      "/oversight/cards?asked=1",
      "/oversight/cards?asked=1",
    ]);
    const queued = await read.delivery.findMany({ where: { kind: "cards.compute" } });
    expect(queued).toHaveLength(1);
    const payload = JSON.parse(queued[0]?.payload ?? "{}") as Record<string, unknown>;
    const before = await version();
    await deliverCards(payload, { id: queued[0]?.id ?? "", key: queued[0]?.key ?? "" });
    expect(payload).toEqual({ region: "440100" });
    expect(await version()).toBe(before);
  });

  it("a criterion that makes no sense is refused beside its field", async () => {
    const form = {
      criterion: "breaks",
      yellow: "20",
      red: "10",
      leastCases: "3",
      validFrom: "2099-01-01",
      document: "市专业预警办法",
      reason: "从严掌握本市标准",
    };
    const change = (values: Partial<typeof form>) =>
      outcomeOf(() =>
        criteriaRoute.action(
          routeArgs("/oversight/cards/criteria", { cookie: city, form: { ...form, ...values } }),
        ),
      );
    const odd = await change({});
    expect([odd.status, fieldsIn(odd.data)]).toEqual([422, [["red", "cards.errors.red"]]]);
    expect(typedIn(odd.data).yellow).toBe("20");
    expect(fieldsIn((await change({ red: "30" })).data)).toEqual([["leastCases", "cards.errors.leastCases"]]);
    expect((await change({ red: "30", leastCases: "12" })).status).toBe(303);
  });
});

describe("the page of a proposal", () => {
  it("says what is missing for each kind, and leads to the proposal once it is made", async () => {
    const send = (form: Record<string, string>) =>
      outcomeOf(() => newProposalRoute.action(routeArgs("/oversight/proposals/new", { cookie: dean, form })));
    const text = "本市同类岗位去年起持续招人，我校设备和教师已经具备，拟先招一个班。";
    expect(fieldsIn((await send({ kind: "add", text })).data)).toEqual([
      ["majorCode", "cards.errors.major"],
      ["seats", "cards.errors.seats"],
    ]);
    expect(fieldsIn((await send({ kind: "withdraw", text })).data)).toEqual([
      ["programme", "cards.errors.programme"],
    ]);
    const made = await send({ kind: "add", majorCode: "660107", seats: "40", text });
    expect(made.status).toBe(303);
    const id = made.location?.split("/").at(-1) ?? "";
    const load = (cookie: string) =>
      outcomeOf(() => proposalRoute.loader(routeArgs(made.location ?? "", { cookie, params: { id } })));
    expect([(await load(dean)).status, (await load(city)).status]).toEqual([200, 200]);
    expect([(await load(strangeDean)).status, (await load(elsewhere)).status]).toEqual([404, 404]);
    const decide = await outcomeOf(() =>
      proposalRoute.action(
        routeArgs(made.location ?? "", {
          cookie: city,
          params: { id },
          form: { intent: "accept", version: "1", reason: "" },
        }),
      ),
    );
    expect(fieldsIn(decide.data)).toEqual([["reason", "cards.errors.decisionReason"]]);
  });
});
