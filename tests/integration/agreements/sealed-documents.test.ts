import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { sealedEvidence } from "~/agreements/queries/evidence-bundle.server";
import { verifyByCode, verifyFile } from "~/agreements/queries/verification.server";
import { bundleText } from "~/agreements/rules/bundle";
import { freezeContent } from "~/agreements/rules/freeze";
import type { SealedContent, Signer } from "~/agreements/rules/sealed-content";
import { verifySignature } from "~/agreements/rules/signature";
import { endSealedDocument, withdrawSealedDocument } from "~/agreements/sealed-documents/close.server";
import { openSealedDocument } from "~/agreements/sealed-documents/open.server";
import { type DocumentRoom, sealRoomDocument } from "~/agreements/sealed-documents/seal.server";
import { signDigest, signSealedDocument } from "~/agreements/sealed-documents/sign.server";
import type { SealStep } from "~/agreements/sealing.server";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { at, givenParty, platformCtx, refusedKey, settled } from "./given";

let firm: MemberCtx;
let school: MemberCtx;
let content: SealedContent;
let student: Signer;

beforeAll(async () => {
  [firm, school] = [await givenParty("enterprise", "海珠数控"), await givenParty("school", "海珠技校")];
  student = { kind: "person", id: newId() };
  content = {
    heading: "岗位实习三方协议",
    title: "数控车工岗位实习三方协议",
    startsOn: "2027-03-01",
    endsOn: "2027-08-31",
    parties: [
      { kind: "organization", id: firm.actor.organizationId, name: "海珠数控", role: "实习单位" },
      { kind: "organization", id: school.actor.organizationId, name: "海珠技校", role: "职业学校" },
      { ...student, name: "林小满", role: "学生" },
    ],
    items: [{ id: "pay", label: "实习报酬", value: "每月 3,200 元，按月支付给学生本人" }],
    clauses: [{ id: "c1", title: "安全", text: "实习单位提供岗前安全教育；不收取押金。" }],
    references: [{ id: "guardian", label: "监护人知情同意书", sha256: "a".repeat(64) }],
  };
});

const subject = () => ({ subjectKind: "placement", subjectId: newId() });
const opened = (ctx: MemberCtx, given = subject(), baseId?: string) =>
  decide((tx) => openSealedDocument(tx, ctx, { ...given, content, ...(baseId ? { baseId } : {}) }));

const sign = (ctx: MemberCtx, document: { id: string; digest: string }, signer: Signer) =>
  decide((tx) =>
    signSealedDocument(tx, ctx, {
      documentId: document.id,
      signer,
      actor: { id: ctx.actor.personId, name: signer.kind === "person" ? "林小满" : ctx.actor.name },
      capacity: signer.kind === "person" ? "学生本人" : "授权代表",
      consentWording: "我已阅读全文并同意。",
      digest: document.digest,
    }),
  );

const organization = (ctx: MemberCtx): Signer => ({ kind: "organization", id: ctx.actor.organizationId });

const signedByAll = async (given = subject(), baseId?: string) => {
  const document = settled(await opened(firm, given, baseId));
  settled(await sign(firm, document, organization(firm)));
  settled(await sign(school, document, organization(school)));
  settled(await sign(firm, document, student));
  return { ...document, ...given };
};

const room: DocumentRoom = {
  subjectKind: "placement",
  eventWords: (name) => name,
  onSealed: async (tx, ctx, { subjectId, code }) =>
    void (await record(tx, ctx, {
      subject: { type: "placement", id: subjectId },
      name: "placement.sealed",
      payload: { code },
      audience: [],
    })),
};

