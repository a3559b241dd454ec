import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, ownAgreement, refreshParties } from "../agreement-work.server";
import type { AgreementContent } from "../rules/content";
import { yearsLater } from "../rules/content-findings";
import { contentDigest, type Frozen } from "../rules/freeze";

const OPEN = ["draft", "negotiating", "approved", "signing", "signed"];

/**
 * Begins an amendment or a renewal of a running agreement: a text of its own that starts from the effective version and is
 * negotiated and signed like the first. Goes in: the agreement and which of the two; a renewal proposes one more term of
 * the same length. Comes out: the document's id. Refuses an agreement that is not running, and a second one while one is
 * on its way. What holds stays in force until the new text is sealed.
 */
export const openAmendment = (
  ctx: MemberCtx,
  agreementId: string,
  input: { kind: "amendment" | "renewal" },
): Promise<Result<{ documentId: string }>> =>
  decide(async (tx) => {
    const agreement = await ownAgreement(tx, ctx, agreementId);
    if (!["active", "suspended"].includes(agreement.state) || !agreement.effectiveDocId)
      return reject({ code: "blocked", key: "agreements.refused.not_now" });
    const at = ctx.clock.now();
    const today = civilDate(at);
    if (agreement.endsOn < today) return reject({ code: "blocked", key: "agreements.errors.over" });
    const documents = await tx.agreementDocument.findMany({
      where: { agreementId },
      orderBy: { ordinal: "desc" },
      take: 200,
    });
    const open = documents.find((one) => OPEN.includes(one.state));
    if (open) return reject({ code: "conflict", key: "agreements.errors.amendmentOpen" });
    const base = documents.find((one) => one.id === agreement.effectiveDocId);
    const holds = (JSON.parse(base?.frozen ?? "null") as Frozen | null)?.content;
    if (!base || !holds) return reject({ code: "not_found", key: "errors.notFound" });
    const years = Math.max(
      1,
      Math.round((Date.parse(holds.endsOn) - Date.parse(holds.startsOn)) / (365.25 * 86_400_000)),
    );
    const content: AgreementContent =
      input.kind === "renewal" ? { ...holds, endsOn: yearsLater(holds.endsOn, years) } : holds;
    const documentId = newId(at.getTime());
    const mine = ctx.actor.organizationId;
    await tx.agreementDocument.create({
      data: {
        id: documentId,
        agreementId,
        kind: input.kind,
        ordinal: (documents[0]?.ordinal ?? 0) + 1,
        state: "draft",
        drafterId: mine,
        number: 1,
        lapsesOn: lapseAfter("draft", today),
        round: 0,
        changes: input.kind === "renewal" ? '["term"]' : "[]",
        baseId: base.id,
        createdAt: at,
        version: 1,
      },
    });
    await tx.agreementVersion.create({
      data: {
        documentId,
        number: 1,
        content: JSON.stringify(content),
        digest: contentDigest(content),
        kind: "draft",
        organizationId: mine,
        authorName: ctx.actor.name,
        createdAt: at,
      },
    });
    await recordAgreement(tx, ctx, agreementId, "agreement.amendment_opened", {
      documentId,
      kind: input.kind,
      by: ctx.actor.organization.name,
    });
    await refreshParties(tx, agreementId, today);
    return { documentId };
  });
