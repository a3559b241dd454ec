import type { Person, PersonCtx } from "~/identity/actor";
import { addMember } from "~/identity/commands/add-member.server";
import { createPerson } from "~/identity/commands/create-person.server";
import { writeWord } from "~/identity/consent-ledger.server";
import { DEMO_PASSWORD } from "~/identity/demo-personas";
import { studentFacts } from "~/identity/student-facts.server";
import { answerMissing } from "~/placements/commands/answer-missing.server";
import { savePlan } from "~/placements/commands/save-plan.server";
import { signAgreements } from "~/placements/commands/sign-agreements.server";
import { judgePlacings } from "~/placements/judge-placing.server";
import { placeStudents } from "~/placements/place-students.server";
import { signList } from "~/placements/queries/sign-list.server";
import type { PlacementTerms } from "~/placements/terms";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { addressOf } from "./accounts";
import type { Cast } from "./cast";
import { must } from "./must";
import { type CastMember, ctxAt } from "./time";

export type Chosen = {
  studentId: string;
  personId: string;
  name: string;
  host: CastMember;
  terms: PlacementTerms;
};

const termsAt = async (host: CastMember, index: number, dates: [string, string]): Promise<PlacementTerms> => {
  const hostId = host.organization.id;
  const [posts, place] = await Promise.all([
    read.post.findMany({
      where: { organizationId: hostId },
      orderBy: [{ headcount: "desc" }, { name: "asc" }],
      take: 10,
    }),
    read.organization.findUniqueOrThrow({ where: { id: hostId } }),
  ]);
  const post = posts[index % posts.length]!;
  const pay = Math.round((post.samePostPayFen ?? 500_000) * 0.82);
  return {
    type: "internship",
    title: `${post.name} 岗位实习`,
    postId: post.id,
    occupationCode: post.occupationCode,
    industryCode: place.industryCode,
    regionCode: place.regionCode,
    address: place.address,
    startsOn: dates[0],
    endsOn: dates[1],
    tasks: ["读图与准备", "在师傅指导下操作", "质量自检与记录"],
    majorCodes: [],
    hoursPerDay: 8,
    hoursPerWeek: 40,
    nightShifts: false,
    overtime: false,
    restDayWork: false,
    labourIntensity: post.labourIntensity,
    hazards: [],
    payMonthlyFen: pay,
    samePostPayFen: post.samePostPayFen,
    lowestTierPayFen: null,
    payCycleDays: 30,
    payDay: 15,
    lodging: "home",
    fees: [],
    agentInvolved: false,
    insuranceBy: "school",
    apprenticeStatus: null,
    targetLevel: null,
    labourContractMonths: null,
    minimumWageFen: null,
    crossCategoryReason: null,
  };
};

export const asStudent = (school: CastMember, one: Chosen, at: Date): PersonCtx => {
  const { organization } = ctxAt(school, at).actor;
  const actor: Person = {
    kind: "person",
    personId: one.personId,
    organizationId: organization.id,
    name: one.name,
    language: "zh-CN",
    isOperator: false,
    sessionPublicId: newId(),
    organization: { ...organization, role: "student" },
  };
  return { actor, clock: fixedClock(at.toISOString()), requestId: newId() };
};

/** Accounts of students who have none yet; their consents to share, and both sides' consent to the internship. */
export const admit = async (
  school: CastMember,
  chosen: readonly Chosen[],
  passwordHash: string,
  at: Date,
) => {
  const ctx = ctxAt(school, at);
  await inTransaction(async (tx) => {
    for (const one of chosen) {
      const student = await tx.student.findUniqueOrThrow({ where: { id: one.studentId } });
      if (student.personId) one.personId = student.personId;
      else {
        const email = addressOf(student.studentNumber);
        one.personId = await createPerson(tx, ctx, {
          email,
          name: student.name,
          passwordHash,
          language: "zh-CN",
          isOperator: false,
        });
        await addMember(tx, ctx, {
          personId: one.personId,
          organizationId: school.organization.id,
          role: "student",
        });
        await tx.student.update({
          where: { id: student.id },
          data: { personId: one.personId, claimedAt: at },
        });
      }
      const facts = await studentFacts(tx, one.studentId);
      const guardian = await tx.guardian.findFirst({ where: { studentId: one.studentId, endedAt: null } });
      if (!facts) continue;
      for (const purpose of ["share_application", "internship"] as const) {
        const word = {
          student: facts,
          act: "given" as const,
          purpose,
          recipientId: one.host.organization.id,
          language: "zh-CN" as const,
        };
        const own = { party: "student" as const, guardianId: null, personId: one.personId };
        await writeWord(tx, ctx, { ...word, voice: own, how: "account" });
        if (!guardian) continue;
        const voice = { party: "guardian" as const, guardianId: guardian.id, personId: guardian.personId };
        await writeWord(tx, ctx, { ...word, voice, how: "link" });
      }
    }
  });
};

