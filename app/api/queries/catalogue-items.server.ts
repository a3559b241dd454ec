import {
  type CatalogueMajor,
  type CatalogueOccupation,
  type CatalogueRegion,
  catalogue,
} from "~/catalogues/queries/catalogue.server";
import { fitModelOf } from "~/matching/rules/fit/cached";
import { rankOccupations } from "~/matching/rules/fit/rank";
import type { FitItem, FitReason } from "~/matching/rules/fit/types";
import type { Translator } from "~/words/translate";

/** A major as the API prints it. */
export const majorAnswer = (major: CatalogueMajor) => ({
  code: major.code,
  name: major.name,
  level: major.level,
  class: { code: major.classCode, name: major.className },
  category: { code: major.categoryCode, name: major.categoryName },
  family: major.family,
  stateControlled: major.stateControlled,
});

/** An occupation as the API prints it, with the name of its group. */
export const occupationAnswer = async (occupation: CatalogueOccupation) => ({
  code: occupation.code,
  name: occupation.name,
  group: {
    code: occupation.groupCode,
    name: (await catalogue()).groups.get(occupation.groupCode)?.name ?? "",
  },
});

/** A region as the API prints it. */
export const regionAnswer = (region: CatalogueRegion) => ({
  code: region.code,
  name: region.name,
  level: region.level,
  parentCode: region.parentCode,
  lng: region.point?.lng ?? null,
  lat: region.point?.lat ?? null,
  pointOf: region.pointOf,
});

/** The sentence of one reason of fit. */
export const reasonText = (reason: FitReason, words: Translator): string =>
  words.any(`fit.reason.${reason.kind}`, reason.values);

const fitAnswer = (item: FitItem, words: Translator) => ({
  code: item.code,
  name: item.name,
  basis: item.basis,
  score: Math.round(item.score * 10_000) / 10_000,
  reason: item.reason.map((reason) => reasonText(reason, words)).join(words.language === "en" ? "; " : "；"),
});

/**
 * The occupations a major prepares for, best first. Goes in: its code as published, with or without the trailing K,
 * and how many (1–100). Comes out: the items with basis, score and reason, or null for an unknown or withdrawn code.
 */
export const occupationsOfMajor = async (code: string, limit: number, words: Translator) => {
  const { majors, fitMaterial } = await catalogue();
  const major = majors.get(code) ?? majors.get(`${code}K`);
  if (!major || major.withdrawnIn !== null) return null;
  const ranked = rankOccupations(fitModelOf(fitMaterial), major, limit);
  return { items: ranked.map((item) => fitAnswer(item, words)), nextCursor: null };
};

/** One major by its code, with or without the trailing K; null when unknown. */
export const majorByCode = async (code: string): Promise<CatalogueMajor | null> => {
  const { majors } = await catalogue();
  return majors.get(code) ?? majors.get(`${code}K`) ?? null;
};
