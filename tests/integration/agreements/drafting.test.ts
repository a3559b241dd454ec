import { beforeAll, describe, expect, it } from "vitest";
import { changeParties } from "~/agreements/commands/change-parties.server";
import { commentOnClause } from "~/agreements/commands/comment-on-clause.server";
import { openAmendment } from "~/agreements/commands/open-amendment.server";
import { remindParty } from "~/agreements/commands/remind-party.server";
import { resolveComment } from "~/agreements/commands/resolve-comment.server";
import { sealDocument } from "~/agreements/commands/seal-document.server";
import { sendDocument } from "~/agreements/commands/send-document.server";
import { submitEvidence } from "~/agreements/commands/submit-evidence.server";
import { withdrawDocument } from "~/agreements/commands/withdraw-document.server";
import { agreementHolds } from "~/agreements/queries/agreement-holds.server";
import { agreementPage } from "~/agreements/queries/agreement-page.server";
import { agreementsList } from "~/agreements/queries/agreements-list.server";
import { comparePage, editPage } from "~/agreements/queries/edit-page.server";
import { offerRecordKind, recordKindOf } from "~/agreements/record-kinds/kinds.server";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import {
  at,
  documentOf,
  drafted,
  editText,
  givenParty,
  platformCtx,
  readyToSign,
  refusedKey,
  settled,
  signAs,
  signedAgreement,
} from "./given";

let firm: MemberCtx;
let school: MemberCtx;
let third: MemberCtx;

beforeAll(async () => {
  [firm, school, third] = [
    await givenParty("enterprise", "东圃精工"),
    await givenParty("school", "东圃工贸"),
    await givenParty("school", "黄埔职教"),
  ];
});

const FILTER = { state: null, waiting: false, after: null };
const inList = async (ctx: MemberCtx, id: string) =>
  (await agreementsList(ctx, FILTER)).rows.some((row) => row.id === id);
const send = async (ctx: MemberCtx, id: string, ordinal = 1) => {
  const document = await documentOf(id, ordinal);
  return sendDocument(ctx, document.id, { version: document.version });
};
const audienceOf = async (id: string) =>
  new Set(
    (
      await read.eventAudience.findMany({
        where: {
          eventId: { in: (await read.event.findMany({ where: { subjectId: id } })).map((one) => one.id) },
        },
      })
    ).map((one) => one.organizationId),
  );

describe("an unsent draft", () => {
  it("is nobody's but its drafter's until it is sent", async () => {
    const id = await drafted(firm, school);
    const { id: documentId, content } = await documentOf(id);
    expect(await inList(firm, id)).toBe(true);
    expect(await inList(school, id)).toBe(false);
    expect((await agreementPage(school, id)).ok).toBe(false);
    expect(await editPage(school, id)).toBeNull();
    expect(await comparePage(school, id, null, null, null)).toBeNull();
    const clauseId = content.clauses[0]?.id ?? "";
    expect(refusedKey(await commentOnClause(school, documentId, { clauseId, text: "请改" }))).toBe(
      "errors.notFound",
    );
    expect(await audienceOf(id)).toEqual(new Set([firm.actor.organizationId]));
    settled(await send(firm, id));
    expect(await inList(school, id)).toBe(true);
    expect((await agreementPage(school, id)).ok).toBe(true);
  });

  it("stays unseen when it is taken back", async () => {
    const id = await drafted(firm, school);
    const { id: documentId, version } = await documentOf(id);
    settled(await withdrawDocument(firm, documentId, { version }));
    expect(await inList(school, id)).toBe(false);
    expect((await agreementPage(school, id)).ok).toBe(false);
    expect(await audienceOf(id)).toEqual(new Set([firm.actor.organizationId]));
  });

  it("of an amendment is unseen too, while what holds stays visible", async () => {
    const { id, documentId } = await signedAgreement(firm, school);
    await sealDocument(platformCtx(), documentId);
    settled(await openAmendment(firm, id, { kind: "amendment" }));
    const theirs = settled(await agreementPage(school, id));
    expect(theirs.documents.length).toBe(1);
    expect(theirs.document.open).toBe(false);
    expect(theirs.history.map((one) => one.name)).not.toContain("agreement.amendment_opened");
    expect(settled(await agreementPage(firm, id)).documents.length).toBe(2);
    expect(refusedKey(await openAmendment(school, id, { kind: "amendment" }))).toBe(
      "agreements.errors.amendmentOpen",
    );
  });
});

