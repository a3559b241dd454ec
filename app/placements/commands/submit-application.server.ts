import type { PersonCtx } from "~/identity/actor";
import { writeWord } from "~/identity/consent-ledger.server";
import { askGuardians } from "~/identity/consent-requests.server";
import { isMinorOn } from "~/identity/rules/minority";
import { studentFacts } from "~/identity/student-facts.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { listingToApply } from "../application-listing.server";
import { openApplication, refuseUnfit } from "../application-opening.server";
import { ownStudent } from "../application-record.server";
import type { SubmitApplication } from "../application-schema";
import { followConsent } from "../application-sharing.server";
import { MOST_OPEN, overlaps } from "../rules/application-turns";

const cameFrom = async (tx: Tx, id: string | undefined, studentId: string): Promise<string | null> => {
  if (!id) return null;
  const earlier = await tx.application.findUnique({ where: { id }, select: { studentId: true } });
  return earlier?.studentId === studentId ? id : null;
};

/**
 * A student applies to a published listing. Goes in: the listing, words to the host, the consent to share with this one
 * host, the language it was read in, and the submission key. Comes out: the application's id and whether the host sees it
 * now; a student under 18 waits for a guardian, who is asked at once, and until then nobody at the host learns of it.
 * Refuses a person without a record (forbidden), a listing that is not open, dates on which the student is placed already,
 * a second open application for the same listing, more than eight open ones, and what a rule blocks (with findings; what
 * is unknown does not stop an application, it is asked before the agreement).
 */
export const submitApplication = (
  ctx: PersonCtx,
  input: SubmitApplication & { language: Language },
): Promise<Result<{ id: string; shared: boolean }>> =>
  decide(async (tx) => {
    const { submissionKey, ...asked } = input;
    return once(tx, ctx, submissionKey, { ...asked }, async () => {
      const at = ctx.clock.now();
      const on = civilDate(at);
      const student = await ownStudent(tx, ctx.actor);
      if (!student) return reject({ code: "forbidden", key: "applications.errors.noRecord" });
      const listing = await listingToApply(tx, input.listing, on, false);
      if (listing === null) return reject({ code: "not_found", key: "errors.notFound" });
      if (typeof listing === "string") {
        return reject({ code: "blocked", key: `applications.closed.${listing}` });
      }
      const open = await tx.application.count({ where: { studentId: student.id, endedAt: null } });
      if (open >= MOST_OPEN) {
        return reject({ code: "limited", key: "applications.errors.tooMany", values: { most: MOST_OPEN } });
      }
      const profile = await tx.studentProfile.findUnique({ where: { studentId: student.id } });
      const free = {
        startsOn: profile?.availableFrom ?? "0001-01-01",
        endsOn: profile?.availableTo ?? "9999-12-31",
      };
      if (!overlaps(free, listing.terms)) {
        return reject({ code: "blocked", key: "applications.errors.notAvailable" });
      }
      await refuseUnfit(tx, student.id, listing, on);
      const facts = await studentFacts(tx, student.id);
      if (!facts?.birthDate) return reject({ code: "not_found", key: "errors.notFound" });
      const hostId = listing.row.organizationId;
      await writeWord(tx, ctx, {
        student: facts,
        voice: { party: "student", guardianId: null, personId: ctx.actor.personId },
        act: "given",
        purpose: "share_application",
        recipientId: hostId,
        language: input.language,
        how: "account",
      });
      const row = await openApplication(tx, ctx, student, listing, {
        appliedBy: "student",
        message: input.message ?? "",
        cameFromId: await cameFrom(tx, input.from, student.id),
      });
      if (isMinorOn(facts.birthDate, on)) {
        await askGuardians(tx, ctx, facts, "share_application", hostId);
      }
      const followed = await followConsent(tx, ctx, row);
      return { id: row.id, shared: followed.sharedAt !== null };
    });
  });
