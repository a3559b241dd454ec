import { describe, expect, it } from "vitest";
import { bundleText, readBundle } from "~/agreements/rules/bundle";
import { freeze, readCode, verifyCode } from "~/agreements/rules/freeze";
import { sealOf, sealText } from "~/agreements/rules/seal";
import { keyIdOf, newKeyPair, signatureHolds, signText, statementText } from "~/agreements/rules/signature";
import { verifyBundle } from "~/agreements/rules/verify";
import { CHAIN_START, linkHash } from "~/platform/events/chain";
import { FIRM, SCHOOL, sampleContent } from "./samples";

const keyFor = (organizationId: string) => {
  const pair = newKeyPair();
  return { ...pair, record: { id: keyIdOf(pair.publicKey), organizationId, publicKey: pair.publicKey } };
};

const chain = () => {
  let previousHash = CHAIN_START;
  return ["agreement.drafted", "agreement.approved", "agreement.signed"].map((name, index) => {
    const link = {
      id: `e${index}`,
      subjectType: "agreement",
      subjectId: "a",
      sequence: index + 1,
      name,
      at: "2026-11-22T02:00:00.000Z",
      actor: "{}",
      payload: `{"n":${index}}`,
      requestId: "r",
      previousHash,
    };
    const hash = linkHash(link);
    previousHash = hash;
    return { ...link, hash };
  });
};

const sample = () => {
  const frozen = {
    form: 1,
    agreementId: "a",
    documentId: "d",
    kind: "main",
    ordinal: 1,
    number: 3,
    code: "K7QM-3F2P-9XTD",
    changes: [],
    baseDigest: null,
    content: sampleContent(),
  } as const;
  const { text, digest } = freeze(frozen);
  const keys = [keyFor(FIRM), keyFor(SCHOOL)];
  const platform = keyFor("platform");
  const signatures = keys.map((key, index) => {
    const statement = statementText({
      form: 1,
      digest,
      documentId: "d",
      organizationId: key.record.organizationId,
      organizationName: index ? "岭南机电" : "南粤精密",
      signatoryId: `s${index}`,
      signatoryName: index ? "林校长" : "陈总",
      position: "法定代表人",
      authority: "legal_representative",
      consent: "我已阅读全文",
      at: "2026-11-22T02:00:00.000Z",
    });
    return {
      id: `g${index}`,
      organizationId: key.record.organizationId,
      signatoryId: `s${index}`,
      method: "platform" as const,
      statement,
      signature: signText(statement, key.privateKey),
      keyId: key.record.id,
      scanSha256: null,
      at: "2026-11-22T02:00:00.000Z",
    };
  });
  const events = chain();
  const pdf = Buffer.from("%PDF-1.7 ".repeat(3_000));
  const records = keys.map((key) => key.record);
  const seal = sealText(
    sealOf({
      frozen,
      digest,
      signatures,
      keys: records,
      events: { count: 3, head: events[2]!.hash },
      pdf,
      sealedAt: "2026-11-22T02:01:00.000Z",
    }),
  );
  return {
    form: "chanjiao-evidence-1" as const,
    frozen: text,
    signatures,
    keys: records,
    events,
    seal,
    sealSignature: signText(seal, platform.privateKey),
    platformKey: platform.record,
    pdf: pdf.toString("base64"),
  };
};

const bundle = sample();
const text = bundleText(bundle);
const trusted = bundle.platformKey.publicKey;

const look = (changed: string) => {
  const read = readBundle(changed);
  if (!read.ok) return { holds: false, places: [read.place] };
  const { holds, results } = verifyBundle(read.bundle, trusted);
  return { holds, places: results.filter((one) => !one.holds).map((one) => one.place) };
};

describe("an evidence bundle", () => {
  it("holds as exported", () => {
    expect(look(text)).toEqual({ holds: true, places: [] });
  });

  it("shows every single changed byte, and where", () => {
    const bytes = Buffer.from(text, "utf8");
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      const { holds, places } = look(changed.toString("utf8"));
      expect(holds, `byte ${at}`).toBe(false);
      expect(places.length, `byte ${at}`).toBeGreaterThan(0);
    }
  }, 60_000);

  it("names the clause, the signature, the event and the piece of the PDF", () => {
    const clause = bundle.frozen.replace("学生自愿报名", "学生强制报名");
    expect(look(bundleText({ ...bundle, frozen: clause })).places).toEqual(["clause:c1"]);
    const quantity = bundle.frozen.replace('"quantity":320', '"quantity":32');
    expect(look(bundleText({ ...bundle, frozen: quantity })).places).toEqual(["commitment:p2"]);
    const [first, second] = bundle.signatures;
    const named = { ...first!, statement: first!.statement.replace("陈总", "张总") };
    expect(look(bundleText({ ...bundle, signatures: [named, second!] })).places).toEqual(["signature:g0"]);
    expect(look(bundleText({ ...bundle, signatures: [second!] })).places).toEqual(["signature:g0"]);
    const [a, b, c] = bundle.events;
    expect(look(bundleText({ ...bundle, events: [a!, { ...b!, payload: '{"n":9}' }, c!] })).places).toEqual([
      "event:2",
    ]);
    expect(look(bundleText({ ...bundle, events: [a!, b!] })).places).toEqual(["event:2"]);
    const pdf = Buffer.from(bundle.pdf, "base64");
    pdf[20_000] = 7;
    expect(look(bundleText({ ...bundle, pdf: pdf.toString("base64") })).places).toEqual(["pdf:2"]);
  });

  it("does not believe a bundle sealed by somebody else", () => {
    expect(look(bundleText(sample())).places).toEqual(["platformKey"]);
  });

  it("checks a signature against a key and refuses nonsense", () => {
    const pair = newKeyPair();
    const signature = signText("正文", pair.privateKey);
    expect(signatureHolds("正文", signature, pair.publicKey)).toBe(true);
    expect(signatureHolds("正文。", signature, pair.publicKey)).toBe(false);
    expect(signatureHolds("正文", "????", pair.publicKey)).toBe(false);
    expect(signatureHolds("正文", signature, "AAAA")).toBe(false);
  });

  it("reads a code as people type it", () => {
    const code = verifyCode(Uint8Array.from({ length: 16 }, (_, index) => index * 37));
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(readCode(code.toLowerCase().replaceAll("-", " "))).toBe(code);
    expect(readCode("abc")).toBeNull();
  });
});
