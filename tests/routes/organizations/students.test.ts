import { beforeAll, describe, expect, it } from "vitest";
import { requestGuardianConsent } from "~/identity/commands/request-guardian-consent.server";
import { tokenOf } from "~/identity/consent-requests.server";
import * as children from "~/identity/routes/account.children";
import * as consent from "~/identity/routes/consent";
import { inviteStudents } from "~/organizations/commands/invite-students.server";
import * as data from "~/organizations/routes/account.data";
import * as dataExport from "~/organizations/routes/account.data-export";
import * as join from "~/organizations/routes/join";
import * as joinRecord from "~/organizations/routes/join.record";
import * as student from "~/organizations/routes/student";
import * as students from "~/organizations/routes/students";
import * as importing from "~/organizations/routes/students.import";
import * as invitations from "~/organizations/routes/students.invitations";
import * as roster from "~/organizations/routes/students.roster";
import * as problems from "~/organizations/routes/students.roster-problems";
import * as slips from "~/organizations/routes/students.slips";
import * as template from "~/organizations/routes/students.template";
import { codeOf } from "~/organizations/student-invitations.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { CSV_TYPE } from "~/platform/sheets/sheet";
import { cookieOf, factsOfTest, givenPerson } from "~tests/fixtures/people";
import { csvText, ROSTER_HEADERS, rosterRows } from "~tests/fixtures/roster";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import {
  ADULT_BORN,
  givenGuardian,
  givenSchoolWithRoll,
  givenStudent,
  MINOR_BORN,
} from "~tests/fixtures/students";

let school: Awaited<ReturnType<typeof givenSchoolWithRoll>>;
let cookie: string;

beforeAll(async () => {
  school = await givenSchoolWithRoll("页面学校");
  cookie = await cookieOf(school.personId);
});

const HERE = "/organization/students";

const upload = async (file: File | null): Promise<Awaited<ReturnType<typeof outcomeOf>>> => {
  const body = new FormData();
  body.set("submissionKey", newId());
  if (file) body.set("file", file);
  const request = new Request(`http://localhost${HERE}/import`, {
    method: "POST",
    body,
    headers: { Cookie: cookie },
  });
  return outcomeOf(() => importing.action({ request, params: {}, context: factsOfTest() }));
};

const rosterFile = (rows: string[][]) =>
  new File([csvText(ROSTER_HEADERS, rows)], "花名册.csv", { type: CSV_TYPE });

describe("importing a roster by its pages", () => {
  it("uploads, shows what is wrong, takes corrections, imports, and offers the file of problems", async () => {
    const rows = rosterRows(5, ["数控技术应用"]);
    rows[2]![2] = "不详";
    const uploaded = await upload(rosterFile(rows));
    expect(uploaded.status).toBe(303);
    const id = uploaded.location!.split("/").at(-1)!;
    const args = { cookie, params: { id } };
    const path = `${HERE}/imports/${id}`;
    const shown = await outcomeOf(() => roster.loader(routeArgs(path, args)));
    expect(shown.data).toMatchObject({
      found: {
        rows: 5,
        wrongRows: 1,
        version: 1,
        wrong: [{ line: 4, cells: [{ field: "sex", text: "不详" }] }],
      },
    });
    const file = await outcomeOf(() => problems.loader(routeArgs(`${path}/problems`, args)));
    expect(file.status).toBe(200);

    const apply = (form: Record<string, string>) =>
      outcomeOf(() => roster.action(routeArgs(path, { ...args, form })));
    expect(await apply({ intent: "apply", version: "1" })).toMatchObject({
      status: 422,
      data: { state: { message: { key: "students.errors.stillWrong" } } },
    });
    expect((await apply({ intent: "correct", version: "1", "cell:4:sex": "男" })).status).toBe(303);
    expect((await apply({ intent: "correct", version: "1", "cell:4:sex": "女" })).status).toBe(409);
    expect((await apply({ intent: "apply", version: "2" })).status).toBe(303);
    const list = await outcomeOf(() => students.loader(routeArgs(HERE, { cookie })));
    expect(list.data).toMatchObject({ total: 5 });
    expect((await apply({ intent: "apply", version: "3" })).status).toBe(409);
    expect((await apply({ intent: "discard" })).status).toBe(404);
  });

  it("refuses what is no table beside the field", async () => {
    expect(await upload(null)).toMatchObject({
      status: 422,
      data: { state: { fields: [{ field: "file" }] } },
    });
    const program = new File([Uint8Array.of(0x4d, 0x5a, 0, 0)], "花名册.xlsx");
    expect(await upload(program)).toMatchObject({
      status: 422,
      data: { state: { fields: [{ key: "errors.fileKind" }] } },
    });
    expect(await upload(new File(["学号,姓名\n1,甲"], "花名册.csv"))).toMatchObject({ status: 303 });
  });

  it("hands out a template in the school's own words", async () => {
    const xlsx = await template.loader(routeArgs(`${HERE}/template`, { cookie }));
    expect(xlsx.headers.get("Content-Type")).toContain("spreadsheetml");
    const csv = await template.loader(routeArgs(`${HERE}/template?format=csv`, { cookie }));
    expect(await csv.text()).toContain("数控技术应用");
  });
});

