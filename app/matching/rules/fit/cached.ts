import type { FitMajor, FitMaterial } from "~/catalogues/types";
import { buildFitModel, type FitModel } from "./model";
import { fitScores } from "./rank";

const models = new WeakMap<FitMaterial, FitModel>();
const scores = new WeakMap<FitModel, Map<string, Map<string, number>>>();

const MAJORS_HELD = 400;

/** The model of one snapshot of the catalogues, built once for as long as the snapshot lives. */
export const fitModelOf = (material: FitMaterial): FitModel => {
  const held = models.get(material);
  if (held) return held;
  const model = buildFitModel(material);
  models.set(material, model);
  return model;
};

/** `fitScores`, remembered for the 400 majors asked for last. */
export const fitScoresOf = (model: FitModel, major: FitMajor): ReadonlyMap<string, number> => {
  const held = scores.get(model) ?? new Map<string, Map<string, number>>();
  scores.set(model, held);
  const found = held.get(major.code) ?? fitScores(model, major);
  held.delete(major.code);
  held.set(major.code, found);
  const [oldest] = held.keys();
  if (held.size > MAJORS_HELD && oldest !== undefined) held.delete(oldest);
  return found;
};
