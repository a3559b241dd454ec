import { read } from "~/platform/db/client.server";

export type FrontFigures = {
  listings: number;
  seats: number;
  enterprises: number;
  schools: number;
  answered: number;
  due: number;
};

const KEPT_MS = 30_000;
let held: { at: number; figures: FrontFigures } | null = null;

/** The live figures of the front page, counted at most every half minute; each can be traced to a list. */
export const frontFigures = async (): Promise<FrontFigures> => {
  const now = Date.now();
  if (held && now - held.at < KEPT_MS) return held.figures;
  const [listings, enterprises, schools, replies] = await Promise.all([
    read.listingIndex.aggregate({ _count: true, _sum: { seats: true, seatsTaken: true } }),
    read.organization.count({ where: { kind: "enterprise", state: "verified" } }),
    read.organization.count({ where: { kind: "school", state: "verified" } }),
    read.replyRecord.aggregate({ _sum: { answered: true, due: true } }),
  ]);
  const figures = {
    listings: listings._count,
    seats: (listings._sum.seats ?? 0) - (listings._sum.seatsTaken ?? 0),
    enterprises,
    schools,
    answered: replies._sum.answered ?? 0,
    due: replies._sum.due ?? 0,
  };
  held = { at: now, figures };
  return figures;
};
