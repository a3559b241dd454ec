import { compareIds, seededHash } from "../seeded-hash";
import type { CompiledRound } from "./compile-market";
import type { RoundDocument } from "./document";
import type { Assignment } from "./market";

/** A group's choices that are still open, and those struck because they could not take all of it. */
export type JointChoices = { id: string; members: string[]; left: string[]; struck: string[] };

/** In: a document. Out: its groups in the order they are looked at, drawn by the seed. */
export const jointChoicesOf = (document: RoundDocument): JointChoices[] =>
  (document.groups ?? [])
    .map(({ id, students, choices }) => ({
      id,
      members: students,
      left: [...choices],
      struck: [] as string[],
    }))
    .sort(
      (a, b) =>
        seededHash(String(document.seed), a.id) - seededHash(String(document.seed), b.id) ||
        compareIds(a.id, b.id),
    );

/** The choices each student goes into the next run with: the group's while it has any left, else its own. */
export const effectiveChoices = (groups: JointChoices[]) => {
  const joint = new Map(groups.flatMap(({ members, left }) => members.map((id) => [id, left] as const)));
  return (student: string, own: string[]): string[] => {
    const left = joint.get(student);
    return left && left.length > 0 ? left : own;
  };
};

/**
 * Looks for a group that a run has parted and strikes the best slot that took some of it but not all; where nobody
 * of a group found a place its whole list is struck. Groups are looked at one by one because a strike frees seats.
 * With groups a stable matching need not exist (Roth 1984), and truth-telling is not safe for groups: what holds is
 * stability for the choices that are left. House rule.
 * In: the groups and a run. Out: the groups after one strike, or null when every group is together.
 */
export const strikeOne = (
  groups: JointChoices[],
  { studentNumber, market }: CompiledRound,
  { edge }: Assignment,
): JointChoices[] | null => {
  for (const [at, group] of groups.entries()) {
    if (group.left.length === 0) continue;
    const places = group.members.map((id) => {
      const student = studentNumber.get(id)!;
      return edge[student]! < 0 ? group.left.length : edge[student]! - market.choiceStart[student]!;
    });
    const best = Math.min(...places);
    if (best < group.left.length && places.every((place) => place === best)) continue;
    const gone = best === group.left.length ? group.left : group.left.slice(best, best + 1);
    const next = {
      ...group,
      left: group.left.filter((slot) => !gone.includes(slot)),
      struck: [...group.struck, ...gone],
    };
    return groups.with(at, next);
  }
  return null;
};
