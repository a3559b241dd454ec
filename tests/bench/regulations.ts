import { pathToFileURL } from "node:url";
import { calling } from "~/api/endpoint.server";
import { action as evaluateRoute } from "~/api/routes/regulations-evaluate";
import { ok } from "~/platform/result";
import { evaluateCall } from "~/regulations/evaluate-call";
import { type RuleBook, ruleBook, verdictBy } from "~/regulations/rules/compile";
import { evaluateBy } from "~/regulations/rules/evaluate";
import type { Facts } from "~/regulations/rules/facts/dictionary";
import { PACKS } from "~/regulations/rules/packs/all";
import { type BenchReport, printReport } from "./report";

const PLACEMENTS = 300_000;
const FULL_FINDINGS = 20_000;
const CALLS = 2_000;
const MEGABYTE = 1_048_576;

const CLAUSES: Facts["agreement.clauses"] = [
  "parties",
  "content",
  "rest",
  "pay",
  "protection",
  "insurance",
  "assessment",
  "breach",
  "other",
];

const pad = (number: number) => String(number).padStart(2, "0");

/** The n-th made-up placement, its own object as a row read from a database would be; about one in seven breaks a rule. */
const placement = (n: number): Facts => ({
  "student.schoolLevel": n % 3 === 0 ? "associate" : "secondary",
  "student.studyMode": "full_time",
  "student.birthDate": `${2006 + (n % 5)}-${pad((n % 12) + 1)}-${pad((n % 28) + 1)}`,
  "student.sex": n % 2 === 0 ? "female" : "male",
  "student.gradeYear": 2 + (n % 2),
  "school.provinceCode": "440100",
  "major.code": "660301",
  "consent.student": "2026-08-10",
  "consent.guardian": "2026-08-11",
  "training.completedOn": "2026-08-20",
  "safetyTest.passed": true,
  "safetyTest.passedOn": "2026-08-25",
  "lodging.type": "dormitory",
  "host.registrationNo": "91350100M000100Y43",
  "host.provinceCode": "440300",
  "host.industryCode": "3360",
  "host.newUnit": false,
  "host.creditFlags": [],
  "host.safetyViolationDates": [],
  "host.onPostEmployees": 320,
  "host.activePlacements": 18 + (n % 16),
  "post.onPostEmployees": 60,
  "post.activePlacements": 6,
  "post.majorCodes": ["6603"],
  "post.tasks": ["读图与装夹", "对刀与首件加工", "尺寸检测"],
  "post.hazardCodes": n % 50 === 0 ? ["dust"] : [],
  "post.labourIntensity": 2,
  "unitList.decidedOn": "2026-06-20",
  "unitList.publishedOn": "2026-06-25",
  "agent.involved": false,
  "placement.type": "internship",
  "placement.origin": "school",
  "placement.start": "2026-09-01",
  "placement.end": "2026-12-31",
  "pay.monthlyFen": 320_000 - (n % 20) * 100,
  "pay.samePostMonthlyFen": 398_000,
  "pay.lowestTierMonthlyFen": 330_000,
  "pay.cycleDays": 30,
  "pay.form": "money",
  "pay.payee": "student",
  fees: [],
  "organizing.rebateFen": 0,
  retainedDocuments: [],
  "retained.guarantee": false,
  "hours.perDay": 8,
  "hours.perWeek": 40,
  "shifts.night": n % 97 === 0,
  "shifts.overtime": false,
  "shifts.restDays": false,
  workDates: ["2026-09-01", "2026-09-02", "2026-09-03", "2026-09-04", "2026-09-07"],
  "agreement.signedBySchool": "2026-08-20",
  "agreement.signedByHost": "2026-08-21",
  "agreement.signedByStudent": "2026-08-22",
  "agreement.clauses": CLAUSES,
  "insurance.liability": true,
  "insurance.policyNo": "PZAB2026",
  "insurance.from": "2026-09-01",
  "insurance.to": "2027-01-31",
  "insurance.payer": "school",
  "filing.planFiledOn": "2026-07-15",
  "mentor.school": true,
  "mentor.host": true,
});

/** What was made to build the subjects is not the rules' time, so chunks are built outside the clock. */
const CHUNK = 10_000;

