import type { PersonCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { type FieldError, notFound, type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { ANSWER_SCHEMAS } from "../answer-schema";
import { answererOf, placementScope } from "../placement-scope.server";
import { type GateRow, gateRows } from "../queries/gate-board.server";
import { askIn } from "../queries/gate-rows.sqlite.server";
import { type Answerer, type AnswerKey, ASKED_OF } from "../rules/answers";

export type Typed = { readonly [name: string]: string | readonly string[] | undefined };

const isKey = (name: string): name is AnswerKey => Object.hasOwn(ANSWER_SCHEMAS, name);

/** Reads what was typed for the facts this party is asked; an empty field is not an answer. */
const readAnswers = (typed: Typed, who: Answerer) => {
  const values = new Map<AnswerKey, unknown>();
  const fields: FieldError[] = [];
  for (const [name, value] of Object.entries(typed)) {
    if (!isKey(name) || ASKED_OF[name] !== who || value === undefined || value === "") continue;
    const parsed = ANSWER_SCHEMAS[name].safeParse(value);
    if (parsed.success) values.set(name, parsed.data);
    else fields.push({ field: name, key: "errors.wrongFormat" });
  }
  return { values, fields };
};

/** A mentor must belong to the host, a teacher to the school; rejects anybody else. */
const memberOf = async (tx: Tx, personId: string, organizationId: string, field: string): Promise<string> => {
  const found = await tx.membership.findFirst({
    where: { personId, organizationId, endedAt: null, role: { not: "student" } },
    select: { id: true },
  });
  if (!found) {
    reject({
      code: "invalid",
      key: "errors.checkFields",
      fields: [{ field, key: "placements.errors.notMember" }],
    });
  }
  return personId;
};

const answerOne = async (
  tx: Tx,
  ctx: PersonCtx,
  row: GateRow,
  values: ReadonlyMap<AnswerKey, unknown>,
  guides: { teacherId?: string; mentorId?: string },
): Promise<void> => {
  const now = ctx.clock.now();
  const told: AnswerKey[] = [];
  for (const [key, value] of values) {
    const open = row.gaps.some((gap) => gap.key === key) || key === "warnReason";
    if (!open) continue;
    const kept = {
      value: JSON.stringify(value),
      answeredBy: ctx.actor.personId,
      answeredName: ctx.actor.name,
      organizationId: ctx.actor.organizationId,
      answeredAt: now,
    };
    await tx.placementAnswer.upsert({
      where: { placementId_key: { placementId: row.id, key } },
      create: { placementId: row.id, key, ...kept },
      update: kept,
    });
    told.push(key);
  }
  const pay = values.get("payMonthlyFen");
  const payOpen = row.agreedTerms.payMonthlyFen === null && typeof pay === "number";
  if (Object.keys(guides).length > 0 || payOpen) {
    await tx.placement.update({
      where: { id: row.id },
      data: {
        ...guides,
        ...(payOpen ? { payMonthlyFen: pay } : {}),
        updatedAt: now,
        version: { increment: 1 },
      },
    });
  }
  await record(tx, ctx, {
    subject: { type: "placement", id: row.id },
    name: "placement.facts_given",
    payload: { count: told.length + Object.keys(guides).length, keys: told.join(",") },
    audience: [row.schoolId, row.hostId],
  });
};

/**
 * A party says what the terms left open, for one placement or for many at once. Goes in: the placements, what was typed
 * by fact, and the mentor (host) or teacher (school) by their person id. Comes out: for how many it was kept. What was agreed
 * is never replaced, and nobody answers for another party. Refuses placements that are not theirs (not found), staff who
 * only look (forbidden), unreadable answers and a guide who does not belong to the organization (invalid), and a placement
 * whose agreement is already out for signature (conflict).
 */
export const answerMissing = (
  ctx: PersonCtx,
  input: { ids: readonly string[]; typed: Typed; guide: string },
): Promise<Result<{ kept: number }>> =>
  decide(async (tx) => {
    const scope = await placementScope(tx, ctx.actor);
    const own = scope
      ? await tx.placement.findMany({
          where: { AND: [scope.where, { id: { in: [...input.ids] } }] },
          select: { id: true },
          take: 300,
        })
      : [];
    if (!scope || own.length === 0 || own.length < new Set(input.ids).size) return reject(notFound().refusal);
    const who = answererOf(scope.as, ctx.actor);
    if (!who) return reject({ code: "forbidden", key: "errors.forbidden" });
    const { values, fields } = readAnswers(input.typed, who);
    if (fields.length > 0) reject({ code: "invalid", key: "errors.checkFields", fields });
    if (values.size === 0 && !input.guide) reject(refuse("invalid", "placements.errors.nothingSaid").refusal);
    const on = civilDate(ctx.clock.now());
    const rows = await gateRows(
      askIn(tx),
      { ids: input.ids, states: ["preparing", "in_progress", "paused"] },
      on,
    );
    const guides: { teacherId?: string; mentorId?: string } = {};
    if (input.guide && who === "school") {
      guides.teacherId = await memberOf(tx, input.guide, ctx.actor.organizationId ?? "", "guide");
    }
    if (input.guide && who === "host") {
      guides.mentorId = await memberOf(tx, input.guide, ctx.actor.organizationId ?? "", "guide");
    }
    for (const row of rows) {
      if (row.document && values.size > 0 && [...values.keys()].some((key) => key !== "warnReason")) {
        reject({
          code: "conflict",
          key: "placements.errors.alreadyWritten",
          values: { name: row.studentName },
        });
      }
      await answerOne(tx, ctx, row, values, guides);
    }
    return { kept: rows.length };
  });
