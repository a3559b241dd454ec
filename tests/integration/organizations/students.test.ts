import { describe, expect, it } from "vitest";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { requestGuardianConsent } from "~/identity/commands/request-guardian-consent.server";
import { hashPassword } from "~/identity/password.server";
import { consentFor } from "~/identity/queries/consent-for.server";
import { acceptStudentInvitation } from "~/organizations/commands/accept-student-invitation.server";
import { correctStudent } from "~/organizations/commands/correct-student.server";
import { eraseOwnData } from "~/organizations/commands/erase-own-data.server";
import { exportOwnData } from "~/organizations/commands/export-own-data.server";
import { inviteStudents } from "~/organizations/commands/invite-students.server";
import { joinAsStudent } from "~/organizations/commands/join-as-student.server";
import { mailStudentInvitation } from "~/organizations/commands/mail-student-invitation.server";
import { moveStudent } from "~/organizations/commands/move-student.server";
import { revealStudent } from "~/organizations/commands/reveal-student.server";
import { joinPage } from "~/organizations/queries/join-page.server";
import { joinSlips } from "~/organizations/queries/join-slips.server";
import { ownData } from "~/organizations/queries/own-data.server";
import { ownDataFile } from "~/organizations/queries/own-data-file.server";
import { studentList } from "~/organizations/queries/student-list.server";
import { studentPage } from "~/organizations/queries/student-page.server";
import { codeOf } from "~/organizations/student-invitations.server";
import type { Ctx } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { checkChain } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import { XLSX_TYPE } from "~/platform/sheets/sheet";
import { fixedClock } from "~/platform/time/clock";
import { givenOrganization, givenPerson, memberCtx, NOW, personCtx } from "~tests/fixtures/people";
import { idNumberOf } from "~tests/fixtures/roster";
import {
  ADULT_BORN,
  givenGuardian,
  givenSchoolWithRoll,
  givenStudent,
  MINOR_BORN,
} from "~tests/fixtures/students";
import { unzipped } from "~tests/fixtures/unzip";

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const anonymous = (now = NOW): Ctx => ({
  actor: { kind: "anonymous", personId: null, organizationId: null, name: "" },
  clock: fixedClock(now),
  requestId: newId(),
});
const PASSWORD = "Student-2026!";
const at = new Date(NOW);

const codeFor = async (studentId: string, way: "mail" | "print"): Promise<string> =>
  codeOf(
    await read.studentInvitation.findFirstOrThrow({ where: { studentId, way }, orderBy: { id: "desc" } }),
  );

