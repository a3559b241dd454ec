import { acceptEnquiry } from "~/marketplace/commands/accept-enquiry.server";
import { declineEnquiry } from "~/marketplace/commands/decline-enquiry.server";
import { expireEnquiries } from "~/marketplace/commands/expire-enquiries.server";
import { openEnquiry } from "~/marketplace/commands/open-enquiry.server";
import { remindEnquiries } from "~/marketplace/commands/remind-enquiries.server";
import { replyToEnquiry } from "~/marketplace/commands/reply-to-enquiry.server";
import type { DeclineReason } from "~/marketplace/rules/decline-reasons";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import type { Market } from "./market";
import { must } from "./must";
import { type Calendar, ctxAt } from "./time";

type Answer =
  | { after: number; kind: "reply"; text: string }
  | { after: number; kind: "accept"; note: string }
  | { after: number; kind: "decline"; reason: DeclineReason; note?: string };

/** One enquiry of the city: who asks about which listing, when, for how many, and what the other side did. */
type Story = {
  from: string;
  about: string;
  daysAgo: number;
  seats: number;
  message: string;
  /** In turn: the other side, then the asker, and so on; an empty list is silence. */
  answers: readonly Answer[];
};

const hello = (what: string): string =>
  `您好，我校有一批学生的时间与贵单位的岗位对得上：${what}。方便时请告知带教安排与住宿情况。`;

const reply = (after: number, text: string): Answer => ({ after, kind: "reply", text });
const accept = (after: number, note: string): Answer => ({ after, kind: "accept", note });
const decline = (after: number, reason: DeclineReason, note?: string): Answer => ({
  after,
  kind: "decline",
  reason,
  ...(note ? { note } : {}),
});

const STORIES: readonly Story[] = [
  {
    from: "岭南机电",
    about: "珠江自动化/工业机器人系统运维",
    daysAgo: 44,
    seats: 7,
    message: hello("2024 级工业机器人班 78 人，可分两批"),
    answers: [
      reply(1, "可以，先接 7 人，要求会示教编程。"),
      reply(1, "学生已过示教考核，名单与保险本周备齐。"),
      accept(2, "首批 7 人，双导师名单随协议附上"),
    ],
  },
  {
    from: "岭南机电",
    about: "广府模具/模具装配与抛光",
    daysAgo: 38,
    seats: 8,
    message: hello("模具班 76 人，已做过拆装实训"),
    answers: [
      reply(2, "抛光岗位噪声已达标，可先来两位老师看现场。"),
      reply(2, "老师看过现场，防护到位，8 人成行。"),
      accept(1, "8 人，下月初报到"),
    ],
  },
  {
    from: "岭南机电",
    about: "云桥物流/仓储管理",
    daysAgo: 43,
    seats: 8,
    message: hello("物流班 78 人"),
    answers: [],
  },
  {
    from: "羊城商旅",
    about: "云景酒店/前厅接待",
    daysAgo: 40,
    seats: 15,
    message: hello("高星级饭店班 58 人"),
    answers: [],
  },
  {
    from: "岭南机电",
    about: "云桥物流/物流服务",
    daysAgo: 33,
    seats: 8,
    message: hello("物流班下学期可排 24 周"),
    answers: [],
  },
  {
    from: "羊城商旅",
    about: "云景酒店/客房服务",
    daysAgo: 30,
    seats: 20,
    message: hello("愿意按轮岗培养方案执行"),
    answers: [],
  },
  {
    from: "穗城智造学院",
    about: "云桥物流/仓储管理",
    daysAgo: 22,
    seats: 5,
    message: hello("现代物流方向选修班"),
    answers: [],
  },
  {
    from: "羊城商旅",
    about: "味承餐饮/粤菜烹调",
    daysAgo: 28,
    seats: 13,
    message: hello("中餐烹饪班 116 人，持证过半"),
    answers: [
      reply(1, "师傅带徒名额 13 人，拜师仪式放在开学。"),
      reply(1, "同意开学拜师，名单附上。"),
      accept(1, "13 人，跟师两期"),
    ],
  },
  {
    from: "穗城智造学院",
    about: "穗工智造/加工中心编程",
    daysAgo: 26,
    seats: 4,
    message: hello("数控技术 2024 级编程方向"),
    answers: [accept(2, "4 人，编程组")],
  },
  {
    from: "珠江卫健",
    about: "仁济康养/养老护理",
    daysAgo: 24,
    seats: 6,
    message: hello("智慧健康养老班 57 人"),
    answers: [reply(1, "先来 6 人，夜间值班不排学生。"), reply(1, "同意只排日班。"), accept(1, "按日班排")],
  },
  {
    from: "珠江卫健",
    about: "小橡树托育/保育",
    daysAgo: 20,
    seats: 8,
    message: hello("幼儿保育班 96 人"),
    answers: [accept(1, "8 人，分两园")],
  },
  {
    from: "珠江卫健",
    about: "东山湖医院/内科护理",
    daysAgo: 19,
    seats: 20,
    message: hello("护理班 230 人，需 8 个月临床"),
    answers: [
      reply(4, "临床实习名额由护理部统筹，下周给回复。"),
      reply(1, "谢谢，我们等护理部的排班。"),
      decline(4, "no_seats", "今年名额已给医专"),
    ],
  },
  {
    from: "穗城智造学院",
    about: "花城新能源/电池系统维修保养",
    daysAgo: 18,
    seats: 15,
    message: hello("新能源汽车技术班 116 人"),
    answers: [decline(4, "dates_not_fit")],
  },
  {
    from: "岭南机电",
    about: "粤捷汽服/新能源检测维修",
    daysAgo: 16,
    seats: 8,
    message: hello("新能源汽修班 112 人"),
    answers: [
      reply(1, "门店分散，能接受分到 8 家店吗？"),
      reply(2, "可以，按就近分店，老师每月巡访。"),
      accept(1, "8 家门店各 1 人"),
    ],
  },
  {
    from: "岭南机电",
    about: "顺联机电/机电维护",
    daysAgo: 15,
    seats: 3,
    message: hello("机电技术应用班 112 人"),
    answers: [decline(2, "too_far")],
  },
  {
    from: "羊城商旅",
    about: "岭海电商/电商运营",
    daysAgo: 12,
    seats: 8,
    message: hello("电商班 150 人"),
    answers: [reply(4, "旺季在十二月，能否提前到岗？")],
  },
  {
    from: "增城纺服",
    about: "锦纶制衣/服装制版",
    daysAgo: 9,
    seats: 5,
    message: hello("服装班 112 人"),
    answers: [],
  },
  {
    from: "粤芯封装",
    about: "穗城智造学院/寻协作机器人教学样机",
    daysAgo: 5,
    seats: 2,
    message: "我们产线换代，有两台协作机器人可共享给学校，需要签保管协议。",
    answers: [],
  },
  {
    from: "深港智联",
    about: "岭南机电/为 2024 级数控班寻 80 个学徒岗位",
    daysAgo: 4,
    seats: 10,
    message: "我们在深圳宝安，可接 10 名学徒，提供宿舍与往返车费，是否考虑跨市？",
    answers: [],
  },
  {
    from: "顺联机电",
    about: "岭南机电/为 2024 级数控班寻 80 个学徒岗位",
    daysAgo: 3,
    seats: 14,
    message: "顺德大良，冲压与机加都有位置，包住，师傅都是高级工。",
    answers: [],
  },
  {
    from: "穗城智造学院",
    about: "南粤精密/加工中心操作调整",
    daysAgo: 4,
    seats: 6,
    message: hello("数控技术 2024 级 141 人"),
    answers: [],
  },
  {
    from: "海湾应技大",
    about: "南粤精密/机床装调",
    daysAgo: 2,
    seats: 4,
    message: hello("数控技术（职业本科）毕业设计可做装调课题"),
    answers: [],
  },
  {
    from: "番禺八中",
    about: "味承餐饮/粤点小课堂：中学生职业体验日",
    daysAgo: 2,
    seats: 30,
    message: "高一一个班 45 人，可分两次，想在期末前成行。",
    answers: [],
  },
  {
    from: "珠江自动化",
    about: "羊城商旅/为 2024 级酒店专业寻 60 个岗位实习",
    daysAgo: 6,
    seats: 2,
    message: "我们培训中心前台可接 2 人，是否合适？",
    answers: [decline(1, "major_not_fit")],
  },
];

