import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, move, ownDocument, saveDocument, turnOf } from "../agreement-work.server";
import { foundParties, partyOf } from "../found-parties.server";
import { MOST_PARTIES } from "../rules/content";
import { contentDigest } from "../rules/freeze";
import { withMembers } from "../rules/seating";
import { templateOf } from "../rules/templates/all";
import type { ChangeParties } from "../schema";

const blocked = (key: string) => reject({ code: "blocked", key: `agreements.errors.${key}` });

/**
 * Takes a further organization into an agreement, or out of a draft nobody else has seen. A new version without approvals,
 * as every edit; those seated before keep their roles, a further one is a member. Goes in: the first document, the version
 * read, whom to add or to remove. Comes out: the version's number. Refuses an edit out of turn, an amendment, an
 * organization that is not verified or a party already, one that promises or is owed something, and, once the others have
 * seen it, taking anybody out: whoever was asked says so themselves.
 */
export const changeParties = (
  ctx: MemberCtx,
  documentId: string,
  input: ChangeParties,
): Promise<Result<{ number: number }>> =>
  decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, input.version);
    if (document.kind !== "main") return blocked("partiesOfAmendment");
    const at = ctx.clock.now();
    const today = civilDate(at);
    const mine = ctx.actor.organizationId;
    const moved = move(facts, { action: "edit", by: mine, today });
    const { add, remove } = input;
    const before = content.parties.map((one) => one.organizationId);
    if (add && before.includes(add)) return blocked("partyAlready");
    if (remove && document.sentAt) return blocked("partySeen");
    if (
      remove &&
      (remove === mine || content.commitments.some((one) => [one.byId, one.toId].includes(remove)))
    )
      return blocked("partyBound");
    const ids = [...before.filter((id) => id !== remove), ...(add ? [add] : [])];
    if (ids.length > MOST_PARTIES) return blocked("manyParties");
    const template = templateOf(content.templateId);
    const roles = template ? withMembers(template, content.parties, await foundParties(tx, ids)) : null;
    if (!roles) return blocked("roles");
    const next = { ...content, parties: roles.map(partyOf) };
    await tx.agreementVersion.create({
      data: {
        documentId,
        number: moved.number,
        content: JSON.stringify(next),
        digest: contentDigest(next),
        kind: document.state !== "draft" && document.drafterId !== mine ? "counter" : "edit",
        organizationId: mine,
        authorName: ctx.actor.name,
        createdAt: at,
      },
    });
    const cleared = await tx.agreementApproval.deleteMany({ where: { documentId } });
    if (remove) {
      await tx.agreementParty.deleteMany({ where: { agreementId: agreement.id, organizationId: remove } });
      await tx.agreementSignatory.updateMany({
        where: { agreementId: agreement.id, organizationId: remove, revokedAt: null },
        data: { revokedAt: at },
      });
    }
    for (const [position, one] of next.parties.entries())
      await tx.agreementParty.upsert({
        where: {
          agreementId_organizationId: { agreementId: agreement.id, organizationId: one.organizationId },
        },
        create: {
          agreementId: agreement.id,
          organizationId: one.organizationId,
          role: one.role,
          position,
          state: agreement.state,
          dueKey: agreement.startsOn,
          waiting: 0,
        },
        update: { role: one.role, position },
      });
    await saveDocument(
      tx,
      document,
      {
        state: moved.state,
        number: moved.number,
        frozenNumber: null,
        frozen: null,
        digest: null,
        lapsesOn: lapseAfter(moved.state === "draft" ? "draft" : "negotiating", today),
        ...(moved.holderId === document.batonId ? {} : turnOf(moved.holderId, at)),
      },
      at,
    );
    const nameOf = (id: string | undefined) =>
      [...next.parties, ...content.parties].find((one) => one.organizationId === id)?.name ?? null;
    await recordAgreement(tx, ctx, agreement.id, "agreement.parties_changed", {
      documentId,
      number: moved.number,
      added: nameOf(add),
      removed: nameOf(remove),
      cleared: cleared.count,
      by: ctx.actor.organization.name,
    });
    return { number: moved.number };
  });
