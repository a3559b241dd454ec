import { describe, expect, it } from "vitest";
import { loader as filePage } from "~/marketplace/routes/file";
import { addEvidence } from "~/organizations/commands/add-evidence.server";
import { retryDelivery } from "~/organizations/commands/retry-delivery.server";
import { outboxPage } from "~/organizations/queries/outbox.server";
import { loader as adminPage } from "~/organizations/routes/admin";
import { loader as eventsPage } from "~/organizations/routes/admin.events";
import { action as outboxAction, loader as outboxLoader } from "~/organizations/routes/admin.outbox";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { cookieOf, givenPerson, personCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenMember, granted, pdf, refusalOf } from "./given";

const givenOperator = async () => {
  const { personId } = await givenPerson("管理员", null, { isOperator: true });
  return { personId, ctx: personCtx(personId, true), cookie: await cookieOf(personId) };
};

const givenDelivery = async (state: string): Promise<string> => {
  const { ctx } = await givenOperator();
  const key = newId();
  const mail = {
    key,
    to: "a@secret.example",
    language: "zh-CN",
    subject: "机密",
    lines: ["正文"],
    link: "/x",
  };
  await inTransaction(async (tx) => {
    await enqueue(tx, ctx, [mailDelivery(mail)]);
    await tx.delivery.update({
      where: { key: `mail:${key}` },
      data: { state, attempts: 6, lastError: "550 no" },
    });
  });
  return (await read.delivery.findUniqueOrThrow({ where: { key: `mail:${key}` } })).id;
};

describe("the operator's home and searches", () => {
  it("are the operator's alone", async () => {
    const { cookie } = await givenMember("enterprise", "普通公司");
    for (const [path, loader] of [
      ["/admin", adminPage],
      ["/admin/outbox", outboxLoader],
      ["/admin/events", eventsPage],
    ] as const) {
      expect((await outcomeOf(() => loader(routeArgs(path, { cookie })))).status, path).toBe(404);
      expect((await outcomeOf(() => loader(routeArgs(path)))).location, path).toContain("/login");
    }
  });

  it("count what waits and what was given up", async () => {
    const { cookie } = await givenOperator();
    await givenDelivery("dead");
    const home = await outcomeOf(() => adminPage(routeArgs("/admin", { cookie })));
    expect(home.data).toMatchObject({ home: { waiting: 0, late: 0, dead: 1 } });
  });

  it("find events by subject and check the chain they show", async () => {
    const { cookie } = await givenOperator();
    const { id, ctx } = await givenMember("school", "有事学校");
    granted(await addEvidence(ctx, [pdf("甲.pdf"), pdf("乙.pdf")]));
    const found = await outcomeOf(() =>
      eventsPage(routeArgs(`/admin/events?type=organization&id=${id}`, { cookie })),
    );
    expect(found.data).toMatchObject({
      found: {
        chain: { intact: true },
        items: [{ sequence: 2 }, { sequence: 1, name: "organization.evidence_added" }],
      },
    });
    const none = await outcomeOf(() =>
      eventsPage(routeArgs(`/admin/events?id=${id}&to=2020-01-01`, { cookie })),
    );
    expect(none.data).toMatchObject({ found: { items: [] } });
    const wrong = await outcomeOf(() => eventsPage(routeArgs("/admin/events?from=gestern", { cookie })));
    expect(wrong.data).toMatchObject({
      state: { fields: [{ field: "from", key: "errors.notADate" }] },
      typed: { from: "gestern" },
    });
  });
});

describe("the outbox", () => {
  it("shows no mail's text outside the demo", async () => {
    const id = await givenDelivery("done");
    const { items } = await outboxPage({ state: "done", kind: null }, null);
    expect(items.find((item) => item.id === id)).toMatchObject({ kind: "mail", mail: null });
    expect(JSON.stringify(items)).not.toContain("secret.example");
  });

  it("tries a dead delivery again, once", async () => {
    const { ctx, cookie } = await givenOperator();
    const id = await givenDelivery("dead");
    expect(granted(await retryDelivery(ctx, id))).toEqual({ id });
    expect(await read.delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "queued",
      attempts: 0,
    });
    expect(refusalOf(await retryDelivery(ctx, id)).code).toBe("conflict");
    const again = await outcomeOf(() =>
      outboxAction(routeArgs("/admin/outbox", { cookie, form: { retry: id } })),
    );
    expect(again.status).toBe(409);
    const { ctx: stranger } = await givenMember("school", "重发学校");
    expect(refusalOf(await retryDelivery(stranger, id)).code).toBe("not_found");
  });
});

describe("files given as evidence", () => {
  it("go to members and to the operator, whose reading is recorded, and to nobody else", async () => {
    const school = await givenMember("school", "文件学校");
    const [id] = granted(await addEvidence(school.ctx, [pdf()])).ids;
    const ask = (cookie?: string) =>
      filePage(routeArgs(`/files/${id}`, { params: { id: id! }, ...(cookie ? { cookie } : {}) }));
    const own = (await ask(school.cookie)) as Response;
    expect(own.headers.get("Content-Disposition")).toMatch(/^attachment;/);
    expect(await own.text()).toContain("%PDF-1.7");
    const operator = await givenOperator();
    expect(((await ask(operator.cookie)) as Response).status).toBe(200);
    const readings = await read.event.findMany({
      where: { subjectId: school.id, name: "organization.evidence_read" },
    });
    expect(readings.map((event) => JSON.parse(event.actor).personId)).toEqual([operator.personId]);
    const stranger = await givenMember("enterprise", "路人公司");
    expect((await outcomeOf(() => ask(stranger.cookie))).status).toBe(404);
    const student = await givenPerson("学生", { organizationId: school.id, role: "student" });
    expect((await outcomeOf(async () => ask(await cookieOf(student.personId)))).status).toBe(404);
    expect((await outcomeOf(() => ask())).location).toContain("/login");
  });
});
