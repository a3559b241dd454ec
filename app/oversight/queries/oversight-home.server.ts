import { partnershipTotals } from "~/agreements/queries/partnerships.sqlite.server";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { indicatorOf } from "../rules/indicators/catalogue";

import { alertCounts, alertsOfState } from "./alerts.server";
import { figuresOfScope } from "./indicator-figures.server";

/** What an authority sees first; each opens to its records. */
const KEY_FIGURES = [
  "placements_started",
  "enquiry_reply_rate",
  "commitments_delivered",
  "partnerships_sound",
  "slots_offered",
];

/**
 * What an authority finds first: the alerts that wait for it, and figures that each lead to their list. Goes in: the
 * authority's member. Comes out: its place, counts and at most ten alerts.
 */
export const oversightHome = async (ctx: MemberCtx) => {
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  const region = regionRange(regionCode);
  const today = civilDate(ctx.clock.now());
  const within = { gte: region.from, lt: region.before };
  const [counts, open, answered, overdue] = await Promise.all([
    alertCounts(within),
    alertsOfState(within, "open"),
    alertsOfState(within, "answered"),
    read.alert.count({ where: { regionCode: within, state: "ordered", dueOn: { lt: today } } }),
  ]);
  const hollow = partnershipTotals(region).find(({ health }) => health === "hollow")?.count ?? 0;
  const scope = { kind: "region", code: regionCode, range: region } as const;
  const keyFigures = figuresOfScope(scope, today.slice(0, 4), today).flatMap((figure) => {
    const indicator = indicatorOf(figure.indicatorId);
    return indicator && KEY_FIGURES.includes(indicator.id) ? [{ indicator, figure }] : [];
  });
  return {
    keyFigures,
    today,
    place: (await catalogue()).regions.get(regionCode)?.name ?? regionCode,
    regionCode,
    waiting: [...answered.items, ...open.items].slice(0, 10),
    figures: { alerts: counts.open, reviews: counts.answered, overdue, hollow },
  };
};
