import { addDays, daysBetween } from "~/platform/time/clock";
import type { HealthFacts } from "./health-facts";
import { keptShare, reviewDates } from "./schedule";
import type { Bilingual } from "./templates/template";

/** Where a signal comes from; signals of one ground are not independent of each other. */
export type Ground = "delivery" | "activity" | "balance" | "signing" | "ties" | "drafting" | "reviews";

/** What health knows besides the agreement's own events. */
export type HealthContext = { sealedSameDay: number };

export type SignalHit = { strength: number; values: Record<string, string | number> };

export type Signal = {
  readonly id: string;
  readonly title: Bilingual;
  readonly ground: Ground;
  /** Points (of 100) at full strength; negative takes away, positive gives back. */
  readonly weight: number;
  readonly validFrom: string;
  readonly find: (facts: HealthFacts, context: HealthContext, today: string) => SignalHit | null;
};

const SILENT_FROM = 90;
const SILENT_FULL = 270;
const UNANSWERED_DAYS = 21;
const BULK_FROM = 5;
const RECENT_DAYS = 30;

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const percent = (share: number): number => Math.round(share * 100);

const since = (date: string, today: string): number => daysBetween(date, today);

/** What each party did in the last six months, in the order of the parties. */
export const recentActivity = (
  facts: HealthFacts,
  today: string,
): { organizationId: string; deeds: number }[] => {
  const from = addDays(today, -183).slice(0, 7);
  return facts.partyIds.map((organizationId) => ({
    organizationId,
    deeds: Object.entries(facts.activity[organizationId] ?? {}).reduce(
      (sum, [month, count]) => (month >= from ? sum + count : sum),
      0,
    ),
  }));
};

const lastMove = (facts: HealthFacts): string => facts.acceptedOn.at(-1) ?? facts.effectiveOn;

const everMoved = (facts: HealthFacts): boolean =>
  facts.acceptedOn.length > 0 || Object.keys(facts.activity).length > 0;