describe("the edit page", () => {
  it("says that nothing can be edited while the other side holds the text and while it is signed", async () => {
    const id = await drafted(firm, school);
    expect((await editPage(firm, id))?.mayEdit).toBe(true);
    settled(await send(firm, id));
    expect((await editPage(firm, id))?.mayEdit).toBe(false);
    expect((await editPage(school, id))?.mayEdit).toBe(true);
    const other = await drafted(firm, school);
    const { firmSignatory } = await readyToSign(firm, school, other);
    expect((await editPage(school, other))?.mayEdit).toBe(false);
    const [signed, edited] = await Promise.all([
      signAs(firm, other, firmSignatory),
      editText(school, other, (content) => ({ ...content, title: "签署时改题目" })),
    ]);
    expect([refusedKey(signed), refusedKey(edited)]).toEqual(["ok", "agreements.refused.not_now"]);
  });
});

describe("a comment", () => {
  it("is settled by either party, once, and stays readable", async () => {
    const id = await drafted(firm, school);
    settled(await send(firm, id));
    const { id: documentId, content } = await documentOf(id);
    const clauseId = content.clauses[0]?.id ?? "";
    const { id: comment } = settled(
      await commentOnClause(school, documentId, { clauseId, text: "课时请写明" }),
    );
    expect(refusedKey(await resolveComment(third, documentId, comment))).toBe("errors.notFound");
    expect(refusedKey(await resolveComment(firm, documentId, newId()))).toBe("errors.notFound");
    settled(await resolveComment(firm, documentId, comment));
    settled(await resolveComment(school, documentId, comment));
    const [kept] = settled(await agreementPage(school, id)).comments;
    expect(kept).toMatchObject({ text: "课时请写明", resolvedBy: expect.stringContaining("东圃精工") });
    expect(await read.event.count({ where: { subjectId: id, name: "agreement.comment_resolved" } })).toBe(1);
  });
});

describe("a reminder", () => {
  it("goes to whoever it waits for, at most once in two working days, and is recorded", async () => {
    const id = await drafted(firm, school);
    expect(refusedKey(await remindParty(firm, id))).toBe("agreements.errors.nobodyToRemind");
    settled(await send(firm, id));
    const before = await read.delivery.count({ where: { kind: "mail" } });
    expect(settled(await agreementPage(firm, id)).reminder).toMatchObject({
      kind: "negotiating",
      to: [school.actor.organizationId],
    });
    expect(settled(await agreementPage(school, id)).reminder).toBeNull();
    settled(await remindParty(firm, id));
    expect(await read.delivery.count({ where: { kind: "mail" } })).toBe(before + 1);
    expect(refusedKey(await remindParty(firm, id))).toBe("agreements.errors.remindedLately");
    expect(refusedKey(await remindParty(at(firm, "2026-11-24T02:00:00.000Z"), id))).toBe(
      "agreements.errors.remindedLately",
    );
    settled(await remindParty(at(firm, "2026-11-25T02:00:00.000Z"), id));
    expect(refusedKey(await remindParty(school, id))).toBe("agreements.errors.nobodyToRemind");
    expect(refusedKey(await remindParty(third, id))).toBe("errors.notFound");
  });
});

