import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findBlockingPairs, findBreaches } from "~/matching/rules/allocation/blocking-pairs";
import type { Assignment, Limits, Market } from "~/matching/rules/allocation/market";
import { solveMarket } from "~/matching/rules/allocation/solve-market";
import { type BenchReport, type BenchTarget, printReport } from "./report";

const CHOICES = 10;
const CITY = { students: 900_000, slots: 100_000 };
const HALF = { students: 450_000, slots: 50_000 };
const TENTH = { students: 90_000, slots: 10_000 };
const STUDENT_BITS = 20;

/** A small generator, so that every run measures the same market. */
const generator = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Ten distinct choices each, half of them from the popular third; as many seats as students; strict orders. */
const cityMarket = ({ students, slots }: typeof CITY): Market => {
  const random = generator(20_261_122);
  const choiceStart = Int32Array.from({ length: students + 1 }, (_, at) => at * CHOICES);
  const choiceSlot = new Int32Array(students * CHOICES);
  const choiceOrder = new Int32Array(students * CHOICES);
  for (let student = 0; student < students; student++) {
    const base = student * CHOICES;
    for (let at = 0; at < CHOICES; at++) {
      let slot: number;
      do slot = Math.floor(random() * (random() < 0.5 ? slots / 3 : slots));
      while (choiceSlot.subarray(base, base + at).includes(slot));
      choiceSlot[base + at] = slot;
      choiceOrder[base + at] = (Math.floor(random() * 2 ** (31 - STUDENT_BITS)) << STUDENT_BITS) | student;
    }
  }
  const capacity = Int32Array.from({ length: slots }, () => 5 + Math.floor(random() * 9));
  return { students, slots, choiceStart, choiceSlot, choiceOrder, capacity, limits: null };
};

/**
 * The same market with units of five slots whose cap is four fifths of their seats. Inside a unit an order must be
 * strict over admissions, so where a student chose two slots of a unit the later choice gets a rank of its own.
 */
const withUnits = (market: Market): Market => {
  const { students, slots, choiceStart, choiceSlot } = market;
  const units = slots / 5;
  const unitOfSlot = Int32Array.from({ length: slots }, (_, slot) => slot % units);
  const unitCap = new Int32Array(units);
  for (let slot = 0; slot < slots; slot++) {
    const unit = unitOfSlot[slot]!;
    unitCap[unit] = unitCap[unit]! + market.capacity[slot]!;
  }
  for (let unit = 0; unit < units; unit++) unitCap[unit] = Math.floor(unitCap[unit]! * 0.8);
  const choiceOrder = market.choiceOrder.slice();
  for (let student = 0; student < students; student++) {
    const seen = new Map<number, Set<number>>();
    for (let edge = choiceStart[student]!; edge < choiceStart[student + 1]!; edge++) {
      const unit = unitOfSlot[choiceSlot[edge]!]!;
      const taken = seen.get(unit) ?? new Set();
      while (taken.has(choiceOrder[edge]!))
        choiceOrder[edge] = (choiceOrder[edge]! + (1 << STUDENT_BITS)) & 0x7fffffff;
      seen.set(unit, taken.add(choiceOrder[edge]!));
    }
  }
  const limits: Limits = {
    unitOfSlot,
    unitCap,
    categoryOfStudent: new Int32Array(students).fill(-1),
    shareStart: Int32Array.from({ length: slots + 1 }, (_, at) => at),
    shareCategory: new Int32Array(slots).fill(-1),
    shareReserved: new Int32Array(slots),
    shareQuota: market.capacity,
  };
  return { ...market, choiceOrder, limits };
};

/** The bare loop: the same algorithm, one function, nothing but typed arrays, a heap written out. */
const bareLoop = (market: Market): Int32Array => {
  const { students, slots, choiceStart, choiceSlot, choiceOrder, capacity } = market;
  const start = new Int32Array(slots + 1);
  for (let slot = 0; slot < slots; slot++) start[slot + 1] = start[slot]! + capacity[slot]!;
  const heapOrder = new Int32Array(start[slots]!);
  const heapStudent = new Int32Array(start[slots]!);
  const count = new Int32Array(slots);
  const next = choiceStart.slice(0, students);
  let waiting = Int32Array.from({ length: students }, (_, at) => at);
  let rejected = new Int32Array(students);
  let size = students;
  while (size > 0) {
    let out = 0;
    for (let w = 0; w < size; w++) {
      const student = waiting[w]!;
      const edge = next[student]!;
      if (edge === choiceStart[student + 1]!) continue;
      const slot = choiceSlot[edge]!;
      const order = choiceOrder[edge]!;
      const base = start[slot]!;
      if (count[slot]! < capacity[slot]!) {
        let at = count[slot]!++;
        while (at > 0) {
          const up = (at - 1) >> 1;
          if (heapOrder[base + up]! >= order) break;
          heapOrder[base + at] = heapOrder[base + up]!;
          heapStudent[base + at] = heapStudent[base + up]!;
          at = up;
        }
        heapOrder[base + at] = order;
        heapStudent[base + at] = student;
        continue;
      }
      let loser = student;
      if (order < heapOrder[base]!) {
        loser = heapStudent[base]!;
        let at = 0;
        for (;;) {
          let child = 2 * at + 1;
          if (child >= count[slot]!) break;
          if (child + 1 < count[slot]! && heapOrder[base + child + 1]! > heapOrder[base + child]!) child++;
          if (heapOrder[base + child]! <= order) break;
          heapOrder[base + at] = heapOrder[base + child]!;
          heapStudent[base + at] = heapStudent[base + child]!;
          at = child;
        }
        heapOrder[base + at] = order;
        heapStudent[base + at] = student;
      }
      next[loser]!++;
      rejected[out++] = loser;
    }
    [waiting, rejected] = [rejected, waiting];
    size = out;
  }
  for (let student = 0; student < students; student++)
    if (next[student] === choiceStart[student + 1]) next[student] = -1;
  return next;
};

