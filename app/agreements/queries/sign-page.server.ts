import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { documentFacts } from "../agreement-work.server";
import { visibleAgreement } from "./agreement-page.server";

/**
 * What a signatory sees before signing: the frozen text, in which capacity, and who has signed. Goes in: who looks, the
 * agreement and, if named, the document. Comes out: null when it is not theirs or nothing is being signed.
 */
export const signPage = async (ctx: MemberCtx, id: string, documentId: string | null) => {
  const seen = await visibleAgreement(ctx, id);
  const document = seen
    ? await read.agreementDocument.findFirst({
        where: {
          agreementId: id,
          sentAt: { not: null },
          ...(documentId ? { id: documentId } : { state: { in: ["signing", "signed"] } }),
        },
        orderBy: { ordinal: "desc" },
      })
    : null;
  if (!seen || !document) return null;
  const { facts, content } = await documentFacts(read, document);
  const named = await read.agreementSignatory.findMany({ where: { agreementId: id }, take: 120 });
  const signatures = await read.agreementSignature.findMany({
    where: { documentId: document.id, round: document.round },
    take: 120,
  });
  const names = new Map(seen.parties.map((party) => [party.id, party.name]));
  const mine = ctx.actor.organizationId;
  const signers = facts.signers.map((signer) => {
    const person = named.find((one) => one.id === signer.signatoryId);
    const signature = signatures.find((one) => one.signatoryId === signer.signatoryId);
    return {
      id: signer.signatoryId,
      signed: signer.signed,
      name: person?.name ?? "",
      position: person?.position ?? "",
      authority: person?.authority ?? "",
      until: person?.delegationUntil ?? null,
      organization: names.get(signer.organizationId) ?? "",
      ours: signer.organizationId === mine,
      me: signer.organizationId === mine && person?.personId === ctx.actor.personId,
      method: signature?.method ?? null,
      signatureId: signature?.id ?? null,
      scanFileId: signature?.scanFileId ?? null,
      signedAt: signer.signed ? (signature?.signedAt.toISOString() ?? null) : null,
    };
  });
  const first = facts.signers.findIndex((one) => !one.signed);
  return {
    agreement: { id, title: seen.agreement.title },
    document: {
      id: document.id,
      kind: document.kind,
      ordinal: document.ordinal,
      state: document.state,
      version: document.version,
      digest: document.digest,
      lapsesOn: document.lapsesOn,
    },
    content,
    signers,
    blocked:
      facts.order === "sequential" && signers.some((one, index) => one.me && !one.signed && index !== first),
    today: civilDate(ctx.clock.now()),
    now: ctx.clock.now().toISOString(),
  };
};
