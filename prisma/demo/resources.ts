import { systemActor } from "~/platform/command";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { addDays, fixedClock } from "~/platform/time/clock";
import { answerForVisitor } from "~/resources/commands/answer-for-visitor.server";
import { bookSession } from "~/resources/commands/book-session.server";
import { cancelBooking } from "~/resources/commands/cancel-booking.server";
import { createResource } from "~/resources/commands/create-resource.server";
import { openSessions } from "~/resources/commands/open-sessions.server";
import { recordAttendance } from "~/resources/commands/record-attendance.server";
import { recordPaperAnswer } from "~/resources/commands/record-paper-answer.server";
import { setClassList } from "~/resources/commands/set-class-list.server";
import type { BookingForm, ResourceForm, SessionsForm } from "~/resources/schema";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

type Shared = ResourceForm & { by: string; weekdays: number[]; hours: readonly [number, number][] };

const SHARED: readonly Shared[] = [
  {
    by: "岭南机电",
    kind: "experience_day",
    title: "数控车间职业体验日",
    description:
      "看数控机床把一块铝变成陀螺，自己动手装配一个带回家。每组十人，由专业教师和高年级学生指导，请带水杯。",
    place: "岭南机电职业学校 3 号实训楼 2 楼",
    capacity: 60,
    minAge: 11,
    maxAge: 16,
    noticeDays: 3,
    safetyNotice:
      "穿运动鞋和长裤，长发束起，不戴首饰。\n车间内佩戴护目镜，听从指导教师安排，不触碰机床按钮。\n如对金属粉尘过敏，请提前告诉带队老师。",
    weekdays: [2, 4],
    hours: [
      [540, 690],
      [840, 990],
    ],
  },
  {
    by: "岭南机电",
    kind: "training_base",
    title: "工业机器人实训基地",
    description: "六台六轴机器人工作站，配离线编程教室，可整场开放给合作学校和企业培训。",
    place: "岭南机电职业学校 5 号实训楼",
    capacity: 40,
    exclusive: true,
    minAge: 15,
    noticeDays: 7,
    safetyNotice: "进入工作站前完成十分钟安全教育，围栏内只允许一人操作。",
    weekdays: [3],
    hours: [[540, 1020]],
  },
  {
    by: "羊城商旅",
    kind: "course",
    title: "选修课：茶艺与礼仪",
    description: "面向普通高中学生的一次性选修课，认识六大茶类，学习一套完整的冲泡流程。",
    place: "羊城商旅学校茶艺室",
    capacity: 30,
    minAge: 12,
    noticeDays: 2,
    safetyNotice: "冲泡用水温度较高，请按教师示范操作。",
    weekdays: [5],
    hours: [[870, 960]],
  },
  {
    by: "岭南机电",
    kind: "teacher",
    title: "通用技术课教师（金工）",
    description: "一位有技师资格的教师到校讲授通用技术课中的金工单元，自带工具箱。",
    place: "预约学校的通用技术教室",
    capacity: 50,
    minAge: 12,
    noticeDays: 5,
    safetyNotice: "教室需配备急救箱，学生操作时至少一位本校教师在场。",
    weekdays: [1],
    hours: [[600, 690]],
  },
];

const GROUP: Omit<BookingForm, "slot"> = {
  groupName: "初二(3)班",
  people: 8,
  adults: 1,
  youngest: 12,
  oldest: 14,
  contact: "周老师 13800000992",
};
const LIST = "陈小雨 13\n李明轩 13\n王思琪 13\n赵子墨 14\n黄嘉怡 12\n梁俊杰 13\n吴晓彤 13\n何家乐 14";

const slotsOf = (resourceId: string, day: string) =>
  read.resourceSlot.findMany({
    where: { resourceId, day: { gte: day } },
    orderBy: [{ day: "asc" }, { fromMinute: "asc" }],
    take: 40,
  });

