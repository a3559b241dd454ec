import { writeRoster } from "~/organizations/roster-write.server";
import { completeDuePlacements } from "~/placements/commands/complete-due-placements.server";
import { decideAssessment } from "~/placements/commands/decide-assessment.server";
import { issueCertificate } from "~/placements/commands/issue-certificate.server";
import { revokeCertificate } from "~/placements/commands/revoke-certificate.server";
import { scorePlacement } from "~/placements/commands/score-placement.server";
import { keepOutcome } from "~/placements/keep-outcome.server";
import { competencesOf, HOUSE_RUBRIC } from "~/placements/rules/assessment";
import { type PlacementTerms, placementTerms } from "~/placements/terms";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

const NAMES = [
  "黎嘉明",
  "岑子聪",
  "欧婉仪",
  "莫俊豪",
  "区绮雯",
  "温志远",
  "龙思敏",
  "甘伟文",
  "关晓晴",
  "余家乐",
  "麦泽宇",
  "倪可儿",
  "庞文杰",
  "沈佩怡",
  "钟浩天",
  "简乐心",
  "苏锦添",
  "韦静雯",
];

type Graduate = { id: string; host: CastMember; score: string };

/** How a cohort went: when it began and ended in days from today, its class, its students and their hosts. */
type Group = {
  entryYear: number;
  className: string;
  names: readonly string[];
  began: number;
  ended: number;
  graduated: boolean;
  hosts: readonly CastMember[];
};

const termsLike = async (
  host: CastMember,
  dates: [string, string],
): Promise<PlacementTerms & { hostId: string }> => {
  const hostId = host.organization.id;
  const like = await read.placement.findFirstOrThrow({
    where: { hostId },
    orderBy: { createdAt: "asc" },
    select: { terms: true },
  });
  const terms = placementTerms.parse(JSON.parse(like.terms));
  return { ...terms, startsOn: dates[0], endsOn: dates[1], hostId };
};

/** Students of a class and their placements, at work until the last day; the house itself ends them. */
const send = async (
  school: CastMember,
  calendar: Calendar,
  group: Group,
  serial: number,
): Promise<Graduate[]> => {
  const schoolId = school.organization.id;
  const programme = await read.programme.findFirstOrThrow({
    where: { organizationId: schoolId, majorCode: "660103" },
  });
  const at = calendar.at(group.began - 20);
  const numbers = group.names.map((_, index) => `S${group.entryYear}${serial + index}`);
  const dates: [string, string] = [calendar.day(group.began), calendar.day(group.ended)];
  await inTransaction((tx) =>
    writeRoster(
      tx,
      group.names.map((name, index) => ({
        line: index + 2,
        studentNumber: numbers[index] ?? "",
        name,
        sex: index % 3 === 0 ? "female" : "male",
        birthDate: `${group.entryYear - 16}-0${(index % 9) + 1}-12`,
        idNumber: null,
        programmeId: programme.id,
        entryYear: group.entryYear,
        className: group.className,
        phone: null,
        email: `graduate${group.entryYear}${serial + index}@city.example`,
        guardian: null,
      })),
      { organizationId: schoolId, importId: null, now: at },
    ),
  );
  const students = await read.student.findMany({
    where: { organizationId: schoolId, studentNumber: { in: numbers } },
    orderBy: { studentNumber: "asc" },
  });
  const sent: Graduate[] = [];
  for (const [index, student] of students.entries()) {
    const host = group.hosts[index % group.hosts.length]!;
    const { hostId, ...terms } = await termsLike(host, dates);
    const id = newId(at.getTime() + index);
    await inTransaction(async (tx) => {
      if (group.graduated)
        await tx.student.update({ where: { id: student.id }, data: { state: "graduated" } });
      await tx.placement.create({
        data: {
          id,
          studentId: student.id,
          schoolId,
          programmeId: programme.id,
          majorCode: programme.majorCode,
          hostId,
          postId: terms.postId,
          origin: "round",
          type: "internship",
          title: terms.title,
          startsOn: dates[0],
          endsOn: dates[1],
          state: "in_progress",
          startedOn: dates[0],
          terms: JSON.stringify(terms),
          payMonthlyFen: terms.payMonthlyFen,
          mentorId: host.personId,
          createdAt: at,
          updatedAt: at,
          version: 1,
        },
      });
    });
    sent.push({ id, host, score: String(72 + ((index * 7) % 24)) });
  }
  const ctx = { actor: systemActor("平台"), requestId: newId() };
  await completeDuePlacements({
    ...ctx,
    clock: fixedClock(calendar.at(group.ended + 1).toISOString()),
  });
  return sent;
};

const points = (by: "school" | "host", score: string) =>
  Object.fromEntries(HOUSE_RUBRIC.parts.filter((part) => part.by === by).map(({ key }) => [key, score]));