const seconds = <T>(work: () => T): { took: number; value: T } => {
  const from = performance.now();
  const value = work();
  return { took: (performance.now() - from) / 1000, value };
};

const middle = (list: number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

/** Both in turn, so that a slow moment of the machine hits both. */
const compare = (market: Market, runs: number) => {
  const ours: number[] = [];
  const bare: number[] = [];
  let assignment: Assignment = solveMarket(market);
  const edge = bareLoop(market);
  for (let run = 0; run < runs; run++) {
    bare.push(seconds(() => bareLoop(market)).took);
    const solved = seconds(() => solveMarket(market));
    ours.push(solved.took);
    assignment = solved.value;
  }
  const proposals = assignment.edge.reduce(
    (sum, held, at) => sum + (held < 0 ? CHOICES : held - market.choiceStart[at]! + 1),
    0,
  );
  const differing = assignment.edge.reduce((sum, held, at) => sum + (held === edge[at] ? 0 : 1), 0);
  return { ours: middle(ours), bare: middle(bare), assignment, differing, proposals };
};

const measure = (): Record<string, number> => {
  const tenth = compare(cityMarket(TENTH), 9);
  const half = compare(cityMarket(HALF), 5);
  const market = cityMarket(CITY);
  const city = compare(market, 5);
  const checked = seconds(() => ({
    blocking: findBlockingPairs(market, city.assignment).length,
    breaches: findBreaches(market, city.assignment).length,
  }));
  const peak = process.resourceUsage().maxRSS / 1024;

  const capped = withUnits(market);
  const limited = seconds(() => solveMarket(capped));
  return {
    studentsPlaced: city.assignment.edge.reduce((sum, held) => sum + (held >= 0 ? 1 : 0), 0),
    rounds: city.assignment.rounds,
    secondsOurs: city.ours,
    secondsBare: city.bare,
    ratioToBare: city.ours / city.bare,
    differingFromBare: city.differing,
    proposals: city.proposals,
    secondsOursTenth: tenth.ours,
    growthProposals: city.proposals / tenth.proposals,
    growthDoubled: city.ours / half.ours,
    growthAgainstBare: city.ours / tenth.ours / (city.bare / tenth.bare),
    growthOurs: city.ours / tenth.ours,
    growthBare: city.bare / tenth.bare,
    secondsCheck: checked.took,
    blockingPairs: checked.value.blocking,
    breaches: checked.value.breaches,
    peakMegabytes: peak,
    secondsCapped: limited.took,
    ratioCappedToBare: limited.took / city.bare,
    blockingPairsCapped: findBlockingPairs(capped, limited.value).length,
    breachesCapped: findBreaches(capped, limited.value).length,
  };
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The allocation of one large city, measured in a process of its own so that the memory is its own too. */
export const run = async (): Promise<BenchReport> => {
  const self = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, ["--import", "tsx", self, "--measure"], { encoding: "utf8" });
  if (child.status !== 0)
    throw new Error(`the measuring process ended with ${child.status}: ${child.stderr}`);
  const measured = JSON.parse(child.stdout) as Record<string, number>;
  const figures = Object.fromEntries(Object.entries(measured).map(([name, value]) => [name, rounded(value)]));
  const figure = (name: string): number => figures[name] ?? Number.NaN;
  const atMost = (name: string, of: string, target: number): BenchTarget => ({
    name,
    value: figure(of),
    target,
    ok: figure(of) <= target,
  });
  return {
    name: "allocation: 900,000 students × 10 choices, 100,000 slots",
    lines: [
      `${figure("secondsOurs")} s, bare loop ${figure("secondsBare")} s (median of 5 in turn), ${figure("rounds")} rounds, ${figure("studentsPlaced")} placed`,
      `90,000 students ${figure("secondsOursTenth")} s: ten times the students make ${figure("growthProposals")}× the proposals and take ${figure("growthOurs")}× the time (bare loop ${figure("growthBare")}×): what is beyond is memory that no longer fits the cache`,
      `checker ${figure("secondsCheck")} s; peak memory ${figure("peakMegabytes")} MB with both solvers, market and checker`,
      `units of five slots capped at four fifths: ${figure("secondsCapped")} s (${figure("ratioCappedToBare")}× the bare loop without caps)`,
    ],
    figures,
    targets: [
      atMost("time against the bare loop", "ratioToBare", 2),
      atMost("proposals for ten times the students", "growthProposals", 10.5),
      atMost("time for twice the students, 450,000 to 900,000", "growthDoubled", 2.6),
      atMost("growth over ten times the students against the bare loop's", "growthAgainstBare", 1.2),
      atMost("students placed otherwise than by the bare loop", "differingFromBare", 0),
      atMost("blocking pairs and broken bounds, plain", "blockingPairs", 0),
      atMost("blocking pairs under unit caps", "blockingPairsCapped", 0),
      atMost("broken bounds under unit caps", "breachesCapped", 0),
      atMost("peak memory in MB", "peakMegabytes", 600),
    ],
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--measure")) process.stdout.write(JSON.stringify(measure()));
  else printReport(await run());
}
