import { regionPrefix } from "~/catalogues/rules/regions";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { rulesFor, type StoredChange } from "./rules/effective";
import type { RuleSet } from "./rules/pack";

const MOST_CHANGES = 400;

/** The region codes a region lies in, itself included: "440113" → 440113, 440100, 440000. */
export const regionsAbove = (code: string): string[] => {
  const prefix = regionPrefix(code).padEnd(6, "0");
  return [...new Set([prefix, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])];
};

/** Changes that authorities stored for a region or one around it, oldest first, at most four hundred. */
export const changesFor = async (reader: ReadClient | Tx, region: string): Promise<StoredChange[]> => {
  const rows = await (reader as ReadClient).transferRuleChange.findMany({
    where: { regionCode: { in: regionsAbove(region) }, withdrawnAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST_CHANGES,
  });
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
};

/** What holds for a region on a civil date, the authority's changes included. */
export const loadRules = async (reader: ReadClient | Tx, region: string, on: string): Promise<RuleSet> =>
  rulesFor(region, on, await changesFor(reader, region));

/** The rules as a window froze them. */
export const frozenRules = (window: { rules: string }): RuleSet => JSON.parse(window.rules) as RuleSet;