const byHost = async (one: Graduate, at: Date) => {
  const { terms } = await read.placement.findUniqueOrThrow({ where: { id: one.id } });
  const names = competencesOf(placementTerms.parse(JSON.parse(terms)), HOUSE_RUBRIC);
  const levels = Object.fromEntries(
    names.map((name, index) => [name, Number(one.score) >= 85 || index === 0 ? "mastered" : "basic"]),
  );
  must(
    await scorePlacement(ctxAt(one.host, at), one.id, {
      version: 0,
      scores: points("host", one.score),
      levels,
      note: "能独立完成班组交给的任务。",
    }),
  );
};

const bySchool = async (school: CastMember, one: Graduate, at: Date) =>
  must(
    await scorePlacement(ctxAt(school, at), one.id, {
      version: 1,
      scores: points("school", one.score),
      levels: {},
      note: "周记录完整，报告按时。",
    }),
  );

const certify = async (school: CastMember, id: string, at: Date) => {
  const { version } = await read.placement.findUniqueOrThrow({ where: { id } });
  return must(await issueCertificate(ctxAt(school, at), id, version));
};

const WHERE = ["11", "11", "11", "10", "80", "11"] as const;

/** What became of one graduate at a month: most stayed or found work in the city, some study, a few nobody knows. */
const becomes = async (one: Graduate, index: number, month: 0 | 6 | 12, at: Date) => {
  const unknown = (index + month) % 9 === 8;
  if (unknown) return;
  const destination = month === 0 && index % 7 === 3 ? "70" : (WHERE[index % WHERE.length] ?? "11");
  const employed = destination !== "80" && destination !== "70";
  const { studentId, terms } = await read.placement.findUniqueOrThrow({ where: { id: one.id } });
  const { occupationCode } = placementTerms.parse(JSON.parse(terms));
  const ctx = { actor: systemActor("毕业生"), clock: fixedClock(at.toISOString()), requestId: newId() };
  const stayed = employed && index % 3 !== 2;
  await inTransaction((tx) =>
    keepOutcome(tx, ctx, {
      studentId,
      month,
      source: index % 4 === 0 ? "school_list" : "graduate",
      withProof: index % 4 === 0,
      destination,
      employerName: stayed ? one.host.organization.name : null,
      sameUnit: employed ? stayed : null,
      occupationCode: employed ? occupationCode : null,
      ownMatch: employed ? "yes" : null,
      regionCode: employed ? (index % 5 === 4 ? "440300" : "440100") : null,
      payBand: employed ? "4500to5999" : null,
      satisfaction: 3 + (index % 3),
      employerSatisfaction: null,
    }),
  );
};

/**
 * Those who went before: last year's class, assessed, certified and asked what became of them; and a class whose placements
 * ended lately, in every stage of the assessment. One certificate was revoked and issued anew.
 */
export const loadGraduates = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const school = cast.speakers.get("岭南机电")!;
  const hosts = [cast.speakers.get("南粤精密")!, cast.speakers.get("珠江自动化")!];
  const thisYear = Number(calendar.today.slice(0, 4));
  const before = { entryYear: thisYear - 4, className: "数控毕业班", began: -700, ended: -530 };
  const graduates = await send(school, calendar, { ...before, names: NAMES, graduated: true, hosts }, 90_001);
  for (const [index, one] of graduates.entries()) {
    await byHost(one, calendar.at(-525));
    await bySchool(school, one, calendar.at(-524));
    must(await decideAssessment(ctxAt(school, calendar.at(-510)), one.id, 2));
    await certify(school, one.id, calendar.at(-505));
    await becomes(one, index, 0, calendar.at(-490));
    await becomes(one, index, 6, calendar.at(-310));
    await becomes(one, index, 12, calendar.at(-125));
  }
  const [first] = graduates;
  if (first) {
    const input = { version: 1, reason: "岗位名称写错，已重新颁发" };
    must(await revokeCertificate(ctxAt(school, calendar.at(-480)), first.id, input));
    await certify(school, first.id, calendar.at(-480, 11));
  }
  const lately = { entryYear: thisYear - 2, className: "数控先行班", began: -100, ended: -12 };
  const names = ["邹文希", "雷梓航", "施晓岚", "凌志伟", "洪嘉怡"];
  const ending = await send(school, calendar, { ...lately, names, graduated: false, hosts }, 91_001);
  const [, scored, answering, decided, certified] = ending;
  for (const one of [scored, answering, decided, certified]) if (one) await byHost(one, calendar.at(-11));
  if (answering) await bySchool(school, answering, calendar.at(-2));
  for (const one of [decided, certified]) {
    if (!one) continue;
    await bySchool(school, one, calendar.at(-10));
    must(await decideAssessment(ctxAt(school, calendar.at(-2)), one.id, 2));
  }
  if (certified) await certify(school, certified.id, calendar.at(-1));
  say(`  ${graduates.length} graduates of last year, ${ending.length} placements being assessed`);
};
