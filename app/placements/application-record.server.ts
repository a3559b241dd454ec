import type { Person } from "~/identity/actor";
import type { Ctx } from "~/platform/command";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Refusal } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { standingOf } from "./application-consents.server";
import { type ApplicationSide, answerRefusal, schoolRefusal, sideOf } from "./application-policy";
import {
  type ApplicationFacts,
  type ApplicationMove,
  type ApplicationRefusal,
  type ApplicationState,
  moveApplication,
} from "./rules/application-lifecycle";
import type { TurnDates } from "./rules/application-turns";
import { releaseSeat } from "./seat-holds.server";

type Db = ReadClient | Tx;

export type ApplicationRow = NonNullable<Awaited<ReturnType<Tx["application"]["findUnique"]>>>;

export const factsOf = (
  row: Pick<ApplicationRow, "state" | "replyBy">,
  shared: boolean,
): ApplicationFacts => ({
  state: row.state as ApplicationState,
  replyBy: row.replyBy,
  shared,
});

/** The record a signed-in student has taken up at the school they act in, or null. */
export const ownStudent = (db: Db, actor: Person) =>
  actor.organization?.role === "student"
    ? (db as ReadClient).student.findFirst({
        where: { personId: actor.personId, organizationId: actor.organization.id, state: "active" },
      })
    : Promise.resolve(null);

/** Whether the host may see an application today: it has come before it and every consent still stands. */
export const isShared = async (db: Db, row: ApplicationRow, on: string): Promise<boolean> =>
  row.sharedAt !== null &&
  (await standingOf(db, row.studentId, "share_application", row.hostId, on))?.complete === true;

/**
 * On which side of an application somebody stands: the student themselves, staff of the host (only while it is shared
 * with it), staff of the student's school. Comes out: null for everybody else, who must not learn that it exists.
 */
export const sideIn = async (
  db: Db,
  row: ApplicationRow,
  actor: Person,
  on: string,
): Promise<ApplicationSide | null> => {
  const side = sideOf(actor);
  if (side === "student") return (await ownStudent(db, actor))?.id === row.studentId ? side : null;
  if (side === "school") return actor.organizationId === row.schoolId ? side : null;
  if (side !== "host" || actor.organizationId !== row.hostId) return null;
  return (await isShared(db, row, on)) ? side : null;
};

const REFUSED: Record<ApplicationRefusal, Refusal["code"]> = {
  noSuchMove: "conflict",
  notYours: "forbidden",
  notShared: "blocked",
  late: "blocked",
  tooEarly: "blocked",
  reasonMissing: "invalid",
};

/** A refusal of the table in words. */
export const refusedMove = (because: ApplicationRefusal): Refusal => ({
  code: REFUSED[because],
  key: `applications.refused.${because}`,
  ...(because === "reasonMissing" ? { fields: [{ field: "reason", key: "errors.required" }] } : {}),
});

/**
 * The application somebody acts on, inside the transaction of the change. Refuses (by rejecting) what they have nothing to
 * do with as not found, a role that may not act, a version they have not seen, and a move the table does not allow now.
 */
export const applicationToMove = async (
  tx: Tx,
  ctx: Ctx<Person>,
  id: string,
  asked: { move: ApplicationMove; reason?: string; version?: number },
): Promise<{ row: ApplicationRow; side: ApplicationSide; to: ApplicationState }> => {
  const on = civilDate(ctx.clock.now());
  const row = await tx.application.findUnique({ where: { id } });
  const side = row && (await sideIn(tx, row, ctx.actor, on));
  if (!row || !side) return reject({ code: "not_found", key: "errors.notFound" });
  const { organization } = ctx.actor;
  const forbidden =
    organization && side === "host"
      ? answerRefusal({ organization })
      : organization && side === "school"
        ? schoolRefusal({ organization })
        : null;
  if (forbidden) return reject(forbidden);
  if (asked.version !== undefined && asked.version !== row.version) {
    return reject({ code: "conflict", key: "applications.errors.moved" });
  }
  const outcome = moveApplication(
    factsOf(row, await isShared(tx, row, on)),
    asked.move,
    side,
    asked.reason ?? "",
    on,
  );
  if (!outcome.ok) return reject(refusedMove(outcome.because));
  return { row, side, to: outcome.to };
};

/** Writes a change of one application if nobody was faster. Comes out: the row as it now is. */
export const saveApplication = async (
  tx: Tx,
  row: ApplicationRow,
  at: Date,
  data: Partial<Omit<ApplicationRow, "id" | "version" | "updatedAt">>,
): Promise<ApplicationRow> => {
  const { count } = await tx.application.updateMany({
    where: { id: row.id, version: row.version },
    data: { ...data, updatedAt: at, version: { increment: 1 } },
  });
  if (count === 0) return stale();
  return { ...row, ...data, updatedAt: at, version: row.version + 1 };
};

/** The columns of a turn that begins now. */
export const turnColumns = (turn: TurnDates, at: Date) => ({
  turn: turn.turn,
  turnSince: at,
  replyBy: turn.replyBy,
  replyByCertain: turn.certain,
  remindAt: turn.remindAt,
  remindedAt: null,
});

/** The columns of an application that has ended. */
export const endedColumns = (state: ApplicationState, at: Date) => ({
  state,
  turn: null,
  turnSince: at,
  replyBy: null,
  remindAt: null,
  endedAt: at,
});

/** Lets go of what an ended application held: its seat and its appointments. */
export const letGo = async (tx: Tx, applicationId: string, at: Date): Promise<void> => {
  await releaseSeat(tx, applicationId);
  await tx.interview.updateMany({
    where: { applicationId, state: { in: ["proposed", "confirmed", "change_asked"] }, startsAt: { gt: at } },
    data: { state: "cancelled", sequence: { increment: 1 } },
  });
};

/**
 * Tells one step as an event of the application. No name and no word of the student goes into it: events are kept for
 * good, the consent to share is not. The host hears of it once the application has come before it.
 */
export const tellApplication = (
  tx: Tx,
  ctx: Ctx,
  row: ApplicationRow,
  name: string,
  payload: Record<string, string | number | null> = {},
): Promise<string> =>
  record(tx, ctx, {
    subject: { type: "application", id: row.id },
    name: `application.${name}`,
    payload: { title: row.title, ...payload },
    audience: row.sharedAt ? [row.schoolId, row.hostId] : [row.schoolId],
  });
