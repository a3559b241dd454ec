import type { z } from "zod";
import type { PersonCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { refuseSchoolWork } from "../policy";
import { claimRegistration } from "../registration.server";
import { chainOf, type Direction } from "../rules/pack";
import type { startForm } from "../schema";
import { identityKeyOf, judgeQuotas, type Stated, termKeyOf } from "../transfer-facts.server";

const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A reference people can read out: "T-" and eight signs from which nothing can be told. */
const newReference = (): string =>
  `T-${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % LETTERS.length]).join("")}`;

/** The stated facts of a form as they are stored. */
const statedFrom = (form: Partial<z.output<typeof startForm>>): Stated => ({
  studyForm: form.studyForm ?? null,
  entranceScore: form.entranceScore ?? null,
  examsPassed: form.examsPassed ?? [],
  cityArranged: form.cityArranged ?? false,
});

/**
 * A student, or the school whose roll the student is on, begins a transfer. Goes in: the roll's row, the quota aimed at, what
 * is stated (form of study, entrance score, examinations passed). Comes out: the transfer's id. It is a draft; nothing goes
 * to the other school yet. Refuses another school's student (not found) and a second transfer of the same person in the same
 * term (conflict, saying so). A person whom another school has registered gets a draft that cannot go on, and a claim.
 */
export const startTransfer = async (
  ctx: PersonCtx,
  input: z.output<typeof startForm>,
): Promise<Result<{ id: string }>> => {
  const { submissionKey, ...asked } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { ...asked }, async () => {
      const now = ctx.clock.now();
      const student = await tx.student.findUnique({ where: { id: asked.student } });
      const own = student?.personId !== null && student?.personId === ctx.actor.personId;
      const { organization } = ctx.actor;
      const staff = organization?.id === student?.organizationId && organization?.role !== "student";
      if (!student || (!own && !staff)) return reject({ code: "not_found", key: "errors.notFound" });
      const refusal = own || !organization ? null : refuseSchoolWork({ organization });
      if (refusal) return reject(refusal);
      const stated = statedFrom(asked);
      const quota = await tx.transferQuota.findUnique({ where: { id: asked.quota } });
      const window = quota && (await tx.transferWindow.findUnique({ where: { id: quota.windowId } }));
      if (!quota || !window) return reject({ code: "not_found", key: "errors.notFound" });
      const claimed = (await claimRegistration(tx, ctx, student)) === "claimed";
      const on = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
      const [judged] = await judgeQuotas(tx, { student, quotaIds: [quota.id], stated, on });
      if (!judged) return reject({ code: "not_found", key: "errors.notFound" });
      const direction = window.direction as Direction;
      const identityKey = identityKeyOf(student);
      const termKey = claimed ? null : termKeyOf(identityKey, window);
      const known = termKey && (await tx.transfer.findUnique({ where: { termKey } }));
      if (known) {
        return reject({
          code: "conflict",
          key: "transfers.errors.again",
          values: { reference: known.reference },
        });
      }
      const from = await tx.organization.findUniqueOrThrow({
        where: { id: student.organizationId },
        select: { regionCode: true, kind: true },
      });
      if ((from.kind === "general_school") !== (direction === "to_vocational")) {
        return reject({ code: "conflict", key: "transfers.errors.otherSide" });
      }
      const id = newId(now.getTime());
      const reference = newReference();
      await tx.transfer.create({
        data: {
          id,
          windowId: window.id,
          quotaId: quota.id,
          direction,
          regionCode: from.regionCode,
          studentId: student.id,
          personId: student.personId,
          studentName: student.name,
          identityKey,
          fromSchoolId: student.organizationId,
          toSchoolId: quota.schoolId,
          majorCode: quota.majorCode,
          grade: window.grade,
          state: "draft",
          reference,
          termKey,
          facts: JSON.stringify(stated),
          findings: JSON.stringify(judged.findings),
          chain: chainOf(judged.rules.facts, direction).join(","),
          step: 0,
          turn: "student",
          dueOn: window.closesOn,
          reason: "",
          reasonCode: "",
          within: 0,
          creditsNote: "",
          createdAt: now,
          updatedAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "transfer", id },
        name: "transfer.started",
        payload: { reference, direction, by: own ? "student" : "school" },
        audience: [student.organizationId],
      });
      return { id };
    }),
  );
};
