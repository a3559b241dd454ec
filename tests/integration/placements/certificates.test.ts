import { generateKeyPairSync } from "node:crypto";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { drawCertificate } from "~/placements/certificate-pdf.server";
import { answerAssessment } from "~/placements/commands/answer-assessment.server";
import { completeDuePlacements } from "~/placements/commands/complete-due-placements.server";
import { decideAssessment } from "~/placements/commands/decide-assessment.server";
import { issueCertificate } from "~/placements/commands/issue-certificate.server";
import { revokeCertificate } from "~/placements/commands/revoke-certificate.server";
import { scorePlacement } from "~/placements/commands/score-placement.server";
import { shareCertificate } from "~/placements/commands/share-certificate.server";
import { placeStudents } from "~/placements/place-students.server";
import {
  certificateByCode,
  certificateRow,
  checkBrought,
  sharedCertificate,
} from "~/placements/queries/certificate-check.server";
import { issuerJwks, issuerProfile, revocationList } from "~/placements/queries/issuer-records.server";
import { loader as fileLoader } from "~/placements/routes/certificate.file";
import { loader as issuerLoader } from "~/placements/routes/issuer";
import { HOUSE_RUBRIC } from "~/placements/rules/assessment";
import { hashedName } from "~/placements/rules/credential";
import { signCredential } from "~/placements/rules/vc-jwt";
import { isRevokedIn } from "~/placements/status-list.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { readStoredFile } from "~/platform/files/store.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { OPEN_BADGE_SCHEMA } from "~tests/fixtures/open-badge-schema";
import { givenPerson, memberCtx } from "~tests/fixtures/people";
import { givenHost, givenSharedStudents, soundTerms } from "~tests/fixtures/placing";
import { routeArgs } from "~tests/fixtures/route";
import { givenSchoolWithRoll } from "~tests/fixtures/students";

const AFTER = "2027-08-25T02:00:00.000Z";

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};
const refusal = (result: Result<unknown>) => (result.ok ? null : result.refusal);

let school: Awaited<ReturnType<typeof givenSchoolWithRoll>>;
let host: Awaited<ReturnType<typeof givenHost>>;
let student: ReturnType<typeof memberCtx>;
let studentId = "";
let id = "";
let code = "";

const clock = fixedClock(AFTER);
const schoolCtx = () => ({ ...school.ctx, clock });
const hostCtx = () => ({ ...host.ctx, clock });
const points = (by: "school" | "host", score: string) =>
  Object.fromEntries(HOUSE_RUBRIC.parts.filter((part) => part.by === by).map(({ key }) => [key, score]));
const levels = Object.fromEntries(soundTerms().tasks.map((name) => [name, "mastered"]));
const versionOf = async () => (await read.placement.findUniqueOrThrow({ where: { id } })).version;
const keySet = async () => createLocalJWKSet((await issuerJwks(school.id)) as unknown as JSONWebKeySet);

beforeAll(async () => {
  school = await givenSchoolWithRoll("考核学校");
  host = await givenHost("考核机械");
  [studentId = ""] = await givenSharedStudents(school, host.id, 1);
  const { personId } = await givenPerson("学生", { organizationId: school.id, role: "student" });
  await inTransaction((tx) => tx.student.update({ where: { id: studentId }, data: { personId } }));
  const as = { id: school.id, kind: "school", name: school.name, role: "student" } as const;
  student = memberCtx(personId, as, AFTER);
  [id = ""] = await inTransaction((tx) =>
    placeStudents(tx, school.ctx, [
      {
        studentId,
        hostId: host.id,
        listingId: null,
        origin: "round",
        terms: soundTerms({ postId: host.postId }),
      },
    ]),
  );
  await inTransaction((tx) =>
    tx.placement.update({ where: { id }, data: { state: "in_progress", startedOn: "2027-02-22" } }),
  );
});

