import { beforeAll, describe, expect, it } from "vitest";
import { verifyByCode } from "~/agreements/queries/verification.server";
import { agreeTable } from "~/credits/commands/agree-table.server";
import { openTableVersion } from "~/credits/commands/open-table-version.server";
import { reopenTable } from "~/credits/commands/reopen-table.server";
import { saveCourse } from "~/credits/commands/save-course.server";
import { setTableLine } from "~/credits/commands/set-table-line.server";
import { signTable } from "~/credits/commands/sign-table.server";
import { startTable } from "~/credits/commands/start-table.server";
import { coursesOn } from "~/credits/course-versions.server";
import { tablePage } from "~/credits/queries/table-page.server";
import { sealTable } from "~/credits/seal-table.server";
import { tableInForce } from "~/credits/table-in-force.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import {
  givenCourse,
  givenCreditCity,
  givenSignedTable,
  LINES,
  openVersionRow,
  PASSWORD,
  signedByBoth,
} from "~tests/fixtures/credits";
import { must, speak, type TransferCity } from "~tests/fixtures/transfers";

const DAY1 = "2026-11-10T02:00:00.000Z";
const DAY5 = "2026-11-15T02:00:00.000Z";
const DAY9 = "2026-11-20T02:00:00.000Z";

let city: TransferCity;
let stranger: TransferCity;

beforeAll(async () => {
  [city, stranger] = [await givenCreditCity(DAY1), await givenCreditCity(DAY1, "440604")];
});

const countOf = (tableId: string) => read.equivalenceVersion.count({ where: { tableId } });

describe("a course catalogue", () => {
  it("keeps the version of every day, and no change reaches back", async () => {
    const { vocational } = city;
    await givenCourse(vocational, DAY1, { code: "V900", name: "体育", credits: 2 });
    const change = { code: "V900", name: "体育与健康", credits: 3 };
    const back = await saveCourse(speak(vocational, DAY5), {
      ...change,
      kind: "public",
      credits: 300,
      hours: 54,
      grade: 1,
      term: 1,
      required: true,
      offered: true,
      validFrom: "2026-11-01",
    });
    expect(back).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "validFrom", key: "credits.errors.backdated" }] },
    });
    await givenCourse(vocational, DAY5, { ...change, validFrom: "2026-11-18" });
    const on = async (day: string) =>
      (await coursesOn(read, vocational.id, day, null)).find((one) => one.code === "V900");
    expect(await on("2026-11-17")).toMatchObject({ name: "体育", creditsCenti: 200, ordinal: 1 });
    expect(await on("2026-11-18")).toMatchObject({ name: "体育与健康", creditsCenti: 300, ordinal: 2 });
    const again = await givenCourse(vocational, DAY9, { ...change, validFrom: "2026-12-01" });
    expect(await read.schoolCourse.count({ where: { organizationId: vocational.id, code: "V900" } })).toBe(2);
    expect(again.id).toBe((await on("2026-11-18"))?.id);
  });

  it("is entered once by a form sent twice", async () => {
    const form = {
      submissionKey: newId(),
      code: "V901",
      name: "音乐",
      kind: "public" as const,
      credits: 100,
      hours: 18,
      grade: 1,
      term: 1,
      offered: true,
      validFrom: "2026-09-01",
    };
    const ctx = speak(city.vocational, DAY1);
    expect(must(await saveCourse(ctx, form))).toEqual(must(await saveCourse(ctx, form)));
    expect(
      await read.schoolCourse.count({ where: { organizationId: city.vocational.id, code: "V901" } }),
    ).toBe(1);
  });

  it("is not for enterprises, nor for those who only teach", async () => {
    const ctx = speak(city.vocational, DAY1);
    const teacher = {
      ...ctx,
      actor: { ...ctx.actor, organization: { ...ctx.actor.organization, role: "teacher" as const } },
    };
    const form = {
      code: "V902",
      name: "舞蹈",
      kind: "public" as const,
      credits: 100,
      hours: 18,
      grade: 1,
      term: 1,
      validFrom: "2026-09-01",
    };
    expect(await saveCourse(teacher, form)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
  });
});

