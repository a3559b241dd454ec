import type { Direction, ListingKind } from "./kinds";

/** What makes a listing the same as another, as stored. */
export type LikenessFacts = {
  kind: ListingKind;
  direction: Direction;
  title: string;
  summary: string;
  occupationCode: string | null;
  /** Classes of majors, for listings without an occupation. */
  families: readonly string[];
  regionCode: string;
  startsOn: string | null;
  endsOn: string | null;
};

/** What two listings have in common, as facts to be shown. `title` and `text` are shares from 0 to 100. */
export type Likeness = {
  title: number;
  text: number;
  sameOccupation: boolean;
  sameRegion: boolean;
  sameDates: boolean;
};

/** Shares, in percent, from which a title is "nearly the same" and a text "copied". House rules, not verified. */
export const LIKENESS = { title: 80, text: 80, leastText: 40, shingle: 5, verified: false } as const;

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Letters and figures alone: what spaces and marks cannot disguise. In: any text. Out: lower-case after NFKC. */
export const bareText = (text: string): string => plain(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** Figures of a title in order: "二期 12 班" and "二期 13 班" are two things however alike their words are. */
const figures = (text: string): string => (plain(text).match(/\d+/g) ?? []).join(",");

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return Math.round((shared * 100) / (a.size + b.size - shared));
};

const shingles = (text: string): Set<string> => {
  const bare = bareText(text);
  const found = new Set<string>();
  for (let at = 0; at + LIKENESS.shingle <= bare.length; at += 1)
    found.add(bare.slice(at, at + LIKENESS.shingle));
  return found;
};

/** Whether a text is long enough that the same one elsewhere is no chance. In: a summary. House rule: 40 characters. */
export const isTelling = (summary: string): boolean => bareText(summary).length >= LIKENESS.leastText;

/**
 * Where listings that may be the same stand together, so that one is compared with few. In: the facts. Out: kind,
 * direction, occupation (else the first class of majors) and region as one key.
 */
export const blockOf = ({ kind, direction, occupationCode, families, regionCode }: LikenessFacts): string =>
  [kind, direction, occupationCode ?? [...families].sort()[0] ?? "", regionCode].join(":");

/** A listing made ready to be compared with many others. */
export type LikenessPrint = {
  facts: LikenessFacts;
  bareTitle: string;
  figures: string;
  titleWords: ReadonlySet<string>;
  /** Shingles of the text, cut when first asked for; none where it is too short to tell anything. */
  shingles: () => ReadonlySet<string>;
};

/** Prepares a listing for comparison. In: its facts and the segmenter that cuts titles. */
export const printOf = (facts: LikenessFacts, cut: (text: string) => readonly string[]): LikenessPrint => {
  let cutText: ReadonlySet<string> | null = null;
  return {
    facts,
    bareTitle: bareText(facts.title),
    figures: figures(facts.title),
    titleWords: new Set(cut(facts.title)),
    shingles: () => {
      cutText ??= isTelling(facts.summary) ? shingles(facts.summary) : new Set<string>();
      return cutText;
    },
  };
};

/**
 * What two listings have in common. In: both, prepared. Out: shares in percent: of words for titles (0 where their figures
 * differ), of five-character shingles for texts (0 where either is too short), and which of occupation, region and dates
 * agree. Symmetric. House rule.
 */
export const likeness = (a: LikenessPrint, b: LikenessPrint): Likeness => {
  const title =
    a.figures !== b.figures ? 0 : a.bareTitle === b.bareTitle ? 100 : overlap(a.titleWords, b.titleWords);
  return {
    title,
    text: overlap(a.shingles(), b.shingles()),
    sameOccupation: a.facts.occupationCode === b.facts.occupationCode,
    sameRegion: a.facts.regionCode === b.facts.regionCode,
    sameDates: a.facts.startsOn === b.facts.startsOn && a.facts.endsOn === b.facts.endsOn,
  };
};

/** One's own listing put up twice: nearly the same title, and occupation, region and dates agree. House rule. */
export const isRepeated = ({ title, sameOccupation, sameRegion, sameDates }: Likeness): boolean =>
  title >= LIKENESS.title && sameOccupation && sameRegion && sameDates;

/** Somebody else's words: the text is the same or nearly so. House rule. */
export const isCopied = ({ text }: Likeness): boolean => text >= LIKENESS.text;
