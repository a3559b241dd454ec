import { beforeAll, describe, expect, it } from "vitest";
import * as answers from "~/api/credit-schema";
import { action as collectedRoute } from "~/api/routes/credits-collected";
import { loader as convertedRoute } from "~/api/routes/credits-converted";
import { loader as reconciliationRoute } from "~/api/routes/credits-reconciliation";
import { loader as transcriptRoute } from "~/api/routes/credits-transcript";
import { loader as schemaRoute } from "~/api/routes/credits-transcript-schema";
import { action as depositRoute, loader as listRoute } from "~/api/routes/credits-transcripts";
import { signatureOf } from "~/api/rules/webhook-signature";
import { makeStoreSecret } from "~/credits/commands/make-store-secret.server";
import { actOnConversion } from "~/credits/conversion-actions.server";
import { storedForTransfer } from "~/credits/queries/stored-for-transfer.server";
import { startTransfer } from "~/pathways/commands/start-transfer.server";
import { issuerKeys } from "~/placements/certificate-keys.server";
import { checkJwt } from "~/placements/rules/vc-jwt";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { answered, callArgs, givenKey } from "~tests/fixtures/keys";
import { personCtx } from "~tests/fixtures/people";
import {
  givenFirstYear,
  givenTransferCity,
  must,
  OPENING,
  type Speaker,
  speak,
  type TransferCity,
} from "~tests/fixtures/transfers";

type System = { key: string; secret: string };

let city: TransferCity;
let student: Awaited<ReturnType<typeof givenFirstYear>>;
let sending: System;
let receiving: System;
let strange: System;
let transferId: string;

const system = async (who: Speaker): Promise<System> => {
  const owner = speak(who, new Date().toISOString());
  const key = await givenKey(owner, ["credits"]);
  return { key: key.secret, secret: must(await makeStoreSecret(owner, { version: 0 })).secret };
};

const document = (values: object = {}) => ({
  form: "bridge-transcript/1",
  deposit: "2026-0001",
  sequence: 2,
  student: { number: student.studentNumber },
  issuedOn: "2026-11-20",
  lines: [
    { code: "YW101", name: "语文", credits: 4, hours: 72, grade: "86.5", term: "1-1" },
    { code: "JX101", name: "机械制图", credits: 3.5, grade: "良好", term: "1-1" },
    { code: "ZZ999", name: "陌生课程", credits: 2, grade: "90", term: "1-1" },
  ],
  ...values,
});

const deposit = async (body: unknown, from: System = sending, header?: string) => {
  const raw = JSON.stringify(body);
  const signature = header ?? signatureOf(from.secret, Math.floor(Date.now() / 1000), raw);
  const args = callArgs("/api/v1/credits/transcripts", {
    secret: from.key,
    body: raw,
    headers: { "Bridge-Signature": signature },
  });
  return answered(await depositRoute(args));
};

const get = async (
  route: typeof transcriptRoute,
  path: string,
  by: System,
  params: Record<string, string> = {},
) => answered(await route(callArgs(path, { secret: by.key, params })));

const today = civilDate(new Date());
const report = async (by: System) =>
  answers.reconciliationAnswer.parse(
    (await get(reconciliationRoute, `/api/v1/credits/reconciliation?from=${today}&to=${today}`, by)).body,
  );

