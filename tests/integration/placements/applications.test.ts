import { beforeAll, describe, expect, it } from "vitest";
import { withdrawConsent } from "~/identity/commands/withdraw-consent.server";
import { closeListing } from "~/marketplace/commands/close-listing.server";
import { acceptOffer } from "~/placements/commands/accept-offer.server";
import { answerApplications } from "~/placements/commands/answer-applications.server";
import { endApplication } from "~/placements/commands/end-application.server";
import { expireApplications } from "~/placements/commands/expire-applications.server";
import { followConsents } from "~/placements/commands/follow-consents.server";
import { offerPlaces } from "~/placements/commands/offer-places.server";
import { remindApplications } from "~/placements/commands/remind-applications.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import {
  accept,
  applicationRow,
  apply,
  done,
  givenApplicant,
  givenHost,
  givenOffer,
  givenPlace,
  guardianAgrees,
  later,
  refusedWith,
} from "~tests/fixtures/applications";
import { givenPerson } from "~tests/fixtures/people";
import { givenGuardian, givenSchoolWithRoll, MINOR_BORN } from "~tests/fixtures/students";

let host: Awaited<ReturnType<typeof givenHost>>;
let school: Awaited<ReturnType<typeof givenSchoolWithRoll>>;
let listing: string;

beforeAll(async () => {
  host = await givenHost("甲精密");
  school = await givenSchoolWithRoll("乙学校");
  listing = await givenPlace(host);
});

const mailsAbout = (key: string) => read.delivery.count({ where: { kind: "mail", key: { contains: key } } });

