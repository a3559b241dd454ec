import { giveConsent } from "~/identity/commands/give-consent.server";
import { keepGuardian } from "~/identity/commands/keep-guardian.server";
import { inviteStudents } from "~/organizations/commands/invite-students.server";
import { revealStudent } from "~/organizations/commands/reveal-student.server";
import { rosterProgrammes } from "~/organizations/roster-judge.server";
import { writeRoster } from "~/organizations/roster-write.server";
import type { RosterProgramme, RosterRecord } from "~/organizations/rules/roster-row";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt, seeded } from "./time";

const FAMILY = "陈黄李张梁林吴刘何郭罗邓冯蔡叶谭";
const GIVEN = [
  "子轩",
  "雨桐",
  "浩然",
  "思琪",
  "俊熙",
  "嘉欣",
  "伟杰",
  "晓彤",
  "家豪",
  "梓晴",
  "志鹏",
  "诗涵",
  "锦程",
  "可欣",
  "宇航",
  "美琪",
  "泽楷",
  "静怡",
  "文轩",
  "乐瑶",
  "海涛",
  "佩珊",
  "永康",
  "婉婷",
];
const RELATIONS = ["father", "mother", "mother", "grandparent"];

type Roll = { school: string; students: number; serial: number };

/** Schools of the city with students on their rolls; serial keeps phone numbers apart. */
const ROLLS: readonly Roll[] = [
  { school: "岭南机电", students: 120, serial: 1_000 },
  { school: "羊城商旅", students: 36, serial: 2_000 },
  { school: "珠江卫健", students: 24, serial: 3_000 },
  { school: "穗城智造学院", students: 24, serial: 4_000 },
];

/** Somebody born so that they are `years` old today, with the birthday some days ago. */
const bornYearsAgo = (calendar: Calendar, years: number, daysAgo: number): string => {
  const [year, ...rest] = calendar.day(-daysAgo).split("-");
  const [month, day] = rest;
  return `${Number(year) - years}-${month}-${day === "29" && month === "02" ? "28" : day}`;
};

const recordsOf = (
  roll: Roll,
  programmes: readonly RosterProgramme[],
  calendar: Calendar,
  associate: boolean,
): RosterRecord[] => {
  const random = seeded(roll.serial);
  const thisYear = Number(calendar.today.slice(0, 4));
  return Array.from({ length: roll.students }, (_, index) => {
    const programme = programmes[index % programmes.length]!;
    const entryYear = thisYear - 1 - (index % 2);
    const age = (associate ? 19 : 16) + (index % 2) + (random() < 0.35 ? 1 : 0);
    const family = FAMILY[Math.floor(random() * FAMILY.length)]!;
    const phone = (prefix: string) => `${prefix}${String(roll.serial * 10_000 + index).padStart(8, "0")}`;
    const parent = random() < 0.94;
    return {
      line: index + 2,
      studentNumber: `${entryYear}${String(roll.serial / 1_000).padStart(2, "0")}${String(index + 1).padStart(4, "0")}`,
      name: `${family}${GIVEN[Math.floor(random() * GIVEN.length)]}`,
      sex: random() < 0.62 ? ("male" as const) : ("female" as const),
      birthDate: bornYearsAgo(calendar, age, Math.floor(random() * 360) + 1),
      idNumber: null,
      programmeId: programme.id,
      entryYear,
      className: `${String(entryYear).slice(2)}${programme.name.slice(0, 4)}${1 + (Math.floor(index / programmes.length) % 2)}班`,
      phone: random() < 0.9 ? phone("135") : null,
      email: random() < 0.4 ? `student${roll.serial + index}@city.example` : null,
      guardian: parent
        ? {
            name: `${family}${index % 3 === 0 ? "建国" : index % 3 === 1 ? "秀英" : "玉梅"}`,
            relation: RELATIONS[index % RELATIONS.length]!,
            phone: phone("136"),
            email: null,
          }
        : null,
    };
  });
};

const importRoll = async (speaker: CastMember, records: RosterRecord[], at: Date): Promise<void> => {
  const ctx = ctxAt(speaker, at);
  const { organizationId } = ctx.actor;
  const importId = newId(at.getTime());
  await inTransaction(async (tx) => {
    const written = await writeRoster(tx, records, { organizationId, importId, now: at });
    await tx.rosterImport.create({
      data: {
        id: importId,
        organizationId,
        uploadedBy: speaker.personId,
        fileName: "学生花名册.xlsx",
        fileSha256: "",
        state: "applied",
        report: JSON.stringify({
          fields: [],
          missing: [],
          unknown: [],
          repeated: [],
          otherSheets: [],
          issues: [],
          moreIssues: 0,
          corrected: 0,
        }),
        rows: records.length,
        wrongRows: 0,
        ...written,
        createdAt: at,
        appliedAt: at,
        version: 2,
      },
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "roster.imported",
      payload: { importId, rows: records.length, ...written },
      audience: [organizationId],
    });
  });
};

