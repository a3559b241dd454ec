import { canonicalJson } from "~/platform/events/canonical";
import type { AgreementContent, Clause, Commitment } from "./content";

export type MergeConflict = { place: "facts" | "clause" | "commitment"; id: string; title: string };

type Item = Clause | Commitment;

const same = (a: unknown, b: unknown): boolean =>
  canonicalJson((a ?? null) as never) === canonicalJson((b ?? null) as never);

const mergeItems = <T extends Item>(
  place: MergeConflict["place"],
  base: readonly T[],
  theirs: readonly T[],
  mine: readonly T[],
  conflicts: MergeConflict[],
): T[] => {
  const find = (items: readonly T[], id: string) => items.find((item) => item.id === id);
  const order = [...theirs, ...mine.filter((item) => !find(theirs, item.id))].map((item) => item.id);
  return order.flatMap((id) => {
    const [was, their, my] = [find(base, id), find(theirs, id), find(mine, id)];
    if (same(their, my) || same(was, my)) return their ? [their] : [];
    if (same(was, their)) return my ? [my] : [];
    const kept = my ?? their;
    conflicts.push({ place, id, title: kept?.title ?? "" });
    return kept ? [kept] : [];
  });
};

/**
 * Joins two edits of the same version. Goes in: the version both began with, the one saved meanwhile, and the one that
 * was typed. Comes out: the joined content, in which whatever only one side touched is that side's, and the pieces both
 * touched differently: there the typed one stands and the reader decides. Nothing either side wrote is dropped unsaid.
 */
export const mergeContents = (
  base: AgreementContent,
  theirs: AgreementContent,
  mine: AgreementContent,
): { content: AgreementContent; conflicts: MergeConflict[] } => {
  const conflicts: MergeConflict[] = [];
  const clauses = mergeItems("clause", base.clauses, theirs.clauses, mine.clauses, conflicts);
  const commitments = mergeItems(
    "commitment",
    base.commitments,
    theirs.commitments,
    mine.commitments,
    conflicts,
  );
  const choose = <K extends keyof AgreementContent>(key: K): AgreementContent[K] => {
    if (same(theirs[key], mine[key]) || same(base[key], mine[key])) return theirs[key];
    if (!same(base[key], theirs[key])) conflicts.push({ place: "facts", id: key, title: key });
    return mine[key];
  };
  return {
    content: {
      ...theirs,
      title: choose("title"),
      startsOn: choose("startsOn"),
      endsOn: choose("endsOn"),
      reviewMonths: choose("reviewMonths"),
      signing: choose("signing"),
      charter: choose("charter"),
      clauses,
      commitments,
    },
    conflicts,
  };
};