const nameClass = async (school: CastMember, bookingId: string, at: Date) => {
  must(await setClassList(ctxAt(school, at), bookingId, { version: 1, list: LIST }));
  const children = await read.resourceVisitor.findMany({
    where: { bookingId, tokenSealed: { not: null } },
    orderBy: { position: "asc" },
    take: 40,
  });
  return children.map((one) => ({
    id: one.id,
    token: openField("resourceVisitor.token", one.tokenSealed ?? ""),
  }));
};

const sayFor = async (token: string, answer: "given" | "refused", at: Date) =>
  must(
    await answerForVisitor(
      { actor: systemActor("监护人"), clock: fixedClock(at.toISOString()), requestId: newId() },
      {
        token,
        answer,
        language: "zh-CN",
        guardian: "家长",
        relation: answer === "given" ? "mother" : "father",
      },
    ),
  );

/** Bases, a course, a teacher and an experience day of the city, with a middle school's visits in every state. */
export const shareResources = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("穗南初中")!;
  const high = cast.speakers.get("番禺八中")!;
  const ids: string[] = [];
  for (const { by, weekdays, hours, ...form } of SHARED) {
    const owner = cast.speakers.get(by)!;
    const { id } = must(await createResource(ctxAt(owner, calendar.at(-45)), form));
    for (const [begins, ends] of hours) {
      const plan: SessionsForm = { from: calendar.day(-44), to: calendar.day(60), weekdays, begins, ends };
      must(await openSessions(ctxAt(owner, calendar.at(-45, 11)), id, plan));
    }
    ids.push(id);
  }
  const owner = cast.speakers.get("岭南机电")!;
  const [dayId, , , teacherId] = ids as [string, string, string, string];
  const past = (await slotsOf(dayId, calendar.day(-20)))[0]!;
  const [soon, alone, dropped] = await slotsOf(dayId, calendar.day(8));

  const before = calendar.at(-30);
  const gone = must(await bookSession(ctxAt(school, before), dayId, { ...GROUP, slot: past.id }));
  for (const child of await nameClass(school, gone.id, before))
    await sayFor(child.token, "given", calendar.at(-28));
  const held = new Date(Date.parse(`${addDays(past.day, 0)}T09:00:00Z`));
  const came = await read.resourceVisitor.findMany({
    where: { bookingId: gone.id },
    orderBy: { position: "asc" },
    take: 7,
  });
  const attendance = { version: 2, visitors: came.map((one) => one.id) };
  must(await recordAttendance(ctxAt(owner, held), gone.id, attendance));

  const at = calendar.at(-2);
  const coming = must(await bookSession(ctxAt(school, at), dayId, { ...GROUP, slot: soon!.id }));
  const [yes, alsoYes, no, paper] = await nameClass(school, coming.id, at);
  for (const child of [yes!, alsoYes!]) await sayFor(child.token, "given", calendar.at(-1));
  await sayFor(no!.token, "refused", calendar.at(-1, 15));
  const slip = { version: 2, visitor: paper!.id, guardian: "黄家长" };
  must(await recordPaperAnswer(ctxAt(school, calendar.at(-1, 16)), coming.id, slip));

  const bare = { ...GROUP, groupName: "初一(1)班", slot: alone!.id, people: 45, adults: 3, oldest: 13 };
  must(await bookSession(ctxAt(school, at), dayId, bare));
  const off = { ...GROUP, groupName: "初一(2)班", slot: dropped!.id };
  const cancelled = must(await bookSession(ctxAt(school, at), dayId, off));
  const reason = { version: 1, reason: "与期中考试冲突" };
  must(await cancelBooking(ctxAt(school, calendar.at(-1)), cancelled.id, reason));

  const lesson = (await slotsOf(teacherId, calendar.day(-15)))[0]!;
  const lent: BookingForm = {
    ...GROUP,
    groupName: "高一(2)班",
    slot: lesson.id,
    people: 44,
    youngest: 15,
    oldest: 16,
  };
  const taught = must(await bookSession(ctxAt(high, calendar.at(-25)), teacherId, lent));
  const after = new Date(Date.parse(`${lesson.day}T10:00:00Z`));
  must(await recordAttendance(ctxAt(owner, after), taught.id, { version: 1, visitors: [], came: 43 }));
  say(`  ${ids.length} shared resources, 5 bookings`);
};
