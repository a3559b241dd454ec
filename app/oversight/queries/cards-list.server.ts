import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import type { CardContent } from "../rules/cards/content";
import { CARD_OUTCOMES, type CardOutcome } from "../rules/cards/judge";
import { CARD_STATES, type CardState } from "../rules/cards/lifecycle";
import type { CardMeasureId } from "../rules/cards/measures";
import { supervisedRange } from "./alerts.server";
import { figuresTold } from "./card-page.server";

const PAGE = 20;

export type CardFilter = {
  year: string | null;
  /** red and yellow together where it is null */
  outcome: CardOutcome | null;
  state: CardState | null;
  after: { outcome: string; id: string } | null;
};

/** What an address asks of the cards: year, one outcome or all cards, one state or all, the row after which to go on. */
export const cardFilter = (params: URLSearchParams): CardFilter => {
  const [outcome, id] = (params.get("after") ?? "").split("~");
  const year = params.get("year") ?? "";
  return {
    year: /^\d{4}$/.test(year) ? year : null,
    outcome: CARD_OUTCOMES.find((one) => one === params.get("outcome")) ?? null,
    state: CARD_STATES.find((one) => one === params.get("state")) ?? null,
    after: outcome && id ? { outcome, id } : null,
  };
};

export type CardItem = {
  id: string;
  name: string;
  majorCode: string;
  year: string;
  school: string;
  place: string;
  outcome: CardOutcome;
  state: CardState;
  grounds: CardMeasureId[];
  answerBy: string | null;
  answers: number;
  publishedOn: string | null;
  withdrawReason: string | null;
};

type Row = Awaited<ReturnType<typeof read.programmeCard.findMany>>[number];

const itemsOf = async (rows: readonly Row[]): Promise<CardItem[]> => {
  const { regions } = await catalogue();
  const schools = await read.organization.findMany({
    where: { id: { in: [...new Set(rows.map(({ schoolId }) => schoolId))] } },
    select: { id: true, name: true },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    majorCode: row.majorCode,
    year: row.year,
    school: schools.find(({ id }) => id === row.schoolId)?.name ?? "",
    place: regions.get(row.regionCode)?.name ?? row.regionCode,
    outcome: row.outcome as CardOutcome,
    state: row.state as CardState,
    grounds: [...(JSON.parse(row.content) as CardContent).grounds],
    answerBy: row.answerBy,
    answers: row.answers,
    publishedOn: row.publishedOn,
    withdrawReason: row.withdrawReason,
  }));
};

/**
 * One page of the cards an authority or a school works on, red ones first: an authority those of its region, a school its
 * own. Goes in: the member, what the address asks. Comes out: at most twenty, the key to go on, how many there are of each
 * outcome in the year, and the years there are.
 */
export const cardsList = async (ctx: MemberCtx, filter: CardFilter) => {
  const { id, kind } = ctx.actor.organization;
  const authority = kind === "authority";
  const scope = authority ? { regionCode: await supervisedRange(id) } : { schoolId: id };
  const years = await read.programmeCard.findMany({
    where: scope,
    distinct: ["year"],
    orderBy: { year: "desc" },
    take: 10,
    select: { year: true },
  });
  const year = filter.year ?? years[0]?.year ?? civilDate(ctx.clock.now()).slice(0, 4);
  const [rows, groups] = await Promise.all([
    read.programmeCard.findMany({
      where: {
        ...scope,
        year,
        outcome: filter.outcome ?? { in: ["red", "yellow"] },
        ...(filter.state ? { state: filter.state } : {}),
        ...(filter.after
          ? {
              OR: [
                { outcome: { gt: filter.after.outcome } },
                { outcome: filter.after.outcome, id: { gt: filter.after.id } },
              ],
            }
          : {}),
      },
      orderBy: [{ outcome: "asc" }, { id: "asc" }],
      take: PAGE + 1,
    }),
    read.programmeCard.groupBy({ by: ["outcome"], where: { ...scope, year }, _count: { _all: true } }),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const count = (outcome: CardOutcome) => groups.find((one) => one.outcome === outcome)?._count._all ?? 0;
  return {
    authority,
    year,
    years: years.map((one) => one.year),
    items: await itemsOf(shown),
    next: rows.length > PAGE && last ? `${last.outcome}~${last.id}` : null,
    counts: { red: count("red"), yellow: count("yellow"), none: count("none"), few: count("few") },
  };
};

/** What counts against a programme as anybody may read it: a share where it is told, with the line it lies beyond. */
const publicGrounds = (content: CardContent) =>
  figuresTold(content, false).flatMap(({ measure, criterion, verdict, told }) =>
    criterion && (verdict === "red" || verdict === "yellow")
      ? [
          {
            id: measure.id,
            value: told?.value ?? null,
            verdict,
            line: criterion[verdict],
            source: criterion.source,
          },
        ]
      : [],
  );

/**
 * One page of published cards, the newest first, for anybody. Goes in: a region's code (null for all), the key after which
 * to go on. Comes out: at most twenty; no figure that stands for fewer than five students, no draft, nothing withdrawn.
 */
export const publishedCards = async (region: { gte: string; lt: string } | null, after: string | null) => {
  const [publishedOn, id] = (after ?? "").split("~");
  const rows = await read.programmeCard.findMany({
    where: {
      state: "published",
      outcome: { in: ["red", "yellow"] },
      ...(region ? { regionCode: region } : {}),
      ...(publishedOn && id
        ? { OR: [{ publishedOn: { lt: publishedOn } }, { publishedOn, id: { lt: id } }] }
        : {}),
    },
    orderBy: [{ publishedOn: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const authorities = await read.organization.findMany({
    where: { id: { in: shown.flatMap(({ authorityId }) => (authorityId ? [authorityId] : [])) } },
    select: { id: true, name: true },
  });
  const items = await itemsOf(shown);
  return {
    items: items.map(({ answerBy: _due, answers: _answers, withdrawReason: _reason, ...item }, at) => ({
      ...item,
      by: authorities.find((one) => one.id === shown[at]?.authorityId)?.name ?? "",
      note: shown[at]?.publishNote ?? null,
      against: publicGrounds(JSON.parse(shown[at]?.content ?? "") as CardContent),
    })),
    next: rows.length > PAGE && last ? `${last.publishedOn}~${last.id}` : null,
  };
};
