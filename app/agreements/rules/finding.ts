import type { Bilingual } from "./templates/template";

/** A verdict on an agreement's content, as data: the page turns key and values into a sentence. */
export type ContentFinding = {
  id: string;
  verdict: "pass" | "warn" | "block" | "missing";
  /** key below `agreements.finding` */
  key: string;
  values: Record<string, string | number>;
  /** where to mend it: a clause's or commitment's id, or a field */
  place: string | null;
  source: { document: Bilingual; article: Bilingual | null; verified: boolean } | null;
};

/** A finding: its id, verdict, word key with values, where to mend it and the source it rests on. */
export const finding = (
  id: string,
  verdict: ContentFinding["verdict"],
  key: string,
  values: ContentFinding["values"] = {},
  place: string | null = null,
  source: ContentFinding["source"] = null,
): ContentFinding => ({ id, verdict, key, values, place, source });

/** Whether any finding stops signing: what is forbidden and what is missing both do. */
export const stopsSigning = (findings: readonly ContentFinding[]): boolean =>
  findings.some((one) => one.verdict === "block" || one.verdict === "missing");
