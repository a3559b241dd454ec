import { fileURLToPath } from "node:url";
import { rulesFor } from "~/pathways/rules/effective";
import { judgeTransfer, type TransferFacts, worstOf } from "~/pathways/rules/eligibility";
import { maskName, noticeText } from "~/pathways/rules/notice";
import { digestOf, rankApplicants, rankingText } from "~/pathways/rules/ranking";
import { seeded } from "../../prisma/demo/time";
import { type BenchReport, printReport } from "./report";

const APPLICATIONS = 20_000;
const SCHOOLS = 200;
const SEATS = 40;
const WEIGHTS = { entrance: 4_000, daily: 3_000, school: 3_000 };
const TIES = ["school", "daily", "entrance"] as const;
const COUNTIES = ["440103", "440105", "440111", "440113", "440118"];

type Applicant = {
  id: string;
  school: number;
  facts: TransferFacts;
  averages: { entrance: number; daily: number; school: number };
};

/** A window with everybody in it: a tenth applies across counties, some below the line, many scores alike. */
const applicants = (): Applicant[] => {
  const random = seeded(20_260_301);
  const pick = (most: number): number => Math.floor(random() * most);
  return Array.from({ length: APPLICATIONS }, (_, index) => {
    const home = COUNTIES[pick(COUNTIES.length)] ?? "440113";
    const away = random() < 0.1 ? (COUNTIES[pick(COUNTIES.length)] ?? home) : home;
    return {
      id: `T-${String(index).padStart(6, "0")}`,
      school: pick(SCHOOLS),
      averages: {
        entrance: 6_000 + pick(80) * 50,
        daily: 6_000 + pick(80) * 50,
        school: 6_000 + pick(80) * 50,
      },
      facts: {
        direction: index % 2 === 0 ? "to_general" : "to_vocational",
        on: "2026-11-22",
        studentGrade: random() < 0.97 ? 1 : 2,
        onRoll: true,
        studyForm: "full_time",
        identityKnown: random() < 0.99,
        claimedElsewhere: random() < 0.005,
        windowGrade: 1,
        windowPoint: { grade: 1, term: 1, edge: "end" },
        windowOpensOn: "2026-11-10",
        windowClosesOn: "2026-12-10",
        windowCancelled: false,
        fromRegion: home,
        toRegion: away,
        cityArranged: random() < 0.5,
        pairing: random() < 0.95 ? "holds" : "none",
        seats: SEATS,
        taken: 0,
        scoreLine: 5_500,
        entranceScore: 5_000 + pick(2_000),
        liveThisTerm: 0,
        movedBefore: 0,
        examsPassed: [],
      },
    };
  });
};

const notices = (people: readonly Applicant[], seed: string): string => {
  const bySchool = new Map<number, Applicant[]>();
  for (const one of people) bySchool.set(one.school, [...(bySchool.get(one.school) ?? []), one]);
  return Array.from({ length: SCHOOLS }, (_, school) => {
    const own = bySchool.get(school) ?? [];
    const ranked = rankApplicants(own, WEIGHTS, TIES, seed, SEATS);
    const lines = ranked
      .filter((one) => one.within)
      .map((one) => ({
        rank: one.rank,
        reference: one.id,
        name: maskName("陈雨桐"),
        from: "甲校",
        totalBp: one.totalBp,
      }));
    return rankingText(ranked) + noticeText(lines);
  }).join("\n");
};

const seconds = <T>(work: () => T): { took: number; value: T } => {
  const from = performance.now();
  const value = work();
  return { took: (performance.now() - from) / 1000, value };
};

/** Eligibility of a whole window, its rankings and its public lists, and whether they come out alike to the byte. */
export const run = async (): Promise<BenchReport> => {
  const people = applicants();
  const judged = seconds(() => {
    const { facts } = rulesFor("440113", "2026-11-22", []);
    return people.filter((one) => ["pass", "warn"].includes(worstOf(judgeTransfer(one.facts, facts))));
  });
  const half = seconds(() => {
    const { facts } = rulesFor("440113", "2026-11-22", []);
    return people.slice(0, APPLICATIONS / 2).map((one) => worstOf(judgeTransfer(one.facts, facts)));
  });
  const eligible = judged.value;
  const first = seconds(() => notices(eligible, "seed"));
  const second = notices([...eligible].reverse(), "seed");
  const differing = digestOf(first.value) === digestOf(second) ? 0 : 1;
  const otherSeed = digestOf(notices(eligible, "another")) === digestOf(first.value) ? 1 : 0;
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    name: `transfers: ${APPLICATIONS} applications, ${SCHOOLS} schools`,
    lines: [
      `eligibility of all ${rounded(judged.took)} s (half of them ${rounded(half.took)} s), ${eligible.length} eligible`,
      `rankings and public lists ${rounded(first.took)} s, ${first.value.length} bytes, SHA-256 ${digestOf(first.value).slice(0, 16)}`,
    ],
    figures: {
      secondsEligibility: rounded(judged.took),
      secondsRanking: rounded(first.took),
      eligible: eligible.length,
    },
    targets: [
      {
        name: "seconds for the eligibility of all",
        value: rounded(judged.took),
        target: 10,
        ok: judged.took < 10,
      },
      {
        name: "rankings and lists that differ in a second run, people in another order",
        value: differing,
        target: 0,
        ok: differing === 0,
      },
      { name: "the same lists under another seed", value: otherSeed, target: 0, ok: otherSeed === 0 },
    ],
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) printReport(await run());
