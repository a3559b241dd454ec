import { pathToFileURL } from "node:url";
import { referenceMaterial } from "~/catalogues/reference.server";
import type { FitMajor, FitMaterial } from "~/catalogues/types";
import { buildFitModel, FIT_WEIGHTS, type FitModel } from "~/matching/rules/fit/model";
import { fitScores } from "~/matching/rules/fit/rank";
import type { FitWeights } from "~/matching/rules/fit/types";
import type { Candidate, Standing, Subject } from "~/matching/rules/match-facts";
import { rankCandidates } from "~/matching/rules/rank";
import { MATCH_WEIGHTS, type MatchWeights } from "~/matching/rules/weights";
import { type BenchReport, printReport } from "./report";
import { randomOf } from "./synthetic-listings";

const FOLDS = 5;
const LISTINGS = 300;
const TOP = 10;
const DAY = "2026-11-22";
const NEW_SHARE = 0.15;

/** One party's record: what it teaches or offers, where, and what is known of it as a partner. */
type Party = Standing & {
  id: string;
  major: FitMajor | null;
  occupation: string;
  x: number;
  y: number;
  seats: number;
  newcomer: boolean;
  /** How often it was asked so far. */
  asked: number;
};

type Market = {
  programmes: Party[];
  listings: Party[];
  fitOf: (major: FitMajor, occupation: string) => number;
};
type Way = "house" | "mapOff" | "score" | "schoolsOnly" | "enterprisesOnly" | "popular" | "random";

const minor = (code: string): string => code.slice(0, 7);

/** A printed occupation, or a member of a printed group, is worth most; one of the same minor group something. */
const judge = (printed: ReadonlySet<string>, groups: ReadonlySet<string>, occupation: string): number =>
  printed.has(occupation) ? 3 : groups.has(minor(occupation)) ? 1 : 0;

const ndcg = (gains: readonly number[], all: readonly number[]): number => {
  const sum = (list: readonly number[]) =>
    list.slice(0, TOP).reduce((total, gain, at) => total + gain / Math.log2(at + 2), 0);
  const best = sum([...all].sort((a, b) => b - a));
  return best === 0 ? 0 : sum(gains) / best;
};

const LEVELS = ["active", "interested", "not_now", "unknown"] as const;

const candidateOf = (subject: Party, other: Party, { fitOf }: Market): Candidate => {
  const [programme, listing] = subject.major ? [subject, other] : [other, subject];
  const score = programme.major ? fitOf(programme.major, listing.occupation) : 0;
  return {
    id: other.id,
    fit: { score, basis: "inferred", majorName: "", occupationName: "", reason: null },
    distanceKm: Math.hypot(subject.x - other.x, subject.y - other.y),
    seatsOpen: listing.seats,
    seatsNeeded: programme.seats,
    timing: { practice: null, listing: null },
    trackRecord: other.trackRecord,
    appetite: other.appetite,
    replyRate: other.replyRate,
    newcomer: other.newcomer,
    exposure: other.asked,
  };
};

const withoutExploring: MatchWeights = {
  ...MATCH_WEIGHTS,
  exploration: { ...MATCH_WEIGHTS.exploration, share: 0 },
};

/** The ten that one way of ranking puts first. */
const topOf = (way: Way, subject: Party, others: readonly Party[], market: Market): string[] => {
  if (way === "random") {
    const draw = randomOf([...subject.id].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7));
    return others
      .map(({ id }) => ({ id, at: draw.next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, TOP)
      .map(({ id }) => id);
  }
  if (way === "popular")
    return [...others]
      .sort((a, b) => b.asked - a.asked || (a.id < b.id ? -1 : 1))
      .slice(0, TOP)
      .map(({ id }) => id);
  const candidates = others.map((other) => candidateOf(subject, other, market));
  const school = subject.major !== null;
  const own: Subject = { side: school ? "programme" : "listing", id: subject.id, standing: subject };
  if ((way === "schoolsOnly" && !school) || (way === "enterprisesOnly" && school)) {
    // The other side's interest alone orders this side's list: what a market built for one side gives the other.
    const wanted = others.map((other) => {
      const seen: Subject = { side: school ? "listing" : "programme", id: other.id };
      const ranked = rankCandidates(seen, [candidateOf(other, subject, market)], { day: DAY, limit: 1 });
      return { id: other.id, score: ranked.matches[0]?.score ?? 0 };
    });
    return wanted
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, TOP)
      .map(({ id }) => id);
  }
  const twoSided = way === "house" || way === "mapOff";
  const weights = twoSided ? MATCH_WEIGHTS : withoutExploring;
  const orderBy = twoSided ? "mutual" : "score";
  return rankCandidates(own, candidates, { day: DAY, limit: TOP, weights, orderBy }).matches.map(
    ({ id }) => id,
  );
};

