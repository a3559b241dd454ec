import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { leadRound, movedRound, saveRound } from "../round-access.server";
import { partiesOf, recordRound, roundMails, studentMails } from "../round-record.server";

/**
 * The leading school calls a round off, with the reason everybody in it reads. In: the round, the version read, the
 * reason. Out: nothing. Refuses a confirmed round: its placements stand and are ended one by one.
 */
export const cancelRound = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; reason: string },
): Promise<Result<null>> =>
  decide(async (tx) => {
    const round = await leadRound(tx, ctx, id, input.version);
    const state = await movedRound(tx, round, "cancel");
    await saveRound(tx, round, { state, cancelReason: input.reason }, ctx.clock.now());
    const eventId = await recordRound(tx, ctx, round, "cancelled", { reason: input.reason });
    if (!round.openedAt) return null;
    const { schools, hosts } = await partiesOf(tx, id);
    const letter = {
      kind: "cancelled" as const,
      key: eventId,
      values: { round: round.name, reason: input.reason },
      link: `/rounds/${id}`,
    };
    const others = [...schools, ...hosts].filter((one) => one !== round.schoolId);
    await enqueue(tx, ctx, [
      ...(await roundMails(tx, { ...letter, to: others })),
      ...(await studentMails(tx, id, letter)),
    ]);
    return null;
  });