describe.sequential("a placement assessed by both sides", () => {
  it("is completed by the house after its last day, once, and counts for the unit", async () => {
    const ctx = { actor: systemActor("平台"), clock, requestId: newId() };
    expect(await completeDuePlacements(ctx)).toBe(1);
    expect(await completeDuePlacements(ctx)).toBe(0);
    const track = await read.partnerTrack.findUniqueOrThrow({ where: { organizationId: host.id } });
    expect([track.completed, track.breaks, track.city]).toEqual([1, 0, "4401"]);
  });

  it("takes no points from a student or a stranger, and no wrong ones", async () => {
    const input = { version: 0, scores: points("host", "88"), levels, note: "" };
    expect(refusal(await scorePlacement(student, id, input))?.code).toBe("forbidden");
    const other = await givenHost("别家机械");
    expect(refusal(await scorePlacement(other.ctx, id, input))?.code).toBe("not_found");
    const wrong = await scorePlacement(hostCtx(), id, { ...input, scores: { skill: "101" }, levels: {} });
    expect(refusal(wrong)?.fields?.map((one) => one.field)).toEqual([
      "score-skill",
      "score-conduct",
      "score-safety",
      "level-0",
      "level-1",
      "level-2",
    ]);
  });

  it("is graded when both have scored and the student has spoken, and enters its credits once", async () => {
    value(
      await scorePlacement(hostCtx(), id, { version: 0, scores: points("host", "92"), levels, note: "踏实" }),
    );
    expect(refusal(await decideAssessment(schoolCtx(), id, 1))?.code).toBe("conflict");
    value(
      await scorePlacement(schoolCtx(), id, {
        version: 1,
        scores: points("school", "80"),
        levels: {},
        note: "",
      }),
    );
    expect(refusal(await decideAssessment(schoolCtx(), id, 2))?.code).toBe("conflict");
    const bare = await answerAssessment(student, id, { version: 2, answer: "disagrees", reason: " " });
    expect(refusal(bare)?.fields?.[0]?.field).toBe("reason");
    value(await answerAssessment(student, id, { version: 2, answer: "agrees", reason: "" }));
    expect(value(await decideAssessment(schoolCtx(), id, 3))).toEqual({ grade: "good", creditsCenti: 2600 });
    const entries = await read.creditEntry.findMany({ where: { studentId } });
    expect(entries.map((one) => [one.act, one.source, one.creditsCenti, one.grade])).toEqual([
      ["earned", "placement", 2600, "good"],
    ]);
    expect(refusal(await decideAssessment(schoolCtx(), id, 4))?.code).toBe("conflict");
  });
});

