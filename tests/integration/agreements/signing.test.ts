import { rm } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { approveDocument } from "~/agreements/commands/approve-document.server";
import { confirmPaper } from "~/agreements/commands/confirm-paper.server";
import { lookAfterAgreements } from "~/agreements/commands/look-after-agreements.server";
import { nameSignatory } from "~/agreements/commands/name-signatory.server";
import { refuseSigning } from "~/agreements/commands/refuse-signing.server";
import { revokeSignatory } from "~/agreements/commands/revoke-signatory.server";
import { sealDocument } from "~/agreements/commands/seal-document.server";
import { uploadPaper } from "~/agreements/commands/upload-paper.server";
import { evidenceBundle } from "~/agreements/queries/evidence-bundle.server";
import { verifyByCode, verifyFile } from "~/agreements/queries/verification.server";
import { bundleText } from "~/agreements/rules/bundle";
import type { SealStep } from "~/agreements/sealing.server";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import {
  at,
  documentOf,
  drafted,
  editText,
  givenMember,
  givenParty,
  platformCtx,
  readyToSign,
  refusedKey,
  settled,
  signAs,
  signedAgreement,
} from "./given";

let firm: MemberCtx;
let school: MemberCtx;
let stranger: MemberCtx;

beforeAll(async () => {
  [firm, school, stranger] = [
    await givenParty("enterprise", "南粤精密"),
    await givenParty("school", "岭南机电"),
    await givenParty("school", "羊城商旅"),
  ];
});

