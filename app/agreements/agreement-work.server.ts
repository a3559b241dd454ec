import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { actRefusal, isParty, isShown } from "./policy";
import type { AgreementContent } from "./rules/content";
import { contentFindings } from "./rules/content-findings";
import {
  type DocumentEvent,
  type DocumentFacts,
  type DocumentKind,
  type DocumentState,
  moveDocument,
} from "./rules/document-lifecycle";
import { stopsSigning } from "./rules/finding";
import { stateOfMain } from "./rules/life";

export type AgreementRow = NonNullable<Awaited<ReturnType<Tx["agreement"]["findUnique"]>>>;
export type DocumentRow = NonNullable<Awaited<ReturnType<Tx["agreementDocument"]["findUnique"]>>>;

/** Working days a turn may take, and days a negotiation or a signing may rest. House rules. */
export const TURN_DAYS = 5;
const LAPSE_DAYS = { draft: 180, negotiating: 90, approved: 30, signing: 30 } as const;

export const lapseAfter = (state: keyof typeof LAPSE_DAYS, today: string): string =>
  addDays(today, LAPSE_DAYS[state]);

/** What building a document's facts reads: a transaction and the reading client both have it. */
type Reads = {
  agreementVersion: Pick<Tx["agreementVersion"], "findUniqueOrThrow">;
  agreementApproval: Pick<Tx["agreementApproval"], "findMany">;
  agreementSignatory: Pick<Tx["agreementSignatory"], "findMany">;
  agreementSignature: Pick<Tx["agreementSignature"], "findMany">;
};

/** One version of a document as it was saved. */
export const contentOf = async (
  tx: Pick<Reads, "agreementVersion">,
  documentId: string,
  number: number,
): Promise<AgreementContent> => {
  const row = await tx.agreementVersion.findUniqueOrThrow({
    where: { documentId_number: { documentId, number } },
  });
  return JSON.parse(row.content) as AgreementContent;
};

/** A document's facts for the lifecycle: parties in their order, approvals, who must sign and has signed in this round. */
export const documentFacts = async (
  tx: Reads,
  document: DocumentRow,
): Promise<{ facts: DocumentFacts; content: AgreementContent }> => {
  const content = await contentOf(tx, document.id, document.number);
  const approvals = await tx.agreementApproval.findMany({ where: { documentId: document.id }, take: 60 });
  const signatures = await tx.agreementSignature.findMany({
    where: { documentId: document.id, round: document.round },
    take: 120,
  });
  const named = await tx.agreementSignatory.findMany({
    where: { agreementId: document.agreementId },
    orderBy: [{ place: "asc" }, { id: "asc" }],
    take: 120,
  });
  const done = new Set(
    signatures.filter((one) => one.method === "platform" || one.confirmedAt).map((one) => one.signatoryId),
  );
  const facts: DocumentFacts = {
    state: document.state as DocumentState,
    number: document.number,
    drafterId: document.drafterId,
    holderId: document.batonId,
    partyIds: content.parties.map((party) => party.organizationId),
    approvals,
    frozenNumber: document.frozenNumber,
    signers: named
      .filter((one) => !one.revokedAt || done.has(one.id))
      .map((one) => ({ organizationId: one.organizationId, signatoryId: one.id, signed: done.has(one.id) })),
    order: content.signing,
    startsOn: document.kind === "main" ? content.startsOn : content.endsOn,
    lapsesOn: document.lapsesOn,
    stops: stopsSigning(contentFindings(content)),
  };
  return { facts, content };
};

/** The agreement a member acts on. Rejects what is not theirs as not found, then a role that may not act. */
export const ownAgreement = async (tx: Tx, ctx: MemberCtx, id: string, anyRole = false) => {
  const agreement = await tx.agreement.findUnique({
    where: { id },
    include: { parties: { orderBy: { position: "asc" } } },
  });
  const mine = ctx.actor.organizationId;
  if (!agreement || !isParty(agreement.parties, mine) || !isShown(agreement, agreement.draftedById, mine))
    return reject({ code: "not_found", key: "errors.notFound" });
  const forbidden = anyRole ? null : actRefusal(ctx.actor);
  if (forbidden) return reject(forbidden);
  return agreement;
};

