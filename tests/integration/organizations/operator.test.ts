import { describe, expect, it } from "vitest";
import { versionDifference } from "~/catalogues/queries/version-difference.server";
import { readPerson } from "~/identity/commands/read-person.server";
import { signIn } from "~/identity/commands/sign-in.server";
import { searchPeople } from "~/identity/queries/people-search.server";
import { withdrawnInUse } from "~/marketplace/queries/withdrawn-in-use.sqlite.server";
import { loader as cataloguesPage } from "~/marketplace/routes/admin.catalogues";
import { retryDeadDeliveries } from "~/organizations/commands/retry-dead-deliveries.server";
import { platformHealth } from "~/organizations/queries/platform-health.server";
import { loader as healthPage } from "~/organizations/routes/admin.health";
import { action as jobsAction, loader as jobsPage } from "~/organizations/routes/admin.jobs";
import { loader as outboxPage } from "~/organizations/routes/admin.outbox";
import { action as peopleAction, loader as peoplePage } from "~/organizations/routes/admin.people";
import { action as personAction, loader as personPage } from "~/organizations/routes/admin.person";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { requestSeconds } from "~/platform/log/metrics.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { watched } from "~/platform/outbox/sweep-log.server";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, givenProgramme } from "~tests/fixtures/enquiries";
import { cookieOf, givenOrganization, givenPerson, NOW, personCtx } from "~tests/fixtures/people";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { eventNamesOf, givenAccount, mailsTo, PASSWORD, visitor } from "../identity/accounts";
import { givenMember, refusalOf } from "./given";

const givenOperator = async () => {
  const { personId } = await givenPerson("管理员", null, { isOperator: true });
  return { personId, ctx: personCtx(personId, true), cookie: await cookieOf(personId) };
};

const givenDeliveries = async (kind: string, state: string, count: number): Promise<string[]> => {
  const { ctx } = await givenOperator();
  const keys = Array.from({ length: count }, () => newId());
  await inTransaction(async (tx) => {
    await enqueue(
      tx,
      ctx,
      keys.map((key) => ({ kind, key, payload: {} })),
    );
    await tx.delivery.updateMany({
      where: { key: { in: keys } },
      data: { state, attempts: 6, lastError: "connection refused" },
    });
  });
  return keys;
};

describe("the operator's pages", () => {
  it("are the operator's alone", async () => {
    const { cookie } = await givenMember("school", "普通学校");
    const { personId } = await givenAccount();
    const params = { id: personId };
    for (const [path, page] of [
      ["/admin/jobs", jobsPage],
      ["/admin/outbox", outboxPage],
      ["/admin/people", peoplePage],
      ["/admin/people", peopleAction],
      ["/admin/people/x", personPage],
      ["/admin/people/x", personAction],
      ["/admin/health", healthPage],
      ["/admin/catalogues", cataloguesPage],
    ] as const) {
      expect((await outcomeOf(() => page(routeArgs(path, { cookie, params })))).status, path).toBe(404);
      expect((await outcomeOf(() => page(routeArgs(path, { params })))).location, path).toContain("/login");
    }
  });
});

