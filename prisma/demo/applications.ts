import { answerApplications } from "~/placements/commands/answer-applications.server";
import { applyForCohort } from "~/placements/commands/apply-for-cohort.server";
import { endApplication } from "~/placements/commands/end-application.server";
import { expireApplications } from "~/placements/commands/expire-applications.server";
import { inviteToInterview } from "~/placements/commands/invite-to-interview.server";
import { offerPlaces } from "~/placements/commands/offer-places.server";
import { proposePlacement } from "~/placements/commands/propose-placement.server";
import { saveProfile } from "~/placements/commands/save-profile.server";
import { submitApplication } from "~/placements/commands/submit-application.server";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { consentOnPaper } from "./round-consents";
import { type Calendar, type CastMember, ctxAt } from "./time";
import { codeOf } from "./trading-codes";

type Fate =
  | "expired"
  | "rejected"
  | "withdrawn"
  | "declined"
  | "submitted"
  | "read"
  | "shortlisted"
  | "interview"
  | "offered";

/** What becomes of 黄子轩's applications, in the order he sends them, and how many days ago he does. */
const FATES: readonly { fate: Fate; daysAgo: number }[] = [
  { fate: "expired", daysAgo: 16 },
  { fate: "rejected", daysAgo: 9 },
  { fate: "withdrawn", daysAgo: 8 },
  { fate: "declined", daysAgo: 7 },
  { fate: "offered", daysAgo: 6 },
  { fate: "interview", daysAgo: 5 },
  { fate: "shortlisted", daysAgo: 4 },
  { fate: "read", daysAgo: 2 },
  { fate: "submitted", daysAgo: 1 },
];

const versionOf = async (id: string): Promise<number> =>
  (await read.application.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

/** A persona of the city with the record they took up. */
const studentAt = async (email: string, school: CastMember) => {
  const person = await read.person.findUniqueOrThrow({
    where: { emailHash: lookupHash("person.email", email) },
    select: { id: true },
  });
  const row = await read.student.findFirstOrThrow({
    where: { personId: person.id, organizationId: school.organization.id },
  });
  const member: CastMember = {
    personId: person.id,
    name: row.name,
    organization: { ...school.organization, role: "student" },
  };
  return { id: row.id, member };
};

const placesOnOffer = () =>
  read.listing.findMany({
    where: { state: "published", direction: "offer", kind: { in: ["internship", "apprenticeship"] } },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, organizationId: true },
  });

type Speakers = ReadonlyMap<string, CastMember>;

/** What the host, and then the student, do with an application until it is where the story wants it. */
const bringTo = async (
  of: { id: string; fate: Fate; host: CastMember; student: CastMember; day: number },
  calendar: Calendar,
): Promise<void> => {
  const { id, fate, host, student, day } = of;
  const ids = [id];
  const asHost = ctxAt(host, calendar.at(Math.min(day + 1, 0), 15));
  const asStudent = ctxAt(student, calendar.at(Math.min(day + 2, 0), 19));
  if (fate === "submitted" || fate === "expired") return;
  if (fate === "withdrawn") {
    must(
      await endApplication(asStudent, {
        id,
        version: await versionOf(id),
        move: "withdraw",
        reason: "too_far",
      }),
    );
    return;
  }
  if (fate === "rejected") {
    const note = "机修岗位要求会看液压图，建议先在学校补修这门课。";
    must(await answerApplications(asHost, { intent: "reject", ids, reason: "skills_not_met", note }));
    return;
  }
  must(await answerApplications(asHost, { intent: "read", ids }));
  if (fate === "read") return;
  must(await answerApplications(asHost, { intent: "shortlist", ids }));
  if (fate === "shortlisted") return;
  if (fate === "interview") {
    must(
      await inviteToInterview(asHost, {
        intent: "invite",
        ids,
        on: calendar.day(3),
        at: "14:30",
        minutes: 30,
        way: "on_site",
        place: "厂区一楼接待室，带学生证",
        interviewNote: "会看一段对刀操作，请穿劳保鞋。",
      }),
    );
    return;
  }
  const until = calendar.day(fate === "declined" ? 2 : 4);
  must(await offerPlaces(asHost, { intent: "offer", ids, until, offerNote: "师傅已经定好，欢迎来车间。" }));
  if (fate === "declined") {
    must(
      await endApplication(asStudent, { id, version: await versionOf(id), move: "decline", reason: "pay" }),
    );
  }
};

