import { beforeAll, describe, expect, it } from "vitest";
import { checkRosterFile } from "~/organizations/commands/check-roster.server";
import { correctStudent } from "~/organizations/commands/correct-student.server";
import { inviteStudents } from "~/organizations/commands/invite-students.server";
import { studentList } from "~/organizations/queries/student-list.server";
import { maySeeStudents } from "~/organizations/student-policy";
import { enrolStudent } from "~/pathways/commands/enrol-student.server";
import { read } from "~/platform/db/client.server";
import { CSV_TYPE } from "~/platform/sheets/sheet";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";
import { must } from "~tests/fixtures/transfers";

const speaker = async (role: "owner" | "teacher" | "viewer") => {
  const { personId } = await givenPerson(role, { organizationId: school, role });
  return memberCtx(personId, { id: school, kind: "general_school", name: "乙高级中学", role });
};

let school: string;
let student: string;

beforeAll(async () => {
  school = await givenOrganization("general_school", "乙高级中学");
  const enrolled = await enrolStudent(await speaker("owner"), {
    name: "陈雨桐",
    idNumber: "440113201003151243",
    studentNumber: "G26001",
    entryYear: 2026,
    className: "高一3班",
  });
  if (!enrolled.ok) throw new Error(JSON.stringify(enrolled.refusal));
  student = enrolled.value.studentId;
});

describe("a general school's students", () => {
  it("are listed for those who keep or teach, and for nobody else of it", async () => {
    const list = await studentList(await speaker("teacher"), { state: "active" });
    expect(list.students.map((one) => [one.name, one.className, one.programme])).toEqual([
      ["陈雨桐", "高一3班", ""],
    ]);
    expect(maySeeStudents((await speaker("teacher")).actor).ok).toBe(true);
    expect(maySeeStudents((await speaker("viewer")).actor).ok).toBe(false);
  });

  it("are invited to accounts, once however often it is asked", async () => {
    const owner = await speaker("owner");
    expect(must(await inviteStudents(owner, { way: "print" }))).toMatchObject({ invited: 1 });
    expect(must(await inviteStudents(owner, { way: "print" }))).toMatchObject({ invited: 0, waiting: 1 });
    const refused = await inviteStudents(await speaker("teacher"), { way: "print" });
    expect(refused.ok).toBe(false);
  });

  it("are corrected without a programme being asked for", async () => {
    const { version, programmeId } = await read.student.findUniqueOrThrow({ where: { id: student } });
    const plain = { name: "陈雨彤", sex: "female" as const, entryYear: 2026, className: "高一4班" };
    const owner = await speaker("owner");
    must(await correctStudent(owner, { ...plain, studentId: student, version, programme: programmeId }));
    const row = await read.student.findUniqueOrThrow({ where: { id: student } });
    expect(row).toMatchObject({ name: "陈雨彤", className: "高一4班", programmeId });
    const wrong = await correctStudent(owner, {
      ...plain,
      studentId: student,
      version: row.version,
      programme: "019aa000-0000-7000-8000-000000000000",
    });
    expect(wrong.ok).toBe(false);
  });

  it("do not come by a roster, which names programmes", async () => {
    const file = {
      name: "花名册.csv",
      mediaType: CSV_TYPE,
      bytes: new TextEncoder().encode("学号,姓名\n1,甲"),
    };
    const done = await checkRosterFile(await speaker("owner"), { file });
    expect(done.ok ? null : done.refusal.key).toBe("students.refused.import");
  });
});
