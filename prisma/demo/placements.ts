import { DEMO_PASSWORD } from "~/identity/demo-personas";
import { hashPassword } from "~/identity/password.server";
import { movePlacement } from "~/placements/commands/move-placement.server";
import { prepareAgreements } from "~/placements/commands/prepare-agreements.server";
import { signAgreements } from "~/placements/commands/sign-agreements.server";
import { startPlacements } from "~/placements/commands/start-placements.server";
import type { PlacementTerms } from "~/placements/terms";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import type { Cast } from "./cast";
import { must } from "./must";
import {
  admit,
  answer,
  asStudent,
  byHost,
  choose,
  type Guides,
  type Placed,
  personOf,
  place,
  plan,
  signAll,
} from "./placement-cohort";
import { clear } from "./placement-papers";
import { type Calendar, type CastMember, ctxAt } from "./time";

/** Last term's cohort: who goes where. The days are told from the day the city is loaded. */
const RUNNING = [
  { host: "南粤精密", major: "660103", post: 0, count: 11 },
  { host: "南粤精密", major: "660103", post: 1, count: 5 },
  { host: "南粤精密", major: "660301", post: 3, count: 4 },
  { host: "南粤精密", major: "660301", post: 2, count: 7 },
  { host: "珠江自动化", major: "660303", post: 0, count: 8 },
  { host: "珠江自动化", major: "660303", post: 1, count: 6 },
  { host: "珠江自动化", major: "660301", post: 2, count: 4 },
  { host: "广府模具", major: "660108", post: 0, count: 10 },
  { host: "广府模具", major: "660108", post: 1, count: 4 },
] as const;

const BEGAN = -56;
const ENDS = 45;

/** Last term's cohort: placed, taught, insured, signed by three parties, at work for eight weeks. */
const runLastTerm = async (
  cast: Cast,
  calendar: Calendar,
  school: CastMember,
  guides: Guides,
  taken: Set<string>,
  passwordHash: string,
): Promise<Placed[]> => {
  const dates: [string, string] = [calendar.day(BEGAN), calendar.day(ENDS)];
  const chosen = await choose(cast, school, RUNNING, dates, taken);
  await admit(school, chosen, passwordHash, calendar.at(-76, 9));
  const placed = await place(school, chosen, calendar.at(-74, 9));
  const ids = placed.map((one) => one.id);
  await clear(school, calendar, ids, BEGAN);
  await answer(school, placed, guides, (hour) => calendar.at(-72, 9 + hour));
  must(await prepareAgreements(ctxAt(school, calendar.at(-70, 9)), ids));
  await signAll(ctxAt(school, calendar.at(-69, 9)), ids);
  for (const [host, own] of byHost(placed)) await signAll(ctxAt(host, calendar.at(-68, 9)), own);
  const documents = await read.sealedDocument.findMany({
    where: { subjectKind: "placement", subjectId: { in: ids }, state: "signing" },
    select: { id: true, digest: true, subjectId: true },
  });
  for (const one of placed) {
    const document = documents.find((found) => found.subjectId === one.id);
    if (!document) continue;
    const ctx = asStudent(school, one, calendar.at(-67, 19));
    must(
      await signAgreements(ctx, {
        documents: [{ documentId: document.id, digest: document.digest }],
        password: DEMO_PASSWORD,
      }),
    );
  }
  must(await startPlacements(ctxAt(school, calendar.at(BEGAN, 8)), { ids, reason: "分段安排的一段" }));
  await sealSlowly();
  return placed;
};

