/** What the resource map (资源匹配数字地图) counts, supply before demand. */
export const MAP_MEASURES = ["programmes", "seats", "bases", "tutors", "slots", "needs"] as const;
export type MapMeasure = (typeof MAP_MEASURES)[number];

/** Every family and every industry together. */
export const ALL = "*";

export type MapItem = {
  measure: MapMeasure;
  regionCode: string;
  /** Classes of majors it is for ("06-01"); none where it names none. */
  families: readonly string[];
  /** Section of industries ("C"); null where its owner belongs to none, as schools do. */
  industry: string | null;
  amount: number;
};

export type MapShareRow = {
  measure: MapMeasure;
  family: string;
  industry: string;
  regionCode: string;
  amount: number;
};

/** The families one thing is counted under: all, its categories and its classes, each once. */
const familyKeys = (families: readonly string[]): string[] => [
  ...new Set([ALL, ...families.map((family) => family.slice(0, 2)), ...families]),
];

/**
 * What an organization adds to each cell of the map. A thing named for three classes counts once in each of them, once in
 * their category and once in the whole, so that no sum over one axis counts it twice. Goes in: what it has. Comes out:
 * one row a cell, none with nothing in it.
 */
export const sharesOf = (items: readonly MapItem[]): MapShareRow[] => {
  const rows = new Map<string, MapShareRow>();
  for (const { measure, regionCode, families, industry, amount } of items) {
    if (amount <= 0 || regionCode === "") continue;
    for (const family of familyKeys(families)) {
      for (const section of industry === null ? [ALL] : [ALL, industry]) {
        const key = `${measure} ${family} ${section} ${regionCode}`;
        const row = rows.get(key) ?? { measure, family, industry: section, regionCode, amount: 0 };
        row.amount += amount;
        rows.set(key, row);
      }
    }
  }
  return [...rows.values()];
};

export type Difference = Omit<MapShareRow, "amount"> & { amount: number; parties: number };

const keyOf = (row: Omit<MapShareRow, "amount">): string =>
  `${row.measure} ${row.family} ${row.industry} ${row.regionCode}`;

/**
 * What the sums must move by when an organization's shares change. Goes in: its rows before and after. Comes out: the
 * cells that change, with the difference of the amount and of the number of organizations (+1, 0 or −1).
 */
export const differences = (before: readonly MapShareRow[], after: readonly MapShareRow[]): Difference[] => {
  const changes = new Map<string, Difference>();
  const add = (row: MapShareRow, sign: 1 | -1): void => {
    const key = keyOf(row);
    const { measure, family, industry, regionCode } = row;
    const change = changes.get(key) ?? { measure, family, industry, regionCode, amount: 0, parties: 0 };
    change.amount += sign * row.amount;
    change.parties += sign;
    changes.set(key, change);
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  return [...changes.values()].filter(({ amount, parties }) => amount !== 0 || parties !== 0);
};
