import { ALL } from "./map-shares";

/** What the map is coloured by. */
export const MAP_VIEWS = ["ratio", "slots", "seats", "unmet"] as const;
export type MapView = (typeof MAP_VIEWS)[number];

export type MapQuery = {
  /** Province or city the map looks into; null for the whole country. */
  region: string | null;
  /** "*", a category "06" or a class "06-01". */
  family: string;
  /** "*" or a section of industries. */
  industry: string;
  view: MapView;
};

const isView = (text: string | null): text is MapView => MAP_VIEWS.some((view) => view === text);

/**
 * What an address asks of the map. Goes in: its parameters. Comes out: the query; anything that cannot be read is left out,
 * so that an old or shortened address still opens a map.
 */
export const readMapQuery = (params: URLSearchParams): MapQuery => {
  const region = params.get("region") ?? "";
  const family = params.get("family") ?? "";
  const industry = params.get("industry") ?? "";
  const view = params.get("view");
  return {
    region: /^\d{2}(?:0{4}|\d{2}00)$/.test(region) ? region : null,
    family: /^\d{2}(?:-\d{2})?$/.test(family) ? family : ALL,
    industry: /^[A-T]$/.test(industry) ? industry : ALL,
    view: isView(view) ? view : "ratio",
  };
};

/** The address of a map. Goes in: the query and what differs. Comes out: a path with only what narrows. */
export const mapHref = (query: MapQuery, change: Partial<MapQuery> = {}, path = "/map"): string => {
  const { region, family, industry, view } = { ...query, ...change };
  const params = new URLSearchParams();
  if (region) params.set("region", region);
  if (family !== ALL) params.set("family", family);
  if (industry !== ALL) params.set("industry", industry);
  if (view !== "ratio") params.set("view", view);
  return params.size > 0 ? `${path}?${params}` : path;
};

export type MapLevel = "province" | "city" | "county";

/** The level below a region, and how many digits tell its parts apart. */
export const levelBelow = (region: string | null): { level: MapLevel; prefix: string; digits: 2 | 4 | 6 } => {
  if (region === null) return { level: "province", prefix: "", digits: 2 };
  if (region.endsWith("0000")) return { level: "city", prefix: region.slice(0, 2), digits: 4 };
  return { level: "county", prefix: region.slice(0, 4), digits: 6 };
};

/**
 * Slots for every hundred seats, rounded to a whole; null without seats, so that no region without schools looks perfect.
 * House formula of the map.
 */
export const slotsPerHundredSeats = (slots: number, seats: number): number | null =>
  seats > 0 ? Math.round((slots * 100) / seats) : null;

/** Seats for which the map wishes one slot: a yardstick for comparing, house rule. */
export const SEATS_A_SLOT = 4;

/** How many more slots would make one for every four seats; 0 when there are enough. */
export const slotsMissing = (slots: number, seats: number): number =>
  Math.max(0, Math.ceil(seats / SEATS_A_SLOT) - slots);
