import { read } from "~/platform/db/client.server";
import type { FileCheck } from "../file-check";
import { readBundle } from "../rules/bundle";
import { readCode, sha256 } from "../rules/freeze";
import { type PublicCheck, type PublicVerification, publicView, whereOf } from "../rules/public-check";
import type { Seal } from "../rules/seal";
import { type CheckResult, checkPdf, PLATFORM, type Verification, verifyBundle } from "../rules/verify";
import { evidenceBundle, sealedEvidence } from "./evidence-bundle.server";

export type Verified = {
  verification: PublicVerification;
  code: string;
  /** what it is worth today: an agreement's state and version, or what its room says of a document */
  standing:
    | { of: "agreement"; state: string; isEffective: boolean; effectiveOrdinal: number | null }
    | { of: "document"; standing: string };
  /** Of the parties, in the order of the agreement: what its seal says. */
  shortNames: string[];
};

const ownKey = async (id: string): Promise<string | null> =>
  (await read.signingKey.findFirst({ where: { id, organizationId: PLATFORM }, select: { publicKey: true } }))
    ?.publicKey ?? null;

const shortNamesOf = async (ids: readonly string[]): Promise<string[]> => {
  const organizations = await read.organization.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, shortName: true },
  });
  return ids.flatMap((id) => {
    const party = organizations.find((one) => one.id === id);
    return party ? [party.shortName || party.name] : [];
  });
};

type AgreementText = NonNullable<Awaited<ReturnType<typeof read.agreementDocument.findUnique>>>;

const agreementStanding = async (document: AgreementText): Promise<Verified["standing"]> => {
  const { state, effectiveDocId } = await read.agreement.findUniqueOrThrow({
    where: { id: document.agreementId },
    select: { state: true, effectiveDocId: true },
  });
  const effective = effectiveDocId
    ? await read.agreementDocument.findUnique({ where: { id: effectiveDocId }, select: { ordinal: true } })
    : null;
  return {
    of: "agreement",
    state,
    isEffective: effectiveDocId === document.id,
    effectiveOrdinal: effective?.ordinal ?? null,
  };
};

const organizationIds = ({ frozen }: Verification): string[] =>
  frozen?.form === 2
    ? frozen.content.parties.filter((one) => one.kind === "organization").map((one) => one.id)
    : (frozen?.content?.parties ?? []).map((one) => one.organizationId);

/**
 * Recomputes a sealed document by its code: digest, signatures, event chain, seal and PDF. Comes out: what holds and what
 * does not, and what it is worth today; "not_sealed" or "unknown" when there is nothing to check.
 */
export const verifyByCode = async (typed: string): Promise<Verified | "unknown" | "not_sealed"> => {
  const code = readCode(typed);
  if (!code) return "unknown";
  const document = await read.agreementDocument.findUnique({ where: { code } });
  const other = document ? null : await read.sealedDocument.findUnique({ where: { code } });
  if (!document && !other) return "unknown";
  const bundle = document ? await evidenceBundle(document) : other ? await sealedEvidence(other) : null;
  if (!bundle) return "not_sealed";
  const verification = verifyBundle(bundle, await ownKey(bundle.platformKey.id));
  return {
    verification: publicView(verification),
    code,
    standing: document
      ? await agreementStanding(document)
      : { of: "document", standing: other?.standing ?? "ended" },
    shortNames: await shortNamesOf(organizationIds(verification).slice(0, 2)),
  };
};

const CODE = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}/;

const byPdf = async (bytes: Uint8Array, hint: string | null) => {
  const pdfSha256 = sha256(bytes);
  const exact =
    (await read.agreementDocument.findUnique({ where: { pdfSha256 } })) ??
    (await read.sealedDocument.findUnique({ where: { pdfSha256 } }));
  if (exact) return exact;
  const code = hint ?? Buffer.from(bytes).toString("latin1").match(CODE)?.[0] ?? null;
  if (!code) return null;
  return (
    (await read.agreementDocument.findUnique({ where: { code } })) ??
    (await read.sealedDocument.findUnique({ where: { code } }))
  );
};

const publicCheck = ({ place, ...result }: CheckResult): PublicCheck => ({
  ...result,
  where: place ? whereOf(place, null) : null,
});

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
    return {
      kind: "bundle",
      code: verification.seal?.code ?? null,
      verification: publicView(verification),
    };
  }
  const document = await byPdf(bytes, hint);
  if (!document?.seal || !document.code) return { kind: "unknown" };
  const result = checkPdf(bytes, JSON.parse(document.seal) as Seal);
  return { kind: "pdf", code: document.code, result: publicCheck(result) };
};
