import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate, endOfCivilDate } from "~/platform/time/clock";
import { type Batch, eachOf } from "../application-batch.server";
import { listingToApply } from "../application-listing.server";
import { mailsToStudent } from "../application-mails.server";
import {
  type ApplicationRow,
  applicationToMove,
  saveApplication,
  tellApplication,
  turnColumns,
} from "../application-record.server";
import { countHostAnswer } from "../application-replies.server";
import type { HostActOf } from "../application-schema";
import { judgePlacing } from "../judge-placing.server";
import { OFFER_DAYS, offerDateRefusal, offerTurn } from "../rules/application-turns";
import { holdSeat } from "../seat-holds.server";
import type { PlacementTerms } from "../terms";

/** The terms of today, when a seat is left beside those taken and those held, and no rule stands against it. */
const termsToOffer = async (tx: Tx, row: ApplicationRow, on: string, at: Date): Promise<PlacementTerms> => {
  const listing = await listingToApply(tx, row.listingId, on, true);
  if (listing === null) return reject({ code: "not_found", key: "errors.notFound" });
  if (typeof listing === "string") {
    return reject({ code: "blocked", key: `applications.closed.${listing}` });
  }
  const { seats, seatsTaken } = listing.row;
  const held = await tx.seatHold.count({ where: { listingId: row.listingId, expiresAt: { gt: at } } });
  if (seats !== null && seatsTaken + held >= seats) {
    return reject({ code: "blocked", key: "applications.errors.noSeat", values: { seats, held } });
  }
  const { studentId, hostId, listingId } = row;
  const { terms } = listing;
  const subject = { studentId, hostId, listingId, terms, origin: "listing" } as const;
  const { findings } = await judgePlacing(tx, subject, "application", on);
  const against = findings.filter(({ verdict }) => verdict === "block" || verdict === "missing");
  if (against.length > 0) {
    return reject({ code: "blocked", key: "applications.errors.rules", findings: against });
  }
  return terms;
};

/**
 * The host offers a place to one or several students until the end of a date it chooses (2–15 days ahead). Goes in: the
 * ids, the date, a note. Comes out: how many were offered and why the others were not. The terms are copied from the
 * listing of this day and a seat is kept until the offer ends, in the head-count of unit and post as well; nobody is offered what
 * the rules (an unknown fact included) or the seats do not allow. The student is told by mail. Refuses whatever the table refuses.
 */
export const offerPlaces = async (ctx: MemberCtx, act: HostActOf<"offer">): Promise<Result<Batch>> => {
  const at = ctx.clock.now();
  const on = civilDate(at);
  const wrong = offerDateRefusal(act.until, on);
  if (wrong) {
    const { least, most } = OFFER_DAYS;
    return invalidField("until", `applications.errors.${wrong}`, { least, most });
  }
  return eachOf(act.ids, async (tx, id) => {
    const { row, side, to } = await applicationToMove(tx, ctx, id, { move: "offer" });
    if (side !== "host") return reject({ code: "forbidden", key: "applications.refused.notYours" });
    const terms = await termsToOffer(tx, row, on, at);
    if (act.until >= terms.startsOn) {
      return reject(invalidField("until", "applications.errors.offerAfterStart").refusal);
    }
    const answered = await countHostAnswer(tx, row, at);
    const moved = await saveApplication(tx, row, at, {
      state: to,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      terms: JSON.stringify(terms),
      offerNote: act.offerNote ?? null,
      ...answered,
      ...turnColumns(offerTurn(act.until, on), at),
    });
    await holdSeat(tx, ctx, {
      applicationId: id,
      studentId: row.studentId,
      hostId: row.hostId,
      listingId: row.listingId,
      postId: terms.postId,
      startsOn: terms.startsOn,
      endsOn: terms.endsOn,
      expiresAt: endOfCivilDate(act.until),
    });
    await tellApplication(tx, ctx, moved, "offered", { until: act.until });
    await enqueue(
      tx,
      ctx,
      await mailsToStudent(tx, row.studentId, {
        kind: "offered",
        key: `${id}:${moved.version}`,
        values: { title: row.title, host: ctx.actor.organization.name, until: act.until },
        quote: act.offerNote ?? null,
        link: `/applications/${id}`,
      }),
    );
  });
};
