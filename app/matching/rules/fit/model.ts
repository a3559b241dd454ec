import type {
  FitMajor,
  FitMaterial,
  HouseClass,
  HouseLexiconEntry,
  MajorOccupationLink,
} from "~/catalogues/types";
import type { FitWeights } from "./types";
import { learnRarity, likeness, type SparseVector, vectorOf, type Weigh } from "./vectors";

export type HouseEntry = HouseLexiconEntry & { members: Map<number, number> };

export type LinkedMajor = { major: FitMajor; vector: SparseVector; members: Map<number, number> };

/** Learned once from the catalogues; `at` finds an occupation's place in every array of scores. */
export type FitModel = {
  codes: string[];
  names: string[];
  groupOf: string[];
  at: Map<string, number>;
  membersOf: Map<string, number[]>;
  groupName: Map<string, string>;
  majors: Map<string, FitMajor>;
  linksOf: Map<string, MajorOccupationLink[]>;
  coursesOf: Map<string, string[]>;
  weigh: Weigh;
  vectors: SparseVector[];
  /** Gram → occupations that hold it: a name is compared with the few that share something with it. */
  postings: Map<string, number[]>;
  linked: LinkedMajor[];
  classHabit: Map<string, Map<string, number>>;
  houseClasses: Map<string, HouseClass>;
  houseLexicon: HouseEntry[];
  weights: FitWeights;
};

/** House rule: found by leaving whole classes of the official table out and ranking them again (`npm run bench -- fit`). */
export const FIT_WEIGHTS: FitWeights = {
  houseWord: 1,
  houseClass: 0.35,
  neighbour: 0.6,
  sharedName: 0.5,
  course: 0.15,
  classHabit: 0.15,
};

/** Leaders, soldiers and "not elsewhere classified" are nobody's vocational aim unless a publication says so. */
const isAim = (code: string) => /^[2-6]/.test(code);

const membersByCode = (material: FitMaterial) => {
  const membersOf = new Map<string, number[]>();
  material.occupations.forEach((occupation, place) => {
    const parts = occupation.code.split("-");
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const code = parts.slice(0, depth).join("-");
      membersOf.set(code, [...(membersOf.get(code) ?? []), place]);
    }
  });
  return membersOf;
};

/** A group stands for each of its members, the less surely the more there are. */
const GROUP_SHARE = 0.75;

const spread = (
  codes: readonly string[],
  weightAt: (place: number) => number,
  membersOf: Map<string, number[]>,
) => {
  const found = new Map<number, number>();
  codes.forEach((code, place) => {
    const members = membersOf.get(code) ?? [];
    const share =
      code.length > 8 || members.length <= 1 ? 1 : members.length <= 20 ? GROUP_SHARE : GROUP_SHARE / 3;
    for (const member of members) {
      found.set(member, Math.max(found.get(member) ?? 0, weightAt(place) * share));
    }
  });
  return found;
};

const collect = <T, V>(
  rows: readonly T[],
  key: (row: T) => string,
  value: (row: T) => V,
): Map<string, V[]> => {
  const found = new Map<string, V[]>();
  for (const row of rows) {
    const kept = found.get(key(row));
    if (kept) kept.push(value(row));
    else found.set(key(row), [value(row)]);
  }
  return found;
};

const habits = (linked: readonly LinkedMajor[], groupOf: readonly string[]) => {
  const counted = new Map<string, Map<string, number>>();
  for (const { major, members } of linked) {
    const groups = new Set([...members.keys()].map((place) => groupOf[place] ?? ""));
    for (const scope of [major.family, major.family.slice(0, 2)]) {
      const tally = counted.get(scope) ?? new Map<string, number>();
      for (const group of groups) tally.set(group, (tally.get(group) ?? 0) + 1);
      counted.set(scope, tally);
    }
  }
  for (const tally of counted.values()) {
    const most = Math.max(...tally.values());
    for (const [group, count] of tally) tally.set(group, count / most);
  }
  return counted;
};

/**
 * Builds what ranking needs, once per version of the catalogues. Goes in: the catalogues, the printed links, courses
 * and the house map as plain data; links to majors or codes the catalogues do not hold are passed over. Comes out:
 * the model. Source of the method: house rule, measured by `npm run bench -- fit`.
 */
export const buildFitModel = (material: FitMaterial, weights: FitWeights = FIT_WEIGHTS): FitModel => {
  const aims = { ...material, occupations: material.occupations.filter((row) => row.code.length > 8) };
  const membersOf = membersByCode(aims);
  const codes = aims.occupations.map((row) => row.code);
  const names = aims.occupations.map((row) => row.name);
  const groupOf = aims.occupations.map((row) => row.groupCode);
  const weigh = learnRarity([...names, ...material.majors.map((row) => row.name)]);
  const vectors = names.map((name) => vectorOf(name, weigh));
  const postings = new Map<string, number[]>();
  vectors.forEach((vector, place) => {
    if (!isAim(codes[place] ?? "")) return;
    for (const gram of vector.weights.keys()) postings.set(gram, [...(postings.get(gram) ?? []), place]);
  });
  const majors = new Map(material.majors.map((row) => [row.code, row]));
  const linksOf = collect(
    material.links.filter((row) => membersOf.has(row.code)),
    (row) => row.majorCode,
    (row) => row,
  );
  const linked = [...linksOf].flatMap(([code, links]): LinkedMajor[] => {
    const major = majors.get(code);
    if (!major) return [];
    const members = spread(
      links.map((row) => row.code),
      () => 1,
      membersOf,
    );
    return [{ major, vector: vectorOf(major.name, weigh), members }];
  });
  return {
    codes,
    names,
    groupOf,
    at: new Map(codes.map((code, place) => [code, place])),
    membersOf,
    groupName: new Map(material.groups.map((row) => [row.code, row.name])),
    majors,
    linksOf,
    coursesOf: collect(
      material.courses,
      (row) => row.majorCode,
      (row) => row.name,
    ),
    weigh,
    vectors,
    postings,
    linked,
    classHabit: habits(linked, groupOf),
    houseClasses: new Map(material.houseClasses.map((row) => [row.family, row])),
    houseLexicon: material.houseLexicon.map((row) => ({
      ...row,
      members: spread(row.occupations, (place) => Math.max(0.3, 1 - 0.07 * place), membersOf),
    })),
    weights,
  };
};

/** Likeness of a name to every occupation that shares a gram with it, 0..1, by place. */
export const occupationsLike = (model: FitModel, name: string): Map<number, number> => {
  const vector = vectorOf(name, model.weigh);
  const near = new Set<number>();
  for (const gram of vector.weights.keys())
    for (const place of model.postings.get(gram) ?? []) near.add(place);
  const found = new Map<number, number>();
  for (const place of near) {
    const other = model.vectors[place];
    if (other) found.set(place, likeness(vector, other));
  }
  return found;
};
