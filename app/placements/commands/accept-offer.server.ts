import type { PersonCtx } from "~/identity/actor";
import { writeWord } from "~/identity/consent-ledger.server";
import { askGuardians } from "~/identity/consent-requests.server";
import { studentFacts } from "~/identity/student-facts.server";
import { decide, reject } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { Result } from "~/platform/result";
import { civilDate, endOfCivilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { standingOf } from "../application-consents.server";
import { mailsToOrganization } from "../application-mails.server";
import { placeApplication } from "../application-placing.server";
import {
  applicationToMove,
  saveApplication,
  tellApplication,
  turnColumns,
} from "../application-record.server";
import { offerTurn } from "../rules/application-turns";

/** Working days a guardian has at least once a minor has said yes. House rule. */
const GUARDIAN_DAYS = 5;

/**
 * A student accepts an offer, which is also their own informed consent to the internship (知情同意). Goes in: the
 * application, the version seen, the language the words were read in. Comes out: the id of the placement, or null while a minor's guardian is
 * still asked: then the seat stays kept, and the place is made by itself once they agree. Everything the student has open
 * besides is taken back together with the placement, never before. Refuses another's offer (not found), one that has
 * ended, changed or run out, a second place on the same days, and what seats or rules no longer allow; a refusal leaves
 * everything as it was.
 */
export const acceptOffer = (
  ctx: PersonCtx,
  input: { id: string; version: number; language: Language },
): Promise<Result<{ id: string; placementId: string | null; cancelled: number }>> =>
  decide(async (tx) => {
    const at = ctx.clock.now();
    const on = civilDate(at);
    const waiting = await tx.application.findUnique({ where: { id: input.id }, select: { state: true } });
    const again = waiting?.state === "accepted";
    const { row, to } = await applicationToMove(tx, ctx, input.id, {
      move: again ? "place" : "accept",
      version: input.version,
    });
    const student = await studentFacts(tx, row.studentId);
    if (!student) return reject({ code: "not_found", key: "errors.notFound" });
    await writeWord(tx, ctx, {
      student,
      voice: { party: "student", guardianId: null, personId: ctx.actor.personId },
      act: "given",
      purpose: "internship",
      recipientId: row.hostId,
      language: input.language,
      how: "account",
    });
    const standing = await standingOf(tx, row.studentId, "internship", row.hostId, on);
    if (standing?.complete) {
      const accepted = again ? row : await saveApplication(tx, row, at, { state: to });
      return { id: row.id, ...(await placeApplication(tx, ctx, accepted, "student")) };
    }
    await askGuardians(tx, ctx, student, "internship", row.hostId);
    if (again) return { id: row.id, placementId: null, cancelled: 0 };
    const otherYes = await tx.application.findFirst({
      where: { studentId: row.studentId, state: "accepted", id: { not: row.id } },
      select: { id: true },
    });
    if (otherYes) return reject({ code: "conflict", key: "applications.errors.otherAccepted" });
    const least = addWorkingDays(on, GUARDIAN_DAYS).date;
    const until = row.replyBy && row.replyBy > least ? row.replyBy : least;
    const accepted = await saveApplication(tx, row, at, {
      state: to,
      ...turnColumns({ ...offerTurn(until, on), turn: "guardian" }, at),
    });
    await tx.seatHold.updateMany({
      where: { applicationId: row.id },
      data: { expiresAt: endOfCivilDate(until) },
    });
    await tellApplication(tx, ctx, accepted, "accepted", { until });
    await enqueue(
      tx,
      ctx,
      await mailsToOrganization(tx, row.hostId, {
        kind: "acceptedWaiting",
        key: row.id,
        values: { title: row.title, until },
        link: `/applications/${row.id}`,
      }),
    );
    return { id: row.id, placementId: null, cancelled: 0 };
  });
