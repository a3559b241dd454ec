import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import { fitModelOf } from "~/matching/rules/fit/cached";
import type { FitModel } from "~/matching/rules/fit/model";
import { fitScores, rankOccupations } from "~/matching/rules/fit/rank";
import type { FitItem } from "~/matching/rules/fit/types";

/** A fit below this is no reason to suggest anybody. House rule. */
export const LEAST_FIT = 0.2;

const OCCUPATIONS_KEPT = 40;
const MAJORS_HELD = 1500;
const MAJORS_KEPT = 40;
const MAJORS_AT_ONCE = 20;

type MajorFit = { code: string; score: number };

const rankings = new WeakMap<FitModel, Map<string, ReadonlyMap<string, FitItem>>>();
const inverses = new WeakMap<FitModel, Promise<ReadonlyMap<string, readonly MajorFit[]>>>();

/**
 * The occupations a major prepares for, best first, with their reasons: at most 40, remembered for the majors asked for
 * last. Empty for an unknown major.
 */
export const occupationsFor = (snapshot: Catalogue, majorCode: string): ReadonlyMap<string, FitItem> => {
  const major = snapshot.majors.get(majorCode);
  if (!major) return new Map();
  const model = fitModelOf(snapshot.fitMaterial);
  const held = rankings.get(model) ?? new Map<string, ReadonlyMap<string, FitItem>>();
  rankings.set(model, held);
  const found =
    held.get(majorCode) ??
    new Map(
      rankOccupations(model, major, OCCUPATIONS_KEPT)
        .filter(({ score }) => score >= LEAST_FIT)
        .map((item) => [item.code, item]),
    );
  held.delete(majorCode);
  held.set(majorCode, found);
  const [oldest] = held.keys();
  if (held.size > MAJORS_HELD && oldest !== undefined) held.delete(oldest);
  return found;
};

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

const best = (majors: MajorFit[]): MajorFit[] =>
  majors.sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, MAJORS_KEPT);

const invert = async (snapshot: Catalogue, model: FitModel) => {
  const found = new Map<string, MajorFit[]>();
  const majors = snapshot.fitMaterial.majors.filter(
    ({ code }) => snapshot.majors.get(code)?.withdrawnIn === null,
  );
  for (const [at, major] of majors.entries()) {
    for (const [code, score] of fitScores(model, major)) {
      if (score < LEAST_FIT) continue;
      const held = found.get(code) ?? [];
      found.set(code, held);
      held.push({ code: major.code, score });
    }
    // Other requests get their turn between small groups of majors.
    if (at % MAJORS_AT_ONCE === MAJORS_AT_ONCE - 1) await pause();
  }
  for (const [code, held] of found) found.set(code, best(held));
  return found;
};

/**
 * The majors that prepare for an occupation, best first, at most 40 over all levels. Worked out once for a version of
 * the catalogues (about a second and a half, in small steps); later questions read it from memory.
 */
export const majorsFor = async (
  snapshot: Catalogue,
  occupationCode: string,
): Promise<readonly MajorFit[]> => {
  const model = fitModelOf(snapshot.fitMaterial);
  const held = inverses.get(model) ?? invert(snapshot, model);
  inverses.set(model, held);
  return (await held).get(occupationCode) ?? [];
};

/** Has the majors of every occupation ready before somebody waits for them. */
export const warmFitBook = async (): Promise<void> => {
  await majorsFor(await catalogue(), "");
};
