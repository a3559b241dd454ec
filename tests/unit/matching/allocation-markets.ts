import fc from "fast-check";
import type { CompiledRound } from "~/matching/rules/allocation/compile-market";
import { type RoundDocument, type RoundSlot, seatsOf } from "~/matching/rules/allocation/document";

const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

type Features = { units: boolean; categories: boolean };

/** Random documents small enough to try every matching. */
export const documents = (
  { units, categories }: Features,
  size = { students: 4, slots: 3, capacity: 2 },
): fc.Arbitrary<RoundDocument> => {
  const studentIds = names("s", size.students);
  const slotIds = names("p", size.slots);
  const unitIds = units ? ["u0", "u1"] : [];
  const kinds = categories ? ["A", "B"] : [];
  const student = fc.record({
    choices: fc.shuffledSubarray(slotIds),
    category:
      kinds.length > 0 ? fc.option(fc.constantFrom(...kinds), { nil: undefined }) : fc.constant(undefined),
  });
  const order = fc.oneof(
    fc.shuffledSubarray(studentIds).map((ranking): Partial<RoundSlot> => ({ ranking })),
    fc
      .array(fc.tuple(fc.constantFrom(...studentIds), fc.nat(2)), { maxLength: size.students * 2 })
      .map((points): Partial<RoundSlot> => ({ scores: Object.fromEntries(points) })),
  );
  const slot = fc
    .record({
      capacity: fc.nat(size.capacity),
      order,
      unit:
        unitIds.length > 0
          ? fc.option(fc.constantFrom(...unitIds), { nil: undefined })
          : fc.constant(undefined),
      reserved: categories
        ? fc.option(fc.record({ A: fc.nat(1), B: fc.nat(1) }), { nil: undefined })
        : fc.constant(undefined),
      quota: categories ? fc.option(fc.nat(2), { nil: undefined }) : fc.constant(undefined),
    })
    .map(({ capacity, order, unit, reserved, quota }): Omit<RoundSlot, "id"> => {
      const within = reserved && reserved.A + reserved.B <= capacity ? reserved : undefined;
      const quotas = quota === undefined || (within && within.A > quota) ? undefined : { A: quota };
      return { capacity, ...order, unit, reserved: within, quotas };
    });
  return fc
    .record({
      students: fc.array(student, { minLength: size.students, maxLength: size.students }),
      slots: fc.array(slot, { minLength: size.slots, maxLength: size.slots }),
      caps: fc.array(fc.nat(size.capacity + 1), { minLength: 2, maxLength: 2 }),
      seed: fc.nat(1000),
    })
    .map(({ students, slots, caps, seed }) => ({
      students: students.map(({ choices, category }, at) => ({
        id: studentIds[at]!,
        choices,
        ...(category && { category }),
      })),
      slots: slots.map((rest, at) => ({ id: slotIds[at]!, ...rest })),
      ...(units && { units: unitIds.map((id, at) => ({ id, cap: caps[at]! })) }),
      ...(categories && { categories: kinds }),
      seed,
    }));
};

/** Student → slot, null for none, in the order of the document. */
export type Outcome = (string | null)[];

const countBy = (ids: (string | undefined)[]): Map<string | undefined, number> => {
  const counts = new Map<string | undefined, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** May these students be in this slot at once? Reserved seats are given out first, the rest share the open seats. */
const slotHolds = (slot: RoundSlot, categories: (string | undefined)[]): boolean => {
  let waiting = 0;
  for (const [category, count] of countBy(categories)) {
    if (category !== undefined && count > (seatsOf(slot.quotas, category) ?? count)) return false;
    const reserved = category === undefined ? 0 : (seatsOf(slot.reserved, category) ?? 0);
    waiting += Math.max(0, count - reserved);
  }
  const reservedSeats = Object.values(slot.reserved ?? {}).reduce((sum, seats) => sum + seats, 0);
  return waiting <= slot.capacity - reservedSeats && categories.length <= slot.capacity;
};

type Admission = { student: number; slot: number };

/** May these admissions hold at once? */
export const holds = (document: RoundDocument, admissions: Admission[]): boolean => {
  const bySlot = document.slots.every((slot, at) =>
    slotHolds(
      slot,
      admissions.filter((one) => one.slot === at).map((one) => document.students[one.student]!.category),
    ),
  );
  const byUnit = (document.units ?? []).every(
    ({ id, cap }) => admissions.filter((one) => document.slots[one.slot]!.unit === id).length <= cap,
  );
  return bySlot && byUnit;
};

const orderOf = ({ market }: CompiledRound, student: number, slot: number): number => {
  for (let edge = market.choiceStart[student]!; edge < market.choiceStart[student + 1]!; edge++)
    if (market.choiceSlot[edge] === slot) return market.choiceOrder[edge]!;
  return -1;
};

/** Stability by its definition: no wanted admission fits beside those of its unit (or slot) that come before it. */
export const isStableOutcome = (
  document: RoundDocument,
  compiled: CompiledRound,
  outcome: Outcome,
): boolean => {
  const slotAt = (id: string) => document.slots.findIndex((slot) => slot.id === id);
  const held = outcome.flatMap((slot, student) => (slot === null ? [] : [{ student, slot: slotAt(slot) }]));
  if (!held.every(({ student, slot }) => orderOf(compiled, student, slot) >= 0)) return false;
  if (!holds(document, held)) return false;
  return document.students.every(({ choices }, student) => {
    const got = outcome[student]!;
    const better = got === null ? choices : choices.slice(0, choices.indexOf(got));
    return better.every((id) => {
      const slot = slotAt(id);
      const order = orderOf(compiled, student, slot);
      if (order < 0) return true;
      const unit = document.slots[slot]!.unit;
      const rivals = held.filter((one) =>
        unit === undefined ? one.slot === slot : document.slots[one.slot]!.unit === unit,
      );
      const before = rivals.filter((one) => orderOf(compiled, one.student, one.slot) < order);
      return !holds(document, [...before, { student, slot }]);
    });
  });
};

/** Every way to give each student one of its choices or nothing. */
export const allOutcomes = (document: RoundDocument): Outcome[] =>
  document.students.reduce<Outcome[]>(
    (outcomes, { choices }) =>
      outcomes.flatMap((outcome) => [null, ...choices].map((slot) => [...outcome, slot])),
    [[]],
  );

/** 0 for the first choice; past the end for nothing. */
export const rankOf = (choices: string[], slot: string | null): number =>
  slot === null ? choices.length : choices.indexOf(slot);

/** Every list somebody could hand in. */
export const allLists = (slots: string[]): string[][] => [
  [],
  ...slots.flatMap((slot) =>
    allLists(slots.filter((other) => other !== slot)).map((rest) => [slot, ...rest]),
  ),
];