beforeAll(async () => {
  city = await givenTransferCity();
  student = await givenFirstYear(city.vocational, city.programmeId, { birthDate: "2010-03-15" });
  const started = await startTransfer(personCtx(student.personId, false, OPENING), {
    student: student.studentId,
    quota: city.quotaGeneral,
    studyForm: "full_time",
    entranceScore: 6_000,
  });
  transferId = must(started).id;
  sending = await system(city.vocational);
  receiving = await system(city.general);
  strange = await system((await givenTransferCity("510104")).general);
  const at = new Date(OPENING);
  const tableId = newId();
  const versionId = newId();
  await inTransaction(async (tx) => {
    await tx.equivalenceTable.create({
      data: {
        id: tableId,
        fromSchoolId: city.vocational.id,
        toSchoolId: city.general.id,
        agreementId: city.agreementId,
        createdAt: at,
      },
    });
    await tx.equivalenceVersion.create({
      data: {
        id: versionId,
        tableId,
        ordinal: 1,
        state: "signed",
        validFrom: "2026-09-01",
        inForceFrom: "2026-09-01",
        note: "",
        proposedById: city.vocational.id,
        signedAt: at,
        createdAt: at,
        updatedAt: at,
        version: 1,
      },
    });
    await tx.equivalenceLine.create({
      data: {
        id: newId(),
        versionId,
        sourceCode: "YW101",
        sourceName: "语文",
        sourceCenti: 400,
        type: "same",
        destinationCode: "G-YW",
        destinationName: "语文必修",
        destinationCenti: 400,
        majorCode: "",
        minimumCenti: 0,
        shareBp: 10_000,
        note: "",
      },
    });
  });
});

describe("depositing a transcript", () => {
  let first: Awaited<ReturnType<typeof deposit>>;

  it("needs a key with the scope and a signature that holds, and says which field is wrong", async () => {
    const owner = speak(city.vocational, new Date().toISOString());
    const reading = await givenKey(owner, ["read"]);
    expect((await deposit(document(), { ...sending, key: reading.secret })).status).toBe(403);
    expect((await deposit(document(), sending, "t=1,v1=00")).status).toBe(403);
    expect((await deposit(document(), { ...sending, secret: receiving.secret })).status).toBe(403);
    const old = signatureOf(sending.secret, Math.floor(Date.now() / 1000) - 400, JSON.stringify(document()));
    expect((await deposit(document(), sending, old)).status).toBe(403);
    const wrong = await deposit(
      document({ lines: [{ code: "A", name: "甲", credits: 2.555, grade: "90", term: "1-1", points: 1 }] }),
    );
    expect(wrong.status).toBe(422);
    const pointers = (wrong.body.errors as { pointer: string }[]).map((one) => one.pointer);
    expect(pointers).toContain("/lines/0/credits");
    const nobody = await deposit(document({ student: { number: "X99" } }));
    expect(nobody.body.errors).toMatchObject([{ pointer: "/student/number" }]);
    const [line] = document().lines;
    const twice = await deposit(document({ lines: [line, line] }));
    expect(twice.body.errors).toMatchObject([{ pointer: "/lines/1/code" }]);
    expect(await read.transcriptDeposit.count({ where: { schoolId: city.vocational.id } })).toBe(0);
  });

  it("gives the same answer when it is sent twice, also at once", async () => {
    const [a, b] = await Promise.all([deposit(document()), deposit(document())]);
    first = a;
    expect(a.status).toBe(201);
    expect(answers.depositAnswer.parse(a.body)).toMatchObject({ order: "latest", lines: 3, elsewhere: 0 });
    expect(b.body).toEqual(a.body);
    expect((await deposit(document())).body).toEqual(a.body);
    expect(await read.transcriptDeposit.count({ where: { schoolId: city.vocational.id } })).toBe(1);
  });

  it("refuses the same number with other contents and overwrites nothing", async () => {
    const differs = await deposit(document({ issuedOn: "2026-11-21" }));
    expect(differs.status).toBe(409);
    const row = await read.transcriptDeposit.findUniqueOrThrow({ where: { id: String(first.body.id) } });
    expect(row.issuedOn).toBe("2026-11-20");
  });

  it("keeps a lower sequence as late and lets a higher one supersede", async () => {
    const late = await deposit(document({ sequence: 1, issuedOn: "2026-11-10" }));
    expect(late.body).toMatchObject({ order: "late" });
    const newer = await deposit(document({ sequence: 3, issuedOn: "2026-11-22" }));
    expect(newer.body).toMatchObject({ order: "latest" });
    const rows = await read.transcriptDeposit.findMany({
      where: { schoolId: city.vocational.id },
      orderBy: { sequence: "asc" },
    });
    expect(rows.map((row) => row.state)).toEqual(["late", "superseded", "latest"]);
  });

  it("refuses a name that is in use for another student", async () => {
    const other = await givenFirstYear(city.vocational, city.programmeId);
    const done = await deposit(document({ sequence: 4, student: { number: other.studentNumber } }));
    expect(done.status).toBe(409);
  });
});

