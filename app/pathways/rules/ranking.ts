import { createHash } from "node:crypto";
import type { Part } from "./pack";

/** One assessor's score of a part in basis points of full marks (0–10000). */
export type AssessorScore = { part: Part; assessorId: string; scoreBp: number };

/** An applicant with the average of each part that counts, in basis points. */
export type Ranked = {
  id: string;
  totalBp: number;
  parts: Readonly<Partial<Record<Part, number>>>;
  rank: number;
  within: boolean;
  /** what decided against the neighbour of the same total: a part, or the lot */
  tie: Part | "lot" | null;
};

/** The mean of whole numbers as a whole number, half rounded up. */
export const meanOf = (scores: readonly number[]): number =>
  Math.floor((2 * scores.reduce((sum, one) => sum + one, 0) + scores.length) / (2 * scores.length));

/** The average of every part that counts (weight above 0), and the parts nobody has scored yet. */
export const partAverages = (
  scores: readonly AssessorScore[],
  weights: Readonly<Record<Part, number>>,
): { averages: Partial<Record<Part, number>>; unscored: Part[] } => {
  const averages: Partial<Record<Part, number>> = {};
  const unscored: Part[] = [];
  for (const part of Object.keys(weights) as Part[]) {
    if (weights[part] === 0) continue;
    const given = scores.filter((one) => one.part === part).map((one) => one.scoreBp);
    if (given.length === 0) unscored.push(part);
    else averages[part] = meanOf(given);
  }
  return { averages, unscored };
};

/** The weighted total in basis points, rounded down once at the end. */
export const totalOf = (
  averages: Readonly<Partial<Record<Part, number>>>,
  weights: Readonly<Record<Part, number>>,
): number =>
  Math.floor(
    (Object.keys(weights) as Part[]).reduce((sum, part) => sum + (averages[part] ?? 0) * weights[part], 0) /
      10_000,
  );

/** The lot of an applicant: the SHA-256 of seed and id. The seed is fixed and its hash shown before anybody applies. */
export const lotOf = (seed: string, id: string): string =>
  createHash("sha256").update(`${seed}:${id}`).digest("hex");

/**
 * Ranks the applicants of one quota. Goes in: id and part averages of each, the weights, the order of parts that breaks ties,
 * the seed of the lot, and the seats. Comes out: everybody in order, with the total, who is inside the seats, and what broke a
 * tie with the one before. The same input gives the same bytes, in whatever order the applicants come. House rule; the order is
 * published with the window.
 */
export const rankApplicants = (
  applicants: readonly { id: string; averages: Readonly<Partial<Record<Part, number>>> }[],
  weights: Readonly<Record<Part, number>>,
  tieBreaks: readonly Part[],
  seed: string,
  seats: number,
): Ranked[] => {
  const rows = applicants.map(({ id, averages }) => ({
    id,
    averages,
    totalBp: totalOf(averages, weights),
    lot: lotOf(seed, id),
  }));
  type Row = (typeof rows)[number];
  const decisive = (a: Row, b: Row): Part | undefined =>
    tieBreaks.find((part) => (a.averages[part] ?? 0) !== (b.averages[part] ?? 0));
  rows.sort((a, b) => {
    if (a.totalBp !== b.totalBp) return b.totalBp - a.totalBp;
    const part = decisive(a, b);
    if (part) return (b.averages[part] ?? 0) - (a.averages[part] ?? 0);
    return a.lot < b.lot ? -1 : 1;
  });
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const tied = before !== undefined && before.totalBp === row.totalBp;
    return {
      id: row.id,
      totalBp: row.totalBp,
      parts: row.averages,
      rank: index + 1,
      within: index < seats,
      tie: tied ? (decisive(before, row) ?? "lot") : null,
    };
  });
};

/** A ranking as bytes: one line each, rank, id and total. */
export const rankingText = (ranked: readonly Ranked[]): string =>
  ranked.map((one) => `${one.rank}\t${one.id}\t${one.totalBp}\n`).join("");

/** The SHA-256 of a text, in hexadecimal. */
export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
