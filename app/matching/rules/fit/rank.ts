import type { FitMajor, MajorLevel, MajorOccupationLink } from "~/catalogues/types";
import { type Evidence, gatherEvidence } from "./evidence";
import type { FitModel } from "./model";
import type { FitItem, FitReason } from "./types";

/** An inferred fit never outranks a printed one. House rule. */
const INFERRED_CEILING = 0.85;
const PRINTED_GROUP = 0.9;
const REASONS_SHOWN = 3;
const MINOR_CODE_LENGTH = 7;
const GROUP_PULL = 0.4;
const FAINTEST = 0.03;

/**
 * How likely a level aims at a kind of work: engineers more from the bachelor level, operators more from the secondary
 * one. House rule; the printed links cover one level only, so it cannot be learned.
 */
const LEVEL_LEAN: Record<MajorLevel, readonly (readonly [prefix: string, factor: number])[]> = {
  secondary: [
    ["2-02", 0.45],
    ["2-01", 0.3],
    ["2-06", 0.7],
  ],
  associate: [["2-01", 0.4]],
  bachelor: [
    ["2-02", 1.25],
    ["2-01", 0.6],
    ["6-", 0.6],
    ["5-", 0.8],
  ],
};

const lean = (level: MajorLevel, code: string): number =>
  LEVEL_LEAN[level].find(([prefix]) => code.startsWith(prefix))?.[1] ?? 1;

type Printed = { score: number; basis: FitItem["basis"]; reason: FitReason };

const printedFor = (link: MajorOccupationLink, isGroup: boolean): Printed => {
  const values = { printed: link.printed, source: link.source };
  if (link.match === "inferred")
    return { score: PRINTED_GROUP, basis: "inferred", reason: { kind: "printedOlder", values } };
  if (isGroup) return { score: PRINTED_GROUP, basis: "official", reason: { kind: "printedGroup", values } };
  return { score: 1, basis: "official", reason: { kind: "printed", values } };
};

const printedOf = (model: FitModel, major: FitMajor): Map<number, Printed> => {
  const found = new Map<number, Printed>();
  for (const link of model.linksOf.get(major.code) ?? []) {
    const members = model.membersOf.get(link.code) ?? [];
    const isGroup = link.code.length <= 8;
    for (const place of members) {
      const next = printedFor(link, isGroup);
      if (next.score > (found.get(place)?.score ?? 0)) found.set(place, next);
    }
  }
  return found;
};

const weighed = (model: FitModel, major: FitMajor, evidence: readonly Evidence[]): Float64Array => {
  const sums = new Float64Array(model.codes.length);
  for (const { kind, strength } of evidence) {
    const weight = model.weights[kind];
    if (weight === 0) continue;
    for (const [place, value] of strength) sums[place] = (sums[place] ?? 0) + weight * value;
  }
  for (let place = 0; place < sums.length; place += 1) {
    const sum = sums[place] ?? 0;
    if (sum > 0) sums[place] = sum * lean(major.level, model.codes[place] ?? "");
  }
  leanOnGroup(model, sums);
  return sums;
};

/** Occupations of one minor group are trained for together: a share of what speaks for the group's best members. */
const leanOnGroup = (model: FitModel, sums: Float64Array): void => {
  for (const [code, members] of model.membersOf) {
    if (code.length !== MINOR_CODE_LENGTH || members.length < 2) continue;
    const best = members.map((place) => sums[place] ?? 0).sort((a, b) => b - a);
    const shared = ((best[0] ?? 0) + (best[1] ?? 0)) / 2;
    if (shared <= 0) continue;
    for (const place of members) sums[place] = (sums[place] ?? 0) + GROUP_PULL * shared;
  }
};

const reasonsFor = (model: FitModel, evidence: readonly Evidence[], place: number): FitReason[] =>
  evidence
    .map((one) => ({ one, part: model.weights[one.kind] * (one.strength.get(place) ?? 0) }))
    .filter(({ part }) => part > 0.02)
    .sort((a, b) => b.part - a.part)
    .slice(0, REASONS_SHOWN)
    .map(({ one }) => one.reason(place));

const reasonsShown = (
  model: FitModel,
  place: number,
  official: FitReason | undefined,
  inferred: FitReason[],
): FitReason[] => {
  if (official) return [official, ...inferred.slice(0, REASONS_SHOWN - 1)];
  if (inferred.length > 0) return inferred;
  const groupCode = model.groupOf[place] ?? "";
  return [{ kind: "sameGroup", values: { group: model.groupName.get(groupCode) ?? groupCode, groupCode } }];
};

/** A sum of parts as a share below the ceiling: 1 is as much as one full house word says. */
const squash = (sum: number): number => INFERRED_CEILING * (1 - Math.exp(-sum));

type Scored = { place: number; score: number; tie: number };

type Ranking = { all: Scored[]; item: (place: number, score: number) => FitItem };

const ranking = (model: FitModel, major: FitMajor): Ranking => {
  const evidence = gatherEvidence(model, major);
  const printed = printedOf(model, major);
  const all: Scored[] = [];
  weighed(model, major, evidence).forEach((sum, place) => {
    const official = printed.get(place);
    if (sum <= FAINTEST && !official) return;
    all.push({ place, score: official?.score ?? squash(sum), tie: sum });
  });
  const item = (place: number, score: number): FitItem => {
    const official = printed.get(place);
    return {
      code: model.codes[place] ?? "",
      name: model.names[place] ?? "",
      basis: official?.basis ?? "inferred",
      score: Math.round(score * 1000) / 1000,
      reason: reasonsShown(model, place, official?.reason, reasonsFor(model, evidence, place)),
    };
  };
  return { all, item };
};

/**
 * The occupations a major prepares for, best first. Goes in: the model, the major, how many to give (1–100). Comes
 * out: items with basis `official` where a publication prints the occupation or its group, else `inferred`, a score
 * 0..1 rounded to three digits and the facts behind it. A major nothing is known of gets an empty list.
 * Source: printed links as published; the rest house rule, dated with the house map.
 */
export const rankOccupations = (model: FitModel, major: FitMajor, limit: number): FitItem[] => {
  const { all, item } = ranking(model, major);
  return all
    .sort((a, b) => b.score - a.score || b.tie - a.tie || a.place - b.place)
    .slice(0, Math.max(1, Math.min(100, Math.trunc(limit))))
    .map(({ place, score }) => item(place, score));
};

/**
 * How one major fits each of some occupations. Goes in: the model, the major, occupation codes. Comes out: one item
 * per code that has any fit, by code; a code without fit or outside the catalogue is absent. Same sources as the ranking.
 */
export const fitOf = (model: FitModel, major: FitMajor, codes: readonly string[]): Map<string, FitItem> => {
  const { all, item } = ranking(model, major);
  const wanted = new Set(codes);
  return new Map(
    all
      .filter(({ place }) => wanted.has(model.codes[place] ?? ""))
      .map(({ place, score }) => [model.codes[place] ?? "", item(place, score)]),
  );
};

/**
 * Every occupation's score for one major, without reasons: what matching scans thousands of posts with. Goes in: the
 * model and the major. Comes out: occupation code → score 0..1, rounded to three digits; no fit, no entry.
 */
export const fitScores = (model: FitModel, major: FitMajor): Map<string, number> =>
  new Map(
    ranking(model, major).all.map(({ place, score }) => [
      model.codes[place] ?? "",
      Math.round(score * 1000) / 1000,
    ]),
  );