/** Seals of a whole cohort come one by one, so that the city's first minutes stay quick. */
const sealSlowly = () =>
  inTransaction(async (tx) => {
    const seals = await tx.delivery.findMany({
      where: { kind: "placement.seal", state: "queued" },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    const from = Date.now();
    for (const [index, { id }] of seals.entries()) {
      await tx.delivery.update({ where: { id }, data: { runAt: new Date(from + index * 120_000) } });
    }
  });

/** A few who paused, left or never came. */
const leaveEarly = async (
  calendar: Calendar,
  school: CastMember,
  placed: readonly Placed[],
): Promise<void> => {
  const moves = [
    { from: 1, move: "pause", reason: "", note: "手腕扭伤，医生建议休息两周", day: -9 },
    { from: 2, move: "end", reason: "post_unlike_agreed", note: "一直安排搬运，与约定的任务不符", day: -21 },
    { from: 3, move: "end", reason: "other_host", note: "转到离家近的单位", day: -14 },
    { from: 4, move: "miss", reason: "did_not_come", note: "开学后一周没有到岗，电话联系家长确认", day: -49 },
  ] as const;
  for (const { from, day, ...said } of moves) {
    const one = placed.at(-from);
    const row =
      one && (await read.placement.findUnique({ where: { id: one.id }, select: { version: true } }));
    if (one && row) {
      must(
        await movePlacement(ctxAt(school, calendar.at(day, 15)), one.id, { ...said, version: row.version }),
      );
    }
  }
};

const NEXT = [
  { host: "粤捷汽服", major: "700209", post: 0, count: 5 },
  { host: "千帆数字", major: "710201", post: 0, count: 5 },
  { host: "云桥物流", major: "730801", post: 0, count: 6 },
] as const;

/** What stands against some of next term's: each is stopped by another rule or gate. */
const WRONG: readonly Partial<PlacementTerms>[] = [
  { nightShifts: true },
  { agentInvolved: true },
  { payMonthlyFen: 150_000 },
  { hoursPerDay: 10, hoursPerWeek: 60 },
  { fees: ["deposit"] },
];

/** Next term's: in every stage of getting ready, each held by something else. */
const readyNextTerm = async (
  cast: Cast,
  calendar: Calendar,
  school: CastMember,
  guides: Guides,
  taken: Set<string>,
  passwordHash: string,
): Promise<number> => {
  const dates: [string, string] = [calendar.day(24), calendar.day(200)];
  const chosen = (await choose(cast, school, NEXT, dates, taken)).map((one, index) => ({
    ...one,
    terms: { ...one.terms, ...(index % 3 === 0 ? WRONG[index / 3] : {}) },
  }));
  await admit(school, chosen.slice(0, -2), passwordHash, calendar.at(-8, 18));
  const placed = await place(school, chosen, calendar.at(-7, 9));
  const group = (rest: number) => placed.filter((_, index) => index % 3 === rest).map((one) => one.id);
  const [wrong, ready, open] = [group(0), group(1), group(2)];
  await clear(school, calendar, [...wrong, ...ready], 24 - 40, ["insurance", "safety_test", "filing"]);
  await clear(school, calendar, ready, 24 - 40, [
    "inspection",
    "unit_list",
    "plan",
    "rules",
    "filing",
    "training",
  ]);
  const answered = placed.filter((one) => !open.includes(one.id));
  await answer(school, answered, guides, (hour) => calendar.at(-6, 9 + hour));
  must(await prepareAgreements(ctxAt(school, calendar.at(-5, 9)), [...wrong, ...ready]));
  await signAll(ctxAt(school, calendar.at(-4, 9)), ready.slice(0, 3));
  return placed.length;
};

const guidesOf = async (cast: Cast): Promise<Guides> => {
  const [teacher, mentor] = await Promise.all([
    personOf("teacher@demo.example"),
    personOf("mentor@demo.example"),
  ]);
  return {
    teacher,
    mentorOf: (host) => (host === cast.speakers.get("南粤精密") ? mentor : host.personId),
  };
};

/** 陈雨桐 waits for her father elsewhere in the city: nobody places her here. */
const notHere = async (): Promise<Set<string>> => {
  const personId = await personOf("minor@demo.example");
  const rows = await read.student.findMany({ where: { personId }, select: { id: true } });
  return new Set(rows.map((one) => one.id));
};

/**
 * Last term's cohort: at work for eight weeks with all its papers and agreements, mentors and teacher named; a few paused,
 * left or never came. Loaded before the rounds of next term.
 */
export const loadLastTerm = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const programmes = await read.programme.findMany({
    where: { organizationId: school.organization.id },
    select: { id: true },
  });
  const all = programmes.map((one) => one.id);
  const term: [string, string] = [calendar.day(-70), calendar.day(90)];
  must(await plan(school, calendar.at(-110), "上学期岗位实习方案", term, all));
  const next: [string, string] = [calendar.day(-10), calendar.day(260)];
  must(await plan(school, calendar.at(-70), "下学期岗位实习方案", next, all));
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const guides = await guidesOf(cast);
  const running = await runLastTerm(cast, calendar, school, guides, await notHere(), passwordHash);
  await leaveEarly(calendar, school, running);
  say(`  ${running.length} placements of last term`);
};

/** Next term's placements in every stage of getting ready, a few of them stopped by a rule. Loaded after the rounds. */
export const loadNextTerm = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const taken = await notHere();
  for (const one of await read.placement.findMany({ select: { studentId: true }, take: 2000 }))
    taken.add(one.studentId);
  const preparing = await readyNextTerm(cast, calendar, school, await guidesOf(cast), taken, passwordHash);
  say(`  ${preparing} placements being prepared`);
};
