import { describe, expect, it } from "vitest";
import { answerDataRequest } from "~/organizations/commands/answer-data-request.server";
import { askDataRequest } from "~/organizations/commands/ask-data-request.server";
import { childData } from "~/organizations/queries/child-data.server";
import { dataRequests } from "~/organizations/queries/data-requests.server";
import { action as childAction, loader as childPage } from "~/organizations/routes/account.child";
import { loader as exportPage } from "~/organizations/routes/account.child-export";
import { read } from "~/platform/db/client.server";
import { openMail } from "~/platform/mail/sealed-mail.server";
import { cookieOf, givenPerson, memberCtx, personCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { ADULT_BORN, givenGuardian, givenSchoolWithRoll, givenStudent } from "~tests/fixtures/students";
import { granted, refusalOf } from "./given";

const family = async (name: string, birthDate?: string) => {
  const school = await givenSchoolWithRoll(name);
  const { studentId } = await givenStudent(school, birthDate ? { birthDate } : {});
  const { personId } = await givenPerson("陈伯年");
  await givenGuardian(school.ctx, studentId, { personId });
  await givenGuardian(school.ctx, studentId, { name: "林秀", phone: "13900009999" });
  return { school, studentId, personId, ctx: personCtx(personId), cookie: await cookieOf(personId) };
};

describe("a guardian", () => {
  it("sees the child's record in the clear, the other guardian by name only", async () => {
    const { ctx, studentId } = await family("看得见学校");
    const child = await childData(ctx, studentId);
    if (child === null || child === "adult") throw new Error("nothing to see");
    expect(child.record).toMatchObject({ name: "陈雨桐", birthDate: "2009-03-15", phone: "13800001234" });
    expect(child.record.guardians.map(({ name, phone }) => [name, phone])).toEqual([
      ["陈伯年", "13900005678"],
      ["林秀", null],
    ]);
  });

  it("finds nothing of other people's children, and nothing private of one who is of age", async () => {
    const { studentId } = await family("别人家学校");
    const other = await family("自家学校", ADULT_BORN);
    expect(await childData(other.ctx, studentId)).toBeNull();
    expect(await childData(other.ctx, other.studentId)).toBe("adult");
    const ask = { kind: "deletion" as const, text: "请删除这份信息" };
    expect(refusalOf(await askDataRequest(other.ctx, { studentId, ...ask })).code).toBe("not_found");
    expect(refusalOf(await askDataRequest(other.ctx, { studentId: other.studentId, ...ask })).code).toBe(
      "forbidden",
    );
    const page = (cookie: string, id: string) =>
      outcomeOf(() => childPage(routeArgs(`/account/children/${id}`, { cookie, params: { id } })));
    expect((await page(other.cookie, studentId)).status).toBe(404);
    expect((await page(other.cookie, other.studentId)).status).toBe(403);
  });

  it("takes the data along, which the school and the student can see", async () => {
    const { cookie, studentId } = await family("下载学校");
    const params = { id: studentId };
    const answer = (await exportPage(
      routeArgs(`/account/children/${studentId}/export`, { cookie, params }),
    )) as Response;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    const events = await read.event.findMany({ where: { subjectId: studentId, name: "student.exported" } });
    expect(events).toHaveLength(1);
  });

  it("asks to correct an entry; the school answers in writing, once, and the guardian is told", async () => {
    const { ctx, cookie, school, studentId } = await family("更正学校");
    const params = { id: studentId };
    const empty = await outcomeOf(() =>
      childAction(
        routeArgs(`/account/children/${studentId}`, { cookie, params, form: { kind: "correction" } }),
      ),
    );
    expect(empty.status).toBe(422);
    const text = "生日应为 2009-03-16";
    const { requestId, dueOn } = granted(
      await askDataRequest(ctx, { studentId, kind: "correction", field: "birthDate", text }),
    );
    expect(dueOn > "2026-11-20").toBe(true);
    expect((await dataRequests(school.ctx))[0]).toMatchObject({
      student: "陈雨桐",
      field: "birthDate",
      text,
    });
    const answer = { requestId, outcome: "refused" as const, answer: "与户口簿一致，请先更正户口簿。" };
    const { actor } = school.ctx;
    const teacher = memberCtx(actor.personId, { ...actor.organization, role: "teacher" });
    expect(refusalOf(await answerDataRequest(teacher, answer)).code).toBe("forbidden");
    const strange = await givenSchoolWithRoll("别的学校");
    expect(refusalOf(await answerDataRequest(strange.ctx, answer)).code).toBe("not_found");
    expect(granted(await answerDataRequest(school.ctx, answer))).toEqual({ erased: false });
    expect(refusalOf(await answerDataRequest(school.ctx, answer)).code).toBe("conflict");
    const child = await childData(ctx, studentId);
    if (child === null || child === "adult") throw new Error("nothing to see");
    expect(child.requests).toMatchObject([{ state: "refused", answer: answer.answer }]);
    const mails = await read.delivery.findMany({ where: { kind: "mail", key: { contains: requestId } } });
    expect(mails.length).toBeGreaterThan(0);
    const told = JSON.stringify(
      mails.map(({ payload }) => openMail(JSON.parse(payload) as Record<string, unknown>)),
    );
    expect(told).not.toContain("陈雨桐");
  });

  it("has the record deleted: names and numbers go, the ledger and the chain stay", async () => {
    const { ctx, school, studentId } = await family("删除学校");
    const { requestId } = granted(
      await askDataRequest(ctx, { studentId, kind: "deletion", text: "已转学，请删除" }),
    );
    const answer = { requestId, outcome: "done" as const, answer: "已删除" };
    expect(granted(await answerDataRequest(school.ctx, answer))).toEqual({ erased: true });
    expect(await read.student.findUniqueOrThrow({ where: { id: studentId } })).toMatchObject({
      state: "erased",
      name: "",
      birthDateSealed: null,
      phoneSealed: null,
    });
    expect(await childData(ctx, studentId)).toBeNull();
    expect((await dataRequests(school.ctx))[0]).toMatchObject({ student: null, state: "done" });
  });
});