const sweep = (book: RuleBook, total: number, judge: (book: RuleBook, facts: Facts) => string) => {
  const verdicts: Record<string, number> = {};
  let milliseconds = 0;
  const heap: number[] = [];
  for (let from = 0; from < total; from += CHUNK) {
    const chunk = Array.from({ length: CHUNK }, (_, index) => placement(from + index));
    const started = performance.now();
    for (const facts of chunk) {
      const verdict = judge(book, facts);
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    }
    milliseconds += performance.now() - started;
    heap.push(process.memoryUsage().heapUsed);
  }
  return { perSecond: Math.round((total / milliseconds) * 1000), verdicts, heap };
};

const ADDRESS = "http://localhost/api/v1/regulations/evaluate";

type Route = typeof evaluateRoute;

/** Milliseconds of one call through the API's own endpoint, body read and answer written. */
const callThrough = async (route: Route, body: unknown): Promise<number> => {
  const started = performance.now();
  const response = await route({
    request: new Request(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
    params: {},
    context: { requestId: "bench", nonce: "", ip: "127.0.0.1", userAgent: "" },
  });
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  await response.text();
  return performance.now() - started;
};

/** What one evaluation adds to a call that does nothing, both in turn so that both meet the same machine. */
const addedByEvaluation = async (body: unknown): Promise<{ empty: number; evaluated: number }> => {
  const nothing: Route = calling(async () => ok({}));
  let [empty, evaluated] = [0, 0];
  for (let n = 0; n < CALLS; n += 1) {
    empty += await callThrough(nothing, {});
    evaluated += await callThrough(evaluateRoute, body);
  }
  return { empty: empty / CALLS, evaluated: evaluated / CALLS };
};

/** All rules over three hundred thousand placements, with and without findings, and one call of the API's core. */
export const run = async (): Promise<BenchReport> => {
  const book = ruleBook({ on: "2026-08-28", region: "440300", stage: null, packs: PACKS });
  sweep(book, CHUNK, verdictBy);
  const quick = sweep(book, PLACEMENTS, verdictBy);
  const full = sweep(book, FULL_FINDINGS, (one, facts) => evaluateBy(one, facts).verdict);
  const body = { on: "2026-08-28", region: "440300", facts: placement(1) };
  const started = performance.now();
  for (let n = 0; n < CALLS; n += 1) evaluateCall(body, "zh-CN");
  const callMs = (performance.now() - started) / CALLS;
  const through = await addedByEvaluation(body);
  const addedMs = Number((through.evaluated - through.empty).toFixed(3));
  // Between two collections the heap only rises; its lowest point in a stretch is what is really held.
  const third = Math.floor(quick.heap.length / 3);
  const [early, late] = [Math.min(...quick.heap.slice(0, third)), Math.min(...quick.heap.slice(-third))];
  const growth = Math.round((late - early) / MEGABYTE);
  return {
    name: "regulations",
    lines: [
      `${book.rules.length} rules over ${PLACEMENTS} placements: ${quick.perSecond} placements/s (${JSON.stringify(quick.verdicts)})`,
      `with every finding in words: ${full.perSecond} placements/s`,
      `one call, parsed and answered: ${callMs.toFixed(3)} ms`,
      `through the API: ${through.evaluated.toFixed(3)} ms, an empty call ${through.empty.toFixed(3)} ms`,
      `heap held: ${Math.round(early / MEGABYTE)} MB in the first third, ${Math.round(late / MEGABYTE)} MB in the last`,
    ],
    figures: {
      placementsPerSecond: quick.perSecond,
      findingsPerSecond: full.perSecond,
      callMs: Number(callMs.toFixed(3)),
      addedMs,
      heapGrowthMb: growth,
    },
    targets: [
      {
        name: "placements/s on one core",
        value: quick.perSecond,
        target: 30_000,
        ok: quick.perSecond >= 30_000,
      },
      { name: "ms one evaluation adds to an empty call", value: addedMs, target: 5, ok: addedMs <= 5 },
      { name: "MB held more at the end", value: growth, target: 16, ok: growth <= 16 },
    ],
  };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) printReport(await run());
