import type { MemberCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { frozenRules } from "../rule-set.server";
import type { Direction, Part } from "../rules/pack";
import { meanOf } from "../rules/ranking";
import { type Edge, pointCode } from "../rules/term";
import { schoolNames } from "./transfers-list.server";

const MOST_APPLICANTS = 500;
const STATES = ["assessment", "ranked", "notice", "receiving", "authority", "credits", "moved"];

/** The applicants of one window at the own school, by quota, with the means of their scores, the notices and the objections. */
export const assessmentPage = async (ctx: MemberCtx, windowId: string) => {
  if (!isId(windowId)) return null;
  const schoolId = ctx.actor.organizationId;
  const window = await read.transferWindow.findUnique({ where: { id: windowId } });
  const quotas = await read.transferQuota.findMany({
    where: { windowId, schoolId },
    orderBy: { majorCode: "asc" },
    take: 100,
  });
  if (!window || quotas.length === 0) return null;
  const applicants = await read.transfer.findMany({
    where: { windowId, toSchoolId: schoolId, state: { in: STATES } },
    orderBy: [{ rank: "asc" }, { reference: "asc" }],
    take: MOST_APPLICANTS,
  });
  const [scores, notices, names] = await Promise.all([
    read.transferScore.findMany({
      where: { transferId: { in: applicants.map((one) => one.id) } },
      take: MOST_APPLICANTS * 12,
    }),
    read.transferNotice.findMany({
      where: { windowId, schoolId, state: { in: ["open", "closed"] } },
      orderBy: { publishedAt: "desc" },
      take: 50,
    }),
    schoolNames(applicants.map((one) => one.fromSchoolId)),
  ]);
  const objections = await read.transferObjection.findMany({
    where: { noticeId: { in: notices.map((one) => one.id) } },
    orderBy: [{ answeredAt: "asc" }, { submittedAt: "asc" }],
    take: 100,
  });
  const { weights, tieBreaks } = frozenRules(window).facts;
  const parts = (Object.keys(weights.value) as Part[]).filter((part) => weights.value[part] > 0);
  return {
    windowId,
    now: ctx.clock.now().toISOString(),
    today: civilDate(ctx.clock.now()),
    direction: window.direction as Direction,
    point: pointCode({ grade: window.grade, term: window.term, edge: window.edge as Edge }),
    weights: weights.value,
    tieBreaks: tieBreaks.value,
    parts,
    quotas: quotas.map((quota) => ({
      id: quota.id,
      major: quota.majorName,
      seats: quota.seats,
      digest: quota.digest,
      seed: quota.seed,
      notice: notices.find((one) => one.quotaId === quota.id && one.state === "open") ?? null,
      applicants: applicants
        .filter((one) => one.quotaId === quota.id)
        .map((one) => ({
          id: one.id,
          reference: one.reference,
          name: one.studentName,
          from: names.get(one.fromSchoolId) ?? "",
          state: one.state,
          total: one.totalBp,
          rank: one.rank,
          within: one.within === 1,
          scores: parts.map((part) => {
            const own = scores.filter((score) => score.transferId === one.id && score.part === part);
            return own.length === 0
              ? { part, meanBp: null, count: 0 }
              : { part, meanBp: meanOf(own.map((score) => score.scoreBp)), count: own.length };
          }),
        })),
    })),
    objections: objections.map((one) => ({
      id: one.id,
      version: one.version,
      ground: one.ground,
      reference: one.reference,
      text: one.text,
      name: openField("transferObjection.name", one.nameSealed),
      contact: openField("transferObjection.contact", one.contactSealed),
      answerBy: one.answerBy,
      answer: one.answer,
      upheld: one.upheld,
    })),
  };
};

export type AssessmentPageData = NonNullable<Awaited<ReturnType<typeof assessmentPage>>>;
