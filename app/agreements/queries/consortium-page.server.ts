import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate, daysBetween } from "~/platform/time/clock";
import type { HealthFacts } from "../rules/health-facts";
import type { ConsortiumFacts } from "../rules/indicators";
import { keptShare } from "../rules/schedule";
import { visibleAgreement } from "./agreement-page.server";
import { versionContent } from "./edit-page.server";

/** A sealed consortium's members, organs, meetings, tasks (at most 100 each) and the facts its indicators are read from. */
export const consortiumPage = async (ctx: MemberCtx, id: string) => {
  const seen = await visibleAgreement(ctx, id);
  if (!seen || seen.agreement.kind !== "consortium" || !seen.agreement.effectiveDocId) return null;
  const { agreement, parties } = seen;
  const document = await read.agreementDocument.findUniqueOrThrow({
    where: { id: seen.agreement.effectiveDocId },
  });
  const content = await versionContent(document.id, document.frozenNumber ?? document.number);
  const today = civilDate(ctx.clock.now());
  const [meetings, tasks, health, contributions] = await Promise.all([
    read.consortiumMeeting.findMany({ where: { agreementId: id }, orderBy: { heldOn: "desc" }, take: 100 }),
    read.consortiumTask.findMany({
      where: { agreementId: id },
      orderBy: [{ doneOn: "asc" }, { dueOn: "asc" }],
      take: 100,
    }),
    read.agreementHealth.findUnique({ where: { agreementId: id } }),
    read.agreementContribution.aggregate({ where: { agreementId: id }, _sum: { amountFen: true } }),
  ]);
  const folded = health ? (JSON.parse(health.facts) as HealthFacts) : null;
  const deeds = [
    ...meetings.map((one) => one.heldOn),
    ...tasks.flatMap((one) => (one.doneOn ? [one.doneOn] : [])),
    ...(folded?.acceptedOn ?? []),
    agreement.effectiveOn ?? today,
  ].sort();
  const facts: ConsortiumFacts = {
    members: parties.length,
    organs: content?.charter?.organs.length ?? 0,
    duties: content?.charter?.duties.length ?? 0,
    benefits: content?.charter?.benefits.length ?? 0,
    meetings: meetings.length,
    meetingsThisYear: meetings.filter((one) => one.heldOn >= addDays(today, -365)).length,
    tasks: tasks.length,
    tasksDone: tasks.filter((one) => one.doneOn).length,
    elementsDone: new Set(tasks.filter((one) => one.doneOn).map((one) => one.element)).size,
    contributionsFen: contributions._sum.amountFen ?? 0,
    acceptedDeliveries: folded?.acceptedOn.length ?? 0,
    keptShare: folded ? (keptShare(folded.commitments, folded.effectiveOn, folded.endsOn, today) ?? 1) : 0,
    daysSinceDeed: daysBetween(deeds.at(-1) ?? today, today),
    shared: folded?.shared.length ?? 0,
  };
  return {
    agreement: { id, title: agreement.title },
    parties,
    organs: content?.charter?.organs ?? [],
    meetings,
    tasks,
    facts,
    mine: ctx.actor.organizationId,
    today,
    now: ctx.clock.now().toISOString(),
  };
};
