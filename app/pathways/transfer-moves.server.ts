import { emailOf } from "~/identity/mails.server";
import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import type { Prisma } from "~/platform/db/generated/client";
import { reject, stale } from "~/platform/decide.server";
import type { Json } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { translatorFor } from "~/words/translator.server";
import {
  type Actor,
  ENDED,
  SEATED,
  type TransferAction,
  type TransferState,
  transitionFor,
  turnIn,
} from "./rules/lifecycle";

export type TransferRow = NonNullable<Awaited<ReturnType<Tx["transfer"]["findUnique"]>>>;

/** Working days each side has for its step. House rule; a school that is late is shown as late, the student loses nothing. */
const STEP_DAYS: Partial<Record<TransferState, number>> = {
  sending: 5,
  eligibility: 5,
  assessment: 15,
  ranked: 10,
  notice: 8,
  receiving: 5,
  authority: 10,
  credits: 20,
  returning: 10,
};

const NEVER = "9999-12-31";

const dueFor = (state: TransferState, today: string, kept: string): string => {
  if (state === "draft" || state === "counselling" || state === "consent") return kept;
  const days = STEP_DAYS[state];
  return days === undefined ? NEVER : addWorkingDays(today, days).date;
};

/** Tells whoever's turn it now is, and the student where there is an account. */
const tell = async (
  tx: Tx,
  ctx: Ctx,
  transfer: TransferRow,
  to: TransferState,
  turn: string,
  version: number,
) => {
  const link = `/transfers/${transfer.id}`;
  const key = `transfer:${transfer.id}:${version}`;
  const school =
    turn === "sending" ? transfer.fromSchoolId : turn === "receiving" ? transfer.toSchoolId : null;
  const readers = school ? await peopleWhoAct(tx, school) : [];
  const person = transfer.personId ? await tx.person.findUnique({ where: { id: transfer.personId } }) : null;
  const words = (language: string) => translatorFor(language === "en" ? "en" : "zh-CN").room("transfers");
  await enqueue(tx, ctx, [
    ...readers.map((reader) => {
      const t = words(reader.language);
      const values = { reference: transfer.reference, state: t(`state.${to}`) };
      return mailDelivery({
        key: `${key}:${reader.personId}`,
        to: reader.email,
        language: reader.language,
        subject: t("mail.turn.subject", values),
        lines: [t("mail.turn.text", values)],
        link,
      });
    }),
    ...(person
      ? [person].map((one) => {
          const t = words(one.language);
          const values = { reference: transfer.reference, state: t(`state.${to}`) };
          return mailDelivery({
            key: `${key}:${one.id}`,
            to: emailOf(one),
            language: one.language,
            subject: t("mail.told.subject", values),
            lines: [t("mail.told.text", values)],
            link,
          });
        })
      : []),
  ]);
};

export type Move = {
  action: TransferAction;
  who: Actor;
  reason?: string | undefined;
  /** a word key's last part where the reason is the machine's */
  reasonCode?: string;
  data?: Prisma.TransferUpdateInput;
  payload?: { readonly [key: string]: Json | undefined };
  /** the caller's version; the row's own where a whole list is moved */
  version?: number;
  quiet?: boolean;
};

/** What the transition table says against a move, in words. */
const REFUSED = {
  state: { code: "conflict", key: "transfers.errors.notNow" },
  who: { code: "forbidden", key: "transfers.errors.notYours" },
  reason: { code: "invalid", key: "transfers.errors.reason" },
} as const;

/**
 * Makes one step of a transfer inside the caller's transaction: checks the table, writes with the version, keeps the quota's
 * seats, records the event and tells whose turn it is. Comes out: the row after the step. Rejects what the table does not
 * allow, a stale version, and a step that would take more seats than there are.
 */
export const moveTransfer = async (
  tx: Tx,
  ctx: Ctx,
  transfer: TransferRow,
  move: Move,
): Promise<TransferRow> => {
  const from = transfer.state as TransferState;
  const found = transitionFor(from, move.action, move.who, move.reason ?? move.reasonCode);
  if (!found.ok) {
    const refused = REFUSED[found.why];
    const fields = found.why === "reason" ? [{ field: "reason", key: refused.key }] : undefined;
    return reject({ ...refused, values: { action: move.action }, ...(fields ? { fields } : {}) });
  }
  const { to } = found.transition;
  const now = ctx.clock.now();
  const today = civilDate(now);
  const chain = transfer.chain.split(",").filter((one) => one !== "");
  const step = typeof move.data?.step === "number" ? move.data.step : transfer.step;
  const turn = turnIn(to, chain, step);
  const delta = Number(SEATED.includes(to)) - Number(SEATED.includes(from));
  if (delta !== 0) {
    const quota = await tx.transferQuota.findUniqueOrThrow({ where: { id: transfer.quotaId } });
    if (delta > 0 && quota.taken >= quota.seats) {
      return reject({ code: "conflict", key: "transfers.errors.full", values: { seats: quota.seats } });
    }
    await tx.transferQuota.update({
      where: { id: quota.id },
      data: { taken: { increment: delta }, updatedAt: now, version: { increment: 1 } },
    });
  }
  const ended = ENDED.includes(to) && to !== "moved";
  const written = await tx.transfer.updateMany({
    where: { id: transfer.id, version: move.version ?? transfer.version },
    data: {
      state: to,
      turn,
      dueOn: dueFor(to, today, transfer.dueOn),
      reason: move.reason ?? (ended || to === "returning" ? "" : transfer.reason),
      reasonCode: move.reasonCode ?? "",
      ...(ended ? { termKey: null } : {}),
      ...move.data,
      updatedAt: now,
      version: { increment: 1 },
    },
  });
  if (written.count === 0) return stale();
  await record(tx, ctx, {
    subject: { type: "transfer", id: transfer.id },
    name: `transfer.${move.action}`,
    payload: {
      reference: transfer.reference,
      from,
      to,
      reason: move.reason,
      reasonCode: move.reasonCode,
      ...move.payload,
    },
    audience: [transfer.fromSchoolId, transfer.toSchoolId],
  });
  const after = await tx.transfer.findUniqueOrThrow({ where: { id: transfer.id } });
  if (!move.quiet) await tell(tx, ctx, after, to, turn, after.version);
  return after;
};

/** The day from which a return is too late: so many days after the move. */
export const returnUntil = (movedOn: string, days: number): string => addDays(movedOn, days);
