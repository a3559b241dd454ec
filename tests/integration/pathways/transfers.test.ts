import { beforeAll, describe, expect, it } from "vitest";
import { answerConsentRequest } from "~/identity/commands/answer-consent-request.server";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { tokenOf } from "~/identity/consent-requests.server";
import { answerObjection } from "~/pathways/commands/answer-objection.server";
import { askReturn } from "~/pathways/commands/ask-return.server";
import { changeFacts } from "~/pathways/commands/change-facts.server";
import { closeNotice } from "~/pathways/commands/close-notice.server";
import { counselTransfer } from "~/pathways/commands/counsel-transfer.server";
import { decideAuthority } from "~/pathways/commands/decide-authority.server";
import { decideClaim } from "~/pathways/commands/decide-claim.server";
import { decidePairing } from "~/pathways/commands/decide-pairing.server";
import { decideReceiving } from "~/pathways/commands/decide-receiving.server";
import { decideReturn } from "~/pathways/commands/decide-return.server";
import { decideSending } from "~/pathways/commands/decide-sending.server";
import { finishMove } from "~/pathways/commands/finish-move.server";
import { lookAfterTransfers } from "~/pathways/commands/look-after-transfers.server";
import { objectToNotice } from "~/pathways/commands/object-to-notice.server";
import { proposeTransfer } from "~/pathways/commands/propose-transfer.server";
import { publishNotice } from "~/pathways/commands/publish-notice.server";
import { rankQuota } from "~/pathways/commands/rank-quota.server";
import { scoreTransfer } from "~/pathways/commands/score-transfer.server";
import { setQuota } from "~/pathways/commands/set-quota.server";
import { startTransfer } from "~/pathways/commands/start-transfer.server";
import { submitTransfer } from "~/pathways/commands/submit-transfer.server";
import { noticePage } from "~/pathways/queries/notice-page.server";
import { transferPage } from "~/pathways/queries/transfer-page.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { personCtx } from "~tests/fixtures/people";
import {
  givenFirstYear,
  givenTransferCity,
  must,
  type Speaker,
  speak,
  type TransferCity,
} from "~tests/fixtures/transfers";

const DAY1 = "2026-11-16T02:00:00.000Z";
const DAY2 = "2026-11-17T02:00:00.000Z";

type Applicant = {
  id: string;
  studentId: string;
  personId: string;
  from: Speaker;
  to: Speaker;
  quota: string;
};

const versionOf = async (id: string): Promise<number> =>
  (await read.transfer.findUniqueOrThrow({ where: { id } })).version;
const stateOf = async (id: string): Promise<string> =>
  (await read.transfer.findUniqueOrThrow({ where: { id } })).state;

const apply = async (
  city: TransferCity,
  direction: "to_general" | "to_vocational",
  stated: {
    entranceScore?: number;
    name?: string;
    birthDate?: string;
    studyForm?: "full_time" | "other";
  } = {},
): Promise<Applicant> => {
  const toGeneral = direction === "to_general";
  const [from, to] = toGeneral ? [city.vocational, city.general] : [city.general, city.vocational];
  const student = await givenFirstYear(from, toGeneral ? city.programmeId : "general", stated);
  const quota = toGeneral ? city.quotaGeneral : city.quotaVocational;
  const { id } = must(
    await startTransfer(personCtx(student.personId, false, DAY1), {
      student: student.studentId,
      quota,
      studyForm: stated.studyForm ?? "full_time",
      ...(stated.entranceScore === undefined ? {} : { entranceScore: stated.entranceScore }),
    }),
  );
  return { id, ...student, from, to, quota };
};

const toSubmission = async ({ id, studentId, personId, from, to }: Applicant): Promise<void> => {
  must(await proposeTransfer(personCtx(personId, false, DAY1), id, { version: await versionOf(id) }));
  const page = await transferPage(speak(from, DAY1), id);
  must(
    await counselTransfer(speak(from, DAY1), id, {
      version: await versionOf(id),
      heldOn: "2026-11-16",
      present: "学生、班主任",
      note: "讲清了课程和考试的不同",
      shownHash: page?.shownHash ?? "",
    }),
  );
  const student = personCtx(personId, false, DAY1);
  must(await giveConsent(student, { studentId, purpose: "transfer", recipientId: to.id, language: "zh-CN" }));
};

const toAssessment = async (applicant: Applicant): Promise<void> => {
  await toSubmission(applicant);
  const { id, personId, from } = applicant;
  must(await submitTransfer(personCtx(personId, false, DAY1), id, { version: await versionOf(id) }));
  const sent = must(
    await decideSending(speak(from, DAY2), id, { version: await versionOf(id), outcome: "approve" }),
  );
  expect(sent.state).toBe("assessment");
};

