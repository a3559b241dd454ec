import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { leadRound, movedRound, saveRound } from "../round-access.server";
import { partiesOf, recordRound, roundMails, studentMails } from "../round-record.server";

/**
 * Opens a draft round to its students and hosts: the hash of the draw is published with it. In: the round and the version
 * read. Out: nothing. Refuses one without slots or students, or while an invited school has not answered.
 */
export const openRound = (ctx: MemberCtx, id: string, version: number): Promise<Result<null>> =>
  decide(async (tx) => {
    const round = await leadRound(tx, ctx, id, version);
    const state = await movedRound(tx, round, "open");
    const at = ctx.clock.now();
    await saveRound(tx, round, { state, openedAt: at }, at);
    const eventId = await recordRound(tx, ctx, { ...round, openedAt: at }, "opened", {
      seedHash: round.seedHash,
      choicesUntil: round.choicesUntil,
    });
    const { hosts } = await partiesOf(tx, id);
    const letter = {
      key: eventId,
      values: {
        round: round.name,
        school: ctx.actor.organization.name,
        choices: round.choicesUntil,
        ranks: round.ranksUntil,
      },
      link: `/rounds/${id}`,
    };
    await enqueue(tx, ctx, [
      ...(await roundMails(tx, { ...letter, kind: "host", to: hosts })),
      ...(await studentMails(tx, id, { ...letter, kind: "student" })),
    ]);
    return null;
  });
