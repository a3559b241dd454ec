import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { listingToContinue } from "../host-change-listing.server";
import type { HostChangeInput } from "../host-change-schema";
import { judgePlacing } from "../judge-placing.server";
import { placementMails } from "../placement-mails.server";
import { moverOf, ownPlacement } from "../placement-scope.server";
import { OPEN_CHANGES } from "../rules/host-change";

const MOVABLE = ["in_progress", "paused"];

/**
 * A school proposes another host to a student at work (换单位). Goes in: the placement, a published place of another host,
 * the day, a coded reason, a note, the submission key. Comes out: the proposal's id; the student is asked and nothing else
 * happens yet. Refuses a foreign placement (not found), anybody but the school's owner or coordinator (forbidden), a
 * placement not at work or with a proposal still open (conflict), a day past or after its end, a place that is not open
 * (invalid), one a rule blocks (blocked, with findings).
 */
export const proposeHostChange = (
  ctx: PersonCtx,
  placementId: string,
  input: HostChangeInput,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    if (moverOf(own.as, ctx.actor) !== "school")
      return reject({ code: "forbidden", key: "errors.forbidden" });
    const { placement } = own;
    const { submissionKey, ...asked } = input;
    return once(tx, ctx, submissionKey, { ...asked, placementId }, async () => {
      const now = ctx.clock.now();
      const on = civilDate(now);
      const open = await tx.hostChange.count({ where: { placementId, state: { in: [...OPEN_CHANGES] } } });
      if (!MOVABLE.includes(placement.state) || open > 0)
        return reject({ code: "conflict", key: "placements.errors.notNow" });
      if (input.startsOn < on || input.startsOn >= placement.endsOn)
        return reject(invalidField("startsOn", "life.change.errors.day", { last: placement.endsOn }).refusal);
      const offer = await listingToContinue(tx, input.listing, placement, input.startsOn, on);
      if (!offer) return reject(invalidField("listing", "life.change.errors.gone").refusal);
      const subject = {
        studentId: placement.studentId,
        hostId: offer.hostId,
        listingId: offer.listingId,
        terms: offer.terms,
        origin: "listing",
      } as const;
      const { verdict, findings } = await judgePlacing(tx, subject, "application", on);
      if (verdict === "block")
        return reject({
          code: "blocked",
          key: "life.change.errors.rules",
          findings: findings.filter((one) => one.verdict === "block"),
        });
      const id = newId(now.getTime());
      await tx.hostChange.create({
        data: {
          id,
          placementId,
          schoolId: placement.schoolId,
          studentId: placement.studentId,
          fromHostId: placement.hostId,
          toHostId: offer.hostId,
          listingId: offer.listingId,
          startsOn: offer.terms.startsOn,
          reason: input.reason,
          note: input.note ?? "",
          state: "asked",
          askedBy: ctx.actor.personId,
          askedAt: now,
          version: 1,
        },
      });
      const student = await tx.student.findUniqueOrThrow({
        where: { id: placement.studentId },
        select: { name: true, personId: true },
      });
      await record(tx, ctx, {
        subject: { type: "host_change", id },
        name: "host_change.asked",
        payload: { placementId, reason: input.reason },
        audience: [placement.schoolId],
      });
      await enqueue(
        tx,
        ctx,
        await placementMails(tx, {
          kind: "changeAsked",
          key: id,
          to: [],
          people: [student.personId],
          values: { name: student.name, next: offer.hostName, date: offer.terms.startsOn },
          link: `/placements/${placementId}/change`,
        }),
      );
      return { id };
    });
  });
