import { read } from "~/platform/db/client.server";
import type { FileCheck } from "../file-check";
import { readBundle } from "../rules/bundle";
import { readCode, sha256 } from "../rules/freeze";
import type { Seal } from "../rules/seal";
import { checkPdf, PLATFORM, type Verification, verifyBundle } from "../rules/verify";
import { evidenceBundle } from "./evidence-bundle.server";

export type Verified = {
  verification: Verification;
  code: string;
  agreementState: string;
  isEffective: boolean;
  effectiveOrdinal: number | null;
  /** Of the parties, in the order of the agreement: what its seal says. */
  shortNames: string[];
};

const ownKey = async (id: string): Promise<string | null> =>
  (await read.signingKey.findFirst({ where: { id, organizationId: PLATFORM }, select: { publicKey: true } }))
    ?.publicKey ?? null;

/**
 * Recomputes a sealed document by its code: digest, signatures, event chain, seal and PDF. Comes out: what holds and what
 * does not, and whether it is the version in force; "not_sealed" or "unknown" when there is nothing to check.
 */
export const verifyByCode = async (typed: string): Promise<Verified | "unknown" | "not_sealed"> => {
  const code = readCode(typed);
  const document = code ? await read.agreementDocument.findUnique({ where: { code } }) : null;
  if (!document || !code) return "unknown";
  const bundle = await evidenceBundle(document);
  if (!bundle) return "not_sealed";
  const agreement = await read.agreement.findUniqueOrThrow({
    where: { id: document.agreementId },
    select: {
      state: true,
      effectiveDocId: true,
      parties: { select: { organizationId: true }, orderBy: { position: "asc" }, take: 2 },
    },
  });
  const organizations = await read.organization.findMany({
    where: { id: { in: agreement.parties.map((party) => party.organizationId) } },
    select: { id: true, name: true, shortName: true },
  });
  const effective = agreement.effectiveDocId
    ? await read.agreementDocument.findUnique({
        where: { id: agreement.effectiveDocId },
        select: { ordinal: true },
      })
    : null;
  return {
    verification: verifyBundle(bundle, await ownKey(bundle.platformKey.id)),
    code,
    agreementState: agreement.state,
    isEffective: agreement.effectiveDocId === document.id,
    effectiveOrdinal: effective?.ordinal ?? null,
    shortNames: agreement.parties.flatMap(({ organizationId }) => {
      const party = organizations.find((one) => one.id === organizationId);
      return party ? [party.shortName || party.name] : [];
    }),
  };
};

const CODE = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/;

const documentOfPdf = async (bytes: Uint8Array, hint: string | null) => {
  const exact = await read.agreementDocument.findUnique({ where: { pdfSha256: sha256(bytes) } });
  if (exact) return exact;
  const code = hint ?? Buffer.from(bytes).toString("latin1").match(CODE)?.[0] ?? null;
  return code ? read.agreementDocument.findUnique({ where: { code } }) : null;
};

/**
 * Checks an uploaded PDF or evidence bundle. Goes in: its bytes, whether it is JSON, and the code of the page it was
 * uploaded on, if any. Comes out: the check with where it does not hold, or that nobody can tell which document it is.
 */
export const verifyFile = async (
  bytes: Uint8Array,
  isJson: boolean,
  hint: string | null,
): Promise<FileCheck> => {
  if (isJson) {
    const read = readBundle(Buffer.from(bytes).toString("utf8"));
    if (!read.ok) return { kind: "unreadable", place: read.place, detail: read.detail };
    const trusted = await ownKey(read.bundle.platformKey.id);
    const verification = verifyBundle(read.bundle, trusted ?? "");
    return { kind: "bundle", code: verification.seal?.code ?? null, verification };
  }
  const document = await documentOfPdf(bytes, hint);
  if (!document?.seal || !document.code) return { kind: "unknown" };
  return { kind: "pdf", code: document.code, result: checkPdf(bytes, JSON.parse(document.seal) as Seal) };
};