/** The document a member acts on, with its facts. Rejects as `ownAgreement`, and a version they have not seen. */
export const ownDocument = async (
  tx: Tx,
  ctx: MemberCtx,
  id: string,
  version: number | null,
  anyRole = false,
) => {
  const document = await tx.agreementDocument.findUnique({ where: { id } });
  if (!document || !isShown(document, document.drafterId, ctx.actor.organizationId))
    return reject({ code: "not_found", key: "errors.notFound" });
  const agreement = await ownAgreement(tx, ctx, document.agreementId, anyRole);
  if (version !== null && document.version !== version)
    return reject({ code: "conflict", key: "agreements.errors.moved" });
  return { document, agreement, ...(await documentFacts(tx, document)) };
};

/** Makes a move of the lifecycle or rejects with the reason in words. */
export const move = (facts: DocumentFacts, event: DocumentEvent): DocumentFacts => {
  const moved = moveDocument(facts, event);
  return moved.allowed ? moved.next : reject({ code: "blocked", key: `agreements.refused.${moved.because}` });
};

/** The columns of a turn that begins now. */
export const turnOf = (holderId: string | null, at: Date) => ({
  batonId: holderId,
  batonSince: holderId ? at : null,
  batonDue: holderId ? addWorkingDays(civilDate(at), TURN_DAYS).date : null,
});

/** Writes a document's change if nobody was faster, mirrors a first document's state on its agreement, and re-sorts lists. */
export const saveDocument = async (
  tx: Tx,
  document: DocumentRow,
  change: Partial<Omit<DocumentRow, "id" | "version">>,
  at: Date,
): Promise<void> => {
  const { count } = await tx.agreementDocument.updateMany({
    where: { id: document.id, version: document.version },
    data: { ...change, version: { increment: 1 } },
  });
  if (count === 0) stale();
  if (change.state && (document.kind as DocumentKind) === "main") {
    await tx.agreement.update({
      where: { id: document.agreementId },
      data: { state: stateOfMain(change.state as DocumentState), updatedAt: at, version: { increment: 1 } },
    });
  }
  await refreshParties(tx, document.agreementId, civilDate(at));
};

const NEVER = "9999-12-31";
const OVER = ["completed", "expired", "terminated", "withdrawn"];

/** Sets again, for each party, whether something waits for it and what is due next: what lists are sorted by. */
export const refreshParties = async (tx: Tx, agreementId: string, today: string): Promise<void> => {
  const agreement = await tx.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    include: { parties: true },
  });
  const documents = await tx.agreementDocument.findMany({
    where: { agreementId, state: { in: ["draft", "negotiating", "approved", "signing"] } },
  });
  const commitments = await tx.agreementCommitment.findMany({
    where: { agreementId, dropped: false },
    take: 100,
  });
  const pending = await tx.agreementEvidence.findMany({
    where: { agreementId, state: "pending" },
    take: 200,
  });
  const signing = documents.filter((one) => one.state === "signing");
  const unsigned = (await Promise.all(signing.map((one) => documentFacts(tx, one)))).flatMap(({ facts }) =>
    facts.signers.filter((signer) => !signer.signed),
  );
  const over = OVER.includes(agreement.state);
  for (const party of agreement.parties) {
    const mine = party.organizationId;
    const toAnswer = pending.filter(
      (one) => commitments.find((promise) => promise.id === one.commitmentId)?.toId === mine,
    );
    const toSign = unsigned.some((one) => one.organizationId === mine);
    const mineToMove = documents.filter(
      (one) =>
        one.batonId === mine || one.state === "approved" || (one.state === "draft" && one.drafterId === mine),
    );
    const owed = commitments.filter((one) => one.byId === mine && one.accepted < one.quantity && one.dueOn);
    const dates = over
      ? []
      : [
          ...mineToMove.map((one) => one.batonDue ?? one.lapsesOn ?? NEVER),
          ...(toSign ? signing.map((one) => one.lapsesOn ?? NEVER) : []),
          ...toAnswer.map((one) => one.answerBy),
          ...owed.map((one) => one.dueOn ?? NEVER),
          ...(agreement.sealedOn ? [agreement.endsOn] : []),
        ];
    const late = owed.some((one) => (one.dueOn ?? NEVER) < today);
    await tx.agreementParty.update({
      where: { agreementId_organizationId: { agreementId, organizationId: mine } },
      data: {
        state: isShown(agreement, agreement.draftedById, mine) ? agreement.state : "unsent",
        dueKey: [...dates, NEVER].sort()[0] ?? NEVER,
        waiting: !over && (mineToMove.length > 0 || toSign || toAnswer.length > 0 || late) ? 1 : 0,
        sealedOn: agreement.sealedOn,
      },
    });
  }
};
