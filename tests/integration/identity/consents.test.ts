import { beforeEach, describe, expect, it } from "vitest";
import { answerConsentRequest } from "~/identity/commands/answer-consent-request.server";
import { checkGuardianPhone } from "~/identity/commands/check-guardian-phone.server";
import { endGuardian } from "~/identity/commands/end-guardian.server";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { keepGuardian } from "~/identity/commands/keep-guardian.server";
import { linkGuardian } from "~/identity/commands/link-guardian.server";
import { openGuardianAccount } from "~/identity/commands/open-guardian-account.server";
import { refuseConsent } from "~/identity/commands/refuse-consent.server";
import { requestGuardianConsent } from "~/identity/commands/request-guardian-consent.server";
import { withdrawConsent } from "~/identity/commands/withdraw-consent.server";
import { tokenOf } from "~/identity/consent-requests.server";
import { childrenOf } from "~/identity/queries/children.server";
import { consentFor } from "~/identity/queries/consent-for.server";
import { consentLink, consentPage } from "~/identity/queries/consent-page.server";
import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { checkChain, historyOf } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import { openMail } from "~/platform/mail/sealed-mail.server";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { givenOrganization, givenPerson, memberCtx, NOW, personCtx } from "~tests/fixtures/people";
import { ADULT_BORN, givenGuardian, givenSchoolWithRoll, givenStudent } from "~tests/fixtures/students";

const TODAY = "2026-11-22";
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const link = (now = NOW): Ctx => ({
  actor: { kind: "anonymous", personId: null, organizationId: null, name: "" },
  clock: fixedClock(now),
  requestId: newId(),
});
const later = (hours: number) => new Date(Date.parse(NOW) + hours * 3_600_000).toISOString();

type School = Awaited<ReturnType<typeof givenSchoolWithRoll>>;
let school: School;
let enterprise: string;
let other: string;
let counter = 0;

beforeEach(async () => {
  counter += 1;
  school = await givenSchoolWithRoll(`同意学校 ${counter}`);
  enterprise = await givenOrganization("enterprise", `同意企业 ${counter}`);
  other = await givenOrganization("enterprise", `另一家企业 ${counter}`);
});

const tokenFor = async (studentId: string): Promise<string> =>
  tokenOf(
    await read.consentRequest.findFirstOrThrow({ where: { studentId }, orderBy: { createdAt: "desc" } }),
  );

const share = (studentId: string, recipientId = enterprise) =>
  ({ studentId, purpose: "share_application", recipientId, language: "zh-CN" }) as const;

describe("consent to share an application", () => {
  it("is separate for each enterprise", async () => {
    const { personId } = await givenPerson("黄子轩");
    const { studentId } = await givenStudent(school, { birthDate: ADULT_BORN, personId });
    expect(await consentFor(studentId, "share_application", enterprise, TODAY)).toMatchObject({
      complete: false,
    });
    expect(must(await giveConsent(personCtx(personId), share(studentId))).guardiansAsked).toBe(0);
    expect(await consentFor(studentId, "share_application", enterprise, TODAY)).toMatchObject({
      complete: true,
      minor: false,
    });
    expect(await consentFor(studentId, "share_application", other, TODAY)).toMatchObject({ complete: false });
    expect(await consentFor(studentId, "internship", enterprise, TODAY)).toMatchObject({ complete: false });
  });

  it("of a minor asks the guardian by mail and waits for them", async () => {
    const { personId } = await givenPerson("陈雨桐");
    const { studentId } = await givenStudent(school, { personId });
    await givenGuardian(school.ctx, studentId, { email: "father@test.example" });
    expect(must(await giveConsent(personCtx(personId), share(studentId))).guardiansAsked).toBe(1);
    expect(await consentFor(studentId, "share_application", enterprise, TODAY)).toMatchObject({
      complete: false,
      minor: true,
      missing: ["guardian"],
    });
    const token = await tokenFor(studentId);
    const mail = await read.delivery.findFirstOrThrow({
      where: { key: { startsWith: "mail:consent-request:" } },
      orderBy: { createdAt: "desc" },
    });
    expect(openMail(JSON.parse(mail.payload)).text).toContain(`/consents/${token}`);
    must(await answerConsentRequest(link(), { token, act: "given", language: "zh-CN" }));
    const standing = await consentFor(studentId, "share_application", enterprise, TODAY);
    expect(standing).toMatchObject({ complete: true, guardian: "given" });
    expect(await consentFor(studentId, "share_application", enterprise, "2026-11-21")).toMatchObject({
      complete: false,
    });
  });

  it("is not asked for twice while the guardian has not answered", async () => {
    const { personId } = await givenPerson("陈雨桐");
    const { studentId } = await givenStudent(school, { personId });
    await givenGuardian(school.ctx, studentId);
    must(await giveConsent(personCtx(personId), share(studentId)));
    must(
      await requestGuardianConsent(school.ctx, {
        studentId,
        purpose: "share_application",
        recipientId: enterprise,
      }),
    );
    expect(await read.consentRequest.count({ where: { studentId } })).toBe(1);
  });

  it("needs exactly one recipient where it has one, and none where it has none", async () => {
    const { personId } = await givenPerson("黄子轩");
    const { studentId } = await givenStudent(school, { birthDate: ADULT_BORN, personId });
    const ctx = personCtx(personId);
    const without = { studentId, language: "zh-CN" as const };
    for (const asked of [
      { ...without, purpose: "share_application" as const, recipientId: null },
      { ...without, purpose: "platform_record" as const, recipientId: enterprise },
    ]) {
      expect(await giveConsent(ctx, asked)).toMatchObject({ refusal: { key: "consents.errors.recipient" } });
    }
    expect(await giveConsent(ctx, share(studentId, newId()))).toMatchObject({
      refusal: { code: "not_found" },
    });
  });

  it("is nobody else's to give, and nothing that was not given can be withdrawn", async () => {
    const { personId } = await givenPerson("黄子轩");
    const { studentId } = await givenStudent(school, { birthDate: ADULT_BORN, personId });
    const stranger = personCtx((await givenPerson("路人")).personId);
    expect(await giveConsent(stranger, share(studentId))).toMatchObject({ refusal: { code: "not_found" } });
    expect(await withdrawConsent(stranger, share(studentId))).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await withdrawConsent(personCtx(personId), share(studentId))).toMatchObject({
      refusal: { key: "consents.errors.notGiven" },
    });
  });
});