describe("people", () => {
  it("are found by whole address or the beginning of a name, addresses masked", async () => {
    const { personId } = await givenAccount("wanted.person@school.example", "欧阳找我");
    const { cookie } = await givenOperator();
    const search = async (q: string) => {
      const form = { q };
      const answer = await outcomeOf(() => peopleAction(routeArgs("/admin/people", { cookie, form })));
      return (answer.data as { found: { people: { id: string }[] } }).found.people.map((one) => one.id);
    };
    expect(await search(" WANTED.person@school.example ")).toEqual([personId]);
    expect(await search("欧阳")).toEqual([personId]);
    expect(await search("找我")).toEqual([]);
    expect(await search("wanted.person@school")).toEqual([]);
    expect(JSON.stringify(await searchPeople("欧阳"))).not.toContain("wanted.person");
    expect((await searchPeople("欧阳")).people[0]!.email).toBe("w***@school.example");
  });

  it("show all only for a reason, which is recorded first", async () => {
    const { personId, email } = await givenAccount();
    await cookieOf(personId);
    const { cookie, ctx, personId: operator } = await givenOperator();
    const params = { id: personId };
    const post = (form: Record<string, string>) =>
      outcomeOf(() => personAction(routeArgs("/admin/people/x", { cookie, params, form })));
    const plain = await outcomeOf(() => personPage(routeArgs("/admin/people/x", { cookie, params })));
    expect(JSON.stringify(plain.data)).not.toContain(email);
    expect(await post({ intent: "read", version: "1", reason: " " })).toMatchObject({
      status: 422,
      data: { state: { fields: [{ field: "reason", key: "errors.required" }] } },
    });
    expect(await eventNamesOf("person", personId)).not.toContain("person.read_by_operator");
    expect(await post({ intent: "read", version: "1", reason: "工单 2041" })).toMatchObject({
      status: 200,
      data: { told: { email, signIns: [{ by: "link" }] } },
    });
    const kept = await read.event.findFirstOrThrow({
      where: { subjectId: personId, name: "person.read_by_operator" },
    });
    expect(JSON.parse(kept.payload)).toEqual({ reason: "工单 2041" });
    expect(JSON.parse(kept.actor).personId).toBe(operator);
    expect(refusalOf(await readPerson(personCtx(personId), { personId, reason: "好奇而已" })).code).toBe(
      "not_found",
    );
    expect(refusalOf(await readPerson(ctx, { personId: newId(), reason: "没有这人" })).code).toBe(
      "not_found",
    );
  });

  it("are kept out and let in again for a reason they are told", async () => {
    const { personId, email } = await givenAccount();
    const theirs = await cookieOf(personId);
    const { cookie } = await givenOperator();
    const post = (intent: string, version: string) =>
      outcomeOf(() =>
        personAction(
          routeArgs("/admin/people/x", {
            cookie,
            params: { id: personId },
            form: { intent, version, reason: "冒用他人身份" },
          }),
        ),
      );
    expect((await post("unlock", "1")).status).toBe(409);
    expect((await post("lock", "7")).status).toBe(409);
    expect(await post("lock", "1")).toMatchObject({
      status: 303,
      location: `/admin/people/${personId}?done=locked`,
    });
    expect(await read.session.count({ where: { personId } })).toBe(0);
    expect(
      (await outcomeOf(() => peoplePage(routeArgs("/admin/people", { cookie: theirs })))).location,
    ).toContain("/login");
    expect(refusalOf(await signIn(visitor(), { email, password: PASSWORD })).key).toBe(
      "identity.errors.keptOut",
    );
    expect(refusalOf(await signIn(visitor(), { email, password: "Wrong-password-1" })).key).toBe(
      "identity.errors.wrongSignIn",
    );
    expect((await mailsTo(email)).map((mail) => mail.text).join()).toContain("冒用他人身份");
    expect((await post("lock", "2")).status).toBe(409);
    expect((await post("unlock", "2")).status).toBe(303);
    expect((await signIn(visitor(), { email, password: PASSWORD })).ok).toBe(true);
    expect(await eventNamesOf("person", personId)).toEqual(
      expect.arrayContaining(["person.locked_by_operator", "person.unlocked_by_operator"]),
    );
  });

  it("lose a second step they cannot use any more; nobody does this to themselves", async () => {
    const school = await givenOrganization("authority", "某主管部门");
    const { personId } = await givenPerson("丢了手机", { organizationId: school, role: "viewer" });
    const operator = await givenOperator();
    const post = (id: string, intent: string, version: string) =>
      outcomeOf(() =>
        personAction(
          routeArgs("/admin/people/x", {
            cookie: operator.cookie,
            params: { id },
            form: { intent, version, reason: "已电话核实本人" },
          }),
        ),
      );
    expect((await post(personId, "clear", "1")).status).toBe(303);
    expect(await read.secondFactor.count({ where: { personId } })).toBe(0);
    expect((await post(personId, "clear", "2")).status).toBe(409);
    for (const intent of ["lock", "unlock", "clear"]) {
      expect((await post(operator.personId, intent, "1")).status).toBe(403);
    }
    expect((await post(personId, "erase", "2")).status).toBe(404);
  });
});

describe("jobs", () => {
  it("keep the earlier address, with what was asked for", async () => {
    const { cookie } = await givenOperator();
    expect(
      await outcomeOf(() => outboxPage(routeArgs("/admin/outbox?state=dead", { cookie }))),
    ).toMatchObject({ status: 301, location: "/admin/jobs?state=dead" });
  });

  it("are kept to a kind, and all given-up ones of a kind are tried again at once", async () => {
    const dead = await givenDeliveries("test.first", "dead", 3);
    await givenDeliveries("test.second", "dead", 1);
    const { cookie, ctx } = await givenOperator();
    const page = await outcomeOf(() =>
      jobsPage(routeArgs("/admin/jobs?kind=test.first&state=dead", { cookie })),
    );
    expect(page.data).toMatchObject({
      kind: "test.first",
      page: { items: [{ kind: "test.first" }, { kind: "test.first" }, { kind: "test.first" }] },
    });
    expect((page.data as { dead: object[] }).dead).toEqual(
      expect.arrayContaining([
        { kind: "test.first", total: 3, lastError: "connection refused" },
        { kind: "test.second", total: 1, lastError: "connection refused" },
      ]),
    );
    const retried = await outcomeOf(() =>
      jobsAction(routeArgs("/admin/jobs", { cookie, form: { retryKind: "test.first" } })),
    );
    expect(retried).toMatchObject({ status: 303, location: "/admin/jobs?state=queued&retried=1" });
    expect(await read.delivery.count({ where: { key: { in: dead }, state: "queued", attempts: 0 } })).toBe(3);
    expect(await read.delivery.count({ where: { kind: "test.second", state: "dead" } })).toBe(1);
    expect(refusalOf(await retryDeadDeliveries(ctx, "test.first")).code).toBe("conflict");
    const { ctx: stranger } = await givenMember("school", "重试学校");
    expect(refusalOf(await retryDeadDeliveries(stranger, "test.second")).code).toBe("not_found");
  });
});

