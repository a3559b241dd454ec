import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { documentFacts, ownAgreement, refreshParties } from "../agreement-work.server";

/**
 * Takes a signatory's authority back; what they signed before stays signed. Goes in: the agreement and the signatory.
 * Refuses another party's, and during signing the last one of a party that has not signed: name another first.
 */
export const revokeSignatory = (
  ctx: MemberCtx,
  agreementId: string,
  signatoryId: string,
): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    await ownAgreement(tx, ctx, agreementId);
    const mine = ctx.actor.organizationId;
    const signatory = await tx.agreementSignatory.findFirst({
      where: { id: signatoryId, agreementId, organizationId: mine, revokedAt: null },
    });
    if (!signatory) return reject({ code: "not_found", key: "errors.notFound" });
    const signing = await tx.agreementDocument.findMany({
      where: { agreementId, state: "signing" },
      take: 10,
    });
    for (const document of signing) {
      const { facts } = await documentFacts(tx, document);
      const open = facts.signers.filter((one) => one.organizationId === mine && !one.signed);
      if (open.length === 1 && open[0]?.signatoryId === signatoryId)
        reject({ code: "blocked", key: "agreements.errors.lastSignatory" });
    }
    const at = ctx.clock.now();
    await tx.agreementSignatory.update({ where: { id: signatoryId }, data: { revokedAt: at } });
    await recordAgreement(tx, ctx, agreementId, "agreement.signatory_revoked", {
      signatory: signatory.name,
      by: ctx.actor.organization.name,
    });
    await refreshParties(tx, agreementId, civilDate(at));
    return { id: signatoryId };
  });
