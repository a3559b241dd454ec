import type { PersonCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { attachFile } from "~/platform/files/store.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { ownPlacement } from "../placement-scope.server";
import { weekRefused } from "../rules/weeks";
import type { Artefact } from "../week-artefact.server";
import { weekLetter } from "../week-letter.server";

/** A few lines are enough, a word is not. House rule. */
const LEAST_LETTERS = 8;

export type WeekInput = {
  placementId: string;
  monday: string;
  /** 0 for a week not yet handed in, else the version that was shown */
  version: number;
  minutes: readonly number[];
  night: boolean;
  lines: string;
  artefact: Artefact | null;
};

const REFUSED = {
  notMonday: "followup.errors.notMonday",
  future: "followup.errors.future",
  outside: "followup.errors.outside",
} as const;

const keptFile = async (
  tx: Tx,
  ctx: PersonCtx,
  placement: { id: string; schoolId: string },
  artefact: Artefact | null,
) =>
  artefact === null
    ? {}
    : {
        fileId: await attachFile(tx, {
          ...artefact,
          subject: { type: "placement", id: placement.id },
          organizationId: placement.schoolId,
          uploadedBy: ctx.actor.personId,
          at: ctx.clock.now(),
        }),
        fileHash: artefact.hash,
      };

/**
 * A student hands in a week, or changes one not yet confirmed. Goes in: the placement, the Monday, hours as minutes of
 * seven days, a few lines or a kept file, the version shown. Comes out: the record's id and version; the mentor gets a
 * letter, once a week. Refuses a foreign placement (not found), anybody but the student (forbidden), a week in the future
 * or outside the placement and one with nothing in it (invalid), one confirmed or changed elsewhere meanwhile (conflict).
 */
export const submitWeek = (
  ctx: PersonCtx,
  input: WeekInput,
): Promise<Result<{ id: string; version: number }>> =>
  decide(async (tx) => {
    const own = await ownPlacement(tx, ctx.actor, input.placementId);
    if (!own) return reject(notFound().refusal);
    if (own.as !== "student") return reject({ code: "forbidden", key: "errors.forbidden" });
    const { placement } = own;
    const now = ctx.clock.now();
    if (placement.startedOn === null) return reject({ code: "conflict", key: "followup.errors.notStarted" });
    const refused = weekRefused(placement, input.monday, civilDate(now));
    if (refused) return reject({ code: "invalid", key: REFUSED[refused] });
    const { placementId, monday } = input;
    const before = await tx.weekRecord.findUnique({ where: { placementId_monday: { placementId, monday } } });
    if (before && before.state !== "submitted")
      return reject({ code: "conflict", key: "followup.errors.confirmed" });
    if ((before?.version ?? 0) !== input.version)
      return reject({ code: "conflict", key: "followup.errors.collided" });
    if (!input.artefact && !before?.fileId && input.lines.length < LEAST_LETTERS)
      return reject(invalidField("lines", "followup.errors.nothing", { least: LEAST_LETTERS }).refusal);
    const total = input.minutes.reduce((sum, one) => sum + one, 0);
    const said = {
      state: "submitted",
      lines: input.lines,
      minutes: JSON.stringify(input.minutes),
      totalMinutes: total,
      night: input.night,
      submittedAt: now,
      ...(await keptFile(tx, ctx, placement, input.artefact)),
    };
    const { id, version } = before
      ? await tx.weekRecord.update({
          where: { id: before.id },
          data: { ...said, version: { increment: 1 } },
          select: { id: true, version: true },
        })
      : await tx.weekRecord.create({
          data: {
            id: newId(now.getTime()),
            placementId,
            monday,
            schoolId: placement.schoolId,
            ...said,
            version: 1,
          },
          select: { id: true, version: true },
        });
    if (placement.mentorId) {
      const about = { mentorId: placement.mentorId, monday, student: ctx.actor.name };
      await enqueue(tx, ctx, await weekLetter(tx, ctx, about));
    }
    return { id, version };
  });
