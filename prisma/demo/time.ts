import type { ActingFor, Member, MemberCtx } from "~/identity/actor";
import { newId } from "~/platform/id";
import { addDays, civilDate, fixedClock } from "~/platform/time/clock";

/** The city's calendar: every date is told as days before or after the day the city is loaded. */
export const calendarOf = (loadedAt: Date) => {
  const today = civilDate(loadedAt);
  return {
    today,
    /** A civil date so many days from today. */
    day: (days: number): string => addDays(today, days),
    /** An instant on that day, at this hour (Asia/Shanghai); never later than the loading itself. */
    at: (days: number, hour = 10, minute = 0): Date => {
      const wished = new Date(
        Date.parse(`${addDays(today, days)}T00:00:00Z`) + (hour - 8) * 3_600_000 + minute * 60_000,
      );
      return wished > loadedAt ? loadedAt : wished;
    },
  };
};

export type Calendar = ReturnType<typeof calendarOf>;

/** A person of the city who acts for an organization; `ctxAt` is what they do at an instant. */
export type CastMember = { personId: string; name: string; organization: ActingFor };

/** The context of a command this person gives at an instant. */
export const ctxAt = (member: CastMember, at: Date): MemberCtx => {
  const actor: Member = {
    kind: "person",
    personId: member.personId,
    organizationId: member.organization.id,
    name: member.name,
    language: "zh-CN",
    isOperator: false,
    sessionPublicId: newId(),
    organization: member.organization,
  };
  return { actor, clock: fixedClock(at.toISOString()), requestId: newId() };
};

/** A repeatable sequence of numbers in [0, 1): the city is the same every time it is loaded. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