describe("taking up a record", () => {
  it("by printed code proves the student, then the address, then makes the account", async () => {
    const school = await givenSchoolWithRoll("打印学校");
    const { studentId, studentNumber } = await givenStudent(school);
    expect(must(await inviteStudents(school.ctx, { way: "print" }))).toEqual({
      invited: 1,
      waiting: 0,
      withoutEmail: 0,
    });
    const { slips } = await joinSlips(school.ctx, {});
    expect(slips).toHaveLength(1);
    const code = slips[0]!.code;
    expect(await joinPage(code.toLowerCase(), null, at)).toMatchObject({ way: "address", tail: "number" });
    const proof = { birthDate: MINOR_BORN, tail: studentNumber.slice(-4) };
    expect(
      await joinAsStudent(anonymous(), { code, password: PASSWORD, language: "zh-CN", ...proof }),
    ).toMatchObject({
      refusal: { key: "students.errors.addressFirst" },
    });
    must(await mailStudentInvitation(anonymous(), { code, email: "yutong@test.example", ...proof }));
    const mailed = await codeFor(studentId, "mail");
    expect(await joinPage(mailed, null, at)).toMatchObject({ way: "create", checked: true });
    const joined = must(
      await joinAsStudent(anonymous(), { code: mailed, password: PASSWORD, language: "zh-CN" }),
    );
    expect(joined.studentId).toBe(studentId);
    const membership = await read.membership.findFirstOrThrow({ where: { personId: joined.personId } });
    expect(membership).toMatchObject({ organizationId: school.id, role: "student" });
    expect(await joinPage(code, null, at)).toBeNull();
    expect(await joinPage(mailed, null, at)).toBeNull();
  });

  it("by mailed link asks birth date and identity number's end, and locks after five wrong answers", async () => {
    const school = await givenSchoolWithRoll("邮件学校");
    const idNumber = idNumberOf(MINOR_BORN, "女", 12);
    const { studentId } = await givenStudent(school, { idNumber, email: "mail@test.example" });
    must(await inviteStudents(school.ctx, { way: "mail", studentId }));
    expect(must(await inviteStudents(school.ctx, { way: "mail", studentId })).waiting).toBe(1);
    const code = await codeFor(studentId, "mail");
    const right = {
      code,
      password: PASSWORD,
      language: "zh-CN" as const,
      birthDate: MINOR_BORN,
      tail: idNumber.slice(-4),
    };
    for (let round = 1; round <= 5; round += 1) {
      const refused = await joinAsStudent(anonymous(), { ...right, tail: "0000" });
      expect(refused).toMatchObject({ refusal: { code: round < 5 ? "invalid" : "limited" } });
    }
    expect(await joinAsStudent(anonymous(), right)).toMatchObject({ refusal: { code: "limited" } });
    const later = new Date(at.getTime() + 16 * 60_000).toISOString();
    expect((await joinAsStudent(anonymous(later), right)).ok).toBe(true);
  });

  it("with an account one has, but not two records of one school", async () => {
    const school = await givenSchoolWithRoll("已有账号学校");
    const first = await givenStudent(school, { birthDate: ADULT_BORN });
    const second = await givenStudent(school, { birthDate: ADULT_BORN });
    const person = await givenPerson("黄子轩");
    must(await inviteStudents(school.ctx, { way: "print" }));
    const accept = async (student: typeof first) =>
      acceptStudentInvitation(personCtx(person.personId), {
        code: await codeFor(student.studentId, "print"),
        birthDate: ADULT_BORN,
        tail: student.studentNumber.slice(-4),
      });
    expect((await accept(first)).ok).toBe(true);
    expect(await accept(second)).toMatchObject({ refusal: { key: "students.errors.otherRecord" } });
  });

  it("goes by programme and class, skips those who joined, and counts those without an address", async () => {
    const school = await givenSchoolWithRoll("批量学校");
    await givenStudent(school, { email: "one@test.example" });
    await givenStudent(school);
    const joined = await givenStudent(school, { email: "two@test.example" });
    const { personId } = await givenPerson("已加入");
    await inTransaction((tx) => tx.student.update({ where: { id: joined.studentId }, data: { personId } }));
    expect(must(await inviteStudents(school.ctx, { way: "mail", className: "24数控1班" }))).toEqual({
      invited: 1,
      waiting: 0,
      withoutEmail: 1,
    });
    expect(must(await inviteStudents(school.ctx, { way: "mail", className: "没有这个班" })).invited).toBe(0);
  });
});

