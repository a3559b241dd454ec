import { codeRange } from "~/catalogues/rules/regions";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { type Clock, civilDate } from "~/platform/time/clock";
import { COMPUTED_FROM } from "../rules/cards/lifecycle";
import { type CardsComputed, computeCards } from "./compute-cards.server";

/** Where the yearly computation of a year stands: `eventId` is the last school, "" once it is done. */
const cardsCursor = (year: string): string => `oversight-cards-${year}`;

/**
 * Computes the year's cards of the whole country once, from 1 November on. Goes in: the clock. Comes out: what was
 * computed; null before that day and when the year is done. Killed half-way it goes on after the last school.
 */
export const sweepCards = async (clock: Clock): Promise<CardsComputed | null> => {
  const today = civilDate(clock.now());
  const name = cardsCursor(today.slice(0, 4));
  if (today.slice(5) < COMPUTED_FROM) return null;
  const way = await read.eventCursor.findUnique({ where: { name } });
  if (way?.eventId === "") return null;
  const come = (eventId: string) =>
    inTransaction((tx) => {
      const at = clock.now();
      return tx.eventCursor.upsert({
        where: { name },
        create: { name, at, eventId },
        update: { at, eventId },
      });
    });
  const done = await computeCards(clock, {
    region: codeRange(""),
    after: way?.eventId ?? "",
    tell: async (schoolId) => void (await come(schoolId)),
  });
  await come("");
  return done;
};
