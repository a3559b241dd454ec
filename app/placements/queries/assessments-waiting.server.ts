import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { placementScope } from "../placement-scope.server";
import { ANSWER_DAYS } from "../rules/assessment";

const AT_MOST = 500;

const counted = (kind: "score" | "decide" | "issue", placements: readonly { id: string; due: string }[]) => {
  const [first] = [...placements].sort((a, b) => a.due.localeCompare(b.due));
  if (!first) return [];
  const part = kind === "issue" ? "certificate" : "assessment";
  return [
    {
      id: `assessments:${kind}`,
      due: first.due,
      title: { key: `outcomes.waits.${kind}`, values: { count: placements.length } },
      meta: { key: `outcomes.waits.${kind}Meta` },
      action: { key: `outcomes.waits.${kind}Act`, href: `/placements/${first.id}/${part}` },
    },
  ];
};

/** Days after the end for scores and certificate, as the next step of a placement names them. House rule. */
const SCORE_DAYS = 14;
const CERTIFY_DAYS = 21;

/** What the end of placements brings to 工作台: scores to give, grades to fix, certificates to issue, assessments to sign. */
export const waitingAssessments: WaitingProvider = {
  name: "assessments",
  isFor: ({ organization }) =>
    organization === null || organization.kind === "school" || organization.kind === "enterprise",
  load: async (person, on) => {
    const scope = await placementScope(read, person);
    if (!scope) return [];
    const rows = await read.placement.findMany({
      where: { ...scope.where, state: { in: ["completed", "assessed"] } },
      orderBy: { endsOn: "asc" },
      take: AT_MOST,
      select: { id: true, title: true, state: true, endsOn: true },
    });
    const assessments = await read.assessment.findMany({
      where: { placementId: { in: rows.map((row) => row.id) } },
    });
    const known = new Map(assessments.map((one) => [one.placementId, one]));
    const completed = rows.filter((row) => row.state === "completed");
    const scored = (id: string) => {
      const one = known.get(id);
      return one?.schoolAt && one.hostAt ? one : null;
    };
    if (scope.as === "student" || scope.as === "guardian") {
      return completed
        .filter(({ id }) => scored(id) !== null && scored(id)?.answer === null)
        .slice(0, 5)
        .map(({ id, title }) => ({
          id: `assessment:${id}`,
          due: addDays(on, 1),
          title: { key: "outcomes.waits.answer", values: { title } },
          meta: { key: "outcomes.waits.answerMeta" },
          action: { key: "outcomes.waits.answerAct", href: `/placements/${id}/assessment` },
        }));
    }
    const school = scope.as === "school" || scope.as === "teacher";
    const writes = person.organization !== null && mayWrite({ organization: person.organization });
    if (!writes && scope.as !== "teacher" && scope.as !== "mentor") return [];
    const toScore = completed.filter(({ id }) => {
      const one = known.get(id);
      return school ? !one?.schoolAt : !one?.hostAt;
    });
    const toDecide = completed.filter(({ id }) => {
      const one = scored(id);
      if (!one) return false;
      const since = civilDate(new Date(Math.max(Number(one.schoolAt), Number(one.hostAt))));
      return one.answer !== null || on > addDays(since, ANSWER_DAYS);
    });
    const toIssue = rows.filter(({ id, state }) => state === "assessed" && known.get(id)?.grade !== "fail");
    const dated = (some: typeof rows, days: number) =>
      some.map(({ id, endsOn }) => ({ id, due: addDays(endsOn, days) }));
    return [
      ...counted("score", dated(toScore, SCORE_DAYS)),
      ...(school && writes ? counted("decide", dated(toDecide, SCORE_DAYS)) : []),
      ...(school && writes ? counted("issue", dated(toIssue, CERTIFY_DAYS)) : []),
    ];
  },
};
