import sharp from "sharp";
import { answerConcern } from "~/placements/commands/answer-concern.server";
import { confirmWeeks } from "~/placements/commands/confirm-weeks.server";
import { correctWeek } from "~/placements/commands/correct-week.server";
import { drawCallBacks } from "~/placements/commands/draw-call-backs.server";
import { evaluateWeeks } from "~/placements/commands/evaluate-weeks.server";
import { raiseConcern } from "~/placements/commands/raise-concern.server";
import { recordContact } from "~/placements/commands/record-contact.server";
import { submitWeek } from "~/placements/commands/submit-week.server";
import { mondayOf, weeksBegun } from "~/placements/rules/weeks";
import { type Artefact, keepArtefact } from "~/placements/week-artefact.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { addDays, daysBetween, fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { loadPay } from "./pay";
import { type Calendar, type CastMember, ctxAt, seeded } from "./time";
import { studentCtx, type Trainee, trainees } from "./trainees";

/** What students did; no two of them share both halves of a week's text. */
const DID = [
  "跟着师傅装夹十二件轴套，独立完成了粗车。",
  "学会看装配图，按工序卡备齐了三个工位的料。",
  "第一次自己对刀，首件送检一次合格。",
  "拆检了一台减速电机，换了两个轴承。",
  "用三坐标测了五件模板，记下超差的两个孔。",
  "给自动线换型，核对了二十六个传感器的点位。",
  "清理冷却液箱，重新配比并测了浓度。",
  "和班组一起做早会点检，发现一处气管老化。",
  "按图焊了四块控制板，通电前逐个量了绝缘。",
  "练习刃磨钻头，磨废三支，第四支能用。",
  "整理了一周的首检记录，做成曲线贴在看板上。",
] as const;
const LEARNT = [
  "师傅让我记住：先停机再伸手。",
  "弄懂了公差带和配合代号怎么对应。",
  "知道了为什么要留精加工余量。",
  "游标卡尺读数还慢，下周每天练二十次。",
  "换刀后忘了改刀补，幸好空走一遍才发现。",
  "学会用万用表分清常开和常闭触点。",
  "明白了节拍是怎么算出来的，少走一步就省两秒。",
  "被提醒护目镜不能推到额头上。",
  "第一次给同学讲工序，讲着讲着自己才真懂。",
  "返工了两件，写了原因：装夹没清铁屑。",
  "看懂了设备履历，知道哪台容易漂。",
  "问清了报废和返修的界线。",
  "下班前五分钟收拾工位，第二天快很多。",
] as const;

const FULL = [480, 480, 480, 480, 480, 0, 0];
/** Whoever looks at the board finds each kind of sign once. */
const SAME_TEXT =
  "本周主要是在数控车间学习操作，师傅耐心指导，我认真完成了老师和师傅安排的各项任务，收获很大。";
const SAFETY = "切割机的防护罩拆了一直没装回去，班长说赶货先这么用，我不敢靠近。";
const PAY_TEXT = "上个月少发了三百元，说是扣工服押金。";

const drawn = async (colour: string): Promise<Uint8Array> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="960"><rect width="1280" height="960" fill="${colour}"/><circle cx="640" cy="480" r="300" fill="#d8dde2"/><circle cx="640" cy="480" r="130" fill="${colour}"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
};

const kept = async (bytes: Uint8Array | undefined): Promise<Artefact | null> =>
  bytes ? must(await keepArtefact({ field: "file", name: "工件.png", mediaType: "image/png", bytes })) : null;

const instant = (calendar: Calendar, day: string, hour: number): Date =>
  calendar.at(daysBetween(calendar.today, day), hour);

/** One student's week: most good; a few missing, two with one text, one with long days, one file handed in twice. */
const weekOf = ({ index }: Trainee, back: number, draw: () => number) => {
  const number = index + back * 3;
  if (back > 0 && draw() < 0.05) return null;
  if (back === 1 && index % 13 === 4) return null;
  const twin = back === 1 && (index === 0 || index === 1);
  const long = index === 2 && back <= 3;
  return {
    lines: twin ? SAME_TEXT : `${DID[number % DID.length]}${LEARNT[(index * 2 + back * 5) % LEARNT.length]}`,
    minutes: long ? [600, 600, 570, 600, 600, 0, 0] : FULL,
    photo:
      index === 5 && back === 1 ? 0 : index === 6 && back === 2 ? 0 : index % 9 === 3 ? 1 + (back % 2) : null,
  };
};

const handIn = async (school: CastMember, calendar: Calendar, all: readonly Trainee[]): Promise<number> => {
  const photos = await Promise.all(["#44606b", "#6b5344"].map(drawn));
  const draw = seeded(20261);
  const running = mondayOf(calendar.today);
  let count = 0;
  for (const one of all) {
    for (const monday of weeksBegun(one.row, calendar.today)) {
      const back = daysBetween(monday, running) / 7;
      const week = weekOf(one, back, draw);
      if (!week || (back === 0 && one.index % 4 !== 0)) continue;
      const at = instant(calendar, addDays(monday, 6), 20);
      must(
        await submitWeek(studentCtx(school, one, at), {
          placementId: one.row.id,
          monday,
          version: 0,
          minutes: week.minutes,
          night: false,
          lines: week.lines,
          artefact: await kept(week.photo === null ? undefined : photos[week.photo]),
        }),
      );
      count += 1;
    }
  }
  return count;
};