describe("an equivalence table", () => {
  let id: string;

  it("is proposed by one school, written by either, and agreed by both before it is signed", async () => {
    const start = {
      submissionKey: newId(),
      agreement: city.agreementId,
      direction: "in" as const,
      validFrom: "2026-09-01",
    };
    id = must(await startTable(speak(city.vocational, DAY1), start)).id;
    expect(must(await startTable(speak(city.vocational, DAY1), start)).id).toBe(id);
    expect(
      await startTable(speak(city.general, DAY1), { ...start, submissionKey: newId(), direction: "out" }),
    ).toMatchObject({
      ok: false,
      refusal: { key: "credits.errors.tableKnown" },
    });
    const empty = await agreeTable(speak(city.general, DAY1), id, { version: 1 });
    expect(empty).toMatchObject({ ok: false, refusal: { key: "credits.errors.noLines" } });
    const unknown = await setTableLine(speak(city.general, DAY1), id, {
      version: 1,
      sourceCode: "G999",
      type: "elective",
    });
    expect(unknown).toMatchObject({ ok: false, refusal: { fields: [{ field: "sourceCode" }] } });
    for (const [index, line] of LINES.entries()) {
      const school = index % 2 === 0 ? city.vocational : city.general;
      must(
        await setTableLine(speak(school, DAY1), id, { ...line, version: (await openVersionRow(id)).version }),
      );
    }
    const { version } = await openVersionRow(id);
    expect(must(await agreeTable(speak(city.vocational, DAY1), id, { version }))).toEqual({ both: false });
    const after = await openVersionRow(id);
    must(await setTableLine(speak(city.general, DAY1), id, { ...LINES[0]!, version: after.version }));
    expect((await openVersionRow(id)).agreedToAt).toBeNull();
  });

  it("of others is not found, and a version changed meanwhile is a conflict", async () => {
    const foreign = speak(stranger.vocational, DAY1);
    expect(await tablePage(foreign, id, null)).toBeNull();
    for (const refused of [
      await agreeTable(foreign, id, { version: 1 }),
      await setTableLine(foreign, id, { ...LINES[0]!, version: 1 }),
      await openTableVersion(foreign, id, { validFrom: "2026-12-01" }),
      await signTable({ ...foreign, actor: { ...foreign.actor, personId: city.vocational.personId } }, id, {
        password: PASSWORD,
        digest: "0".repeat(64),
      }),
    ]) {
      expect(refused).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    }
    const stale = await agreeTable(speak(city.general, DAY1), id, { version: 1 });
    expect(stale).toMatchObject({ ok: false, refusal: { code: "conflict" } });
  });

  it("is signed by both with their passwords, counts from then, and anybody can check its seal", async () => {
    for (const school of [city.vocational, city.general]) {
      must(await agreeTable(speak(school, DAY1), id, { version: (await openVersionRow(id)).version }));
    }
    const first = await openVersionRow(id);
    const document = await read.sealedDocument.findUniqueOrThrow({ where: { id: first.documentId ?? "" } });
    const sign = (school: typeof city.general, password = PASSWORD, digest = document.digest) =>
      signTable(speak(school, DAY1), id, { password, digest });
    expect(await sign(city.general, "wrong")).toMatchObject({
      ok: false,
      refusal: { fields: [{ field: "password" }] },
    });
    expect(await sign(city.general, PASSWORD, "0".repeat(64))).toMatchObject({
      ok: false,
      refusal: { code: "conflict" },
    });
    must(await sign(city.general));
    expect(await sign(city.general)).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    expect(await tableInForce(read, city.general.id, city.vocational.id, "2026-11-10")).toBeNull();
    expect(must(await sign(city.vocational))).toEqual({ signed: 2, total: 2 });
    expect(await tableInForce(read, city.general.id, city.vocational.id, "2026-11-09")).toBeNull();
    const held = await tableInForce(read, city.general.id, city.vocational.id, "2026-11-10");
    expect(held).toMatchObject({ ordinal: 1, inForceFrom: "2026-11-10" });
    expect(held?.lines).toHaveLength(LINES.length);
    expect(await read.delivery.count({ where: { key: `creditTable.seal:${document.id}` } })).toBe(1);
    await sealTable({ documentId: document.id }, { id: newId(), key: "" });
    const found = await verifyByCode(document.code);
    if (typeof found === "string") throw new Error(found);
    expect(found.verification.checks.filter((one) => !one.holds)).toEqual([]);
    expect((await tablePage(speak(city.general, DAY5), id, null))?.shown?.code).toBe(document.code);
  });

  it("gets a next version whose draft tells what differs; the signed one counts until both have signed", async () => {
    must(await openTableVersion(speak(city.general, DAY5), id, { validFrom: "2026-11-01" }));
    expect(
      await openTableVersion(speak(city.vocational, DAY5), id, { validFrom: "2026-12-01" }),
    ).toMatchObject({
      ok: false,
      refusal: { key: "credits.errors.versionOpen" },
    });
    const { version } = await openVersionRow(id);
    must(await setTableLine(speak(city.general, DAY5), id, { sourceCode: "G104", type: "none", version }));
    const page = await tablePage(speak(city.vocational, DAY5), id, null);
    expect(page?.diff).toMatchObject({
      ordinal: 1,
      changes: [{ sourceCode: "G104", change: "changed", fields: ["type"] }],
    });
    expect(await tableInForce(read, city.general.id, city.vocational.id, "2026-11-15")).toMatchObject({
      ordinal: 1,
    });
    await signedByBoth(city, id, DAY9, []);
    expect(await tableInForce(read, city.general.id, city.vocational.id, "2026-11-19")).toMatchObject({
      ordinal: 1,
    });
    expect(await tableInForce(read, city.general.id, city.vocational.id, "2026-11-20")).toMatchObject({
      ordinal: 2,
    });
    expect(await countOf(id)).toBe(2);
    const states = (await tablePage(speak(city.general, DAY9), id, null))?.versions.map((one) => one.state);
    expect(states).toEqual(["signed", "superseded"]);
  });

  it("at signature goes back to editing with a reason, and its text is withdrawn", async () => {
    must(await openTableVersion(speak(city.general, DAY9), id, { validFrom: "2026-12-01" }));
    for (const school of [city.vocational, city.general]) {
      must(await agreeTable(speak(school, DAY9), id, { version: (await openVersionRow(id)).version }));
    }
    const { version, documentId } = await openVersionRow(id);
    must(await reopenTable(speak(city.general, DAY9), id, { version, reason: "美术课还要再谈" }));
    expect(await read.sealedDocument.findUniqueOrThrow({ where: { id: documentId ?? "" } })).toMatchObject({
      state: "withdrawn",
    });
    expect(await openVersionRow(id)).toMatchObject({
      state: "draft",
      agreedFromAt: null,
      note: "美术课还要再谈",
    });
  });

  it("needs an agreement of both that runs", async () => {
    const refused = await startTable(speak(stranger.vocational, DAY1), {
      agreement: city.agreementId,
      direction: "in",
      validFrom: "2026-09-01",
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "not_found" } });
    const late = await givenSignedTable(stranger, DAY1);
    const over = await openTableVersion(speak(stranger.vocational, "2028-03-01T02:00:00.000Z"), late, {
      validFrom: "2028-03-01",
    });
    expect(over).toMatchObject({ ok: false, refusal: { key: "credits.errors.agreementEnded" } });
  });
});