describe("a guardian's link", () => {
  const asked = async () => {
    const { studentId } = await givenStudent(school);
    const guardianId = await givenGuardian(school.ctx, studentId);
    must(
      await requestGuardianConsent(school.ctx, {
        studentId,
        purpose: "share_application",
        recipientId: enterprise,
      }),
    );
    return { studentId, guardianId, token: await tokenFor(studentId) };
  };

  it("shows what is asked, with its version, and records refusal with reason, then consent, then withdrawal", async () => {
    const { studentId, token } = await asked();
    const found = await consentLink(token, new Date(NOW));
    const page = await consentPage(found!, "zh-CN", new Date(NOW));
    expect(page.wording.title).toContain(`同意企业 ${counter}`);
    expect(page.wording.scope).toContain("phone");
    must(await answerConsentRequest(link(), { token, act: "refused", language: "zh-CN", reason: "太远" }));
    expect(await consentFor(studentId, "share_application", enterprise, TODAY)).toMatchObject({
      guardian: "refused",
    });
    must(await answerConsentRequest(link(later(1)), { token, act: "given", language: "zh-CN" }));
    must(await answerConsentRequest(link(later(2)), { token, act: "withdrawn", language: "zh-CN" }));
    const rows = await read.consent.findMany({ where: { studentId }, orderBy: { at: "asc" } });
    expect(rows.map((row) => [row.act, row.reason, row.how, row.wordingVersion])).toEqual([
      ["refused", "太远", "link", "share_application-1"],
      ["given", null, "link", "share_application-1"],
      ["withdrawn", null, "link", "share_application-1"],
    ]);
    expect(rows.every((row) => row.wordingHash === page.wording.hash)).toBe(true);
    expect((await consentFor(studentId, "share_application", enterprise, TODAY))?.guardian).toBe("withdrawn");
    expect(await checkChain("student", studentId)).toMatchObject({ intact: true });
  });

  it("asks for the last four digits, locks after five wrong answers, and tells the school", async () => {
    const { studentId, token } = await asked();
    for (let left = 4; left >= 1; left -= 1) {
      expect(await checkGuardianPhone(link(), { token, digits: "0000" })).toMatchObject({
        refusal: { fields: [{ key: "consents.errors.wrongDigits", values: { left } }] },
      });
    }
    expect(await checkGuardianPhone(link(), { token, digits: "0000" })).toMatchObject({
      refusal: { code: "limited" },
    });
    expect(await checkGuardianPhone(link(), { token, digits: "5678" })).toMatchObject({
      refusal: { code: "limited" },
    });
    expect((await checkGuardianPhone(link(later(1.1)), { token, digits: "5678" })).ok).toBe(true);
    const events = await historyOf("student", studentId);
    expect(events.filter((one) => one.name === "consent.wrong_digits")).toHaveLength(5);
  });

  it("dies unanswered after thirty days, and stays the way to withdraw once answered", async () => {
    const { token } = await asked();
    const afterwards = later(31 * 24);
    expect(
      await answerConsentRequest(link(afterwards), { token, act: "given", language: "zh-CN" }),
    ).toMatchObject({
      refusal: { key: "consents.errors.linkDead" },
    });
    must(await answerConsentRequest(link(), { token, act: "given", language: "zh-CN" }));
    expect(
      (await answerConsentRequest(link(afterwards), { token, act: "withdrawn", language: "en" })).ok,
    ).toBe(true);
    expect((await answerConsentRequest(link(), { token: "nonsense", act: "given", language: "en" })).ok).toBe(
      false,
    );
  });

  it("dies with the guardian's link to the student, and with the phone it was sent for", async () => {
    const first = await asked();
    must(await endGuardian(school.ctx, first));
    expect((await checkGuardianPhone(link(), { token: first.token, digits: "5678" })).ok).toBe(false);
    const second = await asked();
    const row = await read.guardian.findUniqueOrThrow({ where: { id: second.guardianId } });
    const correction = {
      ...second,
      name: "陈伯年",
      relation: "father",
      phone: "13900001111",
      version: row.version,
    };
    must(await keepGuardian(school.ctx, correction));
    expect((await checkGuardianPhone(link(), { token: second.token, digits: "5678" })).ok).toBe(false);
  });

  it("cannot be made for a student whose guardian has no phone, nor by another school", async () => {
    const { studentId } = await givenStudent(school);
    const asking = { studentId, purpose: "platform_record" as const, recipientId: null };
    expect(await requestGuardianConsent(school.ctx, asking)).toMatchObject({
      refusal: { key: "consents.errors.noGuardianPhone" },
    });
    const stranger = await givenSchoolWithRoll("外校");
    expect(await requestGuardianConsent(stranger.ctx, asking)).toMatchObject({
      refusal: { code: "not_found" },
    });
    const teacher = memberCtx(school.personId, {
      id: school.id,
      kind: "school",
      name: "校",
      role: "teacher",
    });
    expect(await requestGuardianConsent(teacher, asking)).toMatchObject({ refusal: { code: "forbidden" } });
  });
});

