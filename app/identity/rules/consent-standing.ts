import { ageOn } from "~/platform/time/clock";
import { ADULT_AT } from "./minority";

export type ConsentParty = "student" | "guardian";
export type ConsentAct = "given" | "refused" | "withdrawn";

/** One row of the ledger about one purpose and recipient. `at` sorts: an ISO instant. */
export type LedgerEntry = {
  id: string;
  party: ConsentParty;
  guardianId: string | null;
  act: ConsentAct;
  at: string;
};

export type PartyStanding = "given" | "refused" | "withdrawn" | "none" | "not_needed";

export type ConsentStanding = {
  /** True when everybody who must agree has agreed and nobody has taken it back. */
  complete: boolean;
  age: number;
  minor: boolean;
  student: PartyStanding;
  guardian: PartyStanding;
  /** Whose word is still wanted. */
  missing: ConsentParty[];
};

/** The last word of each voice; of two at the same instant the later written (higher id) counts. */
const lastWords = (entries: readonly LedgerEntry[]): Map<string, LedgerEntry> => {
  const ordered = [...entries].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  return new Map(ordered.map((entry) => [entry.guardianId ?? "student", entry]));
};

/**
 * Where consent to one purpose and recipient stands on a day. Goes in: the birth date, the ledger's rows up to that day,
 * the ids of the guardians now linked, and the civil date. Comes out: the standing. A student always speaks for
 * themselves; under 18 on that day a guardian must agree as well. One guardian's consent is enough unless another
 * linked guardian refused or withdrew: then it does not stand until that guardian gives it. Without recipient and
 * purpose mixed up, since rows of another purpose or recipient must not be handed in.
 * Source: 《个人信息保护法》 art. 15, 23 and 31; the guardian from 14 to 17 is a house rule.
 */
export const consentStanding = (
  birthDate: string,
  entries: readonly LedgerEntry[],
  guardianIds: readonly string[],
  on: string,
): ConsentStanding => {
  const age = ageOn(birthDate, on);
  const minor = age < ADULT_AT;
  const words = lastWords(entries);
  const student = words.get("student")?.act ?? "none";
  const spoken = guardianIds.map((id) => words.get(id)?.act).filter((act) => act !== undefined);
  const against = spoken.find((act) => act === "refused") ?? spoken.find((act) => act === "withdrawn");
  const guardian: PartyStanding = minor
    ? (against ?? (spoken.includes("given") ? "given" : "none"))
    : "not_needed";
  const missing: ConsentParty[] = [
    ...(student === "given" ? [] : ["student" as const]),
    ...(guardian === "given" || guardian === "not_needed" ? [] : ["guardian" as const]),
  ];
  return { complete: missing.length === 0, age, minor, student, guardian, missing };
};
