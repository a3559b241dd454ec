import { systemActor } from "~/platform/command";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { addDays, daysBetween, fixedClock, systemClock } from "~/platform/time/clock";
import { answerSurvey } from "~/surveys/commands/answer-survey.server";
import { countSurveys } from "~/surveys/commands/count-surveys.server";
import { openSurvey } from "~/surveys/commands/open-survey.server";
import { remindInvited } from "~/surveys/commands/remind-invited.server";
import { sendInvitations } from "~/surveys/commands/send-invitations.server";
import { fieldOf } from "~/surveys/rules/answer";
import type { Audience } from "~/surveys/rules/template";
import { templateOf } from "~/surveys/rules/templates";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt, seeded } from "./time";

/** A survey as it is told: who asks whom, when, how many of those invited answer and how content they are. */
type Story = {
  by: CastMember;
  audience: Audience;
  title: string;
  opensOn: string;
  days: number;
  /** share of the invited who answer, or by school how many */
  answers: number | ((schoolId: string, invited: number) => number);
  /** 0 … 1: how content; the second question on leans away from it by turns */
  mood: number;
  texts: readonly string[];
};

const STUDENT_TEXTS = [
  "师傅教得很细，希望早一点开始上机床。",
  "夜班后第二天上午还有课，能不能调一下。",
  "实习单位离宿舍远，来回一个半小时。",
  "专业课和岗位上用的设备型号不一样。",
  "指导老师每周都会来，有事能找到人。",
  "报酬按时发了，谢谢老师盯着。",
];
const PARENT_TEXTS = [
  "实习前让我们签字，写得很清楚，放心。",
  "希望多一些孩子在单位的情况反馈。",
  "食堂价格有点高。",
  "老师电话能打通，回复及时。",
];
const HOST_TEXTS = ["学生识图能力要加强。", "态度好，愿意留用。", "实习时间建议延长到六个月。"];

const ANSWER_TEXT_EVERY = 5;

const stepOf = (random: () => number, mood: number): number => {
  const draw = random();
  if (draw < mood * 0.55) return 5;
  if (draw < mood) return 4;
  if (draw < mood + (1 - mood) * 0.6) return 3;
  return draw < mood + (1 - mood) * 0.88 ? 2 : 1;
};

const house = (calendar: Calendar, day: string, hour = 9) => ({
  actor: systemActor("平台"),
  clock: fixedClock(calendar.at(daysBetween(calendar.today, day), hour).toISOString()),
  requestId: newId(),
});

const answer = async (story: Story, surveyId: string, calendar: Calendar, random: () => number) => {
  const survey = await read.survey.findUniqueOrThrow({ where: { id: surveyId } });
  const questions = templateOf(survey.templateId)?.questions ?? [];
  const invited = await read.surveyInvitation.findMany({
    where: { surveyId },
    orderBy: [{ schoolId: "asc" }, { way: "desc" }, { className: "asc" }, { subjectId: "asc" }],
    select: { schoolId: true, tokenSealed: true },
  });
  let said = 0;
  for (const schoolId of new Set(invited.map((one) => one.schoolId))) {
    const links = invited.filter((one) => one.schoolId === schoolId);
    const many =
      typeof story.answers === "number"
        ? Math.round(links.length * story.answers)
        : Math.min(links.length, story.answers(schoolId, links.length));
    for (const [place, { tokenSealed }] of links.slice(0, many).entries()) {
      const mood = story.mood + (random() - 0.5) * 0.2;
      const fields = questions.map(({ id }, nth) => [
        fieldOf(id),
        String(stepOf(random, Math.min(0.97, Math.max(0.3, mood - (nth % 3) * 0.07)))),
      ]);
      const text = place % ANSWER_TEXT_EVERY === 2 ? (story.texts[said % story.texts.length] ?? "") : "";
      const until = Math.min(story.days - 1, Math.max(1, daysBetween(story.opensOn, calendar.today)));
      const day = addDays(story.opensOn, 1 + Math.floor(random() * (until - 1)));
      must(
        await answerSurvey(house(calendar, day).clock, openField("survey.token", tokenSealed ?? ""), {
          ...(Object.fromEntries(fields) as Record<string, string>),
          text,
        }),
      );
      said += 1;
    }
  }
  return said;
};

