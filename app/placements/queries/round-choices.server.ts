import type { Explanation, RoundDocument, RoundResult } from "~/matching/rules/allocation/document";
import { read } from "~/platform/db/client.server";
import type { SeenRound } from "../round-access.server";
import { type Bar, barsOf, type KeptFinding, slotTerms } from "../round-judging.server";
import { PUBLISHED } from "../rules/round-lifecycle";
import { shareConsents } from "../share-consents.server";

const namesOf = async (ids: readonly string[]) =>
  new Map(
    (
      await read.organization.findMany({
        where: { id: { in: [...new Set(ids)] } },
        select: { id: true, name: true },
      })
    ).map(({ id, name }) => [id, name]),
  );

/** Why not, for one choice: the rules kept the pair apart, the host withdrew, or who stood before. */
export type WhyNot =
  | { kind: "got" }
  | { kind: "below" }
  | { kind: "withdrawn"; reason: string }
  | { kind: "consent" }
  | { kind: "placed" }
  | { kind: "rules"; findings: KeptFinding[] }
  | { kind: "order"; explanation: Pick<Explanation, "reason" | "values"> }
  | { kind: "open" };

/** In a reader's explanation the published codes stand for a unit and a category: here with their names. */
const named = (
  explanation: Explanation,
  host: string,
  categories: ReadonlyMap<string, string>,
): Pick<Explanation, "reason" | "values"> => {
  const { unit, category, ...values } = explanation.values;
  return {
    reason: explanation.reason,
    values: {
      ...values,
      ...(unit === undefined ? {} : { unit: host }),
      ...(category === undefined ? {} : { category: categories.get(String(category)) ?? String(category) }),
    },
  };
};

const categoryNames = async (document: RoundDocument | null): Promise<Map<string, string>> => {
  const ids = document?.categories ?? [];
  if (ids.length === 0) return new Map();
  const programmes = await read.programme.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map([...(await namesOf(ids)), ...programmes.map(({ id, name }) => [id, name] as const)]);
};

/**
 * One student's own choices in a round, and once the result is published what became of each. In: the round seen, the
 * student. Out: slots in order of choice with why not; of other students nothing but the number of places is told.
 */
export const ownChoices = async (seen: SeenRound, studentId: string) => {
  const { round, state } = seen;
  const roundId = round.id;
  const [entered, choices, bars] = await Promise.all([
    read.roundStudent.findUniqueOrThrow({ where: { roundId_studentId: { roundId, studentId } } }),
    read.roundChoice.findMany({ where: { roundId, studentId }, orderBy: { rank: "asc" }, take: 20 }),
    read.roundBar.findMany({ where: { roundId, studentId }, take: 20 }),
  ]);
  const [slots, group, placement] = await Promise.all([
    read.roundSlot.findMany({ where: { id: { in: choices.map(({ slotId }) => slotId) } } }),
    entered.groupId ? read.roundGroup.findUnique({ where: { id: entered.groupId } }) : null,
    read.placement.findFirst({ where: { roundId, studentId }, select: { id: true } }),
  ]);
  const hosts = await namesOf(slots.map(({ hostId }) => hostId));
  const published = PUBLISHED.includes(state);
  const result = published && round.result ? (JSON.parse(round.result) as RoundResult) : null;
  const document = published && round.document ? (JSON.parse(round.document) as RoundDocument) : null;
  const categories = await categoryNames(document);
  const mine = (result?.explanations ?? []).filter(({ student }) => student === entered.code);
  const gotRank = choices.find(({ slotId }) => slotId === entered.slotId)?.rank ?? null;
  const mates = group ? await read.roundStudent.count({ where: { roundId, groupId: group.id } }) : 0;
  return {
    code: entered.code,
    version: entered.version,
    chosenBy: entered.chosenBy,
    placementId: placement?.id ?? null,
    group: group ? { code: group.code, founder: group.founderId === studentId, mates } : null,
    stability: result?.stability ?? null,
    choices: choices.map(({ slotId, rank }) => {
      const slot = slots.find(({ id }) => id === slotId);
      const bar = bars.find((one) => one.slotId === slotId);
      const explanation = mine.find((one) => one.slot === slot?.code);
      const host = hosts.get(slot?.hostId ?? "") ?? "";
      const why = (): WhyNot => {
        if (slot?.withdrawnAt) return { kind: "withdrawn", reason: slot.withdrawnFor ?? "" };
        if (!published) return { kind: "open" };
        if (slotId === entered.slotId) return { kind: "got" };
        if (gotRank !== null && rank > gotRank) return { kind: "below" };
        if (bar?.reason === "consent" || bar?.reason === "placed") return { kind: bar.reason };
        if (bar) return { kind: "rules", findings: JSON.parse(bar.findings) as KeptFinding[] };
        return explanation
          ? { kind: "order", explanation: named(explanation, host, categories) }
          : { kind: "open" };
      };
      return { slotId, rank, title: slot?.title ?? "", host, capacity: slot?.capacity ?? 0, why: why() };
    }),
  };
};

export type OpenSlot = {
  id: string;
  title: string;
  host: string;
  listingId: string;
  capacity: number;
  startsOn: string;
  endsOn: string;
  payMonthlyFen: number | null;
  barred: KeptFinding[] | null;
  shared: boolean;
  place: number | null;
};

/**
 * The slots of an open round for one student: where it is, what it pays, how many seats, and whether a rule keeps the
 * student out, judged now. In: the round seen, the student, the civil date. Out: at most 100 slots, the chosen ones first.
 */
export const slotsToChoose = async (seen: SeenRound, studentId: string, on: string): Promise<OpenSlot[]> => {
  const roundId = seen.round.id;
  const [rows, choices] = await Promise.all([
    read.roundSlot.findMany({ where: { roundId, withdrawnAt: null }, orderBy: { code: "asc" }, take: 100 }),
    read.roundChoice.findMany({ where: { roundId, studentId }, take: 20 }),
  ]);
  const slots = rows.map(slotTerms);
  const pairs = slots.map(({ id, hostId }) => ({ studentId, slotId: id, hostId }));
  const [bars, hosts, standing] = await Promise.all([
    barsOf(read, pairs, new Map(slots.map((slot) => [slot.id, slot])), on),
    namesOf(slots.map(({ hostId }) => hostId)),
    shareConsents(read, pairs, on),
  ]);
  const ruled = (id: string): Bar | undefined =>
    bars.find(({ slotId, reason }) => slotId === id && reason === "rules");
  return slots
    .map((slot) => ({
      id: slot.id,
      title: slot.title,
      host: hosts.get(slot.hostId) ?? "",
      listingId: slot.listingId,
      capacity: slot.capacity,
      startsOn: slot.terms.startsOn,
      endsOn: slot.terms.endsOn,
      payMonthlyFen: slot.terms.payMonthlyFen,
      barred: ruled(slot.id)?.findings ?? null,
      shared: standing({ studentId, hostId: slot.hostId })?.complete ?? false,
      place: choices.find(({ slotId }) => slotId === slot.id)?.rank ?? null,
    }))
    .sort(
      (a, b) => (a.place ?? 99) - (b.place ?? 99) || Number(a.barred !== null) - Number(b.barred !== null),
    );
};