/** A market of majors whose whole classes the model has never seen, and listings half of which they are printed for. */
const marketOf = (
  material: FitMaterial,
  model: FitModel,
  majors: readonly FitMajor[],
  printedOf: ReadonlyMap<string, ReadonlySet<string>>,
  seed: number,
): Market => {
  const random = randomOf(seed);
  const aimed = [...new Set(majors.flatMap(({ code }) => [...(printedOf.get(code) ?? [])]))].sort();
  const every = material.occupations.map(({ code }) => code).filter((code) => /^[2-6]/.test(code));
  const party = (id: string, major: FitMajor | null, occupation: string): Party => {
    const newcomer = random.next() < NEW_SHARE;
    const due = newcomer ? 0 : random.below(20);
    return {
      id,
      major,
      occupation,
      x: random.next() * 120,
      y: random.next() * 120,
      seats: 5 + random.below(40),
      newcomer,
      asked: newcomer ? 0 : Math.floor(40 / (1 + random.below(40))),
      trackRecord: newcomer ? null : { completed: random.below(12), retained: 0, breaks: random.below(3) },
      appetite: LEVELS[random.below(LEVELS.length)] ?? "unknown",
      replyRate: { due, answered: random.below(due + 1) },
    };
  };
  const scores = new Map(majors.map((major) => [major.code, fitScores(model, major)]));
  return {
    programmes: majors.map((major) => party(`programme-${major.code}`, major, "")),
    listings: Array.from({ length: LISTINGS }, (_, at) =>
      party(`listing-${at}`, null, random.pick(at % 2 === 0 ? aimed : every)),
    ),
    fitOf: (major, occupation) => scores.get(major.code)?.get(occupation) ?? 0,
  };
};

type Side = { subjects: number; ndcg: number; newcomers: number; shown: number };
type Scores = { schools: Side; enterprises: Side };

const emptySide = (): Side => ({ subjects: 0, ndcg: 0, newcomers: 0, shown: 0 });

const evaluate = (material: FitMaterial, way: Way): Scores => {
  const weights: FitWeights =
    way === "mapOff" ? { ...FIT_WEIGHTS, houseWord: 0, houseClass: 0 } : FIT_WEIGHTS;
  const whole = buildFitModel(material);
  const printedOf = new Map<string, Set<string>>();
  for (const { majorCode, code } of material.links) {
    const held = printedOf.get(majorCode) ?? new Set<string>();
    printedOf.set(majorCode, held);
    for (const place of whole.membersOf.get(code) ?? []) held.add(whole.codes[place] ?? "");
  }
  const families = [
    ...new Set(material.majors.filter(({ code }) => printedOf.get(code)?.size).map(({ family }) => family)),
  ].sort();
  const scores: Scores = { schools: emptySide(), enterprises: emptySide() };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const hidden = new Set(families.filter((_family, at) => at % FOLDS === fold));
    const majors = material.majors.filter(
      ({ code, family }) => hidden.has(family) && printedOf.get(code)?.size,
    );
    const hiddenCodes = new Set(
      material.majors.filter(({ family }) => hidden.has(family)).map(({ code }) => code),
    );
    const links = material.links.filter(({ majorCode }) => !hiddenCodes.has(majorCode));
    const model = buildFitModel({ ...material, links }, weights);
    const market = marketOf(material, model, majors, printedOf, 2_026 + fold);
    const groupsOf = new Map(
      majors.map(({ code }) => [code, new Set([...(printedOf.get(code) ?? [])].map(minor))]),
    );
    const gain = (programme: Party, listing: Party): number => {
      const code = programme.major?.code ?? "";
      return judge(printedOf.get(code) ?? new Set(), groupsOf.get(code) ?? new Set(), listing.occupation);
    };
    const look = (side: Side, subjects: readonly Party[], others: readonly Party[]) => {
      const byId = new Map(others.map((other) => [other.id, other]));
      for (const subject of subjects) {
        const worth = (other: Party) => (subject.major ? gain(subject, other) : gain(other, subject));
        const all = others.map(worth);
        if (all.every((value) => value === 0)) continue;
        const top = topOf(way, subject, others, market).flatMap((id) => byId.get(id) ?? []);
        side.subjects += 1;
        side.ndcg += ndcg(top.map(worth), all);
        side.newcomers += top.filter(({ newcomer }) => newcomer).length;
        side.shown += top.length;
      }
    };
    look(scores.schools, market.programmes, market.listings);
    look(scores.enterprises, market.listings, market.programmes);
  }
  return scores;
};

