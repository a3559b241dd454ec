import { randomBytes } from "node:crypto";
import { type MemberCtx, mayWrite } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordRound, roundMails } from "../round-record.server";
import { roundRow } from "../round-row.server";
import type { RoundForm } from "../round-schema";

const newDraw = (): string => randomBytes(16).toString("hex");

const knownSchools = async (tx: Tx, ctx: MemberCtx, asked: readonly string[]): Promise<string[]> => {
  const others = [...new Set(asked)].filter((id) => id !== ctx.actor.organizationId);
  const known = await tx.organization.findMany({
    where: { id: { in: others }, kind: "school", state: "verified" },
    select: { id: true },
  });
  if (known.length !== others.length) return reject({ code: "invalid", key: "rounds.errors.school" });
  return others;
};

/**
 * A school starts a round. In: name, dates, how many choices, whose seats may be reserved, schools invited beside it.
 * Out: its id. Refuses other roles and kinds, dates in the past or out of order, and unknown schools. The draw that parts
 * equals is made here, kept sealed, and only its hash is shown until the result. House rule.
 */
export const createRound = async (
  ctx: MemberCtx,
  input: RoundForm,
  draw: () => string = newDraw,
): Promise<Result<{ id: string }>> => {
  const { organization } = ctx.actor;
  if (organization.kind !== "school" || !mayWrite(ctx.actor))
    return { ok: false, refusal: { code: "forbidden", key: "rounds.errors.role" } };
  if (!organization.verified)
    return { ok: false, refusal: { code: "forbidden", key: "rounds.errors.notVerified" } };
  if (input.choicesUntil < civilDate(ctx.clock.now()))
    return invalidField("choicesUntil", "rounds.errors.pastDate");
  const { submissionKey, schools, ...facts } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { schools, ...facts }, async () => {
      const invited = await knownSchools(tx, ctx, schools);
      const row = roundRow(ctx, facts, { seed: draw(), followsId: null });
      await tx.round.create({ data: row });
      await tx.roundSchool.createMany({
        data: [
          { roundId: row.id, schoolId: row.schoolId, state: "lead" },
          ...invited.map((schoolId) => ({ roundId: row.id, schoolId, state: "invited" })),
        ],
      });
      const eventId = await recordRound(tx, ctx, { ...row, openedAt: null }, "drafted", {
        schools: invited.length,
      });
      const mails = await roundMails(tx, {
        kind: "invited",
        key: eventId,
        to: invited,
        values: { round: row.name, school: organization.name },
        link: `/rounds/${row.id}`,
      });
      await enqueue(tx, ctx, mails);
      return { id: row.id };
    }),
  );
};
