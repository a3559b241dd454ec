import { beforeEach, describe, expect, it } from "vitest";
import type { MemberCtx, Role } from "~/identity/actor";
import { acceptEnquiry } from "~/marketplace/commands/accept-enquiry.server";
import { declineEnquiry } from "~/marketplace/commands/decline-enquiry.server";
import { expireEnquiries } from "~/marketplace/commands/expire-enquiries.server";
import { openEnquiry } from "~/marketplace/commands/open-enquiry.server";
import { remindEnquiries } from "~/marketplace/commands/remind-enquiries.server";
import { replyToEnquiry } from "~/marketplace/commands/reply-to-enquiry.server";
import { withdrawEnquiry } from "~/marketplace/commands/withdraw-enquiry.server";
import { acceptedTermsSchema, type OpenEnquiry } from "~/marketplace/enquiry-schema";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { checkChain, historyOf } from "~/platform/events/history.server";
import { newId } from "~/platform/id";
import { openMail } from "~/platform/mail/sealed-mail.server";
import type { Result } from "~/platform/result";
import { fixedClock } from "~/platform/time/clock";
import { givenListing, givenProgramme } from "~tests/fixtures/enquiries";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

type Side = { id: string; name: string; email: string; as: (role?: Role, at?: string) => MemberCtx };

const side = async (kind: "school" | "enterprise", name: string): Promise<Side> => {
  const id = await givenOrganization(kind, name);
  const { personId, email } = await givenPerson(`${name}专员`, { organizationId: id, role: "coordinator" });
  const as = (role: Role = "coordinator", at?: string) => memberCtx(personId, { id, kind, name, role }, at);
  return { id, name, email, as };
};

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
};

const codeOf = <T>(result: Result<T>) => (result.ok ? "ok" : result.refusal.code);

let school: Side;
let enterprise: Side;
let stranger: Side;
let listingId: string;
let programmeId: string;

const question = (values: Partial<OpenEnquiry> = {}): OpenEnquiry => ({
  submissionKey: newId(),
  listingId,
  programmeId,
  subject: "数控技术 20 人岗位实习",
  message: "能否接收 20 名学生？",
  seats: 20,
  startsOn: "2027-03-01",
  endsOn: "2027-08-31",
  replyDays: 5,
  ...values,
});

const opened = async (values: Partial<OpenEnquiry> = {}) =>
  given(await openEnquiry(school.as(), question(values))).id;
const row = (id: string) => read.enquiry.findUniqueOrThrow({ where: { id } });
const mailsTo = async (email: string, kind: string) =>
  (await read.delivery.findMany({ where: { kind: "mail", key: { contains: `enquiry-${kind}:` } } }))
    .map((delivery) => openMail(JSON.parse(delivery.payload) as Record<string, unknown>))
    .filter((mail) => mail.to === email);

beforeEach(async () => {
  await inTransaction((tx) => tx.enquiry.deleteMany());
  school = await side("school", "岭南机电职业学校");
  enterprise = await side("enterprise", "南粤精密机械");
  stranger = await side("school", "外地学校");
  listingId = await givenListing(enterprise.id);
  programmeId = await givenProgramme(school.id);
});

const accept = { contactName: "李经理", contactPhone: "13800000000" };