const score = async (
  applicant: Applicant,
  marks: { entrance: number; daily: number; school: number },
): Promise<void> => {
  for (const part of ["entrance", "daily", "school"] as const) {
    must(
      await scoreTransfer(speak(applicant.to, DAY2), { transfer: applicant.id, part, score: marks[part] }),
    );
  }
};

const publish = async (applicant: Applicant): Promise<string> => {
  must(await rankQuota(speak(applicant.to, DAY2), applicant.quota));
  return must(await publishNotice(speak(applicant.to, DAY2), applicant.quota)).id;
};

const AFTER = "2026-11-27T02:00:00.000Z";

const toMoved = async (city: TransferCity, applicant: Applicant, number: string): Promise<string> => {
  const { id, to } = applicant;
  must(await decideReceiving(speak(to, AFTER), id, { version: await versionOf(id), outcome: "approve" }));
  while ((await stateOf(id)) === "authority") {
    must(
      await decideAuthority(speak(city.authority, AFTER), id, {
        version: await versionOf(id),
        outcome: "approve",
      }),
    );
  }
  return must(
    await finishMove(speak(to, AFTER), id, {
      version: await versionOf(id),
      studentNumber: number,
      className: "高一2班",
      creditsNote: "认定表 2026-001，补修物理 54 课时",
    }),
  ).studentId;
};

describe("two students in opposite directions", () => {
  let city: TransferCity;
  beforeAll(async () => {
    city = await givenTransferCity();
  });

  it("go through all steps to the move, and the registrations change places", async () => {
    const up = await apply(city, "to_general", { entranceScore: 6_000, name: "黄子轩" });
    const down = await apply(city, "to_vocational", { name: "李思琪" });
    for (const applicant of [up, down]) {
      await toAssessment(applicant);
      await score(applicant, { entrance: 8_000, daily: 7_500, school: 9_000 });
      const noticeId = await publish(applicant);
      const shown = await noticePage(noticeId, new Date(DAY2));
      expect(shown?.lines).toHaveLength(1);
      expect(JSON.stringify(shown)).not.toContain(applicant === up ? "黄子轩" : "李思琪");
      expect(await closeNotice(speak(applicant.to, DAY2), noticeId, applicant.to.id)).toMatchObject({
        ok: false,
        refusal: { key: "transfers.errors.noticeRuns" },
      });
      must(await closeNotice(speak(applicant.to, AFTER), noticeId, applicant.to.id));
      expect((await noticePage(noticeId, new Date(AFTER)))?.lines).toBeNull();
      const studentId = await toMoved(city, applicant, `N-${applicant.id.slice(-4)}`);
      const fresh = await read.student.findUniqueOrThrow({
        where: { id: studentId },
        include: { guardians: true },
      });
      expect(fresh).toMatchObject({
        organizationId: applicant.to.id,
        state: "active",
        personId: applicant.personId,
      });
      expect(fresh.guardians).toHaveLength(1);
      expect((await read.student.findUniqueOrThrow({ where: { id: applicant.studentId } })).state).toBe(
        "left",
      );
      const transfer = await read.transfer.findUniqueOrThrow({ where: { id: applicant.id } });
      const rows = await read.studentRegistration.findMany({
        where: { identityKey: transfer.identityKey },
        orderBy: { createdAt: "asc" },
      });
      expect(rows.map((row) => [row.registeredId, row.currentKey !== null])).toEqual([
        [applicant.from.id, false],
        [applicant.to.id, true],
      ]);
    }
    const quota = await read.transferQuota.findUniqueOrThrow({ where: { id: city.quotaGeneral } });
    expect(quota).toMatchObject({ seats: 2, taken: 1 });
  });

  it("one may return to the old school in time, and everything is as before", async () => {
    const moved = await read.transfer.findFirstOrThrow({
      where: { state: "moved", toSchoolId: city.general.id },
    });
    const student = personCtx(moved.personId ?? "", false, "2026-12-20T02:00:00.000Z");
    must(await askReturn(student, moved.id, { version: moved.version, reason: "物理跟不上" }));
    must(
      await decideReturn(speak(city.vocational, "2026-12-21T02:00:00.000Z"), moved.id, {
        version: await versionOf(moved.id),
        outcome: "approve",
      }),
    );
    expect((await read.student.findUniqueOrThrow({ where: { id: moved.studentId } })).state).toBe("active");
    const held = await read.studentRegistration.findUniqueOrThrow({
      where: { currentKey: moved.identityKey },
    });
    expect(held).toMatchObject({ registeredId: city.vocational.id, cause: "returned" });
    expect((await read.transferQuota.findUniqueOrThrow({ where: { id: city.quotaGeneral } })).taken).toBe(0);
  });

  it("a transfer is nothing to strangers, and its steps are only for those whose turn it is", async () => {
    const other = await givenTransferCity("440305");
    const applicant = await apply(city, "to_general", { entranceScore: 6_000 });
    expect(await transferPage(speak(other.general, DAY1), applicant.id)).toBeNull();
    expect(await transferPage(speak(city.general, DAY1), applicant.id)).toBeNull();
    const refused = await decideReceiving(speak(other.general, DAY1), applicant.id, {
      version: 1,
      outcome: "approve",
    });
    expect(refused).toMatchObject({ refusal: { code: "not_found" } });
    const early = await decideReceiving(speak(city.general, DAY1), applicant.id, {
      version: 1,
      outcome: "approve",
    });
    expect(early).toMatchObject({ refusal: { key: "transfers.errors.notNow" } });
  });
});