describe("signing", () => {
  it("lets both sign at the same instant, seals once, and anybody can check it", async () => {
    const id = await drafted(firm, school);
    const { firmSignatory, schoolSignatory } = await readyToSign(firm, school, id);
    const both = await Promise.all([signAs(firm, id, firmSignatory), signAs(school, id, schoolSignatory)]);
    expect(both.map((one) => one.ok)).toEqual([true, true]);
    const document = await documentOf(id);
    expect(document.state).toBe("signed");
    expect(await read.delivery.count({ where: { key: `agreement.seal:${document.id}` } })).toBe(1);
    const outcomes = await Promise.all([
      sealDocument(platformCtx(), document.id),
      sealDocument(platformCtx(), document.id),
    ]);
    expect(outcomes.sort()).toEqual(["nothing_to_do", "sealed"]);
    expect(await read.agreement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "active",
      effectiveOn: "2026-11-23",
      sealedOn: "2026-11-23",
    });
    const checked = await verifyByCode(document.code ?? "");
    if (typeof checked === "string") throw new Error(checked);
    expect(checked.verification.checks.filter((one) => !one.holds)).toEqual([]);
    expect(checked.verification.holds).toBe(true);
    expect(await verifyByCode("2222-2222-2222")).toBe("unknown");
  });

  it("refuses a wrong password, another person, and a text that moved on", async () => {
    const id = await drafted(firm, school);
    const { firmSignatory } = await readyToSign(firm, school, id);
    expect(refusedKey(await signAs(firm, id, firmSignatory, 1, "wrong"))).toBe("agreements.errors.password");
    expect(refusedKey(await signAs(school, id, firmSignatory))).toBe("agreements.refused.not_signatory");
    expect(refusedKey(await signAs(stranger, id, firmSignatory))).toBe("errors.notFound");
    expect(
      refusedKey(await editText(school, id, (content) => ({ ...content, title: "改了题目的协议" }))),
    ).toBe("agreements.refused.not_now");
    expect(refusedKey(await signAs(at(firm, "2026-11-22T02:00:00.000Z"), id, firmSignatory))).toBe(
      "agreements.errors.clock",
    );
    expect(refusedKey(await signAs(at(firm, "2026-12-30T02:00:00.000Z"), id, firmSignatory))).toBe(
      "agreements.refused.lapsed",
    );
    expect((await documentOf(id)).state).toBe("signing");
  });

  it("keeps a refused text, voids signatures and clears approvals", async () => {
    const id = await drafted(firm, school);
    const { firmSignatory, schoolSignatory } = await readyToSign(firm, school, id);
    settled(await signAs(firm, id, firmSignatory));
    const before = await documentOf(id);
    expect(refusedKey(await refuseSigning(school, before.id, { version: before.version, reason: " " }))).toBe(
      "agreements.refused.reason_needed",
    );
    settled(
      await refuseSigning(school, before.id, {
        version: before.version,
        reason: "导师课时与教务处核定的不一致",
      }),
    );
    const after = await documentOf(id);
    expect([after.state, after.number, after.batonId, after.digest]).toEqual([
      "negotiating",
      before.number,
      school.actor.organizationId,
      null,
    ]);
    expect(after.content).toEqual(before.content);
    expect(await read.agreementApproval.count({ where: { documentId: after.id } })).toBe(0);
    await readyToSign(school, firm, id);
    expect(refusedKey(await signAs(school, id, schoolSignatory))).toBe("ok");
    expect((await documentOf(id)).state).toBe("signing");
  });

  it("does not let a revoked signatory sign, nor the last one be revoked", async () => {
    const id = await drafted(firm, school);
    const { firmSignatory } = await readyToSign(firm, school, id);
    expect(refusedKey(await revokeSignatory(firm, id, firmSignatory))).toBe(
      "agreements.errors.lastSignatory",
    );
    const second = await givenMember({ ...firm.actor.organization, kind: "enterprise" }, "coordinator");
    const pdf = {
      field: "delegation",
      name: "委托书.pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from("%PDF-1.4"),
    };
    const delegate = {
      personId: second.actor.personId,
      position: "人力总监",
      authority: "delegate" as const,
    };
    expect(refusedKey(await nameSignatory(firm, id, delegate, null))).toBe(
      "agreements.errors.delegationFile",
    );
    settled(await nameSignatory(firm, id, { ...delegate, delegationUntil: "2026-11-30" }, pdf));
    settled(await revokeSignatory(firm, id, firmSignatory));
    expect(refusedKey(await signAs(firm, id, firmSignatory))).toBe("agreements.errors.revoked");
    expect(refusedKey(await revokeSignatory(school, id, firmSignatory))).toBe("errors.notFound");
  });

  it("takes paper with its weaker mark once the other side confirms it", async () => {
    const id = await drafted(firm, school);
    const { firmSignatory, schoolSignatory } = await readyToSign(firm, school, id);
    const { id: documentId, digest } = await documentOf(id);
    const scan = {
      field: "scan",
      name: "签署页.pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from("%PDF-1.4 scan"),
    };
    const paper = settled(
      await uploadPaper(firm, documentId, { signatoryId: firmSignatory, digest: digest ?? "" }, scan),
    );
    expect(refusedKey(await confirmPaper(firm, documentId, paper.id))).toBe("agreements.errors.ownPaper");
    settled(await signAs(school, id, schoolSignatory));
    expect((await documentOf(id)).state).toBe("signing");
    settled(await confirmPaper(school, documentId, paper.id));
    await sealDocument(platformCtx(), documentId);
    const checked = await verifyByCode((await documentOf(id)).code ?? "");
    if (typeof checked === "string") throw new Error(checked);
    expect(checked.verification.checks.map((one) => one.key)).toContain("signaturePaper");
    expect(checked.verification.holds).toBe(true);
  });

  it("cannot be approved and edited at once: one of the two is told", async () => {
    const id = await drafted(firm, school);
    const { id: documentId, version } = await documentOf(id);
    const { sendDocument } = await import("~/agreements/commands/send-document.server");
    settled(await sendDocument(firm, documentId, { version }));
    const now = await documentOf(id);
    const [approval, edit] = await Promise.all([
      approveDocument(firm, documentId, { version: now.version }),
      editText(school, id, (content) => ({ ...content, reviewMonths: 3 })),
    ]);
    expect([approval.ok, edit.ok].filter(Boolean).length).toBe(1);
    const left = await read.agreementApproval.findMany({ where: { documentId } });
    const { number } = await documentOf(id);
    expect(left.every((one) => one.number === number)).toBe(true);
  });

  it("lapses when nobody signs in time", async () => {
    const id = await drafted(firm, school);
    await readyToSign(firm, school, id);
    await lookAfterAgreements(platformCtx("2027-01-05T02:00:00.000Z"));
    expect((await documentOf(id)).state).toBe("expired");
    expect((await read.agreement.findUniqueOrThrow({ where: { id } })).state).toBe("expired");
  });
});