describe("a guardian's account", () => {
  it("is opened from a mailed link, sees the one child, and answers there", async () => {
    const { studentId } = await givenStudent(school);
    await givenStudent(school, { name: "别人的孩子" });
    await givenGuardian(school.ctx, studentId, { email: `parent${counter}@test.example` });
    must(
      await requestGuardianConsent(school.ctx, {
        studentId,
        purpose: "share_application",
        recipientId: enterprise,
      }),
    );
    const token = await tokenFor(studentId);
    const weak = await openGuardianAccount(link(), { token, password: "1234567890", language: "zh-CN" });
    expect(weak).toMatchObject({ refusal: { fields: [{ field: "password" }] } });
    const { personId } = must(
      await openGuardianAccount(link(), { token, password: "Father-2026!", language: "zh-CN" }),
    );
    const ctx = personCtx(personId);
    const { children } = await childrenOf(ctx, "zh-CN");
    expect(children).toHaveLength(1);
    expect(children[0]).toMatchObject({
      name: "陈雨桐",
      minor: true,
      matters: [{ waiting: true, standing: "none" }],
    });
    must(await refuseConsent(ctx, { ...share(studentId), reason: "不合适" }));
    const after = await childrenOf(ctx, "zh-CN");
    expect(after.children[0]?.matters[0]).toMatchObject({ waiting: false, standing: "refused" });
  });

  it("is linked to whoever shows the digits, once, never to the student", async () => {
    const student = await givenPerson("陈雨桐");
    const { studentId } = await givenStudent(school, { personId: student.personId });
    await givenGuardian(school.ctx, studentId);
    must(
      await requestGuardianConsent(school.ctx, {
        studentId,
        purpose: "share_application",
        recipientId: enterprise,
      }),
    );
    const token = await tokenFor(studentId);
    expect(await linkGuardian(personCtx(student.personId), { token })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    const parent = personCtx((await givenPerson("家长")).personId);
    expect((await linkGuardian(parent, { token })).ok).toBe(true);
    expect((await linkGuardian(parent, { token })).ok).toBe(true);
    const late = personCtx((await givenPerson("别人")).personId);
    expect(await linkGuardian(late, { token })).toMatchObject({ refusal: { code: "conflict" } });
    must(await giveConsent(parent, share(studentId)));
    expect((await consentFor(studentId, "share_application", enterprise, TODAY))?.missing).toEqual([
      "student",
    ]);
  });
});

describe("the ledger", () => {
  it("cannot be edited or emptied, whoever tries", async () => {
    const { personId } = await givenPerson("黄子轩");
    const { studentId } = await givenStudent(school, { birthDate: ADULT_BORN, personId });
    must(await giveConsent(personCtx(personId), share(studentId)));
    await expect(
      inTransaction((tx) => tx.consent.updateMany({ where: { studentId }, data: { act: "withdrawn" } })),
    ).rejects.toThrow();
    await expect(inTransaction((tx) => tx.consent.deleteMany({ where: { studentId } }))).rejects.toThrow();
    expect(await read.consent.count({ where: { studentId } })).toBe(1);
  });

  it("keeps one row for the same word said twice", async () => {
    const { personId } = await givenPerson("黄子轩");
    const { studentId } = await givenStudent(school, { birthDate: ADULT_BORN, personId });
    const first = must(await giveConsent(personCtx(personId), share(studentId)));
    const second = must(await giveConsent(personCtx(personId), share(studentId)));
    expect(second.consentId).toBe(first.consentId);
  });
});