describe("a document of another room", () => {
  it("is signed by two organizations and a person, sealed once and checked by anybody", async () => {
    const document = await signedByAll();
    expect(await read.delivery.count({ where: { key: `placement.seal:${document.id}` } })).toBe(1);
    expect(await verifyByCode(document.code)).toBe("not_sealed");
    const outcomes = await Promise.all([
      sealRoomDocument(platformCtx(), document.id, room),
      sealRoomDocument(platformCtx(), document.id, room),
    ]);
    expect(outcomes.sort()).toEqual(["nothing_to_do", "sealed"]);
    expect(await read.event.count({ where: { subjectId: document.subjectId } })).toBe(1);
    const found = await verifyByCode(document.code);
    if (typeof found === "string") throw new Error(found);
    expect(found.verification.checks.filter((one) => !one.holds)).toEqual([]);
    expect(found.verification.checks.map((one) => one.check)).toEqual([
      "seal",
      "content",
      "signatures",
      "signatures",
      "signatures",
      "events",
      "pdf",
    ]);
    expect(found.standing).toEqual({ of: "document", standing: "in_force" });
    expect(JSON.stringify(found)).not.toContain("林小满");
    expect(JSON.stringify(found)).not.toContain("3,200");
    settled(await decide((tx) => endSealedDocument(tx, document.id, "实习提前结束")));
    expect(await verifyByCode(document.code)).toMatchObject({ standing: { standing: "ended" } });
  });

  it("is checked offline by its bundle, and every change is found and located", async () => {
    const document = await signedByAll();
    await sealRoomDocument(platformCtx(), document.id, room);
    const stored = await read.sealedDocument.findUniqueOrThrow({ where: { id: document.id } });
    const bundle = await sealedEvidence(stored);
    if (!bundle) throw new Error("no bundle");
    const folder = mkdtempSync(path.join(tmpdir(), "bridge-bundle-"));
    const verify = (text: string) => {
      const file = path.join(folder, `${newId()}.json`);
      writeFileSync(file, text);
      return spawnSync(process.execPath, ["--import", "tsx", "app/agreements/cli/verify.ts", file], {
        encoding: "utf8",
      });
    };
    expect(verify(bundleText(bundle))).toMatchObject({ status: 0 });
    const forged = verify(bundleText({ ...bundle, frozen: bundle.frozen.replace("3,200", "1,200") }));
    expect(forged.status).toBe(1);
    expect(forged.stdout).toContain("实习报酬");
    const pdf = Buffer.from(bundle.pdf, "base64");
    expect(await verifyFile(pdf, false, null)).toMatchObject({ kind: "pdf", result: { holds: true } });
    pdf[17_000] = pdf[17_000]! ^ 1;
    expect(await verifyFile(pdf, false, document.code)).toMatchObject({
      kind: "pdf",
      result: { holds: false, where: { kind: "pdf" } },
    });
    const text = Buffer.from(bundleText(bundle));
    for (let index = 11; index < text.length; index += Math.floor(text.length / 40)) {
      const changed = Buffer.from(text);
      changed[index] = changed[index]! ^ 2;
      const found = await verifyFile(changed, true, null);
      expect(
        found.kind === "unreadable" || (found.kind === "bundle" && !found.verification.holds),
        `byte ${index}`,
      ).toBe(true);
    }
  });

  it("says where and why a signature is refused", async () => {
    const document = settled(await opened(firm));
    expect(refusedKey(await sign(firm, { ...document, digest: "0" }, student))).toBe(
      "agreements.errors.digest",
    );
    const stranger: Signer = { kind: "person", id: newId() };
    expect(refusedKey(await sign(firm, document, stranger))).toBe("agreements.refused.not_signatory");
    expect(refusedKey(await sign(firm, document, { ...student, kind: "organization" }))).toBe(
      "agreements.refused.not_signatory",
    );
    settled(await sign(firm, document, student));
    expect(refusedKey(await sign(firm, document, student))).toBe("agreements.refused.already_signed");
    settled(await decide((tx) => withdrawSealedDocument(tx, document.id, "岗位取消")));
    expect(refusedKey(await sign(firm, document, organization(firm)))).toBe("agreements.refused.not_now");
    expect(await sealRoomDocument(platformCtx(), document.id, room)).toBe("nothing_to_do");
  });

  it("refuses a clock behind what is recorded and a second signature at the same instant", async () => {
    const given = subject();
    const document = settled(await opened(firm, given));
    settled(
      await decide((tx) =>
        record(tx, firm, {
          subject: { type: "placement", id: given.subjectId },
          name: "placement.proposed",
          payload: {},
          audience: [],
        }),
      ),
    );
    expect(refusedKey(await sign(at(firm, "2026-11-22T02:00:00.000Z"), document, student))).toBe(
      "agreements.errors.clock",
    );
    const both = await Promise.all([sign(firm, document, student), sign(firm, document, student)]);
    expect(both.map(refusedKey).sort()).toEqual(["agreements.refused.already_signed", "ok"]);
  });

  it("is changed by a further one that names its digest", async () => {
    const first = await signedByAll();
    expect(refusedKey(await opened(firm, first, first.id))).toBe("agreements.errors.sealedBase");
    await sealRoomDocument(platformCtx(), first.id, room);
    const given = { subjectKind: first.subjectKind, subjectId: first.subjectId };
    const second = await signedByAll(given, first.id);
    await sealRoomDocument(platformCtx(), second.id, room);
    expect(await verifyByCode(first.code)).toMatchObject({ standing: { standing: "superseded" } });
    const found = await verifyByCode(second.code);
    expect(typeof found !== "string" && found.verification.holds).toBe(true);
    const { frozen, ordinal } = await read.sealedDocument.findUniqueOrThrow({ where: { id: second.id } });
    expect(JSON.parse(frozen)).toMatchObject({ baseDigest: first.digest });
    expect(ordinal).toBe(2);
  });

  it("refuses a content that is not one, and names the fields", async () => {
    const result = await decide((tx) =>
      openSealedDocument(tx, firm, {
        ...subject(),
        content: { ...content, startsOn: "soon", parties: [content.parties[0]!, content.parties[0]!] },
      }),
    );
    expect(result.ok ? [] : result.refusal.fields?.map((one) => one.field)).toEqual(["startsOn", "parties"]);
  });

  it.each<SealStep>([
    "begun",
    "drawn",
    "stored",
    "kept",
    "read",
    "sealing",
    "sealed",
  ])("killed at %s and begun again leaves one PDF, one seal and one word of it", async (killedAt) => {
    const document = await signedByAll();
    const kill = (step: SealStep) => {
      if (step === killedAt) throw new Error(`killed at ${step}`);
    };
    await expect(sealRoomDocument(platformCtx(), document.id, room, kill)).rejects.toThrow("killed");
    await sealRoomDocument(platformCtx(), document.id, room);
    expect(await read.storedFile.count({ where: { subjectId: document.subjectId } })).toBe(1);
    expect(await read.event.count({ where: { subjectId: document.subjectId } })).toBe(1);
    const found = await verifyByCode(document.code);
    expect(typeof found !== "string" && found.verification.holds).toBe(true);
  });

  it("keeps one key a person, of their own, and a signature of another key does not pass for theirs", async () => {
    const { digest } = freezeContent({ b: 1, a: [2] });
    expect(freezeContent({ a: [2], b: 1 }).digest).toBe(digest);
    const given = {
      documentId: newId(),
      actor: { id: student.id, name: "林小满" },
      capacity: "学生本人",
      consentWording: "我同意。",
      digest,
      at: new Date(),
    };
    const made = settled(
      await decide((tx) => signDigest(tx, { ...given, signer: { ...student, name: "林小满" } })),
    );
    const other = settled(
      await decide((tx) =>
        signDigest(tx, { ...given, signer: { kind: "person", id: newId(), name: "别人" } }),
      ),
    );
    const key = await read.signingKey.findUniqueOrThrow({ where: { id: made.keyId } });
    expect(key.organizationId).toBe(`person:${student.id}`);
    expect(verifySignature(digest, made, key)).toBe(true);
    expect(verifySignature(digest, { ...made, signature: other.signature }, key)).toBe(false);
    expect(verifySignature(`${digest}0`, made, key)).toBe(false);
    const theirs = await read.signingKey.findUniqueOrThrow({ where: { id: other.keyId } });
    expect(verifySignature(digest, made, { ...key, id: theirs.id })).toBe(false);
    expect(verifySignature(digest, other, { ...theirs, organizationId: key.organizationId })).toBe(false);
  });
});