describe("what goes wrong is explained", () => {
  it("a second transfer in the same term", async () => {
    const city = await givenTransferCity("440402");
    const first = await apply(city, "to_general", { entranceScore: 6_000 });
    const again = await startTransfer(personCtx(first.personId, false, DAY1), {
      student: first.studentId,
      quota: city.quotaGeneral,
    });
    expect(again).toMatchObject({ refusal: { code: "conflict", key: "transfers.errors.again" } });
  });

  it("a score below the line blocks before anybody submits; a missing one waits for the school", async () => {
    const city = await givenTransferCity("440507");
    const low = await apply(city, "to_general", { entranceScore: 5_000 });
    const blocked = await proposeTransfer(personCtx(low.personId, false, DAY1), low.id, { version: 1 });
    expect(blocked).toMatchObject({
      refusal: { code: "blocked", findings: [{ rule: "score", because: "below" }] },
    });
    const silent = await apply(city, "to_general");
    await toSubmission(silent);
    must(
      await submitTransfer(personCtx(silent.personId, false, DAY1), silent.id, {
        version: await versionOf(silent.id),
      }),
    );
    const sent = must(
      await decideSending(speak(silent.from, DAY2), silent.id, {
        version: await versionOf(silent.id),
        outcome: "approve",
      }),
    );
    expect(sent.state).toBe("eligibility");
    const version = await versionOf(silent.id);
    must(
      await changeFacts(speak(silent.from, DAY2), silent.id, {
        version,
        studyForm: "full_time",
        entranceScore: 5_100,
      }),
    );
    const after = await read.transfer.findUniqueOrThrow({ where: { id: silent.id } });
    expect(after).toMatchObject({ state: "rejected", reasonCode: "rule_score", termKey: null });
  });

  it("under 18 nothing is submitted without a guardian, who answers by link", async () => {
    const city = await givenTransferCity("440203");
    const minor = await apply(city, "to_vocational", { birthDate: "2010-05-01" });
    await toSubmission(minor);
    const ctx = personCtx(minor.personId, false, DAY1);
    const refused = await submitTransfer(ctx, minor.id, { version: await versionOf(minor.id) });
    expect(refused).toMatchObject({ refusal: { key: "transfers.errors.guardianSilent" } });
    const request = await read.consentRequest.findFirstOrThrow({ where: { studentId: minor.studentId } });
    must(await answerConsentRequest(ctx, { token: tokenOf(request), act: "given", language: "zh-CN" }));
    expect(must(await submitTransfer(ctx, minor.id, { version: await versionOf(minor.id) })).state).toBe(
      "sending",
    );
  });

  it("nobody is ranked on half a score; a cut after the ranking moves the last one out and shortens the list", async () => {
    const city = await givenTransferCity("440605");
    const one = await apply(city, "to_general", { entranceScore: 6_000, name: "甲同学" });
    const two = await apply(city, "to_general", { entranceScore: 6_000, name: "乙同学" });
    for (const applicant of [one, two]) await toAssessment(applicant);
    await score(one, { entrance: 9_000, daily: 9_000, school: 9_000 });
    const half = await rankQuota(speak(city.general, DAY2), city.quotaGeneral);
    expect(half).toMatchObject({ refusal: { key: "transfers.errors.unscored", values: { count: 1 } } });
    await score(two, { entrance: 8_000, daily: 8_000, school: 8_000 });
    const noticeId = await publish(one);
    expect((await noticePage(noticeId, new Date(DAY2)))?.lines).toHaveLength(2);
    const own = await setQuota(speak(city.general, DAY2), {
      window: city.toGeneral,
      seats: 1,
      scoreLine: 5_500,
    });
    expect(own).toMatchObject({ refusal: { key: "transfers.errors.cutByAuthority" } });
    const cut = must(
      await setQuota(speak(city.authority, DAY2), {
        window: city.toGeneral,
        school: city.general.id,
        seats: 1,
        scoreLine: 5_500,
        reason: "校舍维修，减少一个班",
      }),
    );
    expect(cut.cut).toBe(1);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(["notice", "ranked"]);
    const newer = (await noticePage(noticeId, new Date(DAY2)))?.newer ?? "";
    expect((await noticePage(newer, new Date(DAY2)))?.lines?.map((line) => line.name)).toEqual(["甲*学"]);
  });

  it("an objection counts on the last minute of the last working day before a holiday, and not a minute later", async () => {
    const city = await givenTransferCity("440703");
    const applicant = await apply(city, "to_general", { entranceScore: 6_000 });
    await toAssessment(applicant);
    await score(applicant, { entrance: 9_000, daily: 9_000, school: 9_000 });
    must(await rankQuota(speak(city.general, DAY2), city.quotaGeneral));
    const before = "2026-09-24T02:00:00.000Z";
    const { id, untilOn } = must(await publishNotice(speak(city.general, before), city.quotaGeneral));
    const objection = {
      name: "王某",
      contact: "13800000000",
      ground: "fact" as const,
      text: "成绩与公布的不一致",
    };
    const anybody = (at: string) => ({ actor: systemActor(""), clock: fixedClock(at), requestId: newId() });
    const last = `${untilOn}T15:59:59.999Z`;
    const next = new Date(Date.parse(last) + 1).toISOString();
    expect(await objectToNotice(anybody(next), id, objection)).toMatchObject({
      refusal: { key: "transfers.errors.objectionsOver", values: { until: untilOn } },
    });
    const reference = (await read.transfer.findUniqueOrThrow({ where: { id: applicant.id } })).reference;
    const made = must(await objectToNotice(anybody(last), id, { ...objection, reference }));
    expect(made.answerBy > untilOn).toBe(true);
    const open = await closeNotice(speak(city.general, next), id, city.general.id);
    expect(open).toMatchObject({ refusal: { key: "transfers.errors.objectionsOpen", values: { open: 1 } } });
    const done = must(
      await answerObjection(speak(city.general, next), {
        objection: made.id,
        version: 1,
        answer: "经核对，成绩登记有误，取消资格",
        upheld: true,
      }),
    );
    expect(done.removed).toBe(true);
    expect(await stateOf(applicant.id)).toBe("rejected");
  });

  it("two schools claiming one student: the draft cannot go on until the authority has decided", async () => {
    const city = await givenTransferCity("440802");
    const idNumber = "440113200703150019";
    const first = await givenFirstYear(city.vocational, city.programmeId, { idNumber });
    must(
      await startTransfer(personCtx(first.personId, false, DAY1), {
        student: first.studentId,
        quota: city.quotaGeneral,
        entranceScore: 6_000,
      }),
    );
    const second = await givenFirstYear(city.general, "general", { idNumber });
    const other = personCtx(second.personId, false, DAY1);
    const { id } = must(
      await startTransfer(other, {
        student: second.studentId,
        quota: city.quotaVocational,
        studyForm: "full_time",
      }),
    );
    const blocked = await proposeTransfer(other, id, { version: 1 });
    expect(blocked).toMatchObject({
      refusal: {
        code: "blocked",
        findings: expect.arrayContaining([
          expect.objectContaining({ rule: "registration", because: "claimed" }),
        ]),
      },
    });
    const claim = await read.registrationClaim.findFirstOrThrow({ where: { claimantId: city.general.id } });
    must(
      await decideClaim(speak(city.authority, DAY2), {
        claim: claim.id,
        outcome: "given",
        reason: "以实际就读为准",
      }),
    );
    const held = await read.studentRegistration.findUniqueOrThrow({
      where: { currentKey: claim.identityKey },
    });
    expect(held).toMatchObject({ registeredId: city.general.id, cause: "resolved" });
  });

  it("a pairing ends with its agreement's word, and what was not submitted lapses when the window closes", async () => {
    const city = await givenTransferCity("440902");
    const applicant = await apply(city, "to_vocational");
    must(
      await decidePairing(speak(city.authority, DAY1), {
        pairing: city.pairingId,
        version: 2,
        outcome: "end",
        reason: "布局调整",
      }),
    );
    const blocked = await proposeTransfer(personCtx(applicant.personId, false, DAY1), applicant.id, {
      version: 1,
    });
    expect(blocked).toMatchObject({ refusal: { findings: [{ rule: "pairing", because: "notPaired" }] } });
    const later = {
      actor: systemActor("平台"),
      clock: fixedClock("2026-12-11T02:00:00.000Z"),
      requestId: newId(),
    };
    expect((await lookAfterTransfers(later)).lapsed).toBeGreaterThan(0);
    const row = await read.transfer.findUniqueOrThrow({ where: { id: applicant.id } });
    expect(row).toMatchObject({ state: "lapsed", reasonCode: "windowClosed", termKey: null });
  });
});
