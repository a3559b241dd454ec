import { beforeAll, describe, expect, it } from "vitest";
import { changeLife } from "~/agreements/commands/change-life.server";
import { decideEvidence } from "~/agreements/commands/decide-evidence.server";
import { draftAgreement } from "~/agreements/commands/draft-agreement.server";
import { lookAfterAgreements } from "~/agreements/commands/look-after-agreements.server";
import { openAmendment } from "~/agreements/commands/open-amendment.server";
import { sealDocument } from "~/agreements/commands/seal-document.server";
import { sendDocument } from "~/agreements/commands/send-document.server";
import { submitEvidence } from "~/agreements/commands/submit-evidence.server";
import { agreementPage } from "~/agreements/queries/agreement-page.server";
import { agreementsList } from "~/agreements/queries/agreements-list.server";
import { verifyByCode } from "~/agreements/queries/verification.server";
import { foldHealth, type HealthFacts } from "~/agreements/rules/health-facts";
import { contentForm } from "~/agreements/schema";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import {
  at,
  documentOf,
  drafted,
  editText,
  formOf,
  givenMember,
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
let stranger: MemberCtx;

beforeAll(async () => {
  [firm, school, stranger] = [
    await givenParty("enterprise", "穗工智造"),
    await givenParty("school", "穗城学院"),
    await givenParty("enterprise", "路人"),
  ];
});

const sealedAgreement = async () => {
  const { id, documentId } = await signedAgreement(firm, school);
  await sealDocument(platformCtx(), documentId);
  const commitments = await read.agreementCommitment.findMany({
    where: { agreementId: id },
    orderBy: { position: "asc" },
  });
  return { id, commitments };
};

const given = (quantity: number, happenedOn = "2026-11-23") => ({
  submissionKey: newId(),
  quantity,
  happenedOn,
  note: "名单与签到",
});
const promised = (id: string, commitmentId: string) =>
  read.agreementCommitment.findUniqueOrThrow({
    where: { agreementId_id: { agreementId: id, id: commitmentId } },
  });

describe("a running agreement", () => {
  it("counts what the other side accepts, keeps disputes apart, and never one's own word", async () => {
    const { id, commitments } = await sealedAgreement();
    const [first] = commitments;
    const cid = first?.id ?? "";
    expect(refusedKey(await submitEvidence(school, id, cid, given(5), null))).toBe(
      "agreements.errors.notYours",
    );
    expect(refusedKey(await submitEvidence(stranger, id, cid, given(5), null))).toBe("errors.notFound");
    expect(refusedKey(await submitEvidence(firm, id, cid, given(5, "2026-11-22"), null))).toBe(
      "agreements.errors.beforeEffect",
    );
    expect(refusedKey(await submitEvidence(firm, id, cid, given(5, "2026-11-30"), null))).toBe(
      "agreements.errors.future",
    );
    const form = given(20);
    const one = settled(await submitEvidence(firm, id, cid, form, null));
    expect(settled(await submitEvidence(firm, id, cid, form, null)).id).toBe(one.id);
    expect(await promised(id, cid)).toMatchObject({ pending: 20, accepted: 0 });
    const decision = { evidenceId: one.id, version: 1, decision: "accept" as const };
    expect(refusedKey(await decideEvidence(firm, id, decision))).toBe("agreements.errors.notYourDecision");
    settled(await decideEvidence(school, id, decision));
    expect(refusedKey(await decideEvidence(school, id, { ...decision, version: 2 }))).toBe(
      "agreements.errors.decided",
    );
    const other = settled(await submitEvidence(firm, id, cid, given(7), null));
    settled(
      await decideEvidence(school, id, {
        evidenceId: other.id,
        version: 1,
        decision: "dispute",
        note: "签到不全",
      }),
    );
    expect(await promised(id, cid)).toMatchObject({ pending: 0, accepted: 20, disputed: 7 });
  });

  it("keeps health by each event as a replay of all of them gives it", async () => {
    const { id, commitments } = await sealedAgreement();
    const submitted = settled(await submitEvidence(firm, id, commitments[0]?.id ?? "", given(3), null));
    settled(await decideEvidence(school, id, { evidenceId: submitted.id, version: 1, decision: "accept" }));
    const events = await read.event.findMany({
      where: { subjectType: "agreement", subjectId: id },
      orderBy: { sequence: "asc" },
    });
    const replayed = events.reduce<HealthFacts | null>(
      (facts, event) =>
        foldHealth(facts, {
          name: event.name,
          on: civilDate(event.at),
          organizationId: event.actorOrganizationId,
          payload: JSON.parse(event.payload),
        }),
      null,
    );
    const kept = await read.agreementHealth.findUniqueOrThrow({ where: { agreementId: id } });
    expect(JSON.parse(kept.facts)).toEqual(replayed);
  });

  it("is amended by a text of its own, which then is what counts", async () => {
    const { id, commitments } = await sealedAgreement();
    const third = commitments[2];
    settled(await openAmendment(school, id, { kind: "amendment" }));
    expect(refusedKey(await openAmendment(firm, id, { kind: "renewal" }))).toBe(
      "agreements.errors.amendmentOpen",
    );
    settled(
      await editText(
        school,
        id,
        (content) => ({
          ...content,
          commitments: content.commitments.map((one) =>
            one.id === third?.id ? { ...one, quantity: 12 } : one,
          ),
        }),
        2,
      ),
    );
    expect((await promised(id, third?.id ?? "")).quantity).toBe(third?.quantity);
    const { firmSignatory, schoolSignatory } = await readyToSign(school, firm, id, 2).then((named) => ({
      firmSignatory: named.schoolSignatory,
      schoolSignatory: named.firmSignatory,
    }));
    settled(await signAs(firm, id, firmSignatory, 2));
    settled(await signAs(school, id, schoolSignatory, 2));
    const amendment = await documentOf(id, 2);
    await sealDocument(platformCtx(), amendment.id);
    expect((await promised(id, third?.id ?? "")).quantity).toBe(12);
    expect(JSON.parse((await documentOf(id, 2)).changes)).toEqual(["commitments"]);
    const [main, second] = [await documentOf(id, 1), await documentOf(id, 2)];
    const checked = await Promise.all([verifyByCode(main.code ?? ""), verifyByCode(second.code ?? "")]);
    expect(checked.map((one) => typeof one !== "string" && [one.verification.holds, one.standing])).toEqual([
      [true, { of: "agreement", state: "active", isEffective: false, effectiveOrdinal: 2 }],
      [true, { of: "agreement", state: "active", isEffective: true, effectiveOrdinal: 2 }],
    ]);
  });

  it("ends on its day and counts nothing after it, whether or not anybody looked", async () => {
    const { id, commitments } = await sealedAgreement();
    const late = at(firm, "2029-12-05T02:00:00.000Z");
    expect(
      refusedKey(await submitEvidence(late, id, commitments[0]?.id ?? "", given(5, "2029-12-01"), null)),
    ).toBe("agreements.errors.notRunning");
    await lookAfterAgreements(platformCtx("2029-11-20T02:00:00.000Z"));
    expect(await read.event.count({ where: { subjectId: id, name: "agreement.renewal_due" } })).toBe(1);
    await lookAfterAgreements(platformCtx("2029-12-05T02:00:00.000Z"));
    expect((await read.agreement.findUniqueOrThrow({ where: { id } })).state).toBe("expired");
  });

  it("ends thirty days after notice, with what becomes of placements", async () => {
    const { id } = await sealedAgreement();
    const { version } = await read.agreement.findUniqueOrThrow({ where: { id } });
    const notice = {
      version,
      action: "terminate" as const,
      reason: "产线搬迁，无法接收学生",
      placementPlan: "transfer" as const,
    };
    settled(await changeLife(firm, id, notice));
    expect(refusedKey(await changeLife(school, id, notice))).toBe("errors.conflict");
    await lookAfterAgreements(platformCtx("2026-12-22T02:00:00.000Z"));
    expect((await read.agreement.findUniqueOrThrow({ where: { id } })).state).toBe("active");
    await lookAfterAgreements(platformCtx("2026-12-23T02:00:00.000Z"));
    expect(await read.agreement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "terminated",
      placementPlan: "transfer",
    });
  });
});

