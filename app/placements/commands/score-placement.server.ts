import type { PersonCtx } from "~/identity/actor";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type FieldError, notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { assessmentOf } from "../assessment-record.server";
import { outcomeMails } from "../outcome-mails.server";
import { assessorOf } from "../outcome-policy";
import { ownPlacement } from "../placement-scope.server";
import { LEVELS, type Level, openParts } from "../rules/assessment";

const WHOLE = /^\d{1,3}$/;

/**
 * One side scores its parts of the rubric; the unit also says how far each competence goes. Goes in: the placement, the
 * version shown (0 before the first), points 0…100 by part as typed, levels by competence, a note. Comes out: the version.
 * A new score clears the student's answer. Refuses a foreign placement (not found), who scores for neither side (forbidden),
 * a placement that has not run to its end or is graded (conflict), a part without a whole number to 100 (invalid).
 */
export const scorePlacement = (
  ctx: PersonCtx,
  placementId: string,
  input: {
    version: number;
    scores: Readonly<Record<string, string>>;
    levels: Readonly<Record<string, string>>;
    note: string;
  },
): Promise<Result<{ version: number }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, placementId);
    if (!own) return reject(notFound().refusal);
    const { placement } = own;
    const by = assessorOf(own.as, ctx.actor);
    if (!by) return reject({ code: "forbidden", key: "errors.forbidden" });
    if (placement.state !== "completed") return reject({ code: "conflict", key: "outcomes.errors.notNow" });
    const now = ctx.clock.now();
    const known = await assessmentOf(tx, placement, civilDate(now));
    const parts = known.rubric.parts.filter((part) => part.by === by);
    const wrong: FieldError[] = parts
      .filter(({ key }) => !WHOLE.test(input.scores[key] ?? "") || Number(input.scores[key]) > 100)
      .map(({ key }) => ({ field: `score-${key}`, key: "outcomes.errors.score" }));
    const levels: Record<string, Level> = { ...known.levels };
    if (by === "host") {
      known.competences.forEach((name, index) => {
        const level = LEVELS.find((one) => one === input.levels[name]);
        if (level) levels[name] = level;
        else wrong.push({ field: `level-${index}`, key: "errors.required" });
      });
    }
    if (wrong.length > 0) return reject({ code: "invalid", key: "errors.checkFields", fields: wrong });
    const scores = { ...known.scores };
    for (const { key } of parts) scores[key] = Number(input.scores[key]);
    const side =
      by === "school"
        ? { schoolNote: input.note, schoolBy: ctx.actor.personId, schoolName: ctx.actor.name, schoolAt: now }
        : { hostNote: input.note, hostBy: ctx.actor.personId, hostName: ctx.actor.name, hostAt: now };
    const said = {
      scores: JSON.stringify(scores),
      competences: JSON.stringify(levels),
      answer: null,
      answerReason: "",
      answeredBy: null,
      answeredName: null,
      answeredAt: null,
      ...side,
    };
    if (known.row) {
      const { count } = await tx.assessment.updateMany({
        where: { placementId, version: input.version, grade: null },
        data: { ...said, version: { increment: 1 } },
      });
      if (count === 0) stale();
    } else {
      if (input.version !== 0) stale();
      const { schoolId, hostId, studentId } = placement;
      await tx.assessment.create({
        data: {
          placementId,
          schoolId,
          hostId,
          studentId,
          rubric: JSON.stringify(known.rubric),
          schoolNote: "",
          hostNote: "",
          version: 1,
          ...said,
        },
      });
    }
    await record(tx, ctx, {
      subject: { type: "placement", id: placementId },
      name: `outcomes.scored_by_${by}`,
      payload: { by: ctx.actor.name },
      audience: [placement.schoolId, placement.hostId],
    });
    const other = by === "school" ? "host" : "school";
    const complete = openParts(known.rubric, scores, other).length === 0;
    await enqueue(
      tx,
      ctx,
      await outcomeMails(tx, placement, {
        kind: complete ? "answer" : "score",
        key: `${placementId}:${input.version}`,
        to: complete ? "student" : other,
        link: `/placements/${placementId}/assessment`,
      }),
    );
    return { version: known.row ? input.version + 1 : 1 };
  });