describe.sequential("the certificate of an assessed placement", () => {
  it("is issued by the school alone, once while it stands", async () => {
    expect(refusal(await issueCertificate(hostCtx(), id, await versionOf()))?.code).toBe("forbidden");
    code = value(await issueCertificate(schoolCtx(), id, await versionOf())).code;
    expect(refusal(await issueCertificate(schoolCtx(), id, await versionOf()))?.code).toBe("conflict");
    expect((await read.placement.findUniqueOrThrow({ where: { id } })).state).toBe("certified");
  });

  it("is accepted by an independent JOSE library with the keys the school publishes", async () => {
    const row = await certificateRow(code);
    const { payload, protectedHeader } = await jwtVerify(row?.jwt ?? "", await keySet(), {
      algorithms: ["EdDSA"],
      issuer: (await issuerProfile(school.id))?.id ?? "",
      currentDate: new Date(AFTER),
    });
    expect(protectedHeader.typ).toBe("JWT");
    expect(protectedHeader.kid).toContain(`/organizations/${school.id}/jwks.json#`);
    expect(payload.jti).toMatch(new RegExp(`/certificates/${code}\\.json$`));
  });

  it("has every field Open Badges 3.0 requires", async () => {
    const args = routeArgs(`/certificates/${code}.json`, { params: { file: `${code}.json` } });
    const response = (await fileLoader(args)) as Response;
    const credential: unknown = await response.json();
    const ajv = addFormats(new Ajv2020({ strict: true, strictRequired: false, allErrors: true }));
    const holds = ajv.compile(OPEN_BADGE_SCHEMA);
    expect(holds(credential), JSON.stringify(holds.errors)).toBe(true);
    const { issuer: _issuer, ...without } = credential as Record<string, unknown>;
    expect(holds(without)).toBe(false);
  });

  it("does not tell a name, and lets one be checked", async () => {
    const row = await certificateRow(code);
    const { name } = await read.student.findUniqueOrThrow({ where: { id: studentId } });
    const text = Buffer.from(row?.jwt.split(".")[1] ?? "", "base64url").toString("utf8");
    expect(text).not.toContain(name);
    const [identity] = (await certificateByCode(code))?.credential?.credentialSubject.identifier ?? [];
    expect(identity?.identityHash).toBe(hashedName(name, identity?.salt ?? ""));
    expect(identity?.identityHash).not.toBe(hashedName("别人", identity?.salt ?? ""));
  });

  it("is drawn once as a PDF, for those whose placement it is", async () => {
    const row = await certificateRow(code);
    const delivery = { id: "test", key: "certificate.pdf:test" };
    await drawCertificate({ certificateId: row?.id ?? "" }, delivery);
    await drawCertificate({ certificateId: row?.id ?? "" }, delivery);
    const files = await read.storedFile.findMany({ where: { subjectType: "placement", subjectId: id } });
    expect(files).toHaveLength(1);
    const bytes = await readStoredFile(files[0]?.storageKey ?? "");
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("is found out when a byte is changed, wherever it is", async () => {
    const jwt = (await certificateRow(code))?.jwt ?? "";
    expect(await checkBrought(jwt)).toEqual({ ok: true, code, revoked: null });
    const [head = "", body = "", mark = ""] = jwt.split(".");
    const text = Buffer.from(body, "base64url").toString("utf8").replace("良好", "优秀");
    const better = `${head}.${Buffer.from(text, "utf8").toString("base64url")}.${mark}`;
    expect(await checkBrought(better)).toEqual({ ok: false, because: "altered" });
    const flipped = `${jwt.slice(0, -10)}${jwt.at(-10) === "A" ? "B" : "A"}${jwt.slice(-9)}`;
    expect(await checkBrought(flipped)).toEqual({ ok: false, because: "altered" });
    await expect(jwtVerify(better, await keySet())).rejects.toThrow();
    expect(await checkBrought("eyJ")).toEqual({ ok: false, because: "unreadable" });
  });

  it("is found out when a stranger's key signed it, under its own name or the school's", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const key = privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
    const credential = (await certificateByCode(code))?.credential;
    if (!credential) throw new Error("no credential");
    const [own] = (await issuerJwks(school.id))?.keys ?? [];
    const stranger = signCredential(credential, { kid: "https://other.example/keys#1", privateKey: key });
    expect(await checkBrought(stranger)).toEqual({ ok: false, because: "strange_key" });
    const posing = signCredential(credential, { kid: own?.kid ?? "", privateKey: key });
    expect(await checkBrought(posing)).toEqual({ ok: false, because: "altered" });
    const elsewhere = signCredential(
      { ...credential, issuer: { ...credential.issuer, id: "https://other.example/issuer.json" } },
      { kid: own?.kid ?? "", privateKey: key },
    );
    expect(await checkBrought(elsewhere)).toEqual({ ok: false, because: "unknown_issuer" });
  });

  it("is shared by its holder alone, and no longer once they stop", async () => {
    expect(refusal(await shareCertificate(schoolCtx(), id, { version: 1, share: true }))?.code).toBe(
      "forbidden",
    );
    const { token } = value(await shareCertificate(student, id, { version: 1, share: true }));
    expect((await sharedCertificate(token ?? ""))?.studentName).toBe("学生1");
    value(await shareCertificate(student, id, { version: 2, share: false }));
    expect(await sharedCertificate(token ?? "")).toBeNull();
  });

  it("is revoked with a reason, in the school's signed list too, and may be issued anew", async () => {
    const listed = async (index: number) => {
      const args = routeArgs(`/organizations/${school.id}/revocations.jwt`, { params: { id: school.id } });
      const list = await (await issuerLoader(args)).text();
      const { payload } = await jwtVerify(list, await keySet(), { currentDate: new Date(AFTER) });
      return isRevokedIn((payload.credentialSubject as { encodedList: string }).encodedList, index);
    };
    expect(await listed(0)).toBe(false);
    const input = { version: 3, reason: "岗位名称写错" };
    expect(refusal(await revokeCertificate(hostCtx(), id, input))?.code).toBe("forbidden");
    expect(refusal(await revokeCertificate(schoolCtx(), id, { ...input, reason: " " }))?.code).toBe(
      "invalid",
    );
    value(await revokeCertificate(schoolCtx(), id, input));
    expect([await listed(0), await listed(1)]).toEqual([true, false]);
    const view = await certificateByCode(code);
    expect([view?.genuine, view?.revoked?.reason]).toEqual([true, "岗位名称写错"]);
    const brought = await checkBrought((await certificateRow(code))?.jwt ?? "");
    expect(brought.ok && brought.revoked?.reason).toBe("岗位名称写错");
    const next = value(await issueCertificate(schoolCtx(), id, await versionOf()));
    expect(next.code).not.toBe(code);
    expect(await revocationList(host.id)).toBeNull();
  });
});
