import { expect, it } from "vitest";
import { hashPassword } from "~/identity/password.server";
import { answerMissing } from "~/placements/commands/answer-missing.server";
import { chooseSlots } from "~/placements/commands/choose-slots.server";
import { closeChoices } from "~/placements/commands/close-choices.server";
import { computeRound } from "~/placements/commands/compute-round.server";
import { confirmRound } from "~/placements/commands/confirm-round.server";
import { createRound } from "~/placements/commands/create-round.server";
import { enrolStudents } from "~/placements/commands/enrol-students.server";
import { openRound } from "~/placements/commands/open-round.server";
import { prepareAgreements } from "~/placements/commands/prepare-agreements.server";
import { recordEvidence } from "~/placements/commands/record-evidence.server";
import { savePlan } from "~/placements/commands/save-plan.server";
import { saveRoundSlots } from "~/placements/commands/save-round-slots.server";
import { signAgreements } from "~/placements/commands/sign-agreements.server";
import type { EvidenceInput } from "~/placements/gate-schema";
import { gateRows } from "~/placements/queries/gate-board.server";
import { askReader } from "~/placements/queries/gate-rows.sqlite.server";
import { signList } from "~/placements/queries/sign-list.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { givenPerson, memberCtx } from "~tests/fixtures/people";
import { givenHost, givenWord } from "~tests/fixtures/placing";
import { givenSlotListing, settled, versionOf } from "~tests/fixtures/rounds";
import { ADULT_BORN, givenGuardian, givenSchoolWithRoll, givenStudent } from "~tests/fixtures/students";

const COHORT = 120;
const HOSTS = 12;
/** A fifth of sixty people on post, less the one intern each listing says is there. */
const SEATS = 10;
const ON = "2026-11-22";
const PASSWORD = "bridge-test-2026";
const FILE = {
  field: "file",
  name: "材料.pdf",
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode("%PDF-1.4 x"),
};

