import { deferLimited } from "./defer-limited";
import { deferPlain } from "./defer-plain";
import type { Assignment, Market } from "./market";

/** The student-optimal stable assignment of a market; see `defer-plain.ts` and `defer-limited.ts`. */
export const solveMarket = (market: Market): Assignment =>
  market.limits ? deferLimited(market, market.limits) : deferPlain(market);