describe("opening", () => {
  it("gives the baton to the other side with a reply-by date, and tells their people with the link", async () => {
    const id = await opened();
    expect(await row(id)).toMatchObject({
      state: "open",
      batonId: enterprise.id,
      waiterId: school.id,
      replyBy: "2026-11-27",
      replyByCertain: true,
      version: 1,
    });
    const [mail, ...more] = await mailsTo(enterprise.email, "opened");
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("岭南机电职业学校");
    expect(mail?.text).toContain(`/enquiries/${id}`);
    expect(await mailsTo(school.email, "opened")).toEqual([]);
    expect((await historyOf("enquiry", id)).map(({ name }) => name)).toEqual(["enquiry.opened"]);
  });

  it("sent twice with the same key does one thing; with another content it is refused", async () => {
    const asked = question();
    const first = given(await openEnquiry(school.as(), asked));
    expect(given(await openEnquiry(school.as(), asked))).toEqual(first);
    expect(await read.enquiry.count({ where: { fromOrganizationId: school.id } })).toBe(1);
    expect(codeOf(await openEnquiry(school.as(), { ...asked, seats: 3 }))).toBe("conflict");
  });

  it("refuses a second open enquiry about the same listing and names the first; another organization may ask", async () => {
    const id = await opened();
    const second = await openEnquiry(school.as(), question());
    expect(second).toMatchObject({ ok: false, refusal: { code: "conflict", values: { id } } });
    const theirs = await openEnquiry(stranger.as(), question({ programmeId: undefined }));
    expect(theirs.ok).toBe(true);
  });

  it("refuses oneself, a viewer, the unverified, a party nobody acts for, closed listings and foreign programmes", async () => {
    expect(codeOf(await openEnquiry(enterprise.as(), question({ programmeId: undefined })))).toBe("blocked");
    expect(codeOf(await openEnquiry(school.as("viewer"), question()))).toBe("forbidden");
    expect(codeOf(await openEnquiry(school.as("teacher"), question()))).toBe("forbidden");
    const unclaimed = await givenOrganization("enterprise", "无人认领", { state: "unclaimed" });
    expect(codeOf(await openEnquiry(school.as(), question({ listingId: undefined, to: unclaimed })))).toBe(
      "blocked",
    );
    const draft = await givenListing(enterprise.id, { state: "draft" });
    expect(codeOf(await openEnquiry(school.as(), question({ listingId: draft })))).toBe("not_found");
    const paused = await givenListing(enterprise.id, { state: "paused" });
    expect(codeOf(await openEnquiry(school.as(), question({ listingId: paused })))).toBe("blocked");
    const foreign = await givenProgramme(stranger.id);
    expect(codeOf(await openEnquiry(school.as(), question({ programmeId: foreign })))).toBe("not_found");
    const unverified = await givenOrganization("school", "未核验学校", { state: "submitted" });
    const { personId } = await givenPerson("某", { organizationId: unverified, role: "owner" });
    const ctx = memberCtx(personId, { id: unverified, kind: "school", name: "未核验学校", role: "owner" });
    expect(codeOf(await openEnquiry(ctx, question({ programmeId: undefined })))).toBe("forbidden");
    expect(
      codeOf(await openEnquiry(school.as(), question({ startsOn: "2025-01-01", endsOn: "2025-02-01" }))),
    ).toBe("invalid");
  });
});

