import { type Ctx, systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction, type Tx } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { breathe } from "~/platform/time/breathe.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { addWorkingDays } from "~/platform/time/working-days";
import { criteriaInForce } from "../card-criteria.server";
import { factsOfSchool } from "../card-facts.server";
import { mailCard, recordCard } from "../card-record.server";
import { type CardContent, cardContent, heardAnew } from "../rules/cards/content";
import { isCard } from "../rules/cards/judge";
import { ANSWER_DAYS } from "../rules/cards/lifecycle";
import { sealedContent } from "../sealed-content.server";

const AT_ONCE = 20;
const MOST_PROGRAMMES = 300;

export type CardsComputed = { programmes: number; changed: number; cards: number };

const keep = async (tx: Tx, ctx: Ctx, content: CardContent, today: string): Promise<boolean> => {
  const { text, digest } = sealedContent(content);
  const { outcome, programme, school, year } = content;
  const known = await tx.programmeCard.findUnique({
    where: { programmeId_year: { programmeId: programme.id, year } },
  });
  if (known?.state === "published" || known?.state === "withdrawn") return false;
  if (known?.digest === digest) {
    await tx.programmeCard.update({ where: { id: known.id }, data: { seenOn: today } });
    return false;
  }
  const anew = heardAnew(content, known && (JSON.parse(known.content) as CardContent));
  const until = addWorkingDays(today, ANSWER_DAYS);
  const now = ctx.clock.now();
  const id = known?.id ?? newId(now.getTime());
  const data = {
    schoolId: school.id,
    regionCode: school.regionCode,
    majorCode: programme.majorCode,
    name: programme.name,
    outcome,
    state: isCard(outcome) ? "draft" : "kept",
    content: text,
    digest,
    computedOn: today,
    seenOn: today,
    ...(isCard(outcome) ? {} : { answerBy: null, answerCertain: true }),
    ...(anew ? { answerBy: until.date, answerCertain: until.certain, answers: 0 } : {}),
    updatedAt: now,
  };
  if (known) {
    await tx.programmeCard.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
  } else {
    await tx.programmeCard.create({
      data: { id, programmeId: programme.id, year, ...data, createdAt: now, version: 1 },
    });
  }
  const card = { id, schoolId: school.id, name: programme.name, year };
  const eventId = await recordCard(tx, ctx, card, "programme_card.computed", {
    outcome,
    digest,
    before: known?.digest ?? null,
  });
  if (anew) {
    await mailCard(tx, ctx, {
      kind: "draft",
      key: eventId,
      to: [school.id],
      values: { programme: programme.name, year, due: until.date },
      outcome,
      link: `/oversight/cards/${id}`,
    });
  }
  return true;
};

const demandKept = async (programmes: readonly string[], year: string) => {
  const rows = await read.programmeCard.findMany({
    where: { programmeId: { in: [...programmes] }, year: String(Number(year) - 1) },
    select: { programmeId: true, content: true },
  });
  return new Map(
    rows.flatMap(({ programmeId, content }) => {
      const fact = (JSON.parse(content) as CardContent).facts.find(({ id }) => id === "demand");
      return fact
        ? [[programmeId, { numerator: fact.numerator, denominator: fact.denominator }] as const]
        : [];
    }),
  );
};

/**
 * Computes the cards of a year for the verified schools of a region from the records of today, school by school, in parts
 * that let pages go first. Goes in: the clock, the range of region codes, the school after which to go on, who hears how far
 * it is. Comes out: how many programmes were looked at, how many kept another content than before, how many have a card now.
 * Published and withdrawn cards are not touched; the same records give the same content, digest included. Killed half-way
 * the next run goes on and changes nothing twice.
 */
export const computeCards = async (
  clock: Clock,
  asked: {
    region: { from: string; before: string };
    after?: string;
    tell?: (schoolId: string) => Promise<void>;
  },
): Promise<CardsComputed> => {
  const ctx: Ctx = { actor: systemActor("平台"), clock, requestId: newId() };
  const today = civilDate(clock.now());
  const year = today.slice(0, 4);
  const done: CardsComputed = { programmes: 0, changed: 0, cards: 0 };
  let after = asked.after ?? "";
  for (;;) {
    const schools = await read.organization.findMany({
      where: {
        id: { gt: after },
        kind: "school",
        state: "verified",
        regionCode: { gte: asked.region.from, lt: asked.region.before },
      },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: { id: true, name: true, regionCode: true, lat: true, lng: true },
    });
    for (const school of schools) {
      const programmes = await read.programme.findMany({
        where: { organizationId: school.id, closedAt: null },
        orderBy: { id: "asc" },
        take: MOST_PROGRAMMES,
        select: { id: true, majorCode: true, name: true, level: true, seats: true },
      });
      const criteria = await criteriaInForce(read, school.regionCode, today);
      const before = await demandKept(
        programmes.map(({ id }) => id),
        year,
      );
      const facts = await factsOfSchool(school, programmes, { year, today }, before);
      const contents = programmes.map((programme) =>
        cardContent({
          year,
          school: { id: school.id, name: school.name, regionCode: school.regionCode },
          programme,
          criteria,
          facts: facts.get(programme.id) ?? [],
        }),
      );
      const changed = await inTransaction(async (tx) => {
        let count = 0;
        for (const content of contents) if (await keep(tx, ctx, content, today)) count += 1;
        return count;
      });
      done.programmes += contents.length;
      done.changed += changed;
      done.cards += contents.filter(({ outcome }) => isCard(outcome)).length;
      after = school.id;
      await asked.tell?.(after);
      await breathe();
    }
    if (schools.length < AT_ONCE) return done;
  }
};
