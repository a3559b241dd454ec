import type { Problem, RoundDocument, RoundSlot, RoundStudent } from "./document";
import { ROUND_BOUNDS, seatsOf } from "./document";
import {
  type AddProblem,
  isObject,
  pointerStep,
  problemList,
  readCount,
  readDistinct,
  readFields,
  readId,
  readList,
} from "./document-reader";

type Known = { has: (id: string) => boolean };

/** The ids of a list of objects, each with where it first stood; a repeated id is reported. */
const idsOf = (list: unknown[], pointer: string, add: AddProblem): Map<string, number> => {
  const ids = new Map<string, number>();
  list.forEach((entry, at) => {
    if (!isObject(entry)) return;
    const where = `${pointer}/${at}`;
    if (entry.id === undefined) {
      add(where, "missing", { name: "id" });
      return;
    }
    const id = readId(entry.id, `${where}/id`, add);
    if (id === null) return;
    const first = ids.get(id);
    if (first === undefined) ids.set(id, at);
    else add(`${where}/id`, "duplicate", { id, first: `${pointer}/${first}/id` });
  });
  return ids;
};

const readStudent = (
  value: unknown,
  pointer: string,
  slots: Known,
  categories: Known | null,
  add: AddProblem,
) => {
  const fields = readFields(value, pointer, ["id", "choices", "category"], add);
  if (!fields) return null;
  const list = readList(fields, "choices", pointer, ROUND_BOUNDS.choices, add);
  const choices = readDistinct(list, `${pointer}/choices`, add, { has: slots.has, problem: "unknownSlot" });
  const student: RoundStudent = { id: String(fields.id), choices };
  if (fields.category === undefined) return student;
  const category = readId(fields.category, `${pointer}/category`, add);
  if (category === null) return student;
  if (categories && !categories.has(category))
    add(`${pointer}/category`, "unknownCategory", { id: category });
  return { ...student, category };
};

const readScores = (
  value: unknown,
  pointer: string,
  students: Known,
  add: AddProblem,
): Record<string, number> => {
  if (!isObject(value)) {
    add(pointer, "notObject");
    return {};
  }
  for (const [id, points] of Object.entries(value)) {
    const where = `${pointer}/${pointerStep(id)}`;
    if (!students.has(id)) add(where, "unknownStudent", { id });
    if (typeof points !== "number" || !Number.isFinite(points)) add(where, "notNumber");
  }
  return value as Record<string, number>;
};

const readSeats = (
  value: unknown,
  pointer: string,
  categories: Known,
  add: AddProblem,
): Record<string, number> => {
  if (!isObject(value)) {
    add(pointer, "notObject");
    return {};
  }
  const seats: [string, number][] = [];
  for (const [category, count] of Object.entries(value)) {
    const where = `${pointer}/${pointerStep(category)}`;
    if (!categories.has(category)) add(where, "unknownCategory", { id: category });
    const read = readCount(count, where, add);
    if (read !== null) seats.push([category, read]);
  }
  return Object.fromEntries(seats);
};

const SLOT_FIELDS = ["id", "capacity", "ranking", "scores", "unit", "reserved", "quotas"];

const readSlot = (
  value: unknown,
  pointer: string,
  known: { students: Known; units: Known; categories: Known },
  add: AddProblem,
): RoundSlot | null => {
  const fields = readFields(value, pointer, SLOT_FIELDS, add);
  if (!fields) return null;
  if (fields.capacity === undefined) add(pointer, "missing", { name: "capacity" });
  const capacity =
    fields.capacity === undefined ? null : readCount(fields.capacity, `${pointer}/capacity`, add);
  const slot: RoundSlot = { id: String(fields.id), capacity: capacity ?? 0 };
  if ((fields.ranking === undefined) === (fields.scores === undefined)) add(pointer, "oneOrder");
  else if (fields.ranking !== undefined) {
    const list = readList(fields, "ranking", pointer, ROUND_BOUNDS.students, add);
    const students = { has: known.students.has, problem: "unknownStudent" };
    slot.ranking = readDistinct(list, `${pointer}/ranking`, add, students);
  } else slot.scores = readScores(fields.scores, `${pointer}/scores`, known.students, add);

  if (fields.unit !== undefined) {
    const unit = readId(fields.unit, `${pointer}/unit`, add);
    if (unit !== null && !known.units.has(unit)) add(`${pointer}/unit`, "unknownUnit", { id: unit });
    if (unit !== null) slot.unit = unit;
  }
  if (fields.quotas !== undefined)
    slot.quotas = readSeats(fields.quotas, `${pointer}/quotas`, known.categories, add);
  if (fields.reserved !== undefined) {
    slot.reserved = readSeats(fields.reserved, `${pointer}/reserved`, known.categories, add);
    const reserved = Object.values(slot.reserved).reduce((sum, seats) => sum + seats, 0);
    if (capacity !== null && reserved > capacity)
      add(`${pointer}/reserved`, "reservedOverCapacity", { reserved, capacity });
    for (const [category, seats] of Object.entries(slot.reserved)) {
      const limit = seatsOf(slot.quotas, category) ?? seats;
      if (seats > limit)
        add(`${pointer}/reserved/${pointerStep(category)}`, "reservedOverQuota", {
          category,
          reserved: seats,
          limit,
        });
    }
  }
  return slot;
};

