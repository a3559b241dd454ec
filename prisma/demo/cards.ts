import { regionRange } from "~/catalogues/rules/regions";
import { writeRoster } from "~/organizations/roster-write.server";
import { answerCard } from "~/oversight/commands/answer-card.server";
import { changeCriterion } from "~/oversight/commands/change-criterion.server";
import { computeCards } from "~/oversight/commands/compute-cards.server";
import { decideProposal } from "~/oversight/commands/decide-proposal.server";
import { openCardRows } from "~/oversight/commands/open-card-rows.server";
import { proposeProgramme } from "~/oversight/commands/propose-programme.server";
import { publishCard } from "~/oversight/commands/publish-card.server";
import { raiseAlerts } from "~/oversight/commands/raise-alerts.server";
import { setTarget } from "~/oversight/commands/set-target.server";
import { sweepCards } from "~/oversight/commands/sweep-cards.server";
import { withdrawCard } from "~/oversight/commands/withdraw-card.server";
import { keepOutcome } from "~/placements/keep-outcome.server";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

/** The day the city's cards are computed, in days from today. */
const COMPUTED = -9;
const CITY = "440100";

const FAMILY = "冯邓曹彭曾肖田董潘袁";
const GIVEN = ["雅琳", "思远", "泽楷", "可欣", "嘉豪", "梓晴", "俊熙"];

const nameOf = (index: number): string =>
  `${FAMILY[index % FAMILY.length]}${GIVEN[(index * 3) % GIVEN.length]}`;

/** One graduate's destination code with the occupation found; null for neither. */
type Became = readonly [destination: string, occupationCode: string | null];

/** Of 21 in computing 16 found work, five of them in the trade; five are still looking. */
const COMPUTING: readonly Became[] = Array.from({ length: 21 }, (_, index): Became => {
  if (index < 5) return ["11", index % 2 === 0 ? "4-12-02-01" : "4-04-05-01"];
  if (index < 16) return ["11", index % 2 === 0 ? "4-01-02-03" : "4-02-06-03"];
  return ["70", null];
});

/** Of 15 in accounting ten work in the trade and five went on to study. */
const ACCOUNTING: readonly Became[] = Array.from(
  { length: 15 },
  (_, index): Became => (index < 10 ? ["11", "2-06-03-00"] : ["80", null]),
);

const graduate = async (
  school: CastMember,
  calendar: Calendar,
  cohort: { majorCode: string; className: string; prefix: string; became: readonly Became[] },
): Promise<void> => {
  const organizationId = school.organization.id;
  const programme = await read.programme.findFirstOrThrow({
    where: { organizationId, majorCode: cohort.majorCode },
  });
  const entryYear = Number(calendar.day(COMPUTED).slice(0, 4)) - 4;
  const numbers = cohort.became.map(
    (_, index) => `${cohort.prefix}${entryYear}${String(index + 1).padStart(3, "0")}`,
  );
  await inTransaction((tx) =>
    writeRoster(
      tx,
      numbers.map((studentNumber, index) => ({
        line: index + 2,
        studentNumber,
        name: nameOf(index + cohort.became.length),
        sex: index % 2 === 0 ? "female" : "male",
        birthDate: `${entryYear - 15}-0${(index % 9) + 1}-08`,
        idNumber: null,
        programmeId: programme.id,
        entryYear,
        className: cohort.className,
        phone: null,
        email: null,
        guardian: null,
      })),
      { organizationId, importId: null, now: calendar.at(-520) },
    ),
  );
  const students = await read.student.findMany({
    where: { organizationId, studentNumber: { in: numbers } },
    orderBy: { studentNumber: "asc" },
    select: { id: true },
  });
  const at = calendar.at(-480);
  const ctx = { actor: systemActor(school.name), clock: fixedClock(at.toISOString()), requestId: newId() };
  for (const [index, { id }] of students.entries()) {
    const [destination, occupationCode] = cohort.became[index] ?? ["70", null];
    const employed = occupationCode !== null;
    await inTransaction(async (tx) => {
      await tx.student.update({ where: { id }, data: { state: "graduated" } });
      await keepOutcome(tx, ctx, {
        studentId: id,
        month: 0,
        source: "school_list",
        withProof: true,
        destination,
        employerName: null,
        sameUnit: employed ? false : null,
        occupationCode,
        ownMatch: null,
        regionCode: employed ? "440100" : null,
        payBand: null,
        satisfaction: null,
        employerSatisfaction: null,
      });
    });
  }
};

/** Last year's graduates of two more programmes, as their schools reported them: what some of the cards rest on. */
export const loadCardHistory = async (cast: Cast, calendar: Calendar): Promise<void> => {
  await graduate(cast.speakers.get("岭南机电")!, calendar, {
    majorCode: "710201",
    className: "计算机毕业班",
    prefix: "J",
    became: COMPUTING,
  });
  await graduate(cast.speakers.get("羊城商旅")!, calendar, {
    majorCode: "730301",
    className: "会计毕业班",
    prefix: "K",
    became: ACCOUNTING,
  });
};