/** The catalogue of signals; thresholds are house rules, drawn from how hollow partnerships were described in the field. */
export const SIGNALS: readonly Signal[] = [
  {
    id: "behind_plan",
    title: { zh: "兑现落后于承诺", en: "Behind what was promised" },
    ground: "delivery",
    weight: -35,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const share = keptShare(facts.commitments, facts.effectiveOn, facts.endsOn, today);
      if (share === null || share >= 0.75 || since(facts.effectiveOn, today) < 45) return null;
      return { strength: clamp((0.75 - share) / 0.65), values: { kept: percent(share) } };
    },
  },
  {
    id: "silence",
    title: { zh: "久无被确认的交付", en: "No accepted delivery for long" },
    ground: "activity",
    weight: -20,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const days = since(lastMove(facts), today);
      const done =
        facts.commitments.length > 0 && facts.commitments.every((one) => one.accepted >= one.quantity);
      if (days < SILENT_FROM || done || !everMoved(facts)) return null;
      return { strength: clamp((days - SILENT_FROM / 2) / (SILENT_FULL - SILENT_FROM)), values: { days } };
    },
  },
  {
    id: "signed_and_silent",
    title: { zh: "签约后没有动静", en: "Signed and silent" },
    ground: "activity",
    weight: -30,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const days = since(facts.effectiveOn, today);
      return days >= 60 && !everMoved(facts) ? { strength: clamp(days / 150), values: { days } } : null;
    },
  },
  {
    id: "one_sided",
    title: { zh: "校热企冷或者企热校冷", en: "One side does it all" },
    ground: "balance",
    weight: -15,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const sides = recentActivity(facts, today);
      const total = sides.reduce((sum, side) => sum + side.deeds, 0);
      const least = [...sides].sort((a, b) => a.deeds - b.deeds)[0];
      const most = [...sides].sort((a, b) => b.deeds - a.deeds)[0];
      if (!least || !most || sides.length !== 2 || total < 4 || least.deeds / total >= 0.2) return null;
      return {
        strength: clamp(1 - least.deeds / total / 0.2),
        values: { organizationId: least.organizationId, least: least.deeds, most: most.deeds },
      };
    },
  },
  {
    id: "unanswered",
    title: { zh: "交付无人确认", en: "Deliveries nobody confirmed" },
    ground: "balance",
    weight: -10,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const late = facts.open.filter(
        (one) => one.state === "pending" && since(one.on, today) > UNANSWERED_DAYS,
      );
      return late.length > 0 ? { strength: clamp(late.length / 3), values: { count: late.length } } : null;
    },
  },
  {
    id: "disputed",
    title: { zh: "有异议的交付未解决", en: "Disputed deliveries unresolved" },
    ground: "delivery",
    weight: -8,
    validFrom: "2026-01-01",
    find: (facts) => {
      const open = facts.open.filter((one) => one.state === "disputed").length;
      return open > 0 ? { strength: clamp(open / 3), values: { count: open } } : null;
    },
  },
  {
    id: "bulk_signing",
    title: { zh: "同一天批量签约", en: "Signed in bulk on one day" },
    ground: "signing",
    weight: -15,
    validFrom: "2026-01-01",
    find: (facts, { sealedSameDay }) =>
      sealedSameDay >= BULK_FROM
        ? { strength: clamp(sealedSameDay / 10), values: { count: sealedSameDay, on: facts.sealedOn } }
        : null,
  },
  {
    id: "shared_contacts",
    title: { zh: "双方联系方式相同", en: "The parties share contacts" },
    ground: "ties",
    weight: -20,
    validFrom: "2026-01-01",
    find: (facts) =>
      facts.shared.length > 0
        ? { strength: clamp(facts.shared.length / 2), values: { what: facts.shared.join(",") } }
        : null,
  },
  {
    id: "vague_promises",
    title: { zh: "承诺没有责任人或者期限", en: "Promises without owner or date" },
    ground: "drafting",
    weight: -15,
    validFrom: "2026-01-01",
    find: (facts) => {
      const vague = facts.commitments.filter((one) => !one.owner || !one.dueOn).length;
      const total = facts.commitments.length;
      if (total > 0 && vague / total < 0.34) return null;
      return { strength: total === 0 ? 1 : clamp(vague / total), values: { count: vague, total } };
    },
  },
  {
    id: "reviews_missed",
    title: { zh: "没有按约定总结", en: "Reviews not held" },
    ground: "reviews",
    weight: -8,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const due = reviewDates(facts.effectiveOn, facts.endsOn, facts.reviewMonths).filter(
        (date) => addDays(date, 30) < today,
      ).length;
      const missed = due - facts.reviewsHeld;
      return missed > 0 ? { strength: clamp(missed / 2), values: { missed, due } } : null;
    },
  },
  {
    id: "recent_deliveries",
    title: { zh: "近期有被确认的交付", en: "Recent accepted deliveries" },
    ground: "activity",
    weight: 6,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const count = facts.acceptedOn.filter((on) => since(on, today) <= RECENT_DAYS).length;
      return count > 0 ? { strength: clamp(count / 3), values: { count } } : null;
    },
  },
  {
    id: "on_plan",
    title: { zh: "兑现不落后于计划", en: "On plan" },
    ground: "delivery",
    weight: 6,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const share = keptShare(facts.commitments, facts.effectiveOn, facts.endsOn, today);
      return share !== null && share >= 0.9 ? { strength: 1, values: { kept: percent(share) } } : null;
    },
  },
  {
    id: "both_move",
    title: { zh: "双方都在动", en: "Both sides move" },
    ground: "balance",
    weight: 4,
    validFrom: "2026-01-01",
    find: (facts, _context, today) => {
      const sides = recentActivity(facts, today);
      return sides.length > 1 && sides.every((side) => side.deeds >= 2)
        ? { strength: 1, values: { least: Math.min(...sides.map((side) => side.deeds)) } }
        : null;
    },
  },
];
