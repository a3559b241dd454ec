import { addStudents } from "~/articulation/commands/add-students.server";
import { answerPathway } from "~/articulation/commands/answer-pathway.server";
import { changePlan } from "~/articulation/commands/change-plan.server";
import { createPathway } from "~/articulation/commands/create-pathway.server";
import { decidePathway } from "~/articulation/commands/decide-pathway.server";
import { enterResults } from "~/articulation/commands/enter-results.server";
import { movePathway } from "~/articulation/commands/move-pathway.server";
import { openCohort } from "~/articulation/commands/open-cohort.server";
import { recordLeaving } from "~/articulation/commands/record-leaving.server";
import type { KindId } from "~/articulation/rules/kinds";
import { writeRoster } from "~/organizations/roster-write.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt, seeded } from "./time";

/** A pathway of the demo city; days count from the day it is loaded, and it is told until somebody has not spoken yet. */
type Story = {
  kind: KindId;
  title: string;
  summary: string;
  partner: string;
  enterprise?: string;
  majors: readonly [string, string];
  seats: readonly [number, number];
  firstIntake: number;
  day: number;
  until: "proposed" | "confirmed" | "running";
  filing?: string;
};

type City = {
  calendar: Calendar;
  school: CastMember;
  authority: CastMember;
  speakers: ReadonlyMap<string, CastMember>;
};

const FAMILY = "梁陈黄冯何邓罗谭潘霍";
const GIVEN = ["嘉豪", "晓彤", "志远", "美仪", "俊贤", "诗敏", "国威", "婉仪", "子聪", "慧琳"];
const PAST_INTAKE = 30;
/** How long ago last year's stage examination was; its month and day are the plan's. */
const EXAM_AGO = -140;

