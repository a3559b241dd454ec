import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { maskName, type NoticeLine, noticeText } from "./rules/notice";
import { digestOf } from "./rules/ranking";

type Dates = { fromOn: string; untilOn: string; uncertain: boolean };

/** Writes the public list of everybody of a quota who is on notice, in the order of the ranking. Comes out: its id. */
export const writeNotice = async (tx: Tx, ctx: Ctx, quotaId: string, dates: Dates): Promise<string> => {
  const now = ctx.clock.now();
  const quota = await tx.transferQuota.findUniqueOrThrow({ where: { id: quotaId } });
  const rows = await tx.transfer.findMany({
    where: { quotaId, state: "notice" },
    orderBy: { rank: "asc" },
    take: 5_000,
    select: { rank: true, reference: true, studentName: true, fromSchoolId: true, totalBp: true },
  });
  const schools = await tx.organization.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.fromSchoolId))] } },
    select: { id: true, name: true },
  });
  const lines = rows.map(
    (row): NoticeLine => ({
      rank: row.rank ?? 0,
      reference: row.reference,
      name: maskName(row.studentName),
      from: schools.find((one) => one.id === row.fromSchoolId)?.name ?? "",
      totalBp: row.totalBp ?? 0,
    }),
  );
  const list = noticeText(lines);
  const last = await tx.transferNotice.findFirst({ where: { quotaId }, orderBy: { round: "desc" } });
  const id = newId(now.getTime());
  await tx.transferNotice.updateMany({
    where: { quotaId, state: "open" },
    data: { state: "replaced", closedAt: now },
  });
  await tx.transferNotice.create({
    data: {
      id,
      windowId: quota.windowId,
      quotaId,
      schoolId: quota.schoolId,
      round: (last?.round ?? 0) + 1,
      fromOn: dates.fromOn,
      untilOn: dates.untilOn,
      uncertain: dates.uncertain,
      list,
      digest: digestOf(list),
      state: "open",
      publishedAt: now,
    },
  });
  await record(tx, ctx, {
    subject: { type: "transferNotice", id },
    name: "transfer_notice.published",
    payload: { quotaId, names: lines.length, digest: digestOf(list), untilOn: dates.untilOn },
    audience: [quota.schoolId, ...schools.map((one) => one.id)],
  });
  return id;
};

/** After somebody left the list: the same days, a shorter list. Nothing happens when no list is out. */
export const reissueNotice = async (tx: Tx, ctx: Ctx, quotaId: string): Promise<void> => {
  const open = await tx.transferNotice.findFirst({ where: { quotaId, state: "open" } });
  if (!open) return;
  const id = await writeNotice(tx, ctx, quotaId, {
    fromOn: open.fromOn,
    untilOn: open.untilOn,
    uncertain: open.uncertain,
  });
  await tx.transferObjection.updateMany({
    where: { noticeId: open.id, answeredAt: null },
    data: { noticeId: id },
  });
};
