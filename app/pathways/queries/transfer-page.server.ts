import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { historyOf } from "~/platform/events/history.server";
import { civilDate } from "~/platform/time/clock";
import { transferConsent } from "../consent-standing.server";
import { frozenRules } from "../rule-set.server";
import { compareTracks, comparisonHash } from "../rules/comparison";
import type { EligibilityFinding } from "../rules/eligibility";
import type { Direction, Part } from "../rules/pack";
import { meanOf } from "../rules/ranking";
import { type Edge, pointCode } from "../rules/term";
import { transferFor } from "../transfer-access.server";
import { judgeStored, statedIn } from "../transfer-facts.server";
import { returnUntil } from "../transfer-moves.server";
import { schoolNames } from "./transfers-list.server";

const UNJUDGED = ["draft", "counselling", "consent", "sending", "eligibility"];

/** Scores as the family sees them: the mean of every part, never a single assessor's. */
const partMeans = (scores: readonly { part: string; scoreBp: number }[]) =>
  [...new Set(scores.map((one) => one.part))].map((part) => {
    const own = scores.filter((one) => one.part === part).map((one) => one.scoreBp);
    return { part: part as Part, meanBp: meanOf(own), count: own.length };
  });

/**
 * Everything the page of a transfer shows. Goes in: who looks, the id. Comes out: null when to them it does not exist; else the
 * steps, whose turn, the findings (judged anew until the school has sent it on), the comparison, consents, scores once they
 * may be known, decisions, registration and history.
 */
export const transferPage = async (ctx: PersonCtx, id: string) => {
  const found = await transferFor(read, ctx.actor, id);
  if (!found) return null;
  const { transfer, voices } = found;
  const early = ["draft", "counselling", "consent", "sending", "eligibility"].includes(transfer.state);
  if (early && !voices.some((one) => one !== "receiving" && one !== "authority")) {
    if (transfer.state === "draft" || !voices.includes("authority")) return null;
  }
  const now = ctx.clock.now();
  const today = civilDate(now);
  const [window, counselling, scores, decisions, names, registration, history, notice, standing, judged] =
    await Promise.all([
      read.transferWindow.findUniqueOrThrow({ where: { id: transfer.windowId } }),
      read.transferCounselling.findUnique({ where: { transferId: id } }),
      read.transferScore.findMany({ where: { transferId: id }, take: 60 }),
      read.transferDecision.findMany({ where: { transferId: id }, orderBy: { createdAt: "asc" }, take: 20 }),
      schoolNames([transfer.fromSchoolId, transfer.toSchoolId]),
      read.studentRegistration.findUnique({ where: { currentKey: transfer.identityKey } }),
      historyOf("transfer", id, 60),
      read.transferNotice.findFirst({ where: { quotaId: transfer.quotaId }, orderBy: { round: "desc" } }),
      transferConsent(read, transfer, today),
      UNJUDGED.includes(transfer.state)
        ? judgeStored(read, transfer, today, transfer.submittedAt && civilDate(transfer.submittedAt))
        : null,
    ]);
  const rules = frozenRules(window);
  const point = { grade: window.grade, term: window.term, edge: window.edge as Edge };
  const comparison = compareTracks(transfer.direction as Direction, point, statedIn(transfer).examsPassed);
  const held =
    registration &&
    (await schoolNames([registration.registeredId, registration.studyingId, registration.diplomaById]));
  const quota = await read.transferQuota.findUnique({
    where: { id: transfer.quotaId },
    select: { majorName: true },
  });
  const inside = voices.includes("receiving") || voices.includes("authority");
  const told = ["notice", "receiving", "authority", "credits", "moved", "returning", "reverted"].includes(
    transfer.state,
  );
  return {
    id,
    version: transfer.version,
    reference: transfer.reference,
    name: transfer.studentName,
    studentId: transfer.studentId,
    toSchoolId: transfer.toSchoolId,
    from: names.get(transfer.fromSchoolId) ?? "",
    to: names.get(transfer.toSchoolId) ?? "",
    direction: transfer.direction as Direction,
    point: pointCode(point),
    major: quota?.majorName ?? "",
    state: transfer.state,
    turn: transfer.turn,
    due: transfer.dueOn.startsWith("9999") ? null : transfer.dueOn,
    late: transfer.dueOn < today,
    reason: transfer.reason,
    reasonCode: transfer.reasonCode,
    chain: transfer.chain.split(","),
    step: transfer.step,
    windowId: transfer.windowId,
    stated: statedIn(transfer),
    findings: judged?.findings ?? (JSON.parse(transfer.findings) as EligibilityFinding[]),
    rulesTitle: rules.title,
    voices,
    today,
    now: now.toISOString(),
    comparison,
    shownHash: comparisonHash(comparison),
    counselling: counselling && {
      heldOn: counselling.heldOn,
      counsellor: counselling.counsellor,
      present: counselling.present,
      note: counselling.note,
      shownHash: counselling.shownHash,
    },
    standing,
    parts: inside || told ? partMeans(scores) : [],
    total: inside || told ? transfer.totalBp : null,
    rank: inside || told ? transfer.rank : null,
    within: transfer.within === 1,
    decisions: decisions.map(({ step, outcome, reason, name, createdAt }) => ({
      step,
      outcome,
      reason,
      name,
      at: createdAt.toISOString(),
    })),
    registration: registration &&
      held && {
        registered: held.get(registration.registeredId) ?? "",
        studying: held.get(registration.studyingId) ?? "",
        diploma: held.get(registration.diplomaById) ?? "",
        fromOn: registration.fromOn,
      },
    noticeId: notice && told ? notice.id : null,
    creditsNote: transfer.creditsNote,
    returnUntil:
      transfer.state === "moved" && transfer.movedOn && rules.facts.returnDays.value > 0
        ? returnUntil(transfer.movedOn, rules.facts.returnDays.value)
        : null,
    history: history
      .filter((one) => inside || one.name !== "transfer.scored")
      .map((one) => ({
        id: one.id,
        name: one.name.replace("transfer.", ""),
        at: one.at.toISOString(),
        actor: one.actorName,
        reason: typeof one.payload.reason === "string" ? one.payload.reason : null,
      })),
  };
};

export type TransferPageData = NonNullable<Awaited<ReturnType<typeof transferPage>>>;
