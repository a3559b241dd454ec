import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { documentFacts } from "../agreement-work.server";
import type { AgreementContent } from "../rules/content";
import { documentMovesOf } from "../rules/document-lifecycle";
import { visibleAgreement } from "./agreement-page.server";

const OPEN = ["draft", "negotiating", "approved", "signing"];

/** The documents a party may read: what was sent, and its own drafts. */
const shownTo = (ctx: MemberCtx) => ({
  OR: [{ sentAt: { not: null } }, { drafterId: ctx.actor.organizationId }],
});

/** One saved version of a document, or null when it has none of that number. */
export const versionContent = async (
  documentId: string,
  number: number,
): Promise<AgreementContent | null> => {
  const row = await read.agreementVersion.findUnique({
    where: { documentId_number: { documentId, number } },
  });
  return row ? (JSON.parse(row.content) as AgreementContent) : null;
};

/** The text on the table of an agreement's open document, for the page that edits it; null when there is none or it is not theirs. */
export const editPage = async (ctx: MemberCtx, id: string) => {
  const seen = await visibleAgreement(ctx, id);
  const document = seen
    ? await read.agreementDocument.findFirst({
        where: { agreementId: id, state: { in: OPEN }, ...shownTo(ctx) },
        orderBy: { ordinal: "desc" },
      })
    : null;
  if (!seen || !document) return null;
  const today = civilDate(ctx.clock.now());
  const { facts } = await documentFacts(read, document);
  const last = await read.agreementVersion.findUniqueOrThrow({
    where: { documentId_number: { documentId: document.id, number: document.number } },
  });
  return {
    agreement: { id, title: seen.agreement.title },
    parties: seen.parties,
    document: {
      id: document.id,
      number: document.number,
      version: document.version,
      kind: document.kind,
      sent: document.sentAt !== null,
    },
    content: JSON.parse(last.content) as AgreementContent,
    lastAuthor: last.authorName,
    mayEdit: documentMovesOf(facts, ctx.actor.organizationId, today).includes("edit"),
  };
};

/** Two versions of a document side by side, with the list of all its versions; null when it is not theirs. */
export const comparePage = async (
  ctx: MemberCtx,
  id: string,
  documentId: string | null,
  from: number | null,
  to: number | null,
) => {
  const seen = await visibleAgreement(ctx, id);
  if (!seen) return null;
  const document = await read.agreementDocument.findFirst({
    where: { agreementId: id, ...shownTo(ctx), ...(documentId ? { id: documentId } : {}) },
    orderBy: { ordinal: "desc" },
  });
  if (!document) return null;
  const versions = await read.agreementVersion.findMany({
    where: { documentId: document.id },
    orderBy: { number: "desc" },
    take: 100,
    select: { number: true, kind: true, authorName: true, organizationId: true, note: true, createdAt: true },
  });
  const later = to ?? document.number;
  const earlier = from ?? Math.max(1, later - 1);
  const [after, before] = await Promise.all([
    versionContent(document.id, later),
    versionContent(document.id, earlier),
  ]);
  if (!after || !before) return null;
  return {
    agreement: seen.agreement,
    parties: seen.parties,
    document,
    versions,
    before,
    after,
    from: earlier,
    to: later,
  };
};