const personOf = async (email: string): Promise<string> => {
  const person = await read.person.findUnique({
    where: { emailHash: lookupHash("person.email", email) },
    select: { id: true },
  });
  if (!person) throw new Error(`no persona ${email}`);
  return person.id;
};

const claim = (studentId: string, personId: string, at: Date) =>
  inTransaction((tx) => tx.student.update({ where: { id: studentId }, data: { personId, claimedAt: at } }));

/** The student in whose voice a consent is given. */
const speaking = (member: CastMember, personId: string, name: string): CastMember => ({
  personId,
  name,
  organization: { ...member.organization, role: "student" },
});

/**
 * Students of four schools through the roll's own writer, with guardians, a few of them missing; the personas 黄子轩 (18)
 * and 陈雨桐 (17) have taken up their records, and 陈雨桐's father is asked about one enterprise.
 */
export const loadStudents = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  let total = 0;
  for (const roll of ROLLS) {
    const speaker = cast.speakers.get(roll.school)!;
    const programmes = await rosterProgrammes(read, speaker.organization.id);
    const records = recordsOf(roll, programmes, calendar, roll.serial === 4_000);
    if (roll.school === "岭南机电") {
      const [adult, minor] = [records[0]!, records[1]!];
      records[0] = {
        ...adult,
        name: "黄子轩",
        sex: "male",
        birthDate: bornYearsAgo(calendar, 18, 130),
        email: "student@demo.example",
      };
      // Fifteen until after the term begins: the rules keep them from every post.
      records[9] = { ...records[9]!, name: "罗可欣", birthDate: bornYearsAgo(calendar, 15, 60) };
      records[1] = {
        ...minor,
        name: "陈雨桐",
        sex: "female",
        birthDate: bornYearsAgo(calendar, 17, 200),
        email: "minor@demo.example",
        guardian: null,
      };
    }
    await importRoll(speaker, records, calendar.at(-120, 9));
    total += records.length;
  }
  const school = cast.speakers.get("岭南机电")!;
  const enterprise = cast.speakers.get("南粤精密")!.organization.id;
  const scope = { organizationId: school.organization.id };
  const student = await read.student.findFirstOrThrow({
    where: { ...scope, name: "黄子轩", emailHash: { not: null } },
  });
  const minor = await read.student.findFirstOrThrow({
    where: { ...scope, name: "陈雨桐", emailHash: { not: null } },
  });
  const [studentPerson, minorPerson, guardianPerson] = await Promise.all([
    personOf("student@demo.example"),
    personOf("minor@demo.example"),
    personOf("guardian@demo.example"),
  ]);
  await claim(student.id, studentPerson, calendar.at(-100, 11));
  await claim(minor.id, minorPerson, calendar.at(-100, 12));
  const { guardianId } = must(
    await keepGuardian(ctxAt(school, calendar.at(-95, 9)), {
      studentId: minor.id,
      name: "陈伯年",
      relation: "father",
      phone: "13600005678",
      email: "guardian@demo.example",
    }),
  );
  await inTransaction((tx) =>
    tx.guardian.update({ where: { id: guardianId }, data: { personId: guardianPerson } }),
  );
  const share = { purpose: "share_application", recipientId: enterprise, language: "zh-CN" } as const;
  const adultCtx = ctxAt(speaking(school, studentPerson, "黄子轩"), calendar.at(-12, 19));
  must(await giveConsent(adultCtx, { studentId: student.id, ...share }));
  const minorCtx = ctxAt(speaking(school, minorPerson, "陈雨桐"), calendar.at(-3, 19));
  must(await giveConsent(minorCtx, { studentId: minor.id, ...share }));
  must(
    await revealStudent(ctxAt(school, calendar.at(-2, 10)), {
      studentId: minor.id,
      reason: "核对实习责任保险的投保信息",
    }),
  );
  must(
    await inviteStudents(ctxAt(school, calendar.at(-30, 9)), {
      way: "print",
      programmeId: student.programmeId,
    }),
  );
  say(`  ${total} students of ${ROLLS.length} schools`);
};