describe("what the school sees of a student", () => {
  it("is masked until a reason is recorded, which stands in the history", async () => {
    const school = await givenSchoolWithRoll("遮住学校");
    const { studentId } = await givenStudent(school, { email: "secret@test.example" });
    await givenGuardian(school.ctx, studentId);
    const page = await studentPage(school.ctx, studentId);
    expect(page).toMatchObject({ phone: "138******34", birthDate: "2009-**-**", email: "s***@test.example" });
    expect(JSON.stringify(page)).not.toContain("13800001234");
    expect(JSON.stringify(page)).not.toContain("13900005678");
    const shown = must(await revealStudent(school.ctx, { studentId, reason: "核对保险" }));
    expect(shown).toMatchObject({
      birthDate: MINOR_BORN,
      phone: "13800001234",
      guardians: [{ phone: "13900005678" }],
    });
    const told = (await studentPage(school.ctx, studentId))?.history.find(
      (one) => one.key === "student_revealed",
    );
    expect(told?.reason).toBe("核对保险");
    expect(await checkChain("student", studentId)).toMatchObject({ intact: true });
  });

  it("is refused to teachers, and does not exist for other schools", async () => {
    const school = await givenSchoolWithRoll("权限学校");
    const stranger = await givenSchoolWithRoll("权限外校");
    const { studentId } = await givenStudent(school);
    const teacher = memberCtx(school.personId, {
      id: school.id,
      kind: "school",
      name: "校",
      role: "teacher",
    });
    expect(await revealStudent(teacher, { studentId, reason: "看一下" })).toMatchObject({
      refusal: { code: "forbidden" },
    });
    expect(await revealStudent(stranger.ctx, { studentId, reason: "看一下" })).toMatchObject({
      refusal: { code: "not_found" },
    });
    expect(await studentPage(stranger.ctx, studentId)).toBeNull();
    expect((await studentList(stranger.ctx, { state: "active" })).students).toEqual([]);
  });

  it("is found by name, pinyin initials and number, page by page", async () => {
    const school = await givenSchoolWithRoll("查找学校");
    for (let index = 0; index < 52; index += 1)
      await givenStudent(school, { name: index === 7 ? "欧阳小明" : "陈雨桐" });
    const first = await studentList(school.ctx, { state: "active" });
    expect(first).toMatchObject({ total: 52, next: first.students[49]!.studentNumber });
    expect((await studentList(school.ctx, { state: "active", after: first.next! })).students).toHaveLength(2);
    for (const q of ["欧阳", "oyxm", first.students[7]!.studentNumber]) {
      const found = await studentList(school.ctx, { state: "active", q });
      expect(found.students.map((one) => one.name)).toEqual(["欧阳小明"]);
    }
  });

  it("can be corrected and moved, with a version that must be current", async () => {
    const school = await givenSchoolWithRoll("更正学校");
    const { studentId } = await givenStudent(school);
    const fields = {
      name: "陈雨彤",
      sex: "female" as const,
      className: "2班",
      programme: school.programmeId,
      entryYear: 2024,
    };
    must(await correctStudent(school.ctx, { studentId, version: 1, ...fields, phone: "13800009999" }));
    expect(await correctStudent(school.ctx, { studentId, version: 1, ...fields })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect(
      await correctStudent(school.ctx, { studentId, version: 2, ...fields, programme: newId() }),
    ).toMatchObject({
      refusal: { fields: [{ field: "programme" }] },
    });
    must(await moveStudent(school.ctx, { studentId, version: 2, state: "graduated" }));
    expect(await moveStudent(school.ctx, { studentId, version: 3, state: "left" })).toMatchObject({
      refusal: { code: "conflict" },
    });
    expect((await studentPage(school.ctx, studentId))?.name).toBe("陈雨彤");
  });
});

describe("one's own data", () => {
  const givenOwner = async (name: string) => {
    const school = await givenSchoolWithRoll(name);
    const person = await givenPerson("黄子轩", { organizationId: school.id, role: "student" });
    const passwordHash = await hashPassword(PASSWORD);
    await inTransaction((tx) => tx.person.update({ where: { id: person.personId }, data: { passwordHash } }));
    const { studentId } = await givenStudent(school, {
      name: "黄子轩",
      birthDate: ADULT_BORN,
      personId: person.personId,
    });
    await givenGuardian(school.ctx, studentId);
    return { school, studentId, ctx: personCtx(person.personId) };
  };

  it("is shown in the clear and downloaded as XLSX and JSON in one archive, which is recorded", async () => {
    const { ctx, school, studentId } = await givenOwner("导出学校");
    must(await revealStudent(school.ctx, { studentId, reason: "联系实习" }));
    const enterprise = await givenOrganization("enterprise", "导出企业");
    must(
      await giveConsent(ctx, {
        studentId,
        purpose: "share_application",
        recipientId: enterprise,
        language: "zh-CN",
      }),
    );
    expect(await exportOwnData(ctx)).toBe(1);
    const data = await ownData(ctx);
    expect(data.records[0]).toMatchObject({
      phone: "13800001234",
      birthDate: ADULT_BORN,
      guardians: [{ name: "陈伯年" }],
    });
    expect(data.records[0]?.history.map((one) => one.key)).toEqual(
      expect.arrayContaining(["student_exported", "student_revealed", "consent_given"]),
    );
    const files = unzipped(await ownDataFile(ctx, "zh-CN"));
    const json = JSON.parse(new TextDecoder().decode(files.get("my-data.json")));
    expect(json.records[0]).toMatchObject({ name: "黄子轩", phone: "13800001234" });
    const sheet = must(await readSheet({ bytes: files.get("my-data.xlsx")!, mediaType: XLSX_TYPE }, []));
    expect(sheet.rows.map((row) => row.cells)).toContainEqual(["手机", "13800001234"]);
  });

  it("is erased at the student's word: names and numbers go, ledger and chain stay whole", async () => {
    const { ctx, school, studentId } = await givenOwner("删除学校");
    const enterprise = await givenOrganization("enterprise", "删除企业");
    must(
      await giveConsent(ctx, {
        studentId,
        purpose: "share_application",
        recipientId: enterprise,
        language: "zh-CN",
      }),
    );
    expect(await eraseOwnData(ctx, { password: "wrong" })).toMatchObject({
      refusal: { fields: [{ field: "password" }] },
    });
    must(await eraseOwnData(ctx, { password: PASSWORD }));
    const row = await read.student.findUniqueOrThrow({
      where: { id: studentId },
      include: { guardians: true },
    });
    expect(row).toMatchObject({
      state: "erased",
      name: "",
      birthDateSealed: null,
      phoneHash: null,
      personId: null,
    });
    expect(row.guardians).toMatchObject([{ name: "", phoneSealed: null }]);
    const person = await read.person.findUniqueOrThrow({ where: { id: ctx.actor.personId } });
    expect(person).toMatchObject({ name: "", passwordHash: null });
    expect(await read.session.count({ where: { personId: person.id } })).toBe(0);
    expect(await read.consent.count({ where: { studentId } })).toBe(1);
    expect(await consentFor(studentId, "share_application", enterprise, "2026-11-22")).toBeNull();
    expect(await checkChain("student", studentId)).toMatchObject({ intact: true });
    expect(await studentPage(school.ctx, studentId)).toBeNull();
    expect((await studentList(school.ctx, { state: "active" })).total).toBe(0);
  });

  it("is not erased for staff, nor for an account without a record", async () => {
    const { ctx } = await givenOwner("员工学校");
    const firm = await givenOrganization("enterprise", "兼职企业");
    await inTransaction((tx) =>
      tx.membership.create({
        data: {
          id: newId(),
          personId: ctx.actor.personId,
          organizationId: firm,
          role: "mentor",
          createdAt: at,
          version: 1,
        },
      }),
    );
    expect(await eraseOwnData(ctx, { password: PASSWORD })).toMatchObject({
      refusal: { key: "students.errors.staffToo" },
    });
    const nobody = await givenPerson("无学籍");
    const passwordHash = await hashPassword(PASSWORD);
    await inTransaction((tx) => tx.person.update({ where: { id: nobody.personId }, data: { passwordHash } }));
    expect(await eraseOwnData(personCtx(nobody.personId), { password: PASSWORD })).toMatchObject({
      refusal: { key: "students.errors.noRecord" },
    });
  });
});

describe("a guardian's links", () => {
  it("are shown only to those who keep the roll", async () => {
    const school = await givenSchoolWithRoll("链接学校");
    const { studentId } = await givenStudent(school);
    await givenGuardian(school.ctx, studentId);
    must(
      await requestGuardianConsent(school.ctx, { studentId, purpose: "platform_record", recipientId: null }),
    );
    expect((await studentPage(school.ctx, studentId))?.requests[0]?.link).toMatch(/\/consents\/.{40}/);
    const teacher = memberCtx(school.personId, {
      id: school.id,
      kind: "school",
      name: "校",
      role: "teacher",
    });
    expect((await studentPage(teacher, studentId))?.requests).toEqual([]);
  });
});
