import { SMALLEST_TOLD } from "../indicators/figure";

export type GivenYear = {
  readonly year: number;
  readonly known: number;
  readonly retained: number;
  readonly weeks: number;
  readonly mentors: number;
  readonly minutes: number;
  readonly visits: number;
};

export type GivenLine = Omit<GivenYear, "retained" | "known"> & {
  /** null where one to four persons are not told */
  readonly retained: number | null;
  readonly known: number | null;
  /** recruitment not paid for: retained × what recruiting one person costs by the enterprise's own figure; null without one */
  readonly savedFen: number | null;
};

const few = (count: number): boolean => count > 0 && count < SMALLEST_TOLD;

/**
 * What an enterprise gave and got, year by year. Goes in: years from the records, what recruiting one person cost it by year
 * (its own figure), whether the reader is the enterprise itself. Comes out: lines in the same order; for others a count of
 * one to four graduates — kept or not kept — is not told, nor the amount it could be worked out from.
 */
export const givenLines = (
  years: readonly GivenYear[],
  recruitFen: ReadonlyMap<number, number>,
  { own }: { own: boolean },
): GivenLine[] =>
  years.map((one) => {
    const hidden = !own && (few(one.retained) || few(one.known - one.retained));
    const cost = recruitFen.get(one.year);
    return {
      ...one,
      retained: hidden ? null : one.retained,
      known: hidden ? null : one.known,
      savedFen: hidden || cost === undefined ? null : one.retained * cost,
    };
  });