describe("an application of a student who is of age", () => {
  it("goes to the host at once, is answered, offered, accepted and placed; the others end with it", async () => {
    const student = await givenApplicant(school, "黄子轩");
    const other = await givenPlace(host, { title: "钳工 实习", startsOn: "2027-03-01" });
    const elsewhere = done(await apply(student, other));
    const { id, shared } = done(await apply(student, listing));
    expect(shared).toBe(true);
    const fresh = await applicationRow(id);
    expect([fresh.state, fresh.turn, fresh.replyBy]).toEqual(["submitted", "host", "2026-11-27"]);
    expect(refusedWith(await apply(student, listing))).toBe("applications.errors.again");

    done(await answerApplications(host.ctx, { intent: "read", ids: [id] }));
    done(await offerPlaces(host.ctx, { intent: "offer", ids: [id], until: "2026-11-30" }));
    const offered = await applicationRow(id);
    expect([offered.state, offered.turn, offered.replyBy]).toEqual(["offered", "student", "2026-11-30"]);
    expect(await read.seatHold.count({ where: { applicationId: id } })).toBe(1);

    const accepted = done(await accept(student, id));
    expect(accepted.cancelled).toBe(1);
    const placement = await read.placement.findUniqueOrThrow({ where: { id: accepted.placementId! } });
    expect([placement.state, placement.applicationId, placement.hostId]).toEqual(["preparing", id, host.id]);
    expect((await applicationRow(elsewhere.id)).state).toBe("withdrawn");
    expect((await applicationRow(elsewhere.id)).reason).toBe("placed_elsewhere");
    expect(await read.seatHold.count({ where: { applicationId: id } })).toBe(0);
    expect(await mailsAbout(`application-placedHost:${id}`)).toBe(1);
    expect(refusedWith(await apply(student, listing))).toBe("applications.errors.overlap");
  });

  it("is nobody else's: strangers find nothing, a mentor may not answer", async () => {
    const student = await givenApplicant(school, "林一");
    const { id } = done(await apply(student, listing));
    const stranger = await givenHost("丙机械");
    const act = { intent: "read" as const, ids: [id] };
    expect(refusedWith(await answerApplications(stranger.ctx, act))).toBe("errors.notFound");
    const organization = { ...host.ctx.actor.organization, role: "mentor" as const };
    const mentor = { ...host.ctx, actor: { ...host.ctx.actor, organization } };
    expect(refusedWith(await answerApplications(mentor, act))).toBe("applications.errors.hostRole");
    const fellow = await givenApplicant(school, "林二");
    expect(
      refusedWith(
        await endApplication(fellow.ctx, { id, version: 1, move: "withdraw", reason: "changed_mind" }),
      ),
    ).toBe("errors.notFound");
  });

  it("ends in silence: counted, told, and the student is free", async () => {
    const quiet = await givenHost("沉默");
    const place = await givenPlace(quiet);
    const ids: string[] = [];
    for (const name of ["一", "二", "三"]) {
      ids.push(done(await apply(await givenApplicant(school, name), place)).id);
    }
    expect(await remindApplications(fixedClock("2026-11-26T02:00:00.000Z"))).toBeGreaterThanOrEqual(3);
    expect(await expireApplications(fixedClock("2026-11-27T15:59:00.000Z"))).toBe(0);
    await expireApplications(fixedClock("2026-11-27T16:00:00.000Z"));
    expect((await applicationRow(ids[0]!)).state).toBe("expired");
    const record = await read.replyRecord.findUnique({ where: { organizationId: quiet.id } });
    expect(record).toMatchObject({ due: 3, answered: 0, silentInRow: 3 });
    expect((await read.listing.findUniqueOrThrow({ where: { id: place } })).pausedReason).toBe("silence");
    expect(await mailsAbout(`application-expiredStudent:${ids[0]}`)).toBe(1);
    expect(await expireApplications(fixedClock("2026-11-27T16:00:00.000Z"))).toBe(0);
  });

  it("meets a listing that was closed meanwhile", async () => {
    const place = await givenPlace(host, { title: "磨工 实习" });
    const student = await givenApplicant(school, "赵四");
    const { id } = done(await apply(student, place));
    const { version } = await read.listing.findUniqueOrThrow({ where: { id: place } });
    done(await closeListing(host.ctx, place, { version, reason: "need_ended" }));
    expect(refusedWith(await apply(await givenApplicant(school, "钱五"), place))).toBe(
      "applications.closed.notOpen",
    );
    const offer = { intent: "offer" as const, ids: [id], until: "2026-11-30" };
    expect(refusedWith(await offerPlaces(host.ctx, offer))).toBe("applications.closed.notOpen");
    done(
      await answerApplications(host.ctx, {
        intent: "reject",
        ids: [id],
        reason: "post_withdrawn",
        suggested: listing,
      }),
    );
    expect(await applicationRow(id)).toMatchObject({ state: "rejected", suggestedId: listing });
  });

  it("loses its offer at midnight, not a moment before, and never both ways", async () => {
    const place = await givenPlace(host, { title: "铣工 实习" });
    const [early, late] = [await givenApplicant(school, "准时"), await givenApplicant(school, "迟到")];
    const [kept, lost] = [await givenOffer(host, early, place), await givenOffer(host, late, place)];
    const at = (ctx: typeof early.ctx, iso: string, id: string, version: number) =>
      acceptOffer(later(ctx, iso), { id, version, language: "zh-CN" });
    done(await at(early.ctx, "2026-11-30T15:59:59.999Z", kept, (await applicationRow(kept)).version));
    const { version } = await applicationRow(lost);
    const midnight = "2026-11-30T16:00:00.000Z";
    const [answer] = await Promise.all([
      at(late.ctx, midnight, lost, version),
      expireApplications(fixedClock(midnight)),
    ]);
    expect(answer.ok).toBe(false);
    expect((await applicationRow(lost)).state).toBe("expired");
    expect(await read.placement.count({ where: { studentId: late.studentId } })).toBe(0);
    expect(await read.seatHold.count({ where: { applicationId: lost } })).toBe(0);
  });

  it("cannot be offered beyond the listing's seats", async () => {
    const place = await givenPlace(host, { title: "一席 实习", seats: "1" });
    const [a, b] = [await givenApplicant(school, "甲"), await givenApplicant(school, "乙")];
    const first = await givenOffer(host, a, place);
    const second = done(await apply(b, place)).id;
    const offer = { intent: "offer" as const, ids: [second], until: "2026-11-30" };
    expect(refusedWith(await offerPlaces(host.ctx, offer))).toBe("applications.errors.noSeat");
    const { version } = await applicationRow(first);
    done(await endApplication(a.ctx, { id: first, version, move: "decline", reason: "pay" }));
    expect(done(await offerPlaces(host.ctx, offer)).done).toBe(1);
  });
});

