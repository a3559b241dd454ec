import { read } from "~/platform/db/client.server";
import { successOf } from "../rules/makeup";

/** What is being made up at a school, and how it went. Goes in: the school, today. Comes out: counts and the share passed. */
export const makeUpFigures = async (schoolId: string, today: string) => {
  const [byState, late, unplanned] = await Promise.all([
    read.makeUpItem.groupBy({ by: ["state"], where: { schoolId }, _count: true }),
    read.makeUpItem.count({ where: { schoolId, state: "planned", untilOn: { lt: today } } }),
    read.makeUpItem.count({ where: { schoolId, state: "planned", tutorId: null } }),
  ]);
  const count = (state: string): number => byState.find((one) => one.state === state)?._count ?? 0;
  return {
    running: count("planned"),
    late,
    unplanned,
    ...successOf(count("passed"), count("not_passed")),
  };
};
