const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The instant of a civil date and a time of day in Shanghai ("2026-12-01", "09:30"). Both are checked before. */
export const dayAndTime = (on: string, at: string): Date => new Date(`${on}T${at}:00+08:00`);

/** The time of day in Shanghai of an instant, as people read it: "09:30". */
export const timeOfDay = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
