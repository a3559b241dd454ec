/**
 * Commercial entertainment venues by GB/T 4754-2017 class, and the groups above them. A code given too coarsely
 * (a division or group that contains a closed class) cannot be judged and is asked for in four digits.
 */
export const CLOSED_VENUES = ["6233", "8051", "9011", "9012", "9013"] as const;

/** Classes near the closed ones, where the place itself has to be looked at. */
export const DOUBTFUL_VENUES = ["8052", "9019"] as const;

/** Employment agencies, labour dispatch and other human-resource services. */
export const AGENCY_INDUSTRIES = ["7262", "7263", "7269"] as const;

/** Industry sections (letters) and the divisions in them that hold a closed venue. */
const SECTIONS: { readonly [letter: string]: readonly string[] } = { H: ["62"], O: ["80"], R: ["90"] };

export type VenueJudgement = "open" | "closed" | "doubtful" | "too_coarse";

/**
 * What an industry code says about a venue.
 * @param code a section letter or two to four digits of GB/T 4754
 */
export const judgeVenue = (
  code: string,
  closed: readonly string[],
  doubtful: readonly string[],
): VenueJudgement => {
  if (closed.some((prefix) => code.startsWith(prefix))) return "closed";
  if (doubtful.some((prefix) => code.startsWith(prefix))) return "doubtful";
  const heads = SECTIONS[code] ?? [code];
  const coarse = heads.some((head) => [...closed, ...doubtful].some((prefix) => prefix.startsWith(head)));
  return coarse ? "too_coarse" : "open";
};
