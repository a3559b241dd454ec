import { codeRange } from "./map-query";

/** The digits a region shares with everything below it: "440000" → "44", "440100" → "4401", "440113" → itself. */
export const scopePrefix = (regionCode: string): string => regionCode.replace(/(?:00){1,2}$/, "");

/** The codes that lie in a region, as a range. */
export const scopeRange = (regionCode: string): { from: string; before: string } =>
  codeRange(scopePrefix(regionCode));

/** Whether a region lies in another or is it. */
export const inScope = (outer: string, inner: string): boolean => inner.startsWith(scopePrefix(outer));
