import { read } from "~/platform/db/client.server";
import { FINISHED } from "../rules/lifecycle";
import { type ProgrammeCounts, programmeFigures } from "../rules/programme-figures";
import { PAY_RULE } from "../rules/track-record";

/** Changes of host and findings about pay of one school that are looked at. */
const MOST = 20_000;
const PART = 500;
/** The month after graduation at which graduates count as kept on. */
const KEPT_AFTER = 6;
const RUNNING = ["in_progress", "paused"];

const programmesOfPlacements = async (ids: readonly string[]) => {
  const rows = [];
  for (let at = 0; at < ids.length; at += PART) {
    rows.push(
      ...(await read.placement.findMany({
        where: { id: { in: ids.slice(at, at + PART) } },
        select: { programmeId: true, state: true, endReason: true },
      })),
    );
  }
  return rows;
};

/**
 * What became of a school's placements, programme by programme. Goes in: the school, whether the reader is of it. Comes
 * out: `programmeFigures` of every programme that has had a placement, with its name; counted by states, findings about
 * pay and what is known of graduates after six months.
 */
export const schoolFigures = async (schoolId: string, inside: boolean) => {
  const [states, continued, paidWrong, outcomes, programmes] = await Promise.all([
    read.placement.groupBy({
      by: ["programmeId", "state", "endReason"],
      where: { schoolId, state: { not: "preparing" } },
      _count: { _all: true },
    }),
    read.placement.findMany({
      where: { schoolId, continuesId: { not: null } },
      select: { continuesId: true },
      take: MOST,
    }),
    read.placementFinding.findMany({
      where: { schoolId, rule: { startsWith: PAY_RULE } },
      distinct: ["placementId"],
      select: { placementId: true },
      take: MOST,
    }),
    read.graduateOutcome.groupBy({
      by: ["programmeId", "sameUnit", "matched"],
      where: { schoolId, month: KEPT_AFTER, stands: true, destination: { not: null } },
      _count: { _all: true },
    }),
    read.programme.findMany({
      where: { organizationId: schoolId },
      select: { id: true, name: true, majorCode: true },
      orderBy: { majorCode: "asc" },
      take: 300,
    }),
  ]);
  const changed = await programmesOfPlacements(continued.flatMap((one) => one.continuesId ?? []));
  const paid = await programmesOfPlacements(paidWrong.map((one) => one.placementId));
  const counts = programmes.flatMap((programme): ProgrammeCounts[] => {
    const own = states.filter((one) => one.programmeId === programme.id);
    if (own.length === 0) return [];
    const count = (is: (state: string) => boolean) =>
      own.filter((one) => is(one.state)).reduce((sum, one) => sum + one._count._all, 0);
    const left = changed.filter((one) => one.programmeId === programme.id);
    const breaks: Record<string, number> = {};
    for (const one of own.filter((row) => row.state === "broken")) {
      const reason = one.endReason ?? "other";
      const wentOn = left.filter((row) => (row.endReason ?? "other") === reason).length;
      breaks[reason] = (breaks[reason] ?? 0) + one._count._all - wentOn;
    }
    const after = outcomes.filter((one) => one.programmeId === programme.id);
    const graduates = (is: (one: (typeof after)[number]) => boolean) =>
      after.filter(is).reduce((sum, one) => sum + one._count._all, 0);
    return [
      {
        programmeId: programme.id,
        running: count((state) => RUNNING.includes(state)),
        completed: count((state) => FINISHED.some((one) => one === state)),
        breaks,
        changed: left.length,
        missed: count((state) => state === "did_not_show"),
        payFindings: paid.filter((one) => one.programmeId === programme.id).length,
        known: graduates(() => true),
        retained: graduates((one) => one.sameUnit === true),
        matched: graduates((one) => one.matched === "yes"),
      },
    ];
  });
  const nameOf = new Map(programmes.map((one) => [one.id, one.name]));
  return programmeFigures(counts, inside).map((one) => ({ ...one, name: nameOf.get(one.programmeId) ?? "" }));
};

export type SchoolFigures = Awaited<ReturnType<typeof schoolFigures>>;
