import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { type Clock, civilDate } from "~/platform/time/clock";
import { recordRound } from "../round-record.server";

/** Closes the choices of every round whose last day has passed. Comes out: how many, at most 200 a time. */
export const closeDueRounds = async (clock: Clock): Promise<number> => {
  const today = civilDate(clock.now());
  const due = await read.round.findMany({
    where: { state: "open", choicesUntil: { lt: today } },
    take: 200,
    orderBy: { choicesUntil: "asc" },
  });
  const ctx = { actor: systemActor("rounds"), clock, requestId: newId() };
  for (const round of due) {
    await inTransaction(async (tx) => {
      const { count } = await tx.round.updateMany({
        where: { id: round.id, version: round.version, state: "open" },
        data: { state: "ranking", updatedAt: clock.now(), version: { increment: 1 } },
      });
      if (count > 0) await recordRound(tx, ctx, round, "closed");
    });
  }
  return due.length;
};