describe("the seal", () => {
  const steps: SealStep[] = ["begun", "drawn", "stored", "kept", "read", "sealing", "sealed"];

  it.each(steps)("killed at %s and begun again leaves one PDF and one seal", async (killedAt) => {
    const { id, documentId } = await signedAgreement(firm, school);
    const kill = (step: SealStep) => {
      if (step === killedAt) throw new Error(`killed at ${step}`);
    };
    await expect(sealDocument(platformCtx(), documentId, kill)).rejects.toThrow("killed");
    await sealDocument(platformCtx(), documentId);
    const document = await documentOf(id);
    expect(document.state).toBe("sealed");
    expect(await read.storedFile.count({ where: { subjectId: id, mediaType: "application/pdf" } })).toBe(1);
    expect(await read.event.count({ where: { subjectId: id, name: "agreement.sealed" } })).toBe(1);
    const checked = await verifyByCode(document.code ?? "");
    expect(typeof checked !== "string" && checked.verification.holds).toBe(true);
  });

  it("says that a PDF is lost and still checks the rest", async () => {
    const { id, documentId } = await signedAgreement(firm, school);
    await sealDocument(platformCtx(), documentId);
    const document = await documentOf(id);
    const file = await read.storedFile.findUniqueOrThrow({ where: { id: document.pdfFileId ?? "" } });
    await rm(path.join(process.env.DATA_DIR ?? "", "files", file.storageKey.slice(0, 2), file.storageKey));
    const checked = await verifyByCode(document.code ?? "");
    if (typeof checked === "string") throw new Error(checked);
    expect(checked.verification.checks.filter((one) => !one.holds).map((one) => one.check)).toEqual(["pdf"]);
  });

  it("locates a changed byte of the PDF, of the evidence and of the database", async () => {
    const { id, documentId } = await signedAgreement(firm, school);
    await sealDocument(platformCtx(), documentId);
    const document = await documentOf(id);
    const bundle = await evidenceBundle(document);
    if (!bundle) throw new Error("no bundle");
    const pdf = Buffer.from(bundle.pdf, "base64");
    expect(await verifyFile(pdf, false, null)).toMatchObject({ kind: "pdf", result: { holds: true } });
    pdf[20_001] = pdf[20_001]! ^ 1;
    expect(await verifyFile(pdf, false, document.code)).toMatchObject({
      kind: "pdf",
      result: { holds: false, values: { from: 16_384, to: 32_767 } },
    });
    expect(await verifyFile(pdf, false, null)).toMatchObject({
      kind: "pdf",
      result: { holds: false, values: { from: 16_384, to: 32_767 } },
    });
    expect(await verifyFile(Buffer.from("%PDF-1.4 other"), false, null)).toEqual({ kind: "unknown" });
    const text = Buffer.from(bundleText(bundle));
    expect(await verifyFile(text, true, null)).toMatchObject({
      kind: "bundle",
      verification: { holds: true },
    });
    for (let index = 40; index < text.length; index += Math.floor(text.length / 60)) {
      const changed = Buffer.from(text);
      changed[index] = changed[index]! ^ 2;
      const found = await verifyFile(changed, true, null);
      expect(
        found.kind === "unreadable" || (found.kind === "bundle" && !found.verification.holds),
        `byte ${index}`,
      ).toBe(true);
    }
    const { inTransaction } = await import("~/platform/db/gate.server");
    await inTransaction((tx) =>
      tx.event.updateMany({ where: { subjectId: id, sequence: 3 }, data: { payload: "{}" } }),
    );
    const checked = await verifyByCode(document.code ?? "");
    if (typeof checked === "string") throw new Error(checked);
    expect(checked.verification.checks.filter((one) => !one.holds).map((one) => one.where)).toEqual([
      { kind: "event", sequence: "3" },
    ]);
  });
});
