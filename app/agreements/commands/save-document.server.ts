import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, move, ownDocument, saveDocument, turnOf } from "../agreement-work.server";
import { changeFlags, compareContents } from "../rules/compare";
import { contentFromForm } from "../rules/content-from-form";
import { contentDigest, type Frozen } from "../rules/freeze";
import type { ContentForm } from "../schema";

/**
 * Saves an edit as a new version; the earlier one stays. Every approval is cleared, and the one who edits holds the
 * baton. Goes in: the document, the version of it that was read, and the form. Comes out: the version's number and how
 * many pieces changed; nothing is written when nothing did. Refuses a version somebody moved on ("conflict", the page then
 * shows the difference), an edit out of turn, and one during signing.
 */
export const saveAgreementText = (
  ctx: MemberCtx,
  documentId: string,
  input: ContentForm,
): Promise<Result<{ number: number; changes: number }>> =>
  decide(async (tx) => {
    const { document, agreement, facts, content } = await ownDocument(tx, ctx, documentId, null);
    if (document.number !== input.base) return reject({ code: "conflict", key: "agreements.errors.merge" });
    if (document.version !== input.version)
      return reject({ code: "conflict", key: "agreements.errors.moved" });
    const at = ctx.clock.now();
    const today = civilDate(at);
    const mine = ctx.actor.organizationId;
    const next = contentFromForm(content, input, () => newId(at.getTime()));
    const { changes } = compareContents(content, next);
    const purposesMoved = content.clauses.some(
      (one) => next.clauses.find((other) => other.id === one.id)?.purpose !== one.purpose,
    );
    if (changes === 0 && !purposesMoved) return { number: document.number, changes: 0 };
    const moved = move(facts, { action: "edit", by: mine, today });
    const counter = document.state !== "draft" && document.drafterId !== mine;
    await tx.agreementVersion.create({
      data: {
        documentId,
        number: moved.number,
        content: JSON.stringify(next),
        digest: contentDigest(next),
        kind: counter ? "counter" : "edit",
        organizationId: mine,
        authorName: ctx.actor.name,
        note: input.note ?? null,
        createdAt: at,
      },
    });
    const cleared = await tx.agreementApproval.deleteMany({ where: { documentId } });
    if (document.kind === "main") {
      await tx.agreement.update({
        where: { id: agreement.id },
        data: { title: next.title, startsOn: next.startsOn, endsOn: next.endsOn, updatedAt: at },
      });
    }
    const base = document.baseId
      ? await tx.agreementDocument.findUniqueOrThrow({ where: { id: document.baseId } })
      : null;
    const held = base?.frozen ? (JSON.parse(base.frozen) as Frozen).content : null;
    const flags = held ? { changes: JSON.stringify(changeFlags(held, next)) } : {};
    const turn = moved.holderId === document.batonId ? {} : turnOf(moved.holderId, at);
    const lapsesOn = lapseAfter(moved.state === "draft" ? "draft" : "negotiating", today);
    await saveDocument(
      tx,
      document,
      {
        state: moved.state,
        number: moved.number,
        frozenNumber: null,
        frozen: null,
        digest: null,
        lapsesOn,
        ...flags,
        ...turn,
      },
      at,
    );
    await recordAgreement(tx, ctx, agreement.id, "agreement.edited", {
      documentId,
      number: moved.number,
      changes,
      cleared: cleared.count,
      by: ctx.actor.organization.name,
      note: input.note ?? null,
    });
    return { number: moved.number, changes };
  });
