import { type MemberCtx, mayWrite } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { notFound, ok, type Result } from "~/platform/result";
import { civilDate, daysBetween } from "~/platform/time/clock";
import { sealedSameDay } from "../agreement-record.server";
import { documentFacts } from "../agreement-work.server";
import { isParty, isShown } from "../policy";
import { reminderOf } from "../reminders.server";
import { contentFindings } from "../rules/content-findings";
import { documentMovesOf } from "../rules/document-lifecycle";
import { healthOf, whatIfNextDelivery } from "../rules/health";
import type { HealthFacts } from "../rules/health-facts";
import { isRunning } from "../rules/life";
import { nextDelivery, reviewDates } from "../rules/schedule";

const OPEN = ["draft", "negotiating", "approved", "signing", "signed"];

/** An agreement a member may see, with its parties' names; null when it is not theirs. */
export const visibleAgreement = async (ctx: MemberCtx, id: string) => {
  const agreement = await read.agreement.findUnique({
    where: { id },
    include: { parties: { orderBy: { position: "asc" } } },
  });
  const mine = ctx.actor.organizationId;
  if (!agreement || !isParty(agreement.parties, mine) || !isShown(agreement, agreement.draftedById, mine))
    return null;
  const organizations = await read.organization.findMany({
    where: { id: { in: agreement.parties.map((party) => party.organizationId) } },
    select: { id: true, name: true, shortName: true },
  });
  const parties = agreement.parties.map((party) => {
    const named = organizations.find((one) => one.id === party.organizationId);
    return {
      id: party.organizationId,
      role: party.role,
      name: named?.name ?? "",
      shortName: named?.shortName || named?.name || "",
    };
  });
  return { agreement, parties };
};

const healthFor = async (agreementId: string, today: string) => {
  const kept = await read.agreementHealth.findUnique({ where: { agreementId } });
  if (!kept) return null;
  const facts = JSON.parse(kept.facts) as HealthFacts;
  const context = { sealedSameDay: await sealedSameDay(read, facts.partyIds, facts.sealedOn) };
  return { ...healthOf(facts, context, today), whatIf: whatIfNextDelivery(facts, context, today) };
};

const turnOf = (
  mine: string,
  names: Map<string, string>,
  given: {
    document: {
      state: string;
      batonId: string | null;
      batonSince: Date | null;
      batonDue: string | null;
      lapsesOn: string | null;
      drafterId: string;
    } | null;
    signers: readonly { organizationId: string; signed: boolean }[];
    pending: readonly { toId: string; answerBy: string; submittedAt: Date; title: string }[];
    next: { byId: string; dueOn: string | null; title: string } | null;
  },
) => {
  const { document, signers, pending, next } = given;
  if (document && ["draft", "negotiating"].includes(document.state)) {
    const holder = document.batonId ?? document.drafterId;
    return {
      kind: document.state as "draft" | "negotiating",
      mine: holder === mine,
      holder: names.get(holder) ?? "",
      since: document.batonSince,
      due: document.batonDue,
      what: "",
    };
  }
  if (document?.state === "approved")
    return {
      kind: "approved" as const,
      mine: true,
      holder: "",
      since: null,
      due: document.lapsesOn,
      what: "",
    };
  if (document?.state === "signing") {
    const open = signers.filter((one) => !one.signed);
    const isMine = open.some((one) => one.organizationId === mine);
    return {
      kind: isMine ? ("sign" as const) : ("signOther" as const),
      mine: isMine,
      holder: names.get(open[0]?.organizationId ?? "") ?? "",
      since: null,
      due: document.lapsesOn,
      what: "",
    };
  }
  if (document?.state === "signed")
    return { kind: "sealing" as const, mine: false, holder: "", since: null, due: null, what: "" };
  const answer = [...pending].sort(
    (a, b) => (a.toId === mine ? -1 : 0) - (b.toId === mine ? -1 : 0) || a.answerBy.localeCompare(b.answerBy),
  )[0];
  if (answer)
    return {
      kind: "answer" as const,
      mine: answer.toId === mine,
      holder: names.get(answer.toId) ?? "",
      since: answer.submittedAt,
      due: answer.answerBy,
      what: answer.title,
    };
  if (next)
    return {
      kind: "deliver" as const,
      mine: next.byId === mine,
      holder: names.get(next.byId) ?? "",
      since: null,
      due: next.dueOn,
      what: next.title,
    };
  return null;
};

/**
 * Everything the page of an agreement shows, for one of its parties. Goes in: who looks and which. Comes out: the document
 * on the way or else the one in force, promises with what came of them, findings, health with its reasons, what the
 * reader may do, and the newest events. Not found for anybody else.
 */
