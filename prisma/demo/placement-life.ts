import { answerHostChange } from "~/placements/commands/answer-host-change.server";
import { proposeHostChange } from "~/placements/commands/propose-host-change.server";
import { saveRubric } from "~/placements/commands/save-rubric.server";
import { askEmployer } from "~/placements/employer-question.server";
import { hostChangePage } from "~/placements/queries/host-change-page.server";
import { systemActor } from "~/platform/command";
import { lookupHash, sealField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";
import { studentCtx, type Trainee, trainees } from "./trainees";

const TRAINEE = "trainee@demo.example";

const RUBRIC = {
  major: "660303",
  credits: 1,
  competences: "看懂电气原理图\n独立接线与上电检查\n按工序卡调试一个工位",
  parts: [
    { name: "周记录与指导", by: "school" as const, weight: 20 },
    { name: "实习报告", by: "school" as const, weight: 20 },
    { name: "岗位技能", by: "host" as const, weight: 35 },
    { name: "劳动态度与纪律", by: "host" as const, weight: 15 },
    { name: "安全与规范", by: "host" as const, weight: 10 },
  ],
};

/** The school proposes the best free place to a student who works too long; comes out: whether there was one. */
const propose = async (school: CastMember, calendar: Calendar, one: Trainee): Promise<boolean> => {
  const ctx = ctxAt(school, calendar.at(-1, 10));
  const page = await hostChangePage(ctx.actor, one.row.id, ctx.clock.now(), "zh-CN");
  const offer = page?.offers[0];
  if (!offer) return false;
  const proposed = await proposeHostChange(ctx, one.row.id, {
    listing: offer.listingId,
    startsOn: calendar.day(2),
    reason: "post_unlike_agreed",
    note: "每天干到七点，和约定的时间不一样，谈过一次没有改。",
    submissionKey: newId(),
  });
  return proposed.ok;
};

/** Two changes of host: one waits for the student, one was agreed and goes on elsewhere. */
const changeHosts = async (school: CastMember, calendar: Calendar): Promise<number> => {
  const all = (await trainees(school)).filter(({ row }) => row.state === "in_progress");
  let proposed = 0;
  for (const one of [2, 20, 26, 31, 36, 41].flatMap((index) => all[index] ?? [])) {
    if (!(await propose(school, calendar, one))) continue;
    proposed += 1;
    if (proposed === 1) continue;
    const change = await read.hostChange.findFirstOrThrow({ where: { placementId: one.row.id } });
    const answer = {
      change: change.id,
      version: change.version,
      intent: "agree",
      language: "zh-CN",
    } as const;
    const agreed = await answerHostChange(studentCtx(school, one, calendar.at(-1, 20)), one.row.id, answer);
    if (agreed.ok && agreed.value.state === "done") break;
  }
  return proposed;
};

/**
 * One of 何师傅's interns becomes a person of the demo: whoever has the most weeks still to write, so that there is something
 * to do. The account stays the same, only its address is an easy one.
 */
const introduceTrainee = async (school: CastMember): Promise<void> => {
  const mentor = await read.person.findUniqueOrThrow({
    where: { emailHash: lookupHash("person.email", "mentor@demo.example") },
    select: { id: true },
  });
  const theirs = (await trainees(school)).filter(({ row }) => row.mentorId === mentor.id);
  const written = await read.weekRecord.groupBy({
    by: ["placementId"],
    where: { placementId: { in: theirs.map(({ row }) => row.id) } },
    _count: { _all: true },
  });
  const weeksOf = (id: string) => written.find((one) => one.placementId === id)?._count._all ?? 0;
  const [one] = theirs.sort((a, b) => weeksOf(a.row.id) - weeksOf(b.row.id) || a.index - b.index);
  if (!one) return;
  await inTransaction((tx) =>
    tx.person.update({
      where: { id: one.person.id },
      data: {
        emailSealed: sealField("person.email", TRAINEE),
        emailHash: lookupHash("person.email", TRAINEE),
      },
    }),
  );
};

/** The employer of a graduate who stayed is asked about them. */
const askOneEmployer = async (school: CastMember, calendar: Calendar): Promise<void> => {
  const stayed = await read.graduateOutcome.findFirst({
    where: { schoolId: school.organization.id, month: 12, stands: true, sameUnit: true },
    orderBy: { id: "asc" },
  });
  if (!stayed) return;
  const { studentId, schoolId, hostId } = stayed;
  const clock = fixedClock(calendar.at(-3, 9).toISOString());
  const ctx = { actor: systemActor("平台"), clock, requestId: newId() };
  const said = { studentId, schoolId, hostId, month: 12, destination: "11", sameUnit: true } as const;
  await inTransaction((tx) => askEmployer(tx, ctx, said));
};

/**
 * What else happens in the life of a placement: somebody at work to sign in as, a rubric of one major, changes of host, an employer asked about a graduate.
 * Loaded after what is recommended is known, since a change of host chooses from it.
 */
export const tellPlacementLife = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const validFrom = calendar.day(-5);
  must(await saveRubric(ctxAt(school, calendar.at(-5, 9)), { ...RUBRIC, validFrom }));
  await introduceTrainee(school);
  const proposed = await changeHosts(school, calendar);
  await askOneEmployer(school, calendar);
  say(`  a rubric of one major, ${proposed} changes of host proposed`);
};
