import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx, PersonCtx } from "~/identity/actor";
import { answerConsentRequest } from "~/identity/commands/answer-consent-request.server";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { keepGuardian } from "~/identity/commands/keep-guardian.server";
import { tokenOf } from "~/identity/consent-requests.server";
import { DEMO_PASSWORD } from "~/identity/demo-personas";
import { answerMissing } from "~/placements/commands/answer-missing.server";
import { askInternshipConsents } from "~/placements/commands/ask-internship-consents.server";
import { chooseSlots } from "~/placements/commands/choose-slots.server";
import { closeChoices } from "~/placements/commands/close-choices.server";
import { computeRound } from "~/placements/commands/compute-round.server";
import { confirmRound } from "~/placements/commands/confirm-round.server";
import { decideProposal } from "~/placements/commands/decide-proposal.server";
import { followRound } from "~/placements/commands/follow-round.server";
import { openRound } from "~/placements/commands/open-round.server";
import { prepareAgreements } from "~/placements/commands/prepare-agreements.server";
import { recordEvidence } from "~/placements/commands/record-evidence.server";
import { signAgreements } from "~/placements/commands/sign-agreements.server";
import { startPlacements } from "~/placements/commands/start-placements.server";
import type { EvidenceInput } from "~/placements/gate-schema";
import { gateRows } from "~/placements/queries/gate-board.server";
import { askReader } from "~/placements/queries/gate-rows.sqlite.server";
import { signList } from "~/placements/queries/sign-list.server";
import { slotTerms } from "~/placements/round-judging.server";
import { read } from "~/platform/db/client.server";
import { addDays, fixedClock, systemClock } from "~/platform/time/clock";
import { settled, versionOf } from "~tests/fixtures/rounds";
import { openAccounts } from "../../../prisma/demo/accounts";
import { type Cast, raiseCast } from "../../../prisma/demo/cast";
import { openMarket } from "../../../prisma/demo/market";
import { loadLastTerm, loadNextTerm } from "../../../prisma/demo/placements";
import { computeAgain, loadRounds } from "../../../prisma/demo/rounds";
import { loadStudents } from "../../../prisma/demo/students";
import { type CastMember, calendarOf, ctxAt } from "../../../prisma/demo/time";
import { proposeUnlawful } from "../../../prisma/demo/unlawful";
import { offerWork } from "../../../prisma/demo/work";

const loadedAt = systemClock.now();
const calendar = calendarOf(loadedAt);
const quiet = () => {};
const FILE = {
  field: "file",
  name: "材料.pdf",
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode("%PDF-1.4 x"),
};

let cast: Cast;
let school: CastMember;
let coordinator: MemberCtx;

beforeAll(async () => {
  cast = await raiseCast(calendar);
  school = cast.speakers.get("岭南机电")!;
  coordinator = ctxAt(school, loadedAt);
  await offerWork(cast, calendar, quiet);
  await loadStudents(cast, calendar, quiet);
  await openMarket(cast, calendar, quiet);
  await loadLastTerm(cast, calendar, quiet);
  await loadRounds(cast, calendar, quiet);
  await loadNextTerm(cast, calendar, quiet);
  await openAccounts(school, calendar.at(-60, 18));
  await computeAgain(cast, calendar);
  await proposeUnlawful(cast, calendar);
}, 300_000);

const readyRound = () =>
  read.round.findFirstOrThrow({ where: { schoolId: school.organization.id, state: "preview" } });

const asStudent = (personId: string, name: string): PersonCtx =>
  ctxAt({ personId, name, organization: { ...school.organization, role: "student" } }, loadedAt);

/** Every guardian asked answers by the link that went to their phone. */
const guardiansAgree = async (studentIds: readonly string[]): Promise<number> => {
  const asked = await read.consentRequest.findMany({
    where: { studentId: { in: [...studentIds] }, answeredAt: null, withdrawnAt: null },
  });
  const stranger = { actor: { kind: "link", personId: null, organizationId: null, name: "" } as const };
  for (const request of asked) {
    settled(
      await answerConsentRequest(
        { ...stranger, clock: fixedClock(loadedAt.toISOString()), requestId: request.id },
        { token: tokenOf(request), act: "given", language: "zh-CN" },
      ),
    );
  }
  return asked.length;
};