const WAYS: readonly [way: Way, name: string][] = [
  ["house", "house: both sides, newcomers held a place"],
  ["mapOff", "the same, house map and lexicon off"],
  ["score", "each side by its own score, nobody held a place"],
  ["schoolsOnly", "one-sided: what schools want, for both"],
  ["enterprisesOnly", "one-sided: what enterprises want, for both"],
  ["popular", "most asked first"],
  ["random", "random"],
];

const round = (value: number): number => Math.round(value * 1000) / 1000;

const figuresOf = ({ subjects, ndcg: total, newcomers, shown }: Side) => ({
  ndcg: round(subjects === 0 ? 0 : total / subjects),
  newcomers: round(shown === 0 ? 0 : newcomers / shown),
});

/**
 * How good the lists are for either side, judged by the printed table of majors and occupations of classes the ranking has
 * never seen: a fifth of the classes at a time is taken out of what the model learns from. Comes out: NDCG@10 for schools
 * and for enterprises, and the share of newcomers among what is shown, beside baselines in the same markets.
 */
export const run = async (): Promise<BenchReport> => {
  const material = referenceMaterial();
  const rows = WAYS.map(([way, name]) => {
    const { schools, enterprises } = evaluate(material, way);
    return { way, name, schools, enterprises, s: figuresOf(schools), e: figuresOf(enterprises) };
  });
  const of = (way: Way) => rows.find((row) => row.way === way)!;
  const [house, off, popular, random] = [of("house"), of("mapOff"), of("popular"), of("random")];
  const figures: Record<string, number> = {};
  for (const { way, s, e } of rows) {
    figures[`${way}SchoolsNdcg10`] = s.ndcg;
    figures[`${way}EnterprisesNdcg10`] = e.ndcg;
    figures[`${way}SchoolsNewcomers`] = s.newcomers;
    figures[`${way}EnterprisesNewcomers`] = e.newcomers;
  }
  const column = (value: number) => value.toFixed(3).padStart(11);
  const least = (name: string, value: number, target: number) => ({
    name,
    value: round(value),
    target,
    ok: value >= target,
  });
  return {
    name: "match: two-sided lists on classes of majors the ranking has not seen",
    lines: [
      `${house.schools.subjects} programmes and ${house.enterprises.subjects} listings in ${FOLDS} markets; ${NEW_SHARE * 100} % of either side are newcomers; a list is ten`,
      `${"".padEnd(52)}NDCG@10               newcomers shown`,
      `${"".padEnd(46)}    schools enterprises    schools enterprises`,
      ...rows.map(
        ({ name, s, e }) =>
          `${name.padEnd(46)}${column(s.ndcg)} ${column(e.ndcg)} ${column(s.newcomers).slice(1)} ${column(e.newcomers)}`,
      ),
      "Places, seats, appetite and replies are drawn at random and the table says nothing of them: what they weigh costs NDCG here.",
    ],
    figures,
    targets: [
      least("schools, over random (times)", house.s.ndcg / random.s.ndcg, 3),
      least("enterprises, over random (times)", house.e.ndcg / random.e.ndcg, 2),
      least("schools, over most asked (times)", house.s.ndcg / popular.s.ndcg, 2),
      least("enterprises, over most asked (times)", house.e.ndcg / popular.e.ndcg, 2),
      least("schools with the house map off, over random (times)", off.s.ndcg / random.s.ndcg, 2),
      least("newcomers shown to schools, share", house.s.newcomers, 0.15),
    ],
  };
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) printReport(await run());
