import { agreeTable } from "~/credits/commands/agree-table.server";
import { confirmConversion } from "~/credits/commands/confirm-conversion.server";
import { decideClaim } from "~/credits/commands/decide-claim.server";
import { noteMakeup } from "~/credits/commands/note-makeup.server";
import { openTableVersion } from "~/credits/commands/open-table-version.server";
import { overrideLine } from "~/credits/commands/override-line.server";
import { planMakeup } from "~/credits/commands/plan-makeup.server";
import { proposeClaim } from "~/credits/commands/propose-claim.server";
import { saveCourse } from "~/credits/commands/save-course.server";
import { setCreditRule } from "~/credits/commands/set-credit-rule.server";
import { setTableLine } from "~/credits/commands/set-table-line.server";
import { setTranscript } from "~/credits/commands/set-transcript.server";
import { settleMakeup } from "~/credits/commands/settle-makeup.server";
import { signTable } from "~/credits/commands/sign-table.server";
import { startTable } from "~/credits/commands/start-table.server";
import { conversionPage } from "~/credits/queries/conversion-page.server";
import type { TranscriptLine } from "~/credits/rules/convert";
import { sealTableDocument } from "~/credits/seal-table.server";
import { DEMO_PASSWORD } from "~/identity/demo-personas";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import { addDays, civilDate, daysBetween, fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import {
  GENERAL_COURSES,
  GENERAL_TRANSCRIPT,
  MOVED_TRANSCRIPT,
  type StoryLine,
  TO_GENERAL,
  TO_VOCATIONAL,
  TO_VOCATIONAL_CHANGES,
  VOCATIONAL_COURSES,
  WAITING_TRANSCRIPT,
} from "./credit-stories";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

type City = { school: CastMember; highschool: CastMember; calendar: Calendar };
type Story = typeof GENERAL_COURSES;

/** The day both schools had written their catalogues and signed the first tables. */
const SIGNED = -142;

const enterCourses = async (who: CastMember, courses: Story, calendar: Calendar): Promise<void> => {
  for (const [code, name, kind, credits, hours, term, major] of courses) {
    must(
      await saveCourse(ctxAt(who, calendar.at(SIGNED, 8)), {
        code,
        name,
        kind,
        credits: credits * 100,
        hours,
        grade: 1,
        term,
        required: kind !== "elective",
        offered: true,
        validFrom: calendar.day(-200),
        ...(major ? { majorCode: major } : {}),
      }),
    );
  }
};

const openVersion = (tableId: string) =>
  read.equivalenceVersion.findUniqueOrThrow({ where: { openKey: tableId } });

/** Both schools write and agree on the open version; as far as told they sign it, and it is sealed. */
const settleTable = async (
  { school, highschool, calendar }: City,
  tableId: string,
  lines: readonly StoryLine[],
  day: number,
  signs: boolean,
): Promise<void> => {
  for (const line of lines) {
    const { version } = await openVersion(tableId);
    must(await setTableLine(ctxAt(school, calendar.at(day, 9)), tableId, { ...line, version }));
  }
  for (const [index, who] of [school, highschool].entries()) {
    const { version } = await openVersion(tableId);
    must(await agreeTable(ctxAt(who, calendar.at(day, 10 + index)), tableId, { version }));
  }
  const { documentId } = await openVersion(tableId);
  const id = documentId ?? "";
  const { digest } = await read.sealedDocument.findUniqueOrThrow({ where: { id } });
  const word = { password: DEMO_PASSWORD, digest };
  must(await signTable(ctxAt(highschool, calendar.at(day, 14)), tableId, word));
  if (!signs) return;
  must(await signTable(ctxAt(school, calendar.at(day, 15)), tableId, word));
  const clock = fixedClock(calendar.at(day, 15, 30).toISOString());
  await sealTableDocument({ actor: systemActor("平台"), clock, requestId: newId() }, id);
};

const proposeTable = async (city: City, agreement: string, direction: "in" | "out"): Promise<string> =>
  must(
    await startTable(ctxAt(city.school, city.calendar.at(SIGNED, 8, 30)), {
      agreement,
      direction,
      validFrom: city.calendar.day(SIGNED),
    }),
  ).id;

const transferOf = (name: string, states: readonly string[]) =>
  read.transfer.findFirst({ where: { studentName: name, state: { in: [...states] } } });

const convertAll = async (
  who: CastMember,
  transferId: string,
  lines: readonly TranscriptLine[],
  at: Date,
  decisions: readonly { line: string; credits: number; reason: string }[],
): Promise<void> => {
  const ctx = ctxAt(who, at);
  must(await setTranscript(ctx, transferId, { lines, origin: "file", version: 0 }));
  for (const { line, credits, reason } of decisions) {
    const page = await conversionPage(ctx, transferId);
    must(
      await overrideLine(ctx, transferId, {
        version: page?.version ?? 0,
        line,
        outcome: "elective",
        credits,
        reason,
      }),
    );
  }
  const page = await conversionPage(ctx, transferId);
  must(await confirmConversion(ctx, transferId, { version: page?.version ?? 0, digest: page?.digest ?? "" }));
};

/** A make-up plan under way: one course passed, one past its day, the others ahead. */
const runMakeUp = async (city: City, transferId: string, converted: number): Promise<void> => {
  const { school, calendar } = city;
  const tutor = await read.membership.findFirst({
    where: { organizationId: school.organization.id, role: "teacher", endedAt: null },
    orderBy: { createdAt: "asc" },
    include: { person: { select: { id: true, name: true } } },
  });
  const conversion = await read.creditConversion.findUnique({ where: { transferId } });
  if (!tutor || !conversion) return;
  const items = await read.makeUpItem.findMany({
    where: { conversionId: conversion.id },
    orderBy: { code: "asc" },
    take: 20,
  });
  const days = [Math.max(converted + 1, -20), Math.max(converted + 1, -8), 40];
  for (const [index, item] of items.entries()) {
    must(
      await planMakeup(ctxAt(school, calendar.at(converted, 17)), item.id, {
        version: item.version,
        tutor: tutor.person.id,
        fromOn: calendar.day(converted),
        untilOn: calendar.day(days[Math.min(index, days.length - 1)] ?? 40),
      }),
    );
  }
  const teacher: CastMember = {
    personId: tutor.person.id,
    name: tutor.person.name,
    organization: { ...school.organization, role: "teacher" },
  };
  const [passed, late] = items;
  const said = async (id: string, text: string, day: number) =>
    must(await noteMakeup(ctxAt(teacher, calendar.at(Math.max(converted, day), 16)), id, { text }));
  if (passed) {
    await said(passed.id, "每周三下午在实训楼补课两节，图样识读已经跟上。", -30);
    const { version } = await read.makeUpItem.findUniqueOrThrow({ where: { id: passed.id } });
    must(
      await settleMakeup(ctxAt(teacher, calendar.at(Math.max(converted, -22), 17)), passed.id, {
        version,
        outcome: "passed",
        grade: "81",
        result: "随班考试",
      }),
    );
  }
  if (late) await said(late.id, "缺了两次课，作业还差一份，约好下周补齐。", -10);
};

/** A one-page PDF as a phone's scanner makes it. */
const scan = (name: string) => ({
  field: "file",
  name,
  mediaType: "application/pdf",
  bytes: new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
});

/** Rules of the school for other sources, one certificate granted and a prize that waits. */
const showOthers = async ({ school, calendar }: City): Promise<void> => {
  const rule = (source: "certificate" | "competition", title: string, credits: number) =>
    setCreditRule(ctxAt(school, calendar.at(-90, 9)), {
      source,
      title,
      credits,
      validFrom: calendar.day(-400),
      document: "《学分认定办法（试行）》第三章",
    });
  const certificate = must(await rule("certificate", "职业技能等级证书（四级/中级）", 300));
  must(await rule("competition", "市级技能竞赛二等奖", 200));
  const roll = await read.student.findFirst({
    where: {
      organizationId: school.organization.id,
      name: "黄子轩",
      personId: { not: null },
      state: "active",
    },
  });
  if (!roll?.personId) return;
  const student: CastMember = {
    personId: roll.personId,
    name: roll.name,
    organization: { ...school.organization, role: "student" },
  };
  const granted = must(
    await proposeClaim(
      ctxAt(student, calendar.at(-40, 20)),
      {
        source: "certificate",
        title: "车工 四级/中级工",
        issuer: "穗城市职业技能鉴定中心（演示）",
        number: "2444001901400001",
        happenedOn: calendar.day(-60),
      },
      scan("车工四级证书.pdf"),
    ),
  );
  must(
    await decideClaim(ctxAt(school, calendar.at(-36, 10)), granted.id, {
      version: 1,
      outcome: "granted",
      rule: certificate.id,
      reason: "证书编号已在鉴定中心网站核对。",
    }),
  );
  must(
    await proposeClaim(
      ctxAt(student, calendar.at(-4, 20)),
      {
        source: "competition",
        title: "市中职学校技能竞赛 数控车 二等奖",
        issuer: "穗城市教育局（演示）",
        happenedOn: calendar.day(-12),
      },
      scan("获奖证书.pdf"),
    ),
  );
};

/**
 * Credits of the demo city: catalogues and tables of the paired schools in both directions, one with a superseded version and
 * one with a further version at signature; a conversion with its make-up plan under way, one that waits, and other sources.
 */
export const loadCredits = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const city: City = {
    calendar,
    school: cast.speakers.get("岭南机电") as CastMember,
    highschool: cast.speakers.get("番禺八中") as CastMember,
  };
  const { school, highschool } = city;
  await enterCourses(highschool, GENERAL_COURSES, calendar);
  await enterCourses(school, VOCATIONAL_COURSES, calendar);
  const { agreementId } = await read.transferPairing.findFirstOrThrow({
    where: { generalId: highschool.organization.id, vocationalId: school.organization.id },
  });
  const toVocational = await proposeTable(city, agreementId, "in");
  const toGeneral = await proposeTable(city, agreementId, "out");
  await settleTable(city, toVocational, TO_VOCATIONAL, SIGNED, true);
  await settleTable(city, toGeneral, TO_GENERAL, SIGNED, true);
  must(
    await openTableVersion(ctxAt(highschool, calendar.at(-34, 9)), toVocational, {
      validFrom: calendar.day(-30),
    }),
  );
  await settleTable(city, toVocational, TO_VOCATIONAL_CHANGES, -32, true);
  must(
    await saveCourse(ctxAt(school, calendar.at(-30, 9)), {
      code: "ZJ-S13",
      name: "钳工技能训练",
      kind: "practice",
      majorCode: "660103",
      credits: 300,
      hours: 90,
      grade: 1,
      term: 1,
      required: true,
      offered: true,
      validFrom: calendar.day(-30),
    }),
  );
  const moved = await transferOf("谭志鹏", ["moved", "credits"]);
  if (moved) {
    const day = daysBetween(calendar.today, moved.movedOn ?? civilDate(moved.updatedAt));
    const converted = Math.min(0, day + 2);
    await convertAll(school, moved.id, MOVED_TRANSCRIPT, calendar.at(converted, 15), [
      { line: "PG-X09|高一下", credits: 100, reason: "两校教研组看过作品和课程记录，内容属于增材制造选修" },
    ]);
    await runMakeUp(city, moved.id, converted);
  }
  const up = await transferOf("罗静怡", ["moved", "credits"]);
  if (up) {
    const on = addDays(up.movedOn ?? civilDate(up.updatedAt), 3);
    const at = calendar.at(Math.min(0, daysBetween(calendar.today, on)), 15);
    await convertAll(highschool, up.id, GENERAL_TRANSCRIPT, at, []);
  }
  const waiting = await transferOf("刘乐瑶", ["credits"]);
  if (waiting) {
    must(
      await setTranscript(ctxAt(school, calendar.at(-1, 16)), waiting.id, {
        lines: WAITING_TRANSCRIPT,
        origin: "file",
        version: 0,
      }),
    );
  }
  must(
    await openTableVersion(ctxAt(highschool, calendar.at(-3, 9)), toGeneral, { validFrom: calendar.day(20) }),
  );
  await settleTable(city, toGeneral, [{ sourceCode: "ZJ-G21", type: "elective" }], -2, false);
  await showOthers(city);
  say(
    `  ${await read.creditConversion.count()} conversions of credits, ${await read.makeUpItem.count()} courses to make up`,
  );
};
