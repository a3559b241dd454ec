import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { Direction, ListingKind } from "~/marketplace/rules/kinds";
import { fitModelOf, fitScoresOf } from "~/matching/rules/fit/cached";
import type { FitModel } from "~/matching/rules/fit/model";
import { read } from "~/platform/db/client.server";
import type { Cast } from "./cast";
import { ENTERPRISES } from "./enterprises";
import { draftListing, placeSaid, publishByForms, type Said } from "./listings";
import { type Calendar, seeded } from "./time";

/** Listings of the city by "short name/title", for the enquiries that are about them. */
export type Market = ReadonlyMap<string, string>;

type Extra = {
  by: string;
  daysAgo: number;
  kind: ListingKind;
  direction: Direction;
  said: (calendar: Calendar) => Said;
};

const open = (calendar: Calendar, days: number) => ({ openUntil: calendar.day(days) });

/** What parties offer and seek beside places on posts. */
const EXTRAS: readonly Extra[] = [
  {
    by: "珠江自动化",
    daysAgo: 40,
    kind: "training_base",
    direction: "offer",
    said: (c) => ({
      ...open(c, 200),
      title: "工业机器人实训工位（周末与假期）",
      summary: "六轴机器人 12 台，配离线编程软件与工程师值守，可成班预约。",
      majors: ["660303", "460305"],
      region: "440115",
      address: "南沙区环市大道西 101 号",
      stations: "24",
      seats: "48",
      equipmentList: "六轴机器人 12 台\n视觉分拣线 1 条",
      openHours: "周六日与寒暑假 9:00–17:00",
      lodging: "no",
      minorsWelcome: "yes",
      safetyNotice: "进场前完成安全培训，禁止进入围栏内",
    }),
  },
  {
    by: "花城新能源",
    daysAgo: 25,
    kind: "joint_project",
    direction: "offer",
    said: (c) => ({
      ...open(c, 120),
      title: "新能源汽车订单班（2027 届，40 人）",
      summary: "企业出两名讲师、一条教学线，与学校共订培养方案，毕业择优留用。",
      majors: ["700209", "460702"],
      region: "440114",
      address: "花都区汽车城风神大道 12 号",
      projectForm: "order_class",
      occupation: "6-22-02-01",
      seats: "40",
      startsOn: c.day(60),
      endsOn: c.day(420),
      deliverables: "培养方案 1 份\n企业课程 3 门\n教学线开放 320 课时",
      ipTerms: "共建课程双方共有",
    }),
  },
  {
    by: "千帆数字",
    daysAgo: 18,
    kind: "joint_project",
    direction: "offer",
    said: (c) => ({
      ...open(c, 90),
      title: "真实项目进课堂：制造业低代码工单系统",
      summary: "拆成 9 个教学任务，工程师每周在线答疑，优秀小组进入试用。",
      majors: ["510203", "710201"],
      region: "440106",
      address: "天河区软件路 15 号",
      projectForm: "real_project",
      occupation: "2-02-10-03",
      seats: "30",
      startsOn: c.day(30),
      endsOn: c.day(150),
      deliverables: "教学任务书 9 份\n验收报告 1 份",
      ipTerms: "代码归企业，学生可署名",
    }),
  },
  {
    by: "南粤精密",
    daysAgo: 33,
    kind: "teacher_practice",
    direction: "offer",
    said: (c) => ({
      ...open(c, 150),
      title: "专业教师下企业：五轴编程与夹具设计",
      summary: "跟岗两周，可带走两套教学案例。",
      majors: ["660103", "460103"],
      region: "440113",
      address: "番禺区石碁镇创运路 18 号",
      occupation: "6-18-01-07",
      seats: "4",
      practiceDays: "10",
      startsOn: c.day(50),
      endsOn: c.day(64),
      topics: "五轴后处理\n专用夹具",
      allowance: "100",
      lodging: "yes",
    }),
  },
  {
    by: "越秀测控",
    daysAgo: 12,
    kind: "industry_tutor",
    direction: "offer",
    said: (c) => ({
      ...open(c, 180),
      title: "产业导师：精密测量进课堂",
      summary: "计量工程师每月到校两次。",
      majors: ["660103", "460104"],
      region: "440104",
      address: "越秀区环市东路 326 号",
      subject: "三坐标测量与公差",
      teachingHours: "48",
      lessonFee: "120",
    }),
  },
  {
    by: "粤芯封装",
    daysAgo: 9,
    kind: "equipment",
    direction: "offer",
    said: (c) => ({
      ...open(c, 100),
      title: "捐赠：贴片教学线一套（九成新）",
      summary: "含运输与安装，需有 60 平方米场地。",
      majors: ["510401", "710102"],
      region: "440112",
      address: "黄埔区光谱中路 28 号",
      transfer: "donate",
      equipmentList: "半自动印刷机 1 台\n贴片机 2 台\n回流焊 1 台",
      quantity: "4",
      worth: "860000",
      condition: "good",
    }),
  },
  {
    by: "味承餐饮",
    daysAgo: 15,
    kind: "experience_day",
    direction: "offer",
    said: (c) => ({
      ...open(c, 80),
      title: "粤点小课堂：中学生职业体验日",
      summary: "亲手做一笼虾饺，认识后厨的一天。",
      majors: [],
      region: "440103",
      address: "荔湾区恩宁路 55 号",
      ageFrom: "12",
      ageTo: "16",
      seats: "30",
      startsOn: c.day(40),
      safetyNotice: "入厨需戴发网；十四周岁以下须监护人同意",
    }),
  },
  {
    by: "岭南机电",
    daysAgo: 20,
    kind: "apprenticeship",
    direction: "seek",
    said: (c) => ({
      ...open(c, 60),
      title: "为 2024 级数控班寻 80 个学徒岗位",
      summary: "两个自然班，已完成普车与数车中级工训练。",
      majors: ["660103"],
      region: "440113",
      address: "番禺区市桥街教育路 6 号",
      seats: "80",
      startsOn: c.day(60),
      endsOn: c.day(240),
      occupation: "6-18-01-01",
      targetLevel: "level4",
      lodging: "yes",
    }),
  },
  {
    by: "羊城商旅",
    daysAgo: 8,
    kind: "internship",
    direction: "seek",
    said: (c) => ({
      ...open(c, 70),
      title: "为 2024 级酒店专业寻 60 个岗位实习",
      summary: "前厅、客房、餐饮均可轮岗。",
      majors: ["740104"],
      region: "440103",
      address: "荔湾区逢源路 120 号",
      seats: "60",
      startsOn: c.day(65),
      endsOn: c.day(245),
      lodging: "yes",
    }),
  },
  {
    by: "穗城智造学院",
    daysAgo: 6,
    kind: "equipment",
    direction: "seek",
    said: (c) => ({
      ...open(c, 120),
      title: "寻协作机器人教学样机",
      summary: "共享或捐赠均可，提供场地与维护。",
      majors: ["460305"],
      region: "440112",
      address: "黄埔区水西路 15 号",
      transfer: "share",
      equipmentList: "协作机器人 2 台",
      quantity: "2",
    }),
  },
  {
    by: "番禺八中",
    daysAgo: 5,
    kind: "experience_day",
    direction: "seek",
    said: (c) => ({
      ...open(c, 60),
      title: "高一职业体验日：寻智能制造现场",
      summary: "两个班，半天，校车接送。",
      majors: [],
      region: "440113",
      address: "番禺区市桥街环城中路 20 号",
      ageFrom: "15",
      ageTo: "16",
      seats: "90",
      startsOn: c.day(45),
    }),
  },
  {
    by: "装备行协",
    daysAgo: 30,
    kind: "joint_project",
    direction: "offer",
    said: (c) => ({
      ...open(c, 150),
      title: "装备制造共同体：共编《数控机床装调》活页教材",
      summary: "会员企业出案例，学校出主编，行业协会审定。",
      majors: ["660103", "460103", "660301"],
      region: "440115",
      address: "南沙区环市大道中 2 号",
      projectForm: "course",
      startsOn: c.day(20),
      endsOn: c.day(320),
      deliverables: "活页教材 1 部\n数字资源 40 个",
      ipTerms: "编写方共有",
    }),
  },
];