describe("health", () => {
  it("counts what is not done, how upkeep fares, and answers since the start", async () => {
    await givenDeliveries("test.waiting", "queued", 2);
    const clock = fixedClock(NOW);
    const well = watched({ name: "test.well", everyMs: 60_000, run: async () => undefined });
    const ill = watched({
      name: "test.ill",
      everyMs: 60_000,
      run: async () => {
        throw new Error("no such table");
      },
    });
    watched({ name: "test.idle", everyMs: 60_000, run: async () => undefined });
    await well.run(clock);
    await expect(ill.run(clock)).rejects.toThrow("no such table");
    const before = await platformHealth("2026-11-22", new Date(NOW));
    requestSeconds.observe({ method: "GET", status: "2xx" }, 0.02);
    requestSeconds.observe({ method: "GET", status: "5xx" }, 2);
    requestSeconds.observe({ method: "POST", status: "4xx" }, 0.02);
    const health = await platformHealth("2026-11-22", new Date(Date.parse(NOW) + 3_600_000));
    expect(health.kinds).toContainEqual({ kind: "test.waiting", queued: 2, running: 0, dead: 0 });
    expect(health.backlog).toBe(true);
    const named = (name: string) => health.sweeps.find((sweep) => sweep.name === name);
    expect(named("test.well")).toMatchObject({ failed: null, late: true });
    expect(before.sweeps.find((sweep) => sweep.name === "test.well")).toMatchObject({ late: false });
    expect(named("test.ill")).toMatchObject({ failed: "no such table" });
    expect(named("test.idle")).toMatchObject({ startedAt: null, late: false });
    const since = (figure: keyof typeof health.requests) => health.requests[figure] - before.requests[figure];
    expect([since("answered"), since("slow"), since("refused"), since("failed")]).toEqual([3, 1, 1, 1]);
    expect(health.database.main).toBeGreaterThan(100_000);
    expect(health.gate).toBe(0);
  });
});

describe("catalogue versions", () => {
  it("say what they brought, and which living records still use what they withdrew", async () => {
    const firm = await givenOrganization("enterprise", "用旧码的公司");
    const school = await givenOrganization("school", "用旧码的学校");
    expect(withdrawnInUse()).toEqual([]);
    const living = await givenListing(firm, { majorCodes: ["460103"], title: "还在招" });
    await givenListing(firm, { majorCodes: ["460103"], state: "closed" });
    await givenProgramme(school, { majorCode: "460103" });
    const id = newId();
    await inTransaction(async (tx) => {
      await tx.major.update({ where: { code: "460103" }, data: { withdrawnIn: "test-2027" } });
      await tx.catalogueVersion.create({
        data: {
          id,
          catalogue: "majors",
          version: "test-2027",
          authority: "教育部",
          document: "测试目录",
          date: "2027",
          importedAt: new Date(NOW),
          rows: 1,
          added: 0,
          changed: 0,
          withdrawn: 1,
        },
      });
    });
    const uses = withdrawnInUse();
    expect(uses.map(({ catalogue, record, total }) => [catalogue, record, total])).toEqual([
      ["majors", "listing", 1],
      ["majors", "programme", 1],
    ]);
    expect(uses[0]!.rows).toMatchObject([
      { id: living, title: "还在招", organization: "用旧码的公司", code: "460103", withdrawnIn: "test-2027" },
    ]);
    expect(await versionDifference(id)).toMatchObject({ added: [], withdrawn: [{ code: "460103" }] });
    expect(await versionDifference(newId())).toBeNull();
    const { cookie } = await givenOperator();
    const page = await outcomeOf(() =>
      cataloguesPage(routeArgs(`/admin/catalogues?version=${id}`, { cookie })),
    );
    expect(page.data).toMatchObject({
      difference: { counts: { withdrawn: 1 } },
      uses: [{ total: 1 }, { total: 1 }],
    });
  });
});
