import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseSchoolWork } from "../policy";
import { agreementCarries } from "../rules/pairing";
import type { pairingForm } from "../schema";

/**
 * A school proposes a pairing that rests on one of its school–school agreements. Goes in: the agreement and the days it shall
 * hold, at most as long as the agreement. Comes out: the pairing's id; the authority confirms it. Refuses an agreement of
 * others (not found), one that does not run today or is not between a vocational and a general school, and a pairing twice.
 */
export const proposePairing = async (
  ctx: MemberCtx,
  input: z.output<typeof pairingForm>,
): Promise<Result<{ id: string }>> => {
  const refusal = refuseSchoolWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const agreement = await tx.agreement.findFirst({
      where: { id: input.agreement, parties: { some: { organizationId: ctx.actor.organizationId } } },
      include: { parties: { select: { organizationId: true }, take: 10 } },
    });
    if (!agreement) return reject({ code: "not_found", key: "errors.notFound" });
    const parties = agreement.parties.map((one) => one.organizationId);
    const schools = await tx.organization.findMany({
      where: { id: { in: parties } },
      select: { id: true, kind: true },
    });
    const vocational = schools.find((one) => one.kind === "school");
    const general = schools.find((one) => one.kind === "general_school");
    if (!vocational || !general) return reject({ code: "conflict", key: "transfers.errors.twoSides" });
    if (!agreementCarries({ ...agreement, parties }, [vocational.id, general.id], civilDate(now))) {
      return reject({ code: "conflict", key: "transfers.errors.agreementNotRunning" });
    }
    if (input.validTo > agreement.endsOn) {
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [
          { field: "validTo", key: "transfers.errors.beyondAgreement", values: { endsOn: agreement.endsOn } },
        ],
      });
    }
    const place = { vocationalId: vocational.id, generalId: general.id, agreementId: agreement.id };
    const known = await tx.transferPairing.findFirst({ where: place });
    if (known && known.state !== "ended")
      return reject({ code: "conflict", key: "transfers.errors.pairingKnown" });
    const id = known?.id ?? newId(now.getTime());
    const data = {
      state: "proposed",
      proposedById: ctx.actor.organizationId,
      confirmedById: null,
      validFrom: input.validFrom,
      validTo: input.validTo,
      endReason: null,
      updatedAt: now,
    };
    if (known)
      await tx.transferPairing.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
    else await tx.transferPairing.create({ data: { id, ...place, ...data, createdAt: now, version: 1 } });
    await record(tx, ctx, {
      subject: { type: "transferPairing", id },
      name: "transfer_pairing.proposed",
      payload: { agreementId: agreement.id, validTo: input.validTo },
      audience: [vocational.id, general.id],
    });
    return { id };
  });
};
