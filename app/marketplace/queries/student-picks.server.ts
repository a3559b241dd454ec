import { read } from "~/platform/db/client.server";
import { matchesForProgramme } from "./find-matches.server";
import { type LabelledMatch, labelMatches } from "./label-matches.server";
import { programmeSubject } from "./match-subjects.server";

const PROGRAMMES = 6;
const SHOWN = 8;
const FOR_STUDENTS = ["apprenticeship", "internship", "observation", "experience_day"];

/**
 * Open listings near a school that suit its programmes, for its students: at most 8, each once, best first. Goes in: the
 * school, today's civil date. Comes out: matches with their reasons; only kinds a student can take part in.
 */
export const studentPicks = async (schoolId: string, today: string): Promise<LabelledMatch[]> => {
  const programmes = await read.programme.findMany({
    where: { organizationId: schoolId, closedAt: null },
    orderBy: { seats: "desc" },
    take: PROGRAMMES,
    select: { id: true },
  });
  const found = new Map<string, LabelledMatch>();
  for (const { id } of programmes) {
    const subject = await programmeSubject(id, today);
    if (!subject) continue;
    const { listings } = await matchesForProgramme(subject, today, SHOWN);
    for (const match of await labelMatches(listings.matches)) {
      const held = found.get(match.refId);
      if (!held || held.score < match.score) found.set(match.refId, match);
    }
  }
  const kinds = await read.listing.findMany({
    where: { id: { in: [...found.keys()] }, kind: { in: FOR_STUDENTS } },
    select: { id: true },
  });
  return kinds
    .flatMap(({ id }) => found.get(id) ?? [])
    .sort((a, b) => b.score - a.score || (a.refId < b.refId ? -1 : 1))
    .slice(0, SHOWN);
};
