import { daysBetween } from "~/platform/time/clock";
import type { Finding } from "~/regulations/rules/evaluate";
import type { Facts } from "~/regulations/rules/facts/dictionary";
import { hoursOf } from "./weeks";

/** After how many days an open finding is the school owner's too, and after how many the authority's. */
type Escalation = { validFrom: string; ownerAfterDays: number; authorityAfterDays: number };

/** House rules by the day from which they hold, the latest first: a week to put it right, another for the school. */
export const ESCALATIONS: readonly Escalation[] = [
  { validFrom: "2026-01-01", ownerAfterDays: 7, authorityAfterDays: 14 },
];

/** How far up a finding has gone. Goes in: the days it was opened and is judged on. Comes out: 0, 1 or 2. House rule. */
export const levelOf = (openedOn: string, on: string): 0 | 1 | 2 => {
  const rule = ESCALATIONS.find((one) => one.validFrom <= on);
  const days = daysBetween(openedOn, on);
  if (!rule || days < rule.ownerAfterDays) return 0;
  return days < rule.authorityAfterDays ? 1 : 2;
};

export type WorkedWeek = { minutes: readonly number[]; night: boolean };

/**
 * The facts of a placement with what its last week really was. Goes in: facts from the records, the week as it counts
 * (null when none was handed in), the day of the teacher's last contact. Comes out: facts in which worked hours, nights and
 * rest days take the place of the agreed ones where they go beyond them; agreed nights stay agreed.
 */
export const factsOfWeek = (facts: Facts, week: WorkedWeek | null, lastContact: string | null): Facts => {
  const contact = lastContact ? { "mentor.lastCheckOn": lastContact } : {};
  if (!week) return { ...facts, ...contact };
  const day = hoursOf(Math.max(0, ...week.minutes));
  const total = hoursOf(week.minutes.reduce((sum, one) => sum + one, 0));
  const restDays = (week.minutes[5] ?? 0) + (week.minutes[6] ?? 0) > 0;
  return {
    ...facts,
    ...contact,
    "hours.perDay": Math.max(day, facts["hours.perDay"] ?? 0),
    "hours.perWeek": Math.max(total, facts["hours.perWeek"] ?? 0),
    "shifts.night": week.night || (facts["shifts.night"] ?? false),
    "shifts.restDays": restDays || (facts["shifts.restDays"] ?? false),
  };
};

export type Found = {
  rule: string;
  verdict: string;
  who: string;
  message: string;
  fix: string;
  article: string;
};

/**
 * What of an evaluation is worth telling somebody every week: what is against a rule, never what merely is not known.
 * Comes out: one line a rule, its words in both languages as JSON.
 */
export const foundIn = (findings: readonly Finding[]): Found[] =>
  findings
    .filter((one) => one.verdict === "block" || one.verdict === "warn")
    .map((one) => ({
      rule: one.rule,
      verdict: one.verdict,
      who: one.who,
      message: JSON.stringify(one.message),
      fix: JSON.stringify(one.fix),
      article: JSON.stringify(one.article),
    }));

type Known = { id: string; rule: string; state: string; openedOn: string };

/**
 * What changes in the findings of one placement. Goes in: those on record, those found today, today. Comes out: which are
 * new, which are still (or again) there with their day of opening and level, which are solved. Found again after it was
 * solved, a finding begins anew.
 */
export const findingChanges = (known: readonly Known[], found: readonly Found[], on: string) => {
  const byRule = new Map(known.map((one) => [one.rule, one]));
  const rules = new Set(found.map((one) => one.rule));
  return {
    added: found.filter((one) => !byRule.has(one.rule)),
    kept: found.flatMap((one) => {
      const earlier = byRule.get(one.rule);
      if (!earlier) return [];
      const openedOn = earlier.state === "open" ? earlier.openedOn : on;
      return [{ ...one, id: earlier.id, openedOn, level: levelOf(openedOn, on) }];
    }),
    solved: known.filter((one) => one.state === "open" && !rules.has(one.rule)).map((one) => one.id),
  };
};