describe("a student's page", () => {
  it("masks, and opens for a reason that is then read in the history", async () => {
    const { studentId } = await givenStudent(school);
    await givenGuardian(school.ctx, studentId);
    const args = { cookie, params: { id: studentId } };
    const page = () => outcomeOf(() => student.loader(routeArgs(`${HERE}/${studentId}`, args)));
    expect(JSON.stringify(await page())).not.toContain("13800001234");
    const post = (form: Record<string, string>) =>
      outcomeOf(() => student.action(routeArgs(`${HERE}/${studentId}`, { ...args, form })));
    expect((await post({ intent: "reveal", reason: "看" })).status).toBe(422);
    const opened = await post({ intent: "reveal", reason: "核对保险信息" });
    expect(opened.data).toMatchObject({ revealed: { phone: "13800001234", birthDate: MINOR_BORN } });
    expect(JSON.stringify(await page())).toContain("核对保险信息");
    const guardian = { intent: "guardian", name: "李秀英", relation: "mother", phone: "138 0000 7777" };
    expect((await post(guardian)).location).toContain("done=guardian");
    expect(await post({ ...guardian, phone: "12" })).toMatchObject({
      status: 422,
      data: { intent: "guardian" },
    });
    expect(await post({ intent: "ask", purpose: "internship", recipient: "没有这家" })).toMatchObject({
      status: 422,
      data: { state: { fields: [{ field: "recipient" }] } },
    });
    expect((await post({ intent: "ask", purpose: "platform_record" })).location).toContain("done=asked");
    expect((await post({ intent: "invite" })).location).toContain("done=withoutEmail");
  });
});