/** Of a firm's majors those that lead to this post's occupation; all of them when none does. */
const fittingMajors = (fit: FitModel, majors: readonly string[], occupation: string): readonly string[] => {
  const fitting = majors.filter((code) => {
    const major = fit.majors.get(code);
    return major && (fitScoresOf(fit, major).get(occupation) ?? 0) >= 0.3;
  });
  return fitting.length > 0 ? fitting : majors;
};

/** Puts up what the city offers and seeks, oldest first, by the forms people fill. */
export const openMarket = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<Market> => {
  const market = new Map<string, string>();
  const chance = seeded(20_261_122);
  const fit = fitModelOf((await catalogue()).fitMaterial);
  const jobs: { daysAgo: number; put: () => Promise<void> }[] = [];
  for (const firm of ENTERPRISES) {
    const speaker = cast.speakers.get(firm.short)!;
    const posts = await read.post.findMany({
      where: { organizationId: speaker.organization.id },
      orderBy: { createdAt: "asc" },
      take: 10,
    });
    const unitCap = Math.floor(firm.employees / 10 / posts.length);
    for (const [index, post] of posts.entries()) {
      const kind = index % 3 === 1 ? "internship" : "apprenticeship";
      const seats = Math.max(1, Math.min(unitCap, Math.floor(post.headcount * 0.18)));
      const daysAgo = 4 + Math.floor(chance() * 50);
      const said = placeSaid(calendar, {
        post,
        title: kind === "apprenticeship" ? `${post.name} 学徒` : `${post.name} 岗位实习`,
        summary: firm.intro,
        majors: fittingMajors(fit, firm.majors, post.occupationCode),
        region: firm.region,
        address: firm.address,
        seats,
        startsIn: 55 + Math.floor(chance() * 30),
        days: 180,
        minors: chance() < 0.6,
        lodging: chance() < 0.55,
        payShare: 0.8 + chance() * 0.15,
      });
      const blocked = (post.labourIntensity ?? 0) >= 3 || !speaker.organization.verified;
      jobs.push({
        daysAgo,
        put: async () => {
          const of = { kind, direction: "offer", said } as const;
          if (blocked) await draftListing(speaker, calendar.at(-daysAgo), of);
          else
            market.set(
              `${firm.short}/${post.name}`,
              await publishByForms(speaker, calendar.at(-daysAgo), of),
            );
        },
      });
    }
  }
  for (const { by, daysAgo, said, kind, direction } of EXTRAS) {
    const speaker = cast.speakers.get(by)!;
    const put = async () => {
      const words = said(calendar);
      market.set(
        `${by}/${words.title}`,
        await publishByForms(speaker, calendar.at(-daysAgo), { kind, direction, said: words }),
      );
    };
    jobs.push({ daysAgo, put });
  }
  for (const job of jobs.sort((a, b) => b.daysAgo - a.daysAgo)) await job.put();
  say(`  ${market.size} listings`);
  return market;
};