describe("a further party", () => {
  it("joins a draft as a member, with approvals cleared, and sees it once it was sent", async () => {
    const id = await drafted(firm, school);
    const change = async (ctx: MemberCtx, input: { add?: string; remove?: string }) => {
      const { id: documentId, version } = await documentOf(id);
      return changeParties(ctx, documentId, { version, ...input });
    };
    const add = third.actor.organizationId;
    expect(refusedKey(await change(firm, { add: newId() }))).toBe("agreements.errors.partner");
    settled(await change(firm, { add }));
    expect((await documentOf(id)).content.parties.map((one) => one.role)).toEqual([
      "enterprise",
      "school",
      "member",
    ]);
    expect(refusedKey(await change(firm, { add }))).toBe("agreements.errors.partyAlready");
    expect(refusedKey(await change(firm, { remove: school.actor.organizationId }))).toBe(
      "agreements.errors.partyBound",
    );
    expect(await inList(third, id)).toBe(false);
    settled(await change(firm, { remove: add }));
    expect((await documentOf(id)).content.parties.length).toBe(2);
    settled(await change(firm, { add }));
    settled(await send(firm, id));
    expect(await inList(third, id)).toBe(true);
    expect(refusedKey(await change(firm, { remove: add }))).toBe("agreements.refused.not_your_turn");
    expect(refusedKey(await change(school, { remove: add }))).toBe("agreements.errors.partySeen");
  });
});

describe("what other rooms ask", () => {
  it("tells the effective text of a day, and what ends it", async () => {
    const { id, documentId } = await signedAgreement(firm, school);
    expect(await agreementHolds(id, "2026-11-23")).toMatchObject({ holds: false, because: "not_sealed" });
    await sealDocument(platformCtx(), documentId);
    const both = [firm.actor.organizationId, school.actor.organizationId];
    expect(await agreementHolds(id, "2026-11-23", both)).toMatchObject({
      holds: true,
      documentId,
      until: "2029-11-30",
    });
    expect(await agreementHolds(id, "2026-11-22")).toMatchObject({ holds: false, because: "not_yet" });
    expect(await agreementHolds(id, "2029-12-01")).toMatchObject({ holds: false, because: "over" });
    expect(await agreementHolds(id, "2026-11-23", [third.actor.organizationId])).toMatchObject({
      holds: false,
      because: "unknown",
    });
    await inTransaction((tx) =>
      tx.agreement.update({
        where: { id },
        data: { terminatesOn: "2026-12-23", placementPlan: "finish" },
      }),
    );
    expect(await agreementHolds(id, "2026-12-22")).toMatchObject({ holds: true, until: "2026-12-22" });
    expect(await agreementHolds(id, "2026-12-23")).toMatchObject({
      holds: false,
      because: "terminated",
      placementPlan: "finish",
    });
  });

  it("counts a record of another room by itself, once", async () => {
    const { id, documentId } = await signedAgreement(firm, school);
    await sealDocument(platformCtx(), documentId);
    const [promise] = await read.agreementCommitment.findMany({
      where: { agreementId: id, byId: firm.actor.organizationId },
    });
    const record = { id: "r-1", title: "一次岗位实习", quantity: 3, happenedOn: "2026-11-23" };
    offerRecordKind({
      kind: "visit",
      label: "agreements.recordKind.listing",
      choices: async () => [record],
      count: async (_db, { recordId }) =>
        recordId === record.id ? { counts: true, record } : { counts: false, key: "errors.notAChoice" },
    });
    expect(recordKindOf("visit")?.kind).toBe("visit");
    const submit = (named: string) =>
      submitEvidence(firm, id, promise?.id ?? "", { submissionKey: newId(), record: named }, null);
    settled(await submit("visit:r-1"));
    expect(refusedKey(await submit("visit:r-1"))).toBe("agreements.errors.recordUsed");
    expect(refusedKey(await submit("visit:r-2"))).toBe("errors.notAChoice");
    expect(refusedKey(await submit("nothing:r-1"))).toBe("errors.notFound");
    const kept = await read.agreementCommitment.findFirstOrThrow({
      where: { agreementId: id, id: promise?.id ?? "" },
    });
    expect(kept.accepted).toBe(3);
  });
});