describe("inviting by paper", () => {
  it("leads to the slips of the class, each with a code and its drawing", async () => {
    await givenStudent(school, { name: "纸条同学" });
    const asked = await outcomeOf(() =>
      invitations.action(
        routeArgs(`${HERE}/invitations`, {
          cookie,
          form: { way: "print", className: "24数控1班", submissionKey: newId() },
        }),
      ),
    );
    expect(asked.status).toBe(303);
    const shown = await slips.loader(routeArgs(asked.location!, { cookie }));
    expect(shown.slips.length).toBeGreaterThan(0);
    expect(shown.slips[0]!.code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(shown.slips[0]!.qr.path).toMatch(/^M\d+ \d+h1v1h-1z/);
    const counted = await invitations.loader(routeArgs(`${HERE}/invitations`, { cookie }));
    expect(counted.counts.printed).toBe(shown.slips.length);
  });
});

describe("taking up a record by its pages", () => {
  it("goes from the typed code to a mail, and from its link to an account", async () => {
    const { studentId, studentNumber } = await givenStudent(school, { name: "认领同学" });
    await inviteStudents(school.ctx, { way: "print", studentId });
    const printed = await read.studentInvitation.findFirstOrThrow({ where: { studentId, way: "print" } });
    const typed = codeOf(printed).toLowerCase();
    const led = await outcomeOf(() =>
      join.loader(routeArgs(`/join?code=${typed.slice(0, 5)}-${typed.slice(5)}`)),
    );
    expect(led.location).toBe(`/join/${codeOf(printed)}`);
    const code = codeOf(printed);
    const proof = { birthDate: MINOR_BORN, tail: studentNumber.slice(-4) };
    const post = (which: string, form: Record<string, string>) =>
      outcomeOf(() => joinRecord.action(routeArgs(`/join/${which}`, { params: { code: which }, form })));
    const wrong = await post(code, {
      intent: "address",
      ...proof,
      tail: "zzzz",
      email: "claim@test.example",
    });
    expect(wrong).toMatchObject({ status: 422, data: { state: { typed: { email: "claim@test.example" } } } });
    const sent = await post(code, { intent: "address", ...proof, email: "claim@test.example" });
    expect(sent.location).toBe(`/join/${code}?sent`);
    const mailed = codeOf(
      await read.studentInvitation.findFirstOrThrow({ where: { studentId, way: "mail" } }),
    );
    expect((await post(mailed, { intent: "create", password: "short" })).status).toBe(422);
    const joined = await post(mailed, { intent: "create", password: "Student-2026!" });
    expect(joined).toMatchObject({ status: 303, location: "/account/data" });
    const gone = await outcomeOf(() =>
      joinRecord.loader(routeArgs(`/join/${mailed}`, { params: { code: mailed } })),
    );
    expect(gone.status).toBe(404);
  });
});

describe("a guardian's link", () => {
  it("shows nothing of the child before the digits, then takes the word and its withdrawal", async () => {
    const { studentId } = await givenStudent(school, { name: "林同学" });
    await givenGuardian(school.ctx, studentId);
    await requestGuardianConsent(school.ctx, { studentId, purpose: "platform_record", recipientId: null });
    const token = tokenOf(await read.consentRequest.findFirstOrThrow({ where: { studentId } }));
    const path = `/consents/${token}`;
    const open = (door?: string) =>
      outcomeOf(() =>
        consent.loader(routeArgs(path, { params: { token }, ...(door ? { cookie: door } : {}) })),
      );
    expect(JSON.stringify(await open())).not.toContain("林同学");
    const post = (form: Record<string, string>, door?: string) =>
      consent.action(routeArgs(path, { params: { token }, form, ...(door ? { cookie: door } : {}) }));
    expect((await outcomeOf(() => post({ intent: "given" }))).location).toBe(path);
    expect(await read.consent.count({ where: { studentId } })).toBe(0);
    const wrong = await outcomeOf(() => post({ intent: "digits", digits: "0000" }));
    expect(wrong).toMatchObject({ status: 422, data: { state: { fields: [{ values: { left: 4 } }] } } });
    const right = (await post({ intent: "digits", digits: "5678" })) as Response;
    const door = right.headers.get("Set-Cookie")!.split(";")[0]!;
    expect(JSON.stringify(await open(door))).toContain("林同学");
    expect(JSON.stringify(await open(`${door}x`))).not.toContain("林同学");
    expect((await outcomeOf(() => post({ intent: "given" }, door))).location).toBe(`${path}?done=given`);
    expect((await outcomeOf(() => post({ intent: "withdrawn", reason: "改主意" }, door))).status).toBe(303);
    const rows = await read.consent.findMany({ where: { studentId }, orderBy: { at: "asc" } });
    expect(rows.map((row) => row.act)).toEqual(["given", "withdrawn"]);

    const parent = await givenPerson("家长");
    const both = `${door}; ${await cookieOf(parent.personId)}`;
    expect((await outcomeOf(() => post({ intent: "link" }, both))).location).toContain("/account/children");
    const theirs = await cookieOf(parent.personId);
    const listed = await children.loader(routeArgs("/account/children", { cookie: theirs }));
    expect(listed.children.map((child) => child.name)).toEqual(["林同学"]);
    const answered = await outcomeOf(() =>
      children.action(
        routeArgs("/account/children", {
          cookie: theirs,
          form: { intent: "given", student: studentId, purpose: "platform_record" },
        }),
      ),
    );
    expect(answered.location).toBe("/account/children?done=given");
  });
});

describe("one's own data", () => {
  it("is shown, downloaded, and its consents withdrawn", async () => {
    const { personId } = await givenPerson("黄子轩", { organizationId: school.id, role: "student" });
    const { studentId } = await givenStudent(school, { birthDate: ADULT_BORN, personId });
    const own = await cookieOf(personId);
    const post = (form: Record<string, string>) =>
      outcomeOf(() => data.action(routeArgs("/account/data", { cookie: own, form })));
    const matter = { student: studentId, purpose: "platform_record" };
    expect((await post({ intent: "given", ...matter })).location).toBe("/account/data?done=given");
    expect((await post({ intent: "withdrawn", ...matter })).location).toBe("/account/data?done=withdrawn");
    expect((await post({ intent: "withdrawn", ...matter })).status).toBe(409);
    expect((await post({ intent: "erase", password: "x" })).status).toBe(422);
    const page = await data.loader(routeArgs("/account/data", { cookie: own }));
    expect(page.own.records[0]?.consents[0]?.standing?.student).toBe("withdrawn");
    const file = await dataExport.loader(routeArgs("/account/data/export", { cookie: own }));
    expect(file.headers.get("Content-Type")).toBe("application/zip");
  });
});