const tell = async (story: Story, calendar: Calendar, seed: number): Promise<string> => {
  const { by, audience, title, opensOn, days } = story;
  const closesOn = addDays(opensOn, days - 1);
  const asked = daysBetween(calendar.today, opensOn);
  const { id } = must(
    await openSurvey(ctxAt(by, calendar.at(asked, 9)), { audience, title, opensOn, closesOn }),
  );
  await sendInvitations(house(calendar, opensOn));
  await answer(story, id, calendar, seeded(seed));
  if (closesOn < calendar.today) await countSurveys(house(calendar, addDays(closesOn, 1)));
  return id;
};

const yearBefore = (day: string): string =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4) === "-02-29" ? "-02-28" : day.slice(4)}`;

/**
 * Surveys of the city in every state: last year's and this year's to compare, one that is open and one whose slips nobody
 * handed out yet, one under five answers, one by which employers answered in their names, and the city authority's over all its schools.
 */
export const loadSurveys = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const authority = cast.speakers.get("市教育局")!;
  const autumn = calendar.day(-45);
  const year = (day: string) => `${day.slice(0, 4)} 年`;
  const before = yearBefore(autumn);
  const small = new Map<string, number>();
  const thinAt = (schoolId: string, invited: number): number => {
    if (!small.has(schoolId)) small.set(schoolId, small.size);
    return small.get(schoolId) === 1 ? 3 : Math.round(invited * (0.35 + 0.15 * (small.get(schoolId) ?? 0)));
  };
  const stories: Story[] = [
    {
      by: school,
      audience: "student",
      title: `${year(before)}实习学生满意度调查`,
      opensOn: before,
      days: 15,
      answers: 0.62,
      mood: 0.74,
      texts: STUDENT_TEXTS,
    },
    {
      by: school,
      audience: "parent",
      title: `${year(before)}家长满意度调查`,
      opensOn: before,
      days: 15,
      answers: 0.5,
      mood: 0.8,
      texts: PARENT_TEXTS,
    },
    {
      by: school,
      audience: "student",
      title: `${year(autumn)}实习学生满意度调查`,
      opensOn: autumn,
      days: 15,
      answers: 0.74,
      mood: 0.83,
      texts: STUDENT_TEXTS,
    },
    {
      by: school,
      audience: "graduate",
      title: `${year(autumn)}毕业生满意度调查`,
      opensOn: autumn,
      days: 15,
      answers: 0.6,
      mood: 0.85,
      texts: STUDENT_TEXTS,
    },
    {
      by: school,
      audience: "employer",
      title: `${year(autumn)}用人单位满意度调查`,
      opensOn: autumn,
      days: 15,
      answers: 0.9,
      mood: 0.82,
      texts: HOST_TEXTS,
    },
    {
      by: school,
      audience: "teacher",
      title: `${year(autumn)}教职工满意度调查`,
      opensOn: autumn,
      days: 15,
      answers: 1,
      mood: 0.8,
      texts: [],
    },
    {
      by: authority,
      audience: "parent",
      title: `${year(autumn)}全市职业学校家长满意度调查`,
      opensOn: calendar.day(-28),
      days: 14,
      answers: thinAt,
      mood: 0.79,
      texts: PARENT_TEXTS,
    },
    {
      by: school,
      audience: "parent",
      title: `${year(calendar.today)}家长满意度调查`,
      opensOn: calendar.day(-6),
      days: 15,
      answers: 0.46,
      mood: 0.84,
      texts: PARENT_TEXTS,
    },
    {
      by: cast.speakers.get("羊城商旅")!,
      audience: "parent",
      title: `${year(calendar.today)}家长满意度调查`,
      opensOn: calendar.day(-2),
      days: 14,
      answers: 0,
      mood: 0.8,
      texts: [],
    },
  ];
  let answered = 0;
  for (const [place, story] of stories.entries()) {
    const id = await tell(story, calendar, 4_711 + place);
    const { _sum } = await read.surveySchool.aggregate({ where: { surveyId: id }, _sum: { answered: true } });
    answered += _sum.answered ?? 0;
  }
  await remindInvited({ actor: systemActor("平台"), clock: systemClock, requestId: newId() });
  say(`  ${stories.length} surveys, ${answered} answers`);
};
