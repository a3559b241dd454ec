import type { FitMajor } from "~/catalogues/types";
import { type FitModel, occupationsLike } from "./model";
import { sharedRuns } from "./text";
import type { FitReason, FitWeights } from "./types";
import { likeness, vectorOf } from "./vectors";

/** What one kind of evidence says: a strength 0..1 for the occupations it speaks of, and the fact behind each. */
export type Evidence = {
  kind: keyof FitWeights;
  strength: Map<number, number>;
  reason: (place: number) => FitReason;
};

const keepBest = (into: Map<number, number>, place: number, value: number): boolean => {
  if (value <= (into.get(place) ?? 0)) return false;
  into.set(place, value);
  return true;
};

const fragmentIn = (name: string, fragments: readonly string[]): string | undefined =>
  fragments.filter((fragment) => name.includes(fragment)).sort((a, b) => b.length - a.length)[0];

/** A fragment known for one class says something, but less, in another; a single character says nothing there. */
const abroad = (own: string, other: string, fragment: string): number => {
  if (own === other) return 1;
  if (fragment.length < 3 || own.slice(0, 2) !== other.slice(0, 2)) return 0;
  return 0.35;
};

const houseWord = (model: FitModel, major: FitMajor): Evidence => {
  const strength = new Map<number, number>();
  const word = new Map<number, string>();
  for (const entry of model.houseLexicon) {
    const fragment = fragmentIn(major.name, entry.fragments);
    const trust = fragment ? abroad(major.family, entry.family, fragment) : 0;
    if (!fragment || trust === 0) continue;
    for (const [place, weight] of entry.members) {
      const before = strength.get(place) ?? 0;
      if (weight * trust > before) word.set(place, fragment);
      strength.set(place, 1 - (1 - before) * (1 - weight * trust * 0.9));
    }
  }
  const name = model.houseClasses.get(major.family)?.name ?? major.family;
  return {
    kind: "houseWord",
    strength,
    reason: (place) => ({ kind: "houseWord", values: { word: word.get(place) ?? major.name, class: name } }),
  };
};

const houseClass = (model: FitModel, major: FitMajor): Evidence => {
  const strength = new Map<number, number>();
  const row = model.houseClasses.get(major.family);
  for (const group of row?.groups ?? []) {
    if (group.level && group.level !== major.level) continue;
    const members = model.membersOf.get(group.code) ?? [];
    const share = members.length <= 1 ? 1 : members.length <= 20 ? 0.75 : 0.4;
    for (const place of members) keepBest(strength, place, group.weight * share);
  }
  return {
    kind: "houseClass",
    strength,
    reason: () => ({
      kind: "houseClass",
      values: { class: row?.name ?? major.family, whyZh: row?.reason.zh ?? "", whyEn: row?.reason.en ?? "" },
    }),
  };
};

const NEIGHBOURS = 8;

const neighbour = (model: FitModel, major: FitMajor): Evidence => {
  const vector = vectorOf(major.name, model.weigh);
  const near = model.linked
    .filter((row) => row.major.code !== major.code)
    .map((row) => {
      const closeness =
        row.major.family === major.family
          ? 1
          : row.major.family.slice(0, 2) === major.family.slice(0, 2)
            ? 0.6
            : 0.4;
      const own = row.major.family === major.family ? 0.08 : 0;
      return { row, near: likeness(vector, row.vector) * closeness + own };
    })
    .sort((a, b) => b.near - a.near)
    .slice(0, NEIGHBOURS);
  const strength = new Map<number, number>();
  const best = new Map<number, (typeof near)[number]>();
  for (const one of near) {
    for (const [place, weight] of one.row.members) {
      const before = strength.get(place) ?? 0;
      strength.set(place, before + one.near * weight);
      if (!best.has(place)) best.set(place, one);
    }
  }
  for (const [place, value] of strength) strength.set(place, Math.min(1, value));
  return {
    kind: "neighbour",
    strength,
    reason: (place) => {
      const from = best.get(place)?.row.major ?? major;
      return { kind: "neighbour", values: { major: from.name, majorCode: from.code, level: from.level } };
    },
  };
};

const sharedName = (model: FitModel, major: FitMajor): Evidence => ({
  kind: "sharedName",
  strength: occupationsLike(model, major.name),
  reason: (place) => ({
    kind: "sharedName",
    values: {
      shared: sharedRuns(major.name, model.names[place] ?? "").join("、") || (model.names[place] ?? ""),
    },
  }),
});

const course = (model: FitModel, major: FitMajor): Evidence => {
  const strength = new Map<number, number>();
  const from = new Map<number, string>();
  for (const name of model.coursesOf.get(major.code) ?? []) {
    for (const [place, value] of occupationsLike(model, name)) {
      if (keepBest(strength, place, value)) from.set(place, name);
    }
  }
  return {
    kind: "course",
    strength,
    reason: (place) => ({ kind: "course", values: { course: from.get(place) ?? "" } }),
  };
};

const classHabit = (model: FitModel, major: FitMajor): Evidence => {
  const strength = new Map<number, number>();
  const own = model.classHabit.get(major.family);
  const wide = model.classHabit.get(major.family.slice(0, 2));
  for (const [tally, share] of [
    [own, 1],
    [wide, 0.4],
  ] as const) {
    for (const [group, value] of tally ?? []) {
      for (const place of model.membersOf.get(group) ?? []) keepBest(strength, place, value * share);
    }
  }
  return {
    kind: "classHabit",
    strength,
    reason: (place) => {
      const groupCode = model.groupOf[place] ?? "";
      return {
        kind: "classHabit",
        values: { group: model.groupName.get(groupCode) ?? groupCode, groupCode },
      };
    },
  };
};

/** Everything the model can say of a major beside the printed links, one entry per kind of evidence. */
export const gatherEvidence = (model: FitModel, major: FitMajor): Evidence[] => [
  houseWord(model, major),
  houseClass(model, major),
  neighbour(model, major),
  sharedName(model, major),
  course(model, major),
  classHabit(model, major),
];
