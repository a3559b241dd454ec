import { addMember } from "~/identity/commands/add-member.server";
import { answerConsentRequest } from "~/identity/commands/answer-consent-request.server";
import { createPerson } from "~/identity/commands/create-person.server";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { tokenOf } from "~/identity/consent-requests.server";
import { writeRoster } from "~/organizations/roster-write.server";
import { changeFacts } from "~/pathways/commands/change-facts.server";
import { changeRule } from "~/pathways/commands/change-rule.server";
import { closeNotice } from "~/pathways/commands/close-notice.server";
import { counselTransfer } from "~/pathways/commands/counsel-transfer.server";
import { decideAuthority } from "~/pathways/commands/decide-authority.server";
import { decidePairing } from "~/pathways/commands/decide-pairing.server";
import { decideReceiving } from "~/pathways/commands/decide-receiving.server";
import { decideSending } from "~/pathways/commands/decide-sending.server";
import { finishMove } from "~/pathways/commands/finish-move.server";
import { objectToNotice } from "~/pathways/commands/object-to-notice.server";
import { openWindow } from "~/pathways/commands/open-window.server";
import { proposePairing } from "~/pathways/commands/propose-pairing.server";
import { proposeTransfer } from "~/pathways/commands/propose-transfer.server";
import { publishNotice } from "~/pathways/commands/publish-notice.server";
import { rankQuota } from "~/pathways/commands/rank-quota.server";
import { scoreTransfer } from "~/pathways/commands/score-transfer.server";
import { setQuota } from "~/pathways/commands/set-quota.server";
import { startTransfer } from "~/pathways/commands/start-transfer.server";
import { submitTransfer } from "~/pathways/commands/submit-transfer.server";
import { transferPage } from "~/pathways/queries/transfer-page.server";
import { GENERAL_TRACK } from "~/pathways/roll-move.server";
import type { Direction } from "~/pathways/rules/pack";
import { schoolYearOf, termOf } from "~/pathways/rules/term";
import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { addDays, daysBetween, fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";
import { FINISHED, RUNNING, type TransferStory } from "./transfer-stories";

type City = { school: CastMember; highschool: CastMember; authority: CastMember; calendar: Calendar };
type Window = { direction: Direction; quotaId: string; windowId: string };
type Walker = {
  story: TransferStory;
  student: CastMember;
  studentId: string;
  id: string;
  from: CastMember;
  to: CastMember;
};

const MAJOR = "660103";

const termEnd = (schoolYear: number, term: number): string =>
  term === 1 ? `${schoolYear + 1}-01-31` : `${schoolYear + 1}-07-15`;

const openBoth = async (city: City, opens: number, closesOn: string): Promise<Window[]> => {
  const { calendar, authority, school, highschool } = city;
  const opensOn = calendar.day(opens);
  const at = calendar.at(opens, 8);
  const windows: Window[] = [];
  for (const direction of ["to_general", "to_vocational"] as const) {
    const { id } = must(
      await openWindow(ctxAt(authority, at), {
        direction,
        schoolYear: schoolYearOf(closesOn),
        grade: 1,
        term: termOf(closesOn),
        edge: "end",
        opensOn,
        closesOn,
      }),
    );
    const general = direction === "to_general";
    const quota = must(
      await setQuota(ctxAt(general ? highschool : school, calendar.at(opens, 9)), {
        window: id,
        seats: general ? 3 : 4,
        ...(general ? { scoreLine: 5_500 } : { majorCode: MAJOR }),
      }),
    );
    windows.push({ direction, windowId: id, quotaId: quota.id });
  }
  return windows;
};

/** Somebody on a roll with an account, and a guardian whose phone ends in 5678. */
const enrol = async (
  city: City,
  story: TransferStory,
  index: number,
  entryYear: number,
  at: Date,
): Promise<Walker> => {
  const general = story.direction === "to_general";
  const [from, to] = general ? [city.school, city.highschool] : [city.highschool, city.school];
  const organizationId = from.organization.id;
  const programme = general
    ? await read.programme.findFirstOrThrow({ where: { organizationId, majorCode: MAJOR } })
    : null;
  const studentNumber = `${entryYear}T${String(index).padStart(4, "0")}`;
  const ctx = ctxAt(from, at);
  const personId = await inTransaction(async (tx) => {
    await writeRoster(
      tx,
      [
        {
          line: 2,
          studentNumber,
          name: story.name,
          sex: "female",
          birthDate: `${entryYear - story.age}-03-0${1 + (index % 9)}`,
          idNumber: `4401132010030${String(1_0000 + index)}`,
          programmeId: programme?.id ?? GENERAL_TRACK,
          entryYear,
          className: general ? "数控1班" : "高一3班",
          phone: null,
          email: null,
          guardian: {
            name: `${story.name.slice(0, 1)}秀英`,
            relation: "mother",
            phone: `1370000${String(1_000 + index)}`,
            email: null,
          },
        },
      ],
      { organizationId, importId: null, now: at },
    );
    const id = await createPerson(tx, ctx, {
      email: `transfer${index}@city.example`,
      name: story.name,
      passwordHash: null,
      language: "zh-CN",
      isOperator: false,
    });
    await addMember(tx, ctx, { personId: id, organizationId, role: "student" });
    await tx.student.updateMany({
      where: { organizationId, studentNumber },
      data: { personId: id, claimedAt: at },
    });
    return id;
  });
  const row = await read.student.findUniqueOrThrow({
    where: { organizationId_studentNumber: { organizationId, studentNumber } },
  });
  const student: CastMember = {
    personId,
    name: story.name,
    organization: { ...from.organization, role: "student" },
  };
  return { story, student, studentId: row.id, id: "", from, to };
};

const versionOf = async (id: string): Promise<number> =>
  (await read.transfer.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

const counsel = async ({ id, from, story }: Walker, at: Date, heldOn: string): Promise<void> => {
  const page = await transferPage(ctxAt(from, at), id);
  must(
    await counselTransfer(ctxAt(from, at), id, {
      version: await versionOf(id),
      heldOn,
      present: `${story.name}、母亲、班主任`,
      note: "对照两边的课程、合格性考试和升学路径谈过，学生和家长都提了问题，带走一份对照表。",
      shownHash: page?.shownHash ?? "",
    }),
  );
};

const consent = async (
  { id, student, studentId, to }: Walker,
  at: Date,
  guardians: boolean,
): Promise<void> => {
  const ctx = ctxAt(student, at);
  const word = {
    studentId,
    purpose: "transfer",
    recipientId: to.organization.id,
    language: "zh-CN",
  } as const;
  must(await giveConsent(ctx, word));
  const asked = await read.consentRequest.findMany({
    where: { studentId, purpose: "transfer", answeredAt: null },
    take: 6,
  });
  if (!guardians) return;
  for (const request of asked) {
    must(await answerConsentRequest(ctx, { token: tokenOf(request), act: "given", language: "zh-CN" }));
  }
  must(await submitTransfer(ctx, id, { version: await versionOf(id) }));
};

const UNTIL = ["draft", "counselling", "consent", "sending", "eligibility", "assessment"] as const;

/** From the draft to the assessment, a day a step, as far as the story goes. */
const walk = async (city: City, walker: Walker, window: Window, from: number): Promise<void> => {
  const { calendar } = city;
  const { story, student } = walker;
  const goes = (step: (typeof UNTIL)[number]): boolean => {
    const place = (UNTIL as readonly string[]).indexOf(story.until);
    return place === -1 || place > UNTIL.indexOf(step);
  };
  walker.id = must(
    await startTransfer(ctxAt(student, calendar.at(from, 19)), {
      student: walker.studentId,
      quota: window.quotaId,
      studyForm: "full_time",
      ...(story.score === null ? {} : { entranceScore: story.score }),
    }),
  ).id;
  const { id } = walker;
  if (!goes("draft")) return;
  must(await proposeTransfer(ctxAt(student, calendar.at(from, 20)), id, { version: await versionOf(id) }));
  if (!goes("counselling")) return;
  await counsel(walker, calendar.at(from + 1, 16), calendar.day(from + 1));
  await consent(walker, calendar.at(from + 2, 19), goes("consent"));
  if (!goes("sending")) return;
  const approve = { outcome: "approve" as const };
  must(
    await decideSending(ctxAt(walker.from, calendar.at(from + 3, 10)), id, {
      version: await versionOf(id),
      ...approve,
    }),
  );
  if (story.until !== "rejected") return;
  must(
    await changeFacts(ctxAt(walker.from, calendar.at(from + 4, 10)), id, {
      version: await versionOf(id),
      studyForm: "full_time",
      entranceScore: 4_880,
    }),
  );
};

const assess = async (city: City, walkers: readonly Walker[], day: number): Promise<void> => {
  for (const { id, to, story } of walkers) {
    for (const [part, score] of Object.entries(story.marks ?? {})) {
      must(
        await scoreTransfer(ctxAt(to, city.calendar.at(day, 10)), {
          transfer: id,
          part: part as "entrance" | "daily" | "school",
          score,
        }),
      );
    }
  }
};

const rankAndPublish = async (city: City, window: Window, to: CastMember, day: number): Promise<string> => {
  must(await rankQuota(ctxAt(to, city.calendar.at(day, 11)), window.quotaId));
  return must(await publishNotice(ctxAt(to, city.calendar.at(day, 14)), window.quotaId)).id;
};

/** After the notice: both schools and the authority, as far as the story goes. */
const conclude = async (city: City, walker: Walker, day: number): Promise<void> => {
  const { id, to, story } = walker;
  const { calendar, authority } = city;
  const yes = async () => ({ version: await versionOf(id), outcome: "approve" as const });
  must(await decideReceiving(ctxAt(to, calendar.at(day, 10)), id, await yes()));
  if (story.until === "authority") return;
  const state = async () => (await read.transfer.findUniqueOrThrow({ where: { id } })).state;
  while ((await state()) === "authority") {
    must(await decideAuthority(ctxAt(authority, calendar.at(day + 1, 10)), id, await yes()));
  }
  if (story.until === "credits") return;
  must(
    await finishMove(ctxAt(to, calendar.at(day + 2, 10)), id, {
      version: await versionOf(id),
      studentNumber: `${calendar.day(day).slice(0, 4)}X${id.slice(-4).toUpperCase()}`,
      className: story.direction === "to_general" ? "高一4班" : "数控2班",
      creditsNote: "学分认定表 2026-07：文化课直认，补修一门，已排导师。",
    }),
  );
};

const tell = async (
  city: City,
  stories: readonly TransferStory[],
  windows: readonly Window[],
  days: { start: number; assess: number; publish: number; entryYear: number; serial: number },
): Promise<void> => {
  const walkers: Walker[] = [];
  const begin = async (story: TransferStory, late: boolean): Promise<void> => {
    const index = stories.indexOf(story);
    const at = city.calendar.at(days.start - 1, 9);
    const walker = await enrol(city, story, days.serial + index, days.entryYear, at);
    const window = windows.find((one) => one.direction === story.direction) as Window;
    await walk(city, walker, window, days.start + (late ? 14 : index % 3));
    walkers.push(walker);
  };
  const isLate = (story: TransferStory): boolean => story.until === "draft" || story.until === "assessment";
  for (const story of stories.filter((one) => !isLate(one))) await begin(story, false);
  for (const window of windows) {
    const own = walkers.filter((one) => one.story.direction === window.direction && one.story.marks);
    if (own.length === 0) continue;
    const to = window.direction === "to_general" ? city.highschool : city.school;
    const listed = own.filter((one) => one.story.until === "notice");
    await assess(city, own, days.assess);
    const noticeId = await rankAndPublish(
      city,
      window,
      to,
      listed.length > 0 ? days.publish : days.assess + 1,
    );
    if (listed.length > 0) {
      await object(city, noticeId, listed[0] as Walker, days.publish + 1);
      continue;
    }
    const { untilOn } = await read.transferNotice.findUniqueOrThrow({ where: { id: noticeId } });
    const after = daysBetween(city.calendar.today, untilOn) + 1;
    if (after > 0) continue;
    must(await closeNotice(ctxAt(to, city.calendar.at(after, 9)), noticeId, to.organization.id));
    for (const walker of own) await conclude(city, walker, after);
  }
  for (const story of stories.filter(isLate)) await begin(story, true);
};

const object = async (city: City, noticeId: string, walker: Walker, day: number): Promise<void> => {
  const { reference } = await read.transfer.findUniqueOrThrow({ where: { id: walker.id } });
  const ctx = {
    actor: { ...systemActor(""), kind: "anonymous" as const },
    clock: fixedClock(city.calendar.at(day, 20).toISOString()),
    requestId: newId(),
  };
  must(
    await objectToNotice(ctx, noticeId, {
      name: "梁先生",
      contact: "13800138000",
      ground: "score",
      reference,
      text: "校本考核的实验操作分数和当天公布的不一致，请复核。",
    }),
  );
};

/** Days of a window of the term before this one, while the pairing already held; null where the calendar leaves no room. */
const earlierWindow = (calendar: Calendar): { opens: number; closesOn: string } | null => {
  const now = `${schoolYearOf(calendar.today)}-${termOf(calendar.today)}`;
  for (let opens = -141; opens <= -70; opens += 1) {
    const opensOn = calendar.day(opens);
    const [year, term] = [schoolYearOf(opensOn), termOf(opensOn)];
    const end = termEnd(year, term);
    if (`${year}-${term}` === now || daysBetween(opensOn, end) < 6) continue;
    return { opens, closesOn: addDays(opensOn, Math.min(10, daysBetween(opensOn, end))) };
  }
  return null;
};

/**
 * Transfers of the demo city: a pairing on the schools' agreement, a finished window, and one that is open with students on
 * their way in both directions, one refused with a reason, a list on public notice with an objection.
 */
export const loadTransfers = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  const city: City = {
    calendar,
    school: cast.speakers.get("岭南机电") as CastMember,
    highschool: cast.speakers.get("番禺八中") as CastMember,
    authority: cast.speakers.get("市教育局") as CastMember,
  };
  const agreement = await read.agreement.findFirstOrThrow({
    where: {
      kind: "school_school",
      state: "active",
      parties: { some: { organizationId: city.highschool.organization.id } },
    },
  });
  const pairing = must(
    await proposePairing(ctxAt(city.highschool, calendar.at(-143, 9)), {
      agreement: agreement.id,
      validFrom: calendar.day(-143),
      validTo: addDays(agreement.endsOn, -1),
    }),
  );
  must(
    await decidePairing(ctxAt(city.authority, calendar.at(-142, 9)), {
      pairing: pairing.id,
      version: 1,
      outcome: "confirm",
    }),
  );
  const past = earlierWindow(calendar);
  if (past !== null) {
    const windows = await openBoth(city, past.opens, past.closesOn);
    const entryYear = schoolYearOf(past.closesOn);
    await tell(city, FINISHED, windows, {
      start: past.opens + 1,
      assess: past.opens + 11,
      publish: past.opens + 12,
      entryYear,
      serial: 1,
    });
  }
  must(
    await changeRule(ctxAt(city.authority, calendar.at(-40, 9)), {
      fact: "noticeDays",
      answers: ["7"],
      validFrom: calendar.day(-40),
      document: "市教育局互转工作指引（演示）",
      reason: "延长公示，方便家长核对",
    }),
  );
  const end = termEnd(schoolYearOf(calendar.today), termOf(calendar.today));
  const shift = Math.max(0, daysBetween(end, calendar.day(12)));
  const windows = await openBoth(city, -22 - shift, calendar.day(12 - shift));
  await tell(city, past === null ? [...RUNNING, ...FINISHED.slice(1)] : RUNNING, windows, {
    start: -21 - shift,
    assess: -16 - shift,
    publish: -3 - shift,
    entryYear: schoolYearOf(calendar.today),
    serial: 101,
  });
  const minor = await read.student.findFirst({
    where: { organizationId: city.school.organization.id, name: "陈雨桐", personId: { not: null } },
  });
  const toGeneral = windows.find((one) => one.direction === "to_general");
  if (minor?.personId && toGeneral) {
    const speaks = {
      personId: minor.personId,
      name: minor.name,
      organization: { ...city.school.organization, role: "student" as const },
    };
    const asked = {
      student: minor.id,
      quota: toGeneral.quotaId,
      studyForm: "full_time" as const,
      entranceScore: 5_900,
    };
    must(await startTransfer(ctxAt(speaks, calendar.at(-2 - shift, 20)), asked));
  }
  say(`  ${await read.transfer.count()} transfers between general and vocational schools`);
};