export type Wish = { host: string; major: string; post: number; count: number };

/** Students of the school with a guardian whom the rules let onto the post, in the order of the roll. */
export const choose = async (
  cast: Cast,
  school: CastMember,
  wishes: readonly Wish[],
  dates: [string, string],
  taken: Set<string>,
): Promise<Chosen[]> => {
  const chosen: Chosen[] = [];
  for (const wish of wishes) {
    const host = cast.speakers.get(wish.host);
    if (!host) continue;
    const terms = { ...(await termsAt(host, wish.post, dates)), majorCodes: [wish.major] };
    const students = await read.student.findMany({
      where: {
        organizationId: school.organization.id,
        guardians: { some: { endedAt: null } },
        programmeId: {
          in: (
            await read.programme.findMany({
              where: { organizationId: school.organization.id, majorCode: wish.major },
              select: { id: true },
            })
          ).map((one) => one.id),
        },
      },
      orderBy: { studentNumber: "asc" },
      take: 60,
    });
    const free = students.filter((one) => !taken.has(one.id));
    const verdicts = await judgePlacings(
      read,
      free.map((one) => ({
        studentId: one.id,
        hostId: host.organization.id,
        listingId: null,
        origin: "round" as const,
        terms,
      })),
      "application",
      dates[0],
    );
    const fit = free.filter((_, index) => ["pass", "warn"].includes(verdicts[index]?.verdict ?? ""));
    for (const one of fit.slice(0, wish.count)) {
      taken.add(one.id);
      chosen.push({ studentId: one.id, personId: "", name: one.name, host, terms });
    }
  }
  return chosen;
};

export const signAll = async (ctx: PersonCtx, ids: readonly string[]): Promise<void> => {
  const list = await signList(ctx.actor);
  const documents = (list?.waiting ?? []).filter((one) => ids.includes(one.placementId));
  if (documents.length > 0) must(await signAgreements(ctx, { documents, password: DEMO_PASSWORD }));
};

export const personOf = async (email: string): Promise<string> =>
  (
    await read.person.findUniqueOrThrow({
      where: { emailHash: lookupHash("person.email", email) },
      select: { id: true },
    })
  ).id;

export type Placed = Chosen & { id: string };

/** Places one after another; whom the rules turn down in the meantime stays without a place. */
export const place = async (school: CastMember, chosen: readonly Chosen[], at: Date): Promise<Placed[]> => {
  const placed: Placed[] = [];
  for (const one of chosen) {
    const outcome = await decide((tx) =>
      placeStudents(tx, ctxAt(school, at), [
        {
          studentId: one.studentId,
          hostId: one.host.organization.id,
          listingId: null,
          origin: "round",
          terms: one.terms,
        },
      ]),
    );
    const id = outcome.ok ? outcome.value[0] : undefined;
    if (id) placed.push({ ...one, id });
  }
  return placed;
};

export const byHost = (placed: readonly Placed[]): Map<CastMember, string[]> => {
  const map = new Map<CastMember, string[]>();
  for (const one of placed) map.set(one.host, [...(map.get(one.host) ?? []), one.id]);
  return map;
};

export type Guides = { teacher: string; mentorOf: (host: CastMember) => string };

export const answer = async (
  school: CastMember,
  placed: readonly Placed[],
  guides: Guides,
  at: (offset: number) => Date,
): Promise<void> => {
  for (const [host, ids] of byHost(placed)) {
    must(
      await answerMissing(ctxAt(host, at(0)), { ids, typed: { lawful: "on" }, guide: guides.mentorOf(host) }),
    );
  }
  const warnReason = "分段安排的一段，全程合计六个月";
  must(
    await answerMissing(ctxAt(school, at(1)), {
      ids: placed.map((one) => one.id),
      typed: { warnReason },
      guide: guides.teacher,
    }),
  );
};

export const plan = (
  school: CastMember,
  at: Date,
  title: string,
  dates: [string, string],
  programmes: string[],
) =>
  savePlan(ctxAt(school, at), null, {
    title,
    startsOn: dates[0],
    endsOn: dates[1],
    programme: programmes,
    goals: "在真实岗位上完成本专业核心课程对应的工作任务，形成安全、质量和协作的职业习惯。",
    arrangement: "每名学生一名企业导师、一名学校指导教师；每周一次巡访，每月一次校企碰头；按周轮换任务。",
    rules: "按约定工时上岗，不加班、不上夜班；请假由导师和指导教师共同批准；先培训后上岗。",
    emergency: "受伤先救治再报告：企业安全员、指导教师、实习办值班电话三方同时通知，两小时内告知家长。",
  });
