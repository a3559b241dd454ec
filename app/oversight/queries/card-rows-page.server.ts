import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { rowsDigest } from "../card-facts.server";
import { type DemandRow, demandWithinReach } from "../programme-demand.server";
import type { CardContent } from "../rules/cards/content";
import { cardMeasure } from "../rules/cards/measures";
import { visibleCard } from "./card-page.server";
import { cardRecords, cardRows, type RecordMeasure } from "./card-records.sqlite.server";

const PAGE = 50;

/** How long one stated reason opens the rows it was given for. House rule, as with the indicators. */
const OPEN_MS = 60 * 60_000;

/** How the access log names what was looked at: the measure, and the programme with its year. */
export const cardAccess = (measure: string, card: { majorCode: string; year: string }) => ({
  indicatorId: `card:${measure}`,
  period: `${card.year} ${card.majorCode}`,
});

const opened = async (
  ctx: MemberCtx,
  accessId: string | null,
  about: { organizationId: string; indicatorId: string; period: string },
): Promise<boolean> => {
  if (!accessId) return false;
  const access = await read.dataAccess.findFirst({
    where: { id: accessId, readerId: ctx.actor.personId, readerOrgId: ctx.actor.organizationId, ...about },
    select: { at: true },
  });
  return access !== null && ctx.clock.now().getTime() - access.at.getTime() < OPEN_MS;
};

const demandPage = (rows: readonly DemandRow[], after: string) => {
  const rest = rows.filter(({ id }) => id > after);
  const places = rest.slice(0, PAGE);
  return { places, next: rest.length > PAGE ? (places.at(-1)?.id ?? null) : null };
};

/**
 * The records behind one measure of a card, as they are counted to the day the card was computed. Goes in: the member, the
 * card, the address (`measure`, `after`, `access`). Comes out: null where the card or the measure is not to be seen;
 * otherwise offers within reach or records of students, the latter `locked` to outsiders without a reason given within the
 * hour; `same` says whether they are still the records the card was computed from.
 */
export const cardRowsPage = async (ctx: MemberCtx, id: string, params: URLSearchParams) => {
  const seen = await visibleCard(ctx, id);
  const measure = cardMeasure(params.get("measure") ?? "");
  if (!seen || !measure) return null;
  const { card, own } = seen;
  const content = JSON.parse(card.content) as CardContent;
  const fact = content.facts.find((one) => one.id === measure.id);
  if (!fact) return null;
  const after = params.get("after") ?? "";
  const span = { year: card.year, today: card.computedOn };
  const about = {
    id,
    name: card.name,
    year: card.year,
    school: content.school.name,
    measure,
    own,
    after,
    computedOn: card.computedOn,
  };
  if (measure.id === "demand") {
    const school = await read.organization.findUniqueOrThrow({
      where: { id: card.schoolId },
      select: { id: true, name: true, regionCode: true, lat: true, lng: true },
    });
    const found = await demandWithinReach(school, [card.majorCode], span.today);
    const rows = found.get(card.majorCode)?.rows ?? [];
    const counted = rows.map((row) => ({ id: row.id, verdict: "met", amount: row.free }));
    const { places, next } = demandPage(rows, after);
    return {
      ...about,
      locked: false,
      access: null,
      rows: [],
      places,
      next,
      same: rowsDigest(counted) === fact.rows,
    };
  }
  const source = measure.id as RecordMeasure;
  const access = params.get("access");
  const key = { organizationId: card.schoolId, ...cardAccess(measure.id, card) };
  const locked = !own && !(await opened(ctx, access, key));
  const asked = { measure: source, schoolId: card.schoolId, programmeId: card.programmeId, span };
  const found = locked ? [] : cardRows({ ...asked, after, take: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const counted = cardRecords(source, card.schoolId, [card.programmeId], span);
  return {
    ...about,
    locked,
    access: locked ? null : access,
    rows,
    places: [],
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    same: rowsDigest(counted) === fact.rows,
  };
};

export type CardRowsPage = NonNullable<Awaited<ReturnType<typeof cardRowsPage>>>;
