import { read } from "~/platform/db/client.server";
import { isId } from "~/platform/id";
import { frozenRules } from "../rule-set.server";
import { mayObject, type NoticeLine, shownLines } from "../rules/notice";
import type { Direction } from "../rules/pack";
import { type Edge, pointCode } from "../rules/term";

/**
 * A public list as anybody may see it. Goes in: the id and the instant. Comes out: null when there is none; while it runs the
 * masked lines, afterwards only how many there were. Never a full name, a score's part, or who objected.
 */
export const noticePage = async (id: string, now: Date) => {
  if (!isId(id)) return null;
  const notice = await read.transferNotice.findUnique({ where: { id } });
  if (!notice) return null;
  const [window, quota, school, newer, objections] = await Promise.all([
    read.transferWindow.findUniqueOrThrow({ where: { id: notice.windowId } }),
    read.transferQuota.findUniqueOrThrow({ where: { id: notice.quotaId } }),
    read.organization.findUniqueOrThrow({ where: { id: notice.schoolId }, select: { name: true } }),
    notice.state === "replaced"
      ? read.transferNotice.findFirst({
          where: { quotaId: notice.quotaId },
          orderBy: { round: "desc" },
          select: { id: true },
        })
      : null,
    read.transferObjection.findMany({ where: { noticeId: id }, select: { answeredAt: true }, take: 1_000 }),
  ]);
  const { noticeDays, answerDays } = frozenRules(window).facts;
  return {
    id,
    state: notice.state,
    school: school.name,
    major: quota.majorName,
    direction: window.direction as Direction,
    point: pointCode({ grade: window.grade, term: window.term, edge: window.edge as Edge }),
    fromOn: notice.fromOn,
    untilOn: notice.untilOn,
    uncertain: notice.uncertain,
    digest: notice.digest,
    days: noticeDays.value,
    answerDays: answerDays.value,
    lines: shownLines(notice),
    count: (JSON.parse(notice.list) as NoticeLine[]).length,
    newer: newer?.id ?? null,
    open: mayObject(notice, now),
    objections: objections.length,
    answered: objections.filter((one) => one.answeredAt !== null).length,
  };
};