/** 黄子轩 applies until every state of the table has one of his applications. */
const ownApplications = async (
  student: { id: string; member: CastMember },
  speakers: Speakers,
  calendar: Calendar,
): Promise<number> => {
  const places = await placesOnOffer();
  let told = 0;
  for (const { fate, daysAgo } of FATES) {
    const ctx = ctxAt(student.member, calendar.at(-daysAgo, 9));
    while (places.length > 0) {
      const place = places.shift()!;
      const host = speakers.get(place.organizationId);
      if (!host) continue;
      const sent = await submitApplication(ctx, {
        submissionKey: newId(),
        listing: place.id,
        consent: "on",
        message: "在校学过对刀和首件检测，周末可以来面试，希望能跟师傅学装调。",
        language: "zh-CN",
      });
      if (!sent.ok) continue;
      const { id } = sent.value;
      await bringTo({ id, fate, host, student: student.member, day: -daysAgo }, calendar);
      told += 1;
      break;
    }
  }
  await expireApplications(fixedClock(calendar.at(-1, 20).toISOString()));
  return told;
};

/** A class the school applied for at one host, with papers of consent, in every state a host works through. */
const classAt = async (
  host: CastMember,
  school: CastMember,
  calendar: Calendar,
  except: readonly string[],
): Promise<number> => {
  const [listings, students] = await Promise.all([
    read.listing.findMany({
      where: {
        organizationId: host.organization.id,
        state: "published",
        direction: "offer",
        kind: { in: ["internship", "apprenticeship"] },
      },
      orderBy: { id: "asc" },
      take: 4,
      select: { id: true },
    }),
    read.student.findMany({
      where: {
        organizationId: school.organization.id,
        id: { notIn: [...except] },
        state: "active",
        guardians: { some: { endedAt: null } },
      },
      orderBy: { studentNumber: "asc" },
      take: 90,
      select: { id: true },
    }),
  ]);
  const ids = students.map((one) => one.id);
  await consentOnPaper(
    new Map(ids.map((id) => [id, new Set([host.organization.id])])),
    school.organization.name,
    calendar.at(-8, 9),
  );
  const made: string[] = [];
  for (const [index, listing] of listings.entries()) {
    if (made.length >= 16) break;
    const { outcomes } = must(
      await applyForCohort(ctxAt(school, calendar.at(-4, 10, index)), {
        submissionKey: newId(),
        listing: listing.id,
        students: ids,
        message: "学生已完成车工基本功训练，班主任随时可联系。",
      }),
    );
    const there = outcomes.flatMap((one) => (one.id ? [one.id] : []));
    const kept = there.slice(0, index === 0 ? 10 : 6);
    for (const id of there.slice(kept.length)) {
      must(
        await endApplication(ctxAt(school, calendar.at(-4, 11)), {
          id,
          version: await versionOf(id),
          move: "withdraw",
          reason: "other",
          note: "名额有限，先报前几名。",
        }),
      );
    }
    made.push(...kept);
  }
  const shared = await read.application.findMany({
    where: { id: { in: made }, sharedAt: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const rows = shared.map((one) => one.id);
  const asHost = ctxAt(host, calendar.at(-2, 15));
  const part = (from: number, to: number) => rows.slice(from, to);
  const act = async (ids: string[], work: (ids: string[]) => Promise<unknown>) => {
    if (ids.length > 0) await work(ids);
  };
  await act(part(0, 8), (chosen) => answerApplications(asHost, { intent: "read", ids: chosen }));
  await act(part(2, 8), (chosen) => answerApplications(asHost, { intent: "shortlist", ids: chosen }));
  await act(part(4, 6), (chosen) =>
    inviteToInterview(asHost, {
      intent: "invite",
      ids: chosen,
      on: calendar.day(2),
      at: "09:30",
      minutes: 30,
      way: "video",
      place: "https://meet.example/nanyue",
    }),
  );
  await act(part(6, 8), (chosen) =>
    offerPlaces(asHost, { intent: "offer", ids: chosen, until: calendar.day(5) }),
  );
  await act(part(8, 9), (chosen) =>
    answerApplications(asHost, {
      intent: "reject",
      ids: chosen,
      reason: "dates_not_fit",
      note: "这批要求寒假前到岗。",
    }),
  );
  return rows.length;
};

/**
 * Applications of the city in every state: 黄子轩's own, 陈雨桐's that waits for her father, a class at 南粤精密 in all the
 * columns a host works through, and a workshop 黄子轩 found himself, waiting for the school.
 */
export const loadApplications = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const firm = cast.speakers.get("南粤精密")!;
  const speakers: Speakers = new Map([...cast.speakers.values()].map((one) => [one.organization.id, one]));
  const adult = await studentAt("student@demo.example", school);
  const minor = await studentAt("minor@demo.example", school);
  const profile = {
    version: 0,
    strengths: "做过两学期车工实训，独立完成过阶梯轴和螺纹件；参加过校技能节，车工组第三名。",
    skills: "数控车工四级\n普车操作\n游标卡尺与千分尺检测",
    languages: "普通话、粤语",
    wishRegions: ["440113", "440115"],
    wishLodging: "unified" as const,
    commuteMinutes: 60,
    wishes: "希望双休，能跟着师傅学装调。",
  };
  must(await saveProfile(ctxAt(adult.member, calendar.at(-30, 20)), profile));
  const own = await ownApplications(adult, speakers, calendar);
  const heard = await read.consent.findMany({
    where: { studentId: minor.id, purpose: "share_application", party: "guardian" },
    select: { recipientId: true },
  });
  const agreed = new Set(heard.map((one) => one.recipientId));
  for (const place of (await placesOnOffer()).filter((one) => !agreed.has(one.organizationId))) {
    const sent = await submitApplication(ctxAt(minor.member, calendar.at(-3, 20)), {
      submissionKey: newId(),
      listing: place.id,
      consent: "on",
      message: "我数学好，坐得住，想学检测。",
      language: "zh-CN",
    });
    if (sent.ok) break;
  }
  const pipeline = await classAt(firm, school, calendar, [adult.id, minor.id]);
  const proposed = await proposePlacement(ctxAt(adult.member, calendar.at(-1, 18)), {
    uscc: codeOf(731),
    hostName: "石楼镇顺利五金加工店",
    region: "440113",
    address: "石楼镇市莲路 88 号",
    industry: "3311",
    employees: 36,
    postHeadcount: 14,
    contactName: "黎师傅",
    contactPhone: "13800002231",
    title: "数控车床跟班",
    occupation: "6-18-01-01",
    startsOn: calendar.day(70),
    endsOn: calendar.day(190),
    tasks: ["装夹与对刀", "批量加工与自检", "设备日常保养"],
    hoursPerDay: 8,
    hoursPerWeek: 40,
    nightShifts: false,
    overtime: false,
    restDayWork: false,
    labourIntensity: "2",
    hazards: ["none"],
    pay: 360_000,
    samePostPay: 430_000,
    lodging: "home",
    fees: "none",
    agent: false,
    insurance: "school",
    why: "离家步行十分钟，店里师傅是叔叔的同事，愿意一对一带。",
  });
  if (!proposed.ok) say(`  the self-found workshop was refused: ${proposed.refusal.key}`);
  say(`  ${own} applications of 黄子轩, ${pipeline} before 南粤精密`);
};
