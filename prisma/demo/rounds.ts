import { cancelRound } from "~/placements/commands/cancel-round.server";
import { chooseSlots } from "~/placements/commands/choose-slots.server";
import { closeChoices } from "~/placements/commands/close-choices.server";
import { computeRound } from "~/placements/commands/compute-round.server";
import { confirmRound } from "~/placements/commands/confirm-round.server";
import { createRound } from "~/placements/commands/create-round.server";
import { enrolStudents } from "~/placements/commands/enrol-students.server";
import { openRound } from "~/placements/commands/open-round.server";
import { rankStudents } from "~/placements/commands/rank-students.server";
import { saveRoundSlots } from "~/placements/commands/save-round-slots.server";
import { listingsForRound } from "~/placements/queries/round-setup.server";
import { slotTerms } from "~/placements/round-judging.server";
import { USUAL_CRITERIA } from "~/placements/rules/round-criteria";
import { read } from "~/platform/db/client.server";
import type { Cast } from "./cast";
import { must } from "./must";
import { consentOnPaper } from "./round-consents";
import { type Calendar, type CastMember, ctxAt, seeded } from "./time";

/** One round of the city; days count from the day it is loaded. */
type Story = {
  school: string;
  name: string;
  day: number;
  /** days until which students choose, hosts order, and on which it is published */
  dates: readonly [number, number, number];
  /** programmes whose cohorts take part; null for all */
  majors: readonly string[] | null;
  slots: number;
  /** seats a slot gives at most */
  seats: number;
  /** of a hundred students so many have chosen */
  chosen: number;
  until: "draft" | "cancelled" | "open" | "preview" | "confirmed";
  seed: string;
};

const STORIES: readonly Story[] = [
  {
    school: "岭南机电",
    name: "数控学徒先行岗位（第一轮）",
    day: -26,
    dates: [-20, -18, -16],
    majors: ["660103"],
    slots: 2,
    seats: 3,
    chosen: 100,
    until: "confirmed",
    seed: "8f0c27d1b3a94e52",
  },
  {
    school: "岭南机电",
    name: "秋季实习与学徒岗位录取",
    day: -12,
    dates: [-3, -1, 2],
    majors: null,
    slots: 26,
    seats: 12,
    chosen: 96,
    until: "preview",
    seed: "51d6e09a7c4b83f2",
  },
  {
    school: "羊城商旅",
    name: "商旅专业岗位实习录取",
    day: -4,
    dates: [8, 12, 14],
    majors: null,
    slots: 12,
    seats: 6,
    chosen: 55,
    until: "open",
    seed: "c94a10f6e2d7385b",
  },
  {
    school: "穗城智造学院",
    name: "智能制造岗位录取",
    day: -2,
    dates: [14, 18, 20],
    majors: null,
    slots: 6,
    seats: 4,
    chosen: 0,
    until: "draft",
    seed: "07b3e85d92c6f14a",
  },
  {
    school: "穗城智造学院",
    name: "寒假短期实习录取",
    day: -15,
    dates: [6, 10, 12],
    majors: null,
    slots: 3,
    seats: 4,
    chosen: 0,
    until: "cancelled",
    seed: "e6128c47fa90d35b",
  },
];

type Slot = Awaited<ReturnType<typeof slotsOf>>[number];

const slotsOf = async (roundId: string) =>
  (await read.roundSlot.findMany({ where: { roundId }, orderBy: { code: "asc" } })).map(slotTerms);

/** What a student of a major wants: mostly its own places, some of them in another order than everybody's; few a place it is not for. */
const wishesOf = (slots: readonly Slot[], majorCode: string, random: () => number, most: number): Slot[] => {
  const close = (slot: Slot) =>
    slot.terms.majorCodes.includes(majorCode)
      ? 2
      : slot.terms.majorCodes.some((code) => code.slice(0, 2) === majorCode.slice(0, 2))
        ? 1
        : 0;
  const liked = slots
    .map((slot, at) => ({ slot, liking: close(slot) * 10 - at * 0.3 + random() * 6 }))
    .filter(({ slot }) => close(slot) > 0 || random() < 0.04)
    .sort((a, b) => b.liking - a.liking);
  return liked.slice(0, 2 + Math.floor(random() * (most - 1))).map(({ slot }) => slot);
};

const prepare = async (speaker: CastMember, calendar: Calendar, story: Story): Promise<string> => {
  const ctx = ctxAt(speaker, calendar.at(story.day, 9));
  const [choicesUntil, ranksUntil, publishOn] = story.dates.map((days) => calendar.day(days));
  const { id } = must(
    await createRound(
      ctx,
      {
        name: story.name,
        choicesUntil: choicesUntil!,
        ranksUntil: ranksUntil!,
        publishOn: publishOn!,
        mostChoices: 5,
        categoryBy: "none",
        schools: [],
      },
      () => story.seed,
    ),
  );
  const listings = (await listingsForRound(ctx, { id, publishOn: publishOn! })).slice(0, story.slots);
  const slots = listings.map((one) => ({
    listingId: one.id,
    take: true,
    capacity: Math.min(one.free, story.seats),
  }));
  must(await saveRoundSlots(ctx, id, { version: 1, slots }));
  const programmes = await read.programme.findMany({
    where: {
      organizationId: speaker.organization.id,
      ...(story.majors ? { majorCode: { in: [...story.majors] } } : {}),
    },
    orderBy: { majorCode: "asc" },
  });
  const year = Number(calendar.today.slice(0, 4));
  const cohorts = programmes.flatMap((one) => [year - 2, year - 1].map((entry) => `${one.id}:${entry}`));
  must(await enrolStudents(ctx, id, cohorts));
  return id;
};

