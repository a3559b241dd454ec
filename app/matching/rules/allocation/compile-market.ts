import { compareIds, seededHash } from "../seeded-hash";
import { type RoundDocument, type RoundSlot, type StabilityNotion, seatsOf } from "./document";
import type { Limits, Market } from "./market";

/** A document turned into numbers, with what is needed to speak of it again. */
export type CompiledRound = {
  market: Market;
  notion: StabilityNotion;
  /** Where the student of an edge stands on the slot's own list (1 is best), 0 when not listed. */
  position: Int32Array;
  studentNumber: Map<string, number>;
  slotNumber: Map<string, number>;
  categories: string[];
};

/** Who comes first when hosts are indifferent: one draw for the whole round, then the id. Out: a rank per student. */
const lotteryRanks = (ids: string[], seed: string): Int32Array => {
  const draw = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at++) draw[at] = seededHash(seed, ids[at]!);
  const order = ids.map((_, at) => at).sort((a, b) => draw[a]! - draw[b]! || compareIds(ids[a]!, ids[b]!));
  const rank = new Int32Array(ids.length);
  order.forEach((student, at) => {
    rank[student] = at;
  });
  return rank;
};

const hostOrder = (slot: RoundSlot, studentNumber: Map<string, number>, lottery: Int32Array): number[] => {
  if (slot.ranking) return slot.ranking.map((id) => studentNumber.get(id)!);
  return Object.entries(slot.scores ?? {})
    .map(([id, points]) => ({ student: studentNumber.get(id)!, points }))
    .sort((a, b) => b.points - a.points || lottery[a.student]! - lottery[b.student]!)
    .map(({ student }) => student);
};

const limitsOf = (document: RoundDocument, categories: string[]): Limits | null => {
  const units = document.units ?? [];
  const special = document.slots.some(({ reserved, quotas }) => reserved || quotas);
  const capped = units.length > 0 && document.slots.some(({ unit }) => unit !== undefined);
  if (!special && !capped) return null;
  const unitNumber = new Map(units.map(({ id }, at) => [id, at]));
  const categoryNumber = new Map(categories.map((id, at) => [id, at]));
  const shareStart = new Int32Array(document.slots.length + 1);
  const shares: { category: number; reserved: number; quota: number }[] = [];
  document.slots.forEach(({ reserved = {}, quotas = {}, capacity }, at) => {
    for (const id of new Set([...Object.keys(reserved), ...Object.keys(quotas)]))
      shares.push({
        category: categoryNumber.get(id)!,
        reserved: seatsOf(reserved, id) ?? 0,
        quota: Math.min(capacity, seatsOf(quotas, id) ?? capacity),
      });
    shares.push({ category: -1, reserved: 0, quota: capacity });
    shareStart[at + 1] = shares.length;
  });
  return {
    unitOfSlot: Int32Array.from(document.slots, ({ unit }) =>
      unit === undefined ? -1 : unitNumber.get(unit)!,
    ),
    unitCap: Int32Array.from(units, ({ cap }) => cap),
    categoryOfStudent: Int32Array.from(document.students, ({ category }) =>
      category === undefined ? -1 : categoryNumber.get(category)!,
    ),
    shareStart,
    shareCategory: Int32Array.from(shares, ({ category }) => category),
    shareReserved: Int32Array.from(shares, ({ reserved }) => reserved),
    shareQuota: Int32Array.from(shares, ({ quota }) => quota),
  };
};

/** A unit binds as a unit only where its cap spans several slots; over one slot it is a smaller capacity. */
const notionOf = (document: RoundDocument): StabilityNotion => {
  const seen = new Set<string>();
  const spans = document.slots.some(({ unit }) => unit !== undefined && (seen.has(unit) || !seen.add(unit)));
  const special = document.slots.some(({ reserved, quotas }) => reserved || quotas);
  if (spans) return special ? "unitOrderReserved" : "unitOrder";
  return special ? "reserved" : "plain";
};

