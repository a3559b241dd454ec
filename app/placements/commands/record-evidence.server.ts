import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { clearRefusal } from "../gate-policy";
import type { EvidenceInput } from "../gate-schema";
import { gateRows } from "../queries/gate-board.server";
import { askIn } from "../queries/gate-rows.sqlite.server";
import { EVIDENCE } from "../rules/evidence";
import { evidenceErrors } from "../rules/evidence-input";
import { SEATED } from "../rules/lifecycle";

/** What the chosen placements are covered by: their hosts, plans or themselves. Rejects those without a plan, by name. */
const subjectsOf = async (tx: Tx, ctx: MemberCtx, input: EvidenceInput, on: string): Promise<string[]> => {
  const { covers } = EVIDENCE[input.kind];
  const schoolId = ctx.actor.organizationId;
  const rows =
    input.placement.length === 0
      ? []
      : await gateRows(askIn(tx), { schoolId, ids: input.placement, states: SEATED }, on);
  if (rows.length < new Set(input.placement).size) return reject(notFound().refusal);
  const unplanned = rows.filter((row) => row.plan === null);
  if (covers === "plan" && unplanned.length > 0) {
    const names = unplanned.slice(0, 5).map((row) => row.studentName);
    return reject({
      code: "blocked",
      key: "placements.errors.unplanned",
      values: { names: names.join("、"), count: unplanned.length },
    });
  }
  const direct = await ownSubjects(tx, schoolId, covers, input.subject);
  const found = rows.map((row) =>
    covers === "host" ? row.hostId : covers === "plan" ? (row.plan?.id ?? "") : row.id,
  );
  return [...new Set([...found, ...direct])];
};

/** Subjects named directly must be the school's own plans or placements, or hosts it has placements at. */
const ownSubjects = async (
  tx: Tx,
  schoolId: string,
  covers: "host" | "plan" | "placement",
  ids: readonly string[],
): Promise<string[]> => {
  if (ids.length === 0) return [];
  const found =
    covers === "plan"
      ? (
          await tx.internshipPlan.findMany({
            where: { schoolId, id: { in: [...ids] } },
            select: { id: true },
          })
        ).map((one) => one.id)
      : covers === "host"
        ? (await tx.placement.groupBy({ by: ["hostId"], where: { schoolId, hostId: { in: [...ids] } } })).map(
            (one) => one.hostId,
          )
        : (
            await tx.placement.findMany({ where: { schoolId, id: { in: [...ids] } }, select: { id: true } })
          ).map((one) => one.id);
  return found.length < new Set(ids).size ? reject(notFound().refusal) : found;
};

/**
 * Keeps one document that opens a gate for all it covers. Goes in: its kind, dates, number, whom it covers (placements
 * chosen on the board, or plans and hosts directly) and the file. Comes out: its id and how many it covers. Refuses
 * anyone but the school's own staff who act (forbidden), placements that are not the school's (not found), missing dates,
 * numbers or file (invalid), nothing chosen, and a plan's document for placements without a plan (blocked, by name).
 */
export const recordEvidence = async (
  ctx: MemberCtx,
  input: EvidenceInput,
  file: ReceivedFile | null,
): Promise<Result<{ id: string; covers: number }>> => {
  const refusal = clearRefusal(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const now = ctx.clock.now();
  const on = civilDate(now);
  const { kind, doneOn, alsoOn = null, validTo = null, number = null } = input;
  const fields = evidenceErrors(
    {
      kind,
      doneOn,
      alsoOn,
      validTo,
      number,
      payer: input.payer ?? null,
      scope: input.scope ?? null,
      hasFile: file !== null,
    },
    on,
  );
  if (input.placement.length + input.subject.length === 0) {
    fields.push({ field: "placement", key: "placements.errors.nobodyChosen" });
  }
  if (fields.length > 0) return refuse("invalid", "errors.checkFields", { fields });
  const stored = file ? await putFile(file.bytes) : null;
  const { submissionKey, ...asked } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { ...asked, file: stored?.sha256 ?? null }, async () => {
      const schoolId = ctx.actor.organizationId;
      const subjects = await subjectsOf(tx, ctx, input, on);
      const id = newId(now.getTime());
      const fileId =
        stored && file
          ? await attachFile(tx, {
              stored,
              name: file.name,
              mediaType: file.mediaType,
              subject: { type: "gate_evidence", id },
              organizationId: schoolId,
              uploadedBy: ctx.actor.name,
              at: now,
            })
          : null;
      const details = {
        ...(input.insurer ? { insurer: input.insurer } : {}),
        ...(input.payer ? { payer: input.payer } : {}),
        ...(input.scope ? { scope: [input.scope] } : {}),
      };
      await tx.gateEvidence.create({
        data: {
          id,
          schoolId,
          kind,
          doneOn,
          alsoOn,
          validTo,
          number,
          details: JSON.stringify(details),
          note: input.note ?? "",
          fileId,
          recordedBy: ctx.actor.personId,
          recordedName: ctx.actor.name,
          createdAt: now,
          covers: {
            create: subjects.map((subjectId) => ({
              subjectType: EVIDENCE[kind].covers,
              subjectId,
              schoolId,
            })),
          },
        },
      });
      await record(tx, ctx, {
        subject: { type: "gate_evidence", id },
        name: "gate_evidence.recorded",
        payload: {
          kind,
          doneOn,
          alsoOn,
          validTo,
          number,
          covers: subjects.length,
          sha256: stored?.sha256 ?? null,
        },
        audience: [schoolId],
      });
      return { id, covers: subjects.length };
    }),
  );
};