/** Those left over choose among the seats that are left, share their data themselves, and are matched in a second round. */
const nextRound = async (firstId: string): Promise<{ id: string; placed: number }> => {
  const { id } = settled(await followRound(coordinator, firstId, "秋季实习与学徒岗位录取·补录"));
  settled(await openRound(coordinator, id, await versionOf(id)));
  const slots = (await read.roundSlot.findMany({ where: { roundId: id }, orderBy: { code: "asc" } })).map(
    slotTerms,
  );
  const left = await read.roundStudent.findMany({ where: { roundId: id }, orderBy: { code: "asc" } });
  for (const { studentId, version } of left) {
    if ((await read.guardian.count({ where: { studentId, endedAt: null } })) === 0) {
      const guardian = { name: "班主任补登的家长", relation: "mother", phone: "13600009999" } as const;
      settled(await keepGuardian(coordinator, { studentId, ...guardian }));
    }
    const student = await read.student.findUniqueOrThrow({ where: { id: studentId } });
    const programme = await read.programme.findUniqueOrThrow({ where: { id: student.programmeId } });
    const category = programme.majorCode.slice(0, 2);
    const rows = slots
      .filter(({ terms }) => terms.majorCodes.some((code) => code.startsWith(category)))
      .slice(0, 5)
      .map((slot, index) => ({ slotId: slot.id, place: index + 1 }));
    if (rows.length === 0) continue;
    const wish = { studentId, rows, share: true, version, language: "zh-CN" as const };
    settled(await chooseSlots(asStudent(student.personId!, student.name), id, wish));
  }
  expect(await guardiansAgree(left.map(({ studentId }) => studentId))).toBeGreaterThan(0);
  settled(await closeChoices(coordinator, id, await versionOf(id)));
  settled(await computeRound(coordinator, id, await versionOf(id)));
  const { placed } = settled(await confirmRound(coordinator, id, { version: await versionOf(id) }));
  return { id, placed };
};