describe("answering", () => {
  it("passes the baton, starts a new reply-by date for the other side, and counts only the first answer", async () => {
    const id = await opened();
    const at = "2026-11-24T02:00:00.000Z";
    const reply = {
      submissionKey: newId(),
      version: 1,
      message: "可以接收 12 人",
      changeTerms: true,
      seats: 12,
    };
    given(await replyToEnquiry(enterprise.as("coordinator", at), id, reply));
    expect(await row(id)).toMatchObject({
      batonId: school.id,
      waiterId: enterprise.id,
      replyBy: "2026-12-01",
      seats: 12,
      termsById: enterprise.id,
      version: 2,
    });
    expect(await read.replyRecord.findUnique({ where: { organizationId: enterprise.id } })).toMatchObject({
      due: 1,
      answered: 1,
      hours: 48,
    });
    expect(await mailsTo(school.email, "replied")).toHaveLength(1);
    const back = { submissionKey: newId(), version: 2, message: "好的，时间？", changeTerms: false };
    given(await replyToEnquiry(school.as("coordinator", at), id, back));
    const again = { submissionKey: newId(), version: 3, message: "三月", changeTerms: false };
    given(await replyToEnquiry(enterprise.as("coordinator", at), id, again));
    expect((await read.replyRecord.findUnique({ where: { organizationId: enterprise.id } }))?.due).toBe(1);
    expect((await read.replyRecord.findUnique({ where: { organizationId: school.id } }))?.answered).toBe(1);
    expect(await checkChain("enquiry", id)).toEqual({ intact: true });
  });

  it("keeps what was accepted whole, so that an agreement can be drafted from it, and takes no seat", async () => {
    const id = await opened();
    given(await acceptEnquiry(enterprise.as("owner"), id, { ...accept, version: 1, note: "三班倒除外" }));
    const ended = await row(id);
    expect(ended).toMatchObject({ state: "accepted", batonId: null, waiterId: null });
    const terms = acceptedTermsSchema.parse(JSON.parse(ended.accepted ?? "null"));
    expect(terms).toMatchObject({
      acceptedById: enterprise.id,
      seats: 20,
      startsOn: "2027-03-01",
      programme: { id: programmeId, majorCode: "460103" },
      listing: { id: listingId, version: 1, title: "数控车工岗位实习" },
    });
    expect(openField("enquiry.contactPhone", terms.contact.phoneSealed)).toBe("13800000000");
    expect(ended.accepted).not.toContain("13800000000");
    expect((await read.listing.findUniqueOrThrow({ where: { id: listingId } })).seatsTaken).toBe(0);
    expect(await mailsTo(school.email, "accepted")).toHaveLength(1);
  });

  it("declines with a coded reason the other side is told; a no is an answer", async () => {
    const id = await opened();
    given(await declineEnquiry(enterprise.as(), id, { version: 1, reason: "no_seats" }));
    expect(await row(id)).toMatchObject({ state: "declined", declineReason: "no_seats" });
    const [mail] = await mailsTo(school.email, "declined");
    expect(mail?.text).toContain("名额已满");
    expect(await read.replyRecord.findUnique({ where: { organizationId: enterprise.id } })).toMatchObject({
      due: 1,
      answered: 1,
      silentInRow: 0,
    });
  });

  it("does not show a stranger that it exists, and refuses a viewer and whoever's turn it is not", async () => {
    const id = await opened();
    const reply = () => ({ submissionKey: newId(), version: 1, message: "好的好的", changeTerms: false });
    const foreign = await replyToEnquiry(stranger.as(), id, reply());
    const nothing = await replyToEnquiry(stranger.as(), newId(), reply());
    expect(foreign).toEqual(nothing);
    expect(codeOf(foreign)).toBe("not_found");
    expect(codeOf(await acceptEnquiry(stranger.as(), id, { ...accept, version: 1 }))).toBe("not_found");
    expect(codeOf(await declineEnquiry(stranger.as(), id, { version: 1, reason: "too_far" }))).toBe(
      "not_found",
    );
    expect(codeOf(await withdrawEnquiry(stranger.as(), id, 1))).toBe("not_found");
    expect(codeOf(await declineEnquiry(enterprise.as("viewer"), id, { version: 1, reason: "too_far" }))).toBe(
      "forbidden",
    );
    expect(codeOf(await acceptEnquiry(school.as(), id, { ...accept, version: 1 }))).toBe("blocked");
    expect(codeOf(await withdrawEnquiry(enterprise.as(), id, 1))).toBe("blocked");
    expect((await row(id)).version).toBe(1);
  });

  it("lets one of two people who answer at once win; the other is told and nothing is lost", async () => {
    const id = await opened();
    const answers = await Promise.all([
      acceptEnquiry(enterprise.as("owner"), id, { ...accept, version: 1 }),
      declineEnquiry(enterprise.as("coordinator"), id, { version: 1, reason: "too_far" }),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(["conflict", "ok"]);
    expect((await historyOf("enquiry", id)).length).toBe(2);
  });

  it("is withdrawn by the asker in either turn without counting for anybody", async () => {
    const id = await opened();
    given(await withdrawEnquiry(school.as(), id, 1));
    expect((await row(id)).state).toBe("withdrawn");
    expect(await read.replyRecord.findUnique({ where: { organizationId: enterprise.id } })).toBeNull();
  });

  it("does one thing when a reply is sent twice", async () => {
    const id = await opened();
    const reply = { submissionKey: newId(), version: 1, message: "可以", changeTerms: false };
    given(await replyToEnquiry(enterprise.as(), id, reply));
    expect((await replyToEnquiry(enterprise.as(), id, reply)).ok).toBe(true);
    expect(await read.enquiryMessage.count({ where: { enquiryId: id } })).toBe(2);
  });
});

describe("silence", () => {
  it("reminds once, at half time, with the link", async () => {
    const id = await opened();
    expect(await remindEnquiries(fixedClock("2026-11-23T23:00:00.000Z"))).toBe(0);
    const half = fixedClock("2026-11-24T02:00:00.000Z");
    expect(await remindEnquiries(half)).toBe(1);
    expect(await remindEnquiries(half)).toBe(0);
    const [mail, ...more] = await mailsTo(enterprise.email, "reminder");
    expect(more).toEqual([]);
    expect(mail?.text).toContain(`/enquiries/${id}`);
    const reminded = await row(id);
    expect(reminded.remindedAt?.toISOString()).toBe("2026-11-24T02:00:00.000Z");
    expect(reminded.version).toBe(1);
  });

  it("expires after the reply-by date, never on it, and releases the one who waited", async () => {
    const id = await opened();
    expect(await expireEnquiries(fixedClock("2026-11-27T15:59:00.000Z"))).toBe(0);
    const after = "2026-11-27T16:01:00.000Z";
    const late = await declineEnquiry(enterprise.as("owner", after), id, { version: 1, reason: "no_seats" });
    expect(codeOf(late)).toBe("blocked");
    expect(await expireEnquiries(fixedClock(after))).toBe(1);
    expect(await expireEnquiries(fixedClock(after))).toBe(0);
    expect(await row(id)).toMatchObject({ state: "expired", batonId: null });
    expect(await read.replyRecord.findUnique({ where: { organizationId: enterprise.id } })).toMatchObject({
      due: 1,
      answered: 0,
      silentInRow: 1,
    });
    expect(await mailsTo(enterprise.email, "expiredHolder")).toHaveLength(1);
    expect(await mailsTo(school.email, "expiredWaiter")).toHaveLength(1);
    const anew = await openEnquiry(school.as("coordinator", after), question());
    expect(anew.ok).toBe(true);
  });

  it("pauses the listing after three in a row, says why and how to come back; an answer in between starts over", async () => {
    const at = (day: number) => new Date(Date.parse("2026-11-22T02:00:00Z") + day * 86_400_000).toISOString();
    const listing = () => read.listing.findUniqueOrThrow({ where: { id: listingId } });
    let day = 0;
    const silence = async () => {
      given(await openEnquiry(school.as("coordinator", at(day)), question()));
      day += 14;
      expect(await expireEnquiries(fixedClock(at(day)))).toBe(1);
    };
    await silence();
    await silence();
    expect(await listing()).toMatchObject({ state: "published", silentExpiries: 2 });
    const answered = given(await openEnquiry(school.as("coordinator", at(day)), question())).id;
    given(
      await declineEnquiry(enterprise.as("owner", at(day)), answered, { version: 1, reason: "no_seats" }),
    );
    expect((await listing()).silentExpiries).toBe(0);
    await silence();
    await silence();
    expect((await listing()).state).toBe("published");
    await silence();
    expect(await listing()).toMatchObject({
      state: "paused",
      pausedReason: "silence",
      silentExpiries: 3,
      version: 2,
    });
    const [mail] = await mailsTo(enterprise.email, "paused");
    expect(mail?.text).toContain(`/listings/${listingId}`);
    expect((await historyOf("listing", listingId)).map(({ name }) => name)).toContain("listing.paused");
  });

  it("counts the asker's silence too, and not against the listing", async () => {
    const id = await opened();
    const reply = { submissionKey: newId(), version: 1, message: "要哪个月？", changeTerms: false };
    given(await replyToEnquiry(enterprise.as(), id, reply));
    expect(await expireEnquiries(fixedClock("2026-12-20T02:00:00.000Z"))).toBe(1);
    expect(await read.replyRecord.findUnique({ where: { organizationId: school.id } })).toMatchObject({
      due: 1,
      answered: 0,
    });
    expect((await read.listing.findUniqueOrThrow({ where: { id: listingId } })).silentExpiries).toBe(0);
  });
});