type Live = { id: string; parties: readonly [string, string] };

const versionOf = async (id: string): Promise<number> =>
  (await read.enquiry.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

const answerWith = async (
  cast: Cast,
  calendar: Calendar,
  live: Live,
  turn: number,
  day: number,
  answer: Answer,
): Promise<void> => {
  const speaker = cast.speakers.get(live.parties[turn % 2 === 0 ? 1 : 0])!;
  const ctx = ctxAt(speaker, calendar.at(day, 15, turn * 7));
  const version = await versionOf(live.id);
  if (answer.kind === "reply") {
    must(
      await replyToEnquiry(ctx, live.id, {
        submissionKey: newId(),
        version,
        message: answer.text,
        changeTerms: false,
      }),
    );
  } else if (answer.kind === "accept") {
    const contact = { contactName: speaker.name, contactPhone: "13800000000" };
    must(await acceptEnquiry(ctx, live.id, { version, ...contact, note: answer.note }));
  } else {
    const note = answer.note ? { declineNote: answer.note } : {};
    must(await declineEnquiry(ctx, live.id, { version, reason: answer.reason, ...note }));
  }
};

const ownerOf = (about: string): string => about.slice(0, about.indexOf("/"));

/**
 * Tells the city's enquiries day by day, as they happened: asked, answered, declined, or run out in silence, with the
 * reminders and expiries of every evening in between.
 */
export const tellEnquiries = async (
  cast: Cast,
  market: Market,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const due: { day: number; hour: number; run: () => Promise<void> }[] = [];
  for (const story of STORIES) {
    const day = -story.daysAgo;
    due.push({
      day,
      hour: 10,
      run: async () => {
        const speaker = cast.speakers.get(story.from)!;
        const listingId = market.get(story.about);
        if (!listingId) throw new Error(`no such listing in the city: ${story.about}`);
        const title = story.about.slice(story.about.indexOf("/") + 1);
        const { id } = must(
          await openEnquiry(ctxAt(speaker, calendar.at(day)), {
            submissionKey: newId(),
            listingId,
            subject: `${title} · ${story.seats} 人`,
            message: story.message,
            replyDays: 5,
            seats: story.seats,
          }),
        );
        let when = day;
        for (const [turn, answer] of story.answers.entries()) {
          when += answer.after;
          const at = when;
          const live: Live = { id, parties: [story.from, ownerOf(story.about)] };
          due.push({ day: at, hour: 15, run: () => answerWith(cast, calendar, live, turn, at, answer) });
        }
      },
    });
  }
  for (let day = -60; day <= 0; day += 1) {
    for (const event of due.filter((one) => one.day === day && one.hour === 10)) await event.run();
    for (const event of due.filter((one) => one.day === day && one.hour === 15)) await event.run();
    const evening = fixedClock(calendar.at(day, 20).toISOString());
    await expireEnquiries(evening);
    await remindEnquiries(evening);
  }
  say(`  ${STORIES.length} enquiries`);
};