describe("the demo city's cohort", () => {
  it("stops what is unlawful before it, by the right rule and with what to do", async () => {
    const round = await readyRound();
    const bars = await read.roundBar.findMany({ where: { roundId: round.id, reason: "rules" } });
    const told = bars.flatMap(
      (bar) =>
        JSON.parse(bar.findings) as { rule: string; verdict: string; fix: { zh: string; en: string } }[],
    );
    expect(new Set(told.map((one) => one.rule))).toEqual(new Set(["INT-08", "INT-18"]));
    for (const { fix } of told) expect([fix.zh, fix.en]).not.toContain("");

    const proposals = await read.placementProposal.findMany({
      where: { schoolId: school.organization.id, state: "proposed" },
      orderBy: { createdAt: "asc" },
    });
    const stopped = new Set<string>();
    for (const { id, version } of proposals) {
      const decided = await decideProposal(coordinator, id, {
        intent: "approve",
        version,
        justification: "学生和家长都愿意去。",
      });
      const findings = decided.ok ? [] : (decided.refusal.findings as { rule: string; verdict: string }[]);
      for (const one of findings) if (one.verdict === "block") stopped.add(one.rule);
    }
    expect(stopped).toEqual(new Set(["INT-14", "INT-15", "INT-18"]));

    const preparing = await read.placement.findMany({
      where: { schoolId: school.organization.id, state: "preparing", roundId: null },
      select: { id: true, terms: true },
    });
    const { held } = settled(
      await prepareAgreements(
        coordinator,
        preparing.map(({ id }) => id),
      ),
    );
    const rulesOf = (wrong: (terms: Record<string, unknown>) => boolean) =>
      held
        .filter(({ id }) => wrong(JSON.parse(preparing.find((one) => one.id === id)!.terms)))
        .flatMap(({ refusal }) => (refusal.findings as { rule: string }[] | undefined) ?? [])
        .map(({ rule }) => rule);
    expect(rulesOf((terms) => terms.nightShifts === true)).toContain("INT-24");
    expect(rulesOf((terms) => terms.agentInvolved === true)).toContain("INT-22");
    expect(rulesOf((terms) => Number(terms.hoursPerDay) > 8)).toContain("INT-25");
    expect(rulesOf((terms) => (terms.fees as string[] | null)?.includes("deposit") === true)).toContain(
      "INT-28",
    );
  });

  it("goes from ranked choices to signed agreements with every gate open, and starts", async () => {
    const round = await readyRound();
    const entered = await read.roundStudent.count({ where: { roundId: round.id } });
    expect(entered).toBeGreaterThanOrEqual(115);
    const { placed } = settled(await confirmRound(coordinator, round.id, { version: round.version }));
    const second = await nextRound(round.id);
    expect(placed + second.placed).toBeGreaterThanOrEqual(98);
    const over = await read.roundStudent.findMany({ where: { roundId: second.id, slotId: null } });
    for (const { studentId } of over) {
      const bars = await read.roundBar.findMany({ where: { roundId: second.id, studentId } });
      expect(new Set(bars.map(({ reason }) => reason)).size, "one told reason").toBe(1);
      expect(bars[0]?.reason).not.toBe("consent");
    }

    const rows = await read.placement.findMany({
      where: { roundId: { in: [round.id, second.id] } },
      select: { id: true, studentId: true, hostId: true, startsOn: true, endsOn: true },
    });
    const ids = rows.map(({ id }) => id);
    const people = new Map(
      (await read.student.findMany({ where: { id: { in: rows.map((one) => one.studentId) } } })).map(
        (one) => [one.id, { personId: one.personId!, name: one.name }],
      ),
    );
    const speak = (studentId: string) => {
      const { personId, name } = people.get(studentId)!;
      return asStudent(personId, name);
    };
    const board = () => gateRows(askReader, { ids, states: ["preparing"] }, calendar.today, ids.length);
    const closed = async () => [
      ...new Set(
        (await board()).flatMap(({ gates }) => gates.filter((gate) => !gate.open).map(({ gate }) => gate)),
      ),
    ];
    expect((await closed()).sort()).toEqual([
      "agreement",
      "consents",
      "filing",
      "inspection",
      "training",
      "units",
    ]);

    for (const { studentId, hostId } of rows) {
      const word = { studentId, purpose: "internship", recipientId: hostId, language: "zh-CN" } as const;
      settled(await giveConsent(speak(studentId), word));
      if ((await read.guardian.count({ where: { studentId, endedAt: null } })) > 0) continue;
      const guardian = { name: "班主任补登的家长", relation: "father", phone: "13600009998" } as const;
      settled(await keepGuardian(coordinator, { studentId, ...guardian }));
    }
    const asked = settled(await askInternshipConsents(coordinator, ids));
    expect(asked.unreachable).toBe(0);
    await guardiansAgree(rows.map(({ studentId }) => studentId));

    const first = rows.map(({ startsOn }) => startsOn).sort()[0]!;
    const last = rows
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1)!;
    const keep = async (input: Partial<EvidenceInput> & Pick<EvidenceInput, "kind" | "doneOn">, of = ids) =>
      settled(await recordEvidence(coordinator, { placement: of, subject: [], ...input }, FILE));
    const day = calendar.day;
    await keep({ kind: "inspection", doneOn: day(-40) });
    await keep({ kind: "unit_list", doneOn: day(-30), alsoOn: day(-25) });
    await keep({ kind: "filing", doneOn: day(-20), number: "穗教职备〔2026〕31 号" });
    await keep({ kind: "training", doneOn: day(-3) });
    await keep({ kind: "safety_test", doneOn: day(-2), validTo: addDays(last, 1) });
    const policy = { number: "PZAB2027440100001", payer: "school" as const, validTo: addDays(last, 1) };
    const [uninsured, ...insured] = ids;
    await keep({ kind: "insurance", doneOn: first, ...policy }, insured);
    expect(await closed()).toEqual(["agreement"]);

    const teacher = await read.membership.findFirstOrThrow({
      where: { organizationId: school.organization.id, role: "teacher" },
    });
    for (const host of new Set(rows.map(({ hostId }) => hostId))) {
      const speaker = [...cast.speakers.values()].find(({ organization }) => organization.id === host)!;
      const own = rows.filter(({ hostId }) => hostId === host).map(({ id }) => id);
      const typed = {
        targetLevel: "level4",
        labourContractMonths: "24",
        payDay: "15",
        payCycleDays: "30",
        overtime: "no",
        restDayWork: "no",
        nightShifts: "no",
        lawful: "on",
      };
      settled(await answerMissing(ctxAt(speaker, loadedAt), { ids: own, typed, guide: speaker.personId }));
    }
    settled(
      await answerMissing(coordinator, {
        ids,
        typed: {
          insuranceBy: "school",
          minimumWageFen: "2500",
          warnReason: "一学期内完成，合计略超六个月。",
        },
        guide: teacher.personId,
      }),
    );
    for (const { id, studentId } of rows) {
      settled(await answerMissing(speak(studentId), { ids: [id], typed: { lodging: "home" }, guide: "" }));
    }
    expect(settled(await prepareAgreements(coordinator, ids))).toEqual({ prepared: ids.length, held: [] });

    const hosts = [...cast.speakers.values()].filter(({ organization }) =>
      rows.some(({ hostId }) => hostId === organization.id),
    );
    for (const ctx of [coordinator, ...hosts.map((host) => ctxAt(host, loadedAt))]) {
      const waiting = ((await signList(ctx.actor))?.waiting ?? []).filter((one) =>
        ids.includes(one.placementId),
      );
      const documents = waiting.map(({ documentId, digest }) => ({ documentId, digest }));
      settled(await signAgreements(ctx, { documents, password: DEMO_PASSWORD }));
    }
    for (const { studentId, document } of await board()) {
      const documents = [{ documentId: document!.id, digest: document!.digest }];
      settled(await signAgreements(speak(studentId), { documents, password: DEMO_PASSWORD }));
    }
    const still = (await board()).filter(({ gates }) => gates.some((gate) => !gate.open));
    expect(still.map(({ id }) => id)).toEqual([uninsured]);
    expect(still[0]!.gates.flatMap(({ reasons }) => reasons.map(({ because }) => because))).toEqual([
      "noInsurance",
    ]);
    await keep({ kind: "insurance", doneOn: first, ...policy }, [uninsured!]);
    expect(await closed()).toEqual([]);

    const due = rows.filter(({ startsOn }) => startsOn === first).map(({ id }) => id);
    const onTheDay: MemberCtx = { ...coordinator, clock: fixedClock(`${first}T01:00:00.000Z`) };
    const started = settled(await startPlacements(onTheDay, { ids: due, reason: "" }));
    expect(started).toMatchObject({ started: due.length });
  }, 300_000);
});