const latest = async (): Promise<string> =>
  (
    await read.transcriptDeposit.findFirstOrThrow({
      where: { schoolId: city.vocational.id, name: "2026-0001", state: "latest" },
    })
  ).id;

describe("collecting it", () => {
  it("is for nobody but the depositor before the authority has approved the transfer", async () => {
    const id = await latest();
    const path = `/api/v1/credits/transcripts/${id}`;
    expect((await get(transcriptRoute, path, sending, { id })).status).toBe(200);
    expect((await get(transcriptRoute, path, receiving, { id })).status).toBe(404);
    expect((await get(convertedRoute, `${path}/converted`, sending, { id })).status).toBe(409);
    expect((await get(listRoute, "/api/v1/credits/transcripts", receiving)).body.transcripts).toEqual([]);
  });

  it("is for the school of the pair from then on, and for no other", async () => {
    await inTransaction((tx) =>
      tx.transfer.update({
        where: { id: transferId },
        data: { state: "credits", submittedAt: new Date(OPENING) },
      }),
    );
    const id = await latest();
    const path = `/api/v1/credits/transcripts/${id}`;
    const list = answers.transcriptList.parse(
      (await get(listRoute, "/api/v1/credits/transcripts", receiving)).body,
    );
    expect(list.transcripts.map((one) => one.id)).toContain(id);
    const stored = await get(transcriptRoute, path, receiving, { id });
    const transcript = answers.storedTranscript.parse(stored.body);
    expect(transcript.lines).toHaveLength(3);
    expect(transcript.student).toMatchObject({ number: student.studentNumber, newNumber: null });
    expect(JSON.stringify(stored.body)).not.toContain(student.name);
    for (const route of [transcriptRoute, convertedRoute])
      expect((await get(route, path, strange, { id })).status).toBe(404);
  });

  it("comes converted line by line, explained in both languages, and signed by the receiving school", async () => {
    const id = await latest();
    const done = await get(convertedRoute, `/api/v1/credits/transcripts/${id}/converted`, receiving, { id });
    const { converted, jws } = answers.convertedTranscript.parse(done.body);
    expect(converted).toMatchObject({ state: "provisional", asOf: "2026-11-10", table: { ordinal: 1 } });
    expect(converted.lines.map((line) => [line.code, line.outcome, line.credits])).toEqual([
      ["JX101", "unknown", 0],
      ["YW101", "recognised", 4],
      ["ZZ999", "unknown", 0],
    ]);
    for (const line of converted.lines) {
      expect(line.why.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(`${line.why.zh}${line.why.en}`).not.toContain("{{");
    }
    const check = checkJwt(jws, await issuerKeys(city.general.id));
    expect(check).toMatchObject({ ok: true, payload: { digest: converted.digest } });
    expect(checkJwt(jws, await issuerKeys(city.vocational.id)).ok).toBe(false);
    expect(JSON.stringify(done.body)).not.toContain(student.name);
    const again = await get(convertedRoute, `/api/v1/credits/transcripts/${id}/converted`, sending, { id });
    expect(answers.convertedTranscript.parse(again.body).converted.digest).toBe(converted.digest);
  });

  it("goes into the open recognition of the transfer when a newer one comes, and not over people's work", async () => {
    await deposit(document({ sequence: 5, issuedOn: "2026-11-23" }));
    const open = await read.creditConversion.findUniqueOrThrow({ where: { transferId } });
    expect(open).toMatchObject({ origin: "intermediate", state: "open" });
    await inTransaction((tx) =>
      tx.creditConversion.update({
        where: { transferId },
        data: { origin: "by_hand", transcript: '[{"x":1}]' },
      }),
    );
    await deposit(document({ sequence: 6, issuedOn: "2026-11-24" }));
    const kept = await read.creditConversion.findUniqueOrThrow({ where: { transferId } });
    expect(kept.transcript).toBe('[{"x":1}]');
    await inTransaction((tx) => tx.creditConversion.delete({ where: { transferId } }));
  });

  it("is taken by the receiving school's people too, and shown to nobody else", async () => {
    const at = new Date().toISOString();
    const stored = await storedForTransfer(speak(city.general, at), transferId);
    expect(stored).toMatchObject({ issuedOn: "2026-11-24" });
    expect(stored?.lines).toHaveLength(3);
    expect(await storedForTransfer(speak(city.vocational, at), transferId)).toBeNull();
    const form = new FormData();
    form.set("intent", "store");
    form.set("version", "0");
    expect((await actOnConversion(speak(city.general, at), transferId, form, null)) as object).toMatchObject({
      ok: true,
    });
    const row = await read.creditConversion.findUniqueOrThrow({ where: { transferId } });
    expect(row.origin).toBe("intermediate");
  });

  it("is marked once by the receiving school with the hash it holds", async () => {
    const id = await latest();
    const { hash } = await read.transcriptDeposit.findUniqueOrThrow({ where: { id } });
    const mark = async (by: System, given: string) =>
      answered(
        await collectedRoute(
          callArgs(`/api/v1/credits/transcripts/${id}/collected`, {
            secret: by.key,
            body: { hash: given },
            params: { id },
          }),
        ),
      );
    expect((await mark(receiving, "0".repeat(64))).status).toBe(422);
    expect((await mark(sending, hash)).status).toBe(403);
    expect((await mark(strange, hash)).status).toBe(404);
    const marked = await mark(receiving, hash);
    expect(answers.collectedAnswer.parse(marked.body).hash).toBe(hash);
    expect((await mark(receiving, hash)).body).toEqual(marked.body);
  });
});

describe("two schools with one person", () => {
  it("are both kept and both told", async () => {
    const identity = { idNumber: "440113201003159999" };
    const here = await givenFirstYear(city.vocational, city.programmeId, identity);
    const there = await givenFirstYear(city.general, "general", identity);
    const one = (number: string) => document({ deposit: "both", sequence: 1, student: { number } });
    expect((await deposit(one(here.studentNumber))).body).toMatchObject({ elsewhere: 0 });
    expect((await deposit(one(there.studentNumber), receiving)).body).toMatchObject({ elsewhere: 1 });
    const told = (await report(sending)).items.find((item) => item.deposit === "both");
    expect(told?.elsewhere).toEqual(["乙高级中学"]);
    expect(await read.transcriptDeposit.count({ where: { name: "both" } })).toBe(2);
  });
});

describe("the reconciliation", () => {
  it("counts every try and what became of the deposits, for each school its own", async () => {
    const own = await report(sending);
    expect(own.attempts).toEqual({ kept: 5, late: 1, repeated: 2, differs: 1, unsigned: 3 });
    expect(own.deposits).toMatchObject({ latest: 2, superseded: 3, late: 1, collected: 1, elsewhere: 1 });
    expect((await report(receiving)).incoming).toEqual({ available: 1, collected: 1 });
    expect((await report(strange)).items).toEqual([]);
  });

  it("asks for days in order and not too many", async () => {
    const ask = async (query: string) =>
      (await get(reconciliationRoute, `/api/v1/credits/reconciliation?${query}`, sending)).status;
    expect(await ask("from=2026-02-01&to=2026-01-01")).toBe(422);
    expect(await ask("from=2020-01-01&to=2026-01-01")).toBe(422);
    expect(await ask("from=yesterday&to=2026-01-01")).toBe(422);
  });
});

describe("the published schema", () => {
  it("is the one that is asked for", async () => {
    const schema = (await schemaRoute().json()) as { properties: Record<string, object>; required: string[] };
    expect(schema.required).toEqual(expect.arrayContaining(["deposit", "sequence", "student", "lines"]));
    expect(Object.keys(schema.properties)).toEqual(Object.keys(document()));
  });
});