export const agreementPage = async (ctx: MemberCtx, id: string) => {
  const seen = await visibleAgreement(ctx, id);
  if (!seen) return notFound() as Result<never>;
  const { agreement, parties } = seen;
  const now = ctx.clock.now();
  const today = civilDate(now);
  const mine = ctx.actor.organizationId;
  const every = await read.agreementDocument.findMany({
    where: { agreementId: id },
    orderBy: { ordinal: "asc" },
    take: 60,
  });
  const documents = every.filter((one) => isShown(one, one.drafterId, mine));
  const unsent = new Set(every.filter((one) => !documents.includes(one)).map((one) => one.id));
  const open = documents.find((one) => OPEN.includes(one.state)) ?? null;
  const shown = open ?? documents.find((one) => one.id === agreement.effectiveDocId) ?? documents[0];
  if (!shown) return notFound() as Result<never>;
  const { facts, content } = await documentFacts(read, shown);
  const commitments = await read.agreementCommitment.findMany({
    where: { agreementId: id, dropped: false },
    orderBy: { position: "asc" },
    take: 100,
  });
  const pending = await read.agreementEvidence.findMany({
    where: { agreementId: id, state: "pending" },
    orderBy: { submittedAt: "asc" },
    take: 100,
  });
  const signatories = await read.agreementSignatory.findMany({
    where: { agreementId: id, revokedAt: null },
    orderBy: { place: "asc" },
    take: 60,
  });
  const members = await read.membership.findMany({
    where: { organizationId: mine, endedAt: null, role: { not: "student" } },
    select: { person: { select: { id: true, name: true } } },
    orderBy: { createdAt: "asc" },
    take: 60,
  });
  const comments = await read.agreementComment.findMany({
    where: { documentId: shown.id },
    orderBy: { createdAt: "desc" },
    take: 60,
  });
  const reviews = await read.agreementReview.findMany({
    where: { agreementId: id },
    orderBy: { heldOn: "desc" },
    take: 12,
  });
  const contributions = await read.agreementContribution.findMany({
    where: { agreementId: id },
    orderBy: { on: "desc" },
    take: 60,
  });
  const history = (await historyOf("agreement", id, 30)).filter(
    (one) => !unsent.has(String(one.payload.documentId ?? "")),
  );
  const names = new Map(parties.map((party) => [party.id, party.shortName]));
  const waiting = pending.flatMap((one) => {
    const promise = commitments.find((other) => other.id === one.commitmentId);
    return promise
      ? [
          {
            toId: promise.toId,
            answerBy: one.answerBy,
            submittedAt: one.submittedAt,
            title: promise.title,
            commitmentId: promise.id,
          },
        ]
      : [];
  });
  const next = agreement.state === "active" ? nextDelivery(commitments) : null;
  const reviewDue = agreement.effectiveOn
    ? (reviewDates(agreement.effectiveOn, agreement.endsOn, content.reviewMonths)[reviews.length] ?? null)
    : null;
  return ok({
    agreement: {
      id,
      kind: agreement.kind,
      title: agreement.title,
      state: agreement.state,
      startsOn: agreement.startsOn,
      endsOn: agreement.endsOn,
      effectiveOn: agreement.effectiveOn,
      terminatesOn: agreement.terminatesOn,
      endReason: agreement.endReason,
      placementPlan: agreement.placementPlan,
      version: agreement.version,
      daysLeft: daysBetween(today, agreement.endsOn),
    },
    running: isRunning(agreement, today),
    parties,
    document: {
      id: shown.id,
      kind: shown.kind,
      ordinal: shown.ordinal,
      state: shown.state,
      number: shown.number,
      version: shown.version,
      open: open !== null,
    },
    documents: documents.map(
      ({ id: documentId, kind, ordinal, state, number, code, sealedAt, pdfFileId, changes }) => ({
        id: documentId,
        kind,
        ordinal,
        state,
        number,
        code: state === "sealed" ? code : null,
        sealedAt: sealedAt?.toISOString() ?? null,
        pdf: pdfFileId !== null,
        effective: documentId === agreement.effectiveDocId,
        changes: JSON.parse(changes) as string[],
      }),
    ),
    content,
    commitments,
    findings: contentFindings(content),
    approvals: facts.approvals
      .filter((one) => one.number === shown.number)
      .map((one) => names.get(one.organizationId) ?? ""),
    turn: turnOf(mine, names, { document: open, signers: facts.signers, pending: waiting, next }),
    answer: waiting.find((one) => one.toId === mine) ?? null,
    next,
    signed: { done: facts.signers.filter((one) => one.signed).length, total: facts.signers.length },
    reminder: mayWrite(ctx.actor) ? await reminderOf(read, agreement, mine, today) : null,
    moves: open ? documentMovesOf(facts, mine, today) : [],
    signatories: signatories.map((one) => ({
      ...one,
      organization: names.get(one.organizationId) ?? "",
      mine: one.organizationId === mine,
    })),
    members: members.map((one) => one.person),
    comments,
    reviews,
    reviewDue,
    contributions,
    health: await healthFor(id, today),
    history,
    mine,
    now: now.toISOString(),
    today,
  });
};
