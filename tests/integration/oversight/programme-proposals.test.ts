import { beforeAll, describe, expect, it } from "vitest";
import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx, OrganizationKind, Role } from "~/identity/actor";
import { computeCards } from "~/oversight/commands/compute-cards.server";
import { decideProposal } from "~/oversight/commands/decide-proposal.server";
import { proposeProgramme } from "~/oversight/commands/propose-programme.server";
import { waitingCards } from "~/oversight/queries/cards-waiting.server";
import { newProposal } from "~/oversight/queries/new-proposal.server";
import { proposalFilter, proposalPage, proposalsList } from "~/oversight/queries/proposals.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

const at = (day: string) => `${day}T02:00:00.000Z`;
type Party = { id: string; on: (day: string, role?: Role) => MemberCtx };

const givenParty = async (kind: OrganizationKind, name: string, regionCode: string): Promise<Party> => {
  const id = await givenOrganization(kind, name, { regionCode });
  const { personId } = await givenPerson(name, { organizationId: id, role: "owner" });
  return { id, on: (day, role = "owner") => memberCtx(personId, { id, kind, name, role }, at(day)) };
};
const must = <T>(result: { ok: true; value: T } | { ok: false; refusal: { key: string } }): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.key}`);
  return result.value;
};
const fieldsOf = (
  result: { ok: true } | { ok: false; refusal: { code: string; fields?: { key: string }[] } },
) =>
  result.ok
    ? "done"
    : `${result.refusal.code} ${(result.refusal.fields ?? []).map(({ key }) => key).join(",")}`;

const TEXT = "近三年毕业生去向与专业脱节，拟压缩一个班，腾出的教师转到机器人专业。";
let city: Party;
let elsewhere: Party;
let school: Party;
let stranger: Party;
let programme: string;

beforeAll(async () => {
  city = await givenParty("authority", "市教育局", "440100");
  elsewhere = await givenParty("authority", "外市教育局", "440300");
  school = await givenParty("school", "岭南机电职业学校", "440113");
  stranger = await givenParty("school", "羊城商旅职业学校", "440103");
  const firm = await givenParty("enterprise", "精密机床厂", "440113");
  programme = await givenProgramme(school.id, {
    majorCode: "660103",
    level: "secondary",
    name: "数控技术应用",
  });
  await givenProgramme(stranger.id, { majorCode: "730301", level: "secondary", name: "会计事务" });
  for (let index = 0; index < 12; index += 1)
    await givenPlacement({
      school: school.id,
      host: firm.id,
      state: index < 6 ? "completed" : "broken",
      pay: null,
    });
  await computeCards(fixedClock(at("2026-11-02")), { region: regionRange("440000") });
});

describe("a proposal for a programme", () => {
  it("carries the card and the demand of its day, frozen, and is made once", async () => {
    const card = await read.programmeCard.findFirstOrThrow({ where: { programmeId: programme } });
    const started = await newProposal(school.on("2026-11-03"), new URLSearchParams({ card: card.id }));
    expect([started.kind, started.programmeId, started.demand?.family]).toEqual([
      "adjust",
      programme,
      "06-01",
    ]);
    const foreign = await newProposal(stranger.on("2026-11-03"), new URLSearchParams({ card: card.id }));
    expect(foreign.programmeId).toBeNull();
    const asked = { kind: "adjust" as const, programme, seats: 30, text: TEXT, submissionKey: "one" };
    const first = must(await proposeProgramme(school.on("2026-11-03"), asked));
    const second = must(await proposeProgramme(school.on("2026-11-03"), asked));
    expect(second.id).toBe(first.id);
    const page = await proposalPage(city.on("2026-11-03"), first.id);
    expect(page).toMatchObject({ state: "proposed", intact: true, own: false, mayDecide: true });
    expect(page?.card).toMatchObject({ id: card.id, digest: card.digest });
    await inTransaction((tx) =>
      tx.programme.update({ where: { id: programme }, data: { seats: 10, name: "改过的名称" } }),
    );
    await computeCards(fixedClock(at("2026-11-04")), { region: regionRange("440000") });
    const later = await proposalPage(city.on("2026-11-05"), first.id);
    expect(later?.card?.figures).toEqual(page?.card?.figures);
    expect(later?.digest).toBe(page?.digest);
  });

  it("says when its evidence was touched", async () => {
    const row = await read.programmeProposal.findFirstOrThrow();
    await inTransaction((tx) =>
      tx.programmeProposal.update({
        where: { id: row.id },
        data: { evidence: row.evidence.replace('"seats":', '"seats":9') },
      }),
    );
    expect((await proposalPage(city.on("2026-11-05"), row.id))?.intact).toBe(false);
    await inTransaction((tx) =>
      tx.programmeProposal.update({ where: { id: row.id }, data: { evidence: row.evidence } }),
    );
  });

  it("is taken up, then decided with a reason, by the authority above the school alone", async () => {
    const { id } = await read.programmeProposal.findFirstOrThrow();
    const version = async () => (await read.programmeProposal.findUniqueOrThrow({ where: { id } })).version;
    const decide = async (who: MemberCtx, intent: "consider" | "accept" | "return", reason: string) =>
      decideProposal(who, id, { intent, version: await version(), reason });
    expect(fieldsOf(await decide(city.on("2026-11-05"), "accept", "同意"))).toBe("conflict ");
    expect(fieldsOf(await decide(elsewhere.on("2026-11-05"), "consider", ""))).toBe("not_found ");
    expect(fieldsOf(await decide(city.on("2026-11-05", "viewer"), "consider", ""))).toBe("forbidden ");
    const waits = await waitingCards.load(city.on("2026-11-05").actor, "2026-11-05");
    expect(waits.map(({ action }) => action.href)).toEqual([`/oversight/proposals/${id}`]);
    must(await decide(city.on("2026-11-05"), "consider", "请职成科核对"));
    must(await decide(city.on("2026-11-08"), "return", "请补充教师安排"));
    expect(fieldsOf(await decide(city.on("2026-11-09"), "accept", "同意"))).toBe("conflict ");
    const page = await proposalPage(school.on("2026-11-09"), id);
    expect(page).toMatchObject({ own: true, state: "returned", decided: { reason: "请补充教师安排" } });
    expect(page?.events.map(({ name }) => name.split(".")[1])).toEqual([
      "returned",
      "considered",
      "proposed",
    ]);
    expect(await proposalPage(stranger.on("2026-11-09"), id)).toBeNull();
    expect(await proposalPage(elsewhere.on("2026-11-09"), id)).toBeNull();
    const none = await proposalsList(stranger.on("2026-11-09"), proposalFilter(new URLSearchParams()));
    expect(none.items).toEqual([]);
  });

  it("is refused beside the field for another school's programme, a major nobody knows or that is open already", async () => {
    const ask = (who: Party, input: Partial<Parameters<typeof proposeProgramme>[1]>) =>
      proposeProgramme(who.on("2026-11-10"), { kind: "add", seats: 40, text: TEXT, ...input });
    expect(fieldsOf(await ask(stranger, { kind: "withdraw", programme }))).toBe(
      "invalid cards.errors.programme",
    );
    expect(fieldsOf(await ask(school, { majorCode: "999999" }))).toBe("invalid cards.errors.major");
    expect(fieldsOf(await ask(school, { majorCode: "660103" }))).toBe("invalid cards.errors.majorOpen");
    expect(fieldsOf(await ask(city, { majorCode: "660107" }))).toBe("forbidden ");
    expect(must(await ask(school, { majorCode: "660107" })).id).toBeTruthy();
  });
});
