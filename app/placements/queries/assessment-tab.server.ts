import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { assessmentOf, attendance } from "../assessment-record.server";
import { assessorOf, learnerRefusal, schoolRefusal } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";
import { totalCenti } from "../rules/assessment";
import type { Attendance } from "../rules/attendance";

/**
 * The assessment of one placement as its parties read it. Goes in: who looks, the placement's id, now. Comes out: the
 * rubric, what each side gave, days and hours, what it waits for and what this reader may do; null when not theirs to see.
 * A side does not read the other's points before it gave its own.
 */
export const assessmentTab = async (actor: Person, id: string, now: Date) => {
  const own = await ownPlacement(read, actor, id);
  if (!own) return null;
  const { placement, as } = own;
  const [known, worked] = await Promise.all([
    assessmentOf(read, placement, civilDate(now)),
    attendance(read, placement),
  ]);
  const { row, rubric, scores, open, step } = known;
  const by = assessorOf(as, actor);
  const complete = open.school.length + open.host.length === 0;
  const shown = (side: "school" | "host") => complete || by === side;
  const running = placement.state === "completed";
  return {
    id,
    state: placement.state,
    version: row?.version ?? 0,
    step,
    by: running ? by : null,
    parts: rubric.parts.map((part) => ({
      ...part,
      score: shown(part.by) ? (scores[part.key] ?? null) : null,
      given: scores[part.key] !== undefined,
    })),
    ownRubric: rubric.id !== "house",
    rubricFrom: rubric.validFrom,
    competences: known.competences.map((name) => ({
      name,
      level: shown("host") ? (known.levels[name] ?? null) : null,
    })),
    notes: {
      school: shown("school") ? (row?.schoolNote ?? "") : "",
      host: shown("host") ? (row?.hostNote ?? "") : "",
    },
    signed: {
      school: row?.schoolAt ? { name: row.schoolName ?? "", at: row.schoolAt.toISOString() } : null,
      host: row?.hostAt ? { name: row.hostName ?? "", at: row.hostAt.toISOString() } : null,
      student: row?.answeredAt
        ? {
            name: row.answeredName ?? "",
            at: row.answeredAt.toISOString(),
            answer: row.answer ?? "",
            reason: row.answerReason,
          }
        : null,
    },
    lastAnswerDay: known.lastAnswerDay,
    worked: row?.attendance ? (JSON.parse(row.attendance) as Attendance) : worked,
    totalCenti: complete ? totalCenti(rubric, scores) : null,
    grade: row?.grade ?? null,
    creditsCenti: row?.creditsCenti ?? null,
    mayAnswer: running && learnerRefusal(as) === null && (step === "answer" || step === "decide"),
    mayDecide: running && schoolRefusal(as, actor) === null && step === "decide",
  };
};

export type AssessmentTab = NonNullable<Awaited<ReturnType<typeof assessmentTab>>>;
