import type { PersonCtx } from "~/identity/actor";
import { writeWord } from "~/identity/consent-ledger.server";
import { askGuardians } from "~/identity/consent-requests.server";
import { studentFacts } from "~/identity/student-facts.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Language } from "~/platform/i18n/words";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { standingOf } from "../application-consents.server";
import { carryOutHostChange } from "../host-change-carry.server";
import { placementMails } from "../placement-mails.server";
import { moverOf, ownPlacement } from "../placement-scope.server";
import { type HostChangeState, nextHostChange } from "../rules/host-change";

type Answered = { state: HostChangeState; placementId: string | null };

/**
 * Answers a proposed change of host, or takes it back. Goes in: the placement, the change, "agree" or "decline" (the
 * student) or "withdraw" (the school), the version shown, the language read. Comes out: its state, and the new placement
 * where it could be carried out at once: the student's agreement is the consent to share with the new host; for a minor
 * the guardian is asked and the change waits. Refuses a foreign placement or change (not found), the other side
 * (forbidden), a stale version (conflict), and whatever `carryOutHostChange` refuses.
 */
export const answerHostChange = (
  ctx: PersonCtx,
  placementId: string,
  input: {
    change: string;
    intent: "agree" | "decline" | "withdraw";
    version: number;
    language: Language;
  },
): Promise<Result<Answered>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    const change = own && (await tx.hostChange.findFirst({ where: { id: input.change, placementId } }));
    if (!own || !change) return reject(notFound().refusal);
    const mover =
      own.as === "student" ? "student" : moverOf(own.as, ctx.actor) === "school" ? "school" : null;
    if (!mover || (mover === "school") !== (input.intent === "withdraw"))
      return reject({ code: "forbidden", key: "errors.forbidden" });
    const state = nextHostChange(change.state as HostChangeState, input.intent, mover);
    if (!state || change.version !== input.version) return stale();
    const now = ctx.clock.now();
    const { count } = await tx.hostChange.updateMany({
      where: { id: change.id, version: input.version },
      data: { state, answeredAt: now, version: { increment: 1 } },
    });
    if (count === 0) stale();
    await record(tx, ctx, {
      subject: { type: "host_change", id: change.id },
      name: `host_change.${state}`,
      payload: { placementId },
      audience: [change.schoolId],
    });
    if (state === "agreed") return agree(change, input.language);
    const student = await tx.student.findUniqueOrThrow({ where: { id: change.studentId } });
    await enqueue(
      tx,
      ctx,
      await placementMails(tx, {
        kind: state === "declined" ? "changeDeclined" : "changeWithdrawn",
        key: change.id,
        to: state === "declined" ? [change.schoolId] : [],
        people: state === "declined" ? [] : [student.personId],
        values: { name: student.name },
        link: `/placements/${placementId}/change`,
      }),
    );
    return { state, placementId: null };

    async function agree(asked: NonNullable<typeof change>, language: Language): Promise<Answered> {
      const facts = await studentFacts(tx, asked.studentId);
      if (!facts?.birthDate) return reject(notFound().refusal);
      await writeWord(tx, ctx, {
        student: facts,
        voice: { party: "student", guardianId: null, personId: ctx.actor.personId },
        act: "given",
        purpose: "share_application",
        recipientId: asked.toHostId,
        language,
        how: "account",
      });
      const standing = await standingOf(
        tx,
        asked.studentId,
        "share_application",
        asked.toHostId,
        civilDate(now),
      );
      if (standing?.complete)
        return {
          state: "done",
          placementId: await carryOutHostChange(tx, ctx, { ...asked, state: "agreed" }),
        };
      await askGuardians(tx, ctx, facts, "share_application", asked.toHostId);
      return { state: "agreed", placementId: null };
    }
  });
