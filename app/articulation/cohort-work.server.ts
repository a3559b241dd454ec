import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";
import { type CohortRow, cohortFor, type PathwayRow } from "./pathway-access.server";
import { refuseKeeping } from "./policy";
import { type PathwayState, TEACHING } from "./rules/lifecycle";

/**
 * The cohort a command of its own school is about, while the pathway teaches. Rejects foreign ones (not found), schools on
 * whose roll the students are not and roles (forbidden), a pathway that does not run (conflict).
 */
export const cohortInWork = async (
  tx: Tx,
  ctx: MemberCtx,
  pathwayId: string,
  cohortId: string,
): Promise<{ pathway: PathwayRow; cohort: CohortRow }> => {
  const found = await cohortFor(tx, ctx.actor, pathwayId, cohortId);
  if (!found) return reject({ code: "not_found", key: "errors.notFound" });
  if (!found.keeps) return reject({ code: "forbidden", key: "articulation.errors.notYourRoll" });
  const refusal = refuseKeeping(ctx.actor);
  if (refusal) return reject(refusal);
  if (!TEACHING.includes(found.pathway.state as PathwayState))
    return reject({ code: "conflict", key: "articulation.errors.notRunning" });
  return { pathway: found.pathway, cohort: found.cohort };
};

/** Counts the members without a result anew: what is due is read from it. */
export const recountCohort = async (tx: Tx, cohortId: string, now: Date): Promise<void> => {
  const open = await tx.articulationMember.count({ where: { cohortId, state: "studying" } });
  await tx.articulationCohort.update({ where: { id: cohortId }, data: { open, updatedAt: now } });
};