const readGroups = (list: unknown[], students: Known, slots: Known, add: AddProblem) => {
  const groupOf = new Map<string, string>();
  return list.flatMap((value, at) => {
    const pointer = `/groups/${at}`;
    const fields = readFields(value, pointer, ["id", "students", "choices"], add);
    if (!fields) return [];
    const id = String(fields.id);
    const members = readDistinct(
      readList(fields, "students", pointer, ROUND_BOUNDS.groupStudents, add),
      `${pointer}/students`,
      add,
      { has: students.has, problem: "unknownStudent" },
    );
    if (members.length < 2) add(`${pointer}/students`, "groupTooSmall");
    for (const member of members) {
      const first = groupOf.get(member);
      if (first !== undefined) add(`${pointer}/students`, "inTwoGroups", { id: member, first });
      else groupOf.set(member, id);
    }
    const choices = readDistinct(
      readList(fields, "choices", pointer, ROUND_BOUNDS.choices, add),
      `${pointer}/choices`,
      add,
      { has: slots.has, problem: "unknownSlot" },
    );
    return [{ id, students: members, choices }];
  });
};

/**
 * Reads a round's document from parsed JSON and refuses whatever could make the result mean something else: unknown
 * ids, duplicates, negative or fractional counts, fields it does not know, both or neither order of a slot, more
 * seats reserved than there are. In: any value. Out: the document, or at most ROUND_BOUNDS.problems problems, each
 * with a JSON pointer. House rule.
 */
export const readRoundDocument = (
  input: unknown,
): { ok: true; document: RoundDocument } | { ok: false; problems: Problem[] } => {
  const { problems, add } = problemList();
  const fields = readFields(input, "", ["students", "slots", "units", "groups", "categories", "seed"], add);
  if (!fields) return { ok: false, problems };

  const studentList = readList(fields, "students", "", ROUND_BOUNDS.students, add);
  const slotList = readList(fields, "slots", "", ROUND_BOUNDS.slots, add);
  const unitList = readList(fields, "units", "", ROUND_BOUNDS.units, add, true);
  const groupList = readList(fields, "groups", "", ROUND_BOUNDS.groups, add, true);
  const categoryList = readList(fields, "categories", "", ROUND_BOUNDS.categories, add, true);

  const students = idsOf(studentList, "/students", add);
  const slots = idsOf(slotList, "/slots", add);
  const units = idsOf(unitList, "/units", add);
  idsOf(groupList, "/groups", add);
  const has = (ids: Map<string, number> | Set<string>): Known => ({ has: (id) => ids.has(id) });

  const declared = new Set(readDistinct(categoryList, "/categories", add));
  const listed = fields.categories === undefined ? null : has(declared);
  const read: RoundDocument = {
    students: studentList.flatMap(
      (value, at) => readStudent(value, `/students/${at}`, has(slots), listed, add) ?? [],
    ),
    slots: [],
    seed: "",
  };
  const categories = new Set([...declared, ...read.students.flatMap(({ category }) => category ?? [])]);
  if (categories.size > ROUND_BOUNDS.categories)
    add("/students", "tooMany", { max: ROUND_BOUNDS.categories, count: categories.size });
  const known = { students: has(students), units: has(units), categories: has(categories) };
  read.slots = slotList.flatMap((value, at) => readSlot(value, `/slots/${at}`, known, add) ?? []);

  if (fields.units !== undefined)
    read.units = unitList.flatMap((value, at) => {
      const unit = readFields(value, `/units/${at}`, ["id", "cap"], add);
      if (!unit) return [];
      if (unit.cap === undefined) add(`/units/${at}`, "missing", { name: "cap" });
      const cap = unit.cap === undefined ? null : readCount(unit.cap, `/units/${at}/cap`, add);
      return [{ id: String(unit.id), cap: cap ?? 0 }];
    });
  if (fields.groups !== undefined) read.groups = readGroups(groupList, has(students), has(slots), add);
  if (fields.categories !== undefined) read.categories = [...declared];

  const { seed } = fields;
  if (seed === undefined) add("", "missing", { name: "seed" });
  else if (
    (typeof seed === "string" && seed.length > 0 && seed.length <= ROUND_BOUNDS.id) ||
    Number.isSafeInteger(seed)
  )
    read.seed = seed as string | number;
  else add("/seed", "notSeed");
  return problems.length > 0 ? { ok: false, problems } : { ok: true, document: read };
};