/** Mentors confirm on Mondays; of the last week some still wait, one was put right, two mentors shared one device. */
const confirm = async (cast: Cast, calendar: Calendar, all: readonly Trainee[]): Promise<void> => {
  const hosts = [...cast.speakers.values()].filter((host) =>
    all.some(({ row }) => row.hostId === host.organization.id),
  );
  const lastWeek = addDays(mondayOf(calendar.today), -7);
  for (const [order, host] of hosts.entries()) {
    const own = all.filter(({ row }) => row.hostId === host.organization.id);
    const records = await read.weekRecord.findMany({
      where: { placementId: { in: own.map(({ row }) => row.id) }, monday: { lte: lastWeek } },
      orderBy: [{ monday: "asc" }, { id: "asc" }],
      take: 1000,
    });
    const late = order === 0 ? records.filter((one) => one.monday === lastWeek).slice(0, 6) : [];
    for (const monday of new Set(records.map((one) => one.monday))) {
      const last = monday === lastWeek;
      const ctx = ctxAt(host, instant(calendar, addDays(monday, 7), 9));
      const way = { by: "page" as const, actor: ctx.actor };
      const device = last && order > 0 ? "office" : `device-${host.organization.id}`;
      const ids = records.filter((one) => one.monday === monday && !late.includes(one)).map((one) => one.id);
      const [wrong, ...right] = ids;
      if (last && order === 0 && wrong) {
        const minutes = [480, 480, 240, 480, 480, 0, 0];
        const correction = "周三下午请假看病";
        must(await correctWeek(ctx, { way, id: wrong, minutes, correction, device }));
      }
      must(await confirmWeeks(ctx, { way, ids: last && order === 0 ? right : ids, device }));
    }
  }
};

const talk = async (school: CastMember, calendar: Calendar, all: readonly Trainee[]): Promise<void> => {
  for (const { row, index } of all) {
    for (const back of [3, 17, 31].slice(0, index % 8 === 7 ? 0 : 3)) {
      const day = -back - (index % 4);
      must(
        await recordContact(ctxAt(school, calendar.at(day, 15)), row.id, {
          kind: index % 5 === 0 ? "visit" : "call",
          doneOn: calendar.day(day),
          found: index === 2 && back === 3 ? "act" : index % 11 === 6 ? "watch" : "well",
          note: index === 2 && back === 3 ? "每天干到七点，和企业谈过一次，还没有改。" : "",
        }),
      );
    }
  }
};

const raise = async (school: CastMember, calendar: Calendar, all: readonly Trainee[]): Promise<void> => {
  const [grave, small] = [all[9], all[14]];
  if (!grave || !small) return;
  const say = async (one: Trainee, at: Date, kind: "safety" | "pay", text: string) => {
    const ctx = studentCtx(school, one, at);
    const way = { by: "page" as const, actor: ctx.actor, placementId: one.row.id };
    return must(await raiseConcern(ctx, way, { kind, text, submissionKey: newId() })).id;
  };
  await say(grave, calendar.at(0, 8), "safety", SAFETY);
  const id = await say(small, calendar.at(-20, 19), "pay", PAY_TEXT);
  const answer = (day: number, intent: "answer" | "tellHost" | "close", text: string, version: number) =>
    answerConcern(ctxAt(school, calendar.at(day, 10)), id, { intent, text, version });
  must(await answer(-19, "answer", "已经和企业人事核对，不得收取押金，本周内补发。", 1));
  must(await answer(-19, "tellHost", "请贵单位不要从实习报酬中扣除工服押金，已扣的请在本周内补发。", 2));
  must(await answer(-15, "close", "三百元已补到你的账户，押金条款已取消。", 3));
};

/**
 * What happened since last term's cohort began: weeks handed in and confirmed, the teacher's contacts, pay, two concerns, and
 * three Mondays of evaluation, so that something has gone up to the school's owner and to the authority.
 */
export const loadWeeks = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const all = await trainees(school);
  const weeks = await handIn(school, calendar, all);
  await confirm(cast, calendar, all);
  await talk(school, calendar, all);
  await raise(school, calendar, all);
  await loadPay(cast, calendar, school);
  for (const back of [14, 7, 0]) {
    const monday = addDays(mondayOf(calendar.today), -back);
    const clock = fixedClock(instant(calendar, monday, 6).toISOString());
    await evaluateWeeks({ actor: systemActor("平台"), clock, requestId: newId() });
  }
  const now = fixedClock(calendar.at(0, 7).toISOString());
  await drawCallBacks({ actor: systemActor("平台"), clock: now, requestId: newId() });
  say(`  ${weeks} weeks of ${all.length} placements, two concerns`);
};