const versionOf = async (id: string): Promise<number> =>
  (await read.articulationPathway.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

const tell = async (city: City, story: Story): Promise<string> => {
  const { calendar, school, authority, speakers } = city;
  const partner = speakers.get(story.partner) as CastMember;
  const at = (after: number, hour = 10) => calendar.at(story.day + after, hour);
  const agreement = await read.agreement.findFirstOrThrow({
    where: {
      kind: "school_school",
      state: "active",
      AND: [school, partner].map((one) => ({ parties: { some: { organizationId: one.organization.id } } })),
    },
  });
  const { id } = must(
    await createPathway(ctxAt(school, at(0, 9)), {
      kind: story.kind,
      title: story.title,
      agreement: agreement.id,
      firstIntake: story.firstIntake,
    }),
  );
  const [month, day] = calendar.day(EXAM_AGO).slice(5).split("-").map(Number) as [number, number];
  const enterprise = story.enterprise ? speakers.get(story.enterprise) : undefined;
  must(
    await changePlan(ctxAt(school, at(0, 11)), id, {
      version: 1,
      title: story.title,
      summary: story.summary,
      agreement: agreement.id,
      firstIntake: story.firstIntake,
      stages: [
        { school: school.organization.id, major: story.majors[0], quota: story.seats[0] },
        { school: partner.organization.id, major: story.majors[1], quota: story.seats[1] },
      ],
      enterprises: enterprise ? [enterprise.organization.id] : [],
      examMonth: month,
      examDate: Math.min(day, 28),
      parts: [
        { name: "文化基础", weight: 4_000 },
        { name: "专业理论", weight: 2_000 },
        { name: "专业技能", weight: 4_000 },
      ],
      pass: 6_000,
    }),
  );
  must(await movePathway(ctxAt(school, at(1)), id, { version: await versionOf(id), action: "propose" }));
  must(await answerPathway(ctxAt(partner, at(4)), id, { version: await versionOf(id), outcome: "confirm" }));
  if (story.until !== "running") return id;
  must(
    await decidePathway(ctxAt(authority, at(10)), id, {
      version: await versionOf(id),
      outcome: "approve",
      filingNumber: story.filing ?? "",
    }),
  );
  must(await movePathway(ctxAt(school, at(12)), id, { version: await versionOf(id), action: "start" }));
  return id;
};

/** A class that began three years before last year's stage examination, on the roll but without accounts. */
const enrolPast = async (city: City, intakeYear: number): Promise<void> => {
  const { organization } = city.school;
  const programme = await read.programme.findFirstOrThrow({
    where: { organizationId: organization.id, majorCode: "660103" },
  });
  const now = city.calendar.at(-151, 9);
  await inTransaction((tx) =>
    writeRoster(
      tx,
      Array.from({ length: PAST_INTAKE }, (_, index) => ({
        line: index + 2,
        studentNumber: `${intakeYear}G${String(index + 1).padStart(4, "0")}`,
        name: `${FAMILY[index % FAMILY.length]}${GIVEN[(index * 3) % GIVEN.length]}`,
        sex: index % 3 === 0 ? ("female" as const) : ("male" as const),
        birthDate: `${intakeYear - 15}-0${1 + (index % 9)}-1${index % 9}`,
        idNumber: null,
        programmeId: programme.id,
        entryYear: intakeYear,
        className: `${String(intakeYear).slice(2)}数控贯通班`,
        phone: null,
        email: null,
        guardian: null,
      })),
      { organizationId: organization.id, importId: null, now },
    ),
  );
};

/** Scores by seed: most pass, a few do not, two sheets are still missing; one student moved to another school. */
const sit = async (city: City, pathway: string, cohort: string): Promise<void> => {
  const random = seeded(3_200);
  const ctx = ctxAt(city.school, city.calendar.at(EXAM_AGO + 8, 16));
  const members = await read.articulationMember.findMany({
    where: { cohortId: cohort },
    orderBy: { id: "asc" },
    take: PAST_INTAKE,
  });
  const [moved, ...others] = members;
  if (moved) must(await recordLeaving(ctx, pathway, cohort, { member: moved.id, leaving: "moved" }));
  const scored = others.slice(0, -2);
  must(
    await enterResults(ctx, pathway, cohort, {
      rows: scored.map((member, index) => {
        const level = index % 5 === 4 ? 4_200 : 6_300;
        return {
          member: member.id,
          version: member.version,
          scores: [0, 1, 2].map(() => level + Math.floor(random() * 30) * 100),
        };
      }),
    }),
  );
};

/**
 * Through pathways of the demo city: one that runs, with a class that sat its stage examination and one on the way that the
 * persona 黄子轩 is in; one that waits for the enterprise's word, one for the authority's approval.
 */
export const loadPathways = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const city: City = {
    calendar,
    speakers: cast.speakers,
    school: cast.speakers.get("岭南机电") as CastMember,
    authority: cast.speakers.get("市教育局") as CastMember,
  };
  const past = Number(calendar.day(EXAM_AGO).slice(0, 4)) - 3;
  const running = await tell(city, {
    kind: "three_two",
    title: "数控技术应用“3+2”中高职贯通培养",
    summary:
      "两校共用一份人才培养方案：前三年打通文化基础与数控编程、加工实训，后两年在高职做智能制造单元集成。核心课程由两校教师同上，实训学分互认。",
    partner: "穗城智造学院",
    majors: ["660103", "460103"],
    seats: [40, 36],
    firstIntake: past,
    day: -162,
    until: "running",
    filing: "穗教职贯〔演示〕3号",
  });
  await enrolPast(city, past);
  const open = async (intakeYear: number, enrolled: number) =>
    must(await openCohort(ctxAt(city.school, calendar.at(-150, 10)), running, { intakeYear, enrolled })).id;
  const sat = await open(past, PAST_INTAKE);
  must(
    await addStudents(ctxAt(city.school, calendar.at(-149, 10)), running, sat, {
      className: `${String(past).slice(2)}数控贯通班`,
    }),
  );
  await sit(city, running, sat);
  const persona = await read.student.findFirstOrThrow({
    where: { organizationId: city.school.organization.id, name: "黄子轩", personId: { not: null } },
  });
  const mates = await read.student.findMany({
    where: {
      organizationId: city.school.organization.id,
      programmeId: persona.programmeId,
      entryYear: persona.entryYear,
      state: "active",
    },
    orderBy: { studentNumber: "asc" },
    take: 24,
    select: { studentNumber: true },
  });
  const numbers = [...new Set([persona.studentNumber, ...mates.map((one) => one.studentNumber)])];
  const way = await open(persona.entryYear, numbers.length + 1);
  must(
    await addStudents(ctxAt(city.school, calendar.at(-90, 10)), running, way, {
      numbers: numbers.join("\n"),
    }),
  );
  await tell(city, {
    kind: "school_college_enterprise",
    title: "机电设备装调中高企协同长学制",
    summary: "企业参与方案、实训和考核：第二年起每学期四周在企业，毕业设计用真实产线课题。",
    partner: "穗城智造学院",
    enterprise: "南粤精密",
    majors: ["660301", "460301"],
    seats: [30, 30],
    firstIntake: Number(calendar.today.slice(0, 4)) + 1,
    day: -9,
    until: "proposed",
  });
  await tell(city, {
    kind: "three_four",
    title: "数控技术应用“3+4”贯通培养",
    summary: "中职三年、职业本科四年。两校共同编写转段考核大纲，技能部分由双方教师同考。",
    partner: "海湾应技大",
    majors: ["660103", "260103"],
    seats: [30, 30],
    firstIntake: Number(calendar.today.slice(0, 4)) + 1,
    day: -20,
    until: "confirmed",
  });
  say(`  ${await read.articulationPathway.count()} through pathways`);
};
