import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import type { Finding } from "~/regulations/rules/evaluate";
import { judgePlacings } from "./judge-placing.server";
import { SEATED } from "./rules/lifecycle";
import { pairKey } from "./rules/round-input";
import { shareConsents } from "./share-consents.server";
import { type PlacementTerms, placementTerms } from "./terms";

/** A finding as it is kept beside a pair: what a page needs to show it, in both languages. */
export type KeptFinding = Pick<
  Finding,
  | "rule"
  | "verdict"
  | "facts"
  | "article"
  | "verified"
  | "message"
  | "fix"
  | "applies"
  | "missing"
  | "title"
  | "who"
>;

export type Bar = {
  studentId: string;
  slotId: string;
  reason: "consent" | "rules" | "placed";
  findings: KeptFinding[];
};

export type Pair = { studentId: string; slotId: string };
export type JudgedSlot = { id: string; hostId: string; listingId: string; terms: PlacementTerms };

/** A stored slot with its terms read back. */
export const slotTerms = <S extends { terms: string }>(
  slot: S,
): Omit<S, "terms"> & { terms: PlacementTerms } => ({
  ...slot,
  terms: placementTerms.parse(JSON.parse(slot.terms)),
});

/**
 * Which pairs of student and slot are kept apart, asked of the rules in bulk. In: pairs, the slots with their terms, the
 * civil date. Out: one bar for each pair that may not be: the student has a placement on these days by another way, the
 * student's data may not go to the host (for minors a guardian's word is wanted too), or a rule blocks or cannot be decided, with its findings. A bounded number of queries
 * whatever their number. Source: the rules of the "application" stage; 《个人信息保护法》 art. 23.
 */
export const barsOf = async (
  db: ReadClient | Tx,
  pairs: readonly Pair[],
  slots: ReadonlyMap<string, JudgedSlot>,
  on: string,
): Promise<Bar[]> => {
  const known = pairs.flatMap((pair) => {
    const slot = slots.get(pair.slotId);
    return slot ? [{ ...pair, slot }] : [];
  });
  const [standing, evaluations, seated] = await Promise.all([
    shareConsents(
      db,
      known.map(({ studentId, slot }) => ({ studentId, hostId: slot.hostId })),
      on,
    ),
    judgePlacings(
      db,
      known.map(({ studentId, slot }) => ({
        studentId,
        hostId: slot.hostId,
        listingId: slot.listingId,
        terms: slot.terms,
        origin: "round" as const,
      })),
      "application",
      on,
    ),
    (db as ReadClient).placement.findMany({
      where: {
        studentId: { in: [...new Set(known.map(({ studentId }) => studentId))] },
        state: { in: [...SEATED] },
      },
      select: { studentId: true, startsOn: true, endsOn: true },
    }),
  ]);
  const placed = new Map<string, typeof seated>();
  for (const one of seated) placed.set(one.studentId, [...(placed.get(one.studentId) ?? []), one]);
  return known.flatMap(({ studentId, slotId, slot }, at): Bar[] => {
    const { startsOn, endsOn } = slot.terms;
    if (placed.get(studentId)?.some((one) => one.startsOn <= endsOn && one.endsOn >= startsOn))
      return [{ studentId, slotId, reason: "placed", findings: [] }];
    const findings = (evaluations[at]?.findings ?? []).filter(
      ({ verdict }) => verdict === "block" || verdict === "missing",
    );
    if (findings.length > 0) return [{ studentId, slotId, reason: "rules", findings }];
    return standing({ studentId, hostId: slot.hostId })?.complete
      ? []
      : [{ studentId, slotId, reason: "consent", findings: [] }];
  });
};

export const barredSet = (bars: readonly Pair[]): Set<string> =>
  new Set(bars.map(({ studentId, slotId }) => pairKey(studentId, slotId)));
