import type { Values } from "~/platform/i18n/words";
import { type Admissions, admissionsOf, type Bar, barTo } from "./admissions";
import type { CompiledRound } from "./compile-market";
import { type Explanation, ROUND_BOUNDS, type RoundDocument, type WhyNotReason } from "./document";
import { type Assignment, openSeats, shareOf } from "./market";

/** The last place on its own list that each slot, and each share of a slot, admitted. */
const lastPositions = (compiled: CompiledRound, { edge }: Assignment) => {
  const { market, position } = compiled;
  const ofSlot = new Int32Array(market.slots);
  const ofShare = new Int32Array(market.limits?.shareQuota.length ?? 0);
  for (let student = 0; student < market.students; student++) {
    const held = edge[student]!;
    if (held < 0) continue;
    const slot = market.choiceSlot[held]!;
    ofSlot[slot] = Math.max(ofSlot[slot]!, position[held]!);
    if (!market.limits) continue;
    const share = shareOf(market.limits, slot, market.limits.categoryOfStudent[student]!);
    ofShare[share] = Math.max(ofShare[share]!, position[held]!);
  }
  return { ofSlot, ofShare };
};

type Context = {
  compiled: CompiledRound;
  document: RoundDocument;
  admissions: Admissions;
  last: ReturnType<typeof lastPositions>;
};

const reasonFor = (
  bar: Bar,
  { compiled, document, admissions, last }: Context,
  student: number,
  edge: number,
) => {
  const { market, position, categories } = compiled;
  const { limits } = market;
  const slot = market.choiceSlot[edge]!;
  const capacity = market.capacity[slot]!;
  const say = (reason: WhyNotReason, values: Values = {}) => ({ reason, values });
  if (bar === null) return null;
  if (bar === "notListed") return say("notListed");
  const values = { position: position[edge]! };
  if (capacity === 0) return say("noSeats");
  if (!limits || bar === "capacity")
    return say("behindLast", { ...values, capacity, last: last.ofSlot[slot]! });
  const share = shareOf(limits, slot, limits.categoryOfStudent[student]!);
  if (bar === "quota") {
    const limit = limits.shareQuota[share]!;
    const category = categories[limits.shareCategory[share]!] ?? "";
    if (limit === 0) return say("quotaClosed", { category });
    return say("behindQuota", { ...values, category, limit, last: last.ofShare[share]! });
  }
  if (bar === "reserved") {
    if (openSeats(market, limits, slot) === 0 && limits.shareReserved[share] === 0)
      return say("onlyReserved");
    return say("behindReserved", { ...values, last: last.ofShare[share]! || last.ofSlot[slot]! });
  }
  const unit = limits.unitOfSlot[slot]!;
  const { id, cap } = document.units![unit]!;
  if (cap === 0) return say("unitClosed", { unit: id });
  const lastInUnit = admissions.unitOrders[admissions.unitStart[unit + 1]! - 1]! + 1;
  return say("unitCap", { unit: id, cap, position: market.choiceOrder[edge]! + 1, last: lastInUnit });
};

/**
 * Why not, for every choice a student liked better than what it got: the bound that those before it fill, with its
 * own place and the place of the last admitted, and nobody's name.
 * In: a round and its stable assignment. Out: the explanations in the order of the document, or null when there
 * would be more than ROUND_BOUNDS.explanations.
 */
export const explainRound = (
  document: RoundDocument,
  compiled: CompiledRound,
  assignment: Assignment,
): Explanation[] | null => {
  const { market } = compiled;
  const admissions = admissionsOf(market, assignment);
  const context = { compiled, document, admissions, last: lastPositions(compiled, assignment) };
  const explanations: Explanation[] = [];
  for (let student = 0; student < market.students; student++) {
    const start = market.choiceStart[student]!;
    const held = assignment.edge[student]!;
    const end = held < 0 ? market.choiceStart[student + 1]! : held;
    for (let edge = start; edge < end; edge++) {
      const why = reasonFor(barTo(market, admissions, student, edge), context, student, edge);
      if (!why) continue;
      if (explanations.length === ROUND_BOUNDS.explanations) return null;
      explanations.push({
        student: document.students[student]!.id,
        slot: document.slots[market.choiceSlot[edge]!]!.id,
        choice: edge - start + 1,
        ...why,
      });
    }
  }
  return explanations;
};