describe("drafting and editing", () => {
  it("refuses back-dating, roles that do not fit, and whoever may not act", async () => {
    const asked = {
      submissionKey: newId(),
      templateId: "cooperation-2026",
      title: "校企合作协议",
      startsOn: "2026-11-22",
      endsOn: "2029-11-30",
      forms: [2],
      partners: [school.actor.organizationId],
    };
    expect(refusedKey(await draftAgreement(firm, asked))).toBe("agreements.errors.past");
    expect(
      refusedKey(
        await draftAgreement(firm, {
          ...asked,
          startsOn: "2026-12-01",
          partners: [stranger.actor.organizationId],
        }),
      ),
    ).toBe("agreements.errors.roles");
    const viewer = await givenMember({ ...firm.actor.organization, kind: "enterprise" }, "viewer");
    expect(refusedKey(await draftAgreement(viewer, { ...asked, startsOn: "2026-12-01" }))).toBe(
      "agreements.errors.role",
    );
  });

  it("tells the later of two editors, shows a stranger nothing, and lists what is due first", async () => {
    const id = await drafted(firm, school);
    const document = await documentOf(id);
    const stale = formOf({ ...document.content, title: "我改的题目" }, document.number, document.version);
    settled(await editText(firm, id, (content) => ({ ...content, reviewMonths: 4 })));
    const { saveAgreementText } = await import("~/agreements/commands/save-document.server");
    expect(refusedKey(await saveAgreementText(firm, document.id, stale))).toBe("agreements.errors.merge");
    expect((await agreementPage(stranger, id)).ok).toBe(false);
    expect(refusedKey(await sendDocument(stranger, document.id, { version: 1 }))).toBe("errors.notFound");
    const { rows } = await agreementsList(firm, { state: null, waiting: false, after: null });
    const dues = rows.map((row) => row.due ?? "9999-12-31");
    expect(dues).toEqual([...dues].sort());
  });

  it("refuses a clause of five megabytes and three hundred promises in words, and keeps script as text", async () => {
    const id = await drafted(firm, school);
    const { content, number, version } = await documentOf(id);
    const raw = { ...content, base: number, version, charter: undefined, commitments: [] };
    const huge = contentForm.safeParse({
      ...raw,
      clauses: [{ id: "c", purpose: "other", title: "长", text: "长".repeat(1_700_000) }],
    });
    expect(huge.error?.issues[0]?.message).toBe("agreements.errors.longClause");
    const many = contentForm.safeParse({
      ...raw,
      commitments: Array.from({ length: 300 }, () => ({ title: "x", quantity: 1, unit: "个" })),
    });
    expect(many.error?.issues[0]).toMatchObject({ code: "too_big", path: ["commitments"] });
    const script = "<script>alert(1)</script>不收取任何费用";
    settled(
      await editText(firm, id, (one) => ({
        ...one,
        clauses: one.clauses.map((clause, index) => (index === 0 ? { ...clause, text: script } : clause)),
      })),
    );
    expect((await documentOf(id)).content.clauses[0]?.text).toBe(script);
  });
});