describe("an application of a minor", () => {
  it("is seen by nobody at the host before a guardian agrees, and no longer once they take it back", async () => {
    const student = await givenApplicant(school, "陈雨桐", MINOR_BORN);
    const guardian = await givenPerson("陈伯年");
    await givenGuardian(school.ctx, student.studentId, { personId: guardian.personId });
    const { id, shared } = done(await apply(student, listing));
    expect(shared).toBe(false);
    expect(await applicationRow(id)).toMatchObject({ turn: "guardian", sharedAt: null });
    expect(await mailsAbout(`application-received:${id}`)).toBe(0);
    const act = { intent: "read" as const, ids: [id] };
    expect(refusedWith(await answerApplications(host.ctx, act))).toBe("errors.notFound");

    done(await guardianAgrees(guardian.personId, student.studentId, "share_application", host.id));
    await followConsents(fixedClock("2026-11-22T03:00:00.000Z"));
    expect(await applicationRow(id)).toMatchObject({ turn: "host", replyBy: "2026-11-27" });
    expect(await mailsAbout(`application-received:${id}`)).toBe(1);
    done(await answerApplications(later(host.ctx, "2026-11-22T04:00:00.000Z"), act));

    done(
      await withdrawConsent(later(student.ctx, "2026-11-22T05:00:00.000Z"), {
        studentId: student.studentId,
        purpose: "share_application",
        recipientId: host.id,
        language: "zh-CN",
      }),
    );
    const shortlist = { intent: "shortlist" as const, ids: [id] };
    expect(
      refusedWith(await answerApplications(later(host.ctx, "2026-11-22T05:00:01.000Z"), shortlist)),
    ).toBe("errors.notFound");
    await followConsents(fixedClock("2026-11-22T05:01:00.000Z"));
    expect(await applicationRow(id)).toMatchObject({ turn: "student", sharedAt: null });
    expect(await mailsAbout(`application-hidden:${id}`)).toBe(1);
  });

  it("becomes a place only with a guardian's word for the internship", async () => {
    const student = await givenApplicant(school, "陈小满", MINOR_BORN);
    const guardian = await givenPerson("陈叔");
    await givenGuardian(school.ctx, student.studentId, { personId: guardian.personId });
    const { id } = done(await apply(student, listing));
    done(
      await guardianAgrees(
        guardian.personId,
        student.studentId,
        "share_application",
        host.id,
        "2026-11-22T06:00:00.000Z",
      ),
    );
    await followConsents(fixedClock("2026-11-22T06:01:00.000Z"));
    done(
      await offerPlaces(later(host.ctx, "2026-11-22T07:00:00.000Z"), {
        intent: "offer",
        ids: [id],
        until: "2026-11-30",
      }),
    );
    expect(done(await accept(student, id)).placementId).toBeNull();
    expect(await applicationRow(id)).toMatchObject({ state: "accepted", turn: "guardian" });
    expect(await read.placement.count({ where: { studentId: student.studentId } })).toBe(0);
    // Many left the company meanwhile: the guardian's yes comes, but the ratio allows no place.
    const employees = (count: number) =>
      inTransaction((tx) => tx.organization.update({ where: { id: host.id }, data: { employees: count } }));
    await employees(5);
    done(
      await guardianAgrees(
        guardian.personId,
        student.studentId,
        "internship",
        host.id,
        "2026-11-23T02:00:00.000Z",
      ),
    );
    await followConsents(fixedClock("2026-11-23T02:01:00.000Z"));
    expect(await applicationRow(id)).toMatchObject({
      state: "accepted",
      stuckKey: "applications.stuck.rules",
    });
    expect(await mailsAbout(`application-stuck:${id}`)).toBe(1);
    expect(await read.seatHold.count({ where: { applicationId: id } })).toBe(1);
    await employees(320);
    const again = { ...student, ctx: later(student.ctx, "2026-11-23T03:00:00.000Z") };
    expect(done(await accept(again, id)).placementId).not.toBeNull();
    expect(await applicationRow(id)).toMatchObject({ state: "placed", stuckKey: null });
    expect(await read.placement.count({ where: { studentId: student.studentId } })).toBe(1);
  });
});
