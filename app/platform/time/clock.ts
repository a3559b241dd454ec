/** The only source of "now" for commands; tests hand in a fixed one. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

export const fixedClock = (iso: string): Clock => ({ now: () => new Date(iso) });

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The civil date (YYYY-MM-DD) in Asia/Shanghai of an instant. The zone has had no daylight saving since 1991. */
export const civilDate = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The instant at which a civil date ends in Asia/Shanghai (the next midnight, exclusive). */
export const endOfCivilDate = (date: string): Date => new Date(Date.parse(`${date}T16:00:00.000Z`));

/** True for a real calendar date in the form YYYY-MM-DD; 2026-02-30 is not one. */
export const isCivilDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
};

/** A civil date moved by whole days. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whole days from one civil date to another (negative when `to` is earlier). */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Completed years of age on a civil date; someone born on 29 February ages on 1 March in common years. */
export const ageOn = (birthDate: string, on: string): number => {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) >= birthDate.slice(5) ? years : years - 1;
};