const chooseAll = async (speaker: CastMember, calendar: Calendar, story: Story, roundId: string) => {
  const at = calendar.at(story.day + 2, 16);
  const random = seeded(Number.parseInt(story.seed.slice(0, 7), 16));
  const slots = await slotsOf(roundId);
  const students = await read.student.findMany({
    where: {
      // 黄子轩 looks for a place by himself and left this round's form empty.
      ...(story.until === "confirmed" ? { name: { not: "黄子轩" } } : {}),
      id: {
        in: (await read.roundStudent.findMany({ where: { roundId }, select: { studentId: true } })).map(
          ({ studentId }) => studentId,
        ),
      },
    },
    orderBy: { studentNumber: "asc" },
    select: { id: true, programmeId: true },
  });
  const programmes = await read.programme.findMany({
    where: { organizationId: speaker.organization.id },
    select: { id: true, majorCode: true },
  });
  const wishes = new Map<string, Slot[]>();
  for (const student of students) {
    const major = programmes.find(({ id }) => id === student.programmeId)?.majorCode ?? "";
    const wanted = wishesOf(slots, major, random, 5);
    if (random() * 100 < story.chosen && wanted.length > 0) wishes.set(student.id, wanted);
  }
  const hosts = [...wishes].map(([id, list]) => [id, new Set(list.map(({ hostId }) => hostId))] as const);
  await consentOnPaper(new Map(hosts), speaker.organization.name, at);
  for (const [studentId, list] of wishes) {
    must(
      await chooseSlots(ctxAt(speaker, at), roundId, {
        studentId,
        rows: list.map((slot, index) => ({ slotId: slot.id, place: index + 1 })),
        share: false,
        version: 1,
        language: "zh-CN",
      }),
    );
  }
  return wishes;
};

const versionOf = async (id: string) => (await read.round.findUniqueOrThrow({ where: { id } })).version;

/** The first host puts three students whose minority or consent is no matter first; the others leave it to the weights. */
const rankSome = async (cast: Cast, calendar: Calendar, story: Story, roundId: string) => {
  const speakers = [...cast.speakers.values()];
  const at = calendar.at(story.day + 4, 10);
  for (const slot of (await slotsOf(roundId)).filter((_, index) => index % 2 === 0)) {
    const speaker = speakers.find(({ organization }) => organization.id === slot.hostId);
    if (!speaker) continue;
    must(
      await rankStudents(ctxAt(speaker, at), slot.id, {
        version: slot.version,
        criteria: { ...USUAL_CRITERIA, year: 1 },
        ranks: [],
      }),
    );
  }
};

/** Rounds of three schools: one published, one ready to be confirmed, one open, one in preparation, one called off. */
export const loadRounds = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  for (const story of STORIES) {
    const speaker = cast.speakers.get(story.school)!;
    const id = await prepare(speaker, calendar, story);
    if (story.until === "draft") continue;
    const ctx = (days: number) => ctxAt(speaker, calendar.at(days, 11));
    must(await openRound(ctx(story.day), id, await versionOf(id)));
    if (story.until === "cancelled") {
      const reason = "企业寒假停产检修，改到下学期统一安排。";
      must(await cancelRound(ctx(story.day + 3), id, { version: await versionOf(id), reason }));
      continue;
    }
    await chooseAll(speaker, calendar, story, id);
    if (story.until === "open") continue;
    const [choicesUntil, , publishOn] = story.dates;
    await rankSome(cast, calendar, story, id);
    must(await closeChoices(ctx(choicesUntil), id, await versionOf(id)));
    must(await computeRound(ctx(Math.min(0, choicesUntil + 2)), id, await versionOf(id)));
    if (story.until === "confirmed")
      must(await confirmRound(ctx(publishOn), id, { version: await versionOf(id) }));
  }
  say(`  ${STORIES.length} rounds`);
};

/** Computes the round that waits to be confirmed once more, after other stories took seats and students of it. */
export const computeAgain = async (cast: Cast, calendar: Calendar): Promise<void> => {
  for (const story of STORIES.filter(({ until }) => until === "preview")) {
    const speaker = cast.speakers.get(story.school)!;
    const round = await read.round.findFirstOrThrow({
      where: { schoolId: speaker.organization.id, name: story.name },
    });
    must(await computeRound(ctxAt(speaker, calendar.at(0, 12)), round.id, round.version));
  }
};
