import type { MemberCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { cancelOthers } from "../application-placing.server";
import { placeStudents } from "../place-students.server";
import { leadRound, movedRound, saveRound } from "../round-access.server";
import { slotTerms } from "../round-judging.server";
import { partiesOf, recordRound, roundMails, studentMails } from "../round-record.server";

/**
 * Confirms a computed round: every match becomes a placement being prepared, all in one transaction or none. In: the
 * round, the version read and the form's key. Out: how many were placed; the same form sent again gives the same answer.
 * Refuses a round that was confirmed (said as such), one whose slots changed since it was computed, and, with the
 * findings, a batch in which one match no longer fits: seats, head-count, consent and rules are judged again here.
 */
export const confirmRound = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; submissionKey?: string | undefined },
): Promise<Result<{ placed: number }>> =>
  decide((tx) =>
    once(tx, ctx, input.submissionKey, { round: id }, async () => {
      const round = await leadRound(tx, ctx, id);
      const state = await movedRound(tx, round, "confirm");
      const at = ctx.clock.now();
      await saveRound(tx, { id, version: input.version }, { state, confirmedAt: at }, at);
      const [matched, rows] = await Promise.all([
        tx.roundStudent.findMany({
          where: { roundId: id, slotId: { not: null } },
          orderBy: { code: "asc" },
          take: 5_000,
        }),
        tx.roundSlot.findMany({ where: { roundId: id }, take: 300 }),
      ]);
      const slots = new Map(rows.map((row) => [row.id, slotTerms(row)]));
      const places = matched.flatMap(({ studentId, slotId }) => {
        const slot = slots.get(slotId ?? "");
        return slot
          ? [
              {
                studentId,
                hostId: slot.hostId,
                listingId: slot.listingId,
                roundId: id,
                origin: "round" as const,
                terms: slot.terms,
              },
            ]
          : [];
      });
      await placeStudents(tx, ctx, places);
      for (const { studentId } of places) await cancelOthers(tx, ctx, studentId, null);
      const eventId = await recordRound(tx, ctx, round, "confirmed", {
        placed: places.length,
        document: round.documentHash,
      });
      const { schools, hosts } = await partiesOf(tx, id);
      const letter = {
        key: eventId,
        values: { round: round.name, placed: places.length },
        link: `/rounds/${id}`,
      };
      const others = schools.filter((one) => one !== round.schoolId);
      await enqueue(tx, ctx, [
        ...(await roundMails(tx, { ...letter, kind: "confirmed", to: others })),
        ...(await roundMails(tx, { ...letter, kind: "confirmedHost", to: hosts })),
        ...(await studentMails(tx, id, { ...letter, kind: "result" })),
      ]);
      return { placed: places.length };
    }),
  );
