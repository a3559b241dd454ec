import type { MemberCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { cohortInWork, recountCohort } from "../cohort-work.server";
import { keepResult } from "../keep-result.server";
import type { ResultsForm } from "../schema";

/**
 * The school enters scores of the stage examination. Goes in: rows of a member, its version and a score by part in basis
 * points, left out where there is none. Comes out: how many rows changed; whoever misses a part has no result. Refuses what
 * `cohortInWork` refuses, scores before the day of the examination, members of other cohorts and who left (conflict); one
 * stale row refuses all.
 */
export const enterResults = async (
  ctx: MemberCtx,
  pathwayId: string,
  cohortId: string,
  input: ResultsForm,
): Promise<Result<{ changed: number }>> =>
  decide(async (tx) => {
    const { pathway, cohort } = await cohortInWork(tx, ctx, pathwayId, cohortId);
    const now = ctx.clock.now();
    if (civilDate(now) < cohort.examinationOn)
      return reject({
        code: "conflict",
        key: "articulation.errors.beforeExamination",
        values: { on: cohort.examinationOn },
      });
    const rows = input.rows ?? [];
    const members = await tx.articulationMember.findMany({
      where: { id: { in: rows.map((row) => row.member) }, cohortId },
    });
    let changed = 0;
    for (const row of rows) {
      const member = members.find((one) => one.id === row.member);
      if (!member) return reject({ code: "not_found", key: "errors.notFound" });
      const given = (row.scores ?? []).map((score) => score ?? null);
      const before = JSON.parse(member.scores) as (number | null)[];
      const same = Array.from({ length: Math.max(before.length, given.length) }).every(
        (_, at) => (before[at] ?? null) === (given[at] ?? null),
      );
      if (same) continue;
      if (!(await keepResult(tx, pathway, { ...member, version: row.version }, given, now))) return stale();
      changed += 1;
    }
    if (changed === 0) return { changed };
    await recountCohort(tx, cohortId, now);
    await record(tx, ctx, {
      subject: { type: "articulationPathway", id: pathwayId },
      name: "articulation.resultsEntered",
      payload: { title: pathway.title, year: cohort.intakeYear, count: changed },
      audience: [ctx.actor.organizationId],
    });
    return { changed };
  });