it("takes a cohort of 120 from ranked choices to signed agreements with every gate open", async () => {
  const school = await givenSchoolWithRoll("整班学校");
  const hosts = await Promise.all(
    Array.from({ length: HOSTS }, (_, index) => givenHost(`整班第${index + 1}厂`)),
  );
  const listings: string[] = [];
  for (const [index, host] of hosts.entries()) {
    listings.push(await givenSlotListing(host, `第${index + 1}厂车工岗位`, SEATS));
  }
  const passwordHash = await hashPassword(PASSWORD);
  const students: { id: string; personId: string; wants: number[] }[] = [];
  for (let index = 0; index < COHORT; index += 1) {
    const { studentId } = await givenStudent(school, { name: `学生${index + 1}`, birthDate: ADULT_BORN });
    const { personId } = await givenPerson("学生", { organizationId: school.id, role: "student" });
    await inTransaction((tx) => tx.student.update({ where: { id: studentId }, data: { personId } }));
    const wants = [index % HOSTS, (index + 5) % HOSTS, (index + 7) % HOSTS];
    for (const want of wants) await givenWord(studentId, hosts[want]!.id, "share_application");
    students.push({ id: studentId, personId, wants });
  }
  await inTransaction((tx) => tx.person.updateMany({ data: { passwordHash } }));

  const { id: roundId } = settled(
    await createRound(
      school.ctx,
      {
        name: "整班录取",
        choicesUntil: "2026-12-10",
        ranksUntil: "2026-12-15",
        publishOn: "2026-12-20",
        mostChoices: 3,
        categoryBy: "none",
        schools: [],
      },
      () => "seed-cohort",
    ),
  );
  const slots = listings.map((listingId) => ({ listingId, take: true }));
  settled(await saveRoundSlots(school.ctx, roundId, { version: 1, slots }));
  settled(await enrolStudents(school.ctx, roundId, [`${school.programmeId}:2024`]));
  settled(await openRound(school.ctx, roundId, await versionOf(roundId)));
  const slotRows = await read.roundSlot.findMany({ where: { roundId } });
  const slotOf = (host: number) => slotRows.find(({ listingId }) => listingId === listings[host])!.id;
  for (const { id, wants } of students) {
    const rows = wants.map((want, at) => ({ slotId: slotOf(want), place: at + 1 }));
    const choice = { studentId: id, rows, share: false, version: 1, language: "zh-CN" as const };
    settled(await chooseSlots(school.ctx, roundId, choice));
  }
  settled(await closeChoices(school.ctx, roundId, await versionOf(roundId)));
  settled(await computeRound(school.ctx, roundId, await versionOf(roundId)));
  expect(settled(await confirmRound(school.ctx, roundId, { version: await versionOf(roundId) }))).toEqual({
    placed: COHORT,
  });

  const studentCtx = (personId: string) =>
    memberCtx(personId, { id: school.id, kind: "school", name: school.name, role: "student" });
  const placed = await read.placement.findMany({
    where: { roundId },
    select: { id: true, studentId: true, hostId: true },
  });
  const ids = placed.map(({ id }) => id);
  const rows = () => gateRows(askReader, { ids, states: ["preparing"] }, ON, COHORT);
  const held = async (): Promise<string[]> => [
    ...new Set(
      (await rows()).flatMap(({ gates }) => gates.filter((gate) => !gate.open).map(({ gate }) => gate)),
    ),
  ];
  expect((await held()).sort()).toEqual(
    ["agreement", "consents", "filing", "inspection", "plan", "rules", "training", "units"].sort(),
  );

  for (const { studentId, hostId } of placed) {
    await givenWord(studentId, hostId, "internship");
    await givenWord(studentId, hostId, "internship", await givenGuardian(school.ctx, studentId));
  }
  const plan = { goals: "目标", arrangement: "安排", rules: "规定", emergency: "预案" };
  const span = { startsOn: "2027-02-01", endsOn: "2027-09-30", programme: [school.programmeId] };
  settled(await savePlan(school.ctx, null, { title: "2024 级数控方案", ...span, ...plan }));
  const keep = async (input: Partial<EvidenceInput> & Pick<EvidenceInput, "kind" | "doneOn">) =>
    settled(await recordEvidence(school.ctx, { placement: ids, subject: [], ...input }, FILE));
  await keep({ kind: "inspection", doneOn: "2026-10-10" });
  await keep({ kind: "unit_list", doneOn: "2026-10-20", alsoOn: "2026-10-25" });
  await keep({ kind: "filing", doneOn: "2026-11-01", number: "示教备〔2026〕1号" });
  await keep({ kind: "plan", doneOn: "2026-10-15" });
  await keep({ kind: "rules", doneOn: "2026-10-16" });
  await keep({ kind: "training", doneOn: "2026-11-20" });
  await keep({ kind: "safety_test", doneOn: "2026-11-21", validTo: "2027-11-20" });
  const policy = { number: "PZ-1", payer: "school" as const, validTo: "2027-08-31" };
  await keep({ kind: "insurance", doneOn: "2027-02-01", ...policy });
  expect(await held()).toEqual(["agreement"]);

  for (const host of hosts) {
    const own = placed.filter(({ hostId }) => hostId === host.id).map(({ id }) => id);
    const typed = { payDay: "15", payCycleDays: "30", overtime: "no", restDayWork: "no", lawful: "on" };
    settled(await answerMissing(host.ctx, { ids: own, typed, guide: host.personId }));
  }
  settled(await answerMissing(school.ctx, { ids, typed: {}, guide: school.personId }));
  for (const { studentPersonId, id } of await rows()) {
    const typed = { lodging: "unified" };
    settled(await answerMissing(studentCtx(studentPersonId!), { ids: [id], typed, guide: "" }));
  }
  expect(settled(await prepareAgreements(school.ctx, ids))).toEqual({ prepared: COHORT, held: [] });

  for (const ctx of [school.ctx, ...hosts.map((host) => host.ctx)]) {
    const documents = ((await signList(ctx.actor))?.waiting ?? []).map(({ documentId, digest }) => ({
      documentId,
      digest,
    }));
    if (documents.length > 0) settled(await signAgreements(ctx, { documents, password: PASSWORD }));
  }
  for (const row of await rows()) {
    const { id: documentId, digest } = row.document!;
    settled(
      await signAgreements(studentCtx(row.studentPersonId!), {
        documents: [{ documentId, digest }],
        password: PASSWORD,
      }),
    );
  }
  expect(await held()).toEqual([]);
  const signed = await read.sealedSignature.count({ where: { document: { subjectId: { in: ids } } } });
  expect(signed).toBe(COHORT * 3);
}, 240_000);
