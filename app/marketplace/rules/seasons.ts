/** "2027-spring" or "2027-autumn"; "*" stands for whenever. */
export const SEASON = /^(?:\*|20\d{2}-(?:spring|autumn))$/;

/** Whenever: said of no season in particular. */
export const ANY_SEASON = "*";

/**
 * The season a civil date lies in. In: YYYY-MM-DD. Out: "2027-spring" from February to July, "2027-autumn" from August to
 * the January after it, as terms of schools run. House rule.
 */
export const seasonOf = (date: string): string => {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  if (month === 1) return `${year - 1}-autumn`;
  return month <= 7 ? `${year}-spring` : `${year}-autumn`;
};

/** The season after one. In: a season of this form. Out: the next, "2026-autumn" → "2027-spring". */
const after = (season: string): string => {
  const year = Number(season.slice(0, 4));
  return season.endsWith("spring") ? `${year}-autumn` : `${year + 1}-spring`;
};

/** Seasons that may be spoken of. In: today's civil date. Out: this one and the four that follow. House rule. */
export const seasonsAhead = (today: string): string[] => {
  const seasons = [seasonOf(today)];
  for (let place = 0; place < 4; place += 1) seasons.push(after(seasons[place] ?? ""));
  return seasons;
};

/** Whether a season is over. In: a season or "*", today's civil date. Out: true for one before this; "*" never is. */
export const isOver = (season: string, today: string): boolean => {
  if (season === ANY_SEASON) return false;
  const order = (one: string) => Number(one.slice(0, 4)) * 2 + (one.endsWith("autumn") ? 1 : 0);
  return order(season) < order(seasonOf(today));
};