/** The order a unit admits in: by position on the slots' own lists, then the round's draw, then the slot's id. */
const orderWithinUnits = (
  edges: { student: Int32Array; slot: Int32Array; position: Int32Array },
  limits: Limits,
  lottery: Int32Array,
  slotIds: string[],
): Int32Array => {
  const order = edges.position.map((position) => position - 1);
  const byUnit: number[][] = Array.from(limits.unitCap, () => []);
  edges.position.forEach((position, edge) => {
    const unit = limits.unitOfSlot[edges.slot[edge]!]!;
    if (position > 0 && unit >= 0) byUnit[unit]!.push(edge);
  });
  for (const list of byUnit) {
    list.sort(
      (a, b) =>
        edges.position[a]! - edges.position[b]! ||
        lottery[edges.student[a]!]! - lottery[edges.student[b]!]! ||
        compareIds(slotIds[edges.slot[a]!]!, slotIds[edges.slot[b]!]!),
    );
    list.forEach((edge, at) => {
      order[edge] = at;
    });
  }
  return order;
};

/**
 * Turns a document into a market of typed arrays. Positions are taken over everybody a host lists, not over those who
 * chose it, so that nobody's choices change an order. Ties in scores are broken by one published draw per student.
 * In: a document as `readRoundDocument` gives it; `choicesOf` may replace a student's choices (joint choices).
 * Out: the market and the numbers of ids. House rule for the unit's order.
 */
export const compileMarket = (
  document: RoundDocument,
  choicesOf: (student: string, own: string[]) => string[] = (_, own) => own,
): CompiledRound => {
  const studentIds = document.students.map(({ id }) => id);
  const slotIds = document.slots.map(({ id }) => id);
  const studentNumber = new Map(studentIds.map((id, at) => [id, at]));
  const slotNumber = new Map(slotIds.map((id, at) => [id, at]));
  const categories = [
    ...new Set([
      ...(document.categories ?? []),
      ...document.students.flatMap(({ category }) => category ?? []),
    ]),
  ];
  const lottery = lotteryRanks(studentIds, String(document.seed));

  const choices = document.students.map(({ id, choices: own }) => choicesOf(id, own));
  const choiceStart = new Int32Array(choices.length + 1);
  choices.forEach((list, at) => {
    choiceStart[at + 1] = choiceStart[at]! + list.length;
  });
  const total = choiceStart[choices.length]!;
  const choiceSlot = new Int32Array(total);
  const choiceStudent = new Int32Array(total);
  const edgesOf: number[][] = slotIds.map(() => []);
  choices.forEach((list, student) => {
    list.forEach((id, at) => {
      const edge = choiceStart[student]! + at;
      choiceSlot[edge] = slotNumber.get(id)!;
      choiceStudent[edge] = student;
      edgesOf[choiceSlot[edge]!]!.push(edge);
    });
  });

  const position = new Int32Array(total);
  const onList = new Int32Array(studentIds.length);
  document.slots.forEach((slot, at) => {
    const order = hostOrder(slot, studentNumber, lottery);
    order.forEach((student, place) => {
      onList[student] = place + 1;
    });
    for (const edge of edgesOf[at]!) position[edge] = onList[choiceStudent[edge]!]!;
    for (const student of order) onList[student] = 0;
  });

  const limits = limitsOf(document, categories);
  const edges = { student: choiceStudent, slot: choiceSlot, position };
  const market: Market = {
    students: studentIds.length,
    slots: slotIds.length,
    choiceStart,
    choiceSlot,
    choiceOrder: limits
      ? orderWithinUnits(edges, limits, lottery, slotIds)
      : position.map((place) => place - 1),
    capacity: Int32Array.from(document.slots, ({ capacity }) => capacity),
    limits,
  };
  return { market, notion: notionOf(document), position, studentNumber, slotNumber, categories };
};