const cardOf = (school: CastMember, majorCode: string, outcomes: readonly string[]) =>
  read.programmeCard.findFirst({
    where: { schoolId: school.organization.id, majorCode, outcome: { in: [...outcomes] } },
    orderBy: { year: "desc" },
  });

const versionOf = async (id: string) =>
  (await read.programmeCard.findUniqueOrThrow({ where: { id } })).version;

const propose = async (school: CastMember, authority: CastMember, calendar: Calendar): Promise<void> => {
  const { id } = must(
    await proposeProgramme(ctxAt(school, calendar.at(-60)), {
      kind: "add",
      majorCode: "660107",
      seats: 40,
      text: "本市增材制造企业去年起持续招收学徒，我校数控、模具两个专业已有设备和教师，拟先招一个班。",
    }),
  );
  const decide = async (day: number, intent: "consider" | "accept", reason: string) => {
    const { version } = await read.programmeProposal.findUniqueOrThrow({ where: { id } });
    must(await decideProposal(ctxAt(authority, calendar.at(day)), id, { intent, version, reason }));
  };
  await decide(-54, "consider", "请职成教科会同装备行业协会核对岗位。");
  await decide(-45, "accept", "岗位与设备核对属实，同意下一学年起招生一个班。");
};

/**
 * The year's cards of the city: one red and published, one yellow the school has answered, one withdrawn; a criterion the
 * city changed, a proposal accepted and one that waits, a target that was missed, and the alerts about them.
 */
export const loadCards = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const authority = cast.speakers.get("市教育局")!;
  const mechanics = cast.speakers.get("岭南机电")!;
  const commerce = cast.speakers.get("羊城商旅")!;
  must(
    await changeCriterion(ctxAt(authority, calendar.at(-40)), {
      criterion: "breaks",
      yellow: 800,
      red: 1_800,
      leastCases: 10,
      validFrom: calendar.day(-30),
      document: "《中等职业学校专业预警办法（试行）》（演示文件）",
      reason: "本市要求实习中断率从严掌握。",
    }),
  );
  must(
    await setTarget(ctxAt(authority, calendar.at(-40)), {
      intent: "set",
      indicator: "placements_started",
      goal: 120,
      dueOn: calendar.day(-12),
      project: "秋季实习到岗一百二十人次",
      ownerName: "职成教科 李科长",
    }),
  );
  const computing = fixedClock(calendar.at(COMPUTED, 6).toISOString());
  const { cards, programmes } =
    (await sweepCards(computing)) ?? (await computeCards(computing, { region: regionRange(CITY) }));
  const accounting = await cardOf(commerce, "730301", ["yellow", "red"]);
  if (accounting) {
    must(
      await answerCard(
        ctxAt(commerce, calendar.at(-7, 15)),
        accounting.id,
        {
          intent: "answer",
          version: accounting.version,
          text: "会计专业学生主要由三家代理记账公司接收，名额写在合作协议里，没有发布成平台供给。协议和上年接收名单请见合作记录。",
        },
        null,
      ),
    );
    must(
      await withdrawCard(ctxAt(authority, calendar.at(-3)), accounting.id, {
        version: await versionOf(accounting.id),
        reason:
          "经核对合作协议，三家公司接收名额充足，只是没有在平台发布，撤回黄牌。请学校提醒企业发布供给。",
      }),
    );
  }
  const moulds = await cardOf(mechanics, "660108", ["yellow", "red"]);
  if (moulds) {
    must(
      await answerCard(
        ctxAt(mechanics, calendar.at(-1, 10)),
        moulds.id,
        {
          intent: "answer",
          version: moulds.version,
          text: "三起中断一起为学生换到离家近的单位，一起为岗位与约定不符、学校主动终止，一起没有到岗。已暂停与该单位的派遣，下学期前完成岗位复核。",
        },
        null,
      ),
    );
  }
  const red = await cardOf(mechanics, "710201", ["red", "yellow"]);
  if (red) {
    must(
      await answerCard(
        ctxAt(mechanics, calendar.at(-5, 16)),
        red.id,
        {
          intent: "answer",
          version: red.version,
          text: "情况属实。本专业课程偏通用办公，与企业用工脱节，拟调整方向并压缩学位。",
        },
        null,
      ),
    );
    must(
      await publishCard(ctxAt(authority, calendar.at(-2)), red.id, {
        version: await versionOf(red.id),
        note: "请学校在一个月内提出调整方案。",
      }),
    );
    must(
      await openCardRows(ctxAt(authority, calendar.at(-2, 9)), red.id, {
        measure: "matched",
        reason: "公布红牌前核对对口就业的逐人记录。",
      }),
    );
    const programme = red.programmeId;
    must(
      await proposeProgramme(ctxAt(mechanics, calendar.at(-1)), {
        kind: "adjust",
        programme,
        seats: 40,
        text: "拟从下一届起把计算机应用专业压缩到一个班，课程转向工业软件与设备联网，腾出的学位用于工业机器人专业。",
      }),
    );
  }
  await propose(mechanics, authority, calendar);
  await raiseAlerts(fixedClock(calendar.at(0, 7).toISOString()));
  say(`  ${programmes} programmes looked at, ${cards} cards`);
};
