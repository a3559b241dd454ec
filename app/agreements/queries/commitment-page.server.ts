import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { recordKinds } from "../record-kinds/kinds.server";
import { isRunning } from "../rules/life";
import { expectedBy } from "../rules/schedule";
import { visibleAgreement } from "./agreement-page.server";

/** One promise with every delivery, newest first (at most 100), for a party of its agreement; null for anybody else. */
export const commitmentPage = async (ctx: MemberCtx, id: string, commitmentId: string) => {
  const seen = await visibleAgreement(ctx, id);
  const commitment = seen
    ? await read.agreementCommitment.findUnique({
        where: { agreementId_id: { agreementId: id, id: commitmentId } },
      })
    : null;
  if (!seen || !commitment) return null;
  const mine = ctx.actor.organizationId;
  const today = civilDate(ctx.clock.now());
  const evidence = await read.agreementEvidence.findMany({
    where: { agreementId: id, commitmentId },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: 100,
  });
  const owes = commitment.byId === mine;
  const records = owes
    ? await Promise.all(
        recordKinds().map(async ({ kind, label, choices }) => ({
          label,
          choices: (await choices(read, { agreementId: id, organizationId: mine }, 30)).map((one) => ({
            value: `${kind}:${one.id}`,
            text: `${one.title} (${one.quantity})`,
          })),
        })),
      )
    : [];
  const { agreement, parties } = seen;
  const nameOf = (organizationId: string) =>
    parties.find((party) => party.id === organizationId)?.shortName ?? "";
  return {
    agreement: { id, title: agreement.title },
    commitment: { ...commitment, by: nameOf(commitment.byId), to: nameOf(commitment.toId) },
    expected: agreement.effectiveOn
      ? Math.floor(expectedBy(commitment, agreement.effectiveOn, agreement.endsOn, today))
      : 0,
    evidence: evidence.map((one) => ({ ...one, by: nameOf(one.organizationId) })),
    running: isRunning(agreement, today),
    owes,
    decides: commitment.toId === mine,
    records: records.filter((one) => one.choices.length > 0),
    today,
    effectiveOn: agreement.effectiveOn,
    now: ctx.clock.now().toISOString(),
  };
};
